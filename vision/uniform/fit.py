"""Find by a photo's marks where a crest may lie, and tell whether it really lies there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import crests as catalogue
from vision.image import Pixels
from vision.uniform.pattern import Pattern, is_sound, laid
from vision.uniform.reference import Marks, Numbers, Sought


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """An affine map (2, 3) from the crest's units to the picture, how many places agree, and the likeness."""

    affine: NDArray[np.float64]
    places: int
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Marks of a picture (`seen`) beside marks of the crest (`meant`), both (n, 2).

    `scale` and `turn` are what each pair asks for, `cell` names the crest's place in it.
    """

    seen: Numbers
    meant: Numbers
    scale: Numbers
    turn: Numbers
    cell: NDArray[np.int64]


def pair(marks: Marks, sought: Sought) -> Pairs:
    """The pairs whose looks agree clearly better than with any other place of the crest."""
    alike = marks.looks @ sought.marks.looks.T
    best = alike.argmax(axis=1)
    top = alike[np.arange(len(best)), best]
    other = np.where(sought.same_place[best], -1.0, alike).max(axis=1)
    near, far = np.sqrt(np.maximum(0, 2 - 2 * top)), np.sqrt(np.maximum(1e-6, 2 - 2 * other))
    kept = near < catalogue.CREST_RATIO * far
    best = best[kept]
    return Pairs(
        marks.places[kept],
        sought.marks.places[best],
        marks.sizes[kept] / sought.marks.sizes[best],
        marks.angles[kept] - sought.marks.angles[best],
        sought.cell[best],
    )


def joined(many: list[Pairs]) -> Pairs:
    """The pairs of several views of one picture together."""
    return Pairs(
        np.concatenate([each.seen for each in many]),
        np.concatenate([each.meant for each in many]),
        np.concatenate([each.scale for each in many]),
        np.concatenate([each.turn for each in many]),
        np.concatenate([each.cell for each in many]),
    )


def fits(pairs: Pairs, pixels: Pixels, pattern: Pattern) -> Iterator[Fit]:
    """Every place in the picture (RGB) where enough pairs agree and the crest's own look is there."""
    left = np.ones(len(pairs.scale), bool)
    agree = _agreement(pairs)
    for _ in range(catalogue.CREST_TRIES):
        votes = agree[:, left].sum(axis=1) * left
        if not len(votes) or votes.max() < catalogue.CREST_PLACES:
            return
        group = np.where(agree[int(votes.argmax())] & left)[0]
        fit = _fit(pairs, group, pixels, pattern)
        if fit is None:
            left[int(votes.argmax())] = False
            continue
        left[group] = False
        yield fit


def adjusted_fit(affine: NDArray[np.float64], pixels: Pixels, pattern: Pattern) -> Fit:
    """The crest laid by `affine` and moved a little until it agrees best; nothing is judged here."""
    moved, likeness = laid(affine, pixels, pattern)
    return Fit(moved, 0, likeness)


def _agreement(pairs: Pairs) -> NDArray[np.bool_]:
    """[i, j]: pair j lies where the turn and scale of pair i would put it."""
    cos, sin = np.cos(pairs.turn) * pairs.scale, np.sin(pairs.turn) * pairs.scale
    away = pairs.meant[None] - pairs.meant[:, None]
    x = pairs.seen[:, None, 0] + cos[:, None] * away[..., 0] - sin[:, None] * away[..., 1]
    y = pairs.seen[:, None, 1] + sin[:, None] * away[..., 0] + cos[:, None] * away[..., 1]
    off = np.hypot(x - pairs.seen[None, :, 0], y - pairs.seen[None, :, 1])
    turned = np.abs((pairs.turn[None] - pairs.turn[:, None] + np.pi) % (2 * np.pi) - np.pi)
    sized = np.abs(np.log(pairs.scale[None] / pairs.scale[:, None]))
    close = off < catalogue.CREST_REACH * pairs.scale[:, None]
    return np.asarray(close & (turned < catalogue.CREST_TURN) & (sized < catalogue.CREST_SCALE))


def _fit(pairs: Pairs, group: NDArray[np.int64], pixels: Pixels, pattern: Pattern) -> Fit | None:
    if len(set(pairs.cell[group].tolist())) < catalogue.CREST_PLACES:
        return None
    scale = float(np.median(pairs.scale[group]))
    cv2.setRNGSeed(1)
    affine, used = cv2.estimateAffine2D(
        pairs.meant[group],
        pairs.seen[group],
        method=cv2.RANSAC,
        ransacReprojThreshold=1.0 + catalogue.CREST_SLACK * scale,
        maxIters=500,
    )
    if affine is None or not is_sound(affine):
        return None
    places = len(set(pairs.cell[group[used.ravel() > 0]].tolist()))
    if places < catalogue.CREST_PLACES:
        return None
    affine, likeness = laid(affine, pixels, pattern)
    wanted = catalogue.CREST_LIKENESS if places < catalogue.CREST_MANY else catalogue.CREST_LIKENESS_MANY
    return Fit(affine, places, likeness) if likeness >= wanted else None
