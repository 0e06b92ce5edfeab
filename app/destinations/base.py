"""What every destination offers: it takes a finished copy and proves that it has it, or says what it knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from app.errors import AppError, Trouble
from consent.publications import Words

_ALLOWED = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.(?:jpg|png)")
# names that Windows gives to devices, whatever the ending
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\..*", re.IGNORECASE)

NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of delivery: `location` is where the copy lies now, `sha256` (hex) what was read back there.

    `address` is the post's own address, where the destination makes one.
    """

    sha256: str
    location: str
    address: str = ""


class Presence(StrEnum):
    """What a look at a destination says about one copy."""

    THERE = "there"  # whole, with the hash that it should have
    ABSENT = "absent"
    PART = "part"  # not all of it; sending it again under the same name completes it, `take_back` removes it
    ANOTHER = "another"  # something else bears its name


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a look; `receipt` is there exactly where the copy is."""

    presence: Presence
    receipt: Receipt | None = None


class Destination(Protocol):
    """Somewhere finished copies are sent. Nothing is connected before the first `send`, `look` or `test`."""

    @property
    def label(self) -> str:
        """How the register of posts calls it: the id of its record, or the folder."""

    @property
    def is_remote(self) -> bool:
        """Whether it is reached by a connection of this program's own: *upload*, not *export*."""

    @property
    def settling(self) -> timedelta:
        """How long after a cut a copy may still turn up: until then, absence proves nothing."""

    def send(self, name: str, content: bytes, words: Words = NO_WORDS) -> Receipt:
        """Deliver `content` as `name`; never over something that is there.

        Raises AppError. DOUBTFUL alone leaves open whether the copy arrived; after every other code it did
        not: FOLDER_MISSING, DISK_FULL, NOT_WRITABLE ("exists" where the name is taken), NOT_PROVEN where what
        arrived could not be read back as it was sent, WRONG_USE for a bad name, UNREACHABLE, NOT_LET_IN,
        NOT_TRUSTED.
        """

    def look(self, name: str, sha256: str) -> Found:
        """Whether the copy of this name and hash is there. Raises AppError where that cannot be told."""

    def take_back(self, name: str, sha256: str) -> None:
        """Remove what a cut attempt left of this copy where it has not become a post; never anything else.

        Raises AppError where it may still be there.
        """

    def test(self) -> None:
        """Reach it, write a small file, read it back and remove it. Raises AppError as `send`."""

    def close(self) -> None:
        """End the connection, if there is one."""


def checked_name(name: str) -> str:
    """`name`, if it is one that every system can hold and that leads nowhere else. Raises WRONG_USE."""
    if not _ALLOWED.fullmatch(name) or _RESERVED.fullmatch(name):
        raise AppError(Trouble.WRONG_USE, "not a name for a copy")
    return name
