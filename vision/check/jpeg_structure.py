"""Walks a published JPEG segment by segment, against the short list of what may be in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from vision.copies import Flaw, Problem

_SOI, _EOI, _SOS, _APP0 = 0xD8, 0xD9, 0xDA, 0xE0
_ALLOWED = {0xC0: "SOF0", 0xC2: "SOF2", 0xC4: "DHT", _SOS: "SOS", 0xDB: "DQT", 0xDD: "DRI"}
_FRAMES = {0xC0, 0xC2}
_JFIF = re.compile(rb"JFIF\x00\x01[\x00-\x02][\x00-\x02].{4}\x00\x00", re.DOTALL)
"""Version 1.0x, units, two densities, and a thumbnail of 0×0: nothing more (JFIF 1.02, page 5)."""

_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_MOST_TABLES = 4


@dataclass(slots=True)
class _Seen:
    problems: list[Problem] = field(default_factory=list)
    jfif: int = 0
    frames: int = 0
    scans: int = 0


def walk_jpeg(untrusted: bytes) -> tuple[Problem, ...]:
    """What is in the file beyond SOI, JFIF, tables, one frame, its scans and EOI; empty when nothing is."""
    seen = _Seen()
    at = 2
    while True:
        if untrusted[at : at + 1] != b"\xff" or at + 2 > len(untrusted):
            seen.problems.append(Problem(Flaw.NOT_READABLE, "marker missing"))
            return tuple(seen.problems)
        marker = untrusted[at + 1]
        if marker == _EOI:
            break
        length = int.from_bytes(untrusted[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(untrusted):
            seen.problems.append(Problem(Flaw.NOT_READABLE, f"segment {marker:02X}"))
            return tuple(seen.problems)
        _judge(marker, untrusted[at + 4 : end], seen)
        if marker == _SOS:
            found = _END_OF_SCAN.search(untrusted, end)
            end = len(untrusted) if found is None else found.start()
        at = end
    if seen.frames != 1 or not seen.scans:
        seen.problems.append(Problem(Flaw.NOT_READABLE, "no picture"))
    if at + 2 != len(untrusted):
        seen.problems.append(Problem(Flaw.TRAILING_BYTES, "behind EOI"))
    return tuple(seen.problems)


def _judge(marker: int, body: bytes, seen: _Seen) -> None:
    if marker == _APP0:
        seen.jfif += 1
        if seen.jfif > 1 or not _JFIF.fullmatch(body):
            seen.problems.append(Problem(Flaw.METADATA, "APP0"))
        return
    if marker not in _ALLOWED:
        seen.problems.append(Problem(Flaw.METADATA, _name(marker)))
        return
    seen.frames += marker in _FRAMES
    seen.scans += marker == _SOS
    if seen.frames > 1 or not _fits(marker, body):
        seen.problems.append(Problem(Flaw.METADATA, _ALLOWED[marker]))


def _name(marker: int) -> str:
    if 0xE0 <= marker <= 0xEF:
        return f"APP{marker - 0xE0}"
    return {0xFE: "COM", _SOI: "SOI", 0xFF: "fill"}.get(marker, f"segment {marker:02X}")


def _fits(marker: int, body: bytes) -> bool:
    """Whether the segment is exactly as long as its content needs, so that nothing rides along in it."""
    match _ALLOWED[marker]:
        case "DQT":
            return _tables_fit(body, lambda _, first: 1 + 64 * (1 + (first >> 4)))
        case "DHT":
            return _tables_fit(body, lambda rest, _: 17 + sum(rest[1:17]))
        case "DRI":
            return len(body) == 2
        case "SOS":
            return len(body) >= 4 and len(body) == 4 + 2 * body[0]
        case _:
            return len(body) >= 6 and len(body) == 6 + 3 * body[5]


def _tables_fit(body: bytes, size: Callable[[bytes, int], int]) -> bool:
    at = tables = 0
    while at < len(body):
        at += size(body[at:], body[at])
        tables += 1
    return at == len(body) and 0 < tables <= 2 * _MOST_TABLES
