"""Finding faces: large and small, turned, cut by the edge, across tiles; with real faces on made pictures."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from vision.boxes import Box
from vision.catalogue import faces as catalogue
from vision.faces.find import find_faces, not_drawn_aside
from vision.faces.passes import NOTHING, Seen, decoded, together, without_doubles
from vision.faces.second_look import look_again
from vision.findings import FaceFinding
from vision.image import Container, Photo, Pixels, StoredGrid
from vision.sessions import Sessions

FACE = Box(180, 56, 270, 178)  # hairline to chin in the portrait


@pytest.fixture(scope="module")
def sessions() -> Sessions:
    return Sessions()


@pytest.fixture(scope="module")
def person(portrait: Path) -> Pixels:
    return np.asarray(Image.open(portrait).convert("RGB"))


def photo_of(pixels: Pixels, *, reduced: int = 1) -> Photo:
    height, width = pixels.shape[:2]
    return Photo(
        np.ascontiguousarray(pixels), width * reduced, height * reduced, reduced, Container.PNG,
        StoredGrid(1, 1, 0, 1),
    )  # fmt: skip


def sized(pixels: Pixels, factor: float) -> Pixels:
    height, width = pixels.shape[:2]
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    made: Pixels = cv2.resize(pixels, (round(width * factor), round(height * factor)), interpolation=how)
    return made


def found_in(pixels: Pixels, sessions: Sessions, *, published_side: int = 2048) -> tuple[FaceFinding, ...]:
    return find_faces(photo_of(pixels), sessions, published_side=published_side)


def test_a_portrait_gives_one_face_from_hairline_to_chin_with_its_landmarks(
    sessions: Sessions, person: Pixels
) -> None:
    (face,) = found_in(person, sessions)
    assert face.box.iou(FACE) > 0.7
    assert face.score > catalogue.SURE_FACE
    assert not face.tiny
    eyes, mouth = face.landmarks[:2], face.landmarks[3:]
    assert max(y for _, y in eyes) < face.landmarks[2][1] < min(y for _, y in mouth)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_lying_or_upside_down_head_is_found_in_the_same_place(
    sessions: Sessions, person: Pixels, quarters: int
) -> None:
    faces = found_in(np.rot90(person, quarters), sessions)
    expected = FACE
    for _ in range(quarters):  # where the box goes when the picture turns counter-clockwise
        expected = Box(expected.y1, 512 - expected.x2, expected.y2, 512 - expected.x1)
    assert [face.box.iou(expected) > 0.5 for face in faces] == [True]


@pytest.mark.parametrize(("left", "top"), [(180, 56), (150, 40)])
def test_a_face_in_the_last_rows_and_columns_is_found(
    sessions: Sessions, person: Pixels, left: int, top: int
) -> None:
    # cut right after the face: the picture ends where the face does, not at a multiple of 32
    cut = person[: FACE.y2 - 20, : FACE.x2 - 20]
    (face,) = found_in(cut, sessions)
    assert face.box.iou(Box(180, 56, 250, 158)) > 0.6
    assert face.box.x2 <= cut.shape[1]
    assert face.box.y2 <= cut.shape[0]
    # and where it begins
    (face,) = found_in(person[top:, left:], sessions)
    assert face.box.x1 >= 0
    assert face.box.iou(Box(180 - left, 56 - top, 270 - left, 178 - top)) > 0.6


@pytest.mark.parametrize("factor", [0.2, 0.5, 3.0, 6.0])
def test_faces_of_18_to_540_pixels_are_found_once_and_whole(
    sessions: Sessions, person: Pixels, factor: float
) -> None:
    faces = [face for face in found_in(sized(person, factor), sessions) if face.score > catalogue.SURE_FACE]
    scaled = Box(*(round(edge * factor) for edge in FACE.as_list()))
    assert [face.box.iou(scaled) > 0.55 for face in faces] == [True]


def test_small_real_faces_in_a_crowd_are_nearly_all_found(sessions: Sessions, small_faces: Path) -> None:
    crowd = np.full((480, 640, 3), 90, np.uint8)
    places = []
    for index, face in enumerate(np.load(small_faces)[:40]):
        x, y = 20 + 76 * (index % 8), 20 + 90 * (index // 8)
        grey = sized((face * 255).astype(np.uint8), 48 / 25)
        crowd[y : y + 48, x : x + 48] = grey[..., None]
        places.append(Box(x, y, x + 48, y + 48))
    found = found_in(crowd, sessions)
    seen = [place for place in places if any(face.box.intersection(place).area for face in found)]
    assert len(seen) >= 39


def test_a_photo_that_was_read_reduced_gives_boxes_in_full_size_pixels(
    sessions: Sessions, person: Pixels
) -> None:
    (face,) = find_faces(photo_of(person, reduced=4), sessions, published_side=0)
    assert face.box.iou(Box(*(4 * edge for edge in FACE.as_list()))) > 0.7


def test_a_face_below_the_named_size_at_published_size_is_tiny(sessions: Sessions, person: Pixels) -> None:
    (face,) = found_in(person, sessions, published_side=76)
    assert face.tiny
    assert face.box.iou(FACE) > 0.4  # still in full-size pixels


def test_a_large_picture_is_looked_at_in_tiles_and_a_face_on_their_seam_is_found_once(
    sessions: Sessions, person: Pixels
) -> None:
    wide = np.full((300, catalogue.FACE_TILE + 700, 3), 120, np.uint8)
    crop = person[20:230, 120:330]
    corners = [40, catalogue.FACE_TILE // 2 + 200, catalogue.FACE_TILE + 700 - 215]
    for x in corners:
        wide[40:250, x : x + 210] = crop
    faces = sorted(found_in(wide, sessions, published_side=0), key=lambda face: face.box)
    assert [abs(face.box.x1 - (x + 60)) < 15 for face, x in zip(faces, corners, strict=True)] == [True] * 3


@pytest.mark.parametrize("name", ["gravel.png", "coffee.png", "text.png", "rocket.jpg"])
def test_pictures_without_faces_give_none_of_a_size_that_matters(
    sessions: Sessions, portrait: Path, name: str
) -> None:
    picture = np.asarray(Image.open(portrait.parent / name).convert("RGB"))
    assert [face for face in found_in(picture, sessions) if not face.tiny] == []


@pytest.mark.parametrize("shape", [(16, 16), (1, 700), (33, 31)])
def test_the_smallest_and_thinnest_pictures_do_no_harm(sessions: Sessions, shape: tuple[int, int]) -> None:
    assert found_in(np.zeros((*shape, 3), np.uint8), sessions) == ()


def test_the_last_row_and_column_of_the_networks_answer_count() -> None:
    heat = np.zeros((1, 1, 8, 8), np.float32)
    heat[0, 0, 7, 7] = 0.9
    sizes = np.full((1, 2, 8, 8), np.log(5.0), np.float32)
    offsets = np.zeros((1, 2, 8, 8), np.float32)
    boxes, scores, landmarks = decoded((heat, sizes, offsets, np.full((1, 10, 8, 8), 0.5, np.float32)), 0)
    assert np.allclose(boxes, [[20, 20, 40, 40]])
    assert np.allclose(scores, [0.9])
    assert np.allclose(landmarks, 30)


def test_of_overlapping_places_the_best_stays_and_neighbours_stay_too() -> None:
    heat = np.zeros((1, 1, 16, 16), np.float32)
    heat[0, 0, 4, 4], heat[0, 0, 4, 5], heat[0, 0, 4, 12] = 0.7, 0.8, 0.6
    sizes = np.full((1, 2, 16, 16), np.log(4.0), np.float32)
    zeros = np.zeros((1, 10, 16, 16), np.float32)
    boxes, scores, landmarks = decoded((heat, sizes, zeros[:, :2], zeros), 0)
    seen = NOTHING.__class__(boxes, scores, landmarks, np.zeros(len(scores), np.int64))
    kept = without_doubles(together([seen, NOTHING]), overlap=0.3)
    assert np.allclose(kept.scores, [0.8, 0.6])
    assert len(without_doubles(NOTHING, overlap=0.3)) == 0


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_further_looks_bring_a_misplaced_box_back_to_its_face(
    sessions: Sessions, person: Pixels, quarters: int
) -> None:
    """However the head lies and whether a look was mirrored; the place alone is asked, not the score."""
    lying = np.ascontiguousarray(np.rot90(person, -quarters))
    (true,) = (face.box for face in found_in(lying, sessions))
    aside = Box(true.x1 + 16, true.y1 - 20, true.x2 + 16, true.y2 - 20)
    place = Seen(
        np.array([aside.as_list()], np.float32), np.array([0.2], np.float32),
        np.zeros((1, 5, 2), np.float32), np.zeros(1, np.int64),
    )  # fmt: skip
    scores, boxes = look_again(lying, place, np.array([quarters]), sessions.centerface())
    steadied = Box(*(round(float(edge)) for edge in boxes[0]))
    assert scores[0] > catalogue.CHECKED_FACE
    assert true.iou(aside) < 0.65
    assert true.iou(steadied) > 0.8


def test_a_doubtful_box_is_not_drawn_onto_the_sure_face_beside_it() -> None:
    first = np.array([[0, 0, 30, 40], [200, 0, 230, 40]], np.float32)
    looked = first + np.float32(8)
    sure = np.array([[25, 0, 55, 40]], np.float32)
    assert np.array_equal(not_drawn_aside(first, looked, sure), np.stack([first[0], looked[1]]))
