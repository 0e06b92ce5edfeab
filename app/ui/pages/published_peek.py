"""Keeps the picture "as published" ready for the photo in front, made from the very bytes that would be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.ui.desk import Desk
from app.ui.job import Failure, Urgency
from app.ui.pictures import Shown
from app.ui.review_model import ReviewModel
from app.ui.widgets.photo_view import PhotoView
from consent.decisions import Verdict

AFTER_MS = 350
"""Made when the hand has rested so long, so that Space shows it at once."""


class PublishedPeek(QObject):
    """Asks for the picture when it may be wanted, and puts words in its place until it is there."""

    def __init__(
        self, desk: Desk, model: ReviewModel, photo: PhotoView, *, failed: Callable[[Failure], None]
    ) -> None:
        super().__init__(photo)
        self._desk, self._model, self._photo, self._failed = desk, model, photo, failed
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._soon_wanted)
        photo.peek_wanted.connect(self._wanted)

    def refresh(self) -> None:
        """What was made before is out of date."""
        self._photo.set_published(None, self.tr("Making the picture as it would be published…"))
        self._soon.start()
        if self._photo.peeking or self._photo.comparing:
            self._fetch(Urgency.NOW)

    def stop(self) -> None:
        self._soon.stop()

    def _soon_wanted(self) -> None:
        self._fetch(Urgency.SOON)

    def _wanted(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self._fetch(Urgency.NOW)

    def _fetch(self, urgency: Urgency) -> None:
        view, decision, batch = self._model.view, self._model.decision, self._model.batch
        if view is None or decision is None or batch is None or self._desk.is_locked:
            return
        if decision.verdict is Verdict.BLOCKED:
            name = batch.platforms[self._model.platform].name
            words = self.tr("This photo would not be published on {platform}.").format(platform=name)
            self._photo.set_published(None, words)
            return

        def arrived(shown: Shown) -> None:
            if not self._desk.is_locked and self._model.decision is decision:
                self._photo.set_published(shown.image)

        self._desk.pictures.published(
            self._desk.services, view.record, decision, arrived, failed=self._failed, urgency=urgency
        )
