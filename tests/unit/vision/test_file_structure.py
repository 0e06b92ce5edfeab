"""The walk over a published file: a clean one passes, and every kind of stowaway is named."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from tests.pictures import a_chunk, a_jpeg, a_scene, exif, with_segment
from vision.check.file_structure import walk
from vision.copies import Flaw, Output, Problem
from vision.hide.encode import encode
from vision.image import Container

JPEG = encode(a_scene(), Output(Container.JPEG, quality=90))
PNG = encode(a_scene(), Output(Container.PNG))


def flaws(untrusted: bytes) -> set[tuple[Flaw, str]]:
    return {(problem.flaw, problem.where) for problem in walk(untrusted)}


def saved(kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    Image.fromarray(a_scene()).save(written, kind, **options)
    return written.getvalue()


def with_chunk(name: bytes, body: bytes) -> bytes:
    return PNG[:33] + a_chunk(name, body) + PNG[33:]


def with_pixels(packed: bytes, *more: bytes) -> bytes:
    parts = b"".join(a_chunk(b"IDAT", part) for part in (packed, *more))
    return PNG[:33] + parts + a_chunk(b"IEND", b"")


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
@pytest.mark.parametrize("quality", [30, 75, 95])
def test_what_encode_writes_is_clean(container: Container, quality: int) -> None:
    assert walk(encode(a_scene(), Output(container, longest_side=100, quality=quality))) == ()


def test_progressive_files_and_restart_markers_are_clean_too() -> None:
    assert walk(saved("JPEG", progressive=True)) == ()
    assert walk(saved("JPEG", restart_marker_rows=1)) == ()


@pytest.mark.parametrize(
    ("marker", "body", "where"),
    [
        (0xE1, b"Exif\x00\x00" + exif(6), "APP1"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>", "APP1"),
        (0xE2, b"ICC_PROFILE\x00\x01\x01", "APP2"),
        (0xE2, b"MPF\x00II*\x00", "APP2"),
        (0xED, b"Photoshop 3.0\x008BIM", "APP13"),
        (0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x01", "APP14"),
        (0xFE, b"a comment", "COM"),
        (0xE0, b"JFXX\x00\x10", "APP0"),
        (0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x01\x01rgb", "APP0"),
        (0xDD, b"\x00\x00secret", "DRI"),
        (0xDB, bytes(65) + b"hidden", "DQT"),
        (0xC4, bytes(17) + b"hidden", "DHT"),
    ],
)
def test_every_segment_that_could_tell_something_is_named(marker: int, body: bytes, where: str) -> None:
    assert (Flaw.METADATA, where) in flaws(with_segment(JPEG, marker, body))


def test_a_second_jfif_is_one_too_many() -> None:
    assert (Flaw.METADATA, "APP0") in flaws(with_segment(JPEG, 0xE0, JPEG[6:20]))


@pytest.mark.parametrize("behind", [b"\x00", b"old end of a longer file", JPEG])
def test_promise_4_bytes_behind_the_end_are_found(behind: bytes) -> None:
    assert flaws(JPEG + behind) == {(Flaw.TRAILING_BYTES, "behind EOI")}
    assert flaws(PNG + behind) == {(Flaw.TRAILING_BYTES, "behind IEND")}


@pytest.mark.parametrize("whole", [JPEG, PNG])
def test_promise_41_a_published_file_cut_anywhere_is_not_clean(whole: bytes) -> None:
    for cut in range(0, len(whole), max(1, len(whole) // 97)):
        assert walk(whole[:cut])
    assert walk(whole[:-1])


@pytest.mark.parametrize(
    "name", [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME", b"pHYs", b"gAMA", b"prVt"]
)
def test_every_other_chunk_is_named(name: bytes) -> None:
    assert flaws(with_chunk(name, b"Title\x00secret")) == {(Flaw.METADATA, name.decode())}


def test_srgb_is_allowed_once_and_in_its_place() -> None:
    assert flaws(with_chunk(b"sRGB", b"\x00")) == set()
    assert flaws(with_chunk(b"sRGB", b"\x00secret")) != set()
    late = PNG[:-12] + a_chunk(b"sRGB", b"\x00") + PNG[-12:]
    assert flaws(late) == {(Flaw.METADATA, "sRGB")}


def test_data_hidden_in_the_packed_pixels_is_found() -> None:
    raw = b"".join(b"\x00" + row.tobytes() for row in a_scene())
    assert flaws(with_pixels(zlib.compress(raw))) == set()
    assert flaws(with_pixels(zlib.compress(raw) + b"secret")) == {(Flaw.TRAILING_BYTES, "IDAT")}
    assert flaws(with_pixels(zlib.compress(raw), b"secret")) == {(Flaw.TRAILING_BYTES, "IDAT")}
    assert flaws(with_pixels(zlib.compress(raw + b"secret"))) == {(Flaw.NOT_READABLE, "IDAT")}
    assert flaws(with_pixels(zlib.compress(raw[:-1]))) == {(Flaw.NOT_READABLE, "IDAT")}
    assert flaws(with_pixels(b"not packed at all")) == {(Flaw.NOT_READABLE, "IDAT")}


def test_a_bomb_in_the_packed_pixels_is_not_unfolded() -> None:
    header = struct.pack(">IIBBBBB", 65_000, 65_000, 8, 2, 0, 0, 0)
    bomb = PNG[:8] + a_chunk(b"IHDR", header) + PNG[33:]
    assert (Flaw.NOT_READABLE, "IHDR") in flaws(bomb)


def test_a_wrong_checksum_is_found() -> None:
    assert (Flaw.NOT_READABLE, "checksum") in flaws(PNG[:-1] + b"\x00")


@pytest.mark.parametrize("untrusted", [b"", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBP", b"II*\x00", b"words"])
def test_other_formats_are_not_published(untrusted: bytes) -> None:
    assert walk(untrusted) == (Problem(Flaw.NOT_READABLE, "format"),)


@pytest.mark.parametrize("untrusted", [b"\xff\xd8", b"\xff\xd8\xff\xd9", JPEG[:2] + JPEG[-2:], PNG[:8]])
def test_files_without_a_picture_are_not_readable(untrusted: bytes) -> None:
    assert Flaw.NOT_READABLE in {flaw for flaw, _ in flaws(untrusted)}


def test_a_problem_never_quotes_the_file() -> None:
    for problem in walk(with_segment(a_jpeg(a_scene()), 0xFE, b"Zaynab Hussain")):
        assert "Zaynab" not in problem.where
