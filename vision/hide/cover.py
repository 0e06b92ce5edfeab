"""Lays covers over a photo, so that what is beneath them is gone and not merely hard to see."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vision.copies import Cover, Style
from vision.hide.fill import paint_soft, put
from vision.hide.grow import Patch, grow
from vision.hide.outline import head_outline, text_outline
from vision.image import Photo, Pixels

__all__ = ["DEFAULT_SEED", "SOLID", "cover", "head_outline", "text_outline"]

SOLID = (68, 68, 68)
"""A dark grey that no one takes for skin, writing or sky; fixed, so that it says nothing about the photo."""

DEFAULT_SEED = 0
"""Fixed, so that the same photo with the same covers gives the same file again."""


def cover(photo: Photo, covers: Sequence[Cover], *, seed: int = DEFAULT_SEED) -> Pixels:
    """A new upright array of the photo's own array size, with every cover laid over it.

    Outlines are in upright full-size pixels and may leave the photo. Each is grown to the blocks in which the
    file stored its pixels, because a block's other pixels carry traces of what was beneath the cover; see
    `vision.hide.grow`. No pixel under any cover is read, so two photos that differ only there give the same
    array. Solid covers are laid last. Raises ValueError for an outline of fewer than three corners.
    """
    pixels = photo.pixels.copy()
    laid = [(one.style, patch) for one in covers if (patch := grow(photo, one.outline)) is not None]
    hidden = np.zeros(pixels.shape[:2], dtype=np.bool_)
    for _, patch in laid:
        window = patch.within(hidden)
        np.logical_or(window, patch.mask, out=window)
    # Wiped first: should a later line ever read beneath a cover, there is nothing left to read.
    for _, patch in laid:
        _paint_solid(pixels, patch)
    paint_soft(pixels, [patch for style, patch in laid if style is Style.BLUR], hidden, seed=seed)
    for style, patch in laid:
        if style is Style.SOLID:
            _paint_solid(pixels, patch)
    return pixels


def _paint_solid(pixels: Pixels, patch: Patch) -> None:
    window = pixels[patch.top : patch.bottom, patch.left : patch.right]
    put(np.full(window.shape, SOLID, dtype=np.uint8), patch.mask, window)
