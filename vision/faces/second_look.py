"""Looks again, enlarged or reduced to a convenient size, at places of which the first look was not sure."""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import faces as catalogue
from vision.faces.passes import Floats, Seen, decoded, overlaps
from vision.image import Pixels


def look_again(
    pixels: Pixels, seen: Seen, quarters: NDArray[np.int64], network: Any
) -> tuple[Floats, Floats]:
    """Scores (N,) and boxes (N, 4) of `seen`, the means of the first and of two more looks.

    Boxes are in `pixels` (H, W, 3), and each look's counts by its score. `quarters` (N,) says by how many
    quarters, counter-clockwise, each place is turned before it is looked at. A hand or a pattern that looks like a
    face at one size and in one light seldom does so again when it is mirrored and brought to another size; a face
    does. Where a doubtful face lies depends on how it meets the network's grid; the looks have it in their middle.
    """
    scores, boxes = seen.scores.copy(), seen.boxes * seen.scores[:, None]
    for side, canvas, mirrored in catalogue.SECOND_LOOKS:
        again, places = _looked(pixels, seen, quarters, network, side=side, canvas=canvas, mirrored=mirrored)
        scores += again
        boxes += places * again[:, None]
    return scores / np.float32(1 + len(catalogue.SECOND_LOOKS)), boxes / scores[:, None]


def look_tilted(
    pixels: Pixels, seen: Seen, quarters: NDArray[np.int64], network: Any
) -> tuple[Floats, Floats]:
    """How sure the network is of each of `seen` when its place is turned by a further eighth, and landmarks.

    A head that leans by 45 or 135 degrees lies between the ways in which whole pictures are turned, and is
    seen faintly in all of them. The better of an eighth to the left and to the right counts, at that of two
    sizes which is less sure: (N,) scores, and (N, 5, 2) landmarks in pixels of `pixels`.
    """
    # a lying head may also only have been too small to be believed at once
    asked = [
        (place, eighth)
        for place in range(len(seen))
        for eighth in ((-1, 0, 1) if quarters[place] else (-1, 1))
    ]
    (small, small_canvas), (large, large_canvas) = catalogue.TILTED_LOOKS
    first, marks = _turned_views(pixels, seen, quarters, asked, network, side=small, canvas=small_canvas)
    best = [i for i in _best_of_each(asked, first) if first[i] >= catalogue.FAINTEST_TILTED]
    chosen = [asked[i] for i in best]
    again, _ = _turned_views(pixels, seen, quarters, chosen, network, side=large, canvas=large_canvas)
    scores, landmarks = np.zeros(len(seen), np.float32), seen.landmarks.copy()
    for row, i in enumerate(best):
        place = asked[i][0]
        scores[place] = min(first[i], again[row])
        landmarks[place] = marks[i]
    return scores, landmarks


def _best_of_each(asked: list[tuple[int, int]], scores: Floats) -> list[int]:
    """For each place the number of its best view."""
    best: dict[int, int] = {}
    for i, (place, _) in enumerate(asked):
        if place not in best or scores[i] > scores[best[place]]:
            best[place] = i
    return list(best.values())


def _turned_views(
    pixels: Pixels,
    seen: Seen,
    quarters: NDArray[np.int64],
    asked: list[tuple[int, int]],
    network: Any,
    *,
    side: int,
    canvas: int,
) -> tuple[Floats, Floats]:
    """(M,) scores and (M, 5, 2) landmarks of places, each turned by its quarters and so many eighths more."""
    scores, landmarks = np.zeros(len(asked), np.float32), np.zeros((len(asked), 5, 2), np.float32)
    middle = canvas / 2
    for start in range(0, len(asked), catalogue.LOOKS_AT_ONCE):
        part = asked[start : start + catalogue.LOOKS_AT_ONCE]
        views = []
        for place, eighth in part:
            view = _view(pixels, seen.boxes[place], side=side, canvas=canvas)
            degrees = 90.0 * int(quarters[place]) + 45.0 * eighth
            views.append(
                cv2.warpAffine(
                    view, cv2.getRotationMatrix2D((middle, middle), degrees, 1.0), (canvas, canvas)
                )
            )
        answer = network(np.stack(views))
        for row, (place, eighth) in enumerate(part):
            box = seen.boxes[place]
            found, certain, points = decoded(answer, row)
            expected = _expected(box, int(quarters[place]), side=side, canvas=canvas)
            same = np.flatnonzero(overlaps(expected, found) >= catalogue.SAME_PLACE_TILTED)
            if len(same):
                best = same[int(np.argmax(certain[same]))]
                scores[start + row] = certain[best]
                degrees = 90.0 * int(quarters[place]) + 45.0 * eighth
                landmarks[start + row] = _turned_back(points[best], box, degrees, side=side, canvas=canvas)
    return scores, landmarks


