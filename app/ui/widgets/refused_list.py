"""Files that could not be used, each named with the reason and the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.count import counted
from app.ui.messages import explain_code
from app.ui.reading import RefusedFile
from app.ui.theme import LARGE, MEDIUM
from consent.publications import PhotoId


class RefusedList(QFrame):
    """Hidden while there is none. What of the files is kept here can be deleted from here."""

    delete_wanted = Signal(object)  # tuple of PhotoId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._column.setSpacing(MEDIUM)
        self._labels: list[QLabel] = []
        self._kept: tuple[PhotoId, ...] = ()
        self.delete = QPushButton(self)
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self._kept))
        self._column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_files(self, files: Sequence[RefusedFile]) -> None:
        """Name each file."""
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        if files:
            heading = self.tr("{files} could not be used").format(files=counted("%n file(s)", len(files)))
            self._add(heading, "strong")
        for file in files:
            self._add(f"{file.name}\n{explain_code(file.code)}", "body")
        self._kept = tuple(file.photo for file in files if file.photo is not None)
        words = self.tr("Delete {photos} here…").format(photos=counted("%n photo(s)", len(self._kept)))
        self.delete.setText(words)
        describe(self.delete, words)
        self.delete.setVisible(bool(self._kept))
        self.setVisible(bool(files))

    def _add(self, text: str, name: str) -> None:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._labels.append(label)
        self._column.insertWidget(self._column.count() - 1, label)
