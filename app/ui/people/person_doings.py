"""What can be done about the person in front: answers, leaving, the mark, pictures, everything that is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.ui import people_acts
from app.ui.job import Failure
from app.ui.messages import explain_failure, explain_of_two
from app.ui.pages.page import Page
from app.ui.people.answer_dialog import AnswerDialog
from app.ui.people.change_dialog import ChangePersonDialog
from app.ui.people.person_card import PersonCard
from app.ui.people.quality_words import said_of
from app.ui.people.small_dialogs import LeavingDialog, NeverPublishDialog, ToldDialog
from app.ui.widgets.notice import Tone
from consent.people import PersonId

if TYPE_CHECKING:
    from app.services import Services
    from app.work.progress import Progress
    from vision.faces.quality import Quality

Reopen = Callable[[str], None]
"""Reads a person anew and shows their page."""


class PersonDoings(QObject):
    """One act at a time; what it came to is said on the person's page."""

    def __init__(self, page: Page, card: PersonCard, reopen: Reopen) -> None:
        super().__init__(page)
        self._page, self._card, self._reopen = page, card, reopen
        for button, ask in (
            (card.record, self._ask_answer),
            (card.edit, self._ask_change),
            (card.picture, self._ask_pictures),
            (card.forget, self._ask_forget),
            (card.leave, self._ask_leaving),
            (card.back_on_roll, self._come_back),
            (card.never, self._ask_never_publish),
            (card.told, self._ask_told),
            (card.pack, self._ask_where),
        ):
            button.clicked.connect(lambda _checked=False, wanted=ask: wanted())

    def _ask_answer(self) -> None:
        view = self._card.view
        if view is None:
            return
        person = view.person
        AnswerDialog(
            self._page.theme,
            (person,),
            view.platforms,
            today=view.today,
            act=lambda typed: self._do(
                lambda services: people_acts.record(services, typed.of(person)),
                self.tr("Recorded. It counts from now on."),
                then=person.id,
            ),
            parent=self._page,
            scans=view.scans,
        ).open()

    def _ask_change(self) -> None:
        view = self._card.view
        if view is None:
            return
        seen = view.person
        ChangePersonDialog(
            self._page.theme,
            seen,
            lambda after: self._do(
                lambda services: people_acts.change_person(services, seen, after),
                self.tr("Changed."),
                then=seen.id,
            ),
            parent=self._page,
        ).open()

    def _ask_leaving(self) -> None:
        view = self._card.view
        if view is None:
            return
        person = view.person

        def left(on: date) -> None:
            self._do(
                lambda services: people_acts.leave(services, person.id, on),
                self.tr("Recorded."),
                then=person.id,
            )

        LeavingDialog(self._page.theme, person.shown_name, view.today, act=left, parent=self._page).open()

    def _come_back(self) -> None:
        view = self._card.view
        if view is not None:
            person = view.person.id
            self._do(
                lambda services: people_acts.come_back(services, person),
                self.tr("Recorded. Answers that still stand count again."),
                then=person,
            )

    def _ask_never_publish(self) -> None:
        view = self._card.view
        if view is None:
            return
        person, lifts = view.person, view.never_publish

        def agreed(reason: str, user_name: str, password: str) -> None:
            self._do(
                lambda services: (
                    people_acts.allow_again(services, person.id, user_name=user_name, password=password)
                    if lifts
                    else people_acts.forbid(
                        services, person.id, reason, user_name=user_name, password=password
                    )
                ),
                self.tr("Lifted.") if lifts else self.tr("Marked. It holds on every platform from now on."),
                then=person.id,
                failed=self._not_agreed,
            )

        NeverPublishDialog(
            self._page.theme, person.shown_name, lifts=lifts, act=agreed, parent=self._page
        ).open()

    # everything that is held

    def _ask_where(self) -> None:
        view = self._card.view
        if view is None:
            return
        person = view.person.id
        dialog = QFileDialog(self._page, self.tr("A new folder for everything that is held"), "")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Make"))
        dialog.fileSelected.connect(lambda name: self.write_pack(person, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_pack(self, person: PersonId, folder: Path) -> None:
        """Gather everything about someone into a new folder; other people are covered."""
        self._card.notice.say(self.tr("Gathering everything…"))
        self._page.desk.begin(
            lambda services: people_acts.access_pack(services, person, folder),
            done=lambda _end: self._card.notice.say(
                self.tr(
                    "The folder is written. It is not encrypted: hand it over safely, and delete it then."
                ),
                Tone.GOOD,
            ),
            failed=self.tell,
            progressed=self._packed,
            stopped=self._card.notice.hide,
            lane=self._page.desk.side,
        )

    def _packed(self, step: Progress) -> None:
        self._card.notice.say(
            self.tr("Covering other people: {done} of {total}").format(done=step.done, total=step.total)
        )

    # recognising

    def _ask_told(self) -> None:
        view = self._card.view
        if view is None:
            return
        person = view.person

        def told(on: date, form: str) -> None:
            self._do(
                lambda services: people_acts.tell_parents(services, person.id, on, form),
                self.tr("Recorded."),
                then=person.id,
            )

        ToldDialog(self._page.theme, person.shown_name, view.today, act=told, parent=self._page).open()

    def _ask_pictures(self) -> None:
        view = self._card.view
        if view is None:
            return
        person = view.person.id
        dialog = QFileDialog(
            self._page, self.tr("Choose pictures"), "", self.tr("Pictures (*.jpg *.jpeg *.png *.heic)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_pictures(person, [Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_pictures(self, person: PersonId, files: list[Path]) -> None:
        """Judge each picture, keep the numbers of the good ones, and say how each one served."""
        told: list[str] = []

        def judged(one: tuple[str, Quality]) -> None:
            told.append(self.tr("{file}: {sentence}").format(file=one[0], sentence=said_of(one[1].value)))
            self._card.notice.say("\n".join(told))

        self._card.notice.say(self.tr("Looking at the pictures…"))
        self._page.desk.begin(
            lambda services: people_acts.add_pictures(services, person, files),
            done=lambda _end: self._reopen(person),
            failed=self.tell,
            progressed=judged,
            stopped=lambda: None,
            lane=self._page.desk.side,
        )

    def _ask_forget(self) -> None:
        view = self._card.view
        if view is None:
            return
        person = view.person.id
        self._page.confirm(
            self.tr("Destroy what is kept to recognise this person? New pictures can be added later."),
            self.tr("Destroy"),
            many=view.templates,
            act=lambda: self._do(
                lambda services: people_acts.forget_pictures(services, person),
                self.tr("Destroyed."),
                then=person,
            ),
        )

    def tell(self, failure: Failure) -> None:
        """Why something about the person in front did not work."""
        self._card.notice.say(explain_failure(failure), Tone.TROUBLE)

    def _not_agreed(self, failure: Failure) -> None:
        self._card.notice.say(explain_of_two(failure), Tone.TROUBLE)

    def _do(
        self,
        act: Callable[[Services], Any],
        said: str,
        *,
        then: PersonId,
        failed: Callable[[Failure], None] | None = None,
    ) -> None:
        """One act on the register, after which this person's page is read anew."""

        def done(_result: Any) -> None:
            self._reopen(then)
            self._card.notice.say(said, Tone.GOOD)

        self._page.desk.ask(act, done=done, failed=failed or self.tell)
