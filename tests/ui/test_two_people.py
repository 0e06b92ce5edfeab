"""Rules that protect are loosened by two, who stands in for the head is named with days, computers are forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.pages.page import Page
from app.ui.pages.settings import SettingsPage
from app.ui.people_words import day
from app.ui.settings.account import AccountSection
from app.ui.settings.platforms import PlatformDialog, PlatformsSection
from app.ui.settings.policy import PolicySection
from app.ui.settings.second_person import SecondPersonDialog
from app.ui.settings.standing_in import StandInDialog
from consent.accounts import AccountId, Role
from consent.audit import Event
from consent.policy import NeverPublishRule
from tests.factories import NOW, an_account
from tests.fakes.store import PASSWORD
from tests.ui.conftest import WEBSITE, Desktop
from tests.ui.driving import click, press, say_yes


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """A school with two leads and two admins."""
    made = make_desktop(photos={})
    for name, role in (("lead2", Role.LEAD), ("admin2", Role.ADMIN)):
        made.store.accounts.add_account(replace(an_account(name, role), full_name=name.title()), PASSWORD)
    return made


def section(desktop: Desktop, who: str, name: str) -> Page:
    desktop.sign_in(who)
    desktop.window.go("settings", name)
    desktop.settle()
    page = desktop.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page.section(name)


def second(desktop: Desktop, user_name: str, password: str = PASSWORD) -> None:
    dialog = desktop.window.findChildren(SecondPersonDialog)[-1]
    QTest.keyClicks(dialog.user_name, user_name)
    QTest.keyClicks(dialog.password, password)
    press(dialog.password, Qt.Key.Key_Return)
    desktop.settle()


def test_a_looser_rule_needs_a_second_lead_with_a_password_of_their_own(desktop: Desktop) -> None:
    policy = section(desktop, "lead", "policy")
    assert isinstance(policy, PolicySection)
    policy.protection.never.setCurrentIndex(1)
    click(policy.protection.save)
    second(desktop, "lead")
    assert desktop.store.register.policy().never_publish is NeverPublishRule.BLOCK
    assert policy.notice.words.startswith("The second person must be someone else")
    click(policy.protection.save)
    second(desktop, "lead2")
    assert desktop.store.register.policy().never_publish is NeverPublishRule.COVER
    assert policy.notice.words == "Changed."


def test_a_stricter_rule_needs_no_second_person(desktop: Desktop) -> None:
    policy = section(desktop, "lead", "policy")
    assert isinstance(policy, PolicySection)
    policy.protection.smallest.setValue(40)
    policy.protection.group.setValue(4)
    click(policy.protection.save)
    desktop.settle()
    assert desktop.window.findChildren(SecondPersonDialog) == []
    assert desktop.store.register.policy().smallest_face == 40
    assert desktop.store.register.policy().group_size == 4


def test_a_platform_is_made_looser_only_by_two_admins_and_stricter_by_one(desktop: Desktop) -> None:
    platforms = section(desktop, "admin", "platforms")
    assert isinstance(platforms, PlatformsSection)

    def choose_groups_only(*, chosen: bool) -> None:
        click(platforms.change)
        dialog = desktop.window.findChildren(PlatformDialog)[-1]
        dialog.groups.setChecked(chosen)
        click(dialog.yes)
        desktop.settle()

    choose_groups_only(chosen=True)
    assert desktop.window.findChildren(SecondPersonDialog) == []
    assert desktop.store.register.platform(WEBSITE).group_only
    choose_groups_only(chosen=False)
    second(desktop, "lead")
    assert desktop.store.register.platform(WEBSITE).group_only
    assert platforms.notice.words.startswith("The second person must be someone else")
    choose_groups_only(chosen=False)
    second(desktop, "admin2")
    assert not desktop.store.register.platform(WEBSITE).group_only


def test_promise_50_two_leads_say_that_a_clock_which_was_ahead_is_right_again(desktop: Desktop) -> None:
    desktop.store.audit.append(Event("look", "office", NOW + timedelta(days=40)))
    policy = section(desktop, "lead", "policy")
    assert isinstance(policy, PolicySection)
    desktop.settle()
    assert policy.clock.isVisible()
    assert day((NOW + timedelta(days=40)).date()) in policy.clock.words.text()
    click(policy.clock.right)
    second(desktop, "lead2")
    assert desktop.store.audit.latest() == NOW
    desktop.settle()
    assert not policy.clock.isVisible()


def test_promise_27_originals_of_the_school_s_own_devices_go_only_by_two_admins(desktop: Desktop) -> None:
    policy = section(desktop, "admin", "policy")
    assert isinstance(policy, PolicySection)
    policy.delete_own.setChecked(True)
    click(policy.save_own)
    second(desktop, "admin2")
    assert set(desktop.store.register.policy().delete_own_originals) == {"admin", "admin2"}
    policy.delete_own.setChecked(False)
    click(policy.save_own)
    desktop.settle()
    assert desktop.store.register.policy().delete_own_originals == ()


def test_the_lead_switches_the_keeping_of_reference_faces(desktop: Desktop) -> None:
    policy = section(desktop, "lead", "policy")
    assert isinstance(policy, PolicySection)
    assert not policy.pictures.isChecked()
    policy.pictures.setChecked(True)
    click(policy.save_keeping)
    desktop.settle()
    assert desktop.store.register.policy().face_pictures


def test_the_head_lets_someone_stand_in_for_some_days_and_takes_it_back(desktop: Desktop) -> None:
    account = section(desktop, "head", "account")
    assert isinstance(account, AccountSection)
    click(account.standing_in.give)
    dialog = desktop.window.findChildren(StandInDialog)[-1]
    assert dialog.who.currentText() == "Olive Office"
    dialog.ends.put(NOW.date() - timedelta(days=1))
    click(dialog.yes)
    assert "before the first" in dialog.notice.words
    dialog.ends.put(NOW.date() + timedelta(days=400))
    click(dialog.yes)
    assert "At most 92 days" in dialog.notice.words
    dialog.ends.put(NOW.date() + timedelta(days=4))
    click(dialog.yes)
    desktop.settle()
    (given,) = desktop.store.ledger.delegations()
    assert (given.by, given.to, given.ends) == ("head", "office", NOW.date() + timedelta(days=4))
    assert account.standing_in.table.rows.records[0].cells[0] == "Olive Office"
    click(account.standing_in.revoke)
    desktop.settle()
    assert desktop.store.ledger.delegations()[0].revoked
    assert not account.standing_in.table.isVisible()


def test_only_approvers_are_asked_who_stands_in(desktop: Desktop) -> None:
    account = section(desktop, "office", "account")
    assert isinstance(account, AccountSection)
    assert not account.standing_in.isVisible()
    assert not account.computers.isVisible()


def test_a_lost_computer_is_forgotten_by_an_admin(desktop: Desktop) -> None:
    computer, _ = desktop.store.computers.remember_computer(AccountId("office"), on=NOW.date())
    account = section(desktop, "admin", "account")
    assert isinstance(account, AccountSection)
    assert account.computers.table.rows.records[0].cells[0] == "Olive Office"
    click(account.computers.forget)
    say_yes(desktop.window)
    desktop.settle()
    assert computer not in desktop.store.computers.computers()
    assert not account.computers.isVisible()
