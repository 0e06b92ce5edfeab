"""A reference picture is good only where one face is clear, large, sharp, light and seen from the front."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image, ImageFilter

from vision.boxes import Box
from vision.faces.quality import Quality, detail, judge, turned
from vision.findings import FaceFinding
from vision.image import Container, Photo, StoredGrid

BOX = Box(170, 60, 280, 210)  # the astronaut's face
FRONT = ((200.0, 115.0), (245.0, 113.0), (224.0, 140.0))


def portrait() -> Image.Image:
    with Image.open(Path(skimage.__file__).parent / "data" / "astronaut.png") as image:
        return image.convert("RGB")


def photo_of(image: Image.Image) -> Photo:
    pixels = np.asarray(image)
    return Photo(pixels, image.width, image.height, 1, Container.PNG, StoredGrid(1, 1, 0, 1))


def face(box: Box = BOX, score: float = 0.9) -> FaceFinding:
    return FaceFinding(box, score, "test", FRONT)


def test_a_clear_portrait_is_good() -> None:
    assert judge(photo_of(portrait()), [face()]) == (Quality.GOOD, face())


@pytest.mark.parametrize("faces", [[], [face(score=0.3)]])
def test_without_a_sure_face_there_is_none(faces: list[FaceFinding]) -> None:
    assert judge(photo_of(portrait()), faces) == (Quality.NO_FACE, None)


def test_a_second_face_of_some_size_leaves_it_unclear_who_is_meant() -> None:
    second = face(Box(400, 60, 440, 110))
    assert judge(photo_of(portrait()), [second, face()]) == (Quality.SEVERAL_FACES, None)


def test_small_faces_far_behind_and_doubtful_finds_do_not_count() -> None:
    behind, doubtful = face(Box(400, 60, 425, 90)), face(Box(300, 60, 410, 200), 0.3)
    assert judge(photo_of(portrait()), [behind, doubtful, face()])[0] is Quality.GOOD


def test_a_small_face_is_too_small() -> None:
    assert judge(photo_of(portrait()), [face(Box(170, 60, 229, 210))])[0] is Quality.TOO_SMALL


def test_a_photo_read_at_half_size_needs_a_face_twice_as_large() -> None:
    image = portrait().reduce(2)
    half = replace(photo_of(image), width=512, height=512, reduced=2)
    assert judge(half, [face()])[0] is Quality.TOO_SMALL


def test_a_blurred_face_is_too_blurred() -> None:
    blurred = portrait().filter(ImageFilter.GaussianBlur(0.05 * BOX.width))
    assert judge(photo_of(blurred), [face()])[0] is Quality.TOO_BLURRED


def test_a_dark_face_is_too_dark() -> None:
    assert judge(photo_of(portrait().point(lambda value: value // 8)), [face()])[0] is Quality.TOO_DARK


def test_a_face_from_the_side_is_turned_away_however_the_picture_is_turned() -> None:
    side = replace(face(), landmarks=((200.0, 115.0), (245.0, 113.0), (250.0, 140.0)))
    lying = replace(face(), landmarks=((200.0, 115.0), (198.0, 160.0), (225.0, 165.0)))
    assert judge(photo_of(portrait()), [side])[0] is Quality.TURNED_AWAY
    assert turned(lying) > 0.45 > turned(face())


def test_detail_does_not_depend_on_size_or_brightness() -> None:
    grey = np.asarray(portrait().convert("L").crop((170, 60, 280, 210)), np.float64)
    large = np.asarray(Image.fromarray(grey).resize((440, 600), Image.Resampling.BICUBIC), np.float64)
    assert detail(large) == pytest.approx(detail(grey), rel=0.15)
    assert detail(grey / 3 + 20) == pytest.approx(detail(grey))
