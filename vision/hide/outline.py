"""How far a cover goes: a head with hair, ears and chin for a face, a rim for a line of writing."""

from __future__ import annotations

import math

from vision.boxes import Box, Point, Quad
from vision.findings import FaceFinding

# Shares of a face box that goes from hairline to chin. Adults' heads measure 187 mm from hairline to chin and
# 232 mm from crown to chin, 140 mm across the cheekbones and 190 mm with the ears (Farkas, Anthropometry of
# the Head and Face, 1994, rounded): 0.24 above and 0.18 beside are the skull. The rest is for hair that
# stands or hangs, for children's larger crowns, and for a finder's box that begins at the eyebrows.
ABOVE = 0.50
BESIDE = 0.40
BELOW = 0.18
LEAST_MARGIN = 2.0
"""Pixels, for faces of a few pixels, whose boxes are rounded."""

_CORNERS = 32
_ROUNDNESS = 3.0
"""Exponent of the outline's curve: 2 is an ellipse, which would leave hair at the temples; larger is boxier."""

TEXT_RIM = 0.2
"""Share of a line's height by which its cover is wider: accents, tails and the halo that a lens leaves."""


def head_outline(face: FaceFinding | Box) -> tuple[Point, ...]:
    """The corners of a rounded outline around the whole head, in the pixels of the face's box.

    With landmarks the outline follows a head that leans or lies; without, the head counts as upright. The
    whole face box lies inside it for an upright head.
    """
    box = face if isinstance(face, Box) else face.box
    up = _up(face.landmarks) if isinstance(face, FaceFinding) else (0.0, -1.0)
    tilt_across, tilt_along = abs(up[0]), abs(up[1])
    along = tilt_along * box.height + tilt_across * box.width
    across = tilt_along * box.width + tilt_across * box.height
    above, below = max(LEAST_MARGIN, ABOVE * along), max(LEAST_MARGIN, BELOW * along)
    beside = max(LEAST_MARGIN, BESIDE * across)
    half_along, half_across = (along + above + below) / 2, across / 2 + beside
    shift = (above - below) / 2
    x, y = box.centre
    x, y = x + up[0] * shift, y + up[1] * shift
    corners: list[Point] = []
    for step in range(_CORNERS):
        angle = 2 * math.pi * step / _CORNERS
        to_side = half_across * _rounded(math.cos(angle))
        to_top = half_along * _rounded(math.sin(angle))
        corners.append((x + to_top * up[0] - to_side * up[1], y + to_top * up[1] + to_side * up[0]))
    return tuple(corners)


def text_outline(quad: Quad) -> tuple[Point, ...]:
    """The four corners, moved outwards along the line's own directions."""
    top_left, top_right, bottom_right, bottom_left = quad.points
    height = (math.dist(top_left, bottom_left) + math.dist(top_right, bottom_right)) / 2
    rim = max(LEAST_MARGIN, TEXT_RIM * height)
    across = _direction(_middle(top_left, bottom_left), _middle(top_right, bottom_right), (1.0, 0.0))
    down = _direction(_middle(top_left, top_right), _middle(bottom_left, bottom_right), (0.0, 1.0))
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return tuple(
        (x + rim * (right * across[0] + low * down[0]), y + rim * (right * across[1] + low * down[1]))
        for (x, y), (right, low) in zip(quad.points, signs, strict=True)
    )


def _rounded(value: float) -> float:
    return math.copysign(abs(value) ** (2 / _ROUNDNESS), value)


def _up(landmarks: tuple[Point, ...]) -> Point:
    """The direction from mouth to eyes, of length 1."""
    if len(landmarks) < 5:
        return (0.0, -1.0)
    eyes, mouth = _middle(landmarks[0], landmarks[1]), _middle(landmarks[3], landmarks[4])
    return _direction(mouth, eyes, (0.0, -1.0))


def _middle(one: Point, other: Point) -> Point:
    return ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)


def _direction(start: Point, end: Point, otherwise: Point) -> Point:
    length = math.dist(start, end)
    return ((end[0] - start[0]) / length, (end[1] - start[1]) / length) if length > 1e-6 else otherwise
