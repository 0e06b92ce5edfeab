"""Remembers which finished copies someone has looked at: two that hide and show the same look the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.reading_batch import BatchView
from consent.captions import links_of

if TYPE_CHECKING:
    from app.steps.decide import PhotoView

_Look = tuple[object, ...]


class Seen:
    """Of one person at the desk, since they signed in."""

    def __init__(self) -> None:
        self._looks: set[_Look] = set()
        self.ticked: set[str] = set()
        """The links in the words beside photos that were looked at."""

    def add(self, view: PhotoView, platform: int) -> None:
        """The copy for the platform in this place was on the screen."""
        self._looks.add(_look(view, platform))

    def has(self, view: PhotoView, platform: int) -> bool:
        """Whether this copy, or one that looks the same, was on the screen; a correction makes another look."""
        return _look(view, platform) in self._looks

    def clear(self) -> None:
        self._looks.clear()
        self.ticked.clear()

    def unseen(self, batch: BatchView, view: PhotoView) -> tuple[int, ...]:
        """The platforms whose copy of a photo looks like none that was seen, by their place."""
        proposed = {proposal.platform for proposal in batch.proposals.get(view.record.id, ())}
        return tuple(
            place
            for place, decision in enumerate(view.decisions)
            if decision.platform in proposed and not self.has(view, place)
        )

    def whole(self, batch: BatchView) -> frozenset[str]:
        """The photos of which every copy was seen."""
        return frozenset(view.record.id for view in batch.photos if not self.unseen(batch, view))

    def next_unseen(self, batch: BatchView, index: int) -> tuple[int, int] | None:
        """Photo and platform of the next copy that was not seen: of the photo at `index` first, then of the others."""
        for place in (*range(index, len(batch.photos)), *range(index)):
            unseen = self.unseen(batch, batch.photos[place])
            if unseen:
                return place, unseen[0]
        return None

    def links_missing(self, batch: BatchView, view: PhotoView) -> bool:
        """Whether a link in the words beside the photo was not ticked yet."""
        proposals = batch.proposals.get(view.record.id, ())
        return any(not self.ticked.issuperset(links_of(one.words)) for one in proposals)


def _look(view: PhotoView, platform: int) -> _Look:
    outcomes = tuple(one.outcome for one in view.decisions[platform].decisions)
    return view.record.id, hash(view.record.sightings), outcomes
