"""Prepare the picture of a school's crest once, so that it is found quickly in many photos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import crests as catalogue
from vision.decode import decode
from vision.errors import Code, PhotoRefusedError
from vision.image import Pixels

Numbers = NDArray[np.float32]

UNIT = 100.0
"""The crest's longer side in its own measure; places and sizes of its marks are given in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Points that stand out (SIFT), of a picture or of a crest.

    `places` (n, 2) x and y; `sizes` (n,) diameters; `angles` (n,) radians; `looks` (n, 128) of length 1.
    """

    places: Numbers
    sizes: Numbers
    angles: Numbers
    looks: Numbers


@dataclass(frozen=True, slots=True)
class View:
    """One way to see a picture in grey: lightness, or how far a colour lies along one direction.

    `along_a` and `along_b` are weights for Lab's a and b, already scaled so that the crest's own contrast
    fills the range; both 0 means lightness.
    """

    along_a: float = 0.0
    along_b: float = 0.0

    def of(self, pixels: Pixels) -> Pixels:
        """(height, width) bytes of an RGB picture."""
        if not self.along_a and not self.along_b:
            return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
        lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2Lab)
        weights = np.array([[0.0, self.along_a, self.along_b]], np.float32)
        shifted = 128.0 - 128.0 * (self.along_a + self.along_b)
        # transform clips at 0 and 255
        return np.asarray(cv2.transform(lab, np.c_[weights, shifted]), np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """A crest's marks in one view, with which marks are too near each other to tell two places apart."""

    view: View
    marks: Marks
    same_place: NDArray[np.bool_]
    cell: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """The crest cut out of its reference. `pixels` RGB; `inside` (same size) 1 on the crest, else 0."""

    pixels: Pixels
    inside: NDArray[np.uint8]


def cut_out(encoded: bytes) -> Picture:
    """The crest without the even ground around it; 400 pixels on the longer side.

    Raises PhotoRefusedError as `decode` does, and TOO_SMALL for a picture without a crest in it.
    """
    pixels = np.ascontiguousarray(decode(encoded).pixels)
    scale = catalogue.REFERENCE_SIDE / max(pixels.shape[:2])
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    pixels = np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=way), np.uint8)
    inside = _not_ground(pixels)
    rows, columns = np.where(inside.any(axis=1))[0], np.where(inside.any(axis=0))[0]
    if min(len(rows), len(columns)) < catalogue.REFERENCE_SIDE // 10:
        raise PhotoRefusedError(Code.TOO_SMALL, "no crest stands out in the picture")
    cut = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Picture(np.ascontiguousarray(pixels[cut]), np.ascontiguousarray(inside[cut]))


