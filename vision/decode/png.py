"""Reads a PNG's chunks: its size, and whether every part that makes the picture is there and unharmed."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from vision.decode.limits import Limits
from vision.decode.stored import Stored
from vision.errors import Code, PhotoRefusedError

_CRITICAL = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
_DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_MOST_CHUNKS = 100_000
_STEP = 64 * 1024
"""Bytes that are unfolded at once: at most 66 MB come out of them."""


@dataclass(frozen=True, slots=True)
class _Header:
    width: int
    height: int
    bits: int
    interlaced: bool

    @property
    def data(self) -> int:
        """The bytes to which the pixels unfold: one for the filter and the packed pixels, for each row."""
        if not self.interlaced:
            return self.height * (1 + (self.width * self.bits + 7) // 8)
        total = 0
        for x, y, across, down in _ADAM7:
            columns, rows = -(-(self.width - x) // across), -(-(self.height - y) // down)
            if columns > 0 and rows > 0:
                total += rows * (1 + (columns * self.bits + 7) // 8)
        return total


def read_png(untrusted: bytes, limits: Limits) -> Stored:
    """Size of a PNG that is whole up to its IEND; bytes after it are left unread.

    Raises `PhotoRefusedError`: TRUNCATED, BROKEN (also for a wrong checksum), TOO_LARGE.
    Source: PNG specification, third edition, chapters 5 and 11.
    """
    header: _Header | None = None
    data: list[memoryview] = []
    at = 8
    for _ in range(_MOST_CHUNKS):
        name, end = _chunk(untrusted, at)
        if (header is None) != (name == b"IHDR"):
            raise PhotoRefusedError(Code.BROKEN, "IHDR out of place")
        if name == b"IHDR":
            header = _read_header(untrusted[at + 8 : end - 4], limits)
        elif name == b"IDAT":
            data.append(memoryview(untrusted)[at + 8 : end - 4])
        elif name == b"IEND":
            break
        at = end
    else:
        raise PhotoRefusedError(Code.BROKEN, "too many chunks")
    if header is None or not data:
        raise PhotoRefusedError(Code.BROKEN, "no picture")
    _check_data(data, header.data)
    return Stored(header.width, header.height)


def _check_data(parts: list[memoryview], wanted: int) -> None:
    """The reader shows missing rows as black without a word, so they are counted here, in small steps."""
    unfolding = zlib.decompressobj()
    count = 0
    for part in parts:
        for at in range(0, len(part), _STEP):
            if count >= wanted:
                return
            count += len(unfolding.decompress(part[at : at + _STEP]))
    if count < wanted:
        raise PhotoRefusedError(Code.TRUNCATED, "less data than the size needs")


def _chunk(untrusted: bytes, at: int) -> tuple[bytes, int]:
    """The chunk's name and where the next one begins."""
    if at + 12 > len(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "no IEND")
    length = int.from_bytes(untrusted[at : at + 4], "big")
    name = untrusted[at + 4 : at + 8]
    if length > 0x7FFFFFFF or not name.isalpha():
        raise PhotoRefusedError(Code.BROKEN, "chunk header")
    end = at + 12 + length
    if end > len(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "chunk cut off")
    claimed = int.from_bytes(untrusted[end - 4 : end], "big")
    if name in _CRITICAL and zlib.crc32(memoryview(untrusted)[at + 4 : end - 4]) != claimed:
        raise PhotoRefusedError(Code.BROKEN, "checksum")
    return name, end


def _read_header(body: bytes, limits: Limits) -> _Header:
    if len(body) != 13:
        raise PhotoRefusedError(Code.BROKEN, "IHDR length")
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", body)
    if depth not in _DEPTHS.get(colour, set()) or packing or filtering or interlace > 1:
        raise PhotoRefusedError(Code.BROKEN, "IHDR values")
    if not width or not height:
        raise PhotoRefusedError(Code.BROKEN, "no width or height")
    if width * height > limits.full_pixels:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many pixels")
    return _Header(width, height, depth * _CHANNELS[colour], interlace == 1)
