"""Makes actions of the table's lines and binds them to a page, so that keys and buttons are the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.actions import REVIEW, Scope
from app.ui.theme import Theme


def words(text: str) -> str:
    """One of the table's texts, in the language in force."""
    return QCoreApplication.translate("actions", text)


def native_key(key: str) -> str:
    """A key as this computer writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def make_actions(
    page: QWidget,
    handlers: Mapping[str, Callable[[], None]],
    *,
    photo_widgets: Sequence[QWidget],
    theme: Theme,
) -> dict[str, QAction]:
    """The table's actions that have a handler, on a page; those of the photo count on `photo_widgets`."""
    made: dict[str, QAction] = {}
    for entry in REVIEW:
        if entry.name not in handlers:
            continue
        action = QAction(words(entry.text), page)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setToolTip(f"{words(entry.tip)} ({native_key(entry.keys[0])})")
        action.setStatusTip(words(entry.tip))
        if entry.icon:
            theme.put_icon(action, entry.icon)
        action.triggered.connect(_calling(handlers[entry.name]))
        if entry.scope is Scope.PAGE:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for widget in photo_widgets:
                widget.addAction(action)
        made[entry.name] = action
    return made


def _calling(handler: Callable[[], None]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt passes it
        handler()

    return call
