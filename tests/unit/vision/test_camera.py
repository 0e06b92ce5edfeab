"""The camera is read from what a photo says of itself, and nothing that it says can do harm."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from vision.camera import EXIF, LONGEST, MAKE, MODEL, SERIAL, camera_of


def photo(make: str = "", model: str = "", serial: str = "") -> bytes:
    about = Image.Exif()
    if make:
        about[MAKE] = make
    if model:
        about[MODEL] = model
    if serial:
        about.get_ifd(EXIF)[SERIAL] = serial
    file = io.BytesIO()
    Image.new("RGB", (16, 16)).save(file, "JPEG", exif=about)
    return file.getvalue()


@pytest.mark.parametrize(
    ("told", "read"),
    [
        (("Canon", "Canon EOS R5", "0123"), "Canon EOS R5 (0123)"),
        (("NIKON CORPORATION", "NIKON D750", ""), "NIKON CORPORATION NIKON D750"),
        (("Apple", "iPhone 15", ""), "Apple iPhone 15"),
        (("", "", "77"), "77"),
        (("", "", ""), ""),
        (("A\n\x1b[31mB", "C" * 500, ""), "A [31mB " + "C" * LONGEST),
    ],
)
def test_make_model_and_number_are_one_line(told: tuple[str, str, str], read: str) -> None:
    assert camera_of(photo(*told)) == read


@given(content=st.binary(max_size=300), at=st.integers(0, 200))
def test_any_bytes_give_a_short_printable_line_and_no_error(content: bytes, at: int) -> None:
    whole = photo("Canon", "EOS", "1")
    for one in (content, whole[:at] + content, whole[:at] + content + whole[at:]):
        read = camera_of(one)
        assert read.isprintable()
        assert len(read) <= 3 * LONGEST + 4


def test_the_largest_photo_that_is_read_tells_of_its_camera_too() -> None:
    about = Image.Exif()
    about[MODEL] = "Phone"
    file = io.BytesIO()
    Image.new("L", (16320, 12288)).save(file, "JPEG", exif=about)
    assert camera_of(file.getvalue()) == "Phone"
