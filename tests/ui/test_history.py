"""History as lead and office use it: what must come down, what went wrong, the log, and reports on paper."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.posts.taking_down import taken_down
from app.ui.history_dialogs import GoneDialog, KnownDialog, WrongDialog
from app.ui.pages.history import HistoryPage
from app.ui.widgets.confirm import ConfirmDialog
from consent.accounts import SYSTEM, AccountId
from consent.audit import Event
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.publications import PhotoId, Publication
from tests.factories import NOW, a_permission
from tests.ui.conftest import BATCH, WEBSITE, Desktop
from tests.ui.driving import click, settle


def page_of(desktop: Desktop) -> HistoryPage:
    page = desktop.window.page("history")
    assert isinstance(page, HistoryPage)
    return page


def rows(desktop: Desktop) -> list[tuple[str, ...]]:
    return [record.cells for record in page_of(desktop).table.rows.records]


def opened(desktop: Desktop, who: str, report: str) -> HistoryPage:
    desktop.sign_in(who)
    desktop.window.go("history", report)
    desktop.settle()
    return page_of(desktop)


@pytest.fixture
def after_a_no(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """Anna was posted on the website, and her mother has taken the permission back."""
    desktop = make_desktop(photos={})
    post = Publication(
        PhotoId("f1"), WEBSITE, "copy.jpg", "0" * 64, (PersonId("anna"),), AccountId("office"), AccountId("head"),
        NOW, "folder",
    )  # fmt: skip
    desktop.store.ledger.put_publication(post)
    desktop.store.register.record_permission(
        a_permission("anna", Kind.PHOTO, platform=WEBSITE, answer=Answer.WITHDRAWN)
    )
    return desktop


def test_a_post_that_must_come_down_is_ticked_with_a_word_on_how_that_is_known(after_a_no: Desktop) -> None:
    page = opened(after_a_no, "office", "takedown")
    assert [row[1] for row in rows(after_a_no)] == ["Anna Test: permission was withdrawn"]
    click(page.doings.gone)
    dialog = after_a_no.window.findChildren(GoneDialog)[-1]
    click(dialog.yes)
    assert "Say how you know" in dialog.notice.words
    QTest.keyClicks(dialog.note, "deleted and looked again")
    click(dialog.yes)
    after_a_no.settle()
    assert rows(after_a_no) == []
    assert page.notice.words == "Put down as gone, with your proof."
    assert [one.note for one in after_a_no.store.aftercare.take_downs()] == ["deleted and looked again"]


def test_a_post_that_was_ticked_by_mistake_is_put_back_on_the_list(after_a_no: Desktop) -> None:
    taken_down(after_a_no.services, "copy.jpg", note="the wrong one")
    page = opened(after_a_no, "office", "gone")
    assert len(rows(after_a_no)) == 1
    click(page.doings.still)
    click(after_a_no.window.findChildren(ConfirmDialog)[-1].yes)
    after_a_no.settle()
    assert rows(after_a_no) == []
    assert page.notice.words == "Put down as still there."
    assert [one.done_at for one in after_a_no.store.aftercare.take_downs()] == [None]


def test_home_tells_that_a_post_must_come_down_and_leads_there(after_a_no: Desktop) -> None:
    after_a_no.sign_in("office")
    after_a_no.settle()
    home = after_a_no.window.home
    assert home.duties.isVisible()
    home.duties.wanted.emit("history", "takedown")
    after_a_no.settle()
    assert len(rows(after_a_no)) == 1


def test_the_office_sees_what_is_its_business_and_no_report_that_names_people(after_a_no: Desktop) -> None:
    assert opened(after_a_no, "office", "log").names == ("takedown", "gone", "addresses")


def test_an_incident_is_put_down_by_anyone_and_closed_by_the_lead(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    page = opened(desktop, "office", "takedown")
    click(page.doings.wrong)
    wrong = desktop.window.findChildren(WrongDialog)[-1]
    QTest.keyClicks(wrong.what, "a photo on the wrong page")
    click(wrong.yes)
    desktop.settle()
    desktop.window.desk.lock()
    page = opened(desktop, "lead", "incidents")
    assert rows(desktop)[0][2] == "a photo on the wrong page"
    assert "h left" in rows(desktop)[0][3]
    click(page.doings.close_it)
    desktop.settle()
    assert rows(desktop)[0][3] != "closed"
    click(page.doings.add)
    known = desktop.window.findChildren(KnownDialog)[-1]
    QTest.keyClicks(known.measures, "taken down, families told")
    QTest.keyClicks(known.not_reported, "no risk")
    click(known.yes)
    desktop.settle()
    click(page.doings.close_it)
    desktop.settle()
    assert rows(desktop)[0][3] == "closed"


def test_the_log_is_saved_as_a_pdf(
    make_desktop: Callable[..., Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    desktop = make_desktop(photos={})
    page = opened(desktop, "lead", "log")
    assert "The log is unbroken" in page.said.text()
    assert "not encrypted" in saved(page, tmp_path / "log.pdf", desktop)


def saved(page: HistoryPage, file: Path, desktop: Desktop) -> str:
    """Save the report in front; what the page says then."""
    page.save_as(file)
    settle(desktop.window, seconds=60)
    assert file.read_bytes().startswith(b"%PDF-")
    return page.notice.words


def test_promise_38_on_paper_the_log_names_nobody_and_on_the_screen_it_does(
    make_desktop: Callable[..., Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    desktop = make_desktop()
    store = desktop.store
    store.audit.append(Event("person.shown", AccountId("office"), NOW, "anna"))
    store.audit.append(Event("erase", SYSTEM, NOW, "a1"))
    store.audit.append(Event("batch.shown", AccountId("head"), NOW, BATCH))
    page = opened(desktop, "lead", "log")
    shown = " ".join(cell for row in rows(desktop) for cell in row)
    named = ["Olive Office", "Hal Head", "Lea Lead", store.register.person(PersonId("anna")).shown_name]
    named.append(store.ledger.batch(BATCH).title)
    assert [name for name in named if name not in shown] == []
    assert "Greenlight itself" in shown
    saved(page, tmp_path / "log.pdf", desktop)
    with closing(pypdfium2.PdfDocument(tmp_path / "log.pdf")) as book:
        text = "".join("".join(page.get_textpage().get_text_range().split()) for page in book)
    assert [name for name in named if "".join(name.split()) in text] == []
    assert "Greenlightitself" in text
    assert "PeoplestandherebytheirIds".lower() in text.lower()
