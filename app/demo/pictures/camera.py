"""Writes the demo photos as a camera would: with place, serial number, owner and a thumbnail inside."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from enum import IntEnum

import pillow_heif
from PIL import Image, PngImagePlugin

_ASCII, _SHORT, _LONG, _RATIONAL, _UNDEFINED = 2, 3, 4, 5, 7
_EXIF_POINTER, _GPS_POINTER = 0x8769, 0x8825
_THUMBNAIL_SIDE = 160


class Orientation(IntEnum):
    """How the camera was held: EXIF's number for it."""

    UPRIGHT = 1
    UPSIDE_DOWN = 3
    TURNED_RIGHT = 6
    TURNED_LEFT = 8


_STORED_AS = {
    # what has to be done to the upright picture so that a reader that obeys the number sees it upright
    Orientation.UPSIDE_DOWN: Image.Transpose.ROTATE_180,
    Orientation.TURNED_RIGHT: Image.Transpose.ROTATE_90,
    Orientation.TURNED_LEFT: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True, slots=True)
class Shot:
    """What the invented camera notes beside the picture."""

    taken: str  # EXIF's form: YYYY:MM:DD HH:MM:SS
    orientation: Orientation = Orientation.UPRIGHT
    maker: str = "Fernwell"
    model: str = "Fernwell F-20"
    serial: str = "FW20-0048812"
    owner: str = "Alder Green office"


def jpeg(upright: Image.Image, shot: Shot, *, subsampling: str = "4:2:0", quality: int = 92) -> bytes:
    """The photo as a JPEG of the camera, stored in the way it was held."""
    stored = _stored(upright, shot.orientation)
    out = io.BytesIO()
    stored.save(
        out,
        "JPEG",
        quality=quality,
        subsampling=subsampling,
        exif=b"Exif\0\0" + exif(stored, shot),
        comment=f"{shot.owner}, card 2",
    )
    return out.getvalue()


def png(upright: Image.Image, shot: Shot) -> bytes:
    """The photo as a PNG of a tablet, with text chunks."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", shot.owner)
    notes.add_text("Creation Time", shot.taken)
    out = io.BytesIO()
    upright.save(out, "PNG", compress_level=1, pnginfo=notes, exif=exif(upright, shot))
    return out.getvalue()


def heic(upright: Image.Image, shot: Shot) -> bytes:
    """The photo as a HEIC of a phone. HEIF turns pictures by its own means, so it is stored upright."""
    out = io.BytesIO()
    noted = b"Exif\0\0" + exif(upright, shot)
    # the encoder's default takes eight times as long for a file that is no smaller
    pillow_heif.from_pillow(upright).save(out, quality=70, exif=noted, enc_params={"preset": "ultrafast"})
    return out.getvalue()


def _stored(upright: Image.Image, orientation: Orientation) -> Image.Image:
    turn = _STORED_AS.get(orientation)
    return upright if turn is None else upright.transpose(turn)


def exif(stored: Image.Image, shot: Shot) -> bytes:
    """A TIFF block with camera, owner, place (a field in the North Sea) and a thumbnail.

    Little endian: header, main directory, camera directory, place, then the thumbnail's directory.
    """
    small = stored.copy()
    small.thumbnail((_THUMBNAIL_SIDE, _THUMBNAIL_SIDE))
    thumbnail = io.BytesIO()
    small.save(thumbnail, "JPEG", quality=70)
    camera = [
        _entry(0x829A, _RATIONAL, (1, 250)),
        _entry(0x9003, _ASCII, shot.taken),
        _entry(0xA430, _ASCII, shot.owner),
        _entry(0xA431, _ASCII, shot.serial),
        _entry(0x927C, _UNDEFINED, f"FW\0{shot.serial}\0shutter=18233"),
    ]
    place = [
        _entry(1, _ASCII, "N"),
        _entry(2, _RATIONAL, (54, 1, 12, 1, 345, 10)),
        _entry(3, _ASCII, "E"),
        _entry(4, _RATIONAL, (3, 1, 30, 1, 129, 10)),
    ]
    main_size = _size(_main(shot, 0, 0))
    camera_at = 8 + main_size
    place_at = camera_at + _size(camera)
    thumbnail_at = place_at + _size(place)
    content = thumbnail.getvalue()
    preview = _preview(0, len(content))
    content_at = thumbnail_at + _size(preview)
    return b"".join(
        (
            b"II*\0" + struct.pack("<I", 8),
            _directory(_main(shot, camera_at, place_at), 8, thumbnail_at),
            _directory(camera, camera_at, 0),
            _directory(place, place_at, 0),
            _directory(_preview(content_at, len(content)), thumbnail_at, 0),
            content,
        )
    )


_Entry = tuple[int, int, int, bytes]
"""Tag, type, count and the value's bytes."""


def _entry(tag: int, kind: int, value: str | int | tuple[int, ...]) -> _Entry:
    match value:
        case str() if kind == _UNDEFINED:
            content = value.encode()
            return tag, kind, len(content), content
        case str():
            content = value.encode() + b"\0"
            return tag, kind, len(content), content
        case int() if kind == _SHORT:
            return tag, kind, 1, struct.pack("<H", value)
        case int():
            return tag, kind, 1, struct.pack("<I", value)
        case tuple():
            return tag, kind, len(value) // 2, struct.pack(f"<{len(value)}I", *value)


def _main(shot: Shot, camera_at: int, place_at: int) -> list[_Entry]:
    return [
        _entry(0x010F, _ASCII, shot.maker),
        _entry(0x0110, _ASCII, shot.model),
        _entry(0x0112, _SHORT, int(shot.orientation)),
        _entry(0x0131, _ASCII, "Fernwell 1.4"),
        _entry(0x0132, _ASCII, shot.taken),
        _entry(0x013B, _ASCII, shot.owner),
        _entry(_EXIF_POINTER, _LONG, camera_at),
        _entry(_GPS_POINTER, _LONG, place_at),
    ]


def _preview(content_at: int, length: int) -> list[_Entry]:
    return [
        _entry(0x0103, _SHORT, 6),  # JPEG
        _entry(0x0201, _LONG, content_at),
        _entry(0x0202, _LONG, length),
    ]


def _padded(content: bytes) -> bytes:
    return content + b"\0" * (len(content) % 2)


def _size(entries: list[_Entry]) -> int:
    outside = sum(len(_padded(content)) for *_, content in entries if len(content) > 4)
    return 2 + 12 * len(entries) + 4 + outside


def _directory(entries: list[_Entry], at: int, following: int) -> bytes:
    """One TIFF directory that begins at `at`, its longer values behind it."""
    head = struct.pack("<H", len(entries))
    outside = b""
    outside_at = at + 2 + 12 * len(entries) + 4
    for tag, kind, count, content in sorted(entries):
        if len(content) <= 4:
            value = content.ljust(4, b"\0")
        else:
            value = struct.pack("<I", outside_at + len(outside))
            outside += _padded(content)
        head += struct.pack("<HHI", tag, kind, count) + value
    return head + struct.pack("<I", following) + outside
