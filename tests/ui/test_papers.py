"""The signed paper behind an answer: kept encrypted, named by the answer, looked at inside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.pages.people import PeoplePage
from app.ui.people.answer_dialog import AnswerDialog
from app.ui.people.person_papers import ScanDialog
from app.ui.widgets.paper_dialog import PaperDialog
from consent.people import PersonId
from tests.papers import a_pdf
from tests.ui.conftest import WEBSITE, Desktop
from tests.ui.driving import click, press


@pytest.fixture
def annas_page(make_desktop: Callable[..., Desktop], qtbot: QtBot, tmp_path: Path) -> Desktop:
    """The lead on Anna's page, and a scan of two pages on the desktop."""
    (tmp_path / "scan.pdf").write_bytes(a_pdf(2))
    (tmp_path / "letter.doc").write_bytes(b"a letter")
    desktop = make_desktop(photos={})
    desktop.sign_in("lead")
    desktop.window.go("people", "anna")
    desktop.settle()
    page_of(desktop).person_card.tabs.setCurrentIndex(3)
    return desktop


def page_of(desktop: Desktop) -> PeoplePage:
    page = desktop.window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def keep(desktop: Desktop, file: str) -> None:
    click(page_of(desktop).person_card.add_paper)
    dialog = desktop.window.findChildren(ScanDialog)[-1]
    QTest.keyClicks(dialog.file.line, str(desktop.folder / file))
    click(dialog.yes)
    assert "which form" in dialog.notice.words
    QTest.keyClicks(dialog.form_name, "Photo form 2026")
    press(dialog.form_name, Qt.Key.Key_Return)
    desktop.settle()


def test_a_scan_is_kept_named_by_an_answer_and_looked_at_page_by_page(annas_page: Desktop) -> None:
    card = page_of(annas_page).person_card
    keep(annas_page, "scan.pdf")
    assert "Kept, encrypted" in card.notice.words
    (scan,) = annas_page.store.register.scans([PersonId("anna")])
    click(card.record)
    answer = annas_page.window.findChildren(AnswerDialog)[-1]
    answer.boxes[WEBSITE].setChecked(True)
    answer.paper.setCurrentIndex(1)
    QTest.keyClicks(answer.wording, "Photo form 2026")
    click(answer.yes)
    annas_page.settle()
    assert annas_page.store.register.permissions([PersonId("anna")])[-1].evidence == scan.id
    assert card.papers.rows.records[0].cells[2] == "1"
    card.papers.setFocus()
    press(card.papers, Qt.Key.Key_Return)
    annas_page.settle()
    paper = annas_page.window.findChildren(PaperDialog)[-1]
    assert paper.pages == 2
    assert "2 pages" in paper.said.text()
    assert annas_page.store.audit.entries()[-1].event.act == "scan.shown"
    annas_page.window.desk.lock()
    assert not paper.isVisible()
    assert card.papers.rows.records == []


def test_what_is_no_scan_is_refused_in_words(annas_page: Desktop) -> None:
    keep(annas_page, "letter.doc")
    assert "This is no scanned form" in page_of(annas_page).person_card.notice.words
    keep(annas_page, "nothing.pdf")
    assert annas_page.store.register.scans() == []


def test_the_office_sees_no_papers(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> None:
    desktop = make_desktop(photos={})
    desktop.sign_in("office")
    desktop.window.go("people", "anna")
    desktop.settle()
    assert not page_of(desktop).person_card.tabs.isTabVisible(3)
