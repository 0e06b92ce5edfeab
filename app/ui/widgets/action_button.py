"""A button with words for an action, so that key, button and tip are the same everywhere."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.access import describe
from app.ui.theme import Theme


class ActionButton(QPushButton):
    """Follows its action: what cannot be done cannot be pressed."""

    def __init__(self, theme: Theme, action: QAction, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(action.text(), parent)
        self.setObjectName("answer")
        self._action = action
        if icon:
            theme.put_icon(self, icon)
        describe(self, action.text(), tip=action.statusTip())
        self.setToolTip(action.toolTip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
