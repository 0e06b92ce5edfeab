"""Find where writing stands in a photo, line by line, without reading it yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import writing as catalogue
from vision.errors import Code, ModelError
from vision.image import Photo, Pixels
from vision.scaled import at_size
from vision.sessions import TextReader

Corners = NDArray[np.float32]
"""Shape (4, 2): x and y of top left, top right, bottom right, bottom left of the writing, as far as its
direction is known before it is read."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of writing; `corners` are in upright full-size pixels and go a little beyond the ink."""

    corners: Corners
    score: float


def working_scale(photo: Photo, published_side: int) -> float:
    """How much the full-size photo is scaled for the search: never more than 1 but for small photos.

    A photo smaller than `catalogue.SMALLEST_SEARCHED` is enlarged, since the network was trained on
    writing that fills more of the picture.
    """
    longest = max(photo.width, photo.height)
    scale = min(1.0, published_side / longest) if published_side else 1.0
    # the array may be smaller than the photo: nothing is gained by blowing it up again
    scale = min(scale, 1.0 / photo.reduced)
    if longest * scale < catalogue.SMALLEST_SEARCHED:
        scale = min(catalogue.SMALLEST_SEARCHED / longest, catalogue.MOST_ENLARGED)
    return scale


def find_lines(photo: Photo, reader: TextReader, *, published_side: int) -> tuple[Line, ...]:
    """Every line of writing, at the size at which the photo will be published (0: full size)."""
    scale = working_scale(photo, published_side)
    width = max(32, round(photo.width * scale / 32) * 32)
    height = max(32, round(photo.height * scale / 32) * 32)
    chances = writing_map(at_size(photo, width, height), reader)
    to_photo = np.array([photo.width / width, photo.height / height], np.float32)
    return tuple(Line(corners * to_photo, score) for corners, score in _lines_in(chances))


def writing_map(pixels: Pixels, reader: TextReader) -> NDArray[np.float32]:
    """The probability of writing at every pixel; both sides of `pixels` are multiples of 32.

    A large picture goes through in overlapping tiles, so that memory stays bounded; only the inner part
    of each tile is kept, and a line across a seam stays whole. Raises ModelError where an answer is no number,
    which would compare as "no writing".
    """
    chances = np.zeros(pixels.shape[:2], np.float32)
    for top, bottom, keep_top, keep_bottom in _stretches(pixels.shape[0]):
        for left, right, keep_left, keep_right in _stretches(pixels.shape[1]):
            tile = np.ascontiguousarray(pixels[top:bottom, left:right])[None]
            found = reader.finder(tile)[0][0, 0]
            chances[keep_top:keep_bottom, keep_left:keep_right] = found[
                keep_top - top : keep_bottom - top, keep_left - left : keep_right - left
            ]
    if np.isnan(chances).any():
        raise ModelError(Code.CRASHED, "text: not a number")
    return chances


def _stretches(length: int) -> Iterator[tuple[int, int, int, int]]:
    """Cut 0…length into overlapping stretches: (from, to, kept from, kept to), multiples of 32."""
    most, margin = catalogue.TEXT_TILE, catalogue.TEXT_TILE_MARGIN
    if length <= most:
        yield 0, length, 0, length
        return
    count = -(-(length - 2 * margin) // (most - 2 * margin))
    step = -(-length // count // 32) * 32
    for start in range(0, length, step):
        end = min(length, start + step)
        yield max(0, start - margin), min(length, end + margin), start, end


def _lines_in(chances: NDArray[np.float32]) -> Iterator[tuple[Corners, float]]:
    """Turned boxes around each patch of writing (the step after the network in PP-OCR's DB method)."""
    mask = (chances > catalogue.WRITING).astype(np.uint8)
    mask = np.asarray(cv2.dilate(mask, np.ones((2, 2), np.uint8)), np.uint8)
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for outline in outlines:
        centre, (across, down), angle = cv2.minAreaRect(outline)
        if min(across, down) < catalogue.THINNEST_LINE:
            continue
        score = _mean_inside(chances, cv2.boxPoints((centre, (across, down), angle)))
        if score < catalogue.LINE_SCORE:
            continue
        # DB shrinks the writing by this distance when it trains; here it is grown back
        beyond = across * down / (2 * (across + down)) * catalogue.LINE_GROWTH
        grown = (centre, (across + 2 * beyond, down + 2 * beyond), angle)
        yield _in_reading_order(cv2.boxPoints(grown)), score


def _mean_inside(chances: NDArray[np.float32], corners: NDArray[np.float32]) -> float:
    height, width = chances.shape
    left, top = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, (width - 1, height - 1))
    right, bottom = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, (width - 1, height - 1))
    inside = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(inside, [np.round(corners - (left, top)).astype(np.int32)], (1,))
    return float(cv2.mean(chances[top : bottom + 1, left : right + 1], inside)[0])


def _in_reading_order(corners: NDArray[np.float32]) -> Corners:
    """Order the corners so that the writing most likely runs from the first to the second.

    Writing is wider than high: the long side is the line, and it is taken to run to the right, or downwards
    when it is steep. What is nearly square is taken as upright.
    """
    top_left = int(np.argmin(corners.sum(axis=1)))
    ordered = np.roll(corners, -top_left, axis=0)
    along, down = ordered[1] - ordered[0], ordered[3] - ordered[0]
    if np.hypot(*down) > catalogue.UPRIGHT_UNTIL * np.hypot(*along):
        # steep: start at the bottom left, so that the line reads upwards; reading tries the other way too
        ordered = np.roll(ordered, 1, axis=0)
    return np.asarray(ordered, np.float32)
