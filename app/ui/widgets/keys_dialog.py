"""All keys of the review on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import HELD, REVIEW
from app.ui.bind import native_key, words
from app.ui.theme import HUGE, LARGE, SMALL, Theme


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
        half = (len(entries) + 1) // 2
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)
        self.resize(theme.pixels(860), theme.pixels(480))
