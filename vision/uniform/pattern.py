"""Lay a crest over a place of a photo as well as it fits, folds smoothed out, and say how alike the two are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import crests as catalogue
from vision.image import Pixels
from vision.uniform.reference import UNIT, Numbers, Picture, weights_of

GRID = 40
"""The crest and the photo are compared on this many by as many points."""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """What the crest looks like on GRID × GRID points.

    `lab` in OpenCV's float Lab times `weights` (3,); `meant_softly` the same out of focus; `inside` 1 where the
    crest is; `size` its width and height in units; `every_second` and `every_fourth` (n, 2) x and y of such points of
    the grid that lie on the crest.
    """

    lab: Numbers
    meant_softly: Numbers
    weights: Numbers
    inside: NDArray[np.uint8]
    size: tuple[float, float]
    every_second: NDArray[np.int64]
    every_fourth: NDArray[np.int64]


def pattern_of(picture: Picture) -> Pattern:
    """The crest's look, made small for comparing."""
    height, width = picture.inside.shape
    lab = cv2.cvtColor(picture.pixels.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)
    small = cv2.resize(lab, (GRID, GRID), interpolation=cv2.INTER_AREA)
    inside = cv2.resize(picture.inside.astype(np.float32), (GRID, GRID), interpolation=cv2.INTER_AREA) > 0.9
    side = max(width, height)
    weights = weights_of(picture)
    small = np.asarray(small * weights, np.float32)
    return Pattern(
        small,
        _out_of_focus(small, inside.astype(np.float32)),
        weights,
        inside.astype(np.uint8),
        (UNIT * width / side, UNIT * height / side),
        _points(inside, 2),
        _points(inside, 4),
    )


def _out_of_focus(lab: Numbers, share: Numbers) -> Numbers:
    """The crest in a soft view, in which its points outside do not count."""
    soft = catalogue.NEARBY_SOFT
    blurred = cv2.GaussianBlur(lab * share[..., None], (0, 0), soft)
    around = np.asarray(cv2.GaussianBlur(share, (0, 0), soft), np.float32)
    return np.asarray(blurred / np.maximum(around, 1e-3)[..., None], np.float32)


def _points(inside: NDArray[np.bool_], step: int) -> NDArray[np.int64]:
    rows, columns = np.nonzero(inside[::step, ::step])
    return np.stack([step * columns, step * rows], axis=1)


def is_sound(affine: NDArray[np.float64]) -> bool:
    """Not mirrored, not squeezed beyond what a turned body does."""
    strengths = np.linalg.svd(affine[:, :2], compute_uv=False)
    return bool(np.linalg.det(affine[:, :2]) > 0 and strengths[1] > catalogue.CREST_SQUEEZE * strengths[0])


