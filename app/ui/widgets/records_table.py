"""A table of records, quick also with thousands of rows: sorted by any column, opened with Enter or a double click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCollator, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.access import describe
from app.ui.theme import MEDIUM

MEASURED_ROWS = 60
"""So many rows decide how wide a column is; measuring all of them would stall the window."""

WIDEST = 44
"""No column is wider than so many letters: what is cut off stands in the tip."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Record:
    """One row. `key` names it to whoever asked; `order` sorts it where the words would not (dates, numbers)."""

    key: str
    cells: tuple[str, ...]
    order: tuple[str, ...] = ()
    tip: str = ""


class RecordsModel(QAbstractTableModel):
    """The rows as Qt asks for them; one at a time, so that a thousand cost no more than those in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[str, ...] = ()
        self.records: list[Record] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def fill(self, columns: Sequence[str], records: Sequence[Record]) -> None:
        """Exchange everything."""
        self.beginResetModel()
        self.columns, self.records = tuple(columns), list(records)
        if self._sorted_by is not None:
            self._arrange(*self._sorted_by)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self.records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return record.tip or record.cells[index.column()] or None
            case Qt.ItemDataRole.AccessibleTextRole:
                # screen readers read one cell: its column says what it is
                return f"{self.columns[index.column()]}: {record.cells[index.column()]}"
            case _:
                return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.columns[section] if section < len(self.columns) else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        self._arrange(column, order)
        self.layoutChanged.emit()

    def _arrange(self, column: int, order: Qt.SortOrder) -> None:
        if column >= len(self.columns):
            return
        collator = QCollator()
        collator.setNumericMode(True)

        def key(record: Record) -> Any:
            return collator.sortKey((record.order or record.cells)[column])

        self.records.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)


class RecordsTable(QTableView):
    """`chosen` tells the key of the row that was opened, `current_changed` of the one in front."""

    chosen = Signal(str)
    current_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RecordsModel(self)
        self._empty = ""
        self.setModel(self.rows)
        describe(self, name)
        self.setToolTip("")
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + MEDIUM)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setResizeContentsPrecision(MEASURED_ROWS)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setStretchLastSection(True)
        self.doubleClicked.connect(lambda index: self.chosen.emit(self.rows.records[index.row()].key))
        self.selectionModel().currentRowChanged.connect(self._tell_current)

    def when_empty(self, words: str) -> None:
        """What stands in the table while it has no row: why, and how to go on."""
        self._empty = words
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.rows.records or not self._empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        room = self.viewport().rect().adjusted(MEDIUM, MEDIUM, -MEDIUM, -MEDIUM)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
        painter.end()

    def fill(self, columns: Sequence[str], records: Sequence[Record]) -> None:
        """Show these rows; the one in front stays in front where it is still there."""
        front = self.current()
        new_columns = tuple(columns) != self.rows.columns
        self.rows.fill(columns, records)
        if new_columns:
            self.fit_columns()
        keys = [record.key for record in self.rows.records]
        if keys:
            self.selectRow(keys.index(front) if front in keys else 0)
        else:
            self.current_changed.emit("")

    def fit_columns(self) -> None:
        """As wide as what is in them, within reason."""
        self.resizeColumnsToContents()
        widest = self.fontMetrics().averageCharWidth() * WIDEST
        for column in range(len(self.rows.columns)):
            self.setColumnWidth(column, min(self.columnWidth(column), widest))

    def current(self) -> str:
        """The key of the row in front, or ""."""
        row = self.currentIndex().row()
        return self.rows.records[row].key if 0 <= row < len(self.rows.records) else ""

    def _tell_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.row()
        self.current_changed.emit(self.rows.records[row].key if 0 <= row < len(self.rows.records) else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current():
            self.chosen.emit(self.current())
            return
        super().keyPressEvent(event)


def fit(table: QTableView, *, stretched: int) -> None:
    """Let one column take the room that the others leave."""
    head = table.horizontalHeader()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
