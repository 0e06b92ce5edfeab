"""Writing is found and read at any turn, and nothing is read where nothing is written."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.findings import TextFinding
from vision.image import Container, Photo, Pixels, StoredGrid
from vision.sessions import Sessions
from vision.text.find import find_lines, writing_map
from vision.text.kinds import Roll, sort_texts
from vision.text.read import read_text, spell
from vision.text.second import MIRRORED, without_repetition


@pytest.fixture(scope="module")
def sessions() -> Sessions:
    return Sessions()


def photo_of(pixels: Pixels, *, reduced: int = 1) -> Photo:
    height, width = pixels.shape[:2]
    return Photo(pixels, width * reduced, height * reduced, reduced, Container.PNG, StoredGrid(1, 1, 0, 1))


def a_wall(width: int = 900, height: int = 700) -> Pixels:
    """A plain wall with soft light on it."""
    light = np.linspace(170, 220, width)[None, :, None] + np.zeros((height, 1, 3))
    return np.asarray(light, np.uint8)


def write(pixels: Pixels, text: str, x: int, y: int, *, size: float = 1.0) -> None:
    thickness = max(1, round(2 * size))
    cv2.putText(pixels, text, (x, y), cv2.FONT_HERSHEY_SIMPLEX, size, (20, 20, 40), thickness, cv2.LINE_AA)


def read(pixels: Pixels, sessions: Sessions, published_side: int = 2048) -> list[TextFinding]:
    return list(read_text(photo_of(pixels), sessions, published_side=published_side))


def test_lines_are_read_where_they_stand(sessions: Sessions) -> None:
    wall = a_wall()
    write(wall, "Bethan Hargreaves", 100, 200)
    write(wall, "office@school.org.uk", 150, 500, size=0.8)
    found = {text.text: text for text in read(wall, sessions)}
    assert set(found) == {"Bethan Hargreaves", "office@school.org.uk"}
    box = found["Bethan Hargreaves"].box
    assert box.x1 < 110
    assert box.x2 > 360
    assert 160 < box.y1 < 182
    assert 200 < box.y2 < 240


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_turned_writing_is_read(quarter_turns: int, sessions: Sessions) -> None:
    wall = a_wall()
    write(wall, "Saoirse Blackwood", 200, 300)
    turned = np.ascontiguousarray(np.rot90(wall, quarter_turns))
    assert [text.text for text in read(turned, sessions)] == ["Saoirse Blackwood"]


def test_mirror_writing_is_read_beside_what_it_looks_like(sessions: Sessions) -> None:
    wall = a_wall()
    write(wall, "Saoirse Blackwood", 200, 300)
    mirrored = np.ascontiguousarray(wall[:, ::-1])
    roll = Roll.of(["Saoirse Blackwood"])
    found = without_repetition(sort_texts(read(mirrored, sessions), roll))
    assert any(text.people == roll.names for text in found)


def test_no_mirror_replaces_letters_that_are_letters_in_it_too(sessions: Sessions) -> None:
    wall = a_wall()
    for place, letter in enumerate("EMMA"):
        write(wall, letter, 200 + 38 * place, 300)
    first = [text.text.replace(" ", "") for text in read(wall, sessions) if text.found_by != MIRRORED]
    assert "".join(first) == "EMMA"


@pytest.mark.parametrize(("across", "down"), [(90, 0), (90, 12), (0, 62)])
def test_letters_that_stand_apart_spell_a_name(across: int, down: int, sessions: Sessions) -> None:
    wall = a_wall()
    for place, letter in enumerate("PATEL"):
        write(wall, letter, 150 + across * place, 120 + down * place, size=1.6)
    found = sort_texts(read(wall, sessions), Roll.of(["Emma Patel", "Leo Nwosu"]))
    name = next(text for text in found if text.people)
    assert name.people == ("Emma Patel",)
    assert name.box.x1 < 155
    assert name.box.x2 > 150 + 4 * across + 20
    assert name.box.y1 < 100
    assert name.box.y2 > 115 + 4 * down


def test_small_writing_in_a_small_photo_is_read(sessions: Sessions) -> None:
    wall = a_wall(400, 300)
    write(wall, "Jakub Thompson", 60, 100, size=0.5)
    assert [text.text for text in read(wall, sessions)] == ["Jakub Thompson"]


def test_corners_are_in_full_size_pixels_of_a_reduced_photo(sessions: Sessions) -> None:
    wall = a_wall()
    write(wall, "Poppy Gallagher", 100, 200)
    (text,) = read_text(photo_of(wall, reduced=2), sessions, published_side=0)
    assert text.text == "Poppy Gallagher"
    assert text.box.x1 < 220
    assert text.box.x2 > 640


def test_a_large_photo_goes_through_in_tiles_and_a_line_across_a_seam_stays_whole(sessions: Sessions) -> None:
    wall = a_wall(3200, 320)
    write(wall, "Eleanor Llewellyn wrote this line", 1350, 180, size=1.2)
    assert [text.text for text in read(wall, sessions, 0)] == ["Eleanor Llewellyn wrote this line"]
    chances = writing_map(np.ascontiguousarray(wall), sessions.text_reader())
    assert chances.shape == (320, 3200)


def test_an_empty_wall_and_a_face_have_no_writing(sessions: Sessions, portrait: Path) -> None:
    assert read(a_wall(), sessions) == []
    lines = find_lines(photo_of(a_wall()), sessions.text_reader(), published_side=2048)
    assert lines == ()
    face = cv2.cvtColor(cv2.imread(str(portrait)), cv2.COLOR_BGR2RGB)[:250, 150:300]
    assert all(len(text.text) < 12 for text in read(np.ascontiguousarray(face, np.uint8), sessions))


def test_runs_of_one_letter_are_one_and_a_gap_parts_two() -> None:
    steps = [1, 1, 0, 1, 2, 2, 0]
    chances = np.full((len(steps), 3), 0.05, np.float32)
    chances[np.arange(len(steps)), steps] = 0.9
    reading = spell(chances, ("", "o", "h"))
    assert reading.text == "ooh"
    assert reading.score == pytest.approx(0.9)
    assert spell(chances[[2, 6]], ("", "o", "h")).text == ""
