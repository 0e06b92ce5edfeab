"""Covers: how far they grow, how they look, and how the covered picture is written."""

from __future__ import annotations

import io
import math
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from tests.pictures import a_file, a_jpeg, a_scene
from vision.boxes import Box, Point, Quad
from vision.copies import FIXED_TIME, Cover, Output, Style
from vision.decode import decode
from vision.findings import FaceFinding
from vision.hide.cover import SOLID, cover, head_outline, text_outline
from vision.hide.encode import encode, published_size, random_name
from vision.hide.fill import NEUTRAL
from vision.hide.grow import Mask, grow
from vision.image import Container, Photo


def a_photo(width: int = 160, height: int = 120, container: Container = Container.PNG) -> Photo:
    return decode(a_file(container, a_scene(width, height)))


def box_outline(x1: float, y1: float, x2: float, y2: float) -> tuple[Point, ...]:
    return ((x1, y1), (x2, y1), (x2, y2), (x1, y2))


def grown_mask(photo: Photo, outline: tuple[Point, ...]) -> Mask:
    mask = np.zeros(photo.pixels.shape[:2], dtype=np.bool_)
    patch = grow(photo, outline)
    if patch is not None:
        patch.within(mask)[:] = patch.mask
    return mask


def span(mask: Mask) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def test_a_cover_on_a_lossless_photo_is_exactly_its_outline() -> None:
    mask = grown_mask(a_photo(), box_outline(20, 30, 50, 60))
    assert span(mask) == Box(20, 30, 50, 60)
    assert mask.sum() == 900


def test_a_cover_on_a_jpeg_grows_to_whole_blocks_and_a_pixel() -> None:
    photo = decode(a_jpeg(a_scene()))
    assert span(grown_mask(photo, box_outline(20, 30, 50, 60))) == Box(15, 15, 65, 65)


def test_a_cover_that_lies_on_the_blocks_already_grows_by_a_pixel_only() -> None:
    photo = decode(a_jpeg(a_scene()))
    assert span(grown_mask(photo, box_outline(16, 32, 48, 64))) == Box(15, 31, 49, 65)


def test_the_blocks_of_a_turned_photo_are_counted_from_its_stored_corner() -> None:
    photo = decode(
        a_jpeg(a_scene(150, 110), orientation=3)
    )  # 150 = 9 × 16 + 6: the part block lies at the left
    assert span(grown_mask(photo, box_outline(30, 30, 31, 31))) == Box(21, 29, 39, 47)


def test_a_reduced_photo_is_covered_in_its_own_pixels() -> None:
    photo = decode(a_jpeg(a_scene(160, 128)), largest_pixels=80 * 64)
    assert span(grown_mask(photo, box_outline(20, 30, 50, 60))) == Box(7, 7, 33, 33)


def test_a_cover_beyond_the_edge_is_cut_and_one_outside_covers_nothing() -> None:
    photo = a_photo()
    assert span(grown_mask(photo, box_outline(-50, 100, 10, 500))) == Box(0, 100, 10, 120)
    assert grow(photo, box_outline(200, 0, 300, 50)) is None
    assert np.array_equal(cover(photo, [Cover(box_outline(200, 0, 300, 50))]), photo.pixels)


@pytest.mark.parametrize(
    "outline",
    [(), ((0.0, 0.0), (1.0, 1.0)), ((0.0, 0.0), (math.nan, 1.0), (1.0, 1.0)), ((math.inf, 0.0),) * 3],
)
def test_an_outline_that_is_none_is_refused(outline: tuple[Point, ...]) -> None:
    with pytest.raises(ValueError, match="corners"):
        grow(a_photo(), outline)


def test_hair_thin_and_degenerate_outlines_still_cover_what_they_touch() -> None:
    photo = a_photo()
    assert span(grown_mask(photo, ((5.2, 5.2), (5.2, 5.2), (5.2, 5.2)))) == Box(5, 5, 6, 6)
    assert span(grown_mask(photo, ((5.0, 9.0), (25.0, 9.0), (15.0, 9.0)))).width == 20
    assert span(grown_mask(photo, ((0.0, 0.0), (0.0, 0.0), (1.0, 2.225073858507203e-309)))) == Box(0, 0, 1, 1)


def test_a_slanted_outline_covers_every_pixel_that_it_touches() -> None:
    outline = ((30.5, 10.0), (60.25, 45.5), (25.0, 80.75))
    mask = grown_mask(a_photo(), outline)
    for (x1, y1), (x2, y2) in pairwise((*outline, outline[0])):
        for step in np.linspace(0.001, 0.999, 400):
            assert mask[int(y1 + step * (y2 - y1)), int(x1 + step * (x2 - x1))]
    assert mask.sum() < 1.15 * 0.5 * abs(29.75 * 70.75 - (-5.5) * 35.5) + 100


def test_the_photo_itself_is_never_changed() -> None:
    photo = a_photo()
    before = photo.pixels.copy()
    cover(photo, [Cover.of_box(Box(10, 10, 60, 60))])
    assert np.array_equal(photo.pixels, before)


def test_a_solid_cover_is_one_colour_and_lies_over_a_blur() -> None:
    pixels = cover(
        a_photo(),
        [Cover.of_box(Box(10, 10, 40, 40), Style.SOLID), Cover.of_box(Box(20, 20, 80, 80), Style.BLUR)],
    )
    assert (pixels[10:40, 10:40] == SOLID).all()
    assert not (pixels[45:80, 45:80] == SOLID).all()


