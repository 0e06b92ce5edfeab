"""Templates of faces in a photo: who is described, and that size, turn and batch do not change who it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from vision.boxes import Box
from vision.catalogue import people as catalogue
from vision.faces.align import quarter_turns
from vision.faces.describe import describe
from vision.faces.find import find_faces
from vision.findings import FaceFinding, Template
from vision.image import Container, Photo, Pixels, StoredGrid
from vision.sessions import Sessions

FACE = FaceFinding(Box(181, 58, 269, 177), 0.93, "whole")


@pytest.fixture(scope="module")
def sessions() -> Sessions:
    return Sessions()


@pytest.fixture(scope="module")
def person(portrait: Path) -> Pixels:
    return np.asarray(Image.open(portrait).convert("RGB"))


def photo_of(pixels: Pixels, *, reduced: int = 1) -> Photo:
    height, width = pixels.shape[:2]
    grid = StoredGrid(1, 1, 0, 1)
    return Photo(
        np.ascontiguousarray(pixels), width * reduced, height * reduced, reduced, Container.PNG, grid
    )


def apart(one: Template | None, other: Template | None) -> float:
    assert one is not None
    assert other is not None
    return float(np.linalg.norm(np.subtract(one, other)))


def test_a_drawn_box_without_landmarks_is_described_like_a_found_one(
    sessions: Sessions, person: Pixels
) -> None:
    photo = photo_of(person)
    found = find_faces(photo, sessions, published_side=2048)
    drawn, by_finder = describe(photo, [FACE, *found], sessions)
    assert apart(drawn, by_finder) < 0.15


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_lying_head_is_turned_upright_before_it_is_described(
    sessions: Sessions, person: Pixels, quarters: int
) -> None:
    (upright,) = describe(photo_of(person), [FACE], sessions)
    turned = photo_of(np.rot90(person, quarters))
    (face,) = find_faces(turned, sessions, published_side=2048)
    (lying,) = describe(turned, [face], sessions)
    assert apart(upright, lying) < 0.3


def test_a_photo_that_was_read_reduced_gives_the_same_template(sessions: Sessions, person: Pixels) -> None:
    (full,) = describe(photo_of(person), [FACE], sessions)
    doubled = FaceFinding(Box(362, 116, 538, 354), 0.93, "whole")
    (reduced,) = describe(photo_of(person, reduced=2), [doubled], sessions)
    assert apart(full, reduced) < 1e-6


def test_a_face_too_small_or_without_anything_to_see_gets_no_template(
    sessions: Sessions, person: Pixels
) -> None:
    side = catalogue.SMALLEST_DESCRIBED
    small = FaceFinding(Box(200, 100, 200 + side - 1, 100 + side + 20), 0.9, "whole")
    black = photo_of(np.zeros((300, 300, 3), np.uint8))
    assert describe(photo_of(person), [small], sessions) == (None,)
    assert describe(black, [FaceFinding(Box(100, 100, 200, 220), 0.9, "drawn")], sessions) == (None,)
    # few pixels were read of it, however many the file had
    reduced = photo_of(person, reduced=8)
    assert describe(reduced, [FaceFinding(Box(1600, 800, 1760, 980), 0.9, "whole")], sessions) == (None,)


def test_more_faces_than_one_batch_keep_their_order(sessions: Sessions, person: Pixels) -> None:
    small = FaceFinding(Box(10, 10, 20, 20), 0.9, "whole")
    many = [FACE, small] * catalogue.FACES_AT_ONCE
    made = describe(photo_of(person), many, sessions)
    assert [template is None for template in made] == [False, True] * catalogue.FACES_AT_ONCE
    assert all(apart(made[0], template) < 1e-4 for template in made[::2])


def test_a_face_that_hangs_over_the_edge_is_described(sessions: Sessions, person: Pixels) -> None:
    cut = photo_of(person[60:, 190:])
    (template,) = describe(cut, [FaceFinding(Box(0, 0, 79, 117), 0.9, "whole")], sessions)
    assert template is not None


def test_where_the_mouth_lies_below_the_eyes_tells_how_a_head_lies() -> None:
    standing = ((40.0, 40.0), (60.0, 40.0), (50.0, 50.0), (42.0, 60.0), (58.0, 60.0))
    points = standing
    for quarters in range(4):
        assert quarter_turns(points) == quarters
        # the picture turned clockwise by a quarter: it must be turned back one more
        points = tuple((100 - y, x) for x, y in points)  # type: ignore[assignment]
    assert quarter_turns(()) == 0
