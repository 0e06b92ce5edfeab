"""A file, typed or chosen; it is only read when what it is for is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.theme import Theme
from app.ui.widgets.path_field import PathField


class FileField(PathField):
    """A file that is there already; `kinds` are the endings offered, as Qt writes them."""

    def __init__(
        self, theme: Theme, name: str, title: str, kinds: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, title, parent)
        self._kinds = kinds

    @property
    def file(self) -> Path | None:
        """The file, or None while none is named."""
        return self.path

    def _dialog(self) -> QFileDialog:
        dialog = QFileDialog(self, self._title, "", self._kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog
