"""Which files belong to a photo: its raw picture, the short movie of a Live Photo, notes of edits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from app.devices.base import DeviceFile, LeftOut
from app.devices.endings import why_left_out

MAY_BELONG: Final = frozenset({LeftOut.MOVIE, LeftOut.RAW, LeftOut.SIDECAR})
"""Kinds of files that are no photo of their own and may belong to one."""

_APPLE_ORIGINAL = re.compile(r"^(img_)[eo](?=\d)")
"""IMG_E1234 is the edited picture and IMG_O1234 the notes of IMG_1234 (as iPhones write them to a computer)."""


def with_companions(
    photos: Sequence[DeviceFile], loose: Iterable[DeviceFile]
) -> tuple[tuple[DeviceFile, ...], Counter[LeftOut]]:
    """The photos, each with what belongs to it, and the kinds of what belongs to none.

    A file belongs to the photo of the same folder that has its name but for the ending (IMG_1.CR3, IMG_1.MOV,
    IMG_1.AAE) or whose whole name stands before its ending (IMG_1.JPG.xmp). Of several such photos it is the
    first: it has the same fate as that one.
    """
    at: dict[str, int] = {}
    for number, photo in enumerate(photos):
        for key in (photo.path.casefold(), _stem(photo.path), _plain(_stem(photo.path))):
            at.setdefault(key, number)
    found: dict[int, list[DeviceFile]] = {}
    alone: Counter[LeftOut] = Counter()
    for file in sorted(loose, key=lambda one: one.path):
        stem = _stem(file.path)
        number = at.get(stem, at.get(_plain(stem), -1))
        if number < 0:
            alone[why_left_out(file.path) or LeftOut.OTHER] += 1
        else:
            found.setdefault(number, []).append(file)
    kept = (
        replace(photo, companions=tuple(found[number])) if number in found else photo
        for number, photo in enumerate(photos)
    )
    return tuple(kept), alone


def _stem(path: str) -> str:
    folder, stroke, name = path.casefold().rpartition("/")
    stem, dot, _ = name.rpartition(".")
    return folder + stroke + (stem if dot and stem else name)


def _plain(stem: str) -> str:
    folder, stroke, name = stem.rpartition("/")
    return folder + stroke + _APPLE_ORIGINAL.sub(r"\1", name)
