"""Asking for approval, from the review: the copies of every answered photo are prepared for a second person."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui import acts
from app.ui.count import counted
from app.ui.job import Failure, Job
from app.ui.messages import explain
from app.ui.pages.page import Page
from app.ui.pages.review_frame import ReviewFrame
from app.ui.review_captions import ReviewCaptions
from app.ui.review_model import ReviewModel
from app.ui.widgets.notice import Tone
from consent.publications import PhotoId


class ReviewAsking(QObject):
    """Says when there is nothing left to answer, asks, and says what came of it."""

    def __init__(self, page: Page, model: ReviewModel, frame: ReviewFrame, captions: ReviewCaptions) -> None:
        super().__init__(page)
        self._page, self._model, self._frame, self._captions = page, model, frame, captions
        self._desk, self._notice = page.desk, page.notice
        self._job: Job | None = None
        frame.ask.clicked.connect(self.ask)
        model.all_answered.connect(self._offer)

    def is_busy(self) -> bool:
        """Whether copies are being prepared."""
        return self._job is not None

    def ask(self) -> None:
        """For every photo that is answered."""
        ready = self._model.ready()
        if self.is_busy():
            return
        if not ready:
            self._notice.say(self.tr("Nothing to ask for yet: every photo still has a question."))
            return
        self._frame.words.keep_now()
        self._frame.ask.setEnabled(False)
        self._job = self._desk.begin(
            lambda services: acts.prepare_all(services, ready),
            done=self._asked,
            failed=self._not_asked,
            progressed=lambda done: self._notice.say(
                self.tr("Preparing the copies: {done} of {total}").format(done=done, total=len(ready))
            ),
            stopped=lambda: None,
            lane=self._desk.side,
        )

    def _offer(self) -> None:
        """Every question is answered: this comes next."""
        ready = len(self._model.ready())
        if ready:
            self._notice.offer(
                self.tr("Every question in this batch is answered."),
                self.tr("Ask for approval ({n})").format(n=ready),
                self.ask,
                tone=Tone.GOOD,
            )

    def _asked(self, asked: acts.Asked) -> None:
        self._end()
        if asked.words_refused:
            photo, code = asked.words_refused[0]
            self._notice.offer(
                explain(code),
                self.tr("Look at the words"),
                lambda: self._look_at_words(photo),
                tone=Tone.ATTENTION,
            )
            return
        words = self.tr("Approval is asked for {photos}. Now it is a colleague's turn to look.")
        left = self._model.waiting()
        if left:
            words += " " + self.tr("{n} still wait for an answer here.").format(n=left)
        self._notice.offer(
            words.format(photos=counted("%n photo(s)", asked.done)),
            self.tr("Home"),
            self._page.home_wanted.emit,
            tone=Tone.GOOD,
        )

    def _look_at_words(self, photo: PhotoId) -> None:
        """The photo for which approval could not be asked because of what is written beside it."""
        batch = self._model.batch
        ids = [view.record.id for view in batch.photos] if batch is not None else []
        if photo in ids:
            self._model.go(ids.index(photo))
            self._frame.turn_to_words(on=True)
            self._captions.show()

    def _not_asked(self, failure: Failure) -> None:
        self._end()
        self._page.tell(failure)

    def _end(self) -> None:
        self._job = None
        self._desk.count()
        if self._model.batch is not None:
            self._model.open(self._model.batch.batch.id)
