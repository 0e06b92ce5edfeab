"""Fills a filmstrip with small pictures as they are made, after everything that is more urgent."""

from __future__ import annotations

from functools import partial

from app.ui.desk import Desk
from app.ui.job import Urgency
from app.ui.pictures import THUMB, Shown
from app.ui.widgets.filmstrip import Filmstrip
from consent.publications import PhotoId


def fill(desk: Desk, strip: Filmstrip) -> None:
    """Ask for each picture that is missing."""
    for photo in strip.missing():
        arrived = partial(_put, desk, strip, photo)
        desk.pictures.photo(desk.services, PhotoId(photo), arrived, urgency=Urgency.LATER, side=THUMB)


def _put(desk: Desk, strip: Filmstrip, photo: str, shown: Shown) -> None:
    if not desk.is_locked:
        strip.set_picture(photo, shown.image)
