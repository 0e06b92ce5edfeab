"""Asks once more before something that cannot be undone: the safe answer has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import HUGE, LARGE, MEDIUM, Theme

MANY = 30
"""Above so many, the button waits (design notes of the desk, principle 7)."""

PAUSE_SECONDS = 3


class ConfirmDialog(QDialog):
    """Says what happens and to how many; `act` is called only on a clear yes."""

    def __init__(
        self, theme: Theme, words: str, yes: str, *, many: int, act: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Greenlight")
        self._yes_words = yes
        said = QLabel(words, self)
        said.setWordWrap(True)
        said.setMinimumWidth(theme.pixels(400))
        self.setAccessibleName(words)
        self.yes = QPushButton(yes, self)
        self.no = QPushButton(self.tr("Not now"), self)
        self.no.setObjectName("primary")
        self.no.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addStretch(1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        column.setSpacing(HUGE)
        column.addWidget(said)
        column.addLayout(row)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.accepted.connect(act)
        self._left = PAUSE_SECONDS if many > MANY else 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        if self._left:
            self._clock.start()
        self._show_pause()
        self.no.setFocus()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._clock.stop()
        self._show_pause()

    def _show_pause(self) -> None:
        self.yes.setEnabled(self._left <= 0)
        self.yes.setText(f"{self._yes_words} ({self._left})" if self._left > 0 else self._yes_words)
