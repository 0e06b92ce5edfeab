"""Makes two records one person from a person's page, and two again, each after a look at what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.ui.job import Failure
from app.ui.messages import explain_failure
from app.ui.pages.page import Page
from app.ui.people.joining_dialogs import MergeDialog, SplitDialog
from app.ui.people.person_card import PersonCard
from app.ui.reading_people import RegisterView, register_view
from app.ui.widgets.notice import Tone
from consent.errors import Code
from consent.people import PersonId

if TYPE_CHECKING:
    from app.people.foreseeing import Foreseen
    from app.people.joining import Separated
    from app.services import Services

# ruff: noqa: PLC0415 - the register's doors are loaded when they are first asked for


class PersonJoining(QObject):
    """The two buttons of a person's page."""

    def __init__(self, page: Page, card: PersonCard, reopen: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._card, self._reopen = page, card, reopen
        card.same.clicked.connect(lambda _checked=False: self._ask_who())
        card.two.clicked.connect(lambda _checked=False: self._ask_split())

    # two records, one person

    def _ask_who(self) -> None:
        if self._card.view is not None:
            self._page.desk.ask(register_view, done=self._ask_merge, failed=self._tell)

    def _ask_merge(self, register: RegisterView) -> None:
        view = self._card.view
        if view is None or self._page.desk.is_locked:
            return
        kept = view.person
        others = {one.id: one for one in register.people if one.id != kept.id and one.kind is kept.kind}
        dialog = MergeDialog(
            self._page.theme, kept, others, view.platforms,
            act=lambda gone: self._merge(kept.id, gone), parent=self._page,
        )  # fmt: skip
        dialog.foresee_wanted.connect(lambda gone: self._foresee_merge(dialog, kept.id, PersonId(gone)))
        dialog.open()

    def _foresee_merge(self, dialog: MergeDialog, kept: PersonId, gone: PersonId) -> None:
        def foresee(services: Services) -> Foreseen:
            from app.people.foreseeing import foresee_merge

            return foresee_merge(services, kept, gone)

        self._page.desk.ask(
            foresee,
            done=lambda found: dialog.foreseen(found) if isValid(dialog) else None,
            failed=lambda failure: self._not_foreseen(dialog, failure),
        )

    def _not_foreseen(self, dialog: MergeDialog | SplitDialog, failure: Failure) -> None:
        if isValid(dialog):
            dialog.about.clear()
            words = explain_failure(failure)
            if failure.code is Code.INVALID:
                words = self.tr(
                    "Both records have a number of their own, so they may be two people. Correct the wrong number first, "
                    "if it is one person."
                )
            dialog.notice.say(words, Tone.TROUBLE)

    def _merge(self, kept: PersonId, gone: PersonId) -> None:
        def join(services: Services) -> PersonId:
            from app.people.joining import merge

            return merge(services, kept, gone).id

        def done(person: PersonId) -> None:
            self._reopen(person)
            self._card.notice.say(self.tr("They are one person now. It can be taken back here."), Tone.GOOD)

        self._page.desk.ask(join, done=done, failed=self._tell)

    # one record, two people

    def _ask_split(self) -> None:
        view = self._card.view
        if view is None or not view.person.once:
            return
        gone = view.person.once[-1]
        dialog = SplitDialog(
            self._page.theme,
            view.person.shown_name,
            view.platforms,
            lambda: self._split(gone),
            parent=self._page,
        )

        def foresee(services: Services) -> Foreseen:
            from app.people.foreseeing import foresee_split

            return foresee_split(services, gone)

        dialog.open()
        self._page.desk.ask(
            foresee,
            done=lambda found: dialog.foreseen(found) if isValid(dialog) else None,
            failed=lambda failure: self._not_foreseen(dialog, failure),
        )

    def _split(self, gone: PersonId) -> None:
        def part(services: Services) -> Separated:
            from app.people.joining import split

            return split(services, gone)

        self._page.desk.ask(part, done=self._parted, failed=self._tell)

    def _parted(self, parted: Separated) -> None:
        self._reopen(parted.kept.id)
        words = self.tr("They are two people again: {first} and {second}.").format(
            first=parted.kept.shown_name, second=parted.gone.shown_name
        )
        if parted.posts:
            words += " " + self.tr("Look at the posts that show one of them, under History.")
        self._card.notice.say(words, Tone.ATTENTION if parted.posts else Tone.GOOD)

    def _tell(self, failure: Failure) -> None:
        self._card.notice.say(explain_failure(failure), Tone.TROUBLE)
