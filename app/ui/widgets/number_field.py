"""A whole number, typed or stepped with the arrow keys."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from app.ui.theme import SMALL


class NumberField(QSpinBox):
    """`lowest` to `highest`, both included."""

    def __init__(self, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        # the style sheet's padding does not reach the line inside
        self.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)
