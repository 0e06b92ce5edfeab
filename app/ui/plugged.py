"""Notices cards, phones and watched folders beside the window, and tells what the desk can offer for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui import acts
from app.ui.job import Failure, Job, Lane

if TYPE_CHECKING:
    from app.devices.watch import Watcher
    from app.offers import Offer
    from app.services import Services
    from app.ui.desk import Desk

LOOK_EVERY_MS = 2000
"""A card is offered before the hand is back on the mouse; one look costs a few milliseconds."""


class Plugged(QObject):
    """Looks only while someone is signed in. A lane of its own: a slow card keeps nothing else waiting."""

    offered = Signal(object)  # tuple of Offer: everything that is there now

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lane = Lane("devices", self)
        self.offers: tuple[Offer, ...] = ()
        self._desk = desk
        self._watcher: Watcher | None = None
        self._job: Job | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and then from now on."""
        self._timer.start()

    def look(self) -> None:
        """Look once, unless the last look is still going on."""
        if self._job is not None or self._desk.is_locked or not self._desk.is_open:
            return
        services = self._desk.services
        self._job = self.lane.submit(lambda: self._looked(services), done=self._tell, failed=self._failed)

    def look_afresh(self) -> None:
        """Something was brought in or approved: what is there is counted anew at the next look."""
        self._watcher = None

    def _looked(self, services: Services) -> tuple[Offer, ...] | None:
        """On the lane. None where nothing changed."""
        if self._watcher is None:
            self._watcher = acts.new_watcher(services)
            before: tuple[Offer, ...] = ()
        else:
            before = self.offers
        return acts.offers_after_a_look(services, self._watcher, before)

    def _tell(self, offers: tuple[Offer, ...] | None) -> None:
        self._job = None
        if offers is not None and not self._desk.is_locked:
            self.offers = offers
            self.offered.emit(offers)

    def _failed(self, _failure: Failure) -> None:
        self._job = None  # a card that was pulled out in the middle of a look; the next one shows it