def laid(affine: NDArray[np.float64], pixels: Pixels, pattern: Pattern) -> tuple[NDArray[np.float64], float]:
    """Correlation of the crest with what lies under it, over lightness and colour, after a small adjustment."""
    step = np.array([[pattern.size[0] / GRID, 0, 0], [0, pattern.size[1] / GRID, 0], [0, 0, 1]])
    to_grid = affine @ step
    corners = to_grid @ np.array([[0, GRID, GRID, 0], [0, 0, GRID, GRID], [1, 1, 1, 1]], float)
    left, top = np.maximum(0, np.floor(corners.min(axis=1)).astype(int) - 8)
    right, bottom = np.ceil(corners.max(axis=1)).astype(int) + 8
    cut = np.ascontiguousarray(pixels[top:bottom, left:right])
    if min(cut.shape[:2]) < 16:
        return affine, 0.0
    to_grid = to_grid - np.array([[0, 0, left], [0, 0, top]])
    size = np.sqrt(abs(np.linalg.det(to_grid[:, :2])))
    if size > 1.5:
        cut = np.asarray(cv2.GaussianBlur(cut, (0, 0), 0.4 * float(size)), np.uint8)
    lab = cv2.cvtColor(cut.astype(np.float32) / 255, cv2.COLOR_RGB2Lab) * pattern.weights
    best, best_map = -1.0, to_grid
    near = _nearby(to_grid, lab, pattern)
    best_seen = pattern.lab
    for attempt in (to_grid, near, _adjusted(near, lab, pattern)):
        seen = cv2.warpAffine(lab, attempt, (GRID, GRID), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        value = _correlation(np.asarray(seen, np.float32), pattern)
        if value > best:
            best, best_map, best_seen = value, attempt, np.asarray(seen, np.float32)
    if best >= catalogue.FOLLOWED_FROM:
        best = max(best, _correlation(_unfolded(best_seen, pattern), pattern))
    moved = (best_map + np.array([[0, 0, left], [0, 0, top]])) @ np.linalg.inv(step)
    return (moved if is_sound(moved) else affine), best


def _nearby(to_grid: NDArray[np.float64], lab: Numbers, pattern: Pattern) -> NDArray[np.float64]:
    """The best of all turns, a few sizes and shapes, and shifts: from a soft view of all to a sharper one of few.

    What a fine drawing shows where it lies a little beside is nothing like it, so the first look is a soft one.
    """
    grain = float(np.sqrt(abs(np.linalg.det(to_grid[:, :2]))))  # pixels of `lab` for a point of the grid
    soft = np.asarray(cv2.GaussianBlur(lab, (0, 0), catalogue.NEARBY_SOFT * grain), np.float32)
    shaped = to_grid @ _SHAPES
    likeness = _correlations(shaped, soft, pattern.meant_softly, pattern.every_fourth)
    likely = np.argsort(-likeness)[: catalogue.NEARBY_KEPT]
    if likeness[likely[0]] < catalogue.NEARBY_HOPELESS:
        return np.asarray(shaped[likely[0]])
    sharper = np.asarray(cv2.GaussianBlur(lab, (0, 0), max(0.5, 0.7 * grain)), np.float32)
    best = _best((shaped[likely][:, None] @ _WIDE_MOVES).reshape(-1, 2, 3), sharper, pattern)
    return _best((best @ _SMALL_MOVES).reshape(-1, 2, 3), sharper, pattern)


def _best(maps: NDArray[np.float64], lab: Numbers, pattern: Pattern) -> NDArray[np.float64]:
    return np.asarray(maps[int(_correlations(maps, lab, pattern.lab, pattern.every_second).argmax())])


def _shaped(turn: float, wide: float, high: float) -> NDArray[np.float64]:
    """(3, 3): the grid shaped and then turned about its middle."""
    cos, sin = np.cos(turn), np.sin(turn)
    about = np.array([[cos * wide, -sin * high, 0], [sin * wide, cos * high, 0], [0, 0, 1]])
    about[:2, 2] = GRID / 2 - about[:2, :2] @ (GRID / 2, GRID / 2)
    return about


def _moved(by: float, steps: int) -> NDArray[np.float64]:
    """(n, 3, 3): the grid moved by up to `steps` times `by` of its points each way."""
    moves = np.arange(-steps, steps + 1) * by
    return np.stack([np.array([[1, 0, x], [0, 1, y], [0, 0, 1]]) for x, y in product(moves, moves)])


_SHAPES = np.stack(
    [
        _shaped(turn, size * wide, size * high)
        for turn, size, (wide, high) in product(
            catalogue.NEARBY_TURNS, catalogue.NEARBY_SIZES, catalogue.NEARBY_SHAPES
        )
    ]
)
_WIDE_MOVES = _moved(2.0, 2)
_SMALL_MOVES = np.concatenate(
    [
        _shaped(turn, size, size) @ _moved(1.0, 1)
        for turn, size in product((-0.1, 0.0, 0.1), (0.93, 1.0, 1.07))
    ]
)


def _correlations(
    maps: NDArray[np.float64], lab: Numbers, pattern_lab: Numbers, points: NDArray[np.int64]
) -> Numbers:
    """(n,) correlations of the crest with what each map (n, 2, 3) shows, at some `points` (m, 2) of the grid."""
    places = (maps[:, :, :2] @ points.T + maps[:, :, 2:]).astype(np.float32)
    seen = cv2.remap(lab, places[:, 0], places[:, 1], cv2.INTER_LINEAR)
    meant = pattern_lab[points[:, 1], points[:, 0]]
    meant = meant - meant.mean(axis=0)
    # one product gives the agreement and the sum of each channel: sums along the middle of an array are slow
    both = np.column_stack([meant.ravel(), np.tile(np.eye(3, dtype=np.float32), (len(points), 1))])
    flat = seen.reshape(len(maps), -1)
    told = flat @ both
    # what is seen keeps its mean here: beside numbers without one it makes no difference
    spread = np.einsum("nc,nc->n", flat, flat) - np.square(told[:, 1:]).sum(axis=1) / len(points)
    total = np.sqrt(np.square(meant).sum() * np.maximum(spread, 0.0))
    return np.asarray(told[:, 0] / np.maximum(total, 1e-6), np.float32)


def _adjusted(to_grid: NDArray[np.float64], lab: Numbers, pattern: Pattern) -> NDArray[np.float64]:
    """The map moved a little so that the strongest of lightness and colour agrees better (ECC)."""
    channel = int(np.argmax([pattern.lab[..., i][pattern.inside > 0].std() for i in range(3)]))
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 25, 1e-3)
    try:
        _, moved = cv2.findTransformECC(
            pattern.lab[..., channel],
            np.ascontiguousarray(lab[..., channel]),
            to_grid.astype(np.float32),
            cv2.MOTION_AFFINE,
            stop,
            pattern.inside * 0 + 1,
            3,
        )
    except cv2.error:  # it did not settle: the map stays
        return to_grid
    return np.asarray(moved, np.float64)


