"""How long the window is away in an event of 24 photos, without the vision beside it: prints figures.

python -m pytest -s -m evaluation tests/benchmarks/test_stalls.py
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.stalls import Stalls
from tests.ui.an_event import card_with, enrol
from tests.ui.conftest import Desktop
from tests.ui.driving import wait_until
from tests.ui.hands import Keyboard
from tests.ui.test_an_event_of_24_photos import take_the_whole_way

pytestmark = [pytest.mark.evaluation, pytest.mark.usefixtures("memory_as_before")]


def test_how_long_the_window_is_away_in_an_event_of_24_photos(
    make_desktop: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    enrol(desktop.store)
    desktop.vision.seen = card_with(tmp_path / "card", desktop.store)
    ahead = desktop.window.work_ahead()
    stalls = Stalls(desktop.window)

    def part(name: str) -> None:
        """Between two parts the hand rests for a moment, as hands do."""
        stalls.begin(f"rest before {name}")
        wait_until(lambda: ahead.done or desktop.window.desk.is_locked)
        stalls.begin(name)

    try:
        take_the_whole_way(
            desktop, Keyboard(desktop.window), card=tmp_path / "card", out=tmp_path / "out", part=part
        )
    finally:
        stalls.end()
        stalls.tell()
