"""Says whether a reference picture shows one face clearly enough to recognise that person by it later."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box
from vision.findings import FaceFinding
from vision.image import Photo

SEARCHED_SIDE = 2048
"""Longest side in pixels at which a reference picture is searched: its face is large, or it is none."""

CLEAR_SCORE = 0.5
"""Score from which a find counts as a face here. CenterFace at 0.5 had no false find of 16 px and more in 36
photos (November 2026); at 0.2, where nothing may be missed, it had 6."""

BESIDE = 1 / 3
"""A further face from this part of the largest one's size makes it unclear who is meant; smaller ones are
people far behind or pictures on a wall. Start value of November 2026."""

SMALLEST_REFERENCE = 60
"""Shorter side in pixels. Eight people, 24 pictures (November 2026): the mean distance to the other pictures of
the same person is 0.414 at 120 px of width, 0.422 at 60, 0.448 at 40, 0.463 at 30, 0.559 at 20."""

LEAST_DETAIL = 0.14
"""Least `detail`. The same 24 pictures have 0.52 to 1.02. Blurred by 2 % of the face's width they have 0.13 to
0.23 and stand 0.47 from the same person's others (0.415 unblurred), by 3 % 0.08 to 0.14 and 0.54, by 4 % 0.05 to
0.10 and 0.62: more than 3 % would make the person a stranger (November 2026)."""

DARKEST_REFERENCE = 40.0
"""Mean brightness of the face (of 255). Those 24 have 75 to 164; start value of November 2026."""

MOST_TURNED = 0.45
"""How far the nose tip may stand from the middle of the eyes, in distances between the eyes: 0 is seen from
the front. Of 40 pictures of eight people (November 2026) one at 0.48 stands 0.52 to 0.64 from the same person's
other four, one at 0.44 stands 0.39 to 0.53; the others have at most 0.23."""

_COMPARED_SIDE = (
    64  # faces are brought to this size before their detail is measured, so that size plays no part
)


class Quality(StrEnum):
    """Why a picture can or cannot serve as a reference."""

    GOOD = "GOOD"
    NO_FACE = "NO_FACE"
    SEVERAL_FACES = "SEVERAL_FACES"
    TOO_SMALL = "TOO_SMALL"
    TOO_BLURRED = "TOO_BLURRED"
    TOO_DARK = "TOO_DARK"
    TURNED_AWAY = "TURNED_AWAY"


def judge(photo: Photo, faces: Sequence[FaceFinding]) -> tuple[Quality, FaceFinding | None]:
    """The quality of a reference picture in which `faces` were found, and the face that is meant, if any."""
    clear = sorted(
        (face for face in faces if face.score >= CLEAR_SCORE),
        key=lambda face: face.box.shorter_side,
        reverse=True,
    )
    if not clear:
        return Quality.NO_FACE, None
    face = clear[0]
    if any(other.box.shorter_side >= BESIDE * face.box.shorter_side for other in clear[1:]):
        return Quality.SEVERAL_FACES, None
    # what counts is the pixels that there are to look at, where the photo was read at a reduced size
    if face.box.shorter_side < SMALLEST_REFERENCE * photo.reduced:
        return Quality.TOO_SMALL, face
    grey = _grey(photo, face.box)
    if float(grey.mean()) < DARKEST_REFERENCE:
        return Quality.TOO_DARK, face
    if detail(grey) < LEAST_DETAIL:
        return Quality.TOO_BLURRED, face
    return (Quality.TURNED_AWAY if turned(face) > MOST_TURNED else Quality.GOOD), face


def detail(grey: NDArray[np.float64]) -> float:
    """How much of a face's contrast lies in its finest structure, whatever its size and brightness.

    The standard deviation of the Laplacian over that of the values, at a size of 64 by 64. `grey` has shape
    (height, width), at least 3 by 3.
    """
    small = _reduced(_reduced(grey, 0), 1)
    middle = small[1:-1, 1:-1]
    laplacian = small[:-2, 1:-1] + small[2:, 1:-1] + small[1:-1, :-2] + small[1:-1, 2:] - 4 * middle
    return float(laplacian.std() / max(float(small.std()), 1e-6))


def turned(face: FaceFinding) -> float:
    """How far the head is turned to a side, from the landmarks: see MOST_TURNED. 0 where there are none."""
    if len(face.landmarks) < 3:
        return 0.0
    (x1, y1), (x2, y2), (nose_x, nose_y) = face.landmarks[:3]
    apart = math.hypot(x2 - x1, y2 - y1)
    if apart == 0:
        return 1.0
    along = (nose_x - (x1 + x2) / 2) * (x2 - x1) + (nose_y - (y1 + y2) / 2) * (y2 - y1)
    return abs(along) / apart**2


def _grey(photo: Photo, box: Box) -> NDArray[np.float64]:
    """The face's brightness, from the array's own pixels."""
    inside = box.clipped(photo.width, photo.height)
    rows = slice(inside.y1 // photo.reduced, max(inside.y2 // photo.reduced, inside.y1 // photo.reduced + 3))
    columns = slice(
        inside.x1 // photo.reduced, max(inside.x2 // photo.reduced, inside.x1 // photo.reduced + 3)
    )
    grey: NDArray[np.float64] = photo.pixels[rows, columns].mean(axis=2, dtype=np.float64)
    return grey


def _reduced(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Means of 64 nearly equal stretches along one axis; fewer where there are fewer values."""
    length = values.shape[axis]
    edges = np.linspace(0, length, min(_COMPARED_SIDE, length) + 1).astype(np.intp)
    sizes = np.diff(edges).reshape((-1, 1) if axis == 0 else (1, -1))
    reduced: NDArray[np.float64] = np.add.reduceat(values, edges[:-1], axis=axis) / sizes
    return reduced
