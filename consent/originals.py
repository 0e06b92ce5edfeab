"""What became of the files on a device that were brought in, and of the files that belong to a photo."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum

from consent.devices import DeviceId
from consent.publications import BatchId, PhotoId


class Fate(StrEnum):
    """What is to happen, or happened, to one file on a device after its copy was proven."""

    STAYS = "stays"  # the device is the trust's own
    HELD = "held"  # not all of the photo, or of what belongs to it, is safely here, so that all of it stays
    DUE = "due"  # safely in: to be deleted
    UNPROVEN = "unproven"  # it was asked for, and the device has not been seen afresh since then
    PRESENT = "present"  # the device said that it was deleted, and it is there all the same
    BY_HAND = "by_hand"  # a phone keeps what was deleted: a person must look under "Recently Deleted"
    LOCKED = "locked"  # the card is read-only, or the file is locked
    CHANGED = "changed"  # another picture has its name now: never deleted
    GONE = "gone"  # proven


UNSETTLED = frozenset({Fate.DUE, Fate.UNPROVEN, Fate.PRESENT, Fate.LOCKED})
"""What is looked at again when the device comes back."""

FOR_A_PERSON = UNSETTLED | {Fate.HELD, Fate.BY_HAND, Fate.CHANGED}
"""What is shown until it is gone, or until a person has said that it is seen to."""

SETTLED = frozenset({Fate.STAYS, Fate.GONE})


@dataclass(frozen=True, slots=True)
class Original:
    """One file on a device, as it was when it was brought in.

    `path` leads to it from the device's root, as the device spells it. `sha256` is of its content, `size` in
    bytes, `modified_ns` in nanoseconds since 1970. `sitting` names the stretch between plugging in and
    pulling out in which its deletion was asked for: only another one can prove it.
    """

    device: DeviceId
    path: str
    photo: PhotoId
    sha256: str
    size: int
    modified_ns: int
    fate: Fate
    sitting: str = ""


def blotted(original: Original) -> Original:
    """The same without its name and its photo: only that a file of this place, size and time was brought in."""
    return replace(original, path=blot(original.path), photo=PhotoId(""), sha256="")


def blot(path: str) -> str:
    """What stands for the place of a file whose photo was erased."""
    return "erased " + hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that belongs to a photo (raw picture, short movie, edits): kept and deleted with it, never published.

    `id` is under what the vault keeps it.
    """

    id: PhotoId
    photo: PhotoId
    file_name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class OpenIntake:
    """An intake that is not through: `chosen` are the paths that were meant, None all; `within` a folder of the device."""

    batch: BatchId
    device: DeviceId
    within: str = ""
    chosen: frozenset[str] | None = None
