"""Find a school's crest in a photo, from 40 pixels up, turned, rippled or in shade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box
from vision.catalogue import crests as catalogue
from vision.findings import Cue, FaceFinding, UniformFinding
from vision.image import Photo, Pixels
from vision.scaled import at_published_size
from vision.uniform.fit import Fit, adjusted_fit, fits, joined, pair
from vision.uniform.layout import ACROSS, Guess, Guesses, Layout, affine_of, guesses, layout_of, together
from vision.uniform.pattern import Pattern, pattern_of
from vision.uniform.reference import Numbers, Sought, cut_out, find_marks, sought_in, views_of
from vision.uniform.where import Palette, coarse, palette_of, places, shares_in


@dataclass(frozen=True, slots=True, eq=False)
class Crest:
    """One reference picture of the school's crest, made ready; `name` is what findings call it."""

    name: str
    sought: tuple[Sought, ...]
    palette: Palette
    layout: Layout
    pattern: Pattern

    @staticmethod
    def prepare(name: str, encoded: bytes) -> Crest:
        """Make a reference picture ready (about 0.2 s). Raises PhotoRefusedError for a picture without use."""
        picture = cut_out(encoded)
        sought = tuple(sought_in(picture, view) for view in views_of(picture))
        return Crest(name, sought, palette_of(picture), layout_of(picture), pattern_of(picture))


def find_crests(
    photo: Photo, crests: Sequence[Crest], *, faces: Sequence[FaceFinding] = (), published_side: int = 2048
) -> tuple[UniformFinding, ...]:
    """Every crest, in upright full-size pixels; the score is the likeness, 0 to 1.

    The search runs at the published size (0: full). First the rough layout of a crest's colours is
    compared with every place that has these colours, at all sizes and turns; then the likeliest places are
    looked at closely. `faces` decide which of many like places come first.
    """
    if not crests:
        return ()
    searched = at_published_size(photo, published_side)
    scale = photo.width / searched.shape[1]
    found: list[UniformFinding] = []
    torsos = [_torso(face.box, scale) for face in faces]
    for crest, guessed in zip(crests, _guesses(searched, crests, torsos), strict=True):
        found += [_finding(crest, fit, scale, photo) for fit in _looked_at(searched, crest, guessed)]
    return _without_doubles(found)


def _torso(face: Box, scale: float) -> Box:
    """Where a crest is worn below a face of a full-size photo, in pixels of the searched picture."""
    wide, high = face.width, face.height
    worn = (face.x1 - wide, face.y2, face.x2 + wide, face.y2 + 3 * high)
    return Box(*(round(value / scale) for value in worn))


