"""Enter presses the button that has the keyboard focus, or the one way on: Qt lets it do so in dialogs alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton

SPACE_ALONE = "spaceAlone"
"""A property of buttons that Enter leaves alone: a second Enter, after the one that began something, must not stop it."""


def presses(event: QKeyEvent) -> bool:
    """Whether this key, which nobody else wanted, was Enter on a button; the button is pressed then."""
    focused = QApplication.focusWidget()
    if not _is_enter(event):
        return False
    if not isinstance(focused, QPushButton | QToolButton) or focused.property(SPACE_ALONE):
        return False
    focused.click()
    return True


def goes_on(event: QKeyEvent, onward: QAbstractButton) -> bool:
    """Whether this key was Enter in a field or a tick box of a page with one way on; its button is pressed then."""
    if not _is_enter(event) or isinstance(QApplication.focusWidget(), QPushButton | QToolButton):
        return False
    onward.click()
    return True


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
