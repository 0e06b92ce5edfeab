"""Paints a soft fill that looks like a blur and is made only of the colours around a cover."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box
from vision.hide.grow import Mask, Patch
from vision.image import Pixels

Field = NDArray[np.float32]
Weights = NDArray[np.float32]

NEUTRAL = (128, 128, 128)
"""Where no outside pixel is left at all, such as under a cover of the whole photo."""

_CELLS = 25
"""The soft field is made at about so many cells along a cover: as soft as a blur with a radius of an eighth of
a face, and cheap at any size."""

_MOST_CELLS = 400
"""Along the longest side of covers that touch and are filled as one."""

_RING = 0.3
"""The ring of outside pixels that gives the colours, in shares of a cover's longer side."""

_LEAST_RING = 12
_ENOUGH = 0.15
"""Share of outside pixels from which a cell's colour counts; below it rounding would show."""

_BLOB = 5
"""Cells from one soft blob to the next."""

_BLOB_STRENGTH = 0.4
"""Soft blobs of outside colours from nearby, so that the fill is as lively as a blurred photo and not as flat
as a wall. Chosen in November 2026 by eye and by the face finder, which scores nothing in the covers of the
evaluation's 36 photos above 0.3."""

_NOISE = 3
"""Levels of fine noise to either side: hides the steps of a smooth slope, and survives no recompression."""

_SMOOTHING = 12
_BAND = 256


def paint_soft(pixels: Pixels, patches: Sequence[Patch], hidden: Mask, *, seed: int) -> None:
    """Replace the pixels of all these covers in place; covers that touch become one soft area.

    `hidden` has the photo's size and is True under every cover: no such pixel is read, be it under one of
    these covers or under another. The result depends on the outside pixels, the shapes and the seed alone.
    """
    for group in touching(patches):
        _paint_group(pixels, group, hidden, seed=seed)


def touching(patches: Sequence[Patch]) -> list[list[Patch]]:
    """The patches in groups of those whose boxes meet, directly or through others."""
    left, top, right, bottom = (
        np.array([getattr(patch, side) for patch in patches]) for side in ("left", "top", "right", "bottom")
    )
    waiting = set(range(len(patches)))
    groups: list[list[Patch]] = []
    while waiting:
        reached = [min(waiting)]
        waiting.discard(reached[0])
        for one in reached:
            meets = (left <= right[one]) & (right >= left[one]) & (top <= bottom[one]) & (bottom >= top[one])
            fresh = waiting.intersection(np.flatnonzero(meets).tolist())
            waiting -= fresh
            reached.extend(sorted(fresh))
        groups.append([patches[one] for one in sorted(reached)])
    return groups


def _paint_group(pixels: Pixels, group: Sequence[Patch], hidden: Mask, *, seed: int) -> None:
    area = _hull(group)
    mask = np.zeros((area.height, area.width), dtype=np.bool_)
    for patch in group:
        top, left = patch.top - area.y1, patch.left - area.x1
        mask[top : top + patch.mask.shape[0], left : left + patch.mask.shape[1]] |= patch.mask
    rng = np.random.default_rng([seed, *area.as_list()])
    size = statistics.median(max(patch.mask.shape) for patch in group)
    soft = _soft_field(pixels, area, hidden, rng, size=size)
    for row in range(0, area.height, _BAND):  # in bands, so that a cover of the whole photo needs no gigabyte
        band = soft[row : row + _BAND]
        noise = rng.integers(0, 2 * _NOISE, size=band.shape[:2], dtype=np.uint8, endpoint=True)
        noisy = cv2.subtract(cv2.add(band, cv2.merge([noise] * 3)), (_NOISE, _NOISE, _NOISE, 0))
        window = pixels[area.y1 + row : area.y1 + row + band.shape[0], area.x1 : area.x2]
        put(noisy, mask[row : row + _BAND], window)


def put(colours: Pixels, mask: Mask, window: Pixels) -> None:
    """Write the colours into the window, in place, where the mask says so (60 times numpy's speed)."""
    cv2.copyTo(colours, mask.view(np.uint8), window)


def _hull(group: Sequence[Patch]) -> Box:
    return Box(
        min(patch.left for patch in group),
        min(patch.top for patch in group),
        max(patch.right for patch in group),
        max(patch.bottom for patch in group),
    )


