"""Finds every face in a photo: large and small, upright and lying, and drops what only looks like one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box
from vision.catalogue import faces as catalogue
from vision.faces.passes import (
    Floats,
    Seen,
    best_of_doubles,
    go_over,
    overlaps,
    shares,
    together,
    without_doubles,
)
from vision.faces.second_look import look_again, look_tilted
from vision.findings import FaceFinding
from vision.image import Photo, Pixels
from vision.scaled import at_published_size
from vision.sessions import Sessions


@dataclass(frozen=True, slots=True)
class _Pass:
    """One way to go over the photo.

    `longest` is the longest side in pixels, `quarters` how far the picture is turned counter-clockwise,
    `smallest` and `largest` the sides of faces (in pixels of the pass) for which it is trusted.
    """

    name: str
    longest: int
    quarters: int
    smallest: float
    largest: float


def find_faces(photo: Photo, sessions: Sessions, *, published_side: int) -> tuple[FaceFinding, ...]:
    """Every face, best score first, in upright full-size pixels, clipped to the photo.

    `published_side` is the longest side at which the photo will be published (0: full size); it is looked at
    in that size, but never enlarged beyond its own. Raises ModelError when the model is absent or altered.
    """
    network = sessions.centerface()
    pixels = at_published_size(photo, published_side)
    seen = _first_looks(pixels, network)
    seen, steadied = _second_looks(pixels, seen, network)
    # a standing head seen upside down has misplaced landmarks: the turned picture must see it clearly better
    standing = _quarters(pixels)[seen.passes] == 0
    worth = seen.scores + np.float32(catalogue.TURNED_HANDICAP) * standing
    # told apart by where they were first seen: two people side by side may be drawn towards each other
    best = best_of_doubles(seen.boxes, worth, overlap=catalogue.SAME_FACE)
    seen = Seen(steadied, seen.scores, seen.landmarks, seen.passes).at(best)
    names = [one.name for one in _passes(max(pixels.shape[:2]))]
    return tuple(_finding(seen.at(np.array([i])), names, photo, pixels) for i in range(len(seen)))


def _reduced(pixels: Pixels, longest: int) -> Pixels:
    """Brought to `longest` pixels on the longest side; area averages, which keep small faces whole."""
    height, width = pixels.shape[:2]
    scale = longest / max(height, width)
    if scale == 1:
        return pixels
    size = max(1, round(width * scale)), max(1, round(height * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized: Pixels = cv2.resize(pixels, size, interpolation=how).astype(np.uint8)
    return resized


def _passes(longest: int) -> Iterator[_Pass]:
    """From the finest to the coarsest; each halving is for faces too large for the one before."""
    trusted, coarse = catalogue.LARGEST_TRUSTED, catalogue.SMALLEST_IN_COARSE
    if longest <= catalogue.ENLARGED_UP_TO:
        yield _Pass("enlarged", 2 * longest, 0, 0, catalogue.LARGEST_ENLARGED)
    size, name, smallest = longest, "whole", 0.0
    while True:
        last = size <= catalogue.COARSEST_PASS
        yield _Pass(name, size, 0, smallest, math.inf if last else trusted)
        if last:
            break
        size, name, smallest = size // 2, f"coarse-{size // 2}", coarse
    for quarters in (1, 2, 3):
        turned = min(longest, catalogue.LONGEST_TURNED)
        yield _Pass(f"turned-{quarters}", turned, quarters, catalogue.SMALLEST_TILTED, math.inf)


def _first_looks(pixels: Pixels, network: Any) -> Seen:
    """Everything that any pass sees in its trusted sizes, in pixels of `pixels`, doubles included."""
    parts, picture = [], pixels
    for number, one in enumerate(_passes(max(pixels.shape[:2]))):
        # each coarser picture is made from the one before, which costs a quarter
        coarser = one.longest <= max(picture.shape[:2]) <= max(pixels.shape[:2])
        source = picture if coarser else pixels
        picture = _reduced(source, one.longest)
        turned = np.ascontiguousarray(np.rot90(picture, one.quarters))
        seen = go_over(turned, network, number=number)
        sides = seen.sides()
        seen = seen.at((sides >= one.smallest) & (sides < one.largest))
        if one.quarters:
            seen = seen.at(seen.scores >= catalogue.FAINTEST_TILTED)
        seen = _turned_back(seen, one.quarters, turned)
        scale = pixels.shape[1] / picture.shape[1]
        parts.append(seen.moved(across=0, down=0, scale=scale))
    seen = together(parts)
    standing = _quarters(pixels)[seen.passes] == 0
    upright = without_doubles(seen.at(standing), overlap=catalogue.SAME_PLACE)
    lying = without_doubles(seen.at(~standing), overlap=catalogue.SAME_PLACE)
    return together([upright, lying.at(_not_settled(upright, lying))])


def _not_settled(upright: Seen, lying: Seen) -> NDArray[np.bool_]:
    """Which of `lying` are not already surely seen `upright`, about as well."""
    sure = upright.at(upright.scores >= catalogue.SURE_FACE)
    good_enough = sure.scores + np.float32(catalogue.TURNED_HANDICAP)
    open_ = [
        bool((good_enough[overlaps(box, sure.boxes) >= catalogue.SAME_PLACE] < score).all())
        for box, score in zip(lying.boxes, lying.scores, strict=True)
    ]
    return np.array(open_, bool)


def _quarters(pixels: Pixels) -> NDArray[np.int64]:
    """By how many quarters each pass over `pixels` turns them."""
    return np.array([one.quarters for one in _passes(max(pixels.shape[:2]))], np.int64)


def _turned_back(seen: Seen, quarters: int, turned: Pixels) -> Seen:
    """From the pixels of the turned picture to those of the upright one."""
    height, width = turned.shape[:2]
    boxes, landmarks = seen.boxes, seen.landmarks
    for _ in range(quarters):
        # one clockwise quarter: the lower edge becomes the left one
        x1, y1, x2, y2 = boxes.T
        boxes = np.stack([height - y2, x1, height - y1, x2], axis=1)
        landmarks = np.stack([height - landmarks[..., 1], landmarks[..., 0]], axis=2)
        height, width = width, height
    return Seen(boxes, seen.scores, landmarks, seen.passes)


def _second_looks(pixels: Pixels, seen: Seen, network: Any) -> tuple[Seen, Floats]:
    """Only what is a face after a second look where the first was unsure, with the final scores.

    And the boxes (N, 4) by all looks together.
    """
    quarters = _quarters(pixels)[seen.passes]
    lying = quarters > 0
    # what a turned picture shows faintly or small is not told from hands unless it is turned further
    faint = lying & ((seen.scores < catalogue.FAINTEST_TURNED) | (seen.sides() < catalogue.SMALLEST_TURNED))
    doubtful = ~faint & (seen.scores < np.where(lying, catalogue.SURE_TURNED, catalogue.SURE_FACE))
    # The likeliest first, should there be too many; a small face counts half, for no one could be recognised
    # by it. What is left over is judged by the first look alone, more strictly.
    worth = np.where(seen.sides() < catalogue.SMALLEST_FACE, seen.scores / 2, seen.scores) * doubtful
    order = np.argsort(-worth, kind="stable")[: min(catalogue.MOST_LOOKS, int(doubtful.sum()))]
    scores, boxes = seen.scores.copy(), seen.boxes.copy()
    least = np.where(faint, np.inf, catalogue.UNCHECKED_FACE).astype(np.float32)
    if len(order):
        first, sure = seen.at(order), seen.at(seen.scores >= catalogue.SURE_FACE)
        scores[order], looked = look_again(pixels, first, quarters[order], network)
        boxes[order] = not_drawn_aside(first.boxes, looked, sure.boxes)
        least[order] = np.where(lying[order], catalogue.CHECKED_TURNED, catalogue.CHECKED_FACE)
    judged = Seen(seen.boxes, scores, seen.landmarks, seen.passes)
    kept = judged.at(scores >= least)
    tilted = _tilted(pixels, judged.at(scores < least), kept, network)
    return together([kept, tilted]), np.concatenate([boxes[scores >= least], tilted.boxes])


def not_drawn_aside(first: Floats, looked: Floats, sure: Floats) -> Floats:
    """The boxes `looked` (N, 4), but the `first` ones where they would lie more on a `sure` face beside them."""
    aside = [
        bool((overlaps(new, sure) > overlaps(old, sure)).any())
        for old, new in zip(first, looked, strict=True)
    ]
    return np.where(np.array(aside, bool)[:, None], first, looked)


def _tilted(pixels: Pixels, refused: Seen, kept: Seen, network: Any) -> Seen:
    """Of the places that were no faces so far, and lie on none, those that are when turned by an eighth more."""
    open_ = [bool((shares(box, kept.boxes) < catalogue.ON_A_FACE).all()) for box in refused.boxes]
    large = refused.sides() >= catalogue.SMALLEST_TILTED if len(refused) else np.zeros(0, bool)
    refused = refused.at(np.array(open_, bool) & large)
    refused = without_doubles(refused, overlap=catalogue.SAME_PLACE)
    refused = refused.at(np.arange(min(catalogue.MOST_TILTED, len(refused))))
    scores, landmarks = look_tilted(pixels, refused, _quarters(pixels)[refused.passes], network)
    tilted = Seen(refused.boxes, scores, landmarks, refused.passes)
    return tilted.at(scores >= catalogue.CHECKED_TILTED)


def _finding(one: Seen, names: list[str], photo: Photo, pixels: Pixels) -> FaceFinding:
    """The only place in `one`, in pixels of the full-size photo."""
    height, width = pixels.shape[:2]
    across, down = photo.width / width, photo.height / height
    x1, y1, x2, y2 = (float(edge) for edge in one.boxes[0])
    box = Box(math.floor(x1 * across), math.floor(y1 * down), math.ceil(x2 * across), math.ceil(y2 * down))
    return FaceFinding(
        box=box.clipped(photo.width, photo.height),
        score=round(float(one.scores[0]), 4),
        found_by=names[int(one.passes[0])],
        landmarks=tuple((float(x) * across, float(y) * down) for x, y in one.landmarks[0]),
        tiny=min(x2 - x1, y2 - y1) < catalogue.SMALLEST_FACE,
    )
