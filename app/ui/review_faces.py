"""Puts a picture beside everyone whom a face in the review may be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.ui.desk import Desk
from app.ui.review_model import ReviewModel
from app.ui.review_words import seen_elsewhere
from app.ui.widgets.face_panel import FacePanel
from consent.people import PersonId


class OfferedFaces(QObject):
    """Fetches a picture for everyone whom the panel offers, while the name is being read."""

    def __init__(self, desk: Desk, model: ReviewModel, panel: FacePanel) -> None:
        super().__init__(panel)
        self._desk, self._model, self._panel = desk, model, panel

    def fetch(self) -> None:
        """Ask for the pictures that are missing."""
        batch, view = self._model.batch, self._model.view
        if batch is None or view is None or self._desk.is_locked:
            return
        for person in self._panel.without_picture():
            self._desk.pictures.reference(self._desk.services, person, partial(self._looked_up, person))

    def _looked_up(self, person: PersonId, picture: QImage | None) -> None:
        """Where no picture is kept, a face that was confirmed as the same person serves."""
        batch, view = self._model.batch, self._model.view
        if self._desk.is_locked or batch is None or view is None:
            return
        if picture is not None:
            self._panel.set_picture(person, picture)
            return
        found = seen_elsewhere(person, batch, besides=view.record.id)
        if found is not None:
            self._desk.pictures.face(self._desk.services, *found, partial(self._arrived, person))

    def _arrived(self, person: PersonId, picture: QImage) -> None:
        if not self._desk.is_locked:
            self._panel.set_picture(person, picture)
