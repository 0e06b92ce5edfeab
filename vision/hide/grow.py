"""Finds which pixels a cover must replace so that nothing beneath it shows, not even at its rim."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Point
from vision.decode.turn import SIDEWAYS
from vision.image import Photo

Mask = NDArray[np.bool_]

_MIRRORED_ACROSS = frozenset({2, 3, 6, 7})
_MIRRORED_DOWN = frozenset({3, 4, 7, 8})
_LEVEL = 1e-6
"""Pixels: an edge that falls by less than this is level, both of its ends count, and nothing is divided by it."""


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """The pixels of one cover: `mask` has its top left pixel at (`left`, `top`) of the photo's array."""

    left: int
    top: int
    mask: Mask

    @property
    def right(self) -> int:
        return self.left + int(self.mask.shape[1])

    @property
    def bottom(self) -> int:
        return self.top + int(self.mask.shape[0])

    def within(self, whole: Mask) -> Mask:
        """This patch's window of a mask of the photo's size."""
        return whole[self.top : self.bottom, self.left : self.right]


@dataclass(frozen=True, slots=True)
class UprightGrid:
    """The stored picture's blocks as they lie in the photo's upright (and perhaps reduced) array.

    Blocks start at the stored picture's top left corner; where turning brought that corner to the right or
    to the bottom, the incomplete blocks lie at the left or at the top: `across` and `down` are their sizes.
    """

    width: int
    height: int
    across: int
    down: int
    reach: int

    @staticmethod
    def of(photo: Photo) -> UprightGrid:
        rows, columns = photo.pixels.shape[:2]
        grid = photo.grid
        sizes = (grid.block_width, grid.block_height)
        width, height = (-(-size // photo.reduced) for size in sizes)
        if grid.orientation in SIDEWAYS:
            width, height = height, width
        across = columns % width if grid.orientation in _MIRRORED_ACROSS else 0
        down = rows % height if grid.orientation in _MIRRORED_DOWN else 0
        # A scaling decoder may upsample colour too, so the reach stays that many of its own pixels.
        return UprightGrid(width, height, across, down, grid.reach)


def grow(photo: Photo, outline: Sequence[Point]) -> Patch | None:
    """The pixels of the photo's array that a cover with this outline replaces, or None outside the photo.

    `outline` is in upright full-size pixels. Every pixel that it touches belongs to the patch; so does every
    pixel that shares a stored block with one of those, and `reach` pixels around. What lies in a hollow of
    the outline to the left or right is covered too. Raises ValueError for fewer than three corners or
    corners that are not numbers.
    """
    if len(outline) < 3 or not all(math.isfinite(value) for point in outline for value in point):
        raise ValueError("a cover needs three or more finite corners")
    rows, columns = photo.pixels.shape[:2]
    xs, ys = _in_array(photo, outline)
    x1, x2 = _span(xs, columns)
    y1, y2 = _span(ys, rows)
    if x1 >= x2 or y1 >= y2:
        return None
    grid = UprightGrid.of(photo)
    left, right = _snapped(x1, x2, grid.width, grid.across)
    top, bottom = _snapped(y1, y2, grid.height, grid.down)
    touched = _touched(xs - left, ys - top, bottom - top, right - left)
    blocks = touched.reshape(
        (bottom - top) // grid.height, grid.height, (right - left) // grid.width, grid.width
    )
    grown = blocks.any(axis=(1, 3)).repeat(grid.height, axis=0).repeat(grid.width, axis=1)
    return _clipped(_reaching(grown, grid.reach), left - grid.reach, top - grid.reach, rows, columns)


def _in_array(photo: Photo, outline: Sequence[Point]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The corners in pixels of the array. A reduced array counts from the stored picture's corner."""
    rows, columns = photo.pixels.shape[:2]
    corners = np.asarray(outline, dtype=np.float64)
    xs, ys = corners[:, 0], corners[:, 1]
    if photo.grid.orientation in _MIRRORED_ACROSS:
        xs = columns - (photo.width - xs) / photo.reduced
    else:
        xs = xs / photo.reduced
    if photo.grid.orientation in _MIRRORED_DOWN:
        ys = rows - (photo.height - ys) / photo.reduced
    else:
        ys = ys / photo.reduced
    # Far outside the photo nothing is lost by cutting, and whole numbers stay small.
    return np.clip(xs, -4 * columns, 5 * columns), np.clip(ys, -4 * rows, 5 * rows)


def _span(values: NDArray[np.float64], size: int) -> tuple[int, int]:
    """First pixel touched, and the one after the last, within 0 to `size`; at least one pixel wide."""
    low, high = math.floor(values.min()), math.ceil(values.max())
    return max(0, low), min(size, max(high, low + 1))


def _snapped(low: int, high: int, block: int, offset: int) -> tuple[int, int]:
    """The span grown to whole blocks; it may leave the picture."""
    return (low - offset) // block * block + offset, -(-(high - offset) // block) * block + offset


def _touched(xs: NDArray[np.float64], ys: NDArray[np.float64], rows: int, columns: int) -> Mask:
    """Pixels whose area the outline shares, row by row from its leftmost to its rightmost point there."""
    low = np.full(rows, np.inf)
    high = np.full(rows, -np.inf)
    for x1, y1, x2, y2 in zip(xs, ys, np.roll(xs, -1), np.roll(ys, -1), strict=True):
        if y1 > y2:
            x1, y1, x2, y2 = x2, y2, x1, y1  # noqa: PLW2901 (the edge runs downwards from here on)
        first = max(0, math.floor(y1))
        last = min(rows, max(math.ceil(y2), math.floor(y1) + (1 if y1 == y2 and np.ptp(ys) == 0 else 0)))
        if first >= last:
            continue
        row = np.arange(first, last)
        leans = y2 - y1 > _LEVEL
        slope = (x2 - x1) / (y2 - y1) if leans else 0.0
        at_top = x1 + slope * (np.maximum(row, y1) - y1)
        at_bottom = x1 + slope * (np.minimum(row + 1, y2) - y1) if leans else np.full(last - first, x2)
        low[first:last] = np.minimum(low[first:last], np.minimum(at_top, at_bottom))
        high[first:last] = np.maximum(high[first:last], np.maximum(at_top, at_bottom))
    column = np.arange(columns)
    start = np.floor(np.where(np.isfinite(low), low, columns))
    stop = np.where(np.isfinite(high), np.maximum(np.ceil(high), start + 1), 0)
    touched: Mask = (column >= start[:, None]) & (column < stop[:, None])
    return touched


def _reaching(grown: Mask, reach: int) -> Mask:
    """The mask in a frame of `reach` pixels, widened by as many."""
    if not reach:
        return grown
    framed = np.pad(grown.astype(np.uint8), reach)
    square = np.ones((2 * reach + 1, 2 * reach + 1), dtype=np.uint8)
    return np.asarray(cv2.dilate(framed, square), dtype=np.bool_)


def _clipped(mask: Mask, left: int, top: int, rows: int, columns: int) -> Patch:
    cut_left, cut_top = max(0, -left), max(0, -top)
    inside = mask[cut_top : rows - top, cut_left : columns - left]
    return Patch(left + cut_left, top + cut_top, inside)
