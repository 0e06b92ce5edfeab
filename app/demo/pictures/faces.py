"""The real faces on which the demo stands: sample pictures inside scikit-image, tinted and grown softly."""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image, ImageFilter

from app.demo.pictures.draw import Numbers, as_image, data_folder

PATCH = 25
"""Side, in pixels, of one grey face of `lfw_subset.npy` (Labeled Faces in the Wild; the first 100 are faces)."""

_SKIN = np.array(
    [(16, 9, 8), (84, 50, 37), (152, 100, 76), (216, 163, 134), (250, 214, 190), (255, 240, 228)],
    dtype=np.float32,
)
"""Skin from shade to light, in six equal steps of brightness; a dark face stays dark, a fair one fair."""

_HEAD = (146, 14, 304, 196)
"""Hair, face and chin in `astronaut.png` (512×512, NASA, public domain): left, top, right, bottom."""


@cache
def _patches() -> Numbers:
    stored = np.load(data_folder() / "lfw_subset.npy", allow_pickle=False)
    return np.asarray(stored[:100], dtype=np.float32)


def _tinted(grey: Numbers) -> Numbers:
    """Grey 0 to 1, shape (h, w), as skin, shape (h, w, 3)."""
    steps = np.linspace(0, 1, len(_SKIN), dtype=np.float32)
    return np.stack([np.interp(grey, steps, _SKIN[:, band]) for band in range(3)], axis=-1).astype(np.float32)


def _grown(index: int, side: int) -> Numbers:
    """One face at `side` pixels, grey 0 to 1, with its lights and shades spread evenly."""
    patch = _patches()[index]
    dark, light = np.percentile(patch[5:21, 6:19], (4, 96))
    middle = float(np.median(patch[7:20, 7:18]))
    spread = np.clip((patch - middle) / max(0.2, float(light - dark)), -0.9, 0.9)
    # keep some of the real difference between fair and dark faces, but none in the dark altogether
    centre = 0.22 + 0.74 * float(np.clip(middle, 0.15, 0.75))
    values = np.clip(centre + 0.52 * spread, 0.02, 0.98).astype(np.float32)
    small = Image.fromarray(values)
    soft = np.asarray(
        small.resize((13, 13), Image.Resampling.BICUBIC).resize(small.size, Image.Resampling.BICUBIC)
    )
    crisp = Image.fromarray(values + 0.35 * (values - soft)).resize((side, side), Image.Resampling.BICUBIC)
    return np.asarray(np.clip(np.asarray(crisp), 0, 1), dtype=np.float32)


def _oval(side: int) -> Image.Image:
    """A soft-edged oval, as high as the patch and a little narrower: what of the patch is face."""
    axis = np.linspace(-1, 1, side, dtype=np.float32)
    x, y = axis[None, :] / 0.82, axis[:, None] / 1.0
    distance = np.sqrt(x * x + y * y)
    return Image.fromarray((np.clip((1.0 - distance) / 0.16, 0, 1) * 255).astype(np.uint8))


def face(index: int, side: int) -> Image.Image:
    """One of the hundred faces, `side`×`side`, RGBA, in skin colours and with soft edges."""
    result = as_image(_tinted(_grown(index, side))).convert("RGBA")
    result.putalpha(_oval(side))
    return result


def skin(index: int) -> tuple[int, int, int]:
    """The colour of cheeks and neck that goes with a face."""
    red, green, blue = np.median(_tinted(_grown(index, PATCH))[12:20, 7:18].reshape(-1, 3), axis=0)
    return (int(red), int(green), int(blue))


def portrait_head(width: int) -> Image.Image:
    """The head of the portrait in colour, RGBA with soft edges, `width` pixels wide."""
    with Image.open(data_folder() / "astronaut.png") as opened:
        head = opened.convert("RGB").crop(_HEAD)
    height = round(head.height * width / head.width)
    head = head.resize((width, height), Image.Resampling.LANCZOS).filter(ImageFilter.UnsharpMask(3, 60))
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    # narrower towards the chin, where the picture's collar begins
    taper = np.interp(y, (0.05, 0.34, 1.0), (0.95, 0.6, 0.56)).astype(np.float32)
    distance = np.sqrt(((x + 0.04 * (y > 0.15)) / taper) ** 2 + (y / 0.97) ** 2)
    result = head.convert("RGBA")
    result.putalpha(Image.fromarray((np.clip((1 - distance) / 0.08, 0, 1) * 255).astype(np.uint8)))
    return result
