"""People: the register and its permissions; one person; answers for many; the roll."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedLayout

from app.ui import people_acts
from app.ui.count import counted
from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.people.answer_dialog import AnswerDialog, Recorded
from app.ui.people.person_card import PersonCard
from app.ui.people.person_carers import PersonCarers
from app.ui.people.person_doings import PersonDoings
from app.ui.people.person_joining import PersonJoining
from app.ui.people.person_papers import PersonPapers
from app.ui.people.person_requests import PersonRequests
from app.ui.people.register_list import RegisterList
from app.ui.people.small_dialogs import NewPersonDialog
from app.ui.reading_people import PersonView, RegisterView, person_view, register_view
from app.ui.theme import Theme
from app.ui.widgets.notice import Tone
from consent.people import Person, PersonId, PersonKind

if TYPE_CHECKING:
    from app.services import Services
    from app.ui.people.import_page import ImportPage


class PeoplePage(Page):
    """Whoever keeps the register may change it; everyone else who works with photos may look."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.register_list = RegisterList(theme, self.notice, self)
        self.person_card = PersonCard(theme, self)
        self._import: ImportPage | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.register_list)
        self._stack.addWidget(self.person_card)
        self._view: RegisterView | None = None
        self._person: PersonId | None = None
        self.register_list.person_wanted.connect(self.open_person)
        self.register_list.add.clicked.connect(lambda _checked=False: self._ask_new_person())
        self.register_list.roll.clicked.connect(lambda _checked=False: self.show_import())
        self.register_list.group.clicked.connect(lambda _checked=False: self._ask_for_many())
        self.person_card.back_wanted.connect(self.show_list)
        self.doings = PersonDoings(self, self.person_card, self.open_person)
        self.joining = PersonJoining(self, self.person_card, self.open_person)
        self.carers = PersonCarers(self, self.person_card, self.open_person)
        self.papers = PersonPapers(self, self.person_card, self.open_person)
        self.requests = PersonRequests(self, self.person_card, self.open_person)

    def enter(self) -> None:
        if self._stack.currentWidget() is self._import:
            return
        if self._person is not None:
            self.open_person(self._person)
        else:
            self.show_list()

    def enter_at(self, item: str) -> None:
        self.open_person(item)

    def put_away(self) -> None:
        self._view = None
        self.register_list.clear()
        self.person_card.clear()
        if self._import is not None:
            self._import.put_away()

    def begin_anew(self) -> None:
        self.put_away()
        self._person = None
        self.notice.hide()
        if self._import is not None:
            self._import.begin_anew()
        self._stack.setCurrentWidget(self.register_list)

    # the register

    def show_list(self) -> None:
        """Everyone, as the filters say."""
        self._person = None
        self.person_card.clear()
        self._stack.setCurrentWidget(self.register_list)
        self.desk.ask(register_view, done=self._loaded, failed=self.tell)
        self.register_list.search.setFocus()

    def _loaded(self, view: RegisterView) -> None:
        if not self.desk.is_locked:
            self._view = view
            self.register_list.show_register(view)

    def _ask_new_person(self) -> None:
        NewPersonDialog(self.theme, self._add, parent=self).open()

    def _add(self, kind: PersonKind, name: str, known_as: str, class_name: str) -> None:
        self.desk.ask(
            lambda services: people_acts.add_person(
                services, kind, name, known_as=known_as, class_name=class_name
            ),
            done=self.open_person,
            failed=self.tell,
        )

    def _ask_for_many(self) -> None:
        view, people = self._view, self.register_list.people()
        if view is None or not people:
            return
        AnswerDialog(
            self.theme,
            people,
            view.platforms,
            today=view.today,
            act=lambda typed: self._confirm_many(people, typed),
            parent=self,
        ).open()

    def _confirm_many(self, people: tuple[Person, ...], typed: Recorded) -> None:
        records = [record for person in people for record in typed.of(person)]
        whom = counted("%n person(s)", len({record.person for record in records}))
        self.confirm(
            self.tr("Record this answer for {people}? It counts from now on.").format(people=whom),
            self.tr("Record for {people}").format(people=whom),
            many=len(people),
            act=lambda: self._do(
                lambda services: people_acts.record(services, records),
                self.tr("Recorded for {people}.").format(people=whom),
                then=self.show_list,
            ),
        )

    # one person

    def open_person(self, person: str) -> None:
        """A person's page."""
        if not person:
            return
        self._person = PersonId(person)
        self.desk.ask(
            lambda services: person_view(services, PersonId(person)),
            done=self._loaded_person,
            failed=self._gone,
        )

    def _loaded_person(self, view: PersonView) -> None:
        if self.desk.is_locked or self._person is None:
            return
        before = self._stack.currentWidget()
        self.person_card.show_person(view)
        self._stack.setCurrentWidget(self.person_card)
        if before is not self.person_card:
            self.person_card.answers.setFocus()

    def _gone(self, failure: Failure) -> None:
        self.show_list()
        self.tell(failure)

    # the roll

    def show_import(self) -> None:
        """The three steps of bringing the roll in."""
        page = self.import_page
        if self._view is not None:
            page.changes.know({person.id: person for person in self._view.people})
        self._stack.setCurrentWidget(page)
        page.enter()

    @property
    def import_page(self) -> ImportPage:
        """Built when it is first asked for."""
        if self._import is None:
            from app.ui.people.import_page import ImportPage  # noqa: PLC0415 - most never need it

            self._import = ImportPage(self.desk, self.theme)
            self._import.done.connect(self.show_list)
            self._stack.addWidget(self._import)
        return self._import

    def _do(self, act: Callable[[Services], Any], said: str, *, then: Callable[[], None]) -> None:
        """One act on the register, and what it came to."""

        def done(_result: Any) -> None:
            then()
            self.notice.say(said, Tone.GOOD)

        self.desk.ask(act, done=done, failed=self.tell)
