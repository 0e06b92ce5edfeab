"""Made photos of a given size with a given number of real faces, for measuring time; and a school's certificate."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from vision.image import Pixels

LINES = (
    "Hill Green Primary School",
    "Certificate of Achievement",
    "This certificate is awarded to",
    "Asha Example",
    "for kindness on the school trip",
    "Signed: Mrs B Sample, 14 November",
)


def a_photo(portrait: Path, *, width: int, height: int, faces: int) -> Pixels:
    """(height, width, 3) in RGB: a soft, grainy ground, a certificate, and one real face so many times.

    Heads stand in rows like a class; with six of them each takes about a sixth of the photo's width.
    """
    rng = np.random.default_rng(faces)
    rough = rng.integers(60, 200, (9, 12, 3)).astype(np.uint8)
    made = cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)
    grain = rng.integers(0, 12, (height // 2, width // 2, 1)).astype(np.uint8)
    made = cv2.add(made, np.repeat(cv2.resize(grain, (width, height))[..., None], 3, axis=2))
    person = np.asarray(Image.open(portrait).convert("RGB"))[20:250, 110:340]
    columns = max(1, round((faces * width / height) ** 0.5))
    rows = -(-faces // columns) if faces else 0
    side = int(min(width / columns, 0.72 * height / max(1, rows), width / 5))
    head = cv2.resize(person, (side, side), interpolation=cv2.INTER_AREA if side < 230 else cv2.INTER_CUBIC)
    for number in range(faces):
        x = round((number % columns + 0.5) * width / columns - side / 2)
        y = round((number // columns) * 0.72 * height / rows)
        made[y : y + side, max(0, x) : max(0, x) + side] = head[:, : width - max(0, x)]
    return _with_certificate(np.ascontiguousarray(made))


def as_jpeg(pixels: Pixels) -> bytes:
    """As a camera writes it: JPEG of quality 92."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _with_certificate(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    top, high = round(0.76 * height), round(0.22 * height)
    left, wide = round(0.3 * width), round(0.4 * width)
    pixels[top : top + high, left : left + wide] = (248, 246, 238)
    for number, line in enumerate(LINES):
        size = high / 260
        where = (left + round(0.05 * wide), top + round(high * (number + 1) / (len(LINES) + 0.8)))
        font = cv2.FONT_HERSHEY_COMPLEX
        cv2.putText(pixels, line, where, font, size, (30, 34, 60), max(1, round(2 * size)), cv2.LINE_AA)
    return pixels
