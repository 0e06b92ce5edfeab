"""Names the stretch between plugging a device in and pulling it out: only another one proves a deletion.

What a system shows after a deletion may be what it remembers, not what the card holds. A card that was
pulled out and put back, or a file system that was mounted anew, shows the truth.
"""

from __future__ import annotations

import ctypes
import os
import re
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.unsuitable import why_unsuitable

_MOUNTS: Final = Path("/proc/self/mountinfo")


@dataclass(frozen=True, slots=True)
class Mounted:
    """One line of `/proc/self/mountinfo`. `device` is the system's number for the file system, as `8:1`."""

    number: int
    device: str
    place: Path
    kind: str
    source: str
    options: tuple[str, ...]

    @property
    def writable(self) -> bool:
        return "ro" not in self.options


def mounted() -> tuple[Mounted, ...]:
    """Every mounted file system, in the order of mounting; empty where the system has no such table."""
    try:
        table = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ()
    return read_mountinfo(table)


def read_mountinfo(table: str) -> tuple[Mounted, ...]:
    """The file systems of a table in the form of `/proc/self/mountinfo` (proc(5))."""
    found = []
    for line in table.splitlines():
        before, divider, after = line.partition(" - ")
        fields, rest = before.split(), after.split()
        if not divider or len(fields) < 6 or len(rest) < 2:
            continue
        # the options of this mount and those of the file system itself: either may forbid writing
        options = dict.fromkeys([*fields[5].split(","), *(rest[2].split(",") if len(rest) > 2 else ())])
        if "ro" in options:
            options.pop("rw", None)
        found.append(
            Mounted(
                number=int(fields[0]),
                device=fields[2],
                place=Path(_unescaped(fields[4])),
                kind=rest[0],
                source=_unescaped(rest[1]),
                options=tuple(options),
            )
        )
    return tuple(found)


def sitting_of(folder: Path) -> str:
    """The name of the present sitting of the file system on which `folder` lies.

    Linux: the number of this start of the computer, of the medium in its slot, and of the mount. Elsewhere
    the number of the file system, which changes with every insertion on macOS; on Windows it does not, so
    there only `renew` gives another sitting.
    """
    try:
        number = folder.stat().st_dev
    except OSError:
        return "none"
    if sys.platform != "linux":
        return f"{number:x}"
    device = f"{os.major(number)}:{os.minor(number)}"
    mount = _unique_mount(folder)
    if mount is None:
        mount = "+".join(str(one.number) for one in mounted() if one.device == device)
    return "/".join((_start(), device, _medium(device), mount))


def lies_here(folder: Path) -> bool:
    """Whether a folder lies on a disk of this computer itself: not synced, shared, removable, nor made by a program.

    What a program shows as a folder (FUSE: phones, archives, clouds) is no disk, whatever it looks like.
    """
    if why_unsuitable(folder) is not None:
        return False
    real = folder.resolve()
    above = [one for one in mounted() if real.is_relative_to(one.place)]
    on = max(reversed(above), key=lambda one: len(one.place.parts), default=None)
    return on is None or not on.kind.startswith("fuse")


_STATX_MNT_ID_UNIQUE: Final = 0x4000  # linux/stat.h, since Linux 6.8
_AT_FDCWD: Final = -100
_STATX_BYTES: Final = 256
_MNT_ID_AT: Final = 144  # offset of stx_mnt_id


def _unique_mount(folder: Path) -> str | None:
    """A number that no other mount ever had since the start; None where the kernel or the C library is older.

    The numbers in the table of mounts are given again as soon as they are free.
    """
    try:
        statx = ctypes.CDLL(None, use_errno=True).statx
    except (AttributeError, OSError):
        return None
    about = ctypes.create_string_buffer(_STATX_BYTES)
    if statx(_AT_FDCWD, os.fsencode(folder), 0, _STATX_MNT_ID_UNIQUE, about) != 0:
        return None
    (told,) = struct.unpack_from("=I", about)
    return str(*struct.unpack_from("=Q", about, _MNT_ID_AT)) if told & _STATX_MNT_ID_UNIQUE else None


def _start() -> str:
    """Another one after every start of the computer."""
    return _line(Path("/proc/sys/kernel/random/boot_id"))


def _medium(device: str) -> str:
    """The kernel counts every medium that is put into any slot (`diskseq`, since Linux 5.15)."""
    at = Path("/sys/dev/block", device)
    if not at.exists():
        return ""
    at = at.resolve()
    return _line(at / "diskseq") or _line(at.parent / "diskseq")


def _line(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _unescaped(field: str) -> str:
    r"""A field of the table, in which blanks and strokes stand as `\040` and the like."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)
