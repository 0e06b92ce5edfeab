"""What is being reviewed: the batch, the photo, the platform and region in focus, and what can be undone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.corrections import Changed, Corrections, Edit, Step
from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.reading_batch import BatchView, batch_view
from app.ui.regions import decision_on, nearest_region, open_regions
from app.ui.review_bookmark import ReviewBookmark, place_in
from consent.decisions import PhotoDecision, Verdict
from consent.publications import BatchId, Bookmark, PhotoId
from consent.sightings import RegionId, Sighting
from consent.stages import Stage

if TYPE_CHECKING:
    from app.steps.decide import PhotoView

REVIEWED = frozenset({Stage.DECIDE, Stage.REVIEW})


class ReviewModel(QObject):
    """Holds no widgets; pages hear its signals and ask it for values."""

    loaded = Signal()
    grew = Signal()  # more photos of the batch, behind those that were there
    photo_changed = Signal()  # another photo is in front
    decided = Signal()  # the photo in front, or another, was decided anew
    focus_changed = Signal()
    platform_changed = Signal()
    failed = Signal(object)  # Failure
    all_answered = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.batch: BatchView | None = None
        self.index = 0
        self.platform = 0
        self.focus = ""
        self.corrections = Corrections(desk, self)
        self.corrections.changed.connect(self._show)
        self.corrections.brought_back.connect(self._brought_back)
        self.corrections.failed.connect(self.failed)
        self._last_act: tuple[float, float] | None = None
        self._growing = False
        self._bookmark = ReviewBookmark(desk, self)
        for moved in (self.photo_changed, self.focus_changed, self.platform_changed):
            moved.connect(self._bookmark.rest)

    # what is in front

    @property
    def view(self) -> PhotoView | None:
        if self.batch is None or not 0 <= self.index < len(self.batch.photos):
            return None
        return self.batch.photos[self.index]

    @property
    def decision(self) -> PhotoDecision | None:
        return decision_on(self.view, self.platform) if self.view is not None else None

    @property
    def sighting(self) -> Sighting | None:
        """The region in focus."""
        view = self.view
        if view is None:
            return None
        return next((s for s in view.record.sightings if s.region == self.focus), None)

    def ready(self) -> tuple[PhotoId, ...]:
        """The photos for which approval can be asked now."""
        if self.batch is None:
            return ()
        return tuple(view.record.id for view in self.batch.photos if is_ready(view))

    def waiting(self) -> int:
        """How many photos still wait for an answer."""
        photos = self.batch.photos if self.batch is not None else ()
        return sum(bool(open_regions(view)) for view in photos)

    # opening

    def open(self, batch: BatchId) -> None:
        """Read a batch anew; the photo in front stays in front where it is still there."""
        front = self.view.record.id if self.view is not None else None
        if self.batch is not None and self.batch.batch.id != batch:
            front = None
            self.corrections.forget()

        def done(view: BatchView) -> None:
            self.batch = view
            ids = [photo.record.id for photo in view.photos]
            self.corrections.keep_only(ids)
            if front in ids:
                self.index = ids.index(front)
                self.platform = min(self.platform, max(0, len(view.platforms) - 1))
            else:
                self.index, self.platform = place_in(view)
            self.loaded.emit()
            self._enter()
            if front is None and view.bookmark is not None and self._has(view.bookmark.region):
                self.put_focus(view.bookmark.region)

        self._desk.ask(
            lambda services: batch_view(services, batch, REVIEWED), done=done, failed=self.failed.emit
        )

    def _has(self, region: str) -> bool:
        view = self.view
        return view is not None and any(s.region == region for s in view.record.sightings)

    def grow(self) -> None:
        """Take in what was looked at since: reviewing goes on while the batch is not through yet."""
        if self.batch is None or self._growing:
            return
        batch = self.batch.batch.id
        known = frozenset(view.record.id for view in self.batch.photos)
        self._growing = True

        def done(more: BatchView) -> None:
            self._growing = False
            if self.batch is None or self.batch.batch.id != batch:
                return
            front = self.view.record.id if self.view is not None else None
            have = {view.record.id for view in self.batch.photos}
            new = tuple(view for view in more.photos if view.record.id not in have)
            photos = (*self.batch.photos, *new)
            self.batch = replace(
                self.batch, photos=photos, people=more.people, unfinished=more.unfinished, mine=more.mine
            )
            if new:
                self.index = next((n for n, view in enumerate(photos) if view.record.id == front), 0)
            self.grew.emit()

        def failed(failure: Failure) -> None:
            self._growing = False
            self.failed.emit(failure)

        self._desk.ask(
            lambda services: batch_view(services, batch, REVIEWED, known=known), done=done, failed=failed
        )

    def without(self, photos: Collection[PhotoId]) -> None:
        """Photos were deleted: the next that is left is in front, and nothing of them can be taken back."""
        if self.batch is None:
            return
        left = tuple(view for view in self.batch.photos if view.record.id not in photos)
        before = sum(view.record.id not in photos for view in self.batch.photos[: self.index])
        self.batch = replace(self.batch, photos=left)
        self.index = max(0, min(before, len(left) - 1))
        self.corrections.keep_only([view.record.id for view in left])
        self._last_act = None
        self.loaded.emit()
        self._enter()

    def close(self) -> None:
        """Forget the batch, as when someone else signs in."""
        self.batch, self.index, self.platform, self.focus = None, 0, 0, ""
        self.corrections.forget()

    # going about

    def go(self, index: int) -> None:
        if self.batch is not None and 0 <= index < len(self.batch.photos) and index != self.index:
            self.index = index
            self._last_act = None
            self._enter()

    def step(self, by: int) -> None:
        self.go(self.index + by)

    def look_at(self, platform: int) -> None:
        """Another platform's view of the photo."""
        if self.batch is not None and self.batch.platforms:
            self.platform = platform % len(self.batch.platforms)
            self.platform_changed.emit()

    def put_focus(self, region: str) -> None:
        if region != self.focus:
            self.focus = region
            self.focus_changed.emit()

    def next_open(self) -> bool:
        """Focus the next region that waits, in this photo; False where none does."""
        view = self.view
        if view is None:
            return False
        waits = open_regions(view)
        if not waits:
            return False
        if self.focus in waits:
            self.put_focus(waits[(waits.index(RegionId(self.focus)) + 1) % len(waits)])
        else:
            self.put_focus(self._nearest(view, waits))
        return True

    def go_on(self) -> None:
        """The next region that waits; else the next photo with one; else tell that all are answered."""
        if self.view is not None and open_regions(self.view):
            self.next_open()
            return
        photos = self.batch.photos if self.batch is not None else ()
        order = [*range(self.index + 1, len(photos)), *range(self.index)]
        waits = next((n for n in order if open_regions(photos[n])), None)
        if waits is not None:
            self.go(waits)
        else:
            self.all_answered.emit()

    def _enter(self) -> None:
        view = self.view
        waits = open_regions(view) if view is not None else ()
        self.focus = self._nearest(view, waits) if view is not None and waits else self._noted()
        self.photo_changed.emit()

    def _noted(self) -> str:
        """The region about which the photo was sent back, if it is still there."""
        view, batch = self.view, self.batch
        if view is None or batch is None:
            return ""
        notes = batch.notes.get(view.record.id, ())
        return next((note.region for note in notes if note.region and self._has(note.region)), "")

    def _nearest(self, view: PhotoView, waits: tuple[str, ...]) -> str:
        """The region nearest to the last act, or the first."""
        return waits[0] if self._last_act is None else nearest_region(view, waits, self._last_act)

    @property
    def bookmark(self) -> Bookmark | None:
        """Where the person at the desk is, to go on there after a crash, a restart or a weekend."""
        view, batch, who = self.view, self.batch, self._desk.who
        if view is None or batch is None or who is None or self._desk.is_locked:
            return None
        platform = batch.platforms[self.platform].id if batch.platforms else ""
        return Bookmark(who.id, batch.batch.id, view.record.id, self.focus, platform)

    # correcting

    def correct(self, edit: Edit, *, then: Callable[[Changed], None] | None = None) -> None:
        """Apply a pure edit to the photo in front, save it, and decide anew; may be undone."""
        view = self.view
        if view is not None:
            self.corrections.correct({view.record.id: edit}, then=then)

    def _brought_back(self, step: Step) -> None:
        """Show the photo and the region that were just changed back."""
        ids = [view.record.id for view in self.batch.photos] if self.batch is not None else []
        change = next((one for one in step.changes if one.photo in ids), None)
        if change is None:
            return
        self.go(ids.index(change.photo))
        before = {s.region: s for s in change.before}
        after = {s.region: s for s in change.after}
        different = [r for r in {**before, **after} if before.get(r) != after.get(r)]
        if different:
            self.put_focus(different[0])

    def _show(self, changed: Changed) -> None:
        sighting = self.sighting
        if sighting is not None:
            box = sighting.box
            self._last_act = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        self.put_views(changed.views)

    def put_views(self, views: Collection[PhotoView]) -> None:
        """Photos were decided anew, here or elsewhere."""
        if self.batch is None:
            return
        new = {view.record.id: view for view in views}
        photos = tuple(new.get(old.record.id, old) for old in self.batch.photos)
        self.batch = replace(self.batch, photos=photos)
        self.decided.emit()


def is_ready(view: PhotoView) -> bool:
    """Whether approval can be asked: nothing open, and at least one platform may have it."""
    verdicts = {decision.verdict for decision in view.decisions}
    return (
        view.record.stage is Stage.DECIDE
        and Verdict.NEEDS_A_PERSON not in verdicts
        and bool(verdicts - {Verdict.BLOCKED})
    )
