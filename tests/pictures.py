"""Makers of picture files of every kind that is read, and of harmed ones, so that no test needs a folder of them."""

from __future__ import annotations

import io
import struct
import zlib

import cv2
import numpy as np
import pillow_heif
from PIL import Image

from vision.image import Container, Pixels

INVERSE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}

SAMPLINGS = {
    "4:4:4": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
    "4:2:2": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422,
    "4:2:0": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420,
    "4:4:0": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_440,
    "4:1:1": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_411,
}


def a_scene(width: int = 160, height: int = 120, seed: int = 0) -> Pixels:
    """Colourful slopes with texture and hard edges: nothing in it is flat or alike anywhere else."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    slopes = np.stack([x * 230 / width, y * 230 / height, (x + y) * 230 / (width + height)], axis=2)
    stripes = 40 * (np.sin(x / 3 + seed) > 0)[:, :, None]
    return np.asarray(np.clip(slopes + stripes + rng.normal(0, 12, slopes.shape), 0, 255), dtype=np.uint8)


def turned(pixels: Pixels, orientation: int) -> Pixels:
    """`pixels` turned as a viewer turns a stored picture of this orientation (written out once more here)."""
    steps = {
        1: pixels,
        2: pixels[:, ::-1],
        3: pixels[::-1, ::-1],
        4: pixels[::-1],
        5: pixels.swapaxes(0, 1),
        6: pixels[::-1].swapaxes(0, 1),
        7: pixels[::-1, ::-1].swapaxes(0, 1),
        8: pixels[:, ::-1].swapaxes(0, 1),
    }
    return np.ascontiguousarray(steps[orientation])


def stored_for(upright: Pixels, orientation: int) -> Pixels:
    """The stored picture that this orientation turns into `upright`."""
    return turned(upright, INVERSE[orientation])


def a_jpeg(
    upright: Pixels,
    *,
    quality: int = 90,
    sampling: str = "4:2:0",
    orientation: int = 1,
    progressive: int = 0,
    restart: int = 0,
) -> bytes:
    """A JPEG that shows `upright` when its EXIF orientation is heeded."""
    stored = stored_for(upright, orientation)
    options = [
        cv2.IMWRITE_JPEG_QUALITY, quality,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR, SAMPLINGS[sampling],
        cv2.IMWRITE_JPEG_PROGRESSIVE, progressive,
        cv2.IMWRITE_JPEG_RST_INTERVAL, restart,
    ]  # fmt: skip
    done, written = cv2.imencode(".jpg", stored[:, :, ::-1], options)
    assert done
    return with_segment(written.tobytes(), 0xE1, b"Exif\x00\x00" + exif(orientation))


def exif(orientation: int) -> bytes:
    """A TIFF directory with the orientation and nothing else."""
    return b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    """The JPEG with one more segment directly behind its start."""
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body + jpeg[2:]


def a_file(container: Container, pixels: Pixels, *, orientation: int = 1) -> bytes:
    """A whole file of this container that shows `pixels` upright."""
    if container is Container.JPEG:
        return a_jpeg(pixels, orientation=orientation)
    image = Image.fromarray(stored_for(pixels, orientation))
    written = io.BytesIO()
    if container is Container.HEIF:
        pillow_heif.from_pillow(Image.fromarray(pixels)).save(written, quality=80)
    elif container is Container.TIFF:
        image.save(written, "TIFF", compression="tiff_lzw", tiffinfo={0x0112: orientation})
    else:
        image.save(written, container.value.upper(), exif=b"Exif\x00\x00" + exif(orientation))
    return written.getvalue()


def a_png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims any size."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        a_chunk(name, body)
        for name, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", b"x\x9c\x03\x00\x00\x00\x00\x01"),
            (b"IEND", b""),
        )
    )


def a_chunk(name: bytes, body: bytes) -> bytes:
    """One PNG chunk with its right checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
