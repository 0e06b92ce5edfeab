"""Goes over a picture once with the face network and lists every place that may be a face."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import faces as catalogue
from vision.errors import Code, ModelError
from vision.image import Pixels

Floats = NDArray[np.float32]

STEP = 4  # pixels of the picture for one place of the network's answer
MULTIPLE = 32  # the network's input sides must be multiples of this


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Places that may be faces, as arrays of one length.

    `boxes` (N, 4): left, top, right, bottom; `scores` (N,) 0 to 1; `landmarks` (N, 5, 2): the subject's right
    eye, left eye, nose tip, mouth corners, as x and y; all in pixels. `passes` (N,) tells which pass saw it.
    """

    boxes: Floats
    scores: Floats
    landmarks: Floats
    passes: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.scores)

    def at(self, index: NDArray[Any]) -> Seen:
        """Only these, by number or by a mask."""
        return Seen(self.boxes[index], self.scores[index], self.landmarks[index], self.passes[index])

    def moved(self, *, across: float, down: float, scale: float = 1.0) -> Seen:
        """In the pixels of a picture of which this one is a part: first enlarged, then shifted."""
        shift = np.array([across, down], np.float32)
        boxes = self.boxes * np.float32(scale) + np.tile(shift, 2)
        return Seen(boxes, self.scores, self.landmarks * np.float32(scale) + shift, self.passes)

    def sides(self) -> Floats:
        """The shorter side of each box."""
        sides: Floats = (self.boxes[:, 2:] - self.boxes[:, :2]).min(axis=1, initial=np.inf)
        return sides


NOTHING = Seen(
    np.zeros((0, 4), np.float32),
    np.zeros(0, np.float32),
    np.zeros((0, 5, 2), np.float32),
    np.zeros(0, np.int64),
)


def together(parts: list[Seen]) -> Seen:
    """All of these, in order."""
    parts = parts or [NOTHING]
    return Seen(
        np.concatenate([part.boxes for part in parts]),
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.landmarks for part in parts]),
        np.concatenate([part.passes for part in parts]),
    )


def go_over(pixels: Pixels, network: Any, *, number: int) -> Seen:
    """What the network sees in `pixels` (H, W, 3), in their own pixels, at FAINTEST_FACE and above.

    A picture too large for one go is cut into tiles that overlap by more than the largest trusted face, and
    each place is taken from the tile in whose middle it lies.
    """
    height, width = pixels.shape[:2]
    parts = []
    for x1, x2 in _stretches(width):
        for y1, y2 in _stretches(height):
            seen = _one_go(pixels[y1:y2, x1:x2], network, number=number).moved(across=x1, down=y1)
            left, right = _core(x1, x2, width)
            top, bottom = _core(y1, y2, height)
            middle = (seen.boxes[:, :2] + seen.boxes[:, 2:]) / 2
            inside = (middle[:, 0] >= left) & (middle[:, 0] < right)
            inside &= (middle[:, 1] >= top) & (middle[:, 1] < bottom)
            parts.append(seen.at(inside))
    return without_doubles(together(parts), overlap=catalogue.SAME_FACE_IN_A_PASS)


def without_doubles(seen: Seen, worth: Floats | None = None, *, overlap: float) -> Seen:
    """Of places that overlap by `overlap` or more (intersection over union), only the best.

    The best is the one with the highest `worth` (N,): the score, unless something else is given.
    """
    return seen.at(best_of_doubles(seen.boxes, seen.scores if worth is None else worth, overlap=overlap))


def best_of_doubles(boxes: Floats, worth: Floats, *, overlap: float) -> NDArray[np.int64]:
    """The numbers of `boxes` (N, 4) that overlap by less than `overlap` with each that is worth more, best first."""
    kept: list[int] = []
    open_ = np.ones(len(boxes), bool)
    for index in np.argsort(-worth, kind="stable"):
        if open_[index]:
            kept.append(int(index))
            open_ &= overlaps(boxes[index], boxes) < overlap
    return np.array(kept, np.int64)


def overlaps(box: Floats, boxes: Floats) -> Floats:
    """Intersection over union of one box (4,) with each of several (N, 4)."""
    corners = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    shared = np.clip(corners, 0, None).prod(axis=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    union: Floats = (box[2:] - box[:2]).prod() + areas - shared
    return np.asarray(shared / np.maximum(union, 1e-6), np.float32)


def shares(box: Floats, boxes: Floats) -> Floats:
    """What share of one box (4,) lies in each of several (N, 4)."""
    corners = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    shared = np.clip(corners, 0, None).prod(axis=1)
    return np.asarray(shared / np.maximum((box[2:] - box[:2]).prod(), 1e-6), np.float32)


def decoded(answer: Any, place: int) -> tuple[Floats, Floats, Floats]:
    """Boxes, scores and landmarks of the `place`-th picture of a batch, from CenterFace's four answers.

    The answers are a score for each 4×4 pixels, the logarithm of height and width over 4, the offset of the
    centre (row first), and landmarks relative to the box. All rows and columns count, the last ones too.
    Raises ModelError where a score is no number: that compares as "no face", and would show everyone.
    """
    heat, sizes, offsets, marks = (np.asarray(answer[i][place], np.float32) for i in range(4))
    if np.isnan(heat).any():
        raise ModelError(Code.CRASHED, "faces: not a number")
    rows, columns = np.nonzero(heat[0] >= catalogue.FAINTEST_FACE)
    high, wide = np.exp(sizes[:, rows, columns]) * STEP
    y = (rows + offsets[0, rows, columns] + 0.5) * STEP - high / 2
    x = (columns + offsets[1, rows, columns] + 0.5) * STEP - wide / 2
    boxes = np.stack([x, y, x + wide, y + high], axis=1).astype(np.float32)
    found = marks[:, rows, columns].reshape(5, 2, -1)  # each: row, column
    landmarks = np.stack([found[:, 1] * wide + x, found[:, 0] * high + y], axis=2).transpose(1, 0, 2)
    return boxes, heat[0, rows, columns], np.ascontiguousarray(landmarks, np.float32)


def _one_go(pixels: Pixels, network: Any, *, number: int) -> Seen:
    height, width = pixels.shape[:2]
    # filled up on the right and below, never stretched: a stretched face is another face
    right, below = -width % MULTIPLE, -height % MULTIPLE
    filled = cv2.copyMakeBorder(pixels, 0, below, 0, right, cv2.BORDER_CONSTANT)
    boxes, scores, landmarks = decoded(network(filled[None]), 0)
    seen = Seen(boxes, scores, landmarks, np.full(len(scores), number, np.int64))
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    return seen.at((middle[:, 0] < width) & (middle[:, 1] < height))


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Equal stretches of at most FACE_TILE pixels that overlap by FACE_TILE_OVERLAP and fill `length`."""
    overlap = catalogue.FACE_TILE_OVERLAP
    count = max(1, math.ceil((length - overlap) / (catalogue.FACE_TILE - overlap)))
    size = math.ceil((length + (count - 1) * overlap) / count)
    for index in range(count):
        start = min(index * (size - overlap), max(0, length - size))
        yield start, min(start + size, length)


def _core(start: int, end: int, length: int) -> tuple[float, float]:
    """The part of a stretch whose faces are taken from it: up to the middle of each overlap."""
    half = catalogue.FACE_TILE_OVERLAP / 2
    # a face whose middle lies outside the picture is still this picture's face
    return (-math.inf if start == 0 else start + half), (math.inf if end == length else end - half)
