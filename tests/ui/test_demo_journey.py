"""The demo school under the real window, with real engines: from the camera's card to delivered and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.demo.school import HEAD, OFFICE, make_demo
from app.ui.appearance import Appearance
from app.ui.application import make_window
from app.ui.desk import real_doors
from app.ui.main_window import MainWindow
from app.ui.theme import Look
from consent.publications import PhotoRecord
from consent.stages import Stage
from tests.ui.driving import answer_photo, click, press, say_yes, see_everything, settle, sign_in, wait_until

pytestmark = pytest.mark.slow
PATIENCE = 300.0
KEPT = ("visitor.jpg", "broken.jpg", "reading-corner.heic")
"""A stranger, a broken file, and one that needs a converter; the rest is for the command line's own test."""


def records(window: MainWindow) -> list[PhotoRecord]:
    ledger = window.desk.services.store.ledger
    return [photo for batch in ledger.batches() for photo in ledger.photos(batch.id)]


def test_the_demo_school_goes_the_whole_way_in_the_window(
    application: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    school = make_demo(tmp_path / "demo")
    for photo in school.device.rglob("*.*"):
        if photo.is_file() and photo.name not in KEPT:
            photo.unlink()
    window = make_window(
        application, school.store, doors=real_doors(), appearance=Appearance(look=Look.LIGHT)
    )
    qtbot.addWidget(window)
    window.show()
    sign_in(window, OFFICE.user_name, OFFICE.password, seconds=PATIENCE)

    window.go("bring_in")
    settle(window, seconds=PATIENCE)
    QTest.keyClicks(window.bring_in.folder.line, str(school.device))
    for platform in ("website", "facebook"):
        click(next(box for name, box in window.bring_in.boxes.items() if name == platform))
    click(window.bring_in.begin)
    settle(window, seconds=PATIENCE)
    assert len(records(window)) == len(KEPT)

    window.go("review")
    wait_until(window.review.frame.photo.has_picture, seconds=PATIENCE)
    for _ in range(window.review.frame.strip.model().rowCount()):
        answer_photo(window, seconds=PATIENCE)
        press(window.review.frame.photo, Qt.Key.Key_Right)
        settle(window, seconds=PATIENCE)
    click(window.review.frame.ask)
    settle(window, seconds=PATIENCE)

    window.header.switch_wanted.emit()
    sign_in(window, HEAD.user_name, HEAD.password, seconds=PATIENCE)
    window.go("approve")
    settle(window, seconds=PATIENCE)
    while window.desk.waiting.to_approve:
        see_everything(window, seconds=PATIENCE)
        click(window.approve.frame.live)
        settle(window, seconds=PATIENCE)

    window.go("deliver")
    settle(window, seconds=PATIENCE)
    QTest.keyClicks(window.deliver.folder.line, str(school.out))
    click(window.deliver.begin)
    say_yes(window)
    settle(window, seconds=PATIENCE)
    assert window.deliver.table.rowCount() == len(list(school.out.rglob("*.jpg"))) > 0
    stages = {photo.stage for photo in records(window)}
    assert Stage.ERASE in stages
    assert stages <= {Stage.ERASE, Stage.REFUSED, Stage.DECIDE}
    window.close()
