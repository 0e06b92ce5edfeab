"""A file or a folder, typed or chosen; it is only opened when what it is for is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.ui.access import describe
from app.ui.theme import SMALL, Theme


class PathField(QWidget):
    """The computer's own dialog behind the button; nothing chosen is remembered anywhere."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.line = QLineEdit(self)
        describe(self.line, name, tip=title)
        self.button = QPushButton(self.tr("Choose…"), self)
        theme.put_icon(self.button, "folder")
        describe(self.button, title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.button.clicked.connect(self._choose)
        self.line.textChanged.connect(self.changed)

    @property
    def path(self) -> Path | None:
        """What is named, or None while nothing is."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def _dialog(self) -> QFileDialog:
        """The dialog in which it is chosen."""
        raise NotImplementedError

    def _choose(self) -> None:
        dialog = self._dialog()
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
