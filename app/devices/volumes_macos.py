"""macOS: volumes from the system's own `diskutil`, which prints property lists."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from app.devices.commands import answer_of
from app.devices.volumes import Volume


class MacVolumes:
    """`Volumes` of macOS."""

    def present(self) -> Sequence[Volume]:
        listed = read_plist(answer_of("diskutil", "list", "-plist"))
        found = (read_plist(answer_of("diskutil", "info", "-plist", name)) for name in names_in(listed))
        return [volume for volume in map(volume_of, found) if volume is not None]

    def renew(self, volume: Volume) -> Volume | None:
        if answer_of("diskutil", "unmount", volume.source) is None:
            return None
        if answer_of("diskutil", "mount", volume.source) is None:
            return None
        return next((one for one in self.present() if one.id == volume.id), None)


def read_plist(printed: bytes | None) -> dict[str, Any]:
    """A property list, or nothing where it is not one."""
    try:
        found = plistlib.loads(printed or b"")
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def names_in(listed: dict[str, Any]) -> Sequence[str]:
    """The names of all disks and partitions in what `diskutil list -plist` says."""
    return [name for name in listed.get("AllDisks", ()) if isinstance(name, str)]


def volume_of(told: dict[str, Any]) -> Volume | None:
    """A volume from what `diskutil info -plist` says; None for what is not mounted, or built in."""
    place = told.get("MountPoint") or ""
    if not place or place == "/" or not _is_carried(told):
        return None
    return Volume(
        id=str(told.get("VolumeUUID") or told.get("DiskUUID") or ""),
        place=Path(place),
        label=str(told.get("VolumeName") or ""),
        size=int(told.get("TotalSize") or 0),
        kind=str(told.get("FilesystemType") or ""),
        bus=str(told.get("BusProtocol") or "").lower(),
        serial="",  # diskutil does not tell it
        source=str(told.get("DeviceNode") or ""),
        writable=bool(told.get("WritableVolume", True)),
    )


def _is_carried(told: dict[str, Any]) -> bool:
    removable = told.get("RemovableMediaOrExternalDevice") or told.get("Ejectable")
    return bool(removable) or told.get("Internal") is False or told.get("BusProtocol") == "Disk Image"
