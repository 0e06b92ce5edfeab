"""One decoded photo: the single upright array on which every later step works."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box

Pixels = NDArray[np.uint8]
"""Shape (height, width, 3), colour order RGB, sRGB values."""


FULL_PIXELS = 51_000_000
"""A photo is read in full up to here: 50 Mpx sensors (8192×6144) fit; a larger JPEG is read at a part of its size."""

REDUCTIONS = (1, 2, 4, 8)
"""What a JPEG's decoder can divide width and height by, rounding up."""


def reduction(width: int, height: int, most: int = FULL_PIXELS) -> int | None:
    """By how much a JPEG of this size is reduced when it is read into at most so many pixels; None: not enough."""
    fitting = (by for by in REDUCTIONS if -(-width // by) * -(-height // by) <= most)
    return next(fitting, None)


class Container(StrEnum):
    """The file formats that are read; what a file is, is judged by its bytes, never by its ending."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    TIFF = "tiff"
    HEIF = "heif"
    AVIF = "avif"


@dataclass(frozen=True, slots=True)
class StoredGrid:
    """How the file stored its pixels, as far as a cover must know it.

    `block_width` and `block_height` are the smallest unit of the stored (not yet upright) picture within
    which a change of one pixel can alter others: 16×16 for a JPEG of 4:2:0, 1×1 for a lossless file.
    `reach` is how many pixels beyond its unit a change can still show (1 for JPEG's smooth upsampling).
    `orientation` is the EXIF orientation, 1 to 8, that led from the stored to the upright picture.
    Sizes are in pixels of the stored picture at full size.
    """

    block_width: int
    block_height: int
    reach: int
    orientation: int


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photo, decoded once, upright, in sRGB.

    `pixels` has shape (height // reduced, width // reduced, 3), rounded up; `width` and `height` are the
    upright full size. `reduced` is 1 for a photo read in full, else 2, 4 or 8. `scaled` keeps the picture at the
    sizes for which finders asked; `vision.scaled` fills it.
    """

    pixels: Pixels
    width: int
    height: int
    reduced: int
    container: Container
    grid: StoredGrid
    scaled: dict[tuple[int, int], Pixels] = field(default_factory=dict, init=False, repr=False)

    @property
    def box(self) -> Box:
        """The whole photo at full size."""
        return Box(0, 0, self.width, self.height)
