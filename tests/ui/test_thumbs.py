"""The strip's small pictures come in the order in which they are looked for; rows and names keep to their room."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.pages.thumbs import Thumbs
from app.ui.pictures import Shown
from app.ui.theme import Look, Theme
from app.ui.widgets.candidate_button import fitting
from app.ui.widgets.filmstrip import Filmstrip, Frame
from app.ui.widgets.flow_layout import FlowLayout

PHOTOS = 9


class Pictures:
    """Keeps what was asked for until the test hands it out."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._done: Callable[[Shown], None]
        self._failed: Callable[[Failure], None]

    def kept(self, photo: str, side: int) -> Shown | None:
        assert side
        return picture() if photo == "p8" else None

    def photo(
        self,
        _services: object,
        photo: str,
        done: Callable[[Shown], None],
        *,
        failed: Callable[[Failure], None],
        **_how: Any,
    ) -> None:
        self.asked.append(photo)
        self._done, self._failed = done, failed

    def hand_out(self) -> None:
        self._done(picture())

    def fail(self) -> None:
        self._failed(cast("Failure", None))


def picture() -> Shown:
    return Shown(QImage(4, 4, QImage.Format.Format_RGB32), 4, 4)


@pytest.fixture
def strip(qtbot: QtBot) -> Filmstrip:
    made = Filmstrip(Theme(Look.LIGHT))
    qtbot.addWidget(made)
    made.set_frames([Frame(f"p{number}", (), "") for number in range(PHOTOS)], 4)
    return made


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


@pytest.fixture
def thumbs(strip: Filmstrip, pictures: Pictures) -> Thumbs:
    desk = SimpleNamespace(pictures=pictures, services=None, is_locked=False)
    made = Thumbs(cast("Desk", desk), strip)
    made.fill()
    return made


def test_the_nearest_picture_comes_first_and_follows_whoever_goes_on(
    thumbs: Thumbs, strip: Filmstrip, pictures: Pictures
) -> None:
    for _ in range(2):
        pictures.hand_out()
    assert pictures.asked == ["p4", "p3", "p5"]
    strip.go(0)
    for _ in range(PHOTOS - 3):
        pictures.hand_out()
    assert pictures.asked[3:] == ["p0", "p1", "p2", "p6", "p7"]  # p8 was at hand
    assert strip.missing() == ()
    assert thumbs.parent() is strip


@pytest.mark.usefixtures("thumbs")
def test_a_picture_that_cannot_be_made_holds_up_no_other(strip: Filmstrip, pictures: Pictures) -> None:
    pictures.fail()
    while len(pictures.asked) < PHOTOS - 1:
        pictures.hand_out()
    pictures.hand_out()
    assert strip.missing() == ("p4",)


def test_a_second_call_does_not_ask_for_everything_twice(thumbs: Thumbs, pictures: Pictures) -> None:
    first = pictures._done
    thumbs.fill()
    first(picture())  # what the first call had asked for arrives late
    assert pictures.asked == ["p4", "p4"]


def test_a_row_of_answers_ends_at_the_right_and_breaks_where_there_is_no_room(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    row = FlowLayout(room, spacing=8, edge=Qt.Edge.RightEdge)
    buttons = [QPushButton("Go live", room) for _ in range(3)]
    for button in buttons:
        row.addWidget(button)
    room.resize(600, 200)
    room.show()
    assert buttons[-1].geometry().right() == room.width() - 1
    assert len({button.y() for button in buttons}) == 1
    room.resize(buttons[0].width() * 2 + 8, 200)
    qtbot.waitUntil(lambda: buttons[2].y() > buttons[0].y())
    assert buttons[2].geometry().right() == room.width() - 1
    assert row.heightForWidth(room.width()) == 2 * buttons[0].height() + 8


@pytest.mark.parametrize("name", ["Featherstonehaugh-Cholmondeley", "Mei-Lin Copperleaf", ""])
@pytest.mark.usefixtures("application")
def test_the_longest_word_of_a_name_fits_or_is_written_smaller(name: str) -> None:
    font = Theme(Look.LIGHT, text_percent=200).font(12)
    shown = fitting(font, name, 90)
    longest = max((QFontMetrics(shown).horizontalAdvance(word) for word in name.split()), default=0)
    assert longest <= 90
    assert shown.pixelSize() <= font.pixelSize()


@pytest.mark.parametrize("front", range(PHOTOS))
def test_a_strip_that_is_cleared_and_filled_again_tells_of_no_choice(strip: Filmstrip, front: int) -> None:
    frames = strip.frames()
    strip.go(front)
    told: list[int] = []
    strip.photo_chosen.connect(told.append)
    strip.clear()
    strip.set_frames(frames, front)
    assert told == []
    assert strip.currentIndex().row() == front
