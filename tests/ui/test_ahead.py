"""What is done beforehand while the hand rests: pages are there before they are asked for."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.ahead import NEVER
from tests.ui.conftest import Desktop
from tests.ui.driving import wait_until

pytestmark = pytest.mark.usefixtures("memory_as_before")


def a_touch() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)


def test_the_pages_of_this_person_are_built_while_the_hand_rests(desktop: Desktop) -> None:
    window = desktop.window
    assert set(window.pages) == {"home"}
    ahead = window.work_ahead()
    wait_until(lambda: ahead.done)
    assert set(window.pages) == {"home", "bring_in", "review", "deliver", "people", "history", "settings"}
    window.desk.lock()  # pages that nobody has entered are no trouble
    desktop.sign_in("head")
    wait_until(lambda: "approve" in window.pages)
    window.go("approve")
    desktop.settle()


def test_no_page_is_built_under_a_moving_hand(desktop: Desktop) -> None:
    window = desktop.window
    ahead = window.work_ahead()
    ahead.rest.eventFilter(window, a_touch())
    desktop.settle()
    ahead.go_on()
    assert set(window.pages) == {"home"}


def test_memory_is_looked_through_only_while_the_hand_rests(desktop: Desktop) -> None:
    ahead = desktop.window.work_ahead()
    wait_until(lambda: ahead.done)
    assert gc.get_threshold()[2] == NEVER
    assert gc.get_freeze_count() > 0
