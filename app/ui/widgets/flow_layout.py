"""Puts parts in a row, and in as many rows as the width asks for, so that nothing is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """A row of parts that breaks as words in a line do; each row begins at the left, or ends at the right."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 0, edge: Qt.Edge = Qt.Edge.LeftEdge
    ) -> None:
        super().__init__(parent)
        self._edge = edge
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, where: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(where)
        self._arranged(where, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        sizes = [item.sizeHint() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _arranged(self, where: QRect, *, move: bool) -> int:
        """Place (or only measure) every part; the height that is used."""
        y = where.y()
        for row in self._rows(where.width()):
            widths = [item.sizeHint().width() for item in row]
            high = max(item.sizeHint().height() for item in row)
            x = where.x()
            if self._edge is Qt.Edge.RightEdge:
                x += max(0, where.width() - sum(widths) - self.spacing() * (len(row) - 1))
            for item, width in zip(row, widths, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y), item.sizeHint()))
                x += width + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - where.y())

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """The parts that stand side by side; one that is hidden takes no room."""
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not rows or used + self.spacing() + wide > width:
                rows.append([])
                used = wide
            else:
                used += self.spacing() + wide
            rows[-1].append(item)
        return rows
