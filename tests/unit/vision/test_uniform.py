"""The school's crest is found small, turned and in shade, by lightness or by hue, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from vision.boxes import Box
from vision.errors import PhotoRefusedError
from vision.findings import Cue, FaceFinding
from vision.image import Container, Photo, Pixels, StoredGrid
from vision.uniform.colour import find_colours
from vision.uniform.crest import Crest, find_crests

Colours = tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]
NAVY_GOLD: Colours = ((22, 34, 92), (240, 205, 60), (250, 250, 245))
HUES: Colours = ((196, 104, 118), (84, 148, 104), (110, 132, 206))  # all of lightness 55


def a_crest(colours: Colours, side: int = 400) -> tuple[Pixels, NDArray[np.float32]]:
    """A shield with a star, a bar and a letter; its pixels and its share of each pixel."""
    ground, ink, third = colours
    pixels = np.zeros((400, 400, 3), np.uint8)
    pixels[:] = ground
    star = [
        (200 + r * np.sin(a), 130 - r * np.cos(a))
        for a, r in zip(np.arange(10) * np.pi / 5, [70, 30] * 5, strict=True)
    ]
    cv2.fillPoly(pixels, [np.array(star, np.int32)], ink, cv2.LINE_AA)
    cv2.line(pixels, (50, 230), (330, 260), third, 26, cv2.LINE_AA)
    cv2.putText(pixels, "HG", (110, 345), cv2.FONT_HERSHEY_DUPLEX, 2.6, ink, 10, cv2.LINE_AA)
    cv2.circle(pixels, (80, 90), 34, third, 14, cv2.LINE_AA)
    shape = np.zeros((400, 400), np.uint8)
    cv2.fillPoly(shape, [np.array([[20, 15], [380, 15], [380, 290], [200, 392], [20, 290]], np.int32)], 255)
    cv2.drawContours(pixels, cv2.findContours(shape, 0, 2)[0], -1, ink, 16, cv2.LINE_AA)
    small = np.asarray(cv2.resize(pixels, (side, side), interpolation=cv2.INTER_AREA), np.uint8)
    share = cv2.resize(shape, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    return small, share


def reference(colours: Colours) -> bytes:
    pixels, share = a_crest(colours)
    on_white = pixels * share[..., None] + 255 * (1 - share[..., None])
    return bytes(cv2.imencode(".png", cv2.cvtColor(on_white.astype(np.uint8), cv2.COLOR_RGB2BGR))[1])


def photo_of(pixels: Pixels) -> Photo:
    return Photo(pixels, pixels.shape[1], pixels.shape[0], 1, Container.JPEG, StoredGrid(16, 16, 1, 1))


def worn(
    colours: Colours, side: int, *, turn: float = 0.0, shade: float = 1.0, seed: int = 1
) -> tuple[Photo, Box]:
    """A noisy photo with the crest on a jumper, as JPEG gives it back; and where the crest is."""
    rng = np.random.default_rng(seed)
    blobs = cv2.resize(
        rng.integers(0, 255, (12, 16, 3)).astype(np.uint8), (1200, 900), interpolation=cv2.INTER_CUBIC
    )
    scene = blobs.astype(np.float32)
    scene[300:800, 300:900] = (60, 90, 70)
    pixels, share = a_crest(colours, side)
    matrix = cv2.getRotationMatrix2D((side / 2, side / 2), turn, 1.0)
    matrix[:, 2] += (560 - side / 2, 520 - side / 2)
    laid = cv2.warpAffine(pixels, matrix, (1200, 900)).astype(np.float32)
    mask = cv2.warpAffine(share, matrix, (1200, 900))[..., None]
    scene = (scene * (1 - mask) + laid * mask) * shade
    folds = 1 + 0.15 * np.sin(np.arange(1200) / max(20, side / 5))[None, :, None]
    scene = cv2.GaussianBlur(scene * folds, (0, 0), 0.6) + rng.normal(0, 3, scene.shape)
    jpeg = cv2.imencode(
        ".jpg", np.clip(scene, 0, 255).astype(np.uint8)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 90]
    )[1]
    back = cv2.cvtColor(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
    rows, columns = np.where(mask[..., 0] > 0.5)
    box = Box(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
    return photo_of(np.asarray(back, np.uint8)), box


@pytest.fixture(scope="module")
def crests() -> list[Crest]:
    return [Crest.prepare("crest-1", reference(NAVY_GOLD)), Crest.prepare("crest-2", reference(HUES))]


@pytest.mark.parametrize("side", [48, 80, 180])
@pytest.mark.parametrize(("turn", "shade"), [(0.0, 1.0), (-30.0, 0.7), (35.0, 0.9)])
@pytest.mark.parametrize(("name", "colours"), [("crest-1", NAVY_GOLD), ("crest-2", HUES)])
def test_a_crest_is_found_at_its_place(
    name: str, colours: Colours, side: int, turn: float, shade: float, crests: list[Crest]
) -> None:
    photo, box = worn(colours, side, turn=turn, shade=shade)
    found = find_crests(photo, crests, faces=())
    assert [(finding.which, finding.cue) for finding in found] == [(name, Cue.CREST)]
    assert found[0].box.iou(box) > 0.5


def test_a_photo_without_the_crest_has_none(crests: list[Crest], portrait: Path) -> None:
    face = cv2.cvtColor(cv2.imread(str(portrait)), cv2.COLOR_BGR2RGB)
    large = np.asarray(cv2.resize(face, (1500, 1500), interpolation=cv2.INTER_CUBIC), np.uint8)
    assert find_crests(photo_of(large), crests, faces=()) == ()


def test_another_schools_crest_is_not_taken_for_ours(crests: list[Crest]) -> None:
    other: Colours = ((150, 20, 30), (250, 250, 245), (30, 30, 30))
    photo, _ = worn(other, 120)
    assert find_crests(photo, crests, faces=()) == ()


def test_without_references_nothing_is_looked_for() -> None:
    assert find_crests(worn(NAVY_GOLD, 80)[0], (), faces=()) == ()


def test_a_reference_that_is_no_picture_is_refused() -> None:
    with pytest.raises(PhotoRefusedError):
        Crest.prepare("crest-1", b"no picture")


def a_person(colour: tuple[int, int, int], shade: float) -> tuple[Photo, FaceFinding]:
    rng = np.random.default_rng(3)
    pixels = np.full((600, 500, 3), (200, 205, 210), np.float32)
    pixels[230:600, 120:380] = colour
    folds = 1 + 0.2 * np.sin(np.arange(500) / 25)[None, :, None]
    noisy = np.clip(pixels * shade * folds + rng.normal(0, 5, pixels.shape), 0, 255)
    return photo_of(noisy.astype(np.uint8)), FaceFinding(Box(200, 60, 300, 190), 0.9, "test")


@pytest.mark.parametrize("shade", [0.6, 0.9, 1.1])
@pytest.mark.parametrize("colour", [(25, 35, 95), (150, 25, 35), (20, 90, 55)])
def test_a_uniform_colour_below_a_face_is_told_in_light_and_shade(
    colour: tuple[int, int, int], shade: float
) -> None:
    photo, face = a_person(colour, shade)
    (found,) = find_colours(photo, [face], [(240, 200, 40), colour])
    assert (found.cue, found.which) == (Cue.COLOUR, "colour-2")
    assert found.score > 0.5
    assert found.box.y1 > face.box.y2


def test_another_colour_is_not_the_uniform() -> None:
    photo, face = a_person((25, 35, 95), 0.9)
    assert find_colours(photo, [face], [(150, 25, 35), (20, 90, 55)]) == ()


@pytest.mark.parametrize(("black", "worn"), [(0.7, False), (1.0, True)])
def test_a_black_uniform_must_take_nearly_the_whole_chest_since_everyone_wears_some(
    black: float, *, worn: bool
) -> None:
    photo, face = a_person((24, 24, 26), 1.0)
    middle = photo.pixels.shape[1] // 2
    photo.pixels[:, middle : middle + round((1 - black) * face.box.width * 1.5)] = (210, 170, 120)
    assert bool(find_colours(photo, [face], [(24, 24, 26)])) is worn


def test_a_tiny_face_and_a_face_at_the_lower_edge_give_no_colour() -> None:
    photo, face = a_person((25, 35, 95), 0.9)
    tiny = FaceFinding(face.box, 0.9, "test", tiny=True)
    low = FaceFinding(Box(200, 450, 300, 599), 0.9, "test")
    assert find_colours(photo, [tiny, low], [(25, 35, 95)]) == ()
