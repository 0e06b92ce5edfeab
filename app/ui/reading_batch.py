"""One batch as the review and whoever approves see it, read in one go; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.ui.reading import UNFINISHED, open_notes
from consent.accounts import AccountId
from consent.decisions import Outcome, Why
from consent.people import Person, PersonId, by_id
from consent.permissions import Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.publications import Batch, BatchId, Bookmark, PhotoId, Proposal, ReviewNote, Words
from consent.sightings import What
from consent.stages import Stage

if TYPE_CHECKING:
    from app.services import Services
    from app.steps.decide import PhotoView
    from consent.facts import Facts


@dataclass(frozen=True, slots=True)
class Ground:
    """The live yes by which someone is seen or named in a photo on one platform."""

    person: PersonId
    platform: PlatformId
    permission: Permission


@dataclass(frozen=True, slots=True)
class BatchView:
    """One batch with its photos as decided today, and whom one may name in them."""

    batch: Batch
    platforms: tuple[Platform, ...]
    photos: tuple[PhotoView, ...]
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    proposals: Mapping[str, tuple[Proposal, ...]] = field(default_factory=dict)
    mine: bool = False
    unfinished: int = 0  # still to be looked at, before they come to review
    bookmark: Bookmark | None = None  # where this person was last
    notes: Mapping[str, tuple[ReviewNote, ...]] = field(default_factory=dict)  # why a photo was sent back
    grounds: Mapping[str, tuple[Ground, ...]] = field(default_factory=dict)
    staff: Mapping[AccountId, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[PlatformId, Words]] = field(default_factory=dict)  # as they are being written


def batch_view(
    services: Services, batch: BatchId, stages: frozenset[Stage], *, known: Collection[PhotoId] = ()
) -> BatchView:
    """The photos of a batch that stand at one of `stages`, with the rules read once; without those in `known`."""
    from app.steps.decide import facts_about, look  # noqa: PLC0415 - the window is up before the steps load

    store = services.store
    found, photos = store.ledger.batch(batch), store.ledger.photos(batch)
    records = [record for record in photos if record.stage in stages and record.id not in known]
    facts = facts_about(services, records)
    views = tuple(look(services, record.id, facts) for record in records)
    return BatchView(
        found,
        tuple(store.register.platform(platform) for platform in found.platforms),
        views,
        by_id(store.register.people()),
        {
            record.id: tuple(store.ledger.proposals(record.id))
            for record in records
            if record.stage is Stage.REVIEW
        },
        any(services.account.id in photo.touched_by for photo in photos),
        sum(photo.stage in UNFINISHED for photo in photos),
        store.ledger.bookmark(services.account.id, batch),
        {record.id: open_notes(store.ledger.notes(record.id)) for record in records},
        {view.record.id: _grounds(view, facts) for view in views if view.record.stage is Stage.REVIEW},
        {account.id: account.full_name for account in store.accounts.accounts()},
        {record.id: store.ledger.words(record.id) for record in records},
    )


def _grounds(view: PhotoView, facts: Facts) -> tuple[Ground, ...]:
    """By which answers people are seen, and named, where they are."""
    people = {s.region for s in view.record.sightings if s.what in {What.FACE, What.PERSON}}
    found: dict[Ground, None] = {}
    for decision in view.decisions:
        for one in decision.decisions:
            if one.person is None or one.outcome is not Outcome.SHOW or one.why is not Why.GRANTED:
                continue
            kinds = (Kind.PHOTO, Kind.GROUP) if one.region in people else (Kind.NAME,)
            answers = (facts.standing(one.person, decision.platform, kind) for kind in kinds)
            given = next((answer.permission for answer in answers if answer.allowed), None)
            if given is not None:
                found[Ground(one.person, decision.platform, given)] = None
    return tuple(found)
