"""What is drawn freely is hidden as drawn or more, from the line of the hand to the bytes of the published file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import correct
from app.covers import boxes_of, covers_for, output_for
from app.ui.widgets.brush import Outline
from app.ui.widgets.gesture import Stroke
from consent.facts import Facts
from consent.policy import Policy
from consent.rules import decide
from consent.sightings import What
from tests.factories import TODAY, a_photo, a_platform
from tests.pictures import a_jpeg, a_scene
from vision.decode import decode
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.hide.grow import Mask, grow
from vision.image import Pixels

WIDTH, HEIGHT = 96, 72
NO_ONE = Facts((), (), frozenset(), Policy(), (), TODAY)


@st.composite
def strokes(draw: st.DrawFn) -> Outline:
    """Lines as a hand draws them: many small steps that wander, cross themselves and come near the edges."""
    x, y = draw(st.integers(4, WIDTH - 4)), draw(st.integers(4, HEIGHT - 4))
    stroke = Stroke(((float(x), float(y)),))
    for dx, dy in draw(
        st.lists(st.tuples(st.integers(-64, 64), st.integers(-64, 64)), min_size=3, max_size=40)
    ):
        last = stroke.points[-1]
        stroke = stroke.to(min(max(last[0] + dx / 4, 0.0), WIDTH), min(max(last[1] + dy / 4, 0.0), HEIGHT))
    if not stroke.is_meant():
        stroke = stroke.to(float(x), HEIGHT).to(WIDTH, float(y))
    return stroke.points


def inside(outline: Outline) -> Mask:
    """The pixels round whose middle the line goes, counted by turns: not the code under test."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    turns = np.zeros(x.shape, dtype=int)
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
        if y1 != y2:
            left = x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
            turns += np.where(left & (y1 <= y) & (y2 > y), 1, 0) - np.where(left & (y2 <= y) & (y1 > y), 1, 0)
    return np.asarray(turns != 0, dtype=np.bool_)


def published(outline: Outline, upright: Pixels, what: What) -> str:
    """The hash of the file that is written when this was drawn, and nothing else is in the photo."""
    sightings = correct.add((), what, outline)
    record = replace(a_photo(), width=WIDTH, height=HEIGHT, sightings=sightings)
    platform = a_platform()
    covers = covers_for(record, decide(sightings, NO_ONE, platform))
    assert covers
    return hashlib.sha256(encode(cover(decode(a_jpeg(upright)), covers), output_for(platform))).hexdigest()


@given(strokes(), st.sampled_from([What.FACE, What.PERSON, What.LIKELY_NAME, What.AREA]), st.integers(0, 99))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_promise_1_holds_for_whatever_shape_was_drawn(outline: Outline, what: What, seed: int) -> None:
    one = a_scene(WIDTH, HEIGHT, seed)
    other = one.copy()
    hidden = inside(outline)
    other[hidden] = np.random.default_rng(seed).integers(0, 256, (int(hidden.sum()), 3), dtype=np.uint8)
    assert published(outline, one, what) == published(outline, other, what)


def touched(points: Outline, radius: float) -> Mask:
    """The pixels of which a round brush touches the middle on its way: not the code under test."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    nearest = np.hypot(x - points[0][0], y - points[0][1])
    for (x1, y1), (x2, y2) in pairwise(points):
        long = (x2 - x1) ** 2 + (y2 - y1) ** 2
        along = np.clip(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / max(long, 1e-9), 0, 1)
        nearest = np.minimum(nearest, np.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)))
    return np.asarray(nearest <= radius, dtype=np.bool_)


@given(strokes(), st.integers(1, 40), st.floats(1.5, 30), st.integers(0, 99))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_promise_1_nothing_that_a_brush_touched_reaches_the_file(
    points: Outline, many: int, radius: float, seed: int
) -> None:
    points = points[:many]
    outline = Stroke(points, radius).outline(WIDTH, HEIGHT)
    one = a_scene(WIDTH, HEIGHT, seed)
    other = one.copy()
    hidden = touched(points, radius)
    other[hidden] = np.random.default_rng(seed).integers(0, 256, (int(hidden.sum()), 3), dtype=np.uint8)
    assert published(outline, one, What.AREA) == published(outline, other, What.AREA)


@given(st.floats(20, 76), st.floats(20, 52), st.floats(2, 15))
def test_one_touch_of_the_brush_covers_little_more_than_the_brush(x: float, y: float, radius: float) -> None:
    box = correct.box_of(Stroke(((x, y),), radius).outline(WIDTH, HEIGHT))
    allowed = 2 * radius + 2 + 2 * max(1.0, radius / 8)
    assert box[2] - box[0] <= allowed + 1
    assert box[3] - box[1] <= allowed + 1


@given(strokes(), st.integers(0, 40), st.integers(0, 30), st.floats(0.3, 2.0))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_moved_and_resized_shape_covers_the_moved_and_resized_shape(
    outline: Outline, dx: int, dy: int, by: float
) -> None:
    (drawn,) = correct.add((), What.AREA, outline)
    x1, y1, x2, y2 = drawn.box
    box = (x1 + dx, y1 + dy, x1 + dx + max(4.0, (x2 - x1) * by), y1 + dy + max(4.0, (y2 - y1) * by))
    (moved,) = correct.reshape((drawn,), drawn.region, box)
    assert len(moved.outline) == len(outline)
    assert moved.box[0] <= box[0]
    assert moved.box[3] >= box[3]
    patch = grow(decode(a_jpeg(a_scene(WIDTH, HEIGHT))), moved.outline)
    laid = np.zeros((HEIGHT, WIDTH), dtype=np.bool_)
    if patch is not None:
        patch.within(laid)[:] = patch.mask
    assert not (inside(moved.outline) & ~laid).any()


@given(strokes())
def test_the_boxes_of_a_shape_hold_every_pixel_of_it(outline: Outline) -> None:
    held = np.zeros((HEIGHT, WIDTH), dtype=np.bool_)
    for x1, y1, x2, y2 in boxes_of(outline):
        held[y1 : y2 + 1, x1 : x2 + 1] = True
    assert not (inside(outline) & ~held).any()


def test_a_moved_head_stays_covered_with_its_hair() -> None:
    (face,) = correct.add((), What.FACE, ((100.0, 100.0), (160.0, 100.0), (160.0, 180.0), (100.0, 180.0)))
    head = replace(face, outline=((90.0, 60.0), (170.0, 60.0), (170.0, 190.0), (90.0, 190.0)))
    (moved,) = correct.reshape((head,), face.region, (200.0, 100.0, 260.0, 180.0))
    assert moved.outline == ((190.0, 60.0), (270.0, 60.0), (270.0, 190.0), (190.0, 190.0))
    assert moved.box == (200, 100, 260, 180)
