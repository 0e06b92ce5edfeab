"""Shows faces beside each other to be ticked, and acts on all that are ticked (or are not) in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.access import describe
from app.ui.theme import HUGE, LARGE, MEDIUM, Theme
from consent.publications import PhotoId
from consent.sightings import RegionId

SIDE = 112


@dataclass(frozen=True, slots=True)
class Likely:
    """A face that may be the one meant. `sure` ticks it as soon as it is seen."""

    photo: PhotoId
    region: RegionId
    box: tuple[int, int, int, int]
    words: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about the faces, the answer in words for so many ticked, and how many may be ticked for it."""

    words: str
    answer: Callable[[int], str]
    least: int = 1
    most: int = 10**6


class FacePicker(QDialog):
    """No face can be ticked before its picture is there: nobody is decided about unseen."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        faces: Sequence[Likely],
        *,
        act: Callable[[tuple[Likely, ...]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Greenlight")
        self._question, self._faces, self._act = question, tuple(faces), act
        said = QLabel(question.words, self)
        said.setWordWrap(True)
        said.setObjectName("strong")
        self.list = QListWidget(self)
        self.yes = QPushButton(self)
        self.no = QPushButton(self.tr("Not now"), self)
        self._fill()
        self._build(theme, said)
        self._count()

    def _fill(self) -> None:
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(QSize(SIDE, SIDE))
        self.list.setGridSize(QSize(SIDE + 56, SIDE + 52))
        self.list.setWordWrap(True)
        describe(self.list, self.tr("Faces"), tip=self.tr("Space ticks or unticks; Enter confirms"))
        empty = QPixmap(SIDE, SIDE)
        empty.fill(Qt.GlobalColor.transparent)
        for face in self._faces:
            item = QListWidgetItem(QIcon(empty), face.words, self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _item: self._count())

    def _build(self, theme: Theme, said: QLabel) -> None:
        self.yes.setObjectName("primary")
        self.yes.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        column.setSpacing(LARGE)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.resize(theme.pixels(640), theme.pixels(460))
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self.reject)
        self.list.setFocus()

    def set_picture(self, number: int, picture: QImage) -> None:
        """A face has arrived: from now on it can be ticked, and is where it is sure."""
        item = self.list.item(number)
        item.setIcon(QIcon(QPixmap.fromImage(picture)))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        if self._faces[number].sure:
            item.setCheckState(Qt.CheckState.Checked)

    def ticked(self) -> tuple[Likely, ...]:
        """Those that are meant."""
        return tuple(
            face
            for number, face in enumerate(self._faces)
            if self.list.item(number).checkState() is Qt.CheckState.Checked
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the list confirms, as on the button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.yes.isEnabled():
            self._confirm()
            return
        super().keyPressEvent(event)

    def _count(self) -> None:
        question, many = self._question, len(self.ticked())
        self.yes.setText(question.answer(many))
        self.yes.setEnabled(question.least <= many <= question.most)

    def _confirm(self) -> None:
        ticked = self.ticked()
        self.accept()
        self._act(ticked)
