"""Work that goes on: what is done, what is left, and a way to stop that keeps what is finished."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.enter import SPACE_ALONE
from app.ui.theme import LARGE, MEDIUM, SMALL


class ProgressCard(QFrame):
    """Hidden until work begins."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._words = QLabel(self)
        self._words.setObjectName("strong")
        self._detail = QLabel(self)
        self._detail.setObjectName("muted")
        self._detail.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.button = QPushButton(self.tr("Stop"), self)
        describe(self.button, self.tr("Stop"), tip=self.tr("Stop after this photo; what is finished is kept"))
        self.button.setProperty(SPACE_ALONE, True)
        self.button.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self._detail)
        self.hide()

    def begin(self, words: str) -> None:
        """Work has begun; how much it is is not known yet."""
        self.bar.setRange(0, 0)
        self._words.setText(words)
        self._detail.clear()
        self.button.setEnabled(True)
        self.button.setText(self.tr("Stop"))
        self.show()

    def step(self, words: str, done: int, total: int) -> None:
        """So many of so many."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self._words.setText(words)
        describe(self.bar, words)

    def detail(self, words: str) -> None:
        self._detail.setText(words)

    def end(self) -> None:
        self.hide()

    def _stop(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(self.tr("Stopping…"))
        self.cancelled.emit()
