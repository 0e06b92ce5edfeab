"""Widgets one behind another, of which only the one in front takes room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class CurrentStack(QWidget):
    """Qt's own stack is as large as its largest widget, which leaves holes in the small ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._index = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> int:  # noqa: N802 - as Qt's own stack
        self._widgets.append(widget)
        self._column.addWidget(widget)
        widget.setVisible(len(self._widgets) == 1)
        return len(self._widgets) - 1

    def currentIndex(self) -> int:  # noqa: N802 - as Qt's own stack
        return self._index

    def currentWidget(self) -> QWidget:  # noqa: N802 - as Qt's own stack
        return self._widgets[self._index]

    def setCurrentIndex(self, index: int) -> None:  # noqa: N802 - as Qt's own stack
        self._index = index
        for place, widget in enumerate(self._widgets):
            widget.setVisible(place == index)
