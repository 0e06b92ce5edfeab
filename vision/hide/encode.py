"""Writes a covered picture as a clean file: the bare pixels, and nothing that the camera knew."""

from __future__ import annotations

import io
import secrets

import cv2
import numpy as np
from PIL import Image

from vision.copies import Output
from vision.hide.watermark import draw
from vision.image import Container, Pixels

_ENDINGS = {Container.JPEG: ".jpg", Container.PNG: ".png"}
_NAME_BYTES = 16
"""128 random bits: no one guesses the address of a published photo, and no two meet."""

_LOWEST_QUALITY, _HIGHEST_QUALITY = 30, 95
"""Above 95 a JPEG only grows (the library's own advice); below 30 faces that may be seen are spoiled."""

_SUBSAMPLING = "4:2:0"
"""Colour at half the size in both directions: every platform makes it so anyway, and the file is a quarter
smaller. Covers are laid long before, so this can uncover nothing."""

_PNG_EFFORT = 6


def encode(pixels: Pixels, output: Output) -> bytes:
    """A JPEG or PNG of an upright (height, width, 3) RGB array.

    The picture is made smaller so that its longest side is at most `output.longest_side`, never larger; then
    its watermark is drawn. The file holds only what `vision.check.file_structure` allows. Raises ValueError for
    another container or a quality outside 30 to 95.
    """
    finished = resize(pixels, output.longest_side)
    if output.watermark is not None:
        finished = draw(finished, output.watermark)
    image = Image.fromarray(np.ascontiguousarray(finished))
    written = io.BytesIO()
    match output.container:
        case Container.JPEG:
            if not _LOWEST_QUALITY <= output.quality <= _HIGHEST_QUALITY:
                raise ValueError("quality")
            image.save(written, "JPEG", quality=output.quality, subsampling=_SUBSAMPLING)
        case Container.PNG:
            image.save(written, "PNG", compress_level=_PNG_EFFORT)
        case _:
            raise ValueError("container")
    return written.getvalue()


def resize(pixels: Pixels, longest_side: int) -> Pixels:
    """The picture with its longest side at most so many pixels (0: as it is), by the mean of each area."""
    height, width = pixels.shape[:2]
    if longest_side <= 0 or max(width, height) <= longest_side:
        return pixels
    size = published_size(width, height, longest_side)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def published_size(width: int, height: int, longest_side: int) -> tuple[int, int]:
    """Width and height after `resize`."""
    longest = max(width, height)
    if longest_side <= 0 or longest <= longest_side:
        return width, height
    scale = longest_side / longest
    return max(1, round(width * scale)), max(1, round(height * scale))


def random_name(container: Container) -> str:
    """A file name that tells nothing: 32 random hexadecimal digits and the ending.

    Raises ValueError for a container that is not written.
    """
    if container not in _ENDINGS:
        raise ValueError("container")
    return secrets.token_hex(_NAME_BYTES) + _ENDINGS[container]
