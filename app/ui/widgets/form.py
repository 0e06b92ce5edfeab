"""Fields with their names above them, in one column that fits any width and size of text."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.theme import MEDIUM, STEP


class Form(QWidget):
    """Each field has a name, which is also its accessible name, and perhaps a line that helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(MEDIUM)

    def add(self, text: str, field: QWidget, *, tip: str = "") -> QWidget:
        """A field beneath its name; `text` may hold an & before the letter that jumps to it."""
        label = QLabel(text, self)
        label.setBuddy(field)
        label.setWordWrap(True)
        label.setMinimumHeight(label.fontMetrics().height())
        describe(field, text.replace("&", ""), tip=tip)
        field.setToolTip("")
        pair = QVBoxLayout()
        pair.setSpacing(STEP)
        pair.addWidget(label)
        if tip:
            help_line = QLabel(tip, self)
            help_line.setObjectName("small")
            help_line.setWordWrap(True)
            pair.addWidget(help_line)
        pair.addWidget(field)
        self.column.addLayout(pair)
        return field

    def line(self, text: str, *, tip: str = "", secret: bool = False) -> QLineEdit:
        """A line to type in."""
        field = QLineEdit(self)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(text, field, tip=tip)
        return field
