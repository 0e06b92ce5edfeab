"""Linux: volumes from the kernel's table of mounts, with what udev or blkid knows of each."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from app.devices.commands import answer_of
from app.devices.sittings import Mounted, mounted
from app.devices.volumes import Volume
from app.unsuitable import is_removable

_UDEV: Final = Path("/run/udev/data")
_SYSTEM: Final = Path("/sys")
_CARRIED_BUSES: Final = frozenset({"usb", "mmc", "memstick", "ieee1394", "loop"})
"""A mounted image (loop) came from somewhere else too."""

_BLOCK_SECTOR: Final = 512  # bytes: /sys counts in these whatever the disk's own are


class LinuxVolumes:
    """`Volumes` of Linux."""

    def present(self) -> Sequence[Volume]:
        own = {
            one.device for one in mounted() if str(one.place) in {"/", "/boot", "/boot/efi", "/home", "/usr"}
        }
        found = (self._volume(one) for one in mounted() if one.device not in own)
        return [volume for volume in found if volume is not None]

    def renew(self, volume: Volume) -> Volume | None:
        entry = next((one for one in reversed(mounted()) if one.place == volume.place), None)
        if entry is None or entry.source != volume.source or _goes_with_its_mount(entry):
            return None
        renewed = _by_root(entry) if os.geteuid() == 0 else _by_user(entry)
        if not renewed:
            return None
        return next(
            (one for one in self.present() if one.id == volume.id and one.source == volume.source), None
        )

    def _volume(self, entry: Mounted) -> Volume | None:
        number = _block_number(entry)
        if number is None:
            return None
        device = f"{os.major(number)}:{os.minor(number)}"
        known = _udev(device)
        bus = _bus(number, known)
        if bus not in _CARRIED_BUSES and not is_removable(number, _SYSTEM):
            return None
        if "ID_FS_UUID" not in known:
            known = {**_probed(entry.source), **known}
        return Volume(
            id=known.get("ID_FS_UUID", ""),
            place=entry.place,
            label=known.get("ID_FS_LABEL", ""),
            size=_size(device),
            kind=known.get("ID_FS_TYPE", entry.kind),
            bus=bus,
            serial=known.get("ID_SERIAL_SHORT", ""),
            source=entry.source,
            writable=entry.writable,
        )


def _block_number(entry: Mounted) -> int | None:
    """The number of the block device that is mounted here; None for what lies on none (tmpfs, network)."""
    if not entry.source.startswith("/dev/"):
        return None
    try:
        about = os.stat(entry.source)  # noqa: PTH116 - a name from the kernel
    except OSError:
        return None
    # file systems in user space have a number of their own, so that the source is asked
    return about.st_rdev if stat.S_ISBLK(about.st_mode) else None


def _udev(device: str) -> Mapping[str, str]:
    """What udev noted of this block device; any user may read it."""
    try:
        lines = (_UDEV / f"b{device}").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (line[2:].partition("=") for line in lines if line.startswith("E:"))
    return {name: _plain(value) for name, _, value in pairs}


def _probed(source: str) -> Mapping[str, str]:
    """The same read by blkid, where udev is not there and the medium may be read (as root)."""
    names = {"UUID": "ID_FS_UUID", "LABEL": "ID_FS_LABEL", "TYPE": "ID_FS_TYPE"}
    told = answer_of("blkid", "-p", "-o", "export", source) or b""
    pairs = (line.partition("=") for line in told.decode("utf-8", "replace").splitlines())
    return {names[name]: _plain(value) for name, _, value in pairs if name in names}


def _bus(number: int, known: Mapping[str, str]) -> str:
    if "ID_BUS" in known:
        return known["ID_BUS"]
    at = _SYSTEM / "dev" / "block" / f"{os.major(number)}:{os.minor(number)}"
    parts = at.resolve().parts if at.exists() else ()
    for word, bus in (("usb", "usb"), ("mmc", "mmc"), ("memstick", "memstick"), ("loop", "loop")):
        if any(re.fullmatch(rf"{word}(_host)?\d.*", part) for part in parts):
            return bus
    return ""


def _size(device: str) -> int:
    try:
        return int((_SYSTEM / "dev" / "block" / device / "size").read_text(encoding="ascii")) * _BLOCK_SECTOR
    except (OSError, ValueError):
        return 0


def _goes_with_its_mount(entry: Mounted) -> bool:
    """An image whose loop device is freed when it is unmounted could not be mounted again."""
    try:
        freed = (_SYSTEM / "block" / Path(entry.source).name / "loop" / "autoclear").read_text(
            encoding="ascii"
        )
    except OSError:
        return False
    return freed.strip() == "1"


def _by_root(entry: Mounted) -> bool:
    if entry.kind.startswith("fuse") or answer_of("umount", "--", str(entry.place)) is None:
        return False
    options = ",".join(entry.options)
    return (
        answer_of("mount", "-t", entry.kind, "-o", options, "--", entry.source, str(entry.place)) is not None
    )


def _by_user(entry: Mounted) -> bool:
    """The desktop's own service may do it for whoever sits at the computer."""
    ask = ("--no-user-interaction", "-b", entry.source)
    return (
        answer_of("udisksctl", "unmount", *ask) is not None
        and answer_of("udisksctl", "mount", *ask) is not None
    )


def _plain(value: str) -> str:
    r"""A value of udev, without the marks `\x20` that it writes for blanks, nor anything that cannot be shown."""
    found = re.sub(r"\\x([0-9a-f]{2})", lambda mark: chr(int(mark[1], 16)), value)
    return "".join(letter for letter in found if letter.isprintable()).strip()
