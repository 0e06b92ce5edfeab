"""Turns whatever colours a file holds into plain sRGB: grey, palettes, 16 bit, CMYK, see-through, profiles."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageCms

from vision.image import Pixels

_SRGB = ImageCms.createProfile("sRGB")
# Printers' profiles reach two megabytes; nothing larger is believed.
_LARGEST_PROFILE = 4_000_000
_PROFILE_MODES = {"L": "L", "LA": "L", "RGB": "RGB", "RGBA": "RGB", "P": "RGB", "CMYK": "CMYK"}
_OF_16_BITS = 257
"""Steps of 16 bits for one of 8: 65535 is white."""

_BAND = 256
"""Rows that are turned at once, so that a large photo is never held a third time."""


def to_srgb(image: Image.Image) -> Pixels:
    """The loaded picture as (height, width, 3) uint8 RGB; transparent parts stand on white.

    A profile that is broken or does not fit counts as absent: the values are then taken as sRGB.
    """
    width, height = image.size
    turn = _Turn(_transform(image))
    pixels = np.empty((height, width, 3), dtype=np.uint8)
    for top in range(0, height, _BAND):
        bottom = min(height, top + _BAND)
        pixels[top:bottom] = np.asarray(turn.band(image.crop((0, top, width, bottom))))
    return pixels


@dataclass(frozen=True, slots=True)
class _Turn:
    """How one picture's values become sRGB: through a profile or not; by nothing else of the picture."""

    transform: ImageCms.ImageCmsTransform | None

    def band(self, band: Image.Image) -> Image.Image:
        band = self._usual(band)
        alpha = band.getchannel("A") if band.mode in {"RGBA", "LA"} else None
        if alpha is not None:
            band = band.convert("RGB" if band.mode == "RGBA" else "L")
        if self.transform is not None:
            band = ImageCms.applyTransform(band, self.transform) or band
        if band.mode != "RGB":
            band = band.convert("RGB")
        if alpha is None:
            return band
        white = Image.new("RGB", band.size, (255, 255, 255))
        white.paste(band, mask=alpha)
        return white

    def _usual(self, band: Image.Image) -> Image.Image:
        """The band in one of L, LA, RGB, RGBA, CMYK, LAB."""
        match band.mode:
            case "L" | "LA" | "RGB" | "RGBA" | "CMYK" | "LAB":
                return band
            case "P" | "PA":
                return band.convert("RGBA" if band.mode == "PA" or band.has_transparency_data else "RGB")
            case mode if mode.startswith("I;16"):
                return Image.fromarray((np.asarray(band) // _OF_16_BITS).astype(np.uint8))
            case "La":
                return band.convert("LA")
            case "RGBa":
                return band.convert("RGBA")
            case _:
                return band.convert("RGB")


def _transform(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    if image.mode == "LAB":
        return ImageCms.buildTransform(ImageCms.createProfile("LAB"), _SRGB, "LAB", "RGB")
    profile = image.info.get("icc_profile")
    mode = _PROFILE_MODES.get(image.mode)
    if mode is None or not isinstance(profile, bytes) or not 128 <= len(profile) <= _LARGEST_PROFILE:
        return None
    try:
        source: Any = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode == "RGB" and "srgb" in ImageCms.getProfileDescription(source).lower():
            return None
        return ImageCms.buildTransform(source, _SRGB, mode, "RGB")
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError, AttributeError):
        return None
