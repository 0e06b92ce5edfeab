"""A button with words for an action, so that key, button and tip are the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.access import describe
from app.ui.theme import MEDIUM, SMALL, TYPE_SMALL, Theme

SIGNS = {
    QKeySequence("Return"): "\N{RETURN SYMBOL}",
    QKeySequence("Shift+Return"): "\N{UPWARDS WHITE ARROW}\N{RETURN SYMBOL}",
    QKeySequence("Backspace"): "\N{ERASE TO THE LEFT}",
}
"""As they stand on the keys themselves; every other key is written out."""


class ActionButton(QPushButton):
    """Follows its action: what cannot be done cannot be pressed. Its key stands at the right, for whoever learns it."""

    def __init__(self, theme: Theme, action: QAction, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(action.text(), parent)
        self.setObjectName("answer")
        self._theme, self._action = theme, action
        key = action.shortcut()
        self._key = SIGNS.get(key, key.toString(QKeySequence.SequenceFormat.NativeText))
        if icon:
            theme.put_icon(self, icon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        describe(self, self._action.text(), tip=self._action.statusTip())
        self.setToolTip(self._action.toolTip())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        font = self._theme.font(TYPE_SMALL)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self._theme.colours.muted)
        room = self.rect().adjusted(0, 0, -MEDIUM, 0)
        if (
            self.sizeHint().width() + painter.fontMetrics().horizontalAdvance(self._key) + SMALL
            <= self.width()
        ):
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._key)
        painter.end()