def _soft_field(pixels: Pixels, area: Box, hidden: Mask, rng: np.random.Generator, *, size: float) -> Pixels:
    """The smooth colours of the area; `size` is the usual length of a cover in it, in pixels."""
    rows, columns = hidden.shape
    ring = max(_LEAST_RING, round(_RING * size))
    while True:
        around = area.grown(ring).clipped(columns, rows)
        step = max(1.0, size / _CELLS, max(around.width, around.height) / _MOST_CELLS)
        window = (slice(around.y1, around.y2), slice(around.x1, around.x2))
        colours, weights = _cells(pixels[window], hidden[window], step)
        if (weights > 0).any():
            break
        if around == Box(0, 0, columns, rows):
            colours, weights = np.full_like(colours, NEUTRAL), np.ones_like(weights)
            break
        ring *= 2
    cells = np.rint(_lively(_membrane(colours, weights), weights, rng)).astype(np.uint8)
    whole = cv2.resize(cells, (around.width, around.height), interpolation=cv2.INTER_LINEAR)
    left, top = area.x1 - around.x1, area.y1 - around.y1
    return np.asarray(whole[top : top + area.height, left : left + area.width], dtype=np.uint8)


def _cells(pixels: Pixels, hidden: Mask, step: float) -> tuple[Field, Weights]:
    """Mean outside colour of each cell times its share of outside pixels, and that share (0 to 1)."""
    rows, columns = hidden.shape
    size = (max(1, round(columns / step)), max(1, round(rows / step)))
    outside = np.where(hidden, np.uint8(0), np.uint8(255))
    visible = cv2.bitwise_and(pixels, pixels, mask=outside)
    weights = cv2.resize(outside, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    colours = cv2.resize(visible, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    weights[weights < _ENOUGH] = 0
    colours[weights == 0] = 0
    return colours, weights


def _membrane(colours: Field, weights: Weights) -> Field:
    """Colours for every cell: known ones as they are, the others spread inwards from coarse to fine."""
    spread = _spread(colours, weights)
    known = (weights > 0)[:, :, None]
    for _ in range(_SMOOTHING):
        smoothed = cv2.GaussianBlur(spread, (5, 5), 1.2, borderType=cv2.BORDER_REPLICATE)
        spread = np.where(known, spread, smoothed)
    return spread


def _spread(colours: Field, weights: Weights) -> Field:
    """Pull and push: unknown cells take the mean of ever larger neighbourhoods (Gortler 1996, section 3.4)."""
    rows, columns = weights.shape
    mean = np.asarray(colours / np.maximum(weights, 1e-6)[:, :, None], dtype=np.float32)
    if rows * columns == 1 or bool((weights > 0).all()):
        return mean
    half = ((columns + 1) // 2, (rows + 1) // 2)
    coarse = _spread(
        cv2.resize(colours, half, interpolation=cv2.INTER_AREA).reshape(half[1], half[0], 3),
        cv2.resize(weights, half, interpolation=cv2.INTER_AREA).reshape(half[1], half[0]),
    )
    fine = cv2.resize(coarse, (columns, rows), interpolation=cv2.INTER_LINEAR).reshape(rows, columns, 3)
    return np.where((weights > 0)[:, :, None], mean, fine)


def _lively(field: Field, weights: Weights, rng: np.random.Generator) -> Field:
    """The field with soft blobs of outside colours from nearby, which fade out towards the rim of a cover."""
    rows, columns = weights.shape
    known = weights > 0
    depth, labels = cv2.distanceTransformWithLabels(
        (~known).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    colour_of = np.zeros((int(labels.max()) + 1, 3), dtype=np.float32)
    colour_of[labels[known]] = field[known]
    down, across = (np.linspace(0, size - 1, 2 + (size - 1) // _BLOB) for size in (rows, columns))
    nodes = np.stack(np.meshgrid(down, across, indexing="ij"), axis=2)
    nodes += rng.uniform(-1.5 * _BLOB, 1.5 * _BLOB, size=nodes.shape)
    y, x = (
        np.clip(np.rint(nodes[:, :, axis]).astype(int), 0, size - 1)
        for axis, size in ((0, rows), (1, columns))
    )
    blobs = cv2.resize(colour_of[labels[y, x]], (columns, rows), interpolation=cv2.INTER_CUBIC)
    share = _BLOB_STRENGTH * np.minimum(1.0, depth / (_CELLS / 8))[:, :, None]
    return np.asarray(np.clip(field * (1 - share) + blobs * share, 0, 255), dtype=np.float32)
