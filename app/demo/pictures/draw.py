"""Soft backgrounds, smooth shapes and writing: the brushes with which the demo photos are painted."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

Colour: TypeAlias = tuple[int, int, int]
Point: TypeAlias = tuple[float, float]
Numbers: TypeAlias = NDArray[np.float32]

SMOOTHER = 3
"""Shapes are drawn this many times larger and then reduced, which smooths their edges."""

LARGE_SHEET = 700_000
"""Pixels from which twice as large is enough, and half the memory."""


@cache
def data_folder() -> Path:
    """Where scikit-image keeps its sample pictures (found without importing it)."""
    spec = importlib.util.find_spec("skimage")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("scikit-image is not installed")
    return Path(spec.origin).parent / "data"


@cache
def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Pillow's own typeface (Aileron, public domain), so that no system font is needed."""
    return ImageFont.load_default(size)


def as_image(values: NDArray[np.floating[Any]]) -> Image.Image:
    """A picture from numbers 0 to 255, shape (height, width, 3)."""
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def as_numbers(image: Image.Image) -> Numbers:
    """The picture as numbers that may be changed, shape (height, width, 3)."""
    return np.array(image.convert("RGB"), dtype=np.float32)


def gradient(size: tuple[int, int], stops: Sequence[Colour]) -> Image.Image:
    """Colours that follow each other from top to bottom."""
    width, height = size
    strip = np.array([stops], dtype=np.uint8).transpose(1, 0, 2)
    return Image.fromarray(strip).resize((1, height), Image.Resampling.BICUBIC).resize((width, height))


def clouds(size: tuple[int, int], cells: int, rng: np.random.Generator) -> Numbers:
    """Smooth noise from -1 to 1, shape (height, width); `cells` is how many bumps go across."""
    width, height = size
    rows = max(2, round(cells * height / width))
    coarse = rng.uniform(-1, 1, (rows, cells)).astype(np.float32)
    return np.asarray(Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC))


def uneven(image: Image.Image, rng: np.random.Generator, strength: float, *, cells: int = 6) -> Image.Image:
    """The picture with soft patches of light and shade, as painted walls have them."""
    return as_image(as_numbers(image) + strength * clouds(image.size, cells, rng)[:, :, None])


def texture(name: str, size: tuple[int, int], colour: Colour, *, tile: int, contrast: float) -> Image.Image:
    """A grey sample texture of scikit-image (public domain), repeated and tinted."""
    grey = Image.open(data_folder() / name).convert("L").resize((tile, tile), Image.Resampling.LANCZOS)
    block = np.asarray(grey, dtype=np.float32)
    block = (block - block.mean()) * contrast
    across, down = -(-size[0] // tile), -(-size[1] // tile)
    whole = np.tile(block, (down, across))[: size[1], : size[0], None]
    return as_image(whole + np.array(colour, dtype=np.float32))


def vignette_and_grain(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """What a lens and a sensor add: darker corners and a little noise."""
    values = as_numbers(image)
    height, width = values.shape[:2]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    shade = 1 - 0.16 * np.clip((x * x + y * y) / 2, 0, 1) ** 1.5
    grain = 2.2 * rng.standard_normal((height, width, 1), dtype=np.float32)
    values *= shade[:, :, None]
    values += grain
    return as_image(values)


class Layer:
    """A see-through sheet on which shapes are drawn with smooth edges, and which is then laid on a photo."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self._times = SMOOTHER if width * height < LARGE_SHEET else 2
        self._sheet = Image.new("RGBA", (width * self._times, height * self._times), (0, 0, 0, 0))
        self._pen = ImageDraw.Draw(self._sheet)

    def _up(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self._times, y * self._times) for x, y in points]

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        self._pen.polygon(self._up(points), fill=(*colour, 255))

    def ellipse(self, centre: Point, radii: Point, colour: Colour) -> None:
        (x, y), (rx, ry) = centre, radii
        corners = self._up([(x - rx, y - ry), (x + rx, y + ry)])
        self._pen.ellipse([*corners[0], *corners[1]], fill=(*colour, 255))

    def rounded(self, box: tuple[float, float, float, float], radius: float, colour: Colour) -> None:
        corners = [side * self._times for side in box]
        self._pen.rounded_rectangle(corners, radius * self._times, fill=(*colour, 255))

    def limb(self, points: Sequence[Point], thickness: float, colour: Colour) -> None:
        """A thick line with round ends and joints: an arm, a leg, a lace."""
        wide = self._up(points)
        self._pen.line(wide, fill=(*colour, 255), width=max(1, round(thickness * self._times)), joint="curve")
        radius = thickness / 2
        for end in points:
            self.ellipse(end, (radius, radius), colour)

    def arc(
        self, box: tuple[float, float, float, float], angles: Point, thickness: float, colour: Colour
    ) -> None:
        corners = [side * self._times for side in box]
        self._pen.arc(corners, *angles, fill=(*colour, 255), width=max(1, round(thickness * self._times)))

    def finished(self) -> Image.Image:
        """The sheet at its own size, RGBA."""
        return self._sheet.resize(self.size, Image.Resampling.BOX)


def lit(sheet: Image.Image, rng: np.random.Generator, strength: float = 14) -> Image.Image:
    """A figure with light from the upper left and a little unevenness, so that it does not look cut out."""
    width, height = sheet.size
    x = np.linspace(1, -1, width, dtype=np.float32)[None, :]
    y = np.linspace(0.6, -0.6, height, dtype=np.float32)[:, None]
    folds = clouds(sheet.size, 5, rng) * 0.6
    values = as_numbers(sheet) + (strength * (x + y + folds))[:, :, None]
    result = as_image(values).convert("RGBA")
    result.putalpha(sheet.getchannel("A"))
    return result


def lay(photo: Image.Image, sheet: Image.Image, at: tuple[int, int]) -> None:
    """Put a sheet on the photo with its upper left corner at `at`."""
    photo.paste(sheet, at, sheet)


def shadow(photo: Image.Image, sheet: Image.Image, at: tuple[int, int], *, soft: int, strength: int) -> None:
    """The blurred shade of a sheet on what is behind it. `strength` is 0 to 255."""
    margin = soft * 3
    shade = Image.new("L", (sheet.width + 2 * margin, sheet.height + 2 * margin), 0)
    shade.paste(sheet.getchannel("A"), (margin, margin))
    shade = shade.filter(ImageFilter.BoxBlur(soft)).filter(ImageFilter.BoxBlur(soft))
    shade = ImageChops.multiply(shade, Image.new("L", shade.size, strength))
    photo.paste((20, 22, 30), (at[0] - margin, at[1] - margin), shade)


def write(
    image: Image.Image, at: Point, words: str, *, size: int, colour: Colour, anchor: str = "mm"
) -> None:
    """Print `words`; `anchor` is Pillow's (mm: the middle of the words is at `at`)."""
    ImageDraw.Draw(image).text(at, words, fill=colour, font=font(size), anchor=anchor)
