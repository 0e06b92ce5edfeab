"""The answers of whoever approves: live, live with all, or back to the office with a word on why."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from app.ui import acts
from app.ui.count import counted
from app.ui.pages.page import Page
from app.ui.widgets.region_list import RegionList
from app.ui.widgets.send_back import SendBackDialog
from consent.publications import PhotoId
from consent.sightings import RegionId


class ApproveAnswers(QObject):
    """Each is told when it is done; what was not possible is told, too."""

    answered = Signal(str, bool)  # what to say, and whether something may go out now
    failed = Signal(object)  # Failure

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk

    def ask_for_all(self, photos: tuple[PhotoId, ...], ticked: Collection[str]) -> None:
        """Once more, because nobody sees the photos again before they go out."""
        many = counted("%n photo(s)", len(photos))
        self._page.confirm(
            self.tr("Say go live to {photos}, each exactly as you saw it?").format(photos=many),
            self.tr("Go live with {photos}").format(photos=many),
            many=len(photos),
            act=lambda: self.go_live(photos, ticked),
        )

    def go_live(self, photos: tuple[PhotoId, ...], ticked: Collection[str]) -> None:
        """These photos may go out exactly as they were seen; `ticked` are the links that were looked at."""
        links = frozenset(ticked)
        self._desk.begin(
            lambda services: acts.approve_all(services, photos, links),
            done=self._live,
            failed=self.failed.emit,
            progressed=lambda _done: None,
            stopped=lambda: None,
            lane=self._desk.side,
        )

    def _live(self, answered: acts.Answered) -> None:
        words: list[str] = []
        if answered.live:
            photos = counted("%n photo(s)", answered.live)
            words.append(self.tr("{photos} may go live. They wait under Deliver.").format(photos=photos))
        if answered.waiting:
            photos = counted("%n photo(s)", answered.waiting)
            words.append(self.tr("One more person must say go live to {photos}.").format(photos=photos))
        self.answered.emit(" ".join(words), bool(answered.live))

    def ask_why_back(self, photo: PhotoId, regions: RegionList) -> None:
        """Nothing goes back without a word; it may be about the place that is chosen in the list."""
        SendBackDialog(
            self._page.theme,
            regions.regions(),
            regions.chosen(),
            act=lambda words, region: self.send_back(photo, words, region),
            parent=self._page.window(),
        ).open()

    def send_back(self, photo: PhotoId, words: str, region: str) -> None:
        """To the office; `region` is empty where the whole photo is meant."""
        about = RegionId(region) if region else None
        self._desk.ask(
            lambda services: acts.send_back(services, photo, words, about),
            done=lambda _record: self.answered.emit(
                self.tr("Sent back to the office. Nothing of it was published."), False
            ),
            failed=self.failed.emit,
        )
