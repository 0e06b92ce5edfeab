"""Checks that a published file holds a picture and nothing else: no metadata, nothing behind its end."""

from __future__ import annotations

from vision.check.jpeg_structure import walk_jpeg
from vision.check.png_structure import walk_png
from vision.copies import Flaw, Problem


def walk(untrusted: bytes) -> tuple[Problem, ...]:
    """Everything in the file that is not on the allow-list; empty for a clean file.

    JPEG: SOI, one JFIF without thumbnail, DQT, DHT, DRI, one SOF0 or SOF2, SOS with its data, EOI as the very
    end. PNG: IHDR, sRGB, PLTE, IDAT, IEND as the very end. Any other format is NOT_READABLE: nothing else is
    published. `where` is a segment's name, never its content.
    """
    if untrusted.startswith(b"\xff\xd8"):
        return walk_jpeg(untrusted)
    if untrusted.startswith(b"\x89PNG\r\n\x1a\n"):
        return walk_png(untrusted)
    return (Problem(Flaw.NOT_READABLE, "format"),)
