"""Painting over an odd shape by mouse and by keyboard, and zooming with two fingers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.pages.review import ReviewPage
from app.ui.widgets.gesture import Tool
from consent.sightings import Origin, Sighting, What
from tests.ui.conftest import Desktop
from tests.ui.driving import choose_in_menu, press

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SOMETHING_ELSE = 3


@pytest.fixture
def page(desktop: Desktop) -> ReviewPage:
    desktop.window.go("review")
    desktop.settle()
    return desktop.window.review


def on_screen(page: ReviewPage, x: float, y: float) -> QPoint:
    across, down = page.frame.photo.viewport.to_widget(x, y)
    return QPoint(round(across), round(down))


def in_hand(page: ReviewPage) -> Tool:
    return page.frame.photo.tool


def drawn(desktop: Desktop) -> Sighting:
    last = desktop.photo("f1").sightings[-1]
    assert (last.what, last.origin) == (What.AREA, Origin.BY_HAND)
    return last


def test_what_the_brush_touched_becomes_a_region_that_can_be_taken_back(
    page: ReviewPage, desktop: Desktop
) -> None:
    view, before = page.frame.photo, desktop.photo("f1").sightings
    press(view, Key.Key_O)
    assert in_hand(page) is Tool.BRUSH
    way = [(1200, 700), (1300, 900), (1400, 900)]
    QTest.mousePress(view, LEFT, pos=on_screen(page, *way[0]))
    for x, y in way[1:]:
        QTest.mouseMove(view, on_screen(page, x, y))
    assert not view.grab().isNull()
    QTest.mouseRelease(view, LEFT, pos=on_screen(page, *way[-1]))
    choose_in_menu(SOMETHING_ELSE)
    desktop.settle()
    x1, y1, x2, y2 = drawn(desktop).box
    radius = 16 / view.viewport.scale
    for found, expected in zip((x1, y1, x2, y2), (1200, 700, 1400, 900), strict=True):
        assert abs(abs(found - expected) - radius) < radius / 2
    assert in_hand(page) is Tool.NONE
    view.setFocus()
    press(view, Key.Key_Z, CONTROL)
    desktop.settle()
    assert desktop.photo("f1").sightings == before


def test_the_brush_works_by_keyboard_alone(page: ReviewPage, desktop: Desktop) -> None:
    view = page.frame.photo
    press(view, Key.Key_O)
    assert "Enter puts it down" in page.notice.words
    press(view, Key.Key_BracketRight)
    for _ in range(4):
        press(view, Key.Key_Right)  # the brush moves, and not on to the next photo
    assert page.model.index == 0
    press(view, Key.Key_Return)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Right):
        press(view, key)
    press(view, Key.Key_Return)
    choose_in_menu(SOMETHING_ELSE)
    desktop.settle()
    x1, y1, x2, y2 = drawn(desktop).box
    assert x1 > 800 - 1
    assert y2 - y1 > x2 - x1
    view.setFocus()
    press(view, Key.Key_Right)
    assert page.model.index == 1  # the arrows are the photos' again


def test_escape_puts_the_brush_away_and_draws_nothing(page: ReviewPage, desktop: Desktop) -> None:
    view, before = page.frame.photo, desktop.photo("f1").sightings
    press(view, Key.Key_O)
    press(view, Key.Key_Return)
    press(view, Key.Key_Right)
    press(view, Key.Key_Escape)
    assert in_hand(page) is Tool.NONE
    assert QApplication.activePopupWidget() is None
    desktop.settle()
    assert desktop.photo("f1").sightings == before


def test_two_fingers_zoom_about_the_place_between_them(page: ReviewPage) -> None:
    view = page.frame.photo
    view.zoom(3)
    place = QPointF(view.width() / 3, view.height() / 3)
    there = view.viewport.to_photo(place.x(), place.y())
    before = view.viewport.scale
    for spread in (0.2, 0.1):
        QApplication.sendEvent(
            view,
            QNativeGestureEvent(
                Qt.NativeGestureType.ZoomNativeGesture,
                QPointingDevice.primaryPointingDevice(),
                2,
                place,
                place,
                QPointF(view.mapToGlobal(place)),
                spread,
                QPointF(),
            ),
        )
    assert view.viewport.scale == pytest.approx(before * 1.2 * 1.1)
    assert view.viewport.to_photo(place.x(), place.y()) == pytest.approx(there, abs=1)
