"""Which camera took a photo, by what the photo says of itself; it may say anything."""

from __future__ import annotations

import warnings
from typing import Final

from vision.decode import READER_ERRORS, head_of
from vision.errors import PhotoRefusedError

MAKE: Final = 0x010F
MODEL: Final = 0x0110
EXIF: Final = 0x8769
SERIAL: Final = 0xA431  # BodySerialNumber; all four: Exif 3.0

LONGEST: Final = 60
"""Letters that are kept of each: no real name is longer, and the words come from outside."""


def camera_of(untrusted: bytes) -> str:
    """Make, model and body number as one line, as much of it as the photo tells; "" where it tells nothing.

    Only the head of the file is read. Never raises: a photo that tells nothing of its camera is still a photo.
    """
    try:
        with warnings.catch_warnings(action="ignore"), head_of(untrusted) as image:
            about = image.getexif()
            told = (about.get(MAKE), about.get(MODEL), about.get_ifd(EXIF).get(SERIAL))
    except (PhotoRefusedError, *READER_ERRORS):
        return ""
    make, model, serial = map(_words, told)
    # most makers repeat their name in the model
    named = model if make and model.casefold().startswith(make.casefold()) else f"{make} {model}".strip()
    return f"{named} ({serial})" if named and serial else named or serial


def _words(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:LONGEST]
