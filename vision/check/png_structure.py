"""Walks a published PNG chunk by chunk, against the short list of what may be in it."""

from __future__ import annotations

import struct
import zlib

from vision.copies import Flaw, Problem

_ALLOWED = (b"IHDR", b"sRGB", b"PLTE", b"IDAT", b"IEND")
_ONCE = {b"IHDR", b"sRGB", b"PLTE", b"IEND"}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_MOST_BYTES = 1_000_000_000
_STEP = 1_000_000


def walk_png(untrusted: bytes) -> tuple[Problem, ...]:
    """What is in the file beyond IHDR, sRGB, PLTE, IDAT and IEND in this order; empty when nothing is.

    The packed pixels must unfold to exactly as many bytes as the header says, with nothing behind them.
    """
    problems: list[Problem] = []
    bodies: dict[bytes, list[bytes]] = {}
    at, place = 8, 0
    while True:
        length = int.from_bytes(untrusted[at : at + 4], "big")
        name = untrusted[at + 4 : at + 8]
        end = at + 12 + length
        if at + 12 > len(untrusted) or end > len(untrusted):
            return (*problems, Problem(Flaw.NOT_READABLE, "chunk cut off"))
        body = untrusted[at + 8 : end - 4]
        if zlib.crc32(name + body) != int.from_bytes(untrusted[end - 4 : end], "big"):
            problems.append(Problem(Flaw.NOT_READABLE, "checksum"))
        if name not in _ALLOWED:
            problems.append(
                Problem(Flaw.METADATA, name.decode("ascii", "replace") if name.isalpha() else "chunk")
            )
        else:
            if _ALLOWED.index(name) < place or (name in _ONCE and name in bodies):
                problems.append(Problem(Flaw.METADATA, name.decode("ascii")))
            place = _ALLOWED.index(name)
            bodies.setdefault(name, []).append(body)
        at = end
        if name == b"IEND":
            break
    if at != len(untrusted):
        problems.append(Problem(Flaw.TRAILING_BYTES, "behind IEND"))
    if bodies.get(b"IEND", [b""]) != [b""] or len(bodies.get(b"sRGB", [b"0"])[0]) != 1:
        problems.append(Problem(Flaw.METADATA, "IEND"))
    problems.extend(_judge_pixels(bodies))
    return tuple(problems)


def _judge_pixels(bodies: dict[bytes, list[bytes]]) -> list[Problem]:
    header = bodies.get(b"IHDR", [b""])[0]
    if len(header) != 13 or b"IDAT" not in bodies:
        return [Problem(Flaw.NOT_READABLE, "no picture")]
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", header)
    bits = depth * _CHANNELS.get(colour, 0)
    wanted = height * (1 + (width * bits + 7) // 8)
    if not bits or packing or filtering or interlace or not 0 < wanted <= _MOST_BYTES:
        return [Problem(Flaw.NOT_READABLE, "IHDR")]
    return _judge_stream(bodies[b"IDAT"], wanted)


def _judge_stream(parts: list[bytes], wanted: int) -> list[Problem]:
    """Unfolds the pixels in small steps and only counts them."""
    unfolding = zlib.decompressobj()
    count = 0
    behind = False
    try:
        for part in parts:
            rest = part
            while rest and count <= wanted and not unfolding.eof:
                count += len(unfolding.decompress(rest, _STEP))
                rest = unfolding.unconsumed_tail
            behind = behind or bool(unfolding.eof and (rest or unfolding.unused_data))
    except zlib.error:
        return [Problem(Flaw.NOT_READABLE, "IDAT")]
    if behind:
        return [Problem(Flaw.TRAILING_BYTES, "IDAT")]
    if not unfolding.eof or count != wanted:
        return [Problem(Flaw.NOT_READABLE, "IDAT")]
    return []
