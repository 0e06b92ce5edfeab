"""Erase: the photo's key is destroyed, then its bytes; what stays is the record of what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.originals import hold_what_is_lost
from app.services import Services
from app.work.progress import Progress
from consent.accounts import SYSTEM, Act, may
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.originals import SETTLED, blotted
from consent.publications import Batch, BatchId, PhotoId, PhotoRecord
from consent.retention import goes_on, overdue, tell_from, was_told
from consent.stages import UNPUBLISHED, Stage


class Ground(StrEnum):
    """Why a photo was erased, as the log has it."""

    DELIVERED = "delivered"  # every copy is out and confirmed
    UNWANTED = "unwanted"  # a person sent it to the bin
    RETENTION = "retention"  # it was kept as long as the school keeps photos


DELIVERED = frozenset({Stage.EXPORT, Stage.UPLOAD})
"""A copy of the photo is out and proven: it lies elsewhere, too."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is left of a batch and goes soon. `goes_on`: on that day, if someone is told until then; `told`: since when."""

    batch: BatchId
    title: str
    photos: int
    goes_on: date
    told: bool


def erase(services: Services, photo: PhotoId, *, ground: Ground = Ground.DELIVERED) -> PhotoRecord:
    """Delete a photo from this computer for good, with its regions and its file's name.

    The stage is written together with the key's destruction, so that no stored photo is called erased and
    no erased one stored; `finish_erasing` then removes what the disk still holds. What was proposed or
    approved for a photo that is not published is void. Raises ConsentError(NOT_SETTLED) while it is not known whether
    a copy arrived.
    """
    services.require(Act.PUBLISH)
    return _erase(services, photo, ground, services.account.id)


def _erase(services: Services, photo: PhotoId, ground: Ground, by: str) -> PhotoRecord:
    """The same for whoever may; `by` is whom the log names."""
    record = services.store.ledger.photo(photo)
    emptied = replace(record, file_name="", sightings=(), size=0, camera="")
    kept = (photo, *(companion.id for companion in services.store.originals.companions(photo)))
    with services.store.transaction():
        # with the erasure, so that no colleague begins to send it in between
        if not all(delivery.is_settled for delivery in services.store.outbox.deliveries(photo)):
            raise ConsentError(Code.NOT_SETTLED, photo)
        hold_what_is_lost(services, photo)
        # once a copy is out, who approved it belongs to the record of what was done
        if record.stage in UNPUBLISHED:
            services.store.ledger.void_approvals(photo)
        moved = services.store.ledger.move_photo(emptied, Stage.ERASE)
        for one in kept:
            services.store.keys.destroy_key(one)
        services.store.originals.forget_companions(photo)
        services.store.ledger.put_words(photo, {})
        _forget_paths(services, photo)
        services.store.audit.append(Event("erase", by, services.clock(), photo, ground.value))
    for one in kept:
        services.vault.destroy(one)
    return moved


def discard(services: Services, photo: PhotoId) -> PhotoRecord:
    """Erase a photo that a person does not want published; the school's own device is not touched.

    Raises ConsentError(WRONG_STAGE) once a copy is out or the photo is erased already.
    """
    record = services.store.ledger.photo(photo)
    if record.stage not in UNPUBLISHED:
        raise ConsentError(Code.WRONG_STAGE, record.stage.value)
    return erase(services, photo, ground=Ground.UNWANTED)


def ending(services: Services) -> Sequence[Ending]:
    """Batches with photos whose time is nearly over, or over; the first to go first.

    Looking tells nobody: `tell` records that someone saw it.
    """
    services.require(Act.LOOK)
    ledger, policy, today = services.store.ledger, services.store.register.policy(), services.clock().date()
    left = ledger.photos_left()
    found = [
        Ending(
            batch.id,
            batch.title,
            left[batch.id],
            goes_on(batch, policy, today),
            was_told(batch, policy, today),
        )
        for batch in ledger.batches()
        if batch.id in left and tell_from(batch, policy) <= today
    ]
    return sorted(found, key=lambda one: (one.goes_on, one.batch))


def tell(services: Services, endings: Iterable[Ending]) -> None:
    """Record that this person was told that these photos go: from then on the school's days of notice count.

    Nothing for someone who could do nothing about it, because they may only look.
    """
    if not _may_erase(services):
        return
    ledger, today = services.store.ledger, services.clock().date()
    with services.store.transaction():
        for one in endings:
            if not one.told:
                ledger.put_batch(replace(ledger.batch(one.batch), told_on=today))
                services.note("retention.told", one.batch, f"photos={one.photos} goes_on={one.goes_on}")


def erase_overdue(services: Services, *, by: str = "") -> Iterator[Progress]:
    """Erase every photo that was kept as long as the school keeps photos. Yields after each.

    A photo that lies nowhere else goes only when someone was told for the school's days of notice (`tell`). One
    whose delivery is not settled stays and is told with its trouble. Nothing for someone who may only look. With
    SYSTEM as `by` the program does it by itself, by the school's rule and no one's right: also where whoever signed
    in last may only look, or was shut out since.
    """
    if by != SYSTEM and not _may_erase(services):
        return
    store, today = services.store, services.clock().date()
    policy, left = store.register.policy(), store.ledger.photos_left()
    waiting = [
        photo
        for batch in overdue((one for one in store.ledger.batches() if one.id in left), policy, today)
        for photo in _left(services, batch)
        if photo.stage in DELIVERED
        or (was_told(batch, policy, today) and goes_on(batch, policy, today) <= today)
    ]
    try:
        for done, photo in enumerate(waiting, start=1):
            trouble = ""
            try:
                _erase(services, photo.id, Ground.RETENTION, by or services.account.id)
            except ConsentError as error:
                if error.code is not Code.NOT_SETTLED:
                    raise
                trouble = error.code.value
            yield Progress(Stage.ERASE, done, len(waiting), photo.id, trouble)
    finally:
        if waiting:
            finish_erasing(services)


def _left(services: Services, batch: Batch) -> Sequence[PhotoRecord]:
    return [photo for photo in services.store.ledger.photos(batch.id) if photo.stage is not Stage.ERASE]


def _may_erase(services: Services) -> bool:
    """Whether this person may delete photos, or see to it that they are not kept for too long."""
    account, policy = services.present_account(), services.store.register.policy()
    return any(may(account, act, policy) for act in (Act.PUBLISH, Act.KEEP_REGISTER))


def _forget_paths(services: Services, photo: PhotoId) -> None:
    """Originals that are settled lose their names, and stay known as brought in before."""
    originals = services.store.originals
    settled = [one for one in originals.with_fate(SETTLED) if one.photo == photo]
    originals.forget(photo, SETTLED)
    for original in settled:
        originals.put(blotted(original))


def finish_erasing(services: Services) -> None:
    """Checkpoint and truncate the store's log, so that destroyed keys cannot be read from the disk."""
    services.store.shrink()


def sweep_up(services: Services) -> int:
    """Remove from the vault what a power cut left between two writes; how many files there were.

    Only when a store is opened: a photo that is just being taken in has no record yet. Photos with a record
    that is not erased are never touched.
    """
    ledger = services.store.ledger
    companions = services.store.originals.all_companions()
    known: set[PhotoId] = set()
    for photo in services.vault.kept():
        if photo in companions:
            known.add(photo)
            continue
        try:
            if ledger.photo(photo).stage is not Stage.ERASE:
                known.add(photo)
        except ConsentError as error:
            if error.code is not Code.UNKNOWN_PHOTO:
                raise
    return services.vault.sweep(known)
