"""The clock was ahead and is right now: two leads say so, and it counts again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.people_words import day
from app.ui.theme import LARGE, MEDIUM


class ClockCard(QFrame):
    """Seen only while this computer's clock is behind the log."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        heading = QLabel(self.tr("This computer's clock"), self)
        heading.setObjectName("heading")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.right = QPushButton(self.tr("The clock is right now…"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (heading, self.words):
            column.addWidget(part)
        column.addWidget(self.right, alignment=Qt.AlignmentFlag.AlignLeft)
        self.right.clicked.connect(lambda _checked=False: self.wanted.emit())
        self.hide()

    def show_moment(self, judged_at: datetime | None) -> None:
        """`judged_at` is the moment by which permissions are judged; None where that is the clock's own."""
        self.setVisible(judged_at is not None)
        if judged_at is not None:
            self.words.setText(
                self.tr(
                    "The log has seen {day}, {time}, and this computer's clock has not come to that. Permissions are "
                    "judged by the log until then, so that what has run out does not count again. If the clock is "
                    "wrong, set it right in the system. If it was ahead before and is right now, a second lead "
                    "agrees here that it counts again."
                ).format(day=day(judged_at.date()), time=f"{judged_at:%H:%M}")
            )
