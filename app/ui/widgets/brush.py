"""What a brush paints over, as one outline: nothing that was painted is outside it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

Outline = tuple[tuple[float, float], ...]
"""Three or more corners in upright full-size pixels of the photo."""

FINEST = 1.0
BANDS = 8
"""Height of the bands of an outline: at least so many photo pixels, and an eighth of the brush's radius."""

CLOSE = 0.25
"""Between two dabs, in radii. The line between them bulges outwards by less than `WIDER`."""

WIDER = math.sqrt(1 + (CLOSE / 2) ** 2)
"""How much larger each dab is than the brush, so that the dabs together hold all that the moving brush touched:
the corner of a right triangle of one radius and half of that distance."""


def painted(points: Outline, radius: float, *, size: tuple[int, int]) -> Outline:
    """The outline of what a round brush of `radius` touches along `points`, in a photo of `size`; clockwise.

    Band by band from its leftmost to its rightmost point, as the cover is laid (`vision.hide.grow`): a hollow that
    is open to the left or right is covered, too, and is seen to be. All in upright full-size pixels.
    """
    reach = radius * WIDER
    step = max(FINEST, radius / BANDS)
    low: dict[int, float] = {}
    high: dict[int, float] = {}
    for x, y in _dabs(points, radius * CLOSE):
        for band in range(math.floor((y - reach) / step), math.floor((y + reach) / step) + 1):
            near = min(max(y, band * step), (band + 1) * step) - y
            half = math.sqrt(max(0.0, reach * reach - near * near))
            low[band] = min(low.get(band, math.inf), x - half)
            high[band] = max(high.get(band, -math.inf), x + half)
    bands = range(min(low), max(low) + 1)
    right = [(high[band], edge * step) for band in bands for edge in (band, band + 1)]
    left = [(low[band], edge * step) for band in reversed(bands) for edge in (band + 1, band)]
    width, height = size
    inside = [(min(max(x, 0.0), float(width)), min(max(y, 0.0), float(height))) for x, y in (*right, *left)]
    return tuple(point for before, point in zip([None, *inside], inside, strict=False) if point != before)


def _dabs(points: Outline, apart: float) -> Iterator[tuple[float, float]]:
    """The points, and as many between them that no two lie further `apart`."""
    yield points[0]
    for (x1, y1), (x2, y2) in pairwise(points):
        parts = max(1, math.ceil(math.hypot(x2 - x1, y2 - y1) / apart))
        for part in range(1, parts + 1):
            yield x1 + (x2 - x1) * part / parts, y1 + (y2 - y1) * part / parts
