"""Writing beside a photo in the review: kept while it is typed, looked through by the rules at every rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.caption_words import MISSING, finding_of
from app.ui.caption_words import words as in_words
from app.ui.job import Urgency
from app.ui.pages.page import Page
from app.ui.review_model import ReviewModel
from app.ui.widgets.words_panel import Finding, WordsPanel
from consent.captions import Remark, unconfirmed
from consent.platforms import PlatformId
from consent.publications import PhotoId, Words

if TYPE_CHECKING:
    from app.services import Services
    from app.steps.decide import PhotoView
    from consent.facts import Facts

Written = Mapping[PlatformId, Words]


class ReviewCaptions(QObject):
    """The words of the photo in front, for the platform that is looked at, or for all."""

    def __init__(self, page: Page, model: ReviewModel, panel: WordsPanel) -> None:
        super().__init__(page)
        self._page, self._desk, self._model, self._panel = page, page.desk, model, panel
        self._photo = PhotoId("")
        self._written: dict[PhotoId, Written] = {}
        self._facts: Facts | None = None
        panel.written.connect(self._keep)
        panel.whole_batch_wanted.connect(self._for_whole_batch)

    def written(self, photo: PhotoId) -> Written:
        """What is written beside a photo, as far as it is known here."""
        batch = self._model.batch
        return self._written.get(photo, batch.words.get(photo, {}) if batch is not None else {})

    def show(self) -> None:
        """Another photo or platform is in front."""
        self._panel.keep_now()
        view, batch = self._model.view, self._model.batch
        if view is None or batch is None or self._desk.is_locked:
            return
        self._photo = view.record.id
        written = self.written(self._photo)
        platform = batch.platforms[self._model.platform]
        same = len(set(written.values())) <= 1 and len(written) in {0, len(batch.platforms)}
        heading = self.tr("Words beside the photo: {platform}").format(platform=platform.name)
        self._panel.show_words(heading, written.get(platform.id, Words()), same_everywhere=same)
        self._check()

    def put_away(self) -> None:
        """The desk is locked: what was typed is kept, then forgotten here."""
        self._panel.keep_now()
        self._panel.clear()
        self._written.clear()
        self._facts, self._photo = None, PhotoId("")

    def _keep(self) -> None:
        batch = self._model.batch
        if batch is None or not self._photo:
            return
        now, platform = self._panel.words(), batch.platforms[self._model.platform].id
        written = dict(self.written(self._photo))
        for one in batch.platforms:
            if one.id == platform or self._panel.everywhere.isChecked():
                written[one.id] = now
        self._put({self._photo: written})
        self._check()

    def _for_whole_batch(self) -> None:
        """The same words for every photo of the batch for which approval is not asked yet."""
        self._panel.keep_now()
        batch = self._model.batch
        if batch is None or not self._photo:
            return
        written = self.written(self._photo)
        self._put({view.record.id: written for view in batch.photos})

    def _put(self, written: Mapping[PhotoId, Written]) -> None:
        kept = {photo: {p: w for p, w in words.items() if w != Words()} for photo, words in written.items()}
        # a source may stand on the published picture itself
        sources = [photo for photo, words in kept.items() if _sources(words) != _sources(self.written(photo))]
        self._desk.pictures.forget_photos(sources)
        self._written.update(kept)
        self._desk.ask(
            lambda services: _save(services, kept), done=lambda _none: None, failed=self._page.tell
        )

    # looking through

    def _check(self) -> None:
        view, batch = self._model.view, self._model.batch
        if view is None or batch is None or not self._panel.isVisible():
            return
        photo, facts = view.record.id, self._facts
        written = {p.id: self.written(photo).get(p.id, Words()) for p in batch.platforms}
        self._desk.ask(
            lambda services: _checked(services, view, written, facts),
            done=lambda found: self._found(photo, *found),
            failed=lambda _failure: None,
            urgency=Urgency.SOON,
        )

    def _found(self, photo: PhotoId, facts: Facts, remarks: Mapping[PlatformId, tuple[Remark, ...]]) -> None:
        self._facts = facts
        batch = self._model.batch
        if batch is None or photo != self._photo or self._desk.is_locked:
            return
        self._panel.show_findings(self._findings(remarks))

    def _findings(self, remarks: Mapping[PlatformId, tuple[Remark, ...]]) -> tuple[Finding, ...]:
        """Those of the platform in front plainly, those of the others with the platform's name; each once."""
        batch = self._model.batch
        if batch is None:
            return ()
        front = batch.platforms[self._model.platform]
        written = self.written(self._photo)
        found: list[Finding] = []
        told: set[Remark] = set()
        for platform in (front, *(one for one in batch.platforms if one.id != front.id)):
            for remark in remarks.get(platform.id, ()):
                if remark not in told:
                    told.add(remark)
                    name = "" if platform is front else platform.name
                    found.append(finding_of(remark, written.get(platform.id, Words()), batch.people, name))
        now = written.get(front.id, Words())
        if unconfirmed(now):
            found.append(Finding(in_words(MISSING)))
        return tuple(found)


def _sources(written: Written) -> dict[PlatformId, str]:
    return {platform: words.source for platform, words in written.items() if words.source}


def _save(services: Services, written: Mapping[PhotoId, Written]) -> None:
    from app.steps.review import write  # noqa: PLC0415 - the window is up before the steps load

    write(services, written)


def _checked(
    services: Services, view: PhotoView, written: Written, facts: Facts | None
) -> tuple[Facts, dict[PlatformId, tuple[Remark, ...]]]:
    from app.captions import check_words  # noqa: PLC0415 - the window is up before the steps load
    from app.steps.decide import facts_for  # noqa: PLC0415

    known = facts or facts_for(services)
    visible = {decision.platform: decision.visible for decision in view.decisions}
    return known, {
        platform: check_words(
            known, services.store.register.platform(platform), words, visible=visible.get(platform, ())
        )
        for platform, words in written.items()
        if words != Words()
    }