def _guesses(pixels: Pixels, crests: Sequence[Crest], torsos: Sequence[Box]) -> list[list[Guess]]:
    """The likeliest places of each crest, those below a face with a small advantage."""
    half = np.asarray(cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    lab = np.asarray(cv2.cvtColor(half.astype(np.float32) / 255, cv2.COLOR_RGB2Lab), np.float32)
    indices = coarse(half)
    shares = [shares_in(indices, crest.palette) for crest in crests]
    every: list[list[Guesses]] = [[] for _ in crests]
    side = float(catalogue.CREST_SMALLEST)
    while side <= catalogue.CREST_LARGEST * min(pixels.shape[:2]):
        scale = ACROSS / (side / 2)
        size = (round(lab.shape[1] * scale), round(lab.shape[0] * scale))
        small = np.asarray(cv2.resize(lab, size, interpolation=cv2.INTER_AREA), np.float32)
        for place, crest in enumerate(crests):
            where = cv2.resize(places(shares[place], side / 2), size, interpolation=cv2.INTER_NEAREST)
            every[place].append(guesses(small, np.asarray(where, np.uint8), crest.layout, side))
        side *= catalogue.CREST_STEP
    return [_likeliest(together(found), torsos) for found in every]


def _likeliest(every: Guesses, torsos: Sequence[Box]) -> list[Guess]:
    """The best guesses, one for each place and size."""
    rank = every.likeness + catalogue.LAYOUT_BELOW_FACE * _worn(every.centres, torsos)
    kept: list[Guess] = []
    of_size: Counter[float] = Counter()
    while len(kept) < catalogue.LAYOUT_MOST and len(rank) and rank.max() > _TAKEN:
        place = int(rank.argmax())
        kept.append(every.one(place))
        of_size[kept[-1].side] += 1
        rank[_are_same(kept[-1], every)] = _TAKEN
        rank[place] = _TAKEN
        if of_size[kept[-1].side] == catalogue.LAYOUT_MOST_OF_SIZE:
            rank[every.sides == every.sides[place]] = _TAKEN
    return kept


_TAKEN = -2.0
"""The rank of a guess that is out: no likeness is less than -1."""


def _worn(centres: Numbers, torsos: Sequence[Box]) -> NDArray[np.bool_]:
    """Which of these points (n, 2) lie below a face."""
    x, y = centres[:, 0], centres[:, 1]
    worn = np.zeros(len(centres), bool)
    for box in torsos:
        worn |= (box.x1 <= x) & (x < box.x2) & (box.y1 <= y) & (y < box.y2)
    return worn


def _are_same(one: Guess, every: Guesses) -> NDArray[np.bool_]:
    """Nearly one place at nearly one size; a small likeness inside a large one is another guess."""
    larger, smaller = np.maximum(one.side, every.sides), np.minimum(one.side, every.sides)
    apart = np.hypot(every.centres[:, 0] - one.centre[0], every.centres[:, 1] - one.centre[1])
    same_size = larger < catalogue.LAYOUT_SAME_SIZE * smaller
    return np.asarray((apart < catalogue.LAYOUT_APART * larger) & same_size, np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """A close look at one place: its pixels, where they lie and how much they are enlarged, and the best fit."""

    pixels: Pixels
    area: Box
    zoom: float
    fit: Fit

    def back(self, fit: Fit) -> Fit:
        """The fit in pixels of the searched picture."""
        corner = np.array([[0, 0, self.area.x1], [0, 0, self.area.y1]])
        return Fit(np.asarray(fit.affine / self.zoom + corner), fit.places, fit.likeness)


def _looked_at(pixels: Pixels, crest: Crest, guessed: Sequence[Guess]) -> Iterator[Fit]:
    """What close looks find: the guess itself, a little moved; and by marks where that alone is too little."""
    looks: list[_Look] = []
    plain: list[Box] = []
    for guess in guessed:
        # a crest that is plainly seen is guessed at in many sizes; the further ones need no look
        if any(_holds(box, guess.centre) for box in plain) or (look := _look(pixels, crest, guess)) is None:
            continue
        looks.append(look)
        if look.fit.likeness >= catalogue.CREST_PLAIN:
            plain.append(_box(crest, look.back(look.fit)))
    looks.sort(key=lambda look: -look.fit.likeness)
    tried = 0
    for look in looks:
        if look.fit.likeness >= catalogue.CREST_LIKENESS_ALONE:
            yield look.back(look.fit)
        elif look.fit.likeness >= catalogue.CREST_HOPELESS and tried < catalogue.CREST_BY_MARKS:
            tried += 1
            yield from (look.back(fit) for fit in _by_marks(look.pixels, crest))


def _look(pixels: Pixels, crest: Crest, guess: Guess) -> _Look | None:
    reach = guess.side * catalogue.CREST_LOOK
    x, y = guess.centre
    area = Box(int(x - reach), int(y - reach), int(x + reach) + 1, int(y + reach) + 1)
    area = area.clipped(pixels.shape[1], pixels.shape[0])
    if area.shorter_side < catalogue.CREST_SMALLEST // 2:
        return None
    cut = np.ascontiguousarray(pixels[area.y1 : area.y2, area.x1 : area.x2])
    zoom = catalogue.CREST_LOOKED_AT / guess.side
    way = cv2.INTER_AREA if zoom < 1 else cv2.INTER_CUBIC
    close = np.asarray(cv2.resize(cut, None, fx=zoom, fy=zoom, interpolation=way), np.uint8)
    moved = Guess(((x - area.x1) * zoom, (y - area.y1) * zoom), guess.side * zoom, guess.turn, guess.likeness)
    fit = adjusted_fit(affine_of(moved, crest.pattern.size), close, crest.pattern)
    return _Look(close, area, zoom, fit)


def _by_marks(close: Pixels, crest: Crest) -> Iterator[Fit]:
    paired = []
    for sought in crest.sought:
        marks = find_marks(sought.view.of(close))
        if len(marks.sizes):
            paired.append(pair(marks, sought))
    if paired:
        yield from fits(joined(paired), close, crest.pattern)


def _finding(crest: Crest, fit: Fit, scale: float, photo: Photo) -> UniformFinding:
    box = _box(crest, Fit(fit.affine * scale, fit.places, fit.likeness)).clipped(photo.width, photo.height)
    found_by = "marks" if fit.places else "layout"
    return UniformFinding(box, Cue.CREST, round(min(1.0, fit.likeness), 3), crest.name, found_by)


def _box(crest: Crest, fit: Fit) -> Box:
    """The smallest whole-pixel box around the crest, in the pixels of the fit."""
    width, height = crest.pattern.size
    corners = fit.affine @ np.array([[0, width, width, 0], [0, 0, height, height], [1, 1, 1, 1]])
    low, high = np.floor(corners.min(axis=1)), np.ceil(corners.max(axis=1))
    return Box(int(low[0]), int(low[1]), int(high[0]), int(high[1]))


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box.x1 <= point[0] < box.x2 and box.y1 <= point[1] < box.y2


def _without_doubles(found: Sequence[UniformFinding]) -> tuple[UniformFinding, ...]:
    """The best of those that are one crest; a part of a crest that resembles the whole is none of its own."""
    kept: list[UniformFinding] = []
    for finding in sorted(found, key=lambda each: -each.score):
        if not any(_is_part(finding.box, other.box) for other in kept):
            kept.append(finding)
    return tuple(kept)


def _is_part(one: Box, other: Box) -> bool:
    shared = one.intersection(other).area
    smaller = min(one.area, other.area)
    return one.iou(other) >= catalogue.CREST_DOUBLE or shared > catalogue.CREST_WITHIN * smaller
