"""Places in a photo: upright boxes and turned four-cornered outlines, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A half-open pixel box: left and top included, right and bottom excluded."""

    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def width(self) -> int:
        return max(0, self.x2 - self.x1)

    @property
    def height(self) -> int:
        return max(0, self.y2 - self.y1)

    @property
    def area(self) -> int:
        return self.width * self.height

    @property
    def shorter_side(self) -> int:
        return min(self.width, self.height)

    @property
    def centre(self) -> Point:
        return ((self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2)

    def intersection(self, other: Box) -> Box:
        """The shared part; its area is 0 where the two do not meet."""
        return Box(
            max(self.x1, other.x1), max(self.y1, other.y1), min(self.x2, other.x2), min(self.y2, other.y2)
        )

    def hull(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x1, other.x1), min(self.y1, other.y1), max(self.x2, other.x2), max(self.y2, other.y2)
        )

    def iou(self, other: Box) -> float:
        """Intersection over union, 0 to 1."""
        shared = self.intersection(other).area
        union = self.area + other.area - shared
        return shared / union if union else 0.0

    def grown(self, pixels: int) -> Box:
        """The box with `pixels` more on every side; it may leave the picture."""
        return Box(self.x1 - pixels, self.y1 - pixels, self.x2 + pixels, self.y2 + pixels)

    def clipped(self, width: int, height: int) -> Box:
        """The part that lies in a picture of `width` × `height` pixels."""
        return self.intersection(Box(0, 0, width, height))

    def as_list(self) -> list[int]:
        """`[x1, y1, x2, y2]`, as records print it."""
        return [self.x1, self.y1, self.x2, self.y2]


@dataclass(frozen=True, slots=True)
class Quad:
    """Four corners in reading order (top left, top right, bottom right, bottom left of the writing)."""

    points: tuple[Point, Point, Point, Point]

    @property
    def box(self) -> Box:
        """The smallest whole-pixel box around the four corners."""
        xs = [point[0] for point in self.points]
        ys = [point[1] for point in self.points]
        return Box(int(min(xs) // 1), int(min(ys) // 1), int(-(-max(xs) // 1)), int(-(-max(ys) // 1)))

    def as_list(self) -> list[list[float]]:
        """`[[x, y], …]`, as records print it."""
        return [[round(x, 1), round(y, 1)] for x, y in self.points]
