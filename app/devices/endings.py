"""Which file endings are offered as photos, and what the others stand for."""

from __future__ import annotations

import os
from typing import Final

from app.devices.base import LeftOut

_PHOTO: Final = """jpg jpeg jpe jfif png webp tif tiff heic heif hif avif"""

_LEFT_OUT: Final = {
    LeftOut.MOVIE: """mov mp4 m4v avi mts m2ts 3gp mpg mpeg mkv webm wmv insv""",
    LeftOut.RAW: """arw cr2 cr3 crw dng nef nrw orf pef raf raw rw2 rwl srw sr2 x3f 3fr iiq erf kdc""",
    LeftOut.SIDECAR: """xmp aae thm lrv ctg mpl cpi bdm dat ini ifo bup modd moff""",
}

PHOTO_ENDINGS: Final = frozenset(f".{word}" for word in _PHOTO.split())
"""An allow-list, and only of what is offered: what a file really is, is judged later by its bytes."""

_REASONS: Final = {f".{word}": reason for reason, words in _LEFT_OUT.items() for word in words.split()}


def why_left_out(name: str) -> LeftOut | None:
    """Why a file of this name is not offered, or None for a photo."""
    # os.path, because a name that came from a device need not be a path of this system
    ending = os.path.splitext(name)[1].casefold()  # noqa: PTH122
    return None if ending in PHOTO_ENDINGS else _REASONS.get(ending, LeftOut.OTHER)
