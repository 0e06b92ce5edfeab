"""Someone who stands in for the head sees the page to approve, and for whom they do so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from consent.accounts import Role
from consent.delegations import Delegation
from consent.stages import Stage
from tests.factories import TODAY, an_account
from tests.fakes.store import PASSWORD
from tests.ui.conftest import Desktop
from tests.ui.driving import click, see_everything


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """The office has asked for approval of one photo; Dee of the office may stand in for Hal."""
    del qtbot
    made = make_desktop()
    deputy = replace(an_account("deputy", Role.OFFICE), full_name="Dee Deputy")
    made.store.accounts.add_account(deputy, PASSWORD)
    made.sign_in()
    made.window.go("review")
    made.settle()
    click(made.window.review.frame.ask)
    made.settle()
    made.window.header.switch_wanted.emit()
    return made


def in_rail(window: MainWindow, page: str) -> bool:
    buttons = [one for one in window.findChildren(QPushButton, "rail") if one.isVisible()]
    return any(one.accessibleName().startswith(page) for one in buttons)


def let_stand_in(desktop: Desktop, *, from_day: int, until_day: int) -> None:
    day = timedelta(days=1)
    head, deputy = an_account("head").id, an_account("deputy").id
    desktop.store.ledger.put_delegation(
        Delegation("d1", head, deputy, TODAY + from_day * day, TODAY + until_day * day)
    )


def test_who_stands_in_approves_and_reads_for_whom(desktop: Desktop) -> None:
    let_stand_in(desktop, from_day=-1, until_day=5)
    desktop.sign_in("deputy")
    window = desktop.window
    assert in_rail(window, "Approve")
    window.go("approve")
    see_everything(window)
    said = window.approve.frame.stands_in
    assert said.isVisible()
    assert said.text().startswith("You stand in for Hal Head")
    click(window.approve.frame.live)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.APPROVE
    assert desktop.store.audit.entries()[-1].event.detail.endswith("for=head")


@pytest.mark.parametrize("days", [(-9, -1), (1, 9)], ids=["over", "not yet"])
def test_outside_those_days_the_page_is_not_there(desktop: Desktop, days: tuple[int, int]) -> None:
    let_stand_in(desktop, from_day=days[0], until_day=days[1])
    desktop.sign_in("deputy")
    window = desktop.window
    assert not in_rail(window, "Approve")
    window.go("approve")
    assert "approve" not in window.pages


def test_the_head_reads_nothing_of_standing_in(desktop: Desktop) -> None:
    let_stand_in(desktop, from_day=-1, until_day=5)
    desktop.sign_in("head")
    desktop.window.go("approve")
    desktop.settle()
    assert not desktop.window.approve.frame.stands_in.isVisible()


def test_home_begins_with_what_only_few_may_do_where_that_waits(desktop: Desktop) -> None:
    desktop.sign_in("head")
    focused = desktop.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Approve, 1")
