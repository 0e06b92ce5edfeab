"""The cards, sticks and disks that are plugged in, whatever system tells of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Volume:
    """One file system that can be carried away. `id` is the one that it bears itself, "" where it has none.

    `size` is in bytes (0: unknown). `bus` is usb, mmc, loop and the like, `serial` the hardware's own number;
    both are "" where the system does not tell. `source` is the system's name for the medium.
    """

    id: str
    place: Path
    label: str = ""
    size: int = 0
    kind: str = ""
    bus: str = ""
    serial: str = ""
    source: str = ""
    writable: bool = True


class Volumes(Protocol):
    """What the system knows of plugged-in volumes. Nothing on them is read but what the system reads itself."""

    def present(self) -> Sequence[Volume]:
        """Everything that can be carried away and is mounted now; empty where the system does not tell."""

    def renew(self, volume: Volume) -> Volume | None:
        """Take the volume out of the system and in again, so that it shows what the medium holds.

        None where that is not possible (in use, not allowed): then it is as it was, if the system is right.
        """


def volume_at(volumes: Volumes, folder: Path) -> Volume | None:
    """The volume on which `folder` lies, or None for the computer's own disks and the network."""
    real = folder.resolve()
    above = [volume for volume in volumes.present() if real.is_relative_to(volume.place)]
    return max(above, key=lambda volume: len(volume.place.parts), default=None)


def system_volumes() -> Volumes:
    """The volumes of the system that this computer runs."""
    if sys.platform == "win32":
        from app.devices.volumes_windows import WindowsVolumes  # noqa: PLC0415 - only there

        return WindowsVolumes()
    if sys.platform == "darwin":
        from app.devices.volumes_macos import MacVolumes  # noqa: PLC0415 - only there

        return MacVolumes()
    from app.devices.volumes_linux import LinuxVolumes  # noqa: PLC0415 - only there

    return LinuxVolumes()
