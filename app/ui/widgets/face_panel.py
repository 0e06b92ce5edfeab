"""The region in focus: its crop, who it may be, and every answer one can give."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import MEDIUM, SMALL, STEP, Theme
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.candidate_button import CandidateButton, Offer
from app.ui.widgets.name_box import NameBox
from consent.people import Person, PersonId

CROP = 88
OFFERED = 3
WIDTH, WIDEST = 320, 460
"""Of the panel in pixels: at 100 % text, and at most."""


class FacePanel(QFrame):
    """Asks one question at a time; answers are actions, so that keys and buttons are the same."""

    person_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._crop = QLabel(self)
        self._crop.setFixedSize(CROP, CROP)
        self._crop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(self)
        self._title.setObjectName("strong")
        self._title.setWordWrap(True)
        self._reason = QLabel(self)
        self._reason.setObjectName("small")
        self._reason.setWordWrap(True)
        self.name_box = NameBox(self)
        self.name_box.person_chosen.connect(self.person_chosen.emit)
        self._offers = [CandidateButton(theme, number + 1, self) for number in range(OFFERED)]
        for number, button in enumerate(self._offers):
            button.clicked.connect(lambda _checked=False, n=number: self.take(n))
        self._people: tuple[PersonId, ...] = ()
        self._buttons: dict[str, ActionButton] = {}
        self._answers = QGridLayout()
        self._answers.setSpacing(STEP)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self._crop, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(self._title)
        words.addWidget(self._reason)
        words.addStretch(1)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(STEP)
        column.addLayout(head)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(STEP)
        for button in self._offers:
            side_by_side.addWidget(button, 1)
        column.addLayout(side_by_side)
        column.addWidget(self.name_box)
        column.addLayout(self._answers)

    def set_answers(self, actions: Mapping[str, QAction], icons: Mapping[str, str]) -> None:
        """Buttons for these actions with their icons, two in a row where their words leave room for it."""
        half = (min(self._theme.pixels(WIDTH), WIDEST) - 2 * MEDIUM - SMALL) // 2
        row = column = 0
        for name, picture in icons.items():
            button = self._buttons[name] = ActionButton(self._theme, actions[name], picture, self)
            button.ensurePolished()  # its letters have the size of the style sheet only then
            if button.sizeHint().width() > half:
                row, column = row + (column > 0), 0
                self._answers.addWidget(button, row, 0, 1, 2)
                row += 1
                continue
            self._answers.addWidget(button, row, column)
            row, column = row + column, 1 - column

    def offer_answers(self, names: Collection[str]) -> None:
        """Those that mean something for what is in focus; the others are not in the way."""
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def show_region(self, title: str, reason: str, crop: QImage | None, *, can_be_named: bool) -> None:
        """What is in focus."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._reason.setText(reason)
        self.name_box.setVisible(can_be_named)
        self.name_box.clear()
        if crop is None or crop.isNull():
            self._crop.hide()
            return
        ratio = self.devicePixelRatio()
        side = round(CROP * ratio)
        shown = QPixmap.fromImage(crop).scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self._crop.setPixmap(shown)
        self._crop.setAccessibleName(title)
        self._crop.show()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Up to three people whom it may be, the likeliest first."""
        self._people = tuple(offer.person for offer in offers[:OFFERED])
        for number, button in enumerate(self._offers):
            button.show_offer(offers[number] if number < len(self._people) else None)

    def without_picture(self) -> tuple[PersonId, ...]:
        """Those who are offered and whose picture is not there yet."""
        return tuple(
            person
            for person, button in zip(self._people, self._offers, strict=False)
            if not button.has_picture()
        )

    def set_picture(self, person: PersonId, picture: QImage) -> None:
        """A picture of someone who is offered; of anyone else it is let go."""
        for known, button in zip(self._people, self._offers, strict=False):
            if known == person:
                button.set_picture(picture)

    def take(self, number: int) -> None:
        """Choose one of the people offered, counted from 0."""
        if number < len(self._people):
            self.person_chosen.emit(self._people[number])

    def clear(self) -> None:
        """Forget names and pixels."""
        self._people = ()
        self._crop.setPixmap(QPixmap())
        self._crop.hide()
        self._title.clear()
        self._reason.clear()
        self.name_box.clear()
        for button in self._offers:
            button.show_offer(None)

    def set_people(self, people: Mapping[PersonId, Person]) -> None:
        self.name_box.set_people(people)
