"""The path of one photo, from device to erase: read this first, the steps in their order stand below.

    device → intake → analyse → match → decide → review → approve → render → verify → export/upload → erase

Two stretches run by themselves: `bring_in` (device to decide) and `deliver` (render to erase). Between them
stand people: `review` and `approve`. Every stretch may be interrupted at any `yield` and begun again; it goes
on where the stored stages say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from app.destinations.base import Destination
from app.errors import AppError, Trouble
from app.named_today import named_today
from app.originals import settle_originals
from app.outbox.handover import look_after
from app.outbox.opening import open_label
from app.published import Rendered
from app.services import Services
from app.sources import within_of
from app.steps.analyse import analyse, wanted_for
from app.steps.approve import approve
from app.steps.decide import decide, facts_about, facts_for, settle
from app.steps.device import find_device, require_approved
from app.steps.erase import erase, finish_erasing
from app.steps.export import export, settle_exported
from app.steps.intake import intake, open_batch
from app.steps.match import match, references_for
from app.steps.render import RENDERABLE, hold_to_today, render
from app.steps.review import change, prepare
from app.steps.upload import settle_uploaded, upload
from app.steps.verify import settle_verified, verify
from app.work.progress import Progress
from consent.devices import Device, DeviceId
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.platforms import PlatformId
from consent.publications import Approval, Batch, BatchId, PhotoId, PhotoRecord, Proposal, Publication, Words
from consent.stages import Stage
from vision.copies import Verified
from vision.errors import VisionError

UNFINISHED = frozenset({Stage.INTAKE, Stage.ANALYSE, Stage.MATCH})
OUT = frozenset({Stage.EXPORT, Stage.UPLOAD})
DELIVERABLE = RENDERABLE | OUT
_PASSED_OVER = frozenset(
    {
        Trouble.VAULT_MISSING,
        Trouble.VAULT_DAMAGED,
        Trouble.VAULT_ERASED,
        Trouble.FILE_UNREADABLE,
        Code.WRONG_STAGE,
    }
)
"""What stops one photo and not the others: its bytes are lost, or a colleague took it on, or away, meanwhile."""


def bring_in(
    services: Services,
    folder: Path,
    *,
    title: str,
    platforms: tuple[PlatformId, ...],
    chosen: Collection[str] | None = None,
) -> Iterator[Progress]:
    """Device to decide: take a folder's photos in as a new batch and look at each of them.

    `chosen` are paths on the device, where not all photos are meant. From a device that is not the trust's own
    the originals are deleted at once when they are safely in.

    Raises AppError: FOLDER_MISSING, FOLDER_EMPTY, DEVICE_NOT_APPROVED, MARK_MISSING, DEVICE_GONE, DISK_FULL.
    """
    device = find_device(services, folder)
    require_approved(services, device)
    within = within_of(services, device, folder)
    batch = open_batch(services, device, title, platforms, within=within, chosen=chosen)
    yield from take_over(services, device, batch)


def bring_in_phone(
    services: Services,
    device: Device,
    *,
    title: str,
    platforms: tuple[PlatformId, ...],
    chosen: Collection[str] | None = None,
) -> Iterator[Progress]:
    """The same for a phone or camera on a cable, which has no folder."""
    require_approved(services, device)
    yield from take_over(services, device, open_batch(services, device, title, platforms, chosen=chosen))


def resume(services: Services, batch: BatchId) -> Iterator[Progress]:
    """Go on with an intake that a crash or a pulled-out device ended. Raises as `bring_in`."""
    found = services.store.ledger.batch(batch)
    device = services.store.register.device(DeviceId(found.device))
    require_approved(services, device)
    yield from take_over(services, device, found)


def take_over(services: Services, device: Device, batch: Batch) -> Iterator[Progress]:
    """Intake to decide, with the originals in between."""
    yield from intake(services, device, batch)
    yield from settle_originals(services, device)
    yield from look_through(services, batch.id)


def look_through(services: Services, batch: BatchId) -> Iterator[Progress]:
    """Analyse, match and decide whatever of a batch is not yet decided; also after an interruption.

    A photo whose bytes are lost, or that a colleague took on or away meanwhile, is named with its trouble.
    """
    waiting = [p for p in services.store.ledger.photos(batch) if p.stage in UNFINISHED]
    wanted = wanted_for(services, services.store.ledger.batch(batch).platforms)
    references = references_for(services)
    for done, photo in enumerate(waiting, start=1):
        try:
            record, analysis = analyse(services, photo.id, wanted)
            if analysis is not None:
                record = settle(services, match(services, record, analysis, references))
            trouble = record.trouble
        except (AppError, ConsentError) as error:
            if error.code not in _PASSED_OVER:
                raise
            trouble = error.code.value
        yield Progress(Stage.DECIDE, done, len(waiting), photo.id, trouble, photo.file_name)


def ask_for_approval(
    services: Services, photo: PhotoId, words: Mapping[PlatformId, Words] | None = None
) -> tuple[Proposal, ...]:
    """Review to proposal, by today's rules; `words` are what stands beside the photo on each platform."""
    facts = facts_for(services)
    with services.store.transaction():  # so that nothing is lost that a colleague covers in between
        record = services.store.ledger.photo(photo)
        record = change(services, photo, named_today(record.sightings, facts))
    return prepare(services, photo, decide(services, record, facts), facts, words=words)


