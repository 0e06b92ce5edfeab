"""Fills a filmstrip with small pictures, those next to the photo in front first, after all that is more urgent."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import QObject

from app.ui.desk import Desk
from app.ui.job import Failure, Urgency
from app.ui.pictures import THUMB, Shown
from app.ui.widgets.filmstrip import Filmstrip
from consent.publications import PhotoId


class Thumbs(QObject):
    """Asks for one picture at a time, so that the next is always the nearest, wherever one has gone meanwhile."""

    def __init__(self, desk: Desk, strip: Filmstrip) -> None:
        super().__init__(strip)
        self._desk, self._strip = desk, strip
        self._round = 0

    def fill(self) -> None:
        """Ask for each picture that is missing; whatever was asked for before goes on in this round."""
        self._round += 1
        for photo in self._strip.missing():
            kept = self._desk.pictures.kept(PhotoId(photo), THUMB)
            if kept is not None:
                self._strip.set_picture(photo, kept.image)
        self._ask(self._round, frozenset())

    def _ask(self, turn: int, past: AbstractSet[str]) -> None:
        wanted = [photo for photo in self._strip.missing() if photo not in past]
        if turn != self._round or not wanted or self._desk.is_locked:
            return
        photo = wanted[0]
        self._desk.pictures.photo(
            self._desk.services,
            PhotoId(photo),
            partial(self._put, turn, photo, past),
            failed=partial(self._go_on_without, turn, photo, past),
            urgency=Urgency.LATER,
            side=THUMB,
        )

    def _put(self, turn: int, photo: str, past: AbstractSet[str], shown: Shown) -> None:
        if not self._desk.is_locked:
            self._strip.set_picture(photo, shown.image)
            self._ask(turn, past | {photo})  # it may have left the strip meanwhile

    def _go_on_without(self, turn: int, photo: str, past: AbstractSet[str], _failure: Failure) -> None:
        """An empty place is left in the strip."""
        self._ask(turn, past | {photo})
