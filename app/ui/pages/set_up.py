"""Set up my school: six short steps, after which the first person is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.theme import LARGE, MEDIUM, Theme
from app.ui.widgets.current_stack import CurrentStack
from app.ui.widgets.first_two import FirstTwo
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone
from consent.platforms import PlatformId

if TYPE_CHECKING:
    from app.school.set_up import Plan, Problem
    from app.services import Services

# ruff: noqa: PLC0415 - what a school is made of is loaded when one is set up

WIDTH = 720
"""Pixels at 100 %: two people have room side by side."""

SCHOOL, PEOPLE, PLATFORMS, KEY, PERMISSIONS, MATCHING = range(6)


class SetUpPage(Page):
    """Nothing is made before the third step is left; then the store stands, and the rest can also be done later."""

    cancelled = Signal()
    finished = Signal(str)  # the page to go to

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._services: Services | None = None
        self._platforms: dict[PlatformId, QCheckBox] = {}
        self.step = self.heading("", name="step")
        self.title = self.heading("")
        self.stack = CurrentStack(self)
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self.tr("Next"), self)
        self.next.setObjectName("primary")
        self.next.setDefault(True)
        self.people = FirstTwo(self)
        for step in (
            self._school(),
            self.people,
            self._choose(),
            self._key(),
            self._permissions(),
            self._matching(),
        ):
            self.stack.addWidget(step)
        # what is wrong is said where the hand is: the top of a long step is out of sight on a small screen
        self.front_door(
            self.step,
            self.title,
            self.stack,
            self.notice,
            self.row(self.back, None, self.next),
            onward=self.next,
            width=WIDTH,
        )
        self.back.clicked.connect(lambda _checked=False: self._go_back())
        self.next.clicked.connect(lambda _checked=False: self._go_on())
        self._turn(SCHOOL)

    # the six steps

    def _school(self) -> QWidget:
        form = Form(self)
        self.school = form.line(self.tr("&Name of the school"))
        self.other_names = form.line(
            self.tr("Names on &clothes and signs"),
            tip=self.tr("With commas between them; they are looked for in photos"),
        )
        return form

    def _choose(self) -> QWidget:
        from app.ready_made import ready_made_platforms

        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        words = self.tr(
            "Tick where your school posts. Each platform has careful rules, which you can change later."
        )
        column.addWidget(self.heading(words, name="body"))
        for platform in ready_made_platforms():
            box = QCheckBox(platform.name, self)
            self._platforms[platform.id] = box
            column.addWidget(box)
        return inside

    def _key(self) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        words = self.tr(
            "If nobody remembers a password, this key is the only way in. Print it or write it down, keep it in "
            "the school's safe, and type it back. It is shown this once and kept nowhere."
        )
        column.addWidget(self.heading(words, name="body"))
        self.key = QLabel(self)
        self.key.setObjectName("key")
        self.key.setWordWrap(True)
        self.key.setTextFormat(Qt.TextFormat.PlainText)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        describe(self.key, self.tr("The recovery key"))
        self.key.setToolTip("")
        column.addWidget(self.key)
        self.print = QPushButton(self.tr("Print…"), self)
        self.print.clicked.connect(lambda _checked=False: self._print())
        column.addLayout(self.row(self.print, None))
        form = Form(self)
        self.typed: QLineEdit = form.line(self.tr("&Type the key back"))
        column.addWidget(form)
        self.later = QCheckBox(self.tr("I cannot do this now; remind me"), self)
        column.addWidget(self.later)
        return inside

    def _permissions(self) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self.roll_words = self.heading("", name="body")
        column.addWidget(self.roll_words)
        self.roll_now = QCheckBox(self.tr("Bring the roll in as soon as this is done"), self)
        column.addWidget(self.roll_now)
        return inside

    def _matching(self) -> QWidget:
        words = self.tr(
            "Recognising faces is off, and stays off until the lead names your impact assessment under Settings. "
            "Everything works without it: staff say who is who, and whoever nobody named is covered."
        )
        return self.heading(words, name="body")

    # from step to step

    def enter(self) -> None:
        self.school.setFocus()

    def _turn(self, step: int) -> None:
        titles = (
            self.tr("Your school"),
            self.tr("The first two people"),
            self.tr("Platforms"),
            self.tr("The recovery key"),
            self.tr("People and their permissions"),
            self.tr("Recognising faces"),
        )
        self.step.setText(self.tr("Step {n} of {total}").format(n=step + 1, total=len(titles)))
        self.title.setText(titles[step])
        self.stack.setCurrentIndex(step)
        self.notice.hide()
        self.back.setVisible(step <= PLATFORMS)
        self.next.setText(
            {PLATFORMS: self.tr("Make the school"), MATCHING: self.tr("Begin")}.get(step, self.tr("Next"))
        )
        platform = next(iter(self._platforms.values()))
        first = {SCHOOL: self.school, PEOPLE: self.people.name, PLATFORMS: platform, KEY: self.typed}
        first.get(step, self.next).setFocus()

    def _go_back(self) -> None:
        step = self.stack.currentIndex()
        if step == SCHOOL:
            self.cancelled.emit()
        else:
            self._turn(step - 1)

    def _go_on(self) -> None:
        match self.stack.currentIndex():
            case step if step <= PLATFORMS:
                self._check(step)
            case step if step == KEY:
                self._confirm_key()
            case step if step == PERMISSIONS:
                self._turn(MATCHING)
            case _:
                self._finish()

    def plan(self) -> Plan:
        """What was typed so far."""
        from app.school.set_up import Plan

        return Plan(
            school=self.school.text(),
            admin=self.people.plan_of_admin(),
            trained_on=self.people.trained.day,
            lead=self.people.plan_of_lead(),
            school_names=tuple(name.strip() for name in self.other_names.text().split(",") if name.strip()),
            platforms=tuple(platform for platform, box in self._platforms.items() if box.isChecked()),
        )

    def _check(self, step: int) -> None:
        """Say what is wrong with this step, or go on."""
        from app.school.set_up import Problem, problems
        from app.ui.set_up_words import said

        plan = self.plan()
        found = problems(plan, today=date.today())  # noqa: DTZ011 - the day on this computer's calendar
        if step == SCHOOL:
            found = [one for one in found if one is Problem.NO_SCHOOL]
        wrong = [said(one) for one in found]
        if step == PEOPLE and self.people.password.text() != self.people.again.text():
            wrong.append(self.tr("Your password was not typed the same twice."))
        if step == PLATFORMS and not plan.platforms:
            wrong.append(self.tr("Tick at least one platform; more can be added later."))
        if wrong:
            self._field_of(step, found).setFocus(Qt.FocusReason.OtherFocusReason)
            self.notice.say("\n".join(wrong), Tone.ATTENTION)
            self.bring_into_sight(self.notice)
        elif step < PLATFORMS:
            self._turn(step + 1)
        else:
            self._make(plan)

    def _field_of(self, step: int, found: Sequence[Problem]) -> QWidget:
        """Where the first of these problems is put right."""
        match step:
            case step if step == SCHOOL:
                return self.school
            case step if step == PEOPLE:
                return self.people.field_of(found[0]) if found else self.people.again
            case _:
                return next(iter(self._platforms.values()))

    # making it

    def _make(self, plan: Plan) -> None:
        folder = self.desk.store
        if folder is None:
            return
        self.setEnabled(False)
        self.notice.say(self.tr("Making the encrypted store…"))
        doors = self.desk.doors
        self.desk.acts.submit(lambda: doors.set_up(folder, plan), done=self._made, failed=self._not_made)

    def _made(self, made: tuple[Any, str]) -> None:
        self.setEnabled(True)
        self._services, written = made
        self.desk.hold(self._services)
        self.people.forget_passwords()
        self.key.setText(written)
        if self.people.both.isChecked():
            self.roll_words.setText(
                self.tr("Export the roll with the answers from the school's records system, and bring it in.")
            )
        else:
            self.roll_words.setText(
                self.tr("The lead signs in with the first password, changes it, and brings in the roll.")
            )
        self.roll_now.setVisible(self.people.both.isChecked())
        self._turn(KEY)

    def _not_made(self, failure: Failure) -> None:
        self.setEnabled(True)
        self.tell(failure)

    def _confirm_key(self) -> None:
        if self.later.isChecked():
            self._forget_key()
            return
        typed, services = self.typed.text(), self._services
        if not typed.strip() or services is None:
            self.notice.say(
                self.tr("Type the key from your paper, or tick that you do it later."), Tone.ATTENTION
            )
            return

        def confirm() -> None:
            from app.school import recovery

            recovery.confirm(services, typed)

        self.desk.acts.submit(confirm, done=lambda _none: self._forget_key(), failed=self._wrong_key)

    def _wrong_key(self, _failure: Failure) -> None:
        self.notice.say(self.tr("This is not the key. Look at your paper and type it again."), Tone.ATTENTION)
        self.typed.setFocus()

    def _forget_key(self) -> None:
        """It is shown this once."""
        self.key.clear()
        self.typed.clear()
        self._turn(PERMISSIONS)

    def _print(self) -> None:
        from app.ui.printing import print_key

        print_key(self.key.text(), self.school.text(), self)

    def _finish(self) -> None:
        if self._services is not None:
            self._services = None
            self.desk.adopt()
            self.finished.emit(
                "people" if self.people.both.isChecked() and self.roll_now.isChecked() else "home"
            )
