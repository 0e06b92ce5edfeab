"""The invented school's crest: a shield with an alder leaf, a river and an open book."""

from __future__ import annotations

from PIL import Image

from app.demo.pictures.draw import Colour, Layer, Point

_GREEN: Colour = (18, 84, 58)
_GOLD: Colour = (232, 184, 62)
_WHITE: Colour = (246, 244, 236)
_BLUE: Colour = (52, 110, 170)


def _shield(inset: float) -> list[Point]:
    left, right, top = 6 + inset, 194 - inset, 6 + inset
    return [
        (left, top),
        (right, top),
        (right, 126 - inset * 0.4),
        (178 - inset * 0.8, 168 - inset * 0.6),
        (146 - inset * 0.5, 202 - inset * 0.8),
        (100, 230 - inset * 1.25),
        (54 + inset * 0.5, 202 - inset * 0.8),
        (22 + inset * 0.8, 168 - inset * 0.6),
        (left, 126 - inset * 0.4),
    ]


def crest(width: int = 400) -> Image.Image:
    """The crest, RGBA, drawn at 200×236 and resized to `width`."""
    layer = Layer(200, 236)
    layer.polygon(_shield(0), _GOLD)
    layer.polygon(_shield(9), _GREEN)
    layer.polygon([(15, 92), (185, 92), (185, 112), (15, 112)], _GOLD)
    leaf = [(56, 20), (76, 36), (84, 58), (72, 76), (56, 84), (40, 76), (28, 58), (36, 36)]
    layer.polygon([(float(x), float(y)) for x, y in leaf], _WHITE)
    layer.limb([(56, 30), (56, 86)], 4, _GREEN)
    for y in (44, 56, 68):
        layer.limb([(56, y + 6), (42, y)], 3, _GREEN)
        layer.limb([(56, y + 6), (70, y)], 3, _GREEN)
    layer.ellipse((144, 52), (28, 28), _GOLD)
    layer.ellipse((150, 46), (22, 22), _GREEN)
    for row, colour, left, right in ((124, _BLUE, 22, 170), (140, _WHITE, 26, 160), (156, _BLUE, 34, 150)):
        for x in range(left, right, 22):
            layer.arc((x, row - 8, x + 24, row + 10), (20, 160), 7, colour)
    layer.polygon([(60, 178), (100, 188), (100, 214), (66, 200)], _WHITE)
    layer.polygon([(140, 178), (100, 188), (100, 214), (134, 200)], _WHITE)
    layer.limb([(100, 188), (100, 212)], 3, _GOLD)
    return layer.finished().resize((width, round(width * 236 / 200)), Image.Resampling.LANCZOS)
