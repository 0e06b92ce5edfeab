"""A folder, typed or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.ui.widgets.path_field import PathField


class FolderField(PathField):
    """A folder that is there already, or is typed to be made."""

    @property
    def folder(self) -> Path | None:
        """The folder, or None while nothing is named."""
        return self.path

    def _dialog(self) -> QFileDialog:
        dialog = QFileDialog(self, self._title, self.line.text().strip())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
        return dialog
