"""What each platform gets of a batch, where it goes, and how much of it is out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.ui.access import describe
from app.ui.reading_delivery import Planned


class PlanTable(QTableWidget):
    """One line for each platform."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Platform"), self.tr("Copies"), self.tr("Where to")])
        describe(self, self.tr("What each platform gets"))
        self.setToolTip("")
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def show_plan(self, plan: Sequence[Planned]) -> None:
        """As it stands now; the table is as high as its lines."""
        self.setRowCount(len(plan))
        for row, line in enumerate(plan):
            copies = (
                self.tr("{out} of {total} out").format(out=line.out, total=line.copies)
                if line.out
                else str(line.copies)
            )
            where = line.destination or self.tr("a folder of its own in the folder below")
            for column, text in enumerate((line.platform, copies, where)):
                self.setItem(row, column, QTableWidgetItem(text))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(len(plan)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())
