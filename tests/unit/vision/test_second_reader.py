"""A second reader is asked about few lines, adds what names someone, and takes nothing away."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from vision.analyse import Analyser
from vision.boxes import Box, Quad
from vision.catalogue import writing as catalogue
from vision.check.look_again import look_again
from vision.copies import Expected, Output
from vision.findings import Analysis, TextFinding, TextKind, Wanted
from vision.hide.encode import encode
from vision.image import Container, Photo, Pixels, StoredGrid
from vision.sessions import Sessions
from vision.text.kinds import Roll, sort_texts
from vision.text.second import is_worth_asking, read_again, without_repetition

ROLL = Roll.of(("Bethan Hargreaves", "Leo Nwosu"))
STRIP = np.zeros((48, 300, 3), np.uint8)
WALL = (900, 300)


def a_blurred_name() -> Photo:
    wall = np.full((WALL[1], WALL[0], 3), 200, np.uint8)
    cv2.putText(wall, "Bthlan Hxrgvres", (100, 150), cv2.FONT_HERSHEY_SCRIPT_COMPLEX, 1, (20, 20, 40), 2)
    wall = np.asarray(cv2.blur(wall, (13, 3)), np.uint8)  # the camera moved: read with a score of 0.79
    return Photo(wall, *WALL, 1, Container.PNG, StoredGrid(1, 1, 0, 1))


def line(text: str, score: float, *, at: float = 0.0, found_by: str = "ppocr") -> TextFinding:
    quad = Quad(((0.0, at), (200.0, at), (200.0, at + 20), (0.0, at + 20)))
    return TextFinding(quad, text, score, found_by=found_by)


@pytest.mark.parametrize(
    ("text", "width", "asked"),
    [
        (line("Bethan", 0.95), 200, False),
        (line("Bethan", 0.7), 200, True),
        (line("Bethan", 0.7), 40, False),
        (line("O", 0.5), 200, False),
        (line("07 11 22", 0.5), 200, False),
    ],
)
def test_only_doubtful_lines_that_look_like_writing_are_read_again(
    text: TextFinding, width: float, *, asked: bool
) -> None:
    assert is_worth_asking(text, width, 20) is asked


def test_the_least_sure_lines_come_first_and_there_are_few() -> None:
    asked: list[tuple[int, int]] = []

    def reader(strip: Pixels) -> tuple[str, float] | None:
        height, width = strip.shape
        asked.append((height, width))
        return "Leo Nwosu", 0.9

    doubtful = [(line("Lco Nuasu", 0.9 - n / 50, at=30.0 * n), STRIP) for n in range(9)]
    again = read_again(doubtful, reader)
    assert len(again) == len(asked) == catalogue.MOST_SECOND_READINGS
    assert again[0].quad == doubtful[-1][0].quad
    assert {text.found_by for text in again} == {"tesseract"}
    assert set(asked) == {(48 + 2 * catalogue.SECOND_RIM, 300 + 2 * catalogue.SECOND_RIM)}


@pytest.mark.parametrize("said", [None, ("", 0.9), ("Leo Nwosu", catalogue.SECOND_SCORE - 0.01)])
def test_no_answer_and_a_guess_add_nothing(said: tuple[str, float] | None) -> None:
    assert read_again([(line("Lco Nuasu", 0.7), STRIP)], lambda _: said) == ()


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("Xq Zzmks", "Leo Nwosu", True),
        ("Leo Nwosu", "Leo Nwosu", False),
        ("Leo Nwosu", "Bethan Hargreaves", True),
        ("Xq Zzmks", "office@school.org.uk", True),
        ("Xq Zzmks", "Ruby Smith", False),
        ("Leo Nwosu", "rain today", False),
    ],
)
def test_a_second_reading_stays_only_where_it_names_someone_new(
    first: str, second: str, *, kept: bool
) -> None:
    texts = sort_texts((line(first, 0.7), line(second, 0.6, found_by="tesseract")), ROLL)
    left = without_repetition(texts)
    assert left[0] == texts[0]
    assert (len(left) == 2) is kept


def test_a_name_that_only_the_second_reader_sees_is_found_in_the_photo() -> None:
    asked = []

    def reader(strip: Pixels) -> tuple[str, float] | None:
        asked.append(strip.shape)
        return "Bethan Hargreaves", 0.8

    photo = a_blurred_name()
    wanted = Wanted(names=("Bethan Hargreaves",))
    found = Analyser(Sessions(second_reader=reader)).analyse(photo, wanted).texts
    assert asked
    assert [(text.kind, text.people) for text in found if text.found_by == "tesseract"] == [
        (TextKind.ROLL_NAME, ("Bethan Hargreaves",))
    ]
    alone = Analyser(Sessions()).analyse(photo, wanted).texts
    assert alone == tuple(text for text in found if text.found_by != "tesseract")


def test_a_sharp_line_costs_no_second_reading() -> None:
    wall = np.full((300, 900, 3), 200, np.uint8)
    cv2.putText(wall, "Bethan Hargreaves", (100, 150), cv2.FONT_HERSHEY_SIMPLEX, 1, (20, 20, 40), 2)
    asked = []

    def reader(strip: Pixels) -> tuple[str, float] | None:
        asked.append(strip.shape)
        return None

    photo = Photo(wall, 900, 300, 1, Container.PNG, StoredGrid(1, 1, 0, 1))
    assert len(Analyser(Sessions(second_reader=reader)).analyse(photo, Wanted()).texts) == 1
    assert asked == []


NAME_AT, BESIDE = Box(60, 100, 520, 180), Box(600, 200, 700, 280)


@pytest.mark.parametrize(
    ("expected", "asked"),
    [
        (Expected(), False),
        (Expected(hidden=(BESIDE,)), False),
        (Expected(hidden=(NAME_AT,)), True),
        (Expected(hidden=(Box(0, 0, 110, 140), BESIDE)), True),  # it only touches the line
        (Expected(hidden_names=("Bethan Hargreaves",)), True),
        (Expected(hidden_names=("Leo Nwosu",), hidden=(BESIDE,)), True),
    ],
)
@pytest.mark.parametrize("said", ["Bethan Hargreaves", "office@school.org.uk", "Leo Nwosu"])
def test_a_second_look_asks_the_second_reader_wherever_its_answer_can_refuse_the_copy(
    expected: Expected, said: str, *, asked: bool
) -> None:
    """And the verdict is the same as if it had been asked everywhere."""
    strips: list[Pixels] = []

    def reader(strip: Pixels) -> tuple[str, float] | None:
        strips.append(strip)
        return said, 0.8

    analyser = Analyser(Sessions(second_reader=reader))

    class Everywhere:
        def analyse(self, photo: Photo, wanted: Wanted) -> Analysis:
            return analyser.analyse(photo, replace(wanted, read_twice_in=None))

    copy = encode(a_blurred_name().pixels, Output(Container.PNG, longest_side=0))
    outcome = look_again(copy, expected, analyser)
    assert bool(strips) is asked
    assert outcome == look_again(copy, expected, Everywhere())
    assert strips, "the line is not doubtful at all"
