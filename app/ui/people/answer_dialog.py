"""Records one answer: about what, for which platforms, who gave it and when. For one person or for a class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QGroupBox, QLineEdit, QWidget

from app.ui.access import describe
from app.ui.people_words import ANSWERS, KINDS, carer_words, day, words
from app.ui.theme import MEDIUM, Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.day_field import DayField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Tone
from app.ui.widgets.picker import Picker
from consent.people import Person
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.scans import Scan
from consent.standing import spoken_for

WIDTH, WIDEST = 560, 1100
"""Pixels: at 100 % text, and at most; three platforms stand side by side."""

SELF = "self"
FIRST_CARER = "first_carer"
"""For a class: whoever is the first carer of each pupil; adults answer for themselves."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was typed, for each of the people."""

    platforms: tuple[PlatformId, ...]
    kind: Kind
    answer: Answer
    giver: str  # SELF, FIRST_CARER, or a carer's id
    given_on: date
    valid_until: date | None
    form: str
    evidence: str = ""  # the scan of the signed paper

    def of(self, person: Person) -> tuple[Permission, ...]:
        """The records of one person; empty where nobody could have given this answer."""
        giver, carer = Giver.SELF, ""
        if self.giver != SELF and spoken_for(person):
            giver = Giver.CARER
            carer = person.carers[0].id if self.giver == FIRST_CARER and person.carers else self.giver
            if carer == FIRST_CARER:
                return ()
        platforms: tuple[PlatformId | None, ...] = (None,) if self.kind is Kind.BIOMETRIC else self.platforms
        return tuple(
            Permission(
                person.id, platform, self.kind, self.answer, giver, carer=carer, given_on=self.given_on,
                valid_until=self.valid_until if self.answer is Answer.GRANTED else None, form=self.form,
                evidence=self.evidence,
            )
            for platform in platforms
        )  # fmt: skip


class AnswerDialog(AskDialog):
    """`act` is called with what was typed; nothing that was recorded before is changed."""

    def __init__(
        self,
        theme: Theme,
        people: Sequence[Person],
        platforms: Sequence[Platform],
        *,
        today: date,
        act: Callable[[Recorded], None],
        parent: QWidget,
        scans: Sequence[Scan] = (),
    ) -> None:
        super().__init__(theme, parent)
        self._act, self._people = act, people
        self.kind = Picker(self.tr("About"), self)
        self.kind.offer([(kind.value, words(KINDS[kind])) for kind in Kind])
        self.answer = Picker(self.tr("Answer"), self)
        self.answer.offer([(one.value, words(ANSWERS[one])) for one in Answer])
        self.giver = Picker(self.tr("Who gave it"), self)
        self.giver.offer(self._givers())
        self.given_on = DayField(today, self)
        self.given_on.not_after(today)
        self.ends = QCheckBox(self.tr("It ends on a day"), self)
        self.valid_until = DayField(today.replace(day=28, year=today.year + 1), self)
        self.valid_until.setEnabled(False)
        self.wording = QLineEdit(self)
        self.paper = Picker(self.tr("Scan of the paper"), self)
        self.paper.offer([("", self.tr("none")), *((one.id, _named(one)) for one in reversed(scans))])
        self.boxes: dict[PlatformId, QCheckBox] = {}
        self._platforms = QGroupBox(self.tr("For which platforms"), self)
        flow = FlowLayout(spacing=MEDIUM)
        for platform in platforms:
            box = QCheckBox(platform.name, self)
            self.boxes[platform.id] = box
            flow.addWidget(box)
        self._platforms.setLayout(flow)
        self._build(theme, people)
        self.kind.setFocus()
        self.ends.toggled.connect(self.valid_until.setEnabled)
        self.kind.currentIndexChanged.connect(lambda _index: self._fit())
        self.answer.currentIndexChanged.connect(lambda _index: self._fit())

    def _givers(self) -> list[tuple[str, str]]:
        if len(self._people) == 1:
            person = self._people[0]
            carers = [(carer.id, carer_words(carer)) for carer in person.carers]
            return [*carers, (SELF, person.shown_name)]
        return [
            (FIRST_CARER, self.tr("Each pupil's parent or carer who is named first")),
            (SELF, self.tr("Each person themselves")),
        ]

    def _build(self, theme: Theme, people: Sequence[Person]) -> None:
        whom = people[0].shown_name if len(people) == 1 else self.tr("{n} people").format(n=len(people))
        self.say(self.tr("Record an answer: {whom}").format(whom=whom), self.tr("Record"))
        form = self.form
        form.add(self.tr("&About"), self.kind)
        form.column.addWidget(self._platforms)
        form.add(self.tr("A&nswer"), self.answer)
        form.add(self.tr("&Who gave it"), self.giver)
        form.add(self.tr("&Day on which it was given"), self.given_on)
        form.column.addWidget(self.ends)
        describe(self.valid_until, self.tr("Last day on which it counts"))
        form.column.addWidget(self.valid_until)
        form.add(
            self.tr("&Form"), self.wording, tip=self.tr("Which wording was signed, and where the paper lies")
        )
        if self.paper.count() > 1:
            form.add(self.tr("&Scan of the paper"), self.paper)
        else:
            self.paper.hide()
        self.setMinimumWidth(min(theme.pixels(WIDTH), WIDEST))

    def _fit(self) -> None:
        self._platforms.setEnabled(self.kind.value != Kind.BIOMETRIC.value)
        granted = self.answer.value == Answer.GRANTED.value
        self.ends.setEnabled(granted)
        self.valid_until.setEnabled(granted and self.ends.isChecked())

    def recorded(self) -> Recorded:
        """What is typed now."""
        until = self.valid_until.day if self.ends.isChecked() else None
        return Recorded(
            tuple(platform for platform, box in self.boxes.items() if box.isChecked()),
            Kind(self.kind.value),
            Answer(self.answer.value),
            self.giver.value,
            self.given_on.day,
            until,
            self.wording.text().strip(),
            self.paper.value,
        )

    def try_it(self) -> None:
        typed = self.recorded()
        if typed.kind is not Kind.BIOMETRIC and not typed.platforms:
            self.notice.say(self.tr("Tick at least one platform."), Tone.ATTENTION)
            return
        if typed.answer is Answer.GRANTED and not typed.form:
            self.notice.say(
                self.tr("A yes needs its form: which wording was signed, and where it lies."), Tone.ATTENTION
            )
            self.wording.setFocus()
            return
        self._act(typed)
        self.accept()


def _named(scan: Scan) -> str:
    return f"{scan.form} · {day(scan.received_on)}"
