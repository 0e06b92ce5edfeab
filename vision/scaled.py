"""A photo at the sizes at which finders look at it, each made once."""

from __future__ import annotations

import cv2
import numpy as np

from vision.image import Photo, Pixels


def at_size(photo: Photo, width: int, height: int) -> Pixels:
    """The picture stretched to this size, read-only: averaged when it shrinks, smooth when it grows.

    Finders of faces, writing and crests mostly ask for the same size, and share the array.
    """
    if photo.pixels.shape[:2] == (height, width):
        return photo.pixels
    if (width, height) not in photo.scaled:
        way = cv2.INTER_AREA if width < photo.pixels.shape[1] else cv2.INTER_CUBIC
        made = np.asarray(cv2.resize(photo.pixels, (width, height), interpolation=way), np.uint8)
        made.flags.writeable = False
        photo.scaled[width, height] = made
    return photo.scaled[width, height]


def at_published_size(photo: Photo, longest_side: int) -> Pixels:
    """The picture with its longest side at so many pixels; as it is where it is smaller, or for 0."""
    height, width = photo.pixels.shape[:2]
    if not longest_side or longest_side >= max(height, width):
        return photo.pixels
    scale = longest_side / max(height, width)
    return at_size(photo, max(1, round(width * scale)), max(1, round(height * scale)))
