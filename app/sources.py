"""Leads from the record of a device to the device itself, if it is plugged in."""

from __future__ import annotations

from pathlib import Path

from app.devices.base import Originals
from app.devices.card import Card
from app.devices.folder import FolderDevice
from app.devices.mark import bears_mark
from app.devices.volumes import Volume
from app.errors import AppError, Trouble
from app.services import Services
from consent.devices import Device, DeviceKind


def source_of(services: Services, device: Device) -> Originals:
    """The door to the photos of a device. Raises AppError: DEVICE_GONE, FOLDER_MISSING, MARK_MISSING.

    A card is looked for by its file system's id, wherever it is mounted now, and must bear its mark once it
    has one.
    """
    match device.kind:
        case DeviceKind.FOLDER:
            folder = Path(device.location)
            if not folder.is_dir():
                raise AppError(Trouble.FOLDER_MISSING)
            return FolderDevice(folder)
        case DeviceKind.VOLUME:
            volume = volume_of(services, device)
            if volume is None:
                raise AppError(Trouble.DEVICE_GONE)
            if device.seal and not bears_mark(volume.place, device):
                raise AppError(Trouble.MARK_MISSING)
            return Card(volume, services.volumes)
        case DeviceKind.PHONE:
            from app.devices.phone import find_phone  # noqa: PLC0415 - loads a library that few need

            return find_phone(device.serial)


def volume_of(services: Services, device: Device) -> Volume | None:
    """The plugged-in volume that has this device's ids, with or without its mark."""
    return next(
        (
            volume
            for volume in services.volumes.present()
            if volume.id and volume.id == device.volume and volume.serial == device.serial
        ),
        None,
    )


def within_of(services: Services, device: Device, folder: Path) -> str:
    """The path of a folder below the root of the device on which it lies; "" for the root itself."""
    volume = volume_of(services, device) if device.kind is DeviceKind.VOLUME else None
    root = Path(device.location) if volume is None else volume.place
    within = folder.resolve().relative_to(root.resolve()).as_posix()
    return "" if within == "." else within
