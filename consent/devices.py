"""The cameras, cards and phones from which photos may come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

DeviceId = NewType("DeviceId", str)


class Standing(StrEnum):
    """Whether photos may be taken from a device, and whose it is."""

    OWN = "own"  # the trust's: originals stay
    APPROVED = "approved"  # someone else's, approved: originals go when they are safely in
    UNKNOWN = "unknown"
    REFUSED = "refused"


class DeviceKind(StrEnum):
    """By what a device is recognised again."""

    FOLDER = "folder"  # its place on this computer or in the network
    VOLUME = "volume"  # the file system on a card, a stick or a disk, and the mark that was put on it
    PHONE = "phone"  # the serial number that a phone or camera gives over its cable


@dataclass(frozen=True, slots=True)
class Device:
    """One device. `location` is where it was seen last (a folder's place is also how it is recognised).

    `volume` is the id that the file system of a card or stick bears, `serial` the number of the hardware
    where the system tells it. `seal` is the secret with which the mark on it is signed, empty while there is
    none. `cameras` are those whose photos are expected on it (see `vision.camera`). `watched` means that
    new photos in it are offered by themselves.
    """

    id: DeviceId
    name: str
    location: str
    standing: Standing = Standing.UNKNOWN
    owner: str = ""
    approved_by: str = ""
    approved_until: date | None = None
    kind: DeviceKind = DeviceKind.FOLDER
    volume: str = ""
    serial: str = ""
    seal: bytes = field(default=b"", repr=False)
    cameras: tuple[str, ...] = ()
    watched: bool = False
