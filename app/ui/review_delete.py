"""Delete this photo, from the review: broken, blocked everywhere, or simply not wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.ui.deleting import Deleting
from app.ui.pages.page import Page
from app.ui.review_model import ReviewModel


class ReviewDelete(QObject):
    """Deletes the photo in front, and goes on to the next."""

    def __init__(
        self, page: Page, model: ReviewModel, *, stop: Callable[[], None], is_busy: Callable[[], bool]
    ) -> None:
        super().__init__(page)
        self._page, self._model, self._is_busy = page, model, is_busy
        # in the lane of the corrections: one that is still being saved comes first
        self._deleting = Deleting(page, lane=page.desk.acts)
        self._deleting.begun.connect(stop)
        self._deleting.deleted.connect(model.without)
        self._deleting.failed.connect(self._as_it_was)

    def ask(self) -> None:
        """Ask whether the photo in front is to go."""
        self._model.corrections.when_idle(self._ask)

    def _ask(self) -> None:
        if self._is_busy():
            self._page.notice.say(self.tr("Approval is just being asked for. Delete the photo after that."))
        elif self._model.view is not None:
            self._deleting.ask((self._model.view.record.id,))

    def _as_it_was(self) -> None:
        if self._model.batch is not None:
            self._model.open(self._model.batch.batch.id)
