"""A request for what is held, from the person's page to the list of what is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.services import Services
from app.ui.duty_words import lines
from app.ui.history_rows import due_rows
from app.ui.pages.people import PeoplePage
from app.ui.people.request_dialog import RequestDialog
from app.ui.reading_duties import duties
from app.ui.reading_history import due_report
from tests.factories import NOW
from tests.ui.conftest import Desktop
from tests.ui.driving import click


@pytest.fixture
def lead(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    del qtbot
    desktop = make_desktop(photos={})
    desktop.sign_in("lead")
    desktop.window.go("people")
    desktop.settle()
    return desktop


def test_a_request_is_recorded_shown_with_its_last_day_and_answered(lead: Desktop) -> None:
    page = lead.window.page("people")
    assert isinstance(page, PeoplePage)
    page.open_person("anna")
    lead.settle()
    click(page.person_card.request)
    click(lead.window.findChildren(RequestDialog)[-1].yes)
    lead.settle()
    assert "answer by 20 Dec" in page.person_card.about.text()
    assert any("Requests for what is held" in said for said, _, _ in lines(duties(as_lead(lead))))
    report, called = due_report(as_lead(lead))
    assert [record.cells[3] for record in due_rows(report, called)[1]] == ["Asked for what is held"]
    click(page.person_card.request)
    click(lead.window.findChildren(RequestDialog)[-1].yes)
    lead.settle()
    assert "answer by" not in page.person_card.about.text()
    assert [one.answered_on for one in lead.store.register.requests()] == [NOW.date()]


def as_lead(desktop: Desktop) -> Services:
    account = next(one for one in desktop.store.accounts.accounts() if one.user_name == "lead")
    return replace(desktop.services, account=account)
