"""A copy whose arrival is not known, addresses of posts made by hand, and the proof that one is gone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.deliver_dialogs import AddressDialog, ArrivedDialog
from app.ui.history_dialogs import GoneDialog
from app.ui.pages.history import HistoryPage
from app.ui.widgets.paper_dialog import PaperDialog
from consent.accounts import AccountId
from consent.deliveries import Delivery, Sent
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.publications import PhotoId, Publication
from tests.factories import NOW, a_permission
from tests.ui.conftest import BATCH, FACEBOOK, PHOTOS, WEBSITE, Desktop
from tests.ui.driving import click, press, say_yes


def a_post(name: str, photo: str = "f1", *, destination: str = "folder") -> Publication:
    return Publication(
        PhotoId(photo), WEBSITE, name, "0" * 64, (PersonId("anna"),), AccountId("office"), AccountId("head"), NOW,
        destination,
    )  # fmt: skip


@pytest.fixture
def doubtful(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """Two copies were on their way into a folder when the connection broke."""
    desktop = make_desktop(photos=PHOTOS)
    for name, photo in (("one.jpg", "f1"), ("two.jpg", "f2")):
        post = a_post(name, photo, destination=str(desktop.folder / "away"))
        delivery = Delivery(post, Sent.DOUBTFUL, AccountId("office"), NOW)
        desktop.store.outbox.put_delivery(delivery)
    desktop.sign_in("office")
    desktop.settle()
    return desktop


def sent(desktop: Desktop) -> list[str]:
    return [one.sent.value for one in desktop.store.outbox.deliveries()]


def opened(desktop: Desktop, report: str) -> HistoryPage:
    desktop.window.go("history", report)
    desktop.settle()
    page = desktop.window.page("history")
    assert isinstance(page, HistoryPage)
    return page


def test_home_leads_to_the_doubtful_copies_and_a_person_who_looked_settles_each(doubtful: Desktop) -> None:
    window = doubtful.window
    window.home.duties.wanted.emit("deliver", "")
    doubtful.settle()
    card = window.deliver.settling.card
    assert card.isVisible()
    assert card.table.hasFocus()
    assert not card.picture.pixmap().isNull()
    click(card.arrived)
    dialog = window.findChildren(ArrivedDialog)[-1]
    QTest.keyClicks(dialog.address, "https://school.example/news/7")
    press(dialog.address, Qt.Key.Key_Return)
    doubtful.settle()
    assert sent(doubtful) == ["sent", "doubtful"]
    assert [one.address for one in doubtful.store.ledger.publications()] == ["https://school.example/news/7"]
    click(card.absent)
    say_yes(window)
    doubtful.settle()
    assert sent(doubtful) == ["sent", "not_sent"]
    assert not card.isVisible()
    assert len(doubtful.store.ledger.publications()) == 1


def test_a_copy_that_lies_where_it_was_sent_is_found_by_looking_again(doubtful: Desktop) -> None:
    away = doubtful.folder / "away"
    away.mkdir()
    content = b"the copy"
    (away / "one.jpg").write_bytes(content)
    front = doubtful.store.outbox.deliveries()[0]
    known = replace(front, post=replace(front.post, sha256=hashlib.sha256(content).hexdigest()))
    doubtful.store.outbox.put_delivery(known)
    doubtful.window.go("deliver")
    doubtful.settle()
    click(doubtful.window.deliver.settling.card.look)
    doubtful.settle()
    assert sent(doubtful)[0] == "sent"
    assert doubtful.window.deliver.notice.words == "It is there, and put down as posted."


def test_a_copy_is_settled_by_keyboard_alone(doubtful: Desktop) -> None:
    window = doubtful.window
    window.go("deliver")
    doubtful.settle()
    card = window.deliver.settling.card
    card.table.setFocus()
    press(card.table, Qt.Key.Key_Down)
    press(card.table, Qt.Key.Key_Tab)
    assert card.arrived.hasFocus()
    press(card.arrived, Qt.Key.Key_Space)
    dialog = window.findChildren(ArrivedDialog)[-1]
    press(dialog.address, Qt.Key.Key_Return)
    doubtful.settle()
    assert sent(doubtful) == ["doubtful", "sent"]


def test_nothing_doubtful_stays_on_the_screen_after_a_lock(doubtful: Desktop) -> None:
    doubtful.window.go("deliver")
    doubtful.settle()
    doubtful.window.desk.lock()
    card = doubtful.window.deliver.settling.card
    assert card.found == {}
    assert card.picture.pixmap().isNull()


def test_one_address_is_put_down_for_everything_that_was_posted_together(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop(photos=PHOTOS)
    for name, photo in (("one.jpg", "f1"), ("two.jpg", "f2")):
        desktop.store.ledger.put_publication(a_post(name, photo))
    desktop.store.ledger.put_publication(replace(a_post("three.jpg"), platform=FACEBOOK))
    desktop.sign_in("office")
    page = opened(desktop, "addresses")
    assert len(page.table.rows.records) == 3
    page.table.selectRow([record.key for record in page.table.rows.records].index("one.jpg"))
    click(page.doings.address)
    dialog = desktop.window.findChildren(AddressDialog)[-1]
    click(dialog.yes)
    assert "Type the address" in dialog.notice.words
    QTest.keyClicks(dialog.address, "https://school.example/album")
    assert dialog.all.isChecked()
    click(dialog.yes)
    desktop.settle()
    assert {one.file_name: one.address for one in desktop.store.ledger.publications()} == {
        "one.jpg": "https://school.example/album", "two.jpg": "https://school.example/album", "three.jpg": "",
    }  # fmt: skip
    assert [record.key for record in page.table.rows.records] == ["three.jpg"]


def test_a_screenshot_proves_that_a_post_is_gone_and_is_looked_at_inside_the_window(
    make_desktop: Callable[..., Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    desktop = make_desktop(photos={})
    desktop.store.ledger.put_publication(a_post("copy.jpg"))
    desktop.store.register.record_permission(
        a_permission("anna", Kind.PHOTO, platform=WEBSITE, answer=Answer.WITHDRAWN)
    )
    picture = tmp_path / "empty.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"an empty page")
    desktop.sign_in("office")
    page = opened(desktop, "takedown")
    click(page.doings.gone)
    dialog = desktop.window.findChildren(GoneDialog)[-1]
    QTest.keyClicks(dialog.picture.line, str(picture))
    click(dialog.yes)
    desktop.settle()
    assert [one.has_proof for one in desktop.store.aftercare.take_downs()] == [True]
    page = opened(desktop, "gone")
    assert page.table.rows.records[0].cells[5] == "kept"
    click(page.doings.proof)
    desktop.settle()
    paper = desktop.window.findChildren(PaperDialog)[-1]
    assert paper.pages == 1
    before = paper._labels[0].pixmap().width()
    click(paper.larger)
    assert paper._labels[0].pixmap().width() > before
    desktop.window.desk.lock()
    assert not paper.isVisible()


def test_home_offers_nothing_for_a_batch_that_is_being_delivered(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop()
    desktop.sign_in("office")
    home = desktop.window.home

    def offered() -> list[str]:
        buttons = home.findChildren(QPushButton)
        return [one.accessibleName() for one in buttons if one.isVisible() and ": " in one.accessibleName()]

    assert offered()
    desktop.window.desk.delivering = BATCH
    desktop.window.desk.count()
    desktop.settle()
    assert offered() == []
    assert any(label.text() == "being delivered" for label in home.findChildren(QLabel) if label.isVisible())
