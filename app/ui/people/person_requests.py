"""Records on a person's page that someone asked for what is held, and that the answer went out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from app.ui import people_acts
from app.ui.job import Failure
from app.ui.messages import explain_failure
from app.ui.pages.page import Page
from app.ui.people.person_card import PersonCard
from app.ui.people.request_dialog import RequestDialog
from app.ui.widgets.notice import Tone


class PersonRequests(QObject):
    """One button of a person's page, which is about the answer while one is due."""

    def __init__(self, page: Page, card: PersonCard, reopen: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._card, self._reopen = page, card, reopen
        card.request.clicked.connect(lambda _checked=False: self._ask())

    def _ask(self) -> None:
        view = self._card.view
        if view is None:
            return
        person, waits = view.person, bool(view.requests)
        act = people_acts.answered if waits else people_acts.asked

        def record(on: date) -> None:
            self._page.desk.ask(
                lambda services: act(services, person.id, on),
                done=lambda _none: self._recorded(person.id),
                failed=self._tell,
            )

        RequestDialog(
            self._page.theme, person.shown_name, view.today, waits=waits, act=record, parent=self._page
        ).open()

    def _recorded(self, person: str) -> None:
        self._reopen(person)
        self._card.notice.say(self.tr("Recorded."), Tone.GOOD)

    def _tell(self, failure: Failure) -> None:
        self._card.notice.say(explain_failure(failure), Tone.TROUBLE)
