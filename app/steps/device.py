"""Device: which camera, card or folder photos come from, and whether they may."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.devices.mark import bears_mark, put_mark, remove_mark
from app.devices.sittings import lies_here
from app.devices.volumes import Volume, volume_at
from app.devices.watch import Change
from app.errors import AppError, Trouble
from app.services import Services
from app.sources import source_of, volume_of
from consent.accounts import Act
from consent.audit import Event
from consent.devices import Device, DeviceId, DeviceKind, Standing
from consent.errors import Code, ConsentError
from consent.publications import Batch

SEAL_BYTES = 32  # as long as the hash that it keys (HMAC-SHA256)


def find_device(services: Services, folder: Path) -> Device:
    """The record of the device on which this folder lies.

    A card, a stick or a disk that was plugged in is one device, recognised by its file system's id and, once
    it is approved, by its mark: without that it counts as unknown, whatever id it bears. A folder on this
    computer's own disk is the trust's own; any other that was never seen (a network or synced folder) is
    put down as unknown.

    Raises AppError(FOLDER_MISSING) where there is no such folder.
    """
    if not folder.is_dir():
        raise AppError(Trouble.FOLDER_MISSING)
    volume = volume_at(services.volumes, folder)
    if volume is not None and volume.id:
        return find_volume(services, volume)
    location = str(folder.resolve())
    for device in services.store.register.devices():
        if device.kind is DeviceKind.FOLDER and device.location == location:
            return device
    return _seen(
        services,
        Device(
            id=DeviceId("folder-" + _digest(location)),
            name=folder.resolve().name or location,
            location=location,
            standing=Standing.OWN if volume is None and lies_here(folder) else Standing.UNKNOWN,
        ),
    )


def find_volume(services: Services, volume: Volume) -> Device:
    """The record of a plugged-in volume; of unknown standing where it does not bear the mark of the record."""
    location = str(volume.place)
    for device in services.store.register.devices():
        same = device.kind is DeviceKind.VOLUME and device.volume == volume.id
        if same and device.serial == volume.serial:
            if device.location != location:
                device = replace(device, location=location)  # noqa: PLW2901 - where it is seen today
                services.store.register.put_device(device)
            if device.seal and not bears_mark(volume.place, device):
                return replace(device, standing=Standing.UNKNOWN)
            return device
    return _seen(
        services,
        Device(
            id=DeviceId("volume-" + _digest(f"{volume.id}\0{volume.serial}")),
            name=volume.label or volume.id,
            location=location,
            kind=DeviceKind.VOLUME,
            volume=volume.id,
            serial=volume.serial,
        ),
    )


def find_phones(services: Services) -> Sequence[Device]:
    """The records of the phones and cameras that answer on a cable; new ones are put down as unknown.

    One that gives no serial number cannot be recognised again and is left out.
    """
    from app.devices.phone import phones  # noqa: PLC0415 - loads a library that few need

    known = {one.serial: one for one in services.store.register.devices() if one.kind is DeviceKind.PHONE}
    return [
        known.get(phone.serial)
        or _seen(
            services,
            Device(
                id=DeviceId("phone-" + _digest(phone.serial)),
                name=phone.model,
                location=phone.model,
                kind=DeviceKind.PHONE,
                serial=phone.serial,
            ),
        )
        for phone in phones()
        if phone.serial
    ]


def _seen(services: Services, device: Device) -> Device:
    with services.store.transaction():
        services.store.register.put_device(device)
        services.store.audit.append(
            Event("device.seen", services.account.id, services.clock(), subject=device.id)
        )
    return device


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def count_photos(services: Services, device: Device) -> int:
    """How many photos are on a device: all that may be known of one that nobody approved yet."""
    with contextlib.closing(source_of(services, replace(device, seal=b""))) as source:
        return len(source.list_files())


def judge_device(
    services: Services,
    device: Device,
    standing: Standing,
    *,
    until: date | None = None,
    owner: str | None = None,
    watched: bool | None = None,
) -> Device:
    """Record whose device this is, or that it is refused; only who administers devices may.

    `until` is the last day on which photos may come from it; None is without an end. `owner` and `watched` stay
    as they are where they are None. A card or stick gets a new mark, so that an older one is void; it must be
    plugged in for that.

    Raises ConsentError: NOT_ALLOWED, and INVALID for Standing.UNKNOWN; AppError: DEVICE_GONE, CARD_LOCKED.
    """
    services.require(Act.ADMINISTER)
    if standing is Standing.UNKNOWN:
        raise ConsentError(Code.INVALID, "a device is judged own, approved or refused")
    judged = replace(
        device,
        standing=standing,
        approved_by=services.account.id,
        approved_until=until,
        owner=device.owner if owner is None else owner,
        watched=device.watched if watched is None else watched,
    )
    if judged.kind is DeviceKind.VOLUME:
        judged = _marked(services, judged)
    with services.store.transaction():
        services.store.register.put_device(judged)
        services.store.audit.append(
            Event("device.judged", services.account.id, services.clock(), device.id, standing.value)
        )
    return judged


def _marked(services: Services, device: Device) -> Device:
    """The device with the secret of the mark that was put on it; without one where it is refused."""
    volume = volume_of(services, device)
    if device.standing is Standing.REFUSED:
        if volume is not None:
            remove_mark(volume.place)
        return replace(device, seal=b"")
    if volume is None:
        raise AppError(Trouble.DEVICE_GONE)
    sealed = replace(device, seal=secrets.token_bytes(SEAL_BYTES))
    put_mark(volume.place, sealed)
    return sealed


def know_camera(services: Services, device: Device, camera: str) -> Device:
    """Photos of this camera are expected on this device from now on; only who administers devices may say so."""
    services.require(Act.ADMINISTER)
    with services.store.transaction():
        # as it stands now: another PC may have refused it since it was shown here
        kept = services.store.register.device(device.id)
        known = replace(kept, cameras=tuple(sorted({*kept.cameras, camera})))
        services.store.register.put_device(known)
        services.store.audit.append(
            Event("device.camera_known", services.account.id, services.clock(), device.id)
        )
    return known


def is_approved(services: Services, device: Device) -> bool:
    """Whether photos may be taken from this device today."""
    today = services.today()
    expired = device.approved_until is not None and device.approved_until < today
    return device.standing in {Standing.OWN, Standing.APPROVED} and not expired


def require_approved(services: Services, device: Device) -> None:
    """Raise AppError unless photos may be taken from this device today: DEVICE_NOT_APPROVED, MARK_MISSING."""
    if not is_approved(services, device):
        marked = device.standing is Standing.UNKNOWN and device.seal
        raise AppError(Trouble.MARK_MISSING if marked else Trouble.DEVICE_NOT_APPROVED, device.id)


def unknown_cameras(services: Services, batch: Batch) -> Mapping[str, int]:
    """Cameras whose photos were not expected on the device of this batch, with how many photos each took.

    Only where someone named the cameras of a device (`know_camera`); what a photo says of its camera can be
    forged, so that this warns and never approves.
    """
    device = services.store.register.device(DeviceId(batch.device))
    if not device.cameras:
        return {}
    took = Counter(photo.camera for photo in services.store.ledger.photos(batch.id) if photo.camera)
    return {camera: count for camera, count in took.items() if camera not in device.cameras}


def cameras_on(services: Services, device: Device) -> Mapping[str, int]:
    """Every camera whose photos came from this device and are still here: what `know_camera` may be told of."""
    ledger = services.store.ledger
    batches = [batch for batch in ledger.batches() if batch.device == device.id]
    return Counter(photo.camera for batch in batches for photo in ledger.photos(batch.id) if photo.camera)


def devices_of(services: Services, change: Change) -> Sequence[Device]:
    """The records of what came, or changed, at a look; new ones are put down as unknown."""
    volumes = [find_volume(services, volume) for volume in change.came if volume.id]
    folders = [find_device(services, folder) for folder in change.folders if folder.is_dir()]
    return [*volumes, *folders, *(find_phones(services) if change.phones else ())]
