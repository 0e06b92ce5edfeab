"""Remembers where someone is in a batch, and finds the place again after a crash, a restart or a weekend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui.desk import Desk
from app.ui.job import Urgency
from app.ui.reading_batch import BatchView
from app.ui.regions import open_regions
from consent.platforms import PlatformId

if TYPE_CHECKING:
    from app.ui.review_model import ReviewModel

REST_MS = 500
"""Where someone is in a batch is kept when the hand has rested so long."""


class ReviewBookmark(QObject):
    """Keeps the place a moment after the last move."""

    def __init__(self, desk: Desk, model: ReviewModel) -> None:
        super().__init__(model)
        self._desk, self._model = desk, model
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._keep)

    def rest(self) -> None:
        """The hand has just moved; wait until it rests."""
        self._timer.start()

    def _keep(self) -> None:
        mark = self._model.bookmark
        if mark is not None:
            self._desk.ask(
                lambda services: services.store.ledger.put_bookmark(mark),
                done=lambda _none: None,
                failed=lambda _failure: None,
                urgency=Urgency.LATER,
            )


def place_in(view: BatchView) -> tuple[int, int]:
    """Photo and platform where this person was last; else the first photo in which someone waits."""
    ids = [photo.record.id for photo in view.photos]
    platforms = [platform.id for platform in view.platforms]
    mark = view.bookmark
    if mark is not None and mark.photo in ids:
        index = ids.index(mark.photo)
    else:
        index = next((n for n, photo in enumerate(view.photos) if open_regions(photo)), 0)
    known = mark is not None and mark.platform in platforms
    return index, platforms.index(PlatformId(mark.platform)) if mark is not None and known else 0
