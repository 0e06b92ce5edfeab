"""The arithmetic of zooming, drawing and moving."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.gesture import Drag, Handle, handle_at, large_enough, outline_of
from app.ui.widgets.viewport import Viewport

SIZES = st.integers(20, 6000)
PLACES = st.floats(-500, 3000)


@given(SIZES, SIZES, st.integers(50, 2000), st.integers(50, 2000), st.floats(0.2, 5), PLACES, PLACES)
def test_a_place_keeps_its_place_under_the_pointer_or_the_photo_stays_in_sight(
    photo_width: int, photo_height: int, width: int, height: int, factor: float, x: float, y: float
) -> None:
    view = Viewport(photo_width, photo_height, width, height).fit().zoomed(factor, x, y)
    back = view.to_widget(*view.to_photo(x, y))
    assert back == pytest.approx((x, y), abs=1e-6)
    # no empty margin where the photo could fill it
    if view.photo_width * view.scale >= width:
        assert view.left <= 1e-6
        assert view.left + view.photo_width * view.scale >= width - 1e-6


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    view = Viewport(4000, 3000, 800, 600).fit().zoomed(4, 400, 300)
    before = view.to_photo(500, 350)
    after = view.zoomed(1.25, 500, 350).to_photo(500, 350)
    assert after == pytest.approx(before)


def test_a_fitted_photo_stays_fitted_when_the_window_grows() -> None:
    assert Viewport(400, 300, 100, 100).fit().resized(200, 100).fitted


def test_bringing_a_region_into_sight_moves_no_further_than_needed() -> None:
    view = Viewport(4000, 3000, 800, 600).fit().zoomed(5, 0, 0)
    shown = view.showing((3000, 100, 3100, 200))
    x1, y1 = shown.to_widget(3000, 100)
    x2, y2 = shown.to_widget(3100, 200)
    assert 0 <= x1 < x2 <= 800
    assert 0 <= y1 < y2 <= 600


@given(
    st.sampled_from([None, *Handle]),
    st.floats(0, 1000),
    st.floats(0, 800),
    st.floats(-500, 1500),
    st.floats(-500, 1500),
)
def test_a_drag_never_leaves_the_photo(
    handle: Handle | None, x: float, y: float, to_x: float, to_y: float
) -> None:
    drag = Drag((x, y), (x, y), handle, (100, 100, 300, 200)).to(to_x, to_y)
    x1, y1, x2, y2 = drag.result(1000, 800)
    assert 0 <= x1 <= x2 <= 1000
    assert 0 <= y1 <= y2 <= 800


def test_moving_keeps_the_size_at_the_edge() -> None:
    drag = Drag((150, 150), (5000, 150), Handle.BODY, (100, 100, 300, 200))
    assert drag.result(1000, 800) == (800, 100, 1000, 200)


def test_corners_and_sides_are_told_apart() -> None:
    box = (100.0, 100.0, 300.0, 200.0)
    assert handle_at(box, 101, 101, reach=8) is Handle.NW
    assert handle_at(box, 299, 150, reach=8) is Handle.E
    assert handle_at(box, 200, 150, reach=8) is Handle.BODY
    assert handle_at(box, 50, 50, reach=8) is None


def test_a_slip_of_the_hand_is_no_box() -> None:
    assert not large_enough((10, 10, 12, 40))
    assert outline_of((10.4, 10.6, 20, 29.2)) == ((10, 10), (20, 10), (20, 30), (10, 30))
