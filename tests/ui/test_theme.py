"""Colours that can be read, icons and a style sheet that are whole."""

from __future__ import annotations

from importlib.resources import files

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.actions import HELD, REVIEW
from app.ui.contrast import MARK_CONTRAST, TEXT_CONTRAST, contrast
from app.ui.icons import GAP, pixmap
from app.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, Look, Theme, style_sheet
from app.ui.widgets.notice import Notice, Tone

LOOKS = pytest.mark.parametrize(
    "colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"]
)


@LOOKS
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    for ground in (colours.window, colours.surface, colours.sunken, colours.accent_soft):
        assert contrast(colours.text, ground) >= TEXT_CONTRAST
    for ground in (colours.window, colours.surface):
        assert contrast(colours.muted, ground) >= TEXT_CONTRAST
    assert contrast(colours.on_accent, colours.accent) >= TEXT_CONTRAST
    assert contrast(colours.on_accent, colours.accent_hover) >= TEXT_CONTRAST


@LOOKS
def test_marks_and_edges_can_be_seen(colours: Colours) -> None:
    for mark in (
        colours.show,
        colours.cover,
        colours.unsure,
        colours.block,
        colours.focus,
        colours.field_line,
    ):
        assert contrast(mark, colours.surface) >= MARK_CONTRAST
        assert contrast(mark, colours.window) >= MARK_CONTRAST


def test_the_style_sheet_has_every_value(application: QApplication) -> None:
    for look in (Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST):
        text = style_sheet(Theme(look, text_percent=200))
        assert "$" not in text.split("*/", 1)[1]
        assert "44px" in text


def test_every_icon_can_be_drawn(application: QApplication) -> None:
    folder = files("resources").joinpath("icons")
    names = [entry.name.removesuffix(".svg") for entry in folder.iterdir() if entry.name.endswith(".svg")]
    assert {entry.icon for entry in (*REVIEW, *HELD) if entry.icon} <= set(names)
    for name in names:
        picture = pixmap(name, "#ff0000").toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name


def test_icons_follow_when_the_look_is_changed(application: QApplication, qtbot: QtBot) -> None:
    theme = Theme(Look.LIGHT)
    button = QPushButton("Words")
    qtbot.addWidget(button)
    theme.put_icon(button, "tick")
    before = button.icon().pixmap(20, 20).toImage()
    theme.look = Look.DARK
    theme.put_on(application)
    assert button.icon().pixmap(20, 20).toImage() != before
    theme.look = Look.LIGHT
    theme.put_on(application)


def test_the_sign_of_a_message_follows_when_the_look_is_changed(
    application: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(Look.LIGHT)
    theme.put_on(application)
    notice = Notice(theme)
    qtbot.addWidget(notice)
    notice.say("Done", Tone.GOOD)
    before = notice._icon.pixmap().toImage()
    theme.look = Look.DARK
    theme.put_on(application)
    assert notice._icon.pixmap().toImage() != before
    theme.look = Look.LIGHT
    theme.put_on(application)


def test_signs_grow_with_the_text_and_keep_their_distance_from_the_words(qtbot: QtBot) -> None:
    button = QPushButton()  # as in the narrow rail, where the words come later
    qtbot.addWidget(button)
    sides = []
    for percent in (100, 200):
        Theme(Look.LIGHT, text_percent=percent).put_icon(button, "tick")
        sides.append(button.iconSize().height())
        assert button.iconSize().width() == button.iconSize().height() + GAP
    assert sides == [20, 30]


def test_no_key_means_two_things() -> None:
    keys = [key for entry in (*REVIEW, *HELD) for key in entry.keys]
    assert len(keys) == len(set(keys))
