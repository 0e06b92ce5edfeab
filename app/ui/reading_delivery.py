"""What each platform gets of a batch, and what became of it; knows nothing of Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.ui.reading import TO_DELIVER
from consent.destinations import DestinationId
from consent.platforms import PlatformId
from consent.publications import Approval, BatchId, PhotoId, Publication
from consent.stages import Stage

if TYPE_CHECKING:
    from app.services import Services


@dataclass(frozen=True, slots=True)
class Planned:
    """What one platform gets of a batch. `destination` is empty where a folder is still to be chosen."""

    platform: str
    copies: int
    out: int
    destination: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of a batch: copies that went out, and how many photos are erased."""

    title: str
    publications: tuple[Publication, ...]
    platforms: Mapping[PlatformId, str]
    erased: frozenset[str]  # photos whose keys are destroyed
    left: int
    numbers: Mapping[str, int]  # the photo's place in the batch: its file name is gone


NOTHING = Delivered("", (), {}, frozenset(), 0, {})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A copy of which it is not known whether it arrived. `number` is the photo's place in its batch."""

    file_name: str
    photo: PhotoId
    number: int
    batch: str
    platform: str
    destination: str
    begun: datetime


def doubts(services: Services) -> tuple[Doubt, ...]:
    """Every such copy, the oldest first."""
    from app.posts.doubtful import doubtful  # noqa: PLC0415 - the window is up before the outbox loads

    store = services.store
    platforms = {one.id: one.name for one in store.register.platforms()}
    places = {str(one.id): one.name for one in store.outbox.destinations()}
    found = []
    for one in doubtful(services):
        batch = store.ledger.photo(one.photo).batch
        photos = [photo.id for photo in store.ledger.photos(batch)]
        found.append(
            Doubt(
                one.file_name,
                one.photo,
                photos.index(one.photo) + 1,
                store.ledger.batch(batch).title,
                platforms.get(one.platform, one.platform),
                places.get(one.post.destination, one.post.destination),
                one.at,
            )
        )
    return tuple(found)


def delivered(services: Services, batch: BatchId) -> Delivered:
    """What went out of a batch, and what was erased."""
    ledger = services.store.ledger
    photos = ledger.photos(batch)
    ids = {photo.id for photo in photos}
    return Delivered(
        ledger.batch(batch).title,
        tuple(publication for publication in ledger.publications() if publication.photo in ids),
        {platform.id: platform.name for platform in services.store.register.platforms()},
        erased=frozenset(photo.id for photo in photos if photo.stage is Stage.ERASE),
        left=sum(photo.stage in TO_DELIVER for photo in photos),
        numbers={photo.id: number for number, photo in enumerate(photos, start=1)},
    )


def plan_of(services: Services, batch: BatchId) -> tuple[Planned, ...]:
    """What each platform gets of the photos that are approved, and of those that are on their way."""
    store = services.store
    names = {one.id: one.name for one in store.outbox.destinations()}
    photos = [photo.id for photo in store.ledger.photos(batch) if photo.stage in TO_DELIVER | {Stage.ERASE}]
    copies = Counter(one.proposal.platform for photo in photos for one in _approved_once(services, photo))
    out = Counter(one.platform for one in store.ledger.publications() if one.photo in set(photos))
    platforms_ = [store.register.platform(one) for one in store.ledger.batch(batch).platforms]
    return tuple(
        Planned(
            one.name,
            max(copies[one.id], out[one.id]),
            out[one.id],
            names.get(DestinationId(one.destination), ""),
        )
        for one in platforms_
        if copies[one.id] or out[one.id]
    )


def _approved_once(services: Services, photo: PhotoId) -> tuple[Approval, ...]:
    """One approval for each platform, however many people said go live."""
    return tuple({one.proposal.platform: one for one in services.store.ledger.approvals(photo)}.values())
