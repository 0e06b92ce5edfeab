"""Saves corrections one after another, and keeps what can be taken back or done again, across photos."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.correct import travel
from app.ui.desk import Desk
from app.ui.job import Failure
from consent.publications import PhotoId
from consent.sightings import Sighting

if TYPE_CHECKING:
    from app.services import Services
    from app.steps.decide import PhotoView

Sightings = tuple[Sighting, ...]
Edit = Callable[[Sightings], Sightings]


@dataclass(frozen=True, slots=True)
class Change:
    """The sightings of a photo before and after."""

    photo: PhotoId
    before: Sightings
    after: Sightings


@dataclass(frozen=True, slots=True)
class Step:
    """One correction, which is taken back as one: of the photo in front, or of several at once."""

    changes: tuple[Change, ...]

    @property
    def does_nothing(self) -> bool:
        return all(change.before == change.after for change in self.changes)


@dataclass(frozen=True, slots=True)
class Changed:
    """Photos after a correction, decided anew."""

    step: Step
    views: tuple[PhotoView, ...]


class Corrections(QObject):
    """While one is being saved, the next wait: a quick key meets what it was meant for."""

    changed = Signal(object)  # Changed
    brought_back = Signal(object)  # Step, after undo or redo
    failed = Signal(object)  # Failure

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._queue: deque[Callable[[], None]] = deque()
        self._undo: list[Step] = []
        self._redo: list[Step] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def forget(self) -> None:
        """Nothing can be taken back any more, as when someone else signs in."""
        self._undo.clear()
        self._redo.clear()
        self._queue.clear()

    def keep_only(self, photos: Collection[PhotoId]) -> None:
        """What was corrected in any other photo, such as one that is deleted, cannot be taken back."""
        for steps in (self._undo, self._redo):
            kept = (
                Step(tuple(change for change in step.changes if change.photo in photos)) for step in steps
            )
            steps[:] = [step for step in kept if step.changes]

    def when_idle(self, act: Callable[[], None]) -> None:
        """Do `act` when no correction is being saved."""
        if self._busy:
            self._queue.append(act)
        else:
            act()

    def correct(
        self, edits: Mapping[PhotoId, Edit], *, then: Callable[[Changed], None] | None = None
    ) -> None:
        """Apply a pure edit to each of these photos, save them together, and decide anew."""

        def keep(changed: Changed) -> None:
            if not changed.step.does_nothing:
                self._undo.append(changed.step)
                self._redo.clear()
            self.changed.emit(changed)
            if then is not None:
                then(changed)

        self._submit(edits, keep)

    def undo(self) -> None:
        """Take the last correction back, in whichever photo it was."""
        self.when_idle(lambda: self._travel(self._undo, self._redo, _back))

    def redo(self) -> None:
        """Do it again after all."""
        self.when_idle(lambda: self._travel(self._redo, self._undo, _again))

    def _travel(self, source: list[Step], target: list[Step], way: Callable[[Change], Edit]) -> None:
        if not source:
            return
        step = source[-1]

        def keep(changed: Changed) -> None:
            source.pop()
            target.append(step)
            self.changed.emit(changed)
            self.brought_back.emit(step)

        self._submit({change.photo: way(change) for change in step.changes}, keep)

    def _submit(self, edits: Mapping[PhotoId, Edit], keep: Callable[[Changed], None]) -> None:
        if self._busy:
            self._queue.append(lambda: self._submit(edits, keep))
            return
        self._busy = True

        def done(changed: Changed) -> None:
            self._busy = False
            keep(changed)
            while self._queue and not self._busy:
                self._queue.popleft()()

        def failed(failure: Failure) -> None:
            self._busy = False
            self._queue.clear()
            self.failed.emit(failure)

        self._desk.ask(lambda services: _save(services, edits), done=done, failed=failed)


def _back(change: Change) -> Edit:
    return lambda now: travel(now, change.after, change.before)


def _again(change: Change) -> Edit:
    return lambda now: travel(now, change.before, change.after)


def _save(services: Services, edits: Mapping[PhotoId, Edit]) -> Changed:
    from app.steps.decide import facts_about, look  # noqa: PLC0415 - the window is up before the steps load
    from app.steps.review import change  # noqa: PLC0415

    changes: list[Change] = []
    with services.store.transaction():
        for photo, edit in edits.items():
            before = services.store.ledger.photo(photo).sightings
            after = edit(before)
            change(services, photo, after)
            changes.append(Change(photo, before, after))
    records = [services.store.ledger.photo(photo) for photo in edits]
    facts = facts_about(services, records)
    return Changed(Step(tuple(changes)), tuple(look(services, photo, facts) for photo in edits))
