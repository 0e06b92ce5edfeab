"""Promise 5: of the pictures that a phone keeps beside the one that is shown, nothing reaches a copy."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from tests.pictures import a_scene
from vision.boxes import Box
from vision.check.file_structure import walk
from vision.copies import Cover, Output
from vision.decode import decode
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.image import Container, Pixels

CANARY = b"urn:KANARI-51.5033N"
BESIDE = {
    "depth": b"urn:mpeg:hevc:2015:auxid:2",
    "gain map": b"urn:com:apple:photo:2020:aux:hdrgainmap",
    "portrait matte": b"urn:com:apple:photo:2018:aux:portraiteffectsmatte",
    "one that no one knows": CANARY,
}
"""What a phone's other pictures are for, as their `auxC` says (ISO/IEC 23008-12, 6.5.8; Apple's own names)."""

COVERED = Box(24, 24, 104, 72)


def a_phones_file(*, alpha: Pixels | None = None, thumbnails: tuple[int, ...] = ()) -> bytes:
    """A HEIC of one scene; with `alpha`, a second picture of one channel stands beside it."""
    written = io.BytesIO()
    scene = a_scene()
    pixels = scene if alpha is None else np.dstack([scene, alpha])
    pillow_heif.from_pillow(Image.fromarray(pixels)).save(written, quality=80, thumbnails=list(thumbnails))
    return written.getvalue()


def with_another(picture: Pixels, purpose: bytes) -> bytes:
    """The file with this picture beside its own, for this purpose."""
    file = a_phones_file(alpha=picture)
    grown = changed(file, (b"meta", b"iprp", b"ipco", b"auxC"), lambda _: bytes(4) + purpose + b"\x00")
    further = len(grown) - len(file)
    return changed(grown, (b"meta", b"iloc"), lambda places: moved(places, further))


def changed(file: bytes, way: tuple[bytes, ...], change: Callable[[bytes], bytes]) -> bytes:
    """The file with the content of one box changed, and the sizes of all around it."""
    at, made = 0, b""
    while at < len(file):
        size, name = struct.unpack_from(">I4s", file, at)
        body = file[at + 8 : at + size]
        if name == way[0]:
            version = 4 if name == b"meta" else 0
            inner = changed(body[version:], way[1:], change) if way[1:] else change(body)
            body = body[:version] + inner if way[1:] else inner
        made += struct.pack(">I4s", 8 + len(body), name) + body
        at += size
    return made


def moved(places: bytes, further: int) -> bytes:
    """The list of places of the pictures, each further back (as this writer lays it out: one extent each)."""
    made = bytearray(places)
    for at in range(8, len(places), 18):
        (base,) = struct.unpack_from(">I", places, at + 4)
        struct.pack_into(">I", made, at + 4, base + further)
    return bytes(made)


def published(untrusted: bytes, container: Container) -> bytes:
    return encode(cover(decode(untrusted), [Cover.of_box(COVERED)]), Output(container))


def another_scene(seed: int) -> Pixels:
    return np.ascontiguousarray(a_scene(seed=seed)[:, :, 0])


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
@pytest.mark.parametrize("kind", BESIDE)
def test_promise_5_no_picture_beside_the_one_that_is_shown_leaves_a_trace(
    kind: str, container: Container
) -> None:
    copy = published(a_phones_file(), container)
    for seed in (3, 4):
        file = with_another(another_scene(seed), BESIDE[kind])
        told = pillow_heif.open_heif(file).info
        assert told["depth_images"] or told["aux"], "the reader knows of the other picture"
        assert published(file, container) == copy
    assert CANARY not in copy
    assert walk(copy) == ()


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
def test_promise_5_a_thumbnail_and_a_second_whole_picture_leave_no_trace(container: Container) -> None:
    copy = published(a_phones_file(), container)
    assert published(a_phones_file(thumbnails=(64,)), container) == copy
    burst = pillow_heif.from_pillow(Image.fromarray(a_scene()))
    burst.add_from_pillow(Image.fromarray(a_scene(seed=8)))
    written = io.BytesIO()
    burst.save(written, quality=80)
    assert len(pillow_heif.open_heif(written.getvalue())) == 2
    assert published(written.getvalue(), container) == copy


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
def test_promise_5_what_is_drawn_in_transparency_is_neither_kept_nor_seen_beneath_a_cover(
    container: Container,
) -> None:
    opaque = np.full((120, 160), 255, np.uint8)
    drawn = opaque.copy()
    drawn[32:64, 32:96] = another_scene(3)[32:64, 32:96]
    copies = [published(a_phones_file(alpha=alpha), container) for alpha in (opaque, drawn)]
    assert copies[0] == copies[1] == published(a_phones_file(), container)
    with Image.open(io.BytesIO(copies[1])) as copy:
        assert copy.mode == "RGB"
