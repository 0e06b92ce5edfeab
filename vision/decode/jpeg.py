"""Reads a JPEG's segments: its size, its blocks, and whether the picture is there to its end."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

from vision.decode.limits import Limits
from vision.decode.stored import Stored
from vision.errors import Code, PhotoRefusedError

# Within a scan 0xFF is followed by 0 (a stuffed byte), by a restart marker, or by another 0xFF (fill);
# anything else ends the scan.
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_SOF_READ = {0xC0, 0xC1, 0xC2}  # baseline, extended, progressive, all with Huffman codes
_SOF = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # every frame header: also those that are not read
_SOI, _EOI, _SOS, _DRI = 0xD8, 0xD9, 0xDA, 0xDD
_RESTART = re.compile(rb"\xff[\xd0-\xd7]")
_COEFFICIENTS = 64


@dataclass(frozen=True, slots=True)
class JpegHead:
    """What is known of a JPEG before decoding. `scan_end` is where the last scan's data ends in the file."""

    stored: Stored
    progressive: bool
    scan_end: int


@dataclass(slots=True)
class _Frame:
    """What the frame header said, and what the scans brought so far."""

    width: int
    height: int
    progressive: bool
    sampling: dict[int, tuple[int, int]]
    scans: int = 0
    scan_bytes: int = 0
    scan_end: int = 0
    restart_interval: int = 0
    missing: dict[int, list[int]] = field(default_factory=dict)
    """For each component, the lowest bit that each of its 64 coefficients still lacks; -1: not begun."""

    @property
    def mcu(self) -> tuple[int, int]:
        across = max(h for h, _ in self.sampling.values())
        down = max(v for _, v in self.sampling.values())
        return 8 * across, 8 * down

    @property
    def mcus(self) -> int:
        """The number of smallest coded units."""
        width, height = self.mcu if len(self.sampling) > 1 else (8, 8)  # a lone component is not padded
        return -(-self.width // width) * -(-self.height // height)

    @property
    def blocks(self) -> int:
        """The number of 8×8 blocks of all components."""
        if len(self.sampling) == 1:
            return self.mcus
        return self.mcus * sum(h * v for h, v in self.sampling.values())


def read_jpeg(untrusted: bytes, limits: Limits) -> JpegHead:
    """Size and blocks of a JPEG whose first picture is complete; bytes after its end are left unread.

    Raises `PhotoRefusedError` with TRUNCATED where segment, scan or end marker is missing, BROKEN where the
    segments contradict each other, UNSUPPORTED for rare codings, TOO_LARGE by `limits`.
    Source: ITU-T T.81, annex B.
    """
    frame: _Frame | None = None
    interval = 0
    at = 2
    while True:
        marker, at = _next_marker(untrusted, at)
        if marker == _EOI:
            break
        body, at = _segment(untrusted, at)
        if marker in _SOF:
            if frame is not None:
                raise PhotoRefusedError(Code.BROKEN, "second frame header")
            frame = _read_frame(marker, body)
            _check_size(frame, limits)
        elif marker == _DRI and len(body) == 2:
            interval = int.from_bytes(body, "big")
        elif marker == _SOS:
            if frame is None:
                raise PhotoRefusedError(Code.BROKEN, "scan before frame header")
            frame.restart_interval = interval
            at = _read_scan(untrusted, at, frame, body)
            _check_scans(frame, limits)
    if frame is None:
        raise PhotoRefusedError(Code.BROKEN, "no picture")
    _check_complete(frame)
    mcu_width, mcu_height = frame.mcu
    # The decoder's smooth upsampling of colour mixes each pixel with its nearest neighbour's colour.
    stored = Stored(frame.width, frame.height, mcu_width, mcu_height, 1)
    return JpegHead(stored, frame.progressive, frame.scan_end)


def _next_marker(untrusted: bytes, at: int) -> tuple[int, int]:
    if at < len(untrusted) and untrusted[at] != 0xFF:
        # Real decoders skip stray bytes; a search keeps this quick on long ones.
        at = untrusted.find(b"\xff", at)
        if at < 0:
            raise PhotoRefusedError(Code.TRUNCATED, "no end of image")
    while at < len(untrusted) and untrusted[at] == 0xFF:
        at += 1
    if at >= len(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "no end of image")
    if untrusted[at] == _SOI:
        raise PhotoRefusedError(Code.BROKEN, "second start of image")
    return untrusted[at], at + 1


def _segment(untrusted: bytes, at: int) -> tuple[bytes, int]:
    if at + 2 > len(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "segment cut off")
    length = int.from_bytes(untrusted[at : at + 2], "big")
    if length < 2:
        raise PhotoRefusedError(Code.BROKEN, "segment length")
    if at + length > len(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "segment cut off")
    return untrusted[at + 2 : at + length], at + length


def _read_frame(marker: int, body: bytes) -> _Frame:
    if marker not in _SOF_READ:
        raise PhotoRefusedError(Code.UNSUPPORTED, "lossless, hierarchical or arithmetic JPEG")
    if len(body) < 6:
        raise PhotoRefusedError(Code.BROKEN, "frame header")
    precision, height, width, count = struct.unpack(">BHHB", body[:6])
    if precision != 8:
        raise PhotoRefusedError(Code.UNSUPPORTED, "JPEG with more than 8 bits")
    if count not in {1, 3, 4} or len(body) != 6 + 3 * count:
        raise PhotoRefusedError(Code.BROKEN, "frame header")
    if width == 0 or height == 0:
        raise PhotoRefusedError(Code.BROKEN, "no width or height")
    sampling = {body[i]: (body[i + 1] >> 4, body[i + 1] & 15) for i in range(6, len(body), 3)}
    if len(sampling) != count or any(not (1 <= h <= 4 and 1 <= v <= 4) for h, v in sampling.values()):
        raise PhotoRefusedError(Code.BROKEN, "sampling factors")
    missing = {component: [-1] * _COEFFICIENTS for component in sampling}
    return _Frame(width, height, marker == 0xC2, sampling, missing=missing)


def _check_size(frame: _Frame, limits: Limits) -> None:
    if frame.width * frame.height > limits.jpeg_pixels:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many pixels")
    if frame.progressive:
        _check_coefficients(frame, limits)


def _check_coefficients(frame: _Frame, limits: Limits) -> None:
    if frame.blocks * _COEFFICIENTS * 2 > limits.jpeg_coefficient_bytes:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many pixels for a JPEG of several scans")


def _check_scans(frame: _Frame, limits: Limits) -> None:
    if frame.scans * frame.width * frame.height > limits.jpeg_scan_pixels:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many scans")
    if frame.scans > 1:
        _check_coefficients(frame, limits)


def _read_scan(untrusted: bytes, at: int, frame: _Frame, header: bytes) -> int:
    """Notes what the scan brings; returns where the next marker stands."""
    count = header[0] if header else 0
    if len(header) != 4 + 2 * count or not 1 <= count <= 4:
        raise PhotoRefusedError(Code.BROKEN, "scan header")
    components = header[1 : 1 + 2 * count : 2]
    first, last, low = header[-3], header[-2], header[-1] & 15
    if any(component not in frame.sampling for component in components):
        raise PhotoRefusedError(Code.BROKEN, "scan of an unknown component")
    if not frame.progressive:
        first, last, low = 0, _COEFFICIENTS - 1, 0
    if not first <= last < _COEFFICIENTS:
        raise PhotoRefusedError(Code.BROKEN, "scan header")
    for component in components:
        frame.missing[component][first : last + 1] = [low] * (last + 1 - first)
    end = _END_OF_SCAN.search(untrusted, at)
    if end is None:
        raise PhotoRefusedError(Code.TRUNCATED, "scan without an end")
    frame.scans += 1
    frame.scan_bytes += end.start() - at
    frame.scan_end = end.start()
    if frame.restart_interval and not frame.progressive and count == len(frame.sampling):
        _check_restarts(frame, untrusted[at : end.start()])
    return end.start()


def _check_restarts(frame: _Frame, scan: bytes) -> None:
    """A scan that is divided by restart markers shows by their number how far it goes."""
    if len(_RESTART.findall(scan)) < -(-frame.mcus // frame.restart_interval) - 1:
        raise PhotoRefusedError(Code.TRUNCATED, "restart markers missing")


def _check_complete(frame: _Frame) -> None:
    """A file cut short and closed with an end marker must not pass as whole either.

    Every coefficient of every component must have come down to its last bit, and in a sequential file each
    block needs at least two bits: one for its mean and one that says that nothing more follows.
    """
    if any(low != 0 for lows in frame.missing.values() for low in lows):
        raise PhotoRefusedError(Code.TRUNCATED, "scans missing")
    if not frame.progressive and frame.scan_bytes * 8 < 2 * frame.blocks:
        raise PhotoRefusedError(Code.TRUNCATED, "less data than the size needs")
