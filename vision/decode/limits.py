"""How large a photo may be: every limit by name, with the reason for its value."""

from __future__ import annotations

from dataclasses import dataclass

from vision.image import FULL_PIXELS


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that hold before anything is unpacked. Sizes are pixels unless the name says bytes.

    Together they keep one decode below 1.5 GB and 10 s on two cores (tests/promises/test_sizes.py).
    """

    file_bytes: int = 200_000_000
    """An uncompressed 16-bit photo of 24 Mpx has 144 MB; a 200 Mpx phone JPEG has 50 to 90 MB."""

    full_pixels: int = FULL_PIXELS
    """Read in full up to here. The upright array then has 153 MB, and the decoder's own 4 bytes a pixel another
    204 MB; turning and covering each hold one more array."""

    jpeg_pixels: int = 201_000_000
    """JPEGs up to here are read at 1/2, 1/4 or 1/8 by the decoder's own scaling: 16320×12288 phones fit."""

    jpeg_coefficient_bytes: int = 500_000_000
    """A JPEG of several scans is held whole as 2 bytes for each coefficient: 166 Mpx at 4:2:0."""

    jpeg_scan_pixels: int = 2_000_000_000
    """Scans × pixels. An encoder makes about ten scans; a hostile file makes thousands, each of which costs
    a pass over the whole picture (about 2 ns a pixel, November 2026)."""

    smallest_side: int = 8
    """One block of a JPEG; nothing smaller is a photo that anybody would publish."""

    longest_side: int = 65_535
    """What a JPEG's header can say; other formats get the same bound so that arithmetic stays small."""


LIMITS = Limits()
