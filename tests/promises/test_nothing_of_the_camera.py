"""Promises 4, 5 and 7: a written copy holds the covered picture, upright, and nothing that the camera knew."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from app.work.opinion import installed, second_opinion
from tests.pictures import a_file, a_jpeg, a_scene, with_segment
from vision.boxes import Box
from vision.check.file_structure import walk
from vision.copies import Cover, Output, Style
from vision.decode import decode
from vision.errors import PhotoRefusedError
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.image import Container, StoredGrid

CANARY = b"KANARI-51.5033N"


def published(untrusted: bytes, container: Container) -> bytes:
    photo = decode(untrusted)
    return encode(cover(photo, [Cover.of_box(Box(10, 10, 40, 40))]), Output(container))


def a_profile() -> bytes:
    """A whole colour profile with a canary behind its tags."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + CANARY
    return struct.pack(">I", len(profile)) + profile[4:]


def a_thumbnail() -> bytes:
    return a_jpeg(a_scene(32, 24, seed=5))


def an_exif_thumbnail() -> bytes:
    """EXIF whose second directory holds a small picture, as every camera writes it."""
    small = a_thumbnail() + CANARY
    second = struct.pack(">H", 2) + struct.pack(">HHII", 0x0201, 4, 1, 8 + 6 + 30)
    second += struct.pack(">HHIII", 0x0202, 4, 1, len(small), 0)
    return b"Exif\x00\x00MM\x00*" + struct.pack(">IHI", 8, 0, 14) + second + small


def a_talkative_jpeg() -> bytes:
    """One canary in each place in which cameras, phones and editors write."""
    bodies = [
        (0xE0, b"JFXX\x00\x10" + a_thumbnail() + CANARY),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + CANARY + b"</x:xmpmeta>"),
        (0xE1, b"http://ns.adobe.com/xmp/extension/\x00" + CANARY),
        (0xE2, b"ICC_PROFILE\x00\x01\x01" + a_profile()),
        (0xE2, b"MPF\x00" + CANARY),
        (0xE3, b"Meta\x00" + CANARY),
        (0xE4, CANARY),
        (0xEB, b"JP\x00\x01" + CANARY),
        (0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + CANARY),
        (0xEC, b"Ducky" + CANARY),
        (0xFE, CANARY),
    ]
    jpeg = a_jpeg(a_scene())
    for marker, body in bodies:
        jpeg = with_segment(jpeg, marker, body)
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = CANARY.decode()
    exif.get_ifd(0x8769)[0x927C] = CANARY * 20  # the maker's own note
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\x00\x00\x00" + CANARY
    exif.get_ifd(0x8825)[0x001D] = CANARY.decode()
    jpeg = with_segment(jpeg, 0xE1, exif.tobytes())
    jpeg = with_segment(jpeg, 0xE1, an_exif_thumbnail())
    return jpeg + a_thumbnail() + b"MotionPhoto_Data" + CANARY


def a_talkative_png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CANARY.decode())
    info.add_text("Comment", CANARY.decode(), zip=True)
    info.add_itxt("XML:com.adobe.xmp", CANARY.decode(), zip=True)
    info.add(b"prVt", CANARY)
    written = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    Image.fromarray(a_scene()).save(
        written, "PNG", pnginfo=info, exif=exif, icc_profile=a_profile(), dpi=(72, 72)
    )
    return written.getvalue() + CANARY


def a_talkative_file(kind: str) -> bytes:
    written = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    options: dict[str, Any] = {"tiffinfo": {270: CANARY.decode()}} if kind == "TIFF" else {"xmp": CANARY}
    Image.fromarray(a_scene()).save(written, kind, exif=exif, icc_profile=a_profile(), **options)
    return written.getvalue()


def a_box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), name) + body


def a_talkative_heif() -> bytes:
    """What iPhones write, with a canary in each: EXIF, XMP, profile, thumbnail's neighbour, free boxes, a film."""
    written = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = CANARY.decode()
    exif.get_ifd(0x8825)[0x001D] = CANARY.decode()
    picture = pillow_heif.from_pillow(Image.fromarray(a_scene()))
    picture.save(
        written, quality=80, exif=exif.tobytes(), xmp=CANARY, icc_profile=a_profile(), thumbnails=[64]
    )
    return written.getvalue() + a_box(b"free", CANARY) + a_box(b"mpvd", CANARY) + a_box(b"udta", CANARY)


def a_talkative_webp() -> bytes:
    """The file with a chunk of its own more, and bytes behind its end."""
    webp = a_talkative_file("WEBP")
    body = webp[8:] + b"kanr" + struct.pack("<I", len(CANARY) + 1) + CANARY + b"\x00"
    return b"RIFF" + struct.pack("<I", len(body)) + body + CANARY


TALKATIVE = {
    "jpeg": a_talkative_jpeg(),
    "png": a_talkative_png(),
    "tiff": a_talkative_file("TIFF"),
    "webp": a_talkative_webp(),
    "avif": a_talkative_file("AVIF") + a_box(b"free", CANARY),
    "heic": a_talkative_heif(),
}


def unfolded(file: bytes) -> bytes:
    """The file, and everything in it that can be inflated."""
    found = [file]
    for at in range(len(file) - 2):
        if file[at] == 0x78:
            try:
                found.append(zlib.decompressobj().decompress(file[at:], 1_000_000))
            except zlib.error:
                continue
    return b"".join(found)


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
@pytest.mark.parametrize("name", sorted(TALKATIVE))
def test_promise_5_no_canary_of_a_talkative_file_survives(name: str, container: Container) -> None:
    assert CANARY in unfolded(TALKATIVE[name])
    copy = published(TALKATIVE[name], container)
    assert CANARY not in unfolded(copy)
    assert walk(copy) == ()


