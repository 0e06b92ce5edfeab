"""Open on this computer: wished with a password, seen at the next start, taken back here or from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.pages.settings import SettingsPage
from app.ui.settings.this_computer import ThisComputerSection
from tests.fakes.store import PASSWORD
from tests.ui.conftest import Desktop
from tests.ui.driving import click, wait_until


@pytest.fixture
def make(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Callable[[], Desktop]:
    """Starts the window on the same computer, as often as it is called."""
    del qtbot
    return lambda: make_desktop(photos={})


def section(desktop: Desktop) -> ThisComputerSection:
    desktop.window.go("settings", "computer")
    desktop.settle()
    page = desktop.window.page("settings")
    assert isinstance(page, SettingsPage)
    found = page.section("computer")
    assert isinstance(found, ThisComputerSection)
    return found


def switched_on(desktop: Desktop) -> ThisComputerSection:
    desktop.sign_in("office")
    found = section(desktop)
    QTest.keyClicks(found.password, PASSWORD)
    click(found.on)
    desktop.settle()
    return found


def test_it_is_off_until_someone_wishes_it_with_their_password(make: Callable[[], Desktop]) -> None:
    desktop = make()
    assert desktop.window.desk.is_locked
    desktop.sign_in("office")
    found = section(desktop)
    assert found.state.text().startswith("Off")
    click(found.on)
    assert found.notice.words == "Type your password first."
    QTest.keyClicks(found.password, "not my password")
    click(found.on)
    desktop.settle()
    assert "do not match" in found.notice.words
    assert desktop.store.computers.computers() == []
    QTest.keyClicks(found.password, PASSWORD)
    click(found.on)
    desktop.settle()
    assert found.state.text().startswith("On for you")
    assert found.password.text() == ""
    assert not found.on.isVisible()


def test_the_next_start_goes_without_a_password_but_a_lock_does_not(make: Callable[[], Desktop]) -> None:
    switched_on(make())
    again = make()
    wait_until(lambda: not again.window.desk.is_locked)
    assert again.window.desk.who is not None
    assert again.window.desk.who.name == "Olive Office"
    again.window.desk.lock()
    again.settle()
    assert again.window.desk.is_locked
    assert again.window.sign_in.password.isEnabled()


def test_it_is_taken_back_here(make: Callable[[], Desktop]) -> None:
    desktop = make()
    found = switched_on(desktop)
    click(found.off)
    desktop.settle()
    assert found.state.text().startswith("Off")
    again = make()
    again.settle()
    assert again.window.desk.is_locked


def test_one_forgotten_from_elsewhere_asks_for_the_password_and_says_why(make: Callable[[], Desktop]) -> None:
    desktop = make()
    switched_on(desktop)
    (known,) = desktop.store.computers.computers()
    desktop.store.computers.forget_computer(known.id)
    again = make()
    again.settle()
    assert again.window.desk.is_locked
    assert "no longer opens" in again.window.sign_in.notice.words
    again.sign_in("office")
    assert not again.window.desk.is_locked


def test_a_colleague_sees_that_it_is_on_for_someone_else(make: Callable[[], Desktop]) -> None:
    desktop = make()
    switched_on(desktop)
    desktop.window.desk.lock()
    desktop.sign_in("head")
    assert section(desktop).state.text().startswith("On for a colleague")
