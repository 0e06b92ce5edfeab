"""Drawing, moving and resizing a region in a photo, as plain values; the photo view only feeds it points."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from app.ui.widgets.brush import Outline, painted

BoxF = tuple[float, float, float, float]
"""x1, y1, x2, y2 in upright full-size pixels of the photo."""

SMALLEST = 4.0
"""A box of fewer photo pixels on a side was a slip of the hand."""


class Handle(StrEnum):
    """Where a box is taken hold of; the letters are compass points, BODY moves it."""

    NW = "nw"
    N = "n"
    NE = "ne"
    E = "e"
    SE = "se"
    S = "s"
    SW = "sw"
    W = "w"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Drag:
    """One drag in progress. `handle` None draws a new box from `start`; `box` is what it was before."""

    start: tuple[float, float]
    now: tuple[float, float]
    handle: Handle | None = None
    box: BoxF = (0, 0, 0, 0)

    def to(self, x: float, y: float) -> Drag:
        return replace(self, now=(x, y))

    def result(self, width: int, height: int) -> BoxF:
        """The box as it is now, within a photo of `width` × `height`."""
        if self.handle is None:
            return tidy((*self.start, *self.now), width, height)
        dx, dy = self.now[0] - self.start[0], self.now[1] - self.start[1]
        if self.handle is Handle.BODY:
            return moved(self.box, dx, dy, size=(width, height))
        return resized(self.box, self.handle, dx, dy=dy, size=(width, height))


class Tool(StrEnum):
    """What the next press on the photo begins."""

    NONE = "none"  # choose, move, resize
    BOX = "box"
    LASSO = "lasso"
    BRUSH = "brush"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn freely: round something, its end joined to its start; or with a brush of `radius` over it."""

    points: Outline
    radius: float = 0.0

    def to(self, x: float, y: float) -> Stroke:
        """Drawn on.

        A point where the hand already is adds nothing; no other is left out, so that what is covered is never
        less than what was drawn.
        """
        return self if self.points[-1] == (x, y) else replace(self, points=(*self.points, (x, y)))

    @property
    def box(self) -> BoxF:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    def is_meant(self) -> bool:
        """Whether this was meant as a shape, and not a slip of the hand."""
        return self.radius > 0 or (len(self.points) >= 3 and large_enough(self.box))

    def outline(self, width: int, height: int) -> Outline:
        """The shape in a photo of `width` × `height`."""
        return painted(self.points, self.radius, size=(width, height)) if self.radius else self.points


def tidy(box: BoxF, width: int, height: int) -> BoxF:
    """Corners in order and within the photo."""
    x1, x2 = sorted((min(max(box[0], 0.0), width), min(max(box[2], 0.0), width)))
    y1, y2 = sorted((min(max(box[1], 0.0), height), min(max(box[3], 0.0), height)))
    return (x1, y1, x2, y2)


def moved(box: BoxF, dx: float, dy: float, *, size: tuple[int, int]) -> BoxF:
    """Shifted by whole pixels, stopping at the photo's edge without changing size."""
    dx, dy = round(dx), round(dy)
    dx = min(max(dx, -box[0]), size[0] - box[2])
    dy = min(max(dy, -box[1]), size[1] - box[3])
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def resized(box: BoxF, handle: Handle, dx: float, *, dy: float, size: tuple[int, int]) -> BoxF:
    """With one side or corner pulled."""
    x1, y1, x2, y2 = box
    side = handle.value
    if "w" in side:
        x1 = min(x1 + dx, x2 - SMALLEST)
    if "e" in side:
        x2 = max(x2 + dx, x1 + SMALLEST)
    if "n" in side:
        y1 = min(y1 + dy, y2 - SMALLEST)
    if "s" in side:
        y2 = max(y2 + dy, y1 + SMALLEST)
    return tidy((x1, y1, x2, y2), *size)


def large_enough(box: BoxF) -> bool:
    """Whether this was meant as a box."""
    return box[2] - box[0] >= SMALLEST and box[3] - box[1] >= SMALLEST


def handle_at(box: BoxF, x: float, y: float, *, reach: float) -> Handle | None:
    """What of a box lies under a point; `reach` is how near counts, in photo pixels."""
    x1, y1, x2, y2 = box
    if not (x1 - reach <= x <= x2 + reach and y1 - reach <= y <= y2 + reach):
        return None
    reach = min(reach, (x2 - x1) / 4 + reach / 4, (y2 - y1) / 4 + reach / 4)
    side = "n" if y <= y1 + reach else "s" if y >= y2 - reach else ""
    side += "w" if x <= x1 + reach else "e" if x >= x2 - reach else ""
    return Handle(side) if side else Handle.BODY


def outline_of(box: BoxF) -> Outline:
    """The four corners in whole pixels, clockwise from the top left; never inside the box that was drawn."""
    x1, y1, x2, y2 = (
        float(value)
        for value in (math.floor(box[0]), math.floor(box[1]), math.ceil(box[2]), math.ceil(box[3]))
    )
    return ((x1, y1), (x2, y1), (x2, y2), (x1, y2))
