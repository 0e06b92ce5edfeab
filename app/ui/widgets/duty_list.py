"""What there is to see to beside photos: one sentence a line, with the way there where it is this person's."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme


class DutyList(QFrame):
    """Hidden while there is nothing."""

    wanted = Signal(str, str)  # page, item

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._column.setSpacing(SMALL)
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self.hide()

    def show_lines(self, lines: Iterable[tuple[str, str, str]]) -> None:
        """Each a sentence, a page and an item of it; the page is empty where somebody else sees to it."""
        wanted = tuple(lines)
        if wanted == self._shown:  # else a button under the hand would be taken away
            return
        self.clear()
        self._shown = wanted
        for said, page, item in wanted:
            self._column.addWidget(self._line(said, page, item))
        self.setVisible(bool(wanted))

    def clear(self) -> None:
        """Forget everything."""
        self._shown = ()
        while (entry := self._column.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def _line(self, said: str, page: str, item: str) -> QWidget:
        line = QWidget(self)
        words = QLabel(said, line)
        words.setWordWrap(True)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(words, 1)
        if page:
            button = QPushButton(self.tr("See to it"), line)
            describe(button, self.tr("See to it: {what}").format(what=said))
            button.clicked.connect(lambda _checked=False: self.wanted.emit(page, item))
            row.addWidget(button)
        return line
