"""A scrolling area that is as high as what is in it, and yields only where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

LOWEST = 120
"""Pixels below which it does not yield."""


class YieldingArea(QScrollArea):
    """Whatever has the keyboard focus in it is scrolled into sight."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setObjectName("bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setObjectName("told")  # the ground of a panel, as the style sheet has it
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """What is inside needs more or less room than before."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        wanted = self._inside.sizeHint()
        if self._inside.hasHeightForWidth():
            width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else wanted.width()
            return QSize(wanted.width(), self._inside.heightForWidth(width))
        return wanted

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._inside.minimumSizeHint().width(), min(LOWEST, self.sizeHint().height()))
