"""The line that says whose picture it is: where it stands, what it never touches, and that it hides nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import a_scene
from vision.boxes import Box
from vision.check.file_structure import walk
from vision.copies import Output, Watermark
from vision.decode import decode
from vision.hide.encode import encode
from vision.hide.watermark import draw, is_own, place

LINE = "© Elmfield Primary School"


def test_the_line_stands_at_the_lower_right_and_nowhere_else() -> None:
    picture = a_scene(900, 600)
    plate = place(Watermark(LINE), 900, 600)
    assert plate is not None
    assert plate.x1 > 450
    assert plate.y2 > 560
    changed = (draw(picture, Watermark(LINE)) != picture).any(axis=2)
    assert changed[plate.y1 : plate.y2, plate.x1 : plate.x2].mean() > 0.9
    changed[plate.y1 : plate.y2, plate.x1 : plate.x2] = False
    assert not changed.any()


boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.integers(-50, 900),
    st.integers(-50, 600),
    st.integers(1, 500),
    st.integers(1, 300),
)


@given(st.lists(boxes, max_size=12), st.text(max_size=80), st.integers(1, 900), st.integers(1, 600))
@settings(deadline=None, max_examples=150)
def test_it_touches_nothing_that_it_must_be_clear_of_and_lies_in_the_picture(
    taken: list[Box], text: str, width: int, height: int
) -> None:
    plate = place(Watermark(text, tuple(taken)), width, height)
    if plate is not None:
        assert 0 <= plate.x1 < plate.x2 <= width
        assert 0 <= plate.y1 < plate.y2 <= height
        assert not any(plate.intersection(box).area for box in taken)
    picture = np.full((height, width, 3), 200, dtype=np.uint8)
    drawn = draw(picture, Watermark(text, tuple(taken)))
    assert drawn.shape == picture.shape
    assert (plate is None) == (drawn is picture)
    assert (picture == 200).all()


def test_where_every_rim_is_taken_there_is_no_line() -> None:
    assert place(Watermark(LINE, (Box(0, 0, 900, 600),)), 900, 600) is None


def test_a_line_that_is_too_long_shrinks_and_then_is_cut() -> None:
    picture = np.full((300, 400, 3), 255, dtype=np.uint8)
    plate = place(Watermark("© " + "Llanfairpwllgwyngyll " * 9), 400, 300)
    assert plate is not None
    assert plate.width <= 400
    assert (draw(picture, Watermark("© " + "Llanfairpwllgwyngyll " * 9)) != picture).any()


@pytest.mark.parametrize("sign", list("ŵŷâôîêŴŶéłşžčđ’–©Ωж"))
def test_letters_of_welsh_and_of_its_neighbours_are_drawn_as_themselves(sign: str) -> None:
    from vision.hide.watermark import _font  # noqa: PLC0415

    font = _font(20)
    assert bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))


def test_letters_and_plate_have_the_contrast_of_text_on_white_and_on_black() -> None:
    for shade in (0, 255):
        picture = np.full((600, 900, 3), shade, dtype=np.uint8)
        plate = place(Watermark(LINE), 900, 600)
        assert plate is not None
        drawn = draw(picture, Watermark(LINE))[plate.y1 : plate.y2, plate.x1 : plate.x2, 0]
        darkest, lightest = float(drawn.min()), float(drawn.max())
        assert contrast(lightest, darkest) > 4.5


def contrast(light: float, dark: float) -> float:
    """Of two greys, by WCAG 2.2."""
    linear = [
        (grey / 255) / 12.92 if grey <= 10 else (((grey / 255) + 0.055) / 1.055) ** 2.4
        for grey in (light, dark)
    ]
    return (linear[0] + 0.05) / (linear[1] + 0.05)


def test_the_file_with_a_line_is_as_bare_as_one_without() -> None:
    file = encode(a_scene(900, 600), Output(watermark=Watermark(LINE)))
    assert walk(file) == ()
    assert decode(file).pixels.shape == (600, 900, 3)
    assert LINE.encode() not in file


@pytest.mark.parametrize("read", [LINE, "Elmfield Primary School", "© Elmfie1d Prirnary Schoo", "School"])
def test_the_line_is_known_however_a_reader_reads_it(read: str) -> None:
    mark = Watermark(LINE)
    plate = place(mark, 900, 600)
    assert plate is not None
    assert is_own(plate, read, mark, plate=plate)


@pytest.mark.parametrize("read", ["Zaynab Hussain", "07700 900123", ""])
def test_other_writing_in_the_place_of_the_line_is_not_the_line(read: str) -> None:
    mark = Watermark(LINE)
    plate = place(mark, 900, 600)
    assert plate is not None
    assert not is_own(plate, read, mark, plate=plate)


def test_the_words_of_the_line_in_another_place_are_not_the_line() -> None:
    mark = Watermark(LINE)
    plate = place(mark, 900, 600)
    assert plate is not None
    assert not is_own(Box(10, 10, 200, 40), LINE, mark, plate=plate)
    assert not is_own(plate.grown(60), LINE, mark, plate=plate)
    assert not is_own(plate, LINE, mark, plate=None)