def go_live(services: Services, photo: PhotoId, ticked: Collection[str] = ()) -> tuple[Approval, ...]:
    """The second person's yes, by today's rules; `ticked` are the links of the words that they looked at.

    Who is refused stands in the log: someone may have tried to publish alone.
    """
    with services.noting_refusal("approve", photo):
        record = services.store.ledger.photo(photo)
        facts = facts_for(services)
        return approve(services, photo, decide(services, record, facts), facts, ticked=ticked)


def deliver(
    services: Services, batch: Batch, destination_of: Callable[[PlatformId], Destination]
) -> Iterator[Progress]:
    """Render to erase: every approved photo of the batch, for each of its platforms.

    A photo that cannot go out now is named with its trouble; the others go on.
    """
    waiting = [p for p in services.store.ledger.photos(batch.id) if p.stage in DELIVERABLE]
    try:
        for done, photo in enumerate(waiting, start=1):
            trouble = ""
            try:
                deliver_photo(services, photo.id, destination_of)
            except (ConsentError, VisionError, AppError) as error:
                trouble = error.code.value
            stage = services.store.ledger.photo(photo.id).stage
            yield Progress(stage, done, len(waiting), photo.id, trouble, photo.file_name)
    finally:
        finish_erasing(services)


def deliver_photo(
    services: Services, photo: PhotoId, destination_of: Callable[[PlatformId], Destination]
) -> tuple[Publication, ...]:
    """One photo from its approval to its erasure: nothing is erased before every copy is out and proven.

    Raises AppError(DOUBTFUL) where it is not known whether a copy of an earlier attempt arrived: nothing is
    sent twice unasked, and nothing is deleted here.
    """
    publications: tuple[Publication, ...] = ()
    if services.store.ledger.photo(photo).stage not in OUT:
        settle_earlier(services, photo)
        facts = facts_for(services)
        copies = render(services, photo, decide(services, services.store.ledger.photo(photo), facts), facts)
        proofs = verify(services, copies)
        settle_verified(services, photo)
        publications = _send(services, photo, zip(copies, proofs, strict=True), destination_of=destination_of)
    erase(services, photo)
    return publications


def settle_earlier(services: Services, photo: PhotoId) -> None:
    """Look where an interrupted attempt may have left a copy. Raises AppError(DOUBTFUL) where that cannot tell."""
    for delivery in services.store.outbox.deliveries(photo):
        if not delivery.is_settled:
            destination = open_label(services, delivery.post.destination)
            try:
                looked = look_after(services, delivery, destination)
            finally:
                destination.close()
            if not looked.is_settled:
                raise AppError(Trouble.DOUBTFUL)


def _send(
    services: Services,
    photo: PhotoId,
    copies: Iterable[tuple[Rendered, Verified]],
    *,
    destination_of: Callable[[PlatformId], Destination],
) -> tuple[Publication, ...]:
    """Export or upload each copy that is not out yet. One that fails stops no other; then the first is raised."""
    publications: list[Publication] = []
    failed: list[AppError] = []
    remote = False
    for rendered, proof in copies:
        try:
            destination = destination_of(rendered.platform)
            remote = remote or destination.is_remote
            # asked last, and for each copy: a permission may have ended while others were being sent
            hold_to_today(services, rendered, decide(services, *_today(services, photo)))
            if any(one.platform == rendered.platform for one in services.store.ledger.publications_of(photo)):
                continue
            step = upload if destination.is_remote else export
            publications.append(step(services, rendered, proof, destination=destination))
        except AppError as error:
            failed.append(error)
    if failed:
        raise failed[0]
    (settle_uploaded if remote else settle_exported)(services, photo)
    return tuple(publications)


def _today(services: Services, photo: PhotoId) -> tuple[PhotoRecord, Facts]:
    record = services.store.ledger.photo(photo)
    return record, facts_about(services, [record])
