"""The signed paper behind a permission, as it was scanned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from consent.people import PersonId

ScanId = NewType("ScanId", str)

LARGEST_SCAN = 10 * 1024 * 1024
"""Bytes. A page at 300 dots an inch in colour is about 1 MB as JPEG; ten pages of them."""


class Media(StrEnum):
    """What a scan may be: told by its first bytes, never by its name. It is kept as it came, and never opened here."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"


_BEGINS = ((b"%PDF-", Media.PDF), (b"\xff\xd8\xff", Media.JPEG), (b"\x89PNG\r\n\x1a\n", Media.PNG))


@dataclass(frozen=True, slots=True)
class Scan:
    """One scanned form of one person. `form` is the wording's version; `sha256` (hex) is of the bytes."""

    id: ScanId
    person: PersonId
    form: str
    received_on: date
    media: Media
    size: int
    sha256: str
    kept_by: str


def media_of(content: bytes) -> Media | None:
    """What these bytes are, or None for what is no scan."""
    return next((media for begins, media in _BEGINS if content.startswith(begins)), None)
