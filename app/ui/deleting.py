"""Deletes photos that no one wants: asks once more, says how many, and counts anew when it is done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.ui import acts
from app.ui.count import counted
from app.ui.job import Failure, Job, Lane
from app.ui.pages.page import Page
from app.ui.widgets.notice import Tone
from consent.publications import PhotoId


class Deleting(QObject):
    """One at a time for each page. In the long lane, so that nothing is deleted while it is looked at or sent."""

    begun = Signal()
    deleted = Signal(object)  # tuple of PhotoId: none of them is kept any more
    failed = Signal()

    def __init__(self, page: Page, *, lane: Lane | None = None) -> None:
        super().__init__(page)
        self._page, self._lane = page, lane or page.desk.long
        self._job: Job | None = None

    def ask(self, photos: tuple[PhotoId, ...]) -> None:
        """Ask whether these photos are to go; the safe answer has the focus."""
        if not photos or self._job is not None or self._page.desk.is_locked:
            return
        counted_photos = counted("%n photo(s)", len(photos))
        if len(photos) == 1:
            words = self.tr(
                "Delete this photo on this computer, with what was corrected or approved in it? That cannot be "
                "taken back. The original on the school's own device is not touched."
            )
        else:
            words = self.tr(
                "Delete {photos} on this computer, with what was corrected or approved in them? That cannot be "
                "taken back. The originals on the school's own device are not touched."
            ).format(photos=counted_photos)
        yes = self.tr("Delete {photos}").format(photos=counted_photos)
        self._page.confirm(words, yes, many=len(photos), act=lambda: self._begin(photos))

    def _begin(self, photos: tuple[PhotoId, ...]) -> None:
        if self._job is not None:
            return
        desk = self._page.desk
        self.begun.emit()
        desk.pictures.forget_photos(photos)
        if self._lane.busy and self._lane is desk.long:
            self._page.notice.say(self.tr("The photos are deleted when the work in hand is done."))
        self._job = desk.begin(
            lambda services: acts.delete_all(services, photos),
            done=lambda count: self._done(photos, int(count)),
            failed=self._not_done,
            progressed=lambda done: self._progressed(int(done), len(photos)),
            stopped=self._over,
            lane=self._lane,
        )

    def _progressed(self, done: int, total: int) -> None:
        if done < total:
            self._page.notice.say(self.tr("Deleting: {done} of {total}").format(done=done, total=total))

    def _done(self, photos: tuple[PhotoId, ...], count: int) -> None:
        self._over()
        self._page.desk.pictures.forget_photos(photos)
        self.deleted.emit(photos)
        words = self.tr(
            "Deleted on this computer: {photos}. The original on the school's device is not touched."
        )
        self._page.notice.say(words.format(photos=counted("%n photo(s)", count)), Tone.GOOD)

    def _not_done(self, failure: Failure) -> None:
        self._over()
        self.failed.emit()
        self._page.tell(failure)

    def _over(self) -> None:
        self._job = None
        self._page.desk.count()
