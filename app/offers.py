"""What the desk offers when a card, a phone or a watched folder has photos: bring in, or go on where it stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.devices.base import DeviceFile
from app.errors import AppError
from app.services import Services
from app.sources import source_of
from consent.devices import Device, DeviceKind, Standing
from consent.originals import UNSETTLED, blot
from consent.publications import BatchId


@dataclass(frozen=True, slots=True)
class Offer:
    """One device that is there. `photos` counts what was not brought in yet; of an unknown device that is all we know.

    `unfinished` are batches whose intake stopped; they go on without a question. `unsettled` counts originals
    whose deletion is to be looked at again. `place` is the folder to bring in, None for a phone.
    """

    device: Device
    photos: int
    unfinished: tuple[BatchId, ...] = ()
    unsettled: int = 0
    place: Path | None = None

    @property
    def approved(self) -> bool:
        return self.device.standing in {Standing.OWN, Standing.APPROVED}


def offer_of(services: Services, device: Device) -> Offer:
    """What can be done with a device that is there. Raises AppError: DEVICE_GONE, FOLDER_MISSING."""
    approved = device.standing in {Standing.OWN, Standing.APPROVED}
    known = services.store.originals.of_device(device.id) if approved else ()
    before = {(one.path, one.size, one.modified_ns) for one in known}
    source = source_of(services, device)
    try:
        files = source.list_files()
    finally:
        source.close()
    return Offer(
        device=device,
        photos=sum(not _is_known(file, before) for file in files),
        unfinished=tuple(
            one.batch for one in services.store.originals.open_intakes() if one.device == device.id
        ),
        unsettled=sum(one.fate in UNSETTLED for one in known),
        place=None if device.kind is DeviceKind.PHONE else Path(device.location),
    )


def watched_folders(services: Services) -> Sequence[Path]:
    """The folders whose new photos are offered by themselves."""
    return [
        Path(device.location)
        for device in services.store.register.devices()
        if device.watched and device.kind is DeviceKind.FOLDER
    ]


def offers(services: Services, devices: Iterable[Device]) -> Sequence[Offer]:
    """What to offer for these devices; what went away meanwhile is left out, and so is what has nothing."""
    found = []
    for device in devices:
        try:
            offer = offer_of(services, device)
        except AppError:
            continue
        if offer.photos or offer.unfinished or offer.unsettled:
            found.append(offer)
    return found


def _is_known(file: DeviceFile, before: set[tuple[str, int, int]]) -> bool:
    of_the_file = (file.size, file.modified_ns)
    return (file.path, *of_the_file) in before or (blot(file.path), *of_the_file) in before
