"""All keys of the review on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import HELD, REVIEW
from app.ui.bind import native_key, words
from app.ui.theme import HUGE, LARGE, SMALL, Theme

WIDTH, HEIGHT = 960, 660
"""Pixels at 100 %: every key is seen without scrolling."""
TWO_COLUMNS = 150
"""Per cent: the largest text with which the keys stand in two columns."""
FILLED = 0.9
"""How much of the screen the sheet takes at most."""


class KeysDialog(QDialog):
    """Closed with Escape."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner = QWidget(self)
        inner.setObjectName("page")
        grid = QGridLayout(inner)
        grid.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        entries = [*REVIEW, *HELD]
        # two columns side by side where large letters leave room for them
        half = (len(entries) + 1) // 2 if theme.text_percent <= TWO_COLUMNS else len(entries)
        for place, entry in enumerate(entries):
            row, side = place % half, place // half * 2
            key = QLabel(" / ".join(native_key(key) for key in entry.keys[:1]), inner)
            key.setObjectName("strong")
            tip = QLabel(words(entry.tip), inner)
            tip.setWordWrap(True)
            grid.addWidget(key, row, side, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(tip, row, side + 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        grid.setColumnMinimumWidth(2, HUGE)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.addWidget(area)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        screen = (parent or self).screen().availableGeometry().size()
        self.resize(QSize(theme.pixels(WIDTH), theme.pixels(HEIGHT)).boundedTo(screen * FILLED))
