"""Cuts one face out of a photo, turned upright and brought to one size, as the describing network wants it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from vision.boxes import Box, Point
from vision.catalogue import people as catalogue
from vision.face_network import CHIP
from vision.image import Photo, Pixels


def cut_out(photo: Photo, box: Box, landmarks: Sequence[Point], *, predictor: Any) -> Pixels:
    """The face in `box` (upright full-size pixels) as a picture of 150×150×3, RGB.

    `landmarks` tell only by how many quarters a head lies; none: it stands. `predictor` is dlib's five-point
    model, which then turns the face by the eyes. As face_recognition does it (`model="small"`): five points,
    150 pixels, a margin of a quarter.
    """
    import dlib  # noqa: PLC0415  (0.2 s that a process which only finds faces need not pay)

    centre, side = _square(photo, box)
    crop, left, top = _surroundings(photo.pixels, centre, side)
    quarters = quarter_turns(landmarks)
    size = crop.shape[0]
    x, y = _turned(centre[0] - left, centre[1] - top, quarters, size=size)
    upright = np.ascontiguousarray(np.rot90(crop, quarters))
    # dlib's rectangles include their right and bottom edge
    half = side / 2
    y += catalogue.LOWER_BY * side
    place = dlib.rectangle(round(x - half), round(y - half), round(x + half - 1), round(y + half - 1))
    points = predictor(upright, place)
    chip: Pixels = dlib.get_face_chip(upright, points, size=CHIP, padding=catalogue.CHIP_PADDING)
    return chip


def quarter_turns(landmarks: Sequence[Point]) -> int:
    """By how many quarters, counter-clockwise, a picture must be turned so that this face stands upright.

    It is read from where the mouth lies below the eyes, which does not depend on left and right.
    """
    if len(landmarks) != 5:
        return 0
    eyes, mouth = _middle(landmarks[0], landmarks[1]), _middle(landmarks[3], landmarks[4])
    across, down = mouth[0] - eyes[0], mouth[1] - eyes[1]
    # 0 where the mouth is straight below; growing clockwise, as pixels count downwards
    angle = math.atan2(-across, down)
    return round(angle / (math.pi / 2)) % 4


def _square(photo: Photo, box: Box) -> tuple[Point, float]:
    """Centre and side, in pixels of the array, of the square that stands for `box` in dlib's world."""
    height, width = photo.pixels.shape[:2]
    across, down = width / photo.width, height / photo.height
    side = math.sqrt(box.width * across * box.height * down) * catalogue.SQUARE_OF_BOX
    return (box.centre[0] * across, box.centre[1] * down), side


def _surroundings(pixels: Pixels, centre: Point, side: float) -> tuple[Pixels, int, int]:
    """A square around the face with room for the turned chip; black outside the photo. And its corner."""
    reach = math.ceil(side * catalogue.ROOM_AROUND)
    left, top = round(centre[0]) - reach, round(centre[1]) - reach
    size = 2 * reach
    crop = np.zeros((size, size, 3), np.uint8)
    height, width = pixels.shape[:2]
    x1, y1, x2, y2 = max(0, left), max(0, top), min(width, left + size), min(height, top + size)
    if x1 < x2 and y1 < y2:
        crop[y1 - top : y2 - top, x1 - left : x2 - left] = pixels[y1:y2, x1:x2]
    return crop, left, top


def _turned(x: float, y: float, quarters: int, *, size: int) -> Point:
    """Where a point of a square picture lies after `quarters` counter-clockwise turns (as np.rot90 turns)."""
    for _ in range(quarters):
        x, y = y, size - x
    return x, y


def _middle(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
