"""Reads a WebP's chunks: its size, and whether its picture is stored with loss."""

from __future__ import annotations

from vision.decode.limits import Limits
from vision.decode.stored import Stored
from vision.errors import Code, PhotoRefusedError

# VP8 predicts in macroblocks of 16×16; its loop filter changes up to three pixels beyond an edge and the
# smooth upsampling of colour two more (RFC 6386, sections 2 and 15). What its prediction carries further is
# below one step of its quantiser.
_LOSSY_BLOCK = 16
_LOSSY_REACH = 8
_OUT_OF_STEP = _LOSSY_BLOCK - 1
"""By how much the blocks of a frame that does not begin at the canvas's corner may lie beside the canvas's."""

_MOST_CHUNKS = 100_000


def read_webp(untrusted: bytes, limits: Limits) -> Stored:
    """Size of the canvas and blocks of a WebP whose RIFF is whole; bytes after it are left unread.

    Raises `PhotoRefusedError`: TRUNCATED, BROKEN, TOO_LARGE. Source: WebP container specification (RFC 9649).
    """
    whole = int.from_bytes(untrusted[4:8], "little") + 8
    if whole > len(untrusted) + (whole & 1):
        raise PhotoRefusedError(Code.TRUNCATED, "RIFF cut off")
    canvas: tuple[int, int] | None = None
    frame: tuple[int, int] | None = None
    lossy = False
    reach = _LOSSY_REACH
    for name, start, end in _chunks(untrusted, 12, whole):
        match name:
            case b"VP8X" if canvas is None and end - start >= 10:
                canvas = (_number24(untrusted, start + 4) + 1, _number24(untrusted, start + 7) + 1)
            case b"VP8 " | b"VP8L" if frame is None:
                frame = _frame_size(untrusted, name, start)
                lossy = lossy or name == b"VP8 "
            case b"ANMF" if frame is None:
                # Only the first frame is shown; its own chunks follow 16 bytes of place and time.
                frame = (_number24(untrusted, start + 6) + 1, _number24(untrusted, start + 9) + 1)
                reach += _OUT_OF_STEP if untrusted[start : start + 6] != bytes(6) else 0
                inner = _chunks(untrusted, start + 16, end)
                lossy = lossy or any(part == b"VP8 " for part, _, _ in inner)
            case _:
                pass
    if frame is None:
        raise PhotoRefusedError(Code.BROKEN, "no picture")
    width, height = canvas or frame
    if not width or not height or frame[0] > width or frame[1] > height:
        raise PhotoRefusedError(Code.BROKEN, "sizes contradict")
    if width * height > limits.full_pixels:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many pixels")
    return Stored(width, height, _LOSSY_BLOCK, _LOSSY_BLOCK, reach) if lossy else Stored(width, height)


def _chunks(untrusted: bytes, at: int, end: int) -> list[tuple[bytes, int, int]]:
    """Name, start and end of the content of each chunk between the two places."""
    found: list[tuple[bytes, int, int]] = []
    while at + 8 <= end:
        length = int.from_bytes(untrusted[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise PhotoRefusedError(Code.TRUNCATED, "chunk cut off")
        found.append((untrusted[at : at + 4], at + 8, at + 8 + length))
        at += 8 + length + (length & 1)
        if len(found) > _MOST_CHUNKS:
            raise PhotoRefusedError(Code.BROKEN, "too many chunks")
    return found


def _frame_size(untrusted: bytes, name: bytes, start: int) -> tuple[int, int]:
    if name == b"VP8 ":
        if untrusted[start + 3 : start + 6] != b"\x9d\x01\x2a":
            raise PhotoRefusedError(Code.BROKEN, "frame header")
        return (
            int.from_bytes(untrusted[start + 6 : start + 8], "little") & 0x3FFF,
            int.from_bytes(untrusted[start + 8 : start + 10], "little") & 0x3FFF,
        )
    if untrusted[start : start + 1] != b"\x2f":
        raise PhotoRefusedError(Code.BROKEN, "frame header")
    bits = int.from_bytes(untrusted[start + 1 : start + 5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _number24(untrusted: bytes, at: int) -> int:
    return int.from_bytes(untrusted[at : at + 3], "little")
