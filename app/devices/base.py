"""What every device offers: a list of its photos, and the bytes of each; and how foreign names are shown."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class LeftOut(StrEnum):
    """Why a file of a device is not offered."""

    MOVIE = "MOVIE"
    RAW = "RAW"  # a camera's own raw format; its JPEG, where there is one, is offered
    SIDECAR = "SIDECAR"  # edits, thumbnails and notes that belong to a photo
    OTHER = "OTHER"  # some other ending
    HIDDEN = "HIDDEN"  # hidden, or the system's own
    NOT_A_FILE = "NOT_A_FILE"  # a link, pipe, socket or device
    TOO_DEEP = "TOO_DEEP"  # a folder below the limit of depth
    TOO_LARGE = "TOO_LARGE"
    EMPTY = "EMPTY"
    UNREADABLE = "UNREADABLE"  # a folder that could not be opened


@dataclass(frozen=True, slots=True)
class DeviceFile:
    """One photo on a device, as it was when it was listed.

    `path` leads to it from the device's root, parts divided by "/", exactly as the device spells it: it may
    hold anything, and is for `read` alone. `shown_name` is what pages, records and lists show. `size` is in
    bytes, `modified_ns` in nanoseconds since 1970. `identity` is the system's own number for the file.
    `companions` are files that belong to it: its raw picture, its short movie, notes of edits.
    """

    path: str
    size: int
    modified_ns: int
    identity: tuple[int, int] = (0, 0)
    companions: tuple[DeviceFile, ...] = ()

    @property
    def shown_name(self) -> str:
        return shown_name(self.path)


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything on a device: the photos that are offered, and how many other entries are left out, and why."""

    files: tuple[DeviceFile, ...]
    left_out: dict[LeftOut, int] = field(default_factory=dict)


class Removal(StrEnum):
    """What a device said when it was asked to delete one file."""

    ASKED = "asked"  # it said yes, which proves nothing
    ABSENT = "absent"  # there is no such file
    CHANGED = "changed"  # another content has its name: nothing was deleted
    LOCKED = "locked"  # the device is read-only, or the file is locked


class Presence(StrEnum):
    """What stands under the name of a file that was to be deleted."""

    ABSENT = "absent"
    SAME = "same"
    OTHER = "other"


class PhotoSource(Protocol):
    """A device as intake sees it. Nothing on it is ever changed through this door."""

    def survey(self, within: str = "") -> Survey:
        """Look through the device, or one folder of it. Raises AppError: FOLDER_MISSING, DEVICE_GONE."""

    def list_files(self) -> Sequence[DeviceFile]:
        """The offered photos, in the order in which people number them (2 before 10)."""

    def pieces(self, file: DeviceFile) -> Iterator[bytes]:
        """The file's bytes, a MiB at a time, if it still is the file that was listed.

        Raises AppError, also after the last piece: DEVICE_GONE, FILE_UNREADABLE (also when it was exchanged
        or changed meanwhile), FILE_TOO_LARGE.
        """

    def read(self, file: DeviceFile) -> bytes:
        """All the pieces as one."""


class Originals(PhotoSource, Protocol):
    """A device whose files may be deleted once their copies are proven."""

    @property
    def sitting(self) -> str:
        """Names the stretch since the device was last seen afresh (plugged in, mounted); never empty."""

    @property
    def keeps_deleted(self) -> bool:
        """Whether the device keeps what was deleted where it cannot be seen from here (phones do)."""

    def remove(self, file: DeviceFile, sha256: str) -> Removal:
        """Delete the file if its content still has this SHA-256 (hex). Raises AppError(DEVICE_GONE)."""

    def look(self, file: DeviceFile, sha256: str) -> Presence:
        """What stands under the file's name now. Raises AppError(DEVICE_GONE)."""

    def lies_elsewhere(self, file: DeviceFile, sha256: str) -> bool:
        """Whether a file that is no longer under its name lies under another, as far as that can be seen from here."""

    def settle(self) -> None:
        """Make the device write down what was deleted. Raises AppError: DEVICE_GONE, ORIGINAL_NOT_PROVEN."""

    def renew(self) -> bool:
        """See the device afresh, where that is possible."""

    def close(self) -> None:
        """Let go of the device. May be called twice."""


_DIGITS = re.compile(r"(\d{1,18})")


def natural_key(path: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts IMG_2 before IMG_10, without regard to case."""
    parts = _DIGITS.split(path.casefold())
    return tuple((0, int(part), "") if part.isdecimal() and part else (1, 0, part) for part in parts if part)


_SORTED_AT_ONCE = 2_000
"""Files after which another thread may come: sorting holds back every other one, and the window must not wait."""


def in_order(files: Sequence[DeviceFile]) -> list[DeviceFile]:
    """The files in the order in which people number them, sorted in pieces that are then merged."""
    keyed = [(natural_key(file.path), file.path, number) for number, file in enumerate(files)]
    pieces = [
        sorted(keyed[start : start + _SORTED_AT_ONCE]) for start in range(0, len(keyed), _SORTED_AT_ONCE)
    ]
    return [files[number] for _, _, number in heapq.merge(*pieces)]


def shown_name(path: str) -> str:
    r"""`path` made safe to show: no character of it can hide, reorder or break the line.

    Control and format characters (such as the right-to-left override that turns "gpj.exe" around), unknown
    code points and undecodable bytes appear as `\xNN` or `\uNNNN`; a backslash is doubled, so that nothing
    can pretend to be such a mark.
    """
    return "".join(map(_shown, path))


def _shown(letter: str) -> str:
    if letter == "\\":
        return "\\\\"
    if letter == " " or not unicodedata.category(letter).startswith(("C", "Z")):
        return letter
    number = ord(letter)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
