"""Finds out whether the last part of a JPEG is picture, or only what a decoder puts where data is missing."""

from __future__ import annotations

import io
import random

from PIL import Image, JpegImagePlugin

from vision.decode.jpeg import JpegHead

_CORNER = 2
_FILL = {127, 128}  # no coefficients at all: mid-grey (127 where CMYK is stored inverted)
_PROBE_BYTES = 512
_SMALL = 8


def is_cut_short(untrusted: bytes, head: JpegHead, image: Image.Image, *, reduced: int) -> bool:
    """Whether a JPEG that ends with an end marker lacks data before it; `image` is its decoded picture.

    Data put in before the end marker changes the picture only where the decoder had still hungered for it:
    behind a whole scan it is ignored. A sequential file is tried, at an eighth of its size, only where the
    picture ends in the decoder's mid-grey; a progressive one always, because a cut shows as less detail.
    """
    end = head.scan_end
    probe = bytes(random.Random(0).choices(range(255), k=_PROBE_BYTES))  # noqa: S311 (any bits do; never 0xFF)
    if head.progressive:
        return _read(untrusted[:end] + probe + untrusted[end:], reduced).tobytes() != image.tobytes()
    if not _ends_grey(image):
        return False
    probed = _read(untrusted[:end] + probe + untrusted[end:], _SMALL)
    return probed.tobytes() != _read(untrusted, _SMALL).tobytes()


def _ends_grey(image: Image.Image) -> bool:
    """Whether the bottom right corner of the decoded, not yet upright picture is the decoder's mid-grey."""
    width, height = image.size
    corner = image.crop((max(0, width - _CORNER), max(0, height - _CORNER), width, height))
    return set(corner.tobytes()) <= _FILL


def _read(untrusted: bytes, reduced: int) -> Image.Image:
    image = JpegImagePlugin.JpegImageFile(io.BytesIO(untrusted))
    if reduced > 1:
        image.draft(None, (max(1, image.width // reduced), max(1, image.height // reduced)))
    image.load()
    return image
