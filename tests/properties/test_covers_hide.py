"""Whatever the photo and the covers: what is beneath a cover has no influence on the published file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pictures import SAMPLINGS, a_file, a_jpeg, a_scene, stored_for
from vision.boxes import Box, Point
from vision.copies import Cover, Output, Style, Watermark
from vision.decode import decode
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.image import Container, Photo, Pixels


@dataclass(frozen=True)
class Case:
    """One photo as it is stored, and the covers to lay over it."""

    width: int
    height: int
    covers: tuple[Cover, ...]
    seed: int
    quality: int
    sampling: str
    orientation: int
    progressive: int
    container: Container


@st.composite
def outlines(draw: st.DrawFn, width: int, height: int) -> tuple[Point, ...]:
    """Boxes at edges and corners and anywhere, beyond the photo too, and turned shapes with up to six corners."""
    if draw(st.booleans()):
        x = sorted(draw(st.lists(st.integers(-8, width + 8), min_size=2, max_size=2)))
        y = sorted(draw(st.lists(st.integers(-8, height + 8), min_size=2, max_size=2)))
        x1, x2, y1, y2 = float(x[0]), float(x[1] + 1), float(y[0]), float(y[1] + 1)
        return ((x1, y1), (x2, y1), (x2, y2), (x1, y2))
    corner = st.tuples(st.integers(-128, 16 * width + 128), st.integers(-128, 16 * height + 128))
    return tuple((x / 16, y / 16) for x, y in draw(st.lists(corner, min_size=3, max_size=6)))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    width, height = draw(st.integers(9, 90)), draw(st.integers(9, 90))
    whole = ((0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height)))
    outline = st.one_of(
        outlines(width, height), outlines(width, height), outlines(width, height), st.just(whole)
    )
    covers = draw(st.lists(st.builds(Cover, outline, st.sampled_from(Style)), min_size=1, max_size=4))
    return Case(
        width=width,
        height=height,
        covers=tuple(covers),
        seed=draw(st.integers(0, 999)),
        quality=draw(st.integers(75, 95)),
        sampling=draw(st.sampled_from(sorted(SAMPLINGS))),
        orientation=draw(st.integers(1, 8)),
        progressive=draw(st.integers(0, 1)),
        container=draw(st.sampled_from([Container.JPEG, Container.PNG])),
    )


def beneath(case: Case) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """The pixels whose middle lies in an outline, found by counting crossings: not the code under test."""
    y, x = np.mgrid[0 : case.height, 0 : case.width] + 0.5
    inside = np.zeros(x.shape, dtype=bool)
    for one in case.covers:
        odd = np.zeros(x.shape, dtype=bool)
        for (x1, y1), (x2, y2) in zip(one.outline, one.outline[1:] + one.outline[:1], strict=True):
            if y1 != y2:
                odd ^= ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
        inside |= odd
    return inside


def twins(case: Case) -> tuple[Pixels, Pixels]:
    """Two photos that differ, and differ strongly, only beneath the covers."""
    one = a_scene(case.width, case.height, case.seed)
    other = one.copy()
    hidden = beneath(case)
    other[hidden] = np.random.default_rng(case.seed).integers(0, 256, (int(hidden.sum()), 3), dtype=np.uint8)
    return one, other


def published(case: Case, upright: Pixels, largest_pixels: int | None = None) -> str:
    file = a_jpeg(
        upright,
        quality=case.quality,
        sampling=case.sampling,
        orientation=case.orientation,
        progressive=case.progressive,
    )
    photo = decode(file) if largest_pixels is None else decode(file, largest_pixels=largest_pixels)
    covered = cover(photo, case.covers, seed=case.seed)
    return hashlib.sha256(encode(covered, Output(case.container, longest_side=64))).hexdigest()


@given(cases())
@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_promise_1_photos_that_differ_only_beneath_covers_give_the_same_file(case: Case) -> None:
    one, other = twins(case)
    assert published(case, one) == published(case, other)


@given(cases(), st.sampled_from([2, 4, 8]))
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_promise_1_holds_for_photos_read_at_a_reduced_size(case: Case, reduced: int) -> None:
    one, other = twins(case)
    most = -(-case.width // reduced) * -(-case.height // reduced)
    assert published(case, one, most) == published(case, other, most)


LOSSLESS = (Container.PNG, Container.TIFF)
OTHERS = (Container.WEBP, Container.HEIF, Container.AVIF)


@given(cases(), st.sampled_from(LOSSLESS))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_promise_1_holds_for_files_that_keep_every_pixel(case: Case, kind: Container) -> None:
    copies = [
        as_written(case, decode(a_file(kind, upright, orientation=case.orientation)))
        for upright in twins(case)
    ]
    assert copies[0] == copies[1]


@given(cases(), st.sampled_from(OTHERS))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_promise_1_holds_for_whatever_a_phones_file_shows_beneath_covers(case: Case, kind: Container) -> None:
    # WebP, HEIC and AVIF predict each block from its neighbours, so two such *files* of twins differ faintly all
    # over: what the camera wrote there is no longer beneath a cover, and stays. What is decoded there is the twin
    turn = 1 if kind is Container.HEIF else case.orientation
    photo = decode(a_file(kind, a_scene(case.width, case.height, case.seed), orientation=turn))
    other = photo.pixels.copy()
    hidden = beneath(case)
    other[hidden] = np.random.default_rng(case.seed).integers(0, 256, (int(hidden.sum()), 3), dtype=np.uint8)
    assert as_written(case, photo) == as_written(case, replace(photo, pixels=other))


def as_written(case: Case, photo: Photo) -> str:
    covered = cover(photo, case.covers, seed=case.seed)
    line = Watermark("© Elmfield Primary School") if case.seed % 2 else None
    output = Output(case.container, longest_side=64, quality=case.quality, watermark=line)
    return hashlib.sha256(encode(covered, output)).hexdigest()


@pytest.mark.parametrize("kind", OTHERS)
def test_what_a_phones_file_tells_outside_a_cover_of_what_was_inside_is_a_shimmer(kind: Container) -> None:
    # what the threat model says of it: a few levels, far below what an eye or a face finder sees
    one, other = (enlarged(a_scene(160, 120, seed)) for seed in (1, 1))
    other[150:300, 200:350] = enlarged(a_scene(80, 80, 51))[:150, :150]
    covers = [Cover.of_box(Box(200, 150, 350, 300), Style.SOLID)]
    shown = [cover(decode(a_file(kind, upright)), covers).astype(np.int16) for upright in (one, other)]
    apart = np.abs(shown[0] - shown[1])
    assert apart.max() <= SHIMMER[kind]
    assert apart.mean() < 6


SHIMMER = {Container.WEBP: 48, Container.HEIF: 12, Container.AVIF: 16}


def enlarged(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.resize(pixels, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


QUALITIES = range(75, 96)
MIDST = ((21.0, 18.0), (47.0, 18.0), (47.0, 40.0), (21.0, 40.0))


def a_case(quality: int, sampling: str, orientation: int, style: Style, container: Container) -> Case:
    return Case(
        width=77, height=61, covers=(Cover(MIDST, style),), seed=quality, quality=quality, sampling=sampling,
        orientation=orientation, progressive=quality % 2, container=container,
    )  # fmt: skip


def covered_of(case: Case, upright: Pixels) -> Pixels:
    file = a_jpeg(
        upright, quality=case.quality, sampling=case.sampling, orientation=case.orientation,
        progressive=case.progressive,
    )  # fmt: skip
    return cover(decode(file), case.covers, seed=case.seed)


@pytest.mark.parametrize("sampling", sorted(SAMPLINGS))
@pytest.mark.parametrize("orientation", range(1, 9))
def test_promise_2_no_pixel_outside_the_cover_depends_on_what_was_inside(
    sampling: str, orientation: int
) -> None:
    """Every quality is met with every way of storing colour and with every orientation, if not with both at once."""
    first = (sorted(SAMPLINGS).index(sampling) + orientation) % 4
    for number, quality in enumerate(QUALITIES[first::4]):
        style = list(Style)[number % len(Style)]
        case = a_case(quality, sampling, orientation, style, Container.PNG)
        one, other = (covered_of(case, upright) for upright in twins(case))
        assert np.array_equal(one, other)


@pytest.mark.slow
@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
@pytest.mark.parametrize("style", list(Style))
def test_promise_2_nor_in_the_file_at_any_quality_colour_and_orientation(
    style: Style, container: Container
) -> None:
    for quality in QUALITIES:
        for sampling in sorted(SAMPLINGS):
            for orientation in range(1, 9):
                case = a_case(quality, sampling, orientation, style, container)
                one, other = twins(case)
                assert published(case, one) == published(case, other)


def test_a_cover_of_the_bare_outline_would_not_do_so_the_twins_are_a_real_test() -> None:
    case = Case(77, 61, (Cover(((21.0, 18.0), (47.0, 18.0), (47.0, 40.0), (21.0, 40.0))),), 1, 85, "4:2:0", 1, 0,
                Container.PNG)  # fmt: skip
    one, other = (decode(a_jpeg(upright, quality=85)).pixels for upright in twins(case))
    changed = (one != other).any(axis=2)
    changed[18:40, 21:47] = False
    assert changed.sum() > 100


def test_stored_for_is_undone_by_turning_back() -> None:
    scene = a_scene(31, 17)
    for orientation in range(1, 9):
        stored = stored_for(scene, orientation)
        assert stored.shape[:2] == ((31, 17) if orientation > 4 else (17, 31))
