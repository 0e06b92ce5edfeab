"""Writes on a finished copy whose picture it is: one line on a plate, where no one is and nothing is covered."""

from __future__ import annotations

import io
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.resources import files

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from vision.boxes import Box
from vision.copies import Watermark
from vision.image import Pixels

_SIZE = 1 / 50
"""Height of the letters in shares of the picture's longest side: read at a glance, and seen by no one first."""

_LEAST = 11
"""Pixels: smaller letters cannot be read."""

_WIDEST = 0.6
"""Share of the picture's width that the line may take before its letters shrink."""

_PAD = 0.45
"""Free plate around the line, and between plate and rim, in shares of the letters' height."""

_STEPS = 12
_PLATE, _LETTERS = (24, 24, 24), (255, 255, 255)
_STRENGTH = 0.7
"""Of the plate over a white picture, white letters keep a contrast of 6:1 (WCAG 2.2 asks for 4.5)."""

_CUT = "…"
_ALIKE = 0.6
"""Share of the line's letters, in their order, that a reader must find to have read the line and nothing else."""

_ITS_OWN = 0.8
"""Share of what was found that must lie within the plate."""


def draw(pixels: Pixels, watermark: Watermark) -> Pixels:
    """The picture with the line, an array of the same shape; the picture itself where there is no room for it.

    To be called last, on the covered picture at its published size: only what is published is read.
    """
    height, width = pixels.shape[:2]
    plate = place(watermark, width, height)
    if plate is None:
        return pixels
    line, font = _fitting(watermark.text, width, height)
    window = pixels[plate.y1 : plate.y2, plate.x1 : plate.x2].astype(np.float32)
    dimmed = np.rint(window * (1 - _STRENGTH) + np.array(_PLATE, dtype=np.float32) * _STRENGTH).astype(
        np.uint8
    )
    image = Image.fromarray(dimmed)
    anchor = (_padding(font), plate.height // 2)
    ImageDraw.Draw(image).text(anchor, line, font=font, fill=_LETTERS, anchor="lm")
    drawn = pixels.copy()
    drawn[plate.y1 : plate.y2, plate.x1 : plate.x2] = np.asarray(image, dtype=np.uint8)
    return drawn


def place(watermark: Watermark, width: int, height: int) -> Box | None:
    """Where the plate stands in a picture of this size; None where every place along its rims is taken.

    By the text, the size and `watermark.clear_of` alone, so that a second look finds the same place.
    """
    line, font = _fitting(watermark.text, width, height)
    pad = _padding(font)
    wide, high = round(font.getlength(line)) + 2 * pad, round(font.size * 1.3) + pad
    if not line or wide + 2 * pad > width or high + 2 * pad > height:
        return None
    for x, y in _corners(width - wide - pad, height - high - pad, pad):
        plate = Box(x, y, x + wide, y + high)
        if not any(plate.intersection(taken).area for taken in watermark.clear_of):
            return plate
    return None


def is_own(found: Box, text: str, watermark: Watermark, *, plate: Box | None) -> bool:
    """Whether writing that was found is this very line: within its plate, and with its letters."""
    if plate is None or found.intersection(plate).area < _ITS_OWN * found.area:
        return False
    wanted, read = _letters(watermark.text), _letters(text)
    matched = SequenceMatcher(None, wanted, read, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in matched)
    return bool(read) and shared >= _ALIKE * len(read)


def _corners(right: int, bottom: int, least: int) -> Iterator[tuple[int, int]]:
    """Places along the lower rim from its right end, then along the upper one, then down the right and left."""
    across = [round(right - (right - least) * step / _STEPS) for step in range(_STEPS + 1)]
    down = [round(bottom - (bottom - least) * step / _STEPS) for step in range(_STEPS + 1)]
    for y in (bottom, least):
        yield from ((x, y) for x in across)
    for x in (right, least):
        yield from ((x, y) for y in down)


def _fitting(text: str, width: int, height: int) -> tuple[str, ImageFont.FreeTypeFont]:
    """The line on one row, and the font in the size in which it fits; cut where even the smallest is too wide."""
    line = " ".join(text.split())
    size = max(_LEAST, round(max(width, height) * _SIZE))
    wide = _font(size).getlength(line)
    if wide > _WIDEST * width:
        size = max(_LEAST, int(size * _WIDEST * width / wide))
    font = _font(size)
    room = width - 4 * _padding(font)
    if font.getlength(line) <= room:
        return line, font
    while line and font.getlength(line + _CUT) > room:
        line = line[:-1].rstrip()
    return line + _CUT if line else "", font


def _padding(font: ImageFont.FreeTypeFont) -> int:
    return round(font.size * _PAD)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@lru_cache(maxsize=8)
def _font(size: int) -> ImageFont.FreeTypeFont:
    content = files("resources").joinpath("fonts", "DejaVuSans-Bold.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)