END = {Container.JPEG: b"\xff\xd9", Container.PNG: b"\x00\x00\x00\x00IEND\xaeB`\x82"}


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
@pytest.mark.parametrize("name", sorted(TALKATIVE))
def test_promise_4_the_copy_ends_where_its_picture_ends(name: str, container: Container) -> None:
    copy = published(TALKATIVE[name], container)
    assert copy.endswith(END[container])
    assert copy.count(END[container]) == 1
    assert walk(copy) == ()
    assert walk(copy + b"\x00") != ()


def test_promise_5_two_photos_of_the_same_pixels_give_the_same_copy_whatever_else_they_hold() -> None:
    plain = io.BytesIO()
    Image.fromarray(a_scene()).save(plain, "PNG")
    told = TALKATIVE["tiff"]
    for container in (Container.JPEG, Container.PNG):
        assert published(plain.getvalue(), container) == published(told, container)


@pytest.mark.skipif(installed() is None, reason="exiftool is not installed, or not on Linux")
@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
@pytest.mark.parametrize("name", sorted(TALKATIVE))
def test_promise_5_exiftool_agrees_that_nothing_but_the_picture_is_left(
    name: str, container: Container
) -> None:
    copy = published(TALKATIVE[name], container)
    assert walk(copy) == ()
    assert second_opinion([copy]) == ((),)


@pytest.mark.skipif(shutil.which("mat2") is None, reason="mat2 is not installed")
@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
def test_promise_5_mat2_agrees_that_nothing_but_the_picture_is_left(
    tmp_path: Path, container: Container
) -> None:
    ending = {Container.JPEG: "jpg", Container.PNG: "png"}[container]
    copies = [tmp_path / f"{name}.{ending}" for name in sorted(TALKATIVE)]
    for copy in copies:
        copy.write_bytes(published(TALKATIVE[copy.stem], container))
    talkative = tmp_path / "original.jpg"
    talkative.write_bytes(with_segment(a_jpeg(a_scene()), 0xFE, CANARY))
    told = subprocess.run(
        ["mat2", "--show", *map(str, copies), str(talkative)], capture_output=True, check=False, text=True
    ).stdout
    for copy in copies:
        assert f"No metadata found in {copy}." in told
    assert f"No metadata found in {talkative}." not in told


def test_promise_5_the_cameras_files_of_the_evaluation_leave_nothing(eval_folder: Path) -> None:
    clean = 0
    for path in sorted((eval_folder / "metadata").iterdir()):
        try:
            photo = decode(path.read_bytes())
        except PhotoRefusedError:
            continue
        for container in (Container.JPEG, Container.PNG):
            copy = encode(cover(photo, []), Output(container))
            assert walk(copy) == (), path.name
            assert b"Exif" not in copy
            clean += 1
    assert clean > 30


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("container", [Container.PNG, Container.TIFF])
def test_promise_7_covers_hit_the_same_place_in_all_eight_orientations(
    container: Container, style: Style
) -> None:
    scene = a_scene(150, 110)
    covers = [Cover.of_box(Box(20, 30, 70, 90), style), Cover.of_box(Box(130, 0, 150, 25), style)]
    upright = cover(decode(a_file(container, scene)), covers)
    for orientation in range(2, 9):
        photo = decode(a_file(container, scene, orientation=orientation))
        assert photo.grid == StoredGrid(1, 1, 0, orientation)
        assert np.array_equal(cover(photo, covers), upright)


def masked(file: bytes, style: Style) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Which pixels covers would change, were the photo white."""
    photo = decode(file)
    white = replace(photo, pixels=np.full_like(photo.pixels, 255))
    covers = [Cover.of_box(Box(20, 30, 70, 90), style), Cover.of_box(Box(130, 0, 160, 25), style)]
    hidden: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = (cover(white, covers, seed=1) != 255).any(
        axis=2
    )
    return hidden


@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:0"])
def test_promise_7_the_masks_of_a_jpeg_are_the_same_in_all_eight_orientations(sampling: str) -> None:
    scene = a_scene(160, 112)  # whole blocks, whichever way it is turned
    upright = masked(a_jpeg(scene, sampling=sampling), Style.SOLID)
    assert upright[30:90, 20:70].all()
    assert upright.any()
    assert not upright.all()
    for orientation in range(2, 9):
        turned = masked(a_jpeg(scene, sampling=sampling, orientation=orientation), Style.SOLID)
        assert np.array_equal(turned, upright)


@pytest.mark.parametrize("kind", [Container.WEBP, Container.AVIF])
def test_promise_7_the_masks_of_a_phones_file_are_the_same_in_all_eight_orientations(kind: Container) -> None:
    scene = a_scene(384, 256)  # whole blocks of AVIF, too
    upright = masked(a_file(kind, scene), Style.SOLID)
    assert upright[30:90, 20:70].all()
    assert not upright.all()
    for orientation in range(2, 9):
        assert np.array_equal(masked(a_file(kind, scene, orientation=orientation), Style.SOLID), upright)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_promise_7_jpeg_covers_hide_the_face_and_little_more_in_each_orientation(orientation: int) -> None:
    photo = decode(a_jpeg(a_scene(150, 110), orientation=orientation))
    hidden = (cover(photo, [Cover.of_box(Box(40, 40, 80, 75), Style.SOLID)]) != photo.pixels).any(axis=2)
    assert hidden[40:75, 40:80].mean() > 0.99
    assert not hidden[: 40 - 17].any()
    assert not hidden[75 + 17 :].any()
    assert not hidden[:, : 40 - 17].any()
    assert not hidden[:, 80 + 17 :].any()
