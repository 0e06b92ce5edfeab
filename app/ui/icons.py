"""Icons of one family, drawn by us, in the colour of the text beside them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZE = 20
"""Side of an icon in pixels at 100 %."""

GAP = 6
"""Room between an icon and the words beside it."""


def icon(name: str, colour: str, *, size: int = SIZE, gap: int = 0, off: str = "") -> QIcon:
    """The icon of `resources/icons/<name>.svg` in a colour (#rrggbb), sharp at one, two and three times.

    `gap` adds empty room at the right; `off` is the colour where it cannot be used.
    """
    result = QIcon()
    modes = {QIcon.Mode.Normal: colour, QIcon.Mode.Disabled: off or colour}
    for mode, shade in modes.items():
        for ratio in (1, 2, 3):
            result.addPixmap(pixmap(name, shade, size=size, ratio=ratio, gap=gap), mode)
    return result


def pixmap(name: str, colour: str, *, size: int = SIZE, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """One picture of an icon."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode("utf-8")))
    side = round(size * ratio)
    picture = QPixmap(QSize(round((size + gap) * ratio), side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _drawing(name: str) -> str:
    return files("resources").joinpath("icons", f"{name}.svg").read_text("utf-8")