def _unfolded(seen: Numbers, pattern: Pattern) -> Numbers:
    """What is `seen` (GRID, GRID, 3) under the crest, with the cloth's folds smoothed out as well as they can be.

    Each point is moved to where its surroundings agree best with the crest's, by a few points at most, and
    neighbours move alike: cloth bends, it does not tear.
    """
    inside = pattern.inside > 0
    middle, spread = seen[inside].mean(axis=0), float(seen[inside].std(axis=0).max())
    own = pattern.lab[inside]
    same = (seen - middle) * (float(own.std(axis=0).max()) / max(spread, 1e-6)) + own.mean(axis=0)
    same = np.asarray(same, np.float32)
    reach = catalogue.FOLD_REACH
    framed = cv2.copyMakeBorder(same, *(reach,) * 4, cv2.BORDER_REPLICATE)
    steps = np.arange(-reach, reach + 1)
    moves = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(
        -1, 2
    )  # x fastest, as the windows are laid out
    width = len(steps)
    windows = np.lib.stride_tricks.sliding_window_view(framed, (width, width), axis=(0, 1))
    apart = windows - pattern.lab[..., None, None]
    apart = np.einsum("rcdyx,rcdyx->rcyx", apart, apart).reshape(GRID, GRID, -1) * pattern.inside[..., None]
    apart = cv2.blur(np.asarray(apart, np.float32), (catalogue.FOLD_WINDOW,) * 2)
    best = moves.astype(np.float32)[apart.argmin(axis=2)]
    smooth = cv2.GaussianBlur(best, (0, 0), catalogue.FOLD_SMOOTH)
    rows, columns = np.mgrid[0:GRID, 0:GRID].astype(np.float32)
    moved = cv2.remap(
        seen,
        columns + smooth[..., 0],
        rows + smooth[..., 1],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(moved, np.float32)


def _correlation(seen: Numbers, pattern: Pattern) -> float:
    """-1 to 1 over the crest's points; each channel without its mean, so that shade and tint do not count."""
    inside = pattern.inside > 0
    one, other = pattern.lab[inside], seen[inside]
    one, other = one - one.mean(axis=0), other - other.mean(axis=0)
    total = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return float((one * other).sum()) / total if total > 1e-6 else 0.0
