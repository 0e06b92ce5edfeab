"""Enter presses the button that has the keyboard focus: Qt lets it do so in dialogs alone, and Space everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

SPACE_ALONE = "spaceAlone"
"""A property of buttons that Enter leaves alone: a second Enter, after the one that began something, must not stop it."""


def presses(event: QKeyEvent) -> bool:
    """Whether this key, which nobody else wanted, was Enter on a button; the button is pressed then."""
    focused = QApplication.focusWidget()
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.isAutoRepeat():
        return False
    if not isinstance(focused, QPushButton | QToolButton) or focused.property(SPACE_ALONE):
        return False
    focused.click()
    return True
