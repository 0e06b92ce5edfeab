"""The photos on a device, to choose some of them: nothing of a device is read before somebody approved it."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.devices.base import DeviceFile
from app.errors import AppError
from app.services import Services
from app.sources import source_of, within_of
from app.steps.device import find_device, require_approved
from app.work.vision import Picture
from consent.accounts import Act
from consent.devices import Device, DeviceId
from consent.originals import blot
from vision.errors import VisionError


@dataclass(frozen=True, slots=True)
class OnDevice:
    """One photo that may be brought in. `path` is for `bring_in` alone; `is_new` until it was brought in once."""

    path: str
    shown_name: str
    size: int
    changed: datetime
    is_new: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A device, the folder of it that is meant, and its photos in the order in which people number them."""

    device: Device
    within: str
    photos: tuple[OnDevice, ...]


def photos_in(services: Services, folder: Path) -> Choice:
    """The photos in a folder. Raises AppError: FOLDER_MISSING, DEVICE_NOT_APPROVED, MARK_MISSING, DEVICE_GONE."""
    services.require(Act.BRING_IN)
    device = find_device(services, folder)
    require_approved(services, device)
    return _choice(services, device, within_of(services, device, folder))


def photos_on_phone(services: Services, device: DeviceId) -> Choice:
    """The photos on a phone or camera on a cable. Raises as `photos_in`."""
    services.require(Act.BRING_IN)
    found = services.store.register.device(device)
    require_approved(services, found)
    return _choice(services, found, "")


def thumbnails(services: Services, choice: Choice, side: int) -> Iterator[tuple[str, Picture | None]]:
    """Each photo's path and its picture, made in memory; None for one that cannot be read."""
    require_approved(services, choice.device)
    wanted = {photo.path for photo in choice.photos}
    with contextlib.closing(source_of(services, choice.device)) as source:
        for file in source.survey(choice.within).files:
            if file.path not in wanted:
                continue
            try:
                yield file.path, services.preview.preview(source.read(file), side)
            except (AppError, VisionError):
                yield file.path, None


def _choice(services: Services, device: Device, within: str) -> Choice:
    known = {(one.path, one.size, one.modified_ns) for one in services.store.originals.of_device(device.id)}
    with contextlib.closing(source_of(services, device)) as source:
        files = source.survey(within).files
    return Choice(device, within, tuple(_photo(file, known) for file in files))


def _photo(file: DeviceFile, known: Collection[tuple[str, int, int]]) -> OnDevice:
    mark = (file.size, file.modified_ns)
    return OnDevice(
        file.path,
        file.shown_name,
        file.size,
        datetime.fromtimestamp(file.modified_ns / 1e9, UTC).astimezone(),
        is_new=(file.path, *mark) not in known and (blot(file.path), *mark) not in known,
    )
