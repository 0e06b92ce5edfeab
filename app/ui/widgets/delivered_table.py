"""The files that went out, one on each line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.ui.access import describe
from app.ui.reading_delivery import NOTHING, Delivered
from consent.publications import Publication

FILE = 2
"""The column of the file's name; its tip tells the fingerprint."""


class DeliveredTable(QTableWidget):
    """The photo's place in the batch stands for it: its own file name is deleted with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._found = NOTHING
        self.setHorizontalHeaderLabels(
            [
                self.tr("Photo"),
                self.tr("Platform"),
                self.tr("File"),
                self.tr("The photo here"),
                self.tr("Address of the post"),
            ]
        )
        describe(self, self.tr("The files that went out"))
        self.setToolTip("")
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(240)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)

    def show_files(self, found: Delivered) -> None:
        """One line for each copy."""
        self._found = found
        self.setRowCount(len(found.publications))
        for row, posted in enumerate(found.publications):
            cells = (
                str(found.numbers.get(posted.photo, "")),
                found.platforms.get(posted.platform, posted.platform),
                posted.file_name,
                self.tr("deleted") if posted.photo in found.erased else self.tr("still here"),
                posted.address or "–",
            )
            fingerprint = self.tr("Fingerprint: {hash}").format(hash=posted.sha256)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(fingerprint if column == FILE else "")
                self.setItem(row, column, item)
        if found.publications and self.currentRow() < 0:
            self.selectRow(0)

    def current(self) -> Publication | None:
        """The copy in front."""
        row = self.currentRow()
        return self._found.publications[row] if 0 <= row < len(self._found.publications) else None

    def platform_of(self, post: Publication) -> str:
        """What its platform is called."""
        return self._found.platforms.get(post.platform, post.platform)

    def without_address(self, post: Publication) -> tuple[str, ...]:
        """The other copies on the same platform whose address nobody entered yet."""
        return tuple(
            one.file_name
            for one in self._found.publications
            if one.platform == post.platform and not one.address and one is not post
        )
