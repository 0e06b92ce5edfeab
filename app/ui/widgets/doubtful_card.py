"""Copies of which it is not known whether they arrived: a person looks where each was sent, and says what is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.history_words import moment
from app.ui.reading_delivery import Doubt
from app.ui.theme import LARGE, MEDIUM, SMALL
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.records_table import Record, RecordsTable

PICTURE = 132
"""Side of the small picture, in pixels: enough to know the photo again on a page."""

MOST_ROWS = 5


class DoubtfulCard(QFrame):
    """Hidden while there is none. Each signal tells the file name of the copy."""

    picture_wanted = Signal(str)
    there = Signal(str)
    not_there = Signal(str)
    look_again = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.found: dict[str, Doubt] = {}
        heading = QLabel(self.tr("Did they arrive?"), self)
        heading.setObjectName("heading")
        words = QLabel(
            self.tr(
                "The connection broke while these copies were sent, so nothing is sent again and nothing is deleted. "
                "Look at each place, and say what you see."
            ),
            self,
        )
        words.setWordWrap(True)
        self.table = RecordsTable(self.tr("Copies of which it is not known whether they arrived"), self)
        self.picture = QLabel(self)
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.arrived = QPushButton(self.tr("It is there…"), self)
        self.absent = QPushButton(self.tr("It is not there…"), self)
        self.look = QPushButton(self.tr("Look again"), self)
        describe(
            self.look,
            self.tr("Look again"),
            tip=self.tr("Greenlight asks the place itself, where it can be asked"),
        )
        beside = QHBoxLayout()
        beside.setSpacing(MEDIUM)
        beside.addWidget(self.table, 1)
        beside.addWidget(self.picture)
        buttons = FlowLayout(spacing=SMALL)
        for button in (self.arrived, self.absent, self.look):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (heading, words):
            column.addWidget(part)
        column.addLayout(beside)
        column.addLayout(buttons)
        self.table.current_changed.connect(self._front)
        for button, told in (
            (self.arrived, self.there), (self.absent, self.not_there), (self.look, self.look_again)
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, signal=told: signal.emit(self.table.current()))
        self.hide()

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """One row for each copy."""
        self.found = {one.file_name: one for one in doubts}
        columns = (
            self.tr("Photo"), self.tr("Batch"), self.tr("Platform"), self.tr("Where to"), self.tr("Begun"),
            self.tr("File"),
        )  # fmt: skip
        self.table.fill(
            columns,
            [
                Record(
                    one.file_name,
                    (
                        str(one.number), one.batch, one.platform, one.destination, moment(one.begun),
                        one.file_name,
                    ),
                    order=(
                        str(one.number), one.batch, one.platform, one.destination, one.begun.isoformat(),
                        one.file_name,
                    ),
                )
                for one in doubts
            ],
        )  # fmt: skip
        self.table.fit_columns()
        row = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(max(PICTURE, head + row * min(len(doubts), MOST_ROWS) + row))
        self.setVisible(bool(doubts))

    def show_picture(self, file_name: str, image: QImage) -> None:
        """The photo of the copy in front."""
        if file_name == self.table.current():
            self.picture.setPixmap(
                QPixmap.fromImage(image).scaled(
                    self.picture.size(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def _front(self, file_name: str) -> None:
        self.picture.clear()
        one = self.found.get(file_name)
        if one is not None:
            self.picture.setAccessibleName(
                self.tr("Photo {n} of {batch}").format(n=one.number, batch=one.batch)
            )
            self.picture_wanted.emit(file_name)
