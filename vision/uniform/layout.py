"""Compare the rough layout of a crest's colours with many places of a photo at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import crests as catalogue
from vision.uniform.reference import UNIT, Numbers, Picture, weights_of

SIDE = 8
"""Points along each side of the rough layout."""

ACROSS = 10.0
"""Points that the crest's longer side takes: the layout leaves out its corners."""

TURNS = 24
"""Directions in which the crest is looked for, all round."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A crest's colours, turned into TURNS directions.

    `colours` (3 × SIDE², TURNS): Lab without its mean over the crest, 0 outside, of length 1 for each turn;
    `inside` (SIDE², TURNS): 1 on the crest; `weights` (3,): how much lightness and colour count; `contrast` (TURNS,):
    the length that `colours` had.
    """

    colours: Numbers
    inside: Numbers
    weights: Numbers
    contrast: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Guess:
    """A place that resembles the crest.

    `centre` and `side` (the crest's longer side) in pixels of the searched picture, `turn` in radians,
    `likeness` -1 to 1.
    """

    centre: tuple[float, float]
    side: float
    turn: float
    likeness: float


def layout_of(picture: Picture) -> Layout:
    """The layout in every direction."""
    weights = weights_of(picture)
    lab = cv2.cvtColor(picture.pixels.astype(np.float32) / 255, cv2.COLOR_RGB2Lab) * weights
    height, width = picture.inside.shape
    scale = ACROSS / max(height, width)
    soft = cv2.GaussianBlur(lab, (0, 0), 0.5 / scale)
    share = picture.inside.astype(np.float32)
    colours, insides, contrasts = [], [], []
    for step in range(TURNS):
        matrix = pose((SIDE / 2 - 0.5, SIDE / 2 - 0.5), scale, 2 * np.pi * step / TURNS)
        matrix[:, 2] -= matrix[:, :2] @ (width / 2, height / 2)
        turned = cv2.warpAffine(soft, matrix, (SIDE, SIDE))
        inside = (cv2.warpAffine(share, matrix, (SIDE, SIDE)) > 0.8).astype(np.float32)
        count = max(1.0, float(inside.sum()))
        flat = (turned - (turned * inside[..., None]).sum(axis=(0, 1)) / count) * inside[..., None]
        contrast = max(1e-6, float(np.linalg.norm(flat)))
        flat /= contrast
        contrasts.append(contrast)
        colours.append(np.moveaxis(flat, 2, 0).reshape(-1))
        insides.append(inside.reshape(-1))
    return Layout(
        np.stack(colours, axis=1).astype(np.float32),
        np.stack(insides, axis=1),
        weights,
        np.array(contrasts, np.float32),
    )


def pose(centre: tuple[float, float], scale: float, turn: float) -> NDArray[np.float64]:
    """The map (2, 3) that turns and scales about 0 and then moves to `centre`."""
    cos, sin = np.cos(turn) * scale, np.sin(turn) * scale
    return np.array([[cos, -sin, centre[0]], [sin, cos, centre[1]]])


def affine_of(guess: Guess, size: tuple[float, float]) -> NDArray[np.float64]:
    """The map from the crest's units (its `size` in units) to the searched picture."""
    matrix = pose(guess.centre, guess.side / UNIT, guess.turn)
    matrix[:, 2] -= matrix[:, :2] @ (size[0] / 2, size[1] / 2)
    return matrix


@dataclass(frozen=True, slots=True, eq=False)
class Guesses:
    """Many guesses at once: `centres` (n, 2), `sides`, `turns` and `likeness` (n,), in the units of `Guess`."""

    centres: Numbers
    sides: Numbers
    turns: Numbers
    likeness: Numbers

    def one(self, place: int) -> Guess:
        x, y = self.centres[place]
        side, turn, likeness = self.sides[place], self.turns[place], self.likeness[place]
        return Guess((float(x), float(y)), float(side), float(turn), float(likeness))


def together(many: Sequence[Guesses]) -> Guesses:
    """All of them, one after the other."""
    return Guesses(
        np.concatenate([np.zeros((0, 2), np.float32), *(each.centres for each in many)]),
        np.concatenate([np.zeros(0, np.float32), *(each.sides for each in many)]),
        np.concatenate([np.zeros(0, np.float32), *(each.turns for each in many)]),
        np.concatenate([np.zeros(0, np.float32), *(each.likeness for each in many)]),
    )


def guesses(lab: Numbers, where: NDArray[np.uint8], layout: Layout, side: float) -> Guesses:
    """Places of a picture that resemble the crest at the size that fills ACROSS points.

    `lab` (height, width, 3) is the picture at that size, `where` is 1 at the centres to be compared;
    `side` is that size in pixels of the searched picture, in which the guesses are given. Weighted correlation over
    lightness and colour, each without its local mean.
    """
    half = SIDE // 2
    step = side / ACROSS
    rows, columns = np.nonzero(where[half : lab.shape[0] - half, half : lab.shape[1] - half])
    if not len(rows):
        return together([])
    planes = np.ascontiguousarray(np.moveaxis(lab * layout.weights, 2, 0))
    windows = np.lib.stride_tricks.sliding_window_view(planes, (SIDE, SIDE), axis=(1, 2))
    best, top = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.float32)
    for start in range(0, len(rows), catalogue.LAYOUT_BATCH):
        part = np.s_[start : start + catalogue.LAYOUT_BATCH]
        patches = windows[:, rows[part], columns[part]].reshape(3, -1, SIDE * SIDE)
        likeness = _correlations(patches, layout)
        best[part] = likeness.argmax(axis=1)
        top[part] = likeness.max(axis=1)
    like = np.flatnonzero(top >= catalogue.LAYOUT_LIKENESS)
    # the window's middle lies between two points, and a point's own middle half a point on
    centres = (np.stack([columns[like], rows[like]], axis=1) + half) * step
    turns = 2 * np.pi * best[like] / TURNS
    sides = np.full(len(like), side, np.float32)
    return Guesses(centres.astype(np.float32), sides, turns.astype(np.float32), top[like])


def _correlations(patches: Numbers, layout: Layout) -> Numbers:
    """(n, TURNS) correlations of patches (3, n, SIDE²) with the layout."""
    colours = layout.colours.reshape(3, SIDE * SIDE, TURNS)
    count = np.maximum(1.0, layout.inside.sum(axis=0))
    agree = np.zeros((patches.shape[1], TURNS), np.float32)
    sums = np.zeros_like(agree)
    squares = np.zeros_like(patches[0])
    for plane, colour in zip(patches, colours, strict=True):
        agree += plane @ colour
        sums += np.square(plane @ layout.inside)
        squares += np.square(plane)
    spread = squares @ layout.inside - sums / count
    flat = np.minimum(catalogue.LAYOUT_FLAT**2 * count, np.square(catalogue.LAYOUT_FAINT * layout.contrast))
    likeness = agree / np.sqrt(np.maximum(spread, flat))
    # no light gives a crest much more contrast than its own: what has more is another thing's edge
    likeness[spread > np.square(catalogue.LAYOUT_CONTRAST_MOST * layout.contrast)] = -1.0
    return np.asarray(likeness, np.float32)
