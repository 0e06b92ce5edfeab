"""Turns a stored picture upright, by the orientation of 1 to 8 that cameras write."""

from __future__ import annotations

import cv2
import numpy as np

from vision.image import Pixels

SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations that swap width and height."""


def turn_upright(stored: Pixels, orientation: int) -> Pixels:
    """The upright picture of a stored one. Source: Exif 3.0, tag 0x0112."""
    match orientation:
        case 2:
            upright = cv2.flip(stored, 1)
        case 3:
            upright = cv2.rotate(stored, cv2.ROTATE_180)
        case 4:
            upright = cv2.flip(stored, 0)
        case 5:
            upright = cv2.transpose(stored)
        case 6:
            upright = cv2.rotate(stored, cv2.ROTATE_90_CLOCKWISE)
        case 7:
            upright = cv2.rotate(cv2.transpose(stored), cv2.ROTATE_180)
        case 8:
            upright = cv2.rotate(stored, cv2.ROTATE_90_COUNTERCLOCKWISE)
        case _:
            return stored
    return np.asarray(upright, dtype=np.uint8)