def _not_ground(pixels: Pixels) -> NDArray[np.uint8]:
    """1 where the picture is not joined to its border by nearly even colour; all 1 where there is no ground."""
    height, width = pixels.shape[:2]
    filled = np.zeros((height + 2, width + 2), np.uint8)
    step = (catalogue.GROUND_STEP,) * 3
    border = [(x, y) for x in range(0, width, 8) for y in (0, height - 1)]
    border += [(x, y) for y in range(0, height, 8) for x in (0, width - 1)]
    colours = np.array([pixels[y, x] for x, y in border], np.float32)
    ground = np.median(colours, axis=0)
    for (x, y), colour in zip(border, colours, strict=True):
        if not filled[y + 1, x + 1] and np.abs(colour - ground).max() <= 2 * catalogue.GROUND_STEP:
            flags = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (1 << 8)
            cv2.floodFill(pixels, filled, (x, y), (0, 0, 0), step, step, flags)
    inside = np.asarray(1 - filled[1:-1, 1:-1], np.uint8)
    inside = np.asarray(cv2.morphologyEx(inside, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    share = float(inside.mean())
    return inside if share > catalogue.GROUND_LEAST else np.ones_like(inside)


def weights_of(picture: Picture) -> Numbers:
    """How much lightness and colour count (3,) when the crest is compared.

    Folds and shade change lightness and hardly colour: a crest of colours that are alike in lightness would
    be judged by its folds.
    """
    lab = cv2.cvtColor(picture.pixels.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)[picture.inside > 0]
    lightness, *colour = (float(spread) for spread in lab.std(axis=0))
    share = lightness / max(1e-6, *colour)
    return np.array([np.clip(share, catalogue.LIGHTNESS_LEAST, 1.0), 1.0, 1.0], np.float32)


def views_of(picture: Picture) -> Iterator[View]:
    """Lightness, unless the crest has hardly any contrast in it; and colour where that is so."""
    lab = cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2Lab)[picture.inside > 0].astype(np.float32)
    contrast = float(lab[:, 0].std())
    if contrast >= catalogue.LIGHTNESS_NONE:
        yield View()
    if contrast >= catalogue.LIGHTNESS_ENOUGH:
        return
    covariance = np.cov(lab[:, 1:].T)
    strengths, directions = np.linalg.eigh(covariance)
    strongest = float(np.sqrt(max(strengths[1], 0.0)))
    for strength, direction in sorted(zip(strengths, directions.T, strict=True), key=lambda each: -each[0]):
        deviation = float(np.sqrt(max(strength, 0.0)))
        if deviation >= catalogue.COLOUR_LEAST and deviation >= 0.4 * strongest:
            gain = min(catalogue.COLOUR_GAIN_MOST, catalogue.COLOUR_SPREAD / deviation)
            yield View(float(direction[0]) * gain, float(direction[1]) * gain)


def find_marks(grey: Pixels) -> Marks:
    """SIFT marks with square-rooted looks (RootSIFT, Arandjelović and Zisserman 2012)."""
    sift = cv2.SIFT.create(0, 3, catalogue.MARK_CONTRAST, 12, 1.6)
    points, looks = sift.detectAndCompute(grey, None)
    if not points:
        return Marks(*(np.zeros(shape, np.float32) for shape in ((0, 2), 0, 0, (0, 128))))
    rooted = np.sqrt(looks / np.maximum(looks.sum(axis=1, keepdims=True), 1e-6))
    return Marks(
        np.array([point.pt for point in points], np.float32),
        np.array([point.size for point in points], np.float32),
        np.deg2rad(np.array([point.angle for point in points], np.float32)),
        rooted.astype(np.float32),
    )


def sought_in(picture: Picture, view: View) -> Sought:
    """The crest's marks as they look at several small sizes, on dark, middle and light cloth."""
    found: list[Marks] = []
    for side in catalogue.CREST_SIZES:
        scale = side / max(picture.inside.shape)
        for ground in catalogue.CREST_GROUNDS:
            marks = find_marks(view.of(_as_seen(picture, scale, ground)))
            margin = side * 0.25
            kept = marks.sizes < side
            found.append(
                Marks(
                    (marks.places[kept] - np.float32(margin)) * np.float32(UNIT / side),
                    marks.sizes[kept] * np.float32(UNIT / side),
                    marks.angles[kept],
                    marks.looks[kept],
                )
            )
    marks = Marks(
        np.concatenate([each.places for each in found]),
        np.concatenate([each.sizes for each in found]),
        np.concatenate([each.angles for each in found]),
        np.concatenate([each.looks for each in found]),
    )
    apart = np.linalg.norm(marks.places[:, None] - marks.places[None], axis=2)
    cells = np.floor(marks.places / catalogue.PLACE_CELL).astype(np.int64)
    return Sought(view, marks, apart < catalogue.PLACE_APART, cells[:, 0] * 1000 + cells[:, 1])


def _as_seen(picture: Picture, scale: float, ground: int) -> Pixels:
    """The crest at one size on even cloth, with a quarter of its side around it, a little soft."""
    size = (round(picture.inside.shape[1] * scale), round(picture.inside.shape[0] * scale))
    small = cv2.resize(picture.pixels, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    share = cv2.resize(picture.inside.astype(np.float32), size, interpolation=cv2.INTER_AREA)[..., None]
    margin = round(max(picture.inside.shape) * scale * 0.25)
    mixed = small * share + ground * (1 - share)
    framed = cv2.copyMakeBorder(mixed, *(margin,) * 4, cv2.BORDER_CONSTANT, value=(ground,) * 3)
    soft = np.asarray(cv2.GaussianBlur(framed, (0, 0), 0.6), np.float32)
    return np.clip(soft, 0, 255).astype(np.uint8)
