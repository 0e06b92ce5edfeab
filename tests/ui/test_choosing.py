"""Single photos of a device are chosen with a tick; nothing on it is read before somebody approved it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import Services
from app.ui.widgets.choose_photos import ChoosePhotosDialog
from consent.devices import Device, DeviceId, Standing
from tests.ui.conftest import WEBSITE, Desktop
from tests.ui.driving import click, press


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """The office at the page Bring in."""
    del qtbot
    desktop = make_desktop(photos={})
    desktop.sign_in()
    desktop.window.go("bring_in")
    desktop.settle()
    return desktop


def asked(desktop: Desktop, folder: Path) -> ChoosePhotosDialog:
    page = desktop.window.bring_in
    page.folder.line.clear()
    QTest.keyClicks(page.folder.line, str(folder))
    click(page.choosing.button)
    desktop.settle()
    return desktop.window.findChildren(ChoosePhotosDialog)[-1]


def test_only_the_ticked_photos_of_a_card_are_brought_in(desktop: Desktop, card: Path) -> None:
    page = desktop.window.bring_in
    assert page.choosing.said.text() == "All photos"
    dialog = asked(desktop, card)
    assert dialog.ticks.ticked() == {"a.jpg", "b.jpg", "c.jpg"}
    assert not dialog.ticks.item(0).icon().isNull()
    click(dialog.none)
    assert not dialog.yes.isEnabled()
    press(dialog.ticks, Qt.Key.Key_Right)
    press(dialog.ticks, Qt.Key.Key_Space)
    assert dialog.yes.text() == "Take 1 photo"
    click(dialog.yes)
    desktop.settle()
    assert page.choosing.said.text() == "1 photo of 3 chosen"
    click(page.boxes[WEBSITE])
    click(page.begin)
    desktop.settle()
    (batch,) = desktop.store.ledger.batches()
    assert [photo.file_name for photo in desktop.store.ledger.photos(batch.id)] == ["b.jpg"]
    dialog = asked(desktop, card)
    assert dialog.ticks.ticked() == {"a.jpg", "c.jpg"}, "what was brought in begins without a tick"


def test_another_folder_means_all_of_its_photos_again(desktop: Desktop, card: Path) -> None:
    dialog = asked(desktop, card)
    click(dialog.none)
    press(dialog.ticks, Qt.Key.Key_Space)
    click(dialog.yes)
    assert desktop.window.bring_in.choosing.chosen == frozenset({"a.jpg"})
    QTest.keyClicks(desktop.window.bring_in.folder.line, "2")
    assert desktop.window.bring_in.choosing.chosen is None


def test_nothing_on_a_device_that_nobody_approved_is_read(
    desktop: Desktop, services: Services, card: Path
) -> None:
    device = Device(DeviceId("d1"), "Card", str(card.resolve()), Standing.UNKNOWN)
    services.store.register.put_device(device)
    page = desktop.window.bring_in
    before = desktop.vision.previews
    QTest.keyClicks(page.folder.line, str(card))
    click(page.choosing.button)
    desktop.settle()
    assert "approve" in page.notice.words
    assert desktop.window.findChildren(ChoosePhotosDialog) == []
    assert desktop.vision.previews == before


def test_the_pictures_of_a_card_are_gone_after_a_lock(desktop: Desktop, card: Path) -> None:
    dialog = asked(desktop, card)
    desktop.window.desk.lock()
    assert not dialog.isVisible()