def _turned_back(marks: Floats, box: Floats, degrees: float, *, side: int, canvas: int) -> Floats:
    """Landmarks of a view that was turned counter-clockwise by `degrees`, in pixels of the picture."""
    angle = math.radians(degrees)
    # pixels count downwards, so turning back is clockwise as seen
    back = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    away = (marks - canvas / 2) @ back.T / _scale(box, side=side)
    return np.asarray(away + (box[:2] + box[2:]) / 2, np.float32)


def _looked(
    pixels: Pixels,
    seen: Seen,
    quarters: NDArray[np.int64],
    network: Any,
    *,
    side: int,
    canvas: int,
    mirrored: int,
) -> tuple[Floats, Floats]:
    """How sure the network is of each place when its side measures `side` in a picture of `canvas` pixels.

    (N,) scores, 0 where it sees nothing there, and (N, 4) where it sees it, in pixels of the picture.
    """
    scores, places = np.zeros(len(seen), np.float32), seen.boxes.copy()
    step = catalogue.LOOKS_AT_ONCE
    for start in range(0, len(seen), step):
        boxes = seen.boxes[start : start + step]
        turns = quarters[start : start + step]
        views = [_view(pixels, box, side=side, canvas=canvas) for box in boxes]
        batch = np.stack([np.rot90(view, turn) for view, turn in zip(views, turns, strict=True)])
        if mirrored:
            batch = np.ascontiguousarray(batch[:, :, ::-1])
        answer = network(batch)
        for place, box in enumerate(boxes):
            found, certain, _ = decoded(answer, place)
            expected = _expected(box, int(turns[place]), side=side, canvas=canvas)
            same = np.flatnonzero(overlaps(expected, found) >= catalogue.SAME_PLACE_AGAIN)
            if len(same):
                best = same[int(np.argmax(certain[same]))]
                scores[start + place] = certain[best]
                away = (found[best] - canvas / 2) / _scale(box, side=side)
                places[start + place] = _upright(away, int(turns[place]), mirrored=mirrored)
                places[start + place] += np.tile((box[:2] + box[2:]) / 2, 2)
    return scores, places


def _upright(away: Floats, quarters: int, *, mirrored: int) -> Floats:
    """A box (4,) around the middle (0, 0) of a view that was turned by `quarters` and then mirrored, in the photo."""
    x1, y1, x2, y2 = away
    if mirrored:
        x1, x2 = -x2, -x1
    for _ in range(quarters):
        x1, y1, x2, y2 = -y2, x1, -y1, x2
    return np.array([x1, y1, x2, y2], np.float32)


def _expected(box: Floats, quarters: int, *, side: int, canvas: int) -> Floats:
    """Where the place must be found again: in the middle (mirrored or not), with its own proportions."""
    half = (box[2:] - box[:2]) / 2 * _scale(box, side=side)
    half = half[::-1] if quarters % 2 else half
    return np.concatenate([canvas / 2 - half, canvas / 2 + half]).astype(np.float32)


def _scale(box: Floats, *, side: int) -> float:
    return side / max(1.0, math.sqrt(float((box[2:] - box[:2]).prod())))


def _view(pixels: Pixels, box: Floats, *, side: int, canvas: int) -> Pixels:
    """The place in the middle of `canvas` × `canvas` pixels, black outside the picture."""
    scale = _scale(box, side=side)
    middle = (box[:2] + box[2:]) / 2
    reach = canvas / 2 / scale
    x1, y1 = (math.floor(edge - reach) for edge in middle)
    size = math.ceil(2 * reach)
    height, width = pixels.shape[:2]
    left, top, right, bottom = max(0, x1), max(0, y1), min(width, x1 + size), min(height, y1 + size)
    view = cv2.copyMakeBorder(
        pixels[top:bottom, left:right], top - y1, y1 + size - bottom, left - x1, x1 + size - right,
        cv2.BORDER_CONSTANT,
    )  # fmt: skip
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized: Pixels = cv2.resize(view, (canvas, canvas), interpolation=how).astype(np.uint8)
    return resized
