"""Approve: a second person looks at exactly what would go out, and says go live or sends it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.approve_answers import ApproveAnswers
from app.ui.approve_words import lines_about, told_about
from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.pages.approve_frame import ApproveFrame
from app.ui.pages.thumbs import Thumbs
from app.ui.pages.two_faced import TwoFacedPage
from app.ui.pictures import Shown
from app.ui.reading_batch import BatchView, batch_view
from app.ui.regions import in_order, regions_of
from app.ui.review_words import frames_of, tabs_of
from app.ui.seen import Seen
from app.ui.theme import Theme
from app.ui.widgets.notice import Tone
from app.ui.widgets.viewport import ZOOM_STEP
from consent.captions import links_of
from consent.publications import BatchId, PhotoId
from consent.stages import Stage

if TYPE_CHECKING:
    from app.steps.decide import PhotoView
    from consent.decisions import PhotoDecision

WAITING = frozenset({Stage.REVIEW})


class ApprovePage(TwoFacedPage):
    """Nobody approves what they prepared themselves; the steps refuse it, and this page says so first."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.frame = ApproveFrame(theme, self.notice, self)
        self._thumbs = Thumbs(desk, self.frame.strip)
        self.put_work(self.frame)
        self.batch: BatchView | None = None
        self._index, self._platform = 0, 0
        self.answers = ApproveAnswers(self)
        self.answers.answered.connect(self._answered)
        self.answers.failed.connect(self._failed)
        self._seen = Seen()
        self._may_live = False
        self._went_live = ""  # what was said of the photos that went live just now
        frame = self.frame
        frame.strip.photo_chosen.connect(self._go)
        frame.tabs.platform_chosen.connect(self._look_at)
        frame.live.clicked.connect(lambda _checked=False: self._go_live((PhotoId(self._photo()),)))
        frame.all_live.clicked.connect(
            lambda _checked=False: self.answers.ask_for_all(self._all(), self._seen.ticked)
        )
        frame.back.clicked.connect(self._ask_why_back)
        frame.next_unseen.clicked.connect(self._go_to_unseen)
        frame.link_ticked.connect(self._tick)
        frame.regions.region_chosen.connect(frame.pictures.before.choose)
        frame.pictures.before.region_chosen.connect(self._point_at)
        for key, act in (
            ("P", lambda: self._look_at(self._platform + 1)),
            ("N", self._go_to_unseen),
            ("B", self._ask_why_back),
            ("Ctrl+Return", self._answer_live),
            ("Ctrl+Enter", self._answer_live),
            ("+", lambda: frame.pictures.before.zoom(ZOOM_STEP)),
            ("-", lambda: frame.pictures.before.zoom(1 / ZOOM_STEP)),
            ("F", frame.pictures.before.fit),
        ):
            QShortcut(QKeySequence(key), self, act)

    def enter(self) -> None:
        self._went_live = ""
        lines = [line for line in self.desk.waiting.lines if line.to_approve]
        theirs = next((line for line in lines if not line.mine), None)
        if self.batch is not None:
            self.open(self.batch.batch.id)
        elif theirs is not None or lines:
            self.open((theirs or lines[0]).batch.id)
        else:
            self._nothing()

    def enter_at(self, item: str) -> None:
        self.open(BatchId(item))

    def open(self, batch: BatchId) -> None:
        """Show what of a batch waits for approval."""
        self.desk.ask(
            lambda services: batch_view(services, batch, WAITING), done=self._loaded, failed=self.tell
        )

    def put_away(self) -> None:
        self.frame.clear()

    def begin_anew(self) -> None:
        self.put_away()
        self.batch = None
        self._seen.clear()
        self.notice.hide()

    def _nothing(self) -> None:
        words = self.tr("When a colleague has prepared photos, they wait here for a second person.")
        onward = (
            (self.tr("Deliver"), lambda: self.page_wanted.emit("deliver", "")) if self._went_live else None
        )
        self.show_empty(
            "approve", self.tr("Nothing waits for approval"), self._went_live or words, onward=onward
        )

    def _loaded(self, view: BatchView) -> None:
        if self.desk.is_locked:
            return
        front = self._photo() if self.batch is not None else ""
        self.batch = view
        if not view.photos:
            self.batch = None
            self._nothing()
            return
        ids = [photo.record.id for photo in view.photos]
        self._index = ids.index(PhotoId(front)) if front in ids else min(self._index, len(ids) - 1)
        self.show_work()
        self._show_strip()
        self._thumbs.fill()
        who = self.desk.who
        may = who is not None and who.may_approve()
        if view.mine or not may:
            self.notice.offer(
                self.tr("You prepared photos of this batch, so a colleague must say go live.")
                if view.mine
                else self.tr("You may look. Someone who approves must say go live."),
                self.tr("Switch user"),
                self.switch_wanted.emit,
                tone=Tone.ATTENTION,
            )
        self.frame.show_stands_in(who.stands_in_for if who is not None else "")
        self._may_live = may and not view.mine
        self.frame.back.setEnabled(may)
        self._show_photo()

    # looking

    def _view(self) -> PhotoView | None:
        if self.batch is None or not 0 <= self._index < len(self.batch.photos):
            return None
        return self.batch.photos[self._index]

    def _photo(self) -> str:
        view = self._view()
        return view.record.id if view is not None else ""

    def _all(self) -> tuple[PhotoId, ...]:
        return tuple(view.record.id for view in self.batch.photos) if self.batch is not None else ()

    def _go(self, index: int) -> None:
        self._index = index
        self._show_photo()

    def _look_at(self, platform: int) -> None:
        if self.batch is not None and self.batch.platforms:
            self._platform = platform % len(self.batch.platforms)
            self._show_platform()

    def _show_photo(self) -> None:
        view = self._view()
        if view is None or self.batch is None:
            return
        self.frame.strip.go(self._index)
        proposed = [proposal.platform for proposal in self.batch.proposals.get(view.record.id, ())]
        platforms = [platform.id for platform in self.batch.platforms]
        if proposed and platforms[self._platform] not in proposed:
            self._platform = platforms.index(proposed[0])
        self.frame.pictures.clear()
        photo = view.record.id
        self.desk.pictures.cancel_large()
        self.desk.pictures.photo(
            self.desk.services, photo, lambda shown: self._before(photo, shown), failed=self.tell
        )
        self._show_platform()

    def _before(self, photo: str, shown: Shown) -> None:
        if not self.desk.is_locked and self._photo() == photo:
            self.frame.pictures.show_before(shown)

    def _show_platform(self) -> None:
        view, batch = self._view(), self.batch
        if view is None or batch is None or self.desk.is_locked:
            return
        platform, decision = batch.platforms[self._platform], view.decisions[self._platform]
        self.frame.tabs.set_tabs(tabs_of(batch, view), self._platform)
        marks = in_order(regions_of(view, decision, platform.name, people=batch.people))
        self.frame.pictures.show_regions(marks)
        self.frame.regions.set_regions(marks, "")
        self._tell_about(view, decision)
        self._count_seen()
        proposed = [proposal.platform for proposal in batch.proposals.get(view.record.id, ())]
        if platform.id not in proposed:
            self.frame.pictures.wait(
                self.tr("This photo would not be published on {platform}.").format(platform=platform.name)
            )
            return
        self.frame.pictures.wait(self.tr("Making the picture as it would be published…"))
        self.desk.pictures.published(
            self.desk.services,
            view.record,
            decision,
            partial(self._after, view.record.id, self._platform),
            failed=self.tell,
        )

    def _after(self, photo: str, platform: int, shown: Shown) -> None:
        if self.desk.is_locked or self._photo() != photo or self._platform != platform:
            return
        view = self._view()
        if view is None:
            return
        self.frame.pictures.show_after(shown, view.record.width, view.record.height)
        self._seen.add(view, platform)
        self._show_strip()
        self._count_seen()

    def _tell_about(self, view: PhotoView, decision: PhotoDecision) -> None:
        """Who can be seen by which permission, and what the office decided by hand."""
        batch = self.batch
        if batch is None:
            return
        proposals = batch.proposals.get(view.record.id, ())
        self.frame.show_links(
            {link: link in self._seen.ticked for one in proposals for link in links_of(one.words)}
        )
        self.frame.tell(told_about(batch, view, decision))
        self.frame.prepared.setText("\n".join(lines_about(batch, view, decision)))

    def _point_at(self, region: str) -> None:
        self.frame.regions.choose(region)
        self.frame.pictures.before.choose(region)

    def _tick(self, link: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """A link in the words was looked at, or after all not."""
        (self._seen.ticked.add if on else self._seen.ticked.discard)(link)
        self._count_seen()

    def _show_strip(self) -> None:
        if self.batch is not None:
            seen = self._seen.whole(self.batch)
            self.frame.strip.set_frames(frames_of(self.batch, ticked=seen), self._index)

    def _go_to_unseen(self) -> None:
        """The next copy that was not looked at: of this photo first, then of the others."""
        found = self._seen.next_unseen(self.batch, self._index) if self.batch is not None else None
        if found is None:
            self.notice.say(self.tr("You have seen every photo of this batch."), Tone.GOOD)
            return
        self._index, self._platform = found
        self._show_photo()

    def _count_seen(self) -> None:
        batch, front = self.batch, self._view()
        if batch is None or front is None:
            return
        photos, seen = len(batch.photos), len(self._seen.whole(batch))
        looked = self.frame.next_unseen.hasFocus()
        self.frame.show_seen(batch.batch.title, seen, photos)
        ready = not self._seen.unseen(batch, front) and not self._seen.links_missing(batch, front)
        self.frame.live.setEnabled(self._may_live and ready)
        linked = not any(self._seen.links_missing(batch, view) for view in batch.photos)
        self.frame.all_live.setEnabled(self._may_live and linked and seen == photos > 1)
        if looked and seen == photos:
            (self.frame.all_live if self.frame.all_live.isEnabled() else self.frame.live).setFocus()

    # answering

    def _answer_live(self) -> None:
        """By keyboard: for all, once all were seen, else for the photo in front; else say what is missing."""
        for button in (self.frame.all_live, self.frame.live):
            if button.isEnabled():
                button.click()
                return
        batch, front = self.batch, self._view()
        if not self._may_live or batch is None or front is None:
            return
        self.notice.say(
            self.tr("Look at it first as each platform shows it: press N.")
            if self._seen.unseen(batch, front)
            else self.tr("Look at the links in its words first, and tick each.")
        )

    def _go_live(self, photos: tuple[PhotoId, ...]) -> None:
        self.frame.live.setEnabled(False)
        self.frame.all_live.setEnabled(False)
        self.answers.go_live(photos, self._seen.ticked)

    def _ask_why_back(self) -> None:
        view = self._view()
        if self.frame.back.isEnabled() and view is not None:
            self.answers.ask_why_back(view.record.id, self.frame.regions)

    def _answered(self, words: str, live: bool) -> None:  # noqa: FBT001 - a signal's
        self._went_live = words if live else ""
        self.notice.say(words, Tone.GOOD)
        self._reload()

    def _failed(self, failure: Failure) -> None:
        self._reload()
        self.tell(failure)

    def _reload(self) -> None:
        self.desk.count()
        if self.batch is not None:
            self.open(self.batch.batch.id)
