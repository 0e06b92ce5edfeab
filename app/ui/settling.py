"""Lets a person settle each copy of which it is not known whether it arrived; nothing is sent twice unasked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.ui.deliver_dialogs import ArrivedDialog
from app.ui.job import Failure, Urgency
from app.ui.pages.page import Page
from app.ui.pictures import THUMB, Shown
from app.ui.reading_delivery import Doubt, doubts
from app.ui.widgets.doubtful_card import DoubtfulCard
from app.ui.widgets.notice import Tone
from consent.deliveries import Delivery

if TYPE_CHECKING:
    from app.services import Services

# ruff: noqa: PLC0415 - the outbox is loaded when it is first asked for


class Settling(QObject):
    """The card and its three answers; a look at the destination may take a while and is made beside the window."""

    settled = Signal()
    shown = Signal()  # there is something to settle

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.card = DoubtfulCard(page)
        self.card.picture_wanted.connect(self._fetch_picture)
        self.card.there.connect(self._ask_there)
        self.card.not_there.connect(self._ask_not_there)
        self.card.look_again.connect(self._look_again)

    def read(self) -> None:
        """Show what is doubtful now."""
        self._page.desk.ask(doubts, done=self._show, failed=self._page.tell, urgency=Urgency.SOON)

    def clear(self) -> None:
        """Forget names and pictures."""
        self.card.show_doubts(())

    def _show(self, found: tuple[Doubt, ...]) -> None:
        if not self._page.desk.is_locked:
            self.card.show_doubts(found)
            if found:
                self.shown.emit()

    def _fetch_picture(self, file_name: str) -> None:
        desk, one = self._page.desk, self.card.found[file_name]
        if not desk.is_locked:
            arrived = partial(self._put_picture, file_name)
            desk.pictures.photo(desk.services, one.photo, arrived, urgency=Urgency.LATER, side=THUMB)

    def _put_picture(self, file_name: str, shown: Shown) -> None:
        if not self._page.desk.is_locked:
            self.card.show_picture(file_name, QImage(shown.image))

    def _ask_there(self, file_name: str) -> None:
        if file_name:
            page = self._page
            ArrivedDialog(page.theme, lambda address: self._there(file_name, address), parent=page).open()

    def _there(self, file_name: str, address: str) -> None:
        def settle(services: Services) -> Delivery:
            from app.posts.doubtful import Settled, settle

            return settle(services, file_name, Settled.IS_THERE, address=address)

        self._do(settle, self.tr("Put down as posted. Deliver the batch again for what is left of it."))

    def _ask_not_there(self, file_name: str) -> None:
        if not file_name:
            return

        def settle(services: Services) -> Delivery:
            from app.posts.doubtful import Settled, settle

            return settle(services, file_name, Settled.IS_NOT_THERE)

        said = self.tr("Put down as not sent. The next delivery of the batch sends it.")
        self._page.confirm(
            self.tr("You looked, and the copy is not there? The next delivery sends it again."),
            self.tr("It is not there"),
            many=1,
            act=lambda: self._do(settle, said),
        )

    def _look_again(self, file_name: str) -> None:
        if not file_name:
            return

        def look(services: Services) -> Delivery:
            from app.posts.doubtful import look_again

            return look_again(services, file_name)

        self.card.look.setEnabled(False)
        self._page.notice.say(self.tr("Looking at the place itself…"))
        self._page.desk.begin(
            look,
            done=self._looked,
            failed=self._not_looked,
            progressed=lambda _step: None,
            stopped=lambda: self.card.look.setEnabled(True),
            lane=self._page.desk.side,
        )

    def _looked(self, found: Delivery) -> None:
        if not found.is_settled:
            words = self.tr("The place itself cannot tell. Look for the photo there, and say what you see.")
            tone = Tone.ATTENTION
        elif found.sent.value == "sent":
            words, tone = self.tr("It is there, and put down as posted."), Tone.GOOD
        else:
            words, tone = self.tr("It is not there. The next delivery of the batch sends it."), Tone.GOOD
        self._over(words, tone)

    def _not_looked(self, failure: Failure) -> None:
        self.card.look.setEnabled(True)
        self._page.tell(failure)

    def _do(self, act: Callable[[Services], Any], said: str) -> None:
        self._page.desk.ask(act, done=lambda _found: self._over(said, Tone.GOOD), failed=self._page.tell)

    def _over(self, words: str, tone: Tone) -> None:
        self.card.look.setEnabled(True)
        if not self._page.desk.is_locked:
            self._page.notice.say(words, tone)
            self.read()
        self._page.desk.count()
        self.settled.emit()
