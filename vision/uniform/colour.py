"""Tell how much of the clothes below a face has one of the uniform's colours."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box
from vision.catalogue import colours as catalogue
from vision.findings import Cue, FaceFinding, UniformFinding
from vision.image import Photo, Pixels

Colour = tuple[int, int, int]
"""sRGB, 0 to 255 each."""


def find_colours(
    photo: Photo, faces: Sequence[FaceFinding], colours: Sequence[Colour]
) -> tuple[UniformFinding, ...]:
    """One finding for each face below which enough of a uniform colour is worn, in full-size pixels.

    The score is the share of the chest, 0 to 1, that has one of `colours`; `which` is "colour-1" and so on,
    after the colour that takes most, `found_by` the pass that found the face. Tiny faces are left out: their chest is too small to tell a colour.
    """
    found = []
    for face in faces:
        chest = chest_below(face.box).clipped(photo.width, photo.height)
        pixels = _cut(photo, chest)
        if face.tiny or not colours or min(pixels.shape[:2]) < catalogue.CHEST_SMALLEST:
            continue
        near = _near(pixels, colours)
        share = float(near.any(axis=0).mean())
        telling = near[[not _is_common(colour) for colour in colours]]
        if share >= catalogue.CHEST_SHARE_COMMON or telling.any(axis=0).mean() >= catalogue.CHEST_SHARE:
            most = int(near.mean(axis=(1, 2)).argmax())
            found.append(
                UniformFinding(chest, Cue.COLOUR, round(share, 3), f"colour-{most + 1}", face.found_by)
            )
    return tuple(found)


def chest_below(face: Box) -> Box:
    """The part of the clothes that is nearly always in sight: below the neck, a little wider than the face."""
    wide, high = face.width, face.height
    return Box(
        round(face.x1 - 0.25 * wide),
        round(face.y2 + 0.45 * high),
        round(face.x2 + 0.25 * wide),
        round(face.y2 + 1.6 * high),
    )


def _cut(photo: Photo, area: Box) -> Pixels:
    """The area's pixels, made small: colour needs no detail, and noise averages out."""
    across = photo.pixels.shape[1] / photo.width
    left, right = int(area.x1 * across), int(area.x2 * across)
    top, bottom = int(area.y1 * across), int(area.y2 * across)
    cut = photo.pixels[top:bottom, left:right]
    if min(cut.shape[:2]) <= catalogue.CHEST_POINTS:
        return cut
    scale = catalogue.CHEST_POINTS / min(cut.shape[:2])
    return np.asarray(cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _is_common(colour: Colour) -> bool:
    """Whether it is black or nearly so, which hair, shade and half of all clothes are too."""
    lightness, a, b = _lab(colour)
    return lightness < catalogue.COLOUR_DARK and math.hypot(a, b) < catalogue.COLOUR_VIVID


def _lab(colour: Colour) -> tuple[float, float, float]:
    patch = np.array(colour, np.float32).reshape(1, 1, 3) / 255
    lightness, a, b = cv2.cvtColor(patch, cv2.COLOR_RGB2Lab)[0, 0].tolist()
    return lightness, a, b


def _near(pixels: Pixels, colours: Sequence[Colour]) -> NDArray[np.bool_]:
    """(colours, height, width): which pixels may be which colour in light or shade.

    Lightness counts less than hue, since folds and shade change it; a grey, black or white uniform has no hue
    and is told by lightness.
    """
    seen = cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)
    layers = []
    for colour in colours:
        meant = _lab(colour)
        vivid = float(np.hypot(meant[1], meant[2])) >= catalogue.COLOUR_VIVID
        weight = catalogue.COLOUR_LIGHTNESS if vivid else catalogue.COLOUR_LIGHTNESS_GREY
        # shade takes colour away in step with lightness, so hue is compared at the pixel's own lightness
        lit = np.clip(seen[..., 0] / max(meant[0], 1.0), 0.35, 1.3) if vivid else np.ones(seen.shape[:2])
        off_a, off_b = seen[..., 1] - meant[1] * lit, seen[..., 2] - meant[2] * lit
        off = np.sqrt((weight * (seen[..., 0] - meant[0])) ** 2 + off_a**2 + off_b**2)
        # in deep shade all colours meet, so there they must agree better
        layers.append(off <= catalogue.COLOUR_NEAR * np.clip(lit, 0.5, 1.0))
    return np.stack(layers)
