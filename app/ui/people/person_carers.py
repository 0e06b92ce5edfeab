"""Changes who speaks for a person, after a look at what then counts differently; and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui import people_acts
from app.ui.count import counted
from app.ui.job import Failure
from app.ui.messages import explain_failure
from app.ui.pages.page import Page
from app.ui.people.carers_dialog import CarersDialog
from app.ui.people.person_card import PersonCard
from app.ui.people_words import KINDS, words
from app.ui.reading_people import KINDS as ASKED
from app.ui.widgets.notice import Tone
from consent.decisions import Why
from consent.people import Carer, Person
from consent.permissions import Kind
from consent.platforms import Platform

if TYPE_CHECKING:
    from app.people.foreseeing import Counts, Foreseen


class PersonCarers(QObject):
    """The button "Carers…" of a person's page."""

    def __init__(self, page: Page, card: PersonCard, reopen: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._card, self._reopen = page, card, reopen
        card.carers.clicked.connect(lambda _checked=False: self._ask())

    def _ask(self) -> None:
        view = self._card.view
        if view is None:
            return
        person, platforms = view.person, view.platforms
        CarersDialog(
            self._page.theme,
            person,
            view.heard,
            act=lambda carers: self._foresee(person, carers, platforms),
            parent=self._page,
        ).open()

    def _foresee(self, person: Person, carers: Sequence[Carer], platforms: Sequence[Platform]) -> None:
        """Where what counts would be different it is said first; else there is nothing to ask."""

        def foreseen(found: Foreseen) -> None:
            if self._page.desk.is_locked:
                return
            (before,), (after,) = found.before, found.after
            differences = [*self._told(before, after, platforms), *self._posts(found.come_down)]
            if not differences:
                self._change(person, carers)
                return
            self._page.confirm(
                "\n".join((self.tr("This counts differently from now on:"), *differences)),
                self.tr("Change the carers"),
                many=1,
                act=lambda: self._change(person, carers),
            )

        self._page.desk.ask(
            lambda services: people_acts.foresee_carers(services, person, carers),
            done=foreseen,
            failed=self._tell,
        )

    def _change(self, person: Person, carers: Sequence[Carer]) -> None:
        def done(after: Person) -> None:
            self._reopen(after.id)
            self._card.notice.offer(
                self.tr("Changed. The answers count by the carers as they are now."),
                self.tr("Undo"),
                lambda: self._foresee(after, person.carers, self._platforms()),
                tone=Tone.GOOD,
            )

        self._page.desk.ask(
            lambda services: people_acts.change_carers(services, person, carers),
            done=done,
            failed=self._tell,
        )

    def _platforms(self) -> Sequence[Platform]:
        return self._card.view.platforms if self._card.view is not None else ()

    # what counts differently

    def _told(self, before: Counts, after: Counts, platforms: Sequence[Platform]) -> Sequence[str]:
        """One line for each kind of permission that begins or ends, and for what is kept to recognise."""
        lines = []
        for kind in ASKED:
            differ = [
                one
                for one in platforms
                if before.answers[one.id, kind].allowed is not after.answers[one.id, kind].allowed
            ]
            for pattern, allowed in (
                (self.tr("{kind}: no longer on {platforms}"), False),
                (self.tr("{kind}: from now on, on {platforms}"), True),
            ):
                names = [one.name for one in differ if after.answers[one.id, kind].allowed is allowed]
                if names:
                    lines.append(pattern.format(kind=words(KINDS[kind]), platforms=", ".join(names)))
        return (*lines, *self._recognising(before, after))

    def _posts(self, come_down: int) -> Sequence[str]:
        return [self.tr("Posts that then must come down: {n}").format(n=come_down)] if come_down else []

    def _recognising(self, before: Counts, after: Counts) -> Sequence[str]:
        lost = before.templates - after.templates
        if lost > 0:
            said = self.tr("{kind}: {pictures} destroyed, which cannot be undone")
        elif after.recognising.allowed and not before.recognising.allowed:
            said = self.tr("{kind}: there is a consent from now on")
        elif before.recognising.allowed and not after.recognising.allowed:
            said = (
                self.tr("{kind}: not until every parent was told")
                if after.recognising.why is Why.NO_NOTICE
                else self.tr("{kind}: there is no consent any more")
            )
        else:
            return ()
        return (said.format(kind=words(KINDS[Kind.BIOMETRIC]), pictures=counted("%n picture(s)", lost)),)

    def _tell(self, failure: Failure) -> None:
        self._card.notice.say(explain_failure(failure), Tone.TROUBLE)
