"""The steps that pages set going; each is loaded when it is first used, so that the window is up sooner."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from consent.accounts import SYSTEM
from consent.devices import DeviceId
from consent.errors import Code, ConsentError
from consent.platforms import PlatformId
from consent.publications import BatchId, PhotoId, PhotoRecord
from consent.sightings import RegionId
from consent.stages import Stage

if TYPE_CHECKING:
    from app.devices.watch import Watcher
    from app.offers import Offer
    from app.services import Services
    from app.work.progress import Progress

# ruff: noqa: PLC0415 - see above


def bring_in(
    services: Services,
    folder: Path,
    title: str,
    *,
    platforms: tuple[PlatformId, ...],
    chosen: frozenset[str] | None = None,
) -> Iterator[Progress]:
    """Device to decide, as a new batch; `chosen` are paths on the device where not all photos are meant."""
    from app.steps import path

    return path.bring_in(services, folder, title=title, platforms=platforms, chosen=chosen)


def go_on(services: Services, batch: BatchId) -> Iterator[Progress]:
    """Analyse to decide, for what an earlier run did not come to."""
    from app.steps import path

    return path.look_through(services, batch)


@dataclass(frozen=True, slots=True)
class Asked:
    """For how many photos approval is asked, and for which not, because of the words beside them."""

    done: int
    words_refused: tuple[tuple[PhotoId, Code], ...] = ()


def prepare_all(services: Services, photos: tuple[PhotoId, ...]) -> Generator[int, None, Asked]:
    """Ask for approval of each photo with what is written beside it; yields how many are done."""
    from app.steps.path import ask_for_approval

    done = 0
    refused: list[tuple[PhotoId, Code]] = []
    for photo in photos:
        try:
            ask_for_approval(services, photo, services.store.ledger.words(photo))
        except ConsentError as error:
            if error.code not in {Code.CAPTION_REFUSED, Code.NOT_CONFIRMED}:
                raise
            refused.append((photo, error.code))
            continue
        done += 1
        yield done
    return Asked(done, tuple(refused))


@dataclass(frozen=True, slots=True)
class Answered:
    """How many photos may go out now, and how many wait for a further person's yes."""

    live: int
    waiting: int


def approve_all(
    services: Services, photos: tuple[PhotoId, ...], ticked: frozenset[str]
) -> Generator[int, None, Answered]:
    """Say go live to each photo; yields how many are done.

    `ticked` are the links in the words beside the photos that were looked at.
    """
    from app.steps.path import go_live

    live = 0
    for done, photo in enumerate(photos, start=1):
        go_live(services, photo, ticked)
        live += services.store.ledger.photo(photo).stage is Stage.APPROVE
        yield done
    return Answered(live, len(photos) - live)


def send_back(services: Services, photo: PhotoId, note: str, region: RegionId | None) -> PhotoRecord:
    """Back to the office, with a word on why."""
    from app.steps import approve

    return approve.send_back(services, photo, note, region=region)


def delete_all(services: Services, photos: tuple[PhotoId, ...]) -> Generator[int, None, int]:
    """Delete each photo that is not published; yields how many are deleted, and gives that number in the end.

    A photo that went out or was deleted since the question was asked is passed over.
    """
    from app.steps.erase import discard, finish_erasing

    done = 0
    try:
        for photo in photos:
            try:
                discard(services, photo)
            except ConsentError as error:
                if error.code is not Code.WRONG_STAGE:
                    raise
                continue
            done += 1
            yield done
    finally:
        finish_erasing(services)
    return done


def erase_overdue(services: Services) -> Generator[Progress, None, int]:
    """Delete what was kept long enough, as the program's own doing; gives how many photos that were.

    Nobody asks for it: the hour does, perhaps while the desk is locked and whoever signed in last has gone home.
    """
    from app.steps import erase

    erased = 0
    for step in erase.erase_overdue(services, by=SYSTEM):
        erased += not step.trouble
        yield step
    return erased


def deliver(services: Services, batch: BatchId, folder: Path | None) -> Iterator[Progress]:
    """Render to erase; a platform without a destination of its own has a folder of its own in `folder`."""
    from app.outbox.opening import opened_destinations
    from app.steps import path

    found = services.store.ledger.batch(batch)
    with opened_destinations(services, folder) as destination_of:
        yield from path.deliver(services, found, destination_of)


def bring_in_phone(
    services: Services,
    device: DeviceId,
    title: str,
    *,
    platforms: tuple[PlatformId, ...],
    chosen: frozenset[str] | None = None,
) -> Iterator[Progress]:
    """Device to decide from a phone on a cable."""
    from app.steps import path

    found = services.store.register.device(device)
    return path.bring_in_phone(services, found, title=title, platforms=platforms, chosen=chosen)


def resume(services: Services, batch: BatchId) -> Iterator[Progress]:
    """Go on with an intake that was cut off."""
    from app.steps import path

    return path.resume(services, batch)


def new_watcher(services: Services) -> Watcher:
    """One that has not looked yet."""
    from app.devices.watch import Watcher

    return Watcher(services.volumes)


def offers_after_a_look(
    services: Services, watcher: Watcher, before: tuple[Offer, ...]
) -> tuple[Offer, ...] | None:
    """What there is to offer now; None where nothing changed since the last look.

    Originals on an approved device whose deletion was not proven are looked at again first.
    """
    from app.errors import AppError
    from app.offers import offers, watched_folders
    from app.originals import settle_originals
    from app.steps.device import devices_of, is_approved

    change = watcher.look(watched_folders(services))
    if not change:
        return None
    gone = {str(volume.place) for volume in change.went}
    came = devices_of(services, change)
    for device in came:
        if is_approved(services, device):
            try:
                for _ in settle_originals(services, device):
                    pass
            except (AppError, ConsentError):
                continue  # it is gone again, or this person may only look: what is recorded stays so
    again = {device.id for device in came}
    stayed = [one for one in before if str(one.place) not in gone and one.device.id not in again]
    return (*stayed, *offers(services, came))