def test_a_blur_looks_soft_and_takes_the_colours_around_it() -> None:
    rows = np.linspace(40, 200, 300)[:, None, None]
    slope = np.broadcast_to(rows, (300, 400, 3)).astype(np.uint8)
    photo = decode(a_file(Container.PNG, np.ascontiguousarray(slope)))
    inside = cover(photo, [Cover.of_box(Box(150, 100, 250, 200))])[100:200, 150:250].astype(int)
    assert inside.std() > 4, "a flat block"
    assert np.abs(np.diff(inside, axis=0)).max() <= 12, "hard edges"
    assert 70 < inside.min() <= inside.max() < 170, "colours from elsewhere"
    assert inside[-15:].mean() - inside[:15].mean() > 20, "does not follow its surroundings"


def test_the_fill_is_the_same_each_time_and_another_with_another_seed() -> None:
    photo, covers = a_photo(), [Cover.of_box(Box(30, 30, 90, 90))]
    assert np.array_equal(cover(photo, covers), cover(photo, covers))
    assert not np.array_equal(cover(photo, covers), cover(photo, covers, seed=1))


def test_a_cover_of_everything_is_neutral() -> None:
    photo = a_photo()
    pixels = cover(photo, [Cover.of_box(photo.box)])
    assert np.abs(pixels.astype(int) - NEUTRAL[0]).max() <= 4


def test_a_blur_among_covers_takes_its_colours_from_beyond_them() -> None:
    scene = np.full((200, 200, 3), (20, 120, 40), dtype=np.uint8)
    scene[60:140, 60:140] = (250, 10, 10)
    photo = decode(a_file(Container.PNG, scene))
    ring = [Box(60, 60, 140, 90), Box(60, 110, 140, 140), Box(60, 90, 90, 110), Box(110, 90, 140, 110)]
    pixels = cover(photo, [Cover.of_box(Box(90, 90, 110, 110)), *(Cover.of_box(box) for box in ring)])
    assert np.abs(pixels[60:140, 60:140].astype(int) - (20, 120, 40)).max() <= 5


def test_a_head_outline_holds_the_face_the_hair_the_ears_and_the_chin() -> None:
    xs, ys = zip(*head_outline(Box(100, 100, 180, 200)), strict=True)
    assert min(xs) < 75
    assert max(xs) > 205
    assert min(ys) < 65
    assert 212 < max(ys) < 225
    mask = grown_mask(a_photo(400, 300), head_outline(Box(100, 100, 180, 200)))
    assert mask[100:200, 100:180].all()


def test_the_outline_of_a_lying_head_goes_to_its_own_crown() -> None:
    crown_at_the_right = ((160.0, 120.0), (160.0, 160.0), (140.0, 140.0), (120.0, 125.0), (120.0, 155.0))
    face = FaceFinding(Box(100, 100, 200, 180), 0.9, "test", crown_at_the_right)
    xs, ys = zip(*head_outline(face), strict=True)
    assert max(xs) - 200 > 2 * (100 - min(xs))
    assert abs((max(ys) - 180) - (100 - min(ys))) < 1


def test_the_smallest_faces_get_a_margin_too() -> None:
    xs, ys = zip(*head_outline(Box(10, 10, 13, 14)), strict=True)
    assert min(xs) <= 8
    assert max(ys) >= 16


def test_a_text_outline_is_a_rim_wider_along_its_own_slope() -> None:
    level = text_outline(Quad(((10, 10), (110, 10), (110, 30), (10, 30))))
    assert list(level) == [(6, 6), (114, 6), (114, 34), (6, 34)]
    slanted = text_outline(Quad(((0, 0), (60, 60), (50, 70), (-10, 10))))
    assert slanted[0] == pytest.approx((0.0, -4.0), abs=0.1)
    assert len(set(text_outline(Quad(((5, 5),) * 4)))) == 4


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
def test_a_written_file_shows_the_pixels_at_the_asked_size(container: Container) -> None:
    scene = a_scene(300, 200)
    written = Image.open(io.BytesIO(encode(scene, Output(container, longest_side=150))))
    assert (written.format, written.size, written.mode) == (container.name, (150, 100), "RGB")
    halves = scene.reshape(100, 2, 150, 2, 3).mean(axis=(1, 3))
    assert np.abs(np.asarray(written).astype(float) - halves).mean() < 8


def test_a_small_photo_is_never_enlarged_and_zero_keeps_the_size() -> None:
    for side in (0, 2048):
        assert Image.open(io.BytesIO(encode(a_scene(), Output(longest_side=side)))).size == (160, 120)
    assert published_size(4032, 3024, 2048) == (2048, 1536)
    assert published_size(10, 5000, 100) == (1, 100)


def test_a_jpeg_is_written_with_colour_at_half_the_size() -> None:
    grid = decode(encode(a_scene(), Output())).grid
    assert (grid.block_width, grid.block_height, grid.orientation) == (16, 16, 1)


def test_only_jpeg_and_png_of_a_sensible_quality_are_written() -> None:
    with pytest.raises(ValueError, match="container"):
        encode(a_scene(), Output(Container.WEBP))
    for quality in (0, 29, 96):
        with pytest.raises(ValueError, match="quality"):
            encode(a_scene(), Output(quality=quality))
    with pytest.raises(ValueError, match="container"):
        random_name(Container.HEIF)


def test_promise_6_a_thousand_names_tell_nothing_and_never_meet() -> None:
    names = [random_name(container) for container in (Container.JPEG, Container.PNG) for _ in range(500)]
    assert len(set(names)) == 1000
    assert all(len(name) == 36 and int(name[:32], 16) >= 0 for name in names)
    assert {name[32:] for name in names} == {".jpg", ".png"}
    assert FIXED_TIME == 946684800
