"""The pages in the order of the path, with the number of things to do beside each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.stop import Stop
from app.ui.theme import SMALL, STEP, TYPE_SMALL, Theme

WIDE, NARROW, COUNT = 168, 60, 24
"""Pixels at 100 %: the rail with words, with icons alone, and a count on it."""


class Rail(QFrame):
    """Shows only pages that this person may use."""

    page_chosen = Signal(str)

    def __init__(self, theme: Theme, stops: Sequence[Stop], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(STEP)
        for stop in stops:
            button = _RailButton(theme, stop, self)
            button.clicked.connect(lambda _checked=False, page=stop.page: self.page_chosen.emit(page))
            self._group.addButton(button)
            self._buttons[stop.page] = button
            column.addWidget(button)
        column.addStretch(1)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone where the window is narrow or the text large."""
        texts = [button.sizeHint().width() for button in self._buttons.values()]
        # beside the icon there is room for a number, however large the text
        least = NARROW + self._theme.pixels(COUNT) - COUNT
        self.setFixedWidth(least if narrow else max(WIDE, *texts, 0) + 2 * SMALL)
        for button in self._buttons.values():
            button.set_narrow(narrow=narrow)

    def choose(self, page: str) -> None:
        if page in self._buttons:
            self._buttons[page].setChecked(True)

    def set_count(self, page: str, number: int) -> None:
        self._buttons[page].set_count(number)

    def allow(self, page: str, *, allowed: bool) -> None:
        """A page that this role may not use is absent."""
        self._buttons[page].setVisible(allowed)


class _RailButton(QPushButton):
    def __init__(self, theme: Theme, stop: Stop, parent: QWidget) -> None:
        super().__init__(stop.words, parent)
        self.setObjectName("rail")
        self.setCheckable(True)
        theme.put_icon(self, stop.icon)
        self._theme, self._stop, self._count, self._narrow = theme, stop, 0, False
        self._tell()

    def set_count(self, number: int) -> None:
        self._count = number
        self._tell()
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.setText("" if narrow else self._stop.words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._stop.words) + 96, max(40, metrics.height() + 16))

    def _tell(self) -> None:
        name = f"{self._stop.words}, {self._count}" if self._count else self._stop.words
        describe(self, name, key=self._stop.key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        font = self._theme.font(TYPE_SMALL)
        font.setBold(True)
        text = str(self._count)
        height = QFontMetrics(font).height() + 2
        width = max(height, QFontMetrics(font).horizontalAdvance(text) + 10)
        top = 2 if self._narrow else (self.height() - height) / 2
        plate = QRectF(self.width() - width - (2 if self._narrow else 10), top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(plate, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
