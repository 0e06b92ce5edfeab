"""Reads a TIFF's directories: its size, its coding, and whether every strip lies inside the file."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from vision.decode.limits import Limits
from vision.decode.stored import Stored
from vision.errors import Code, PhotoRefusedError

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I"}
_MOST_PAGES = 1_000
_MOST_VALUES = 1_000_000

_KIND, _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _COLOURS = 254, 256, 257, 258, 259, 262
_STRIPS, _SAMPLES, _STRIP_BYTES, _TILES, _TILE_BYTES = 273, 277, 279, 324, 325
_WHITE_IS_ZERO, _YCBCR, _DNG_VERSION, _SUBSAMPLING, _FORMAT = 0, 6, 50706, 530, 339
_RAW_COLOURS = {32803, 34892}  # a sensor's own pattern, and linear raw
_BITS_READ = {1, 2, 4, 8, 16}
_WITHOUT_LIGHTNESS = 16
"""Bits of which the reader takes 0 for black, whatever the file says."""

# None, LZW, deflate, PackBits. Fax coding holds black and white only, and its reader passes over errors.
_LOSSLESS = {1, 5, 8, 32773, 32946}
_JPEG = 7
# A JPEG strip may be subsampled by up to four in each direction (TIFF 6.0, section 21).
_JPEG_BLOCK = 32


@dataclass(frozen=True, slots=True)
class _Directory:
    values: dict[int, tuple[int, ...]]
    following: int

    def one(self, tag: int, otherwise: int) -> int:
        return self.values.get(tag, (otherwise,))[0]


def read_tiff(untrusted: bytes, limits: Limits) -> Stored:
    """Size and blocks of a TIFF's first page, after every page was found to lie inside the file.

    Camera raw files look like TIFFs whose first page is a small preview: they are refused as UNSUPPORTED,
    so that a preview is never taken for the photo. Raises `PhotoRefusedError`: also TRUNCATED, BROKEN,
    TOO_LARGE. Source: TIFF revision 6.0; BigTIFF is not read.
    """
    order = "<" if untrusted.startswith(b"II") else ">"
    if len(untrusted) < 8:
        raise PhotoRefusedError(Code.TRUNCATED, "header cut off")
    if untrusted[8:10] == b"CR":
        raise PhotoRefusedError(Code.UNSUPPORTED, "camera raw")
    pages: list[_Directory] = []
    seen: set[int] = set()
    at = struct.unpack_from(order + "I", untrusted, 4)[0]
    while at:
        if at in seen or len(pages) >= _MOST_PAGES:
            raise PhotoRefusedError(Code.BROKEN, "directories without end")
        seen.add(at)
        pages.append(_read_directory(untrusted, at, order))
        at = pages[-1].following
    if not pages:
        raise PhotoRefusedError(Code.BROKEN, "no directory")
    for page in pages:
        _check_pieces(page, len(untrusted))
    return _read_page(pages[0], limits)


def _read_directory(untrusted: bytes, at: int, order: str) -> _Directory:
    if at + 2 > len(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "directory outside the file")
    count = struct.unpack_from(order + "H", untrusted, at)[0]
    end = at + 2 + 12 * count
    if end + 4 > len(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "directory cut off")
    values: dict[int, tuple[int, ...]] = {}
    for entry in range(at + 2, end, 12):
        tag, kind, number = struct.unpack_from(order + "HHI", untrusted, entry)
        size = _SIZES.get(kind, 0) * number
        place = entry + 8 if size <= 4 else struct.unpack_from(order + "I", untrusted, entry + 8)[0]
        if place + size > len(untrusted):
            raise PhotoRefusedError(Code.TRUNCATED, "value outside the file")
        if kind in _NUMBERS and 0 < number <= _MOST_VALUES:
            values[tag] = struct.unpack_from(f"{order}{number}{_NUMBERS[kind]}", untrusted, place)
    return _Directory(values, struct.unpack_from(order + "I", untrusted, end)[0])


def _check_pieces(page: _Directory, length: int) -> None:
    for places, sizes in ((_STRIPS, _STRIP_BYTES), (_TILES, _TILE_BYTES)):
        starts = page.values.get(places, ())
        counts = page.values.get(sizes, ())
        if starts and counts and len(starts) != len(counts):
            raise PhotoRefusedError(Code.BROKEN, "strips without sizes")
        if any(start + count > length for start, count in zip(starts, counts, strict=False)):
            raise PhotoRefusedError(Code.TRUNCATED, "strip outside the file")
        if any(start >= length for start in starts):
            raise PhotoRefusedError(Code.TRUNCATED, "strip outside the file")


def _read_page(page: _Directory, limits: Limits) -> Stored:
    width, height = page.one(_WIDTH, 0), page.one(_HEIGHT, 0)
    if not width or not height:
        raise PhotoRefusedError(Code.BROKEN, "no width or height")
    if page.one(_KIND, 0) & 1 or _DNG_VERSION in page.values or page.one(_COLOURS, 0) in _RAW_COLOURS:
        raise PhotoRefusedError(Code.UNSUPPORTED, "camera raw")
    bits = page.values.get(_BITS, (1,))
    # which value of 32 bits is white stands nowhere: by the largest, a pixel beneath a cover would change all others
    if (
        page.one(_SAMPLES, 1) > 5
        or len(bits) > 5
        or not _BITS_READ.issuperset(bits)
        or page.one(_FORMAT, 1) != 1
    ):
        raise PhotoRefusedError(Code.UNSUPPORTED, "more channels or bits than a photo has")
    # almost black or a negative, in which no face is found, and which anyone can turn back
    if max(bits) == _WITHOUT_LIGHTNESS and page.one(_COLOURS, 0) == _WHITE_IS_ZERO:
        raise PhotoRefusedError(Code.UNSUPPORTED, "16 bits from white to black")
    if width * height > limits.full_pixels:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many pixels")
    if not (page.values.get(_STRIPS) or page.values.get(_TILES)):
        raise PhotoRefusedError(Code.BROKEN, "no picture")
    compression = page.one(_COMPRESSION, 1)
    if compression == _JPEG:
        return Stored(width, height, _JPEG_BLOCK, _JPEG_BLOCK, 1)
    if compression not in _LOSSLESS:
        raise PhotoRefusedError(Code.UNSUPPORTED, "rare compression")
    if page.one(_COLOURS, 0) == _YCBCR:
        across, down = page.values.get(_SUBSAMPLING, (2, 2))[:2]
        return Stored(width, height, max(1, min(across, 4)), max(1, min(down, 4)), 1)
    return Stored(width, height)
