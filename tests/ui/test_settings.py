"""Settings as admin, lead and everyone use them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import Services
from app.ui.appearance import Appearance, keep, load
from app.ui.application import make_window
from app.ui.desk import Doors
from app.ui.language import Language, speak
from app.ui.main_window import MainWindow
from app.ui.pages.settings import SettingsPage
from app.ui.settings.account import AccountSection
from app.ui.settings.appearance import AppearanceSection
from app.ui.settings.backup import BackupSection
from app.ui.settings.destinations import DestinationDialog, DestinationsSection
from app.ui.settings.platforms import PlatformDialog, PlatformsSection
from app.ui.settings.policy import PolicySection
from app.ui.settings.sections import SECTIONS
from app.ui.settings.staff import InviteDialog, StaffSection, TrainingDialog
from app.ui.settings.uniform import UniformSection
from app.ui.theme import Look, Theme
from consent.accounts import Role
from tests.factories import NOW
from tests.fakes.store import PASSWORD
from tests.ui.conftest import WEBSITE, Desktop
from tests.ui.driving import click, say_yes, settle, sign_in, wait_until

WORDS = "copper lantern orchard"


@pytest.fixture
def empty(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    return make_desktop(photos={})


def section(desktop: Desktop, who: str, name: str) -> object:
    """A section of the settings, as this person sees it."""
    if desktop.window.desk.is_locked:
        desktop.sign_in(who)
    desktop.window.go("settings", name)
    desktop.settle()
    page = desktop.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page.section(name)


def test_everyone_sees_only_their_own_sections(empty: Desktop) -> None:
    empty.sign_in("office")
    empty.window.go("settings")
    page = empty.window.page("settings")
    assert isinstance(page, SettingsPage)
    shown = [page.list.item(row).text() for row in range(page.list.count())]
    assert shown == ["Language and look", "My account", "Open on this computer", "About Greenlight"]
    assert "set by an admin" in page._who_may.text()
    assert len(SECTIONS) > len(shown)


def test_an_admin_adds_a_colleague_who_must_change_the_first_password(empty: Desktop) -> None:
    found = section(empty, "admin", "staff")
    assert isinstance(found, StaffSection)
    click(found.invite)
    dialog = empty.window.findChildren(InviteDialog)[-1]
    for field, words in ((dialog.name, "Nia New"), (dialog.user_name, "nia"), (dialog.password, WORDS)):
        QTest.keyClicks(field, words)
    click(dialog.yes)
    empty.settle()
    made = next(one for one in empty.store.accounts.accounts() if one.user_name == "nia")
    assert (made.invited, made.roles) == (True, frozenset({Role.OFFICE}))
    assert "nia" in [record.cells[1] for record in found.table.rows.records]


def test_a_lead_enters_training_and_cannot_add_accounts(empty: Desktop) -> None:
    found = section(empty, "lead", "staff")
    assert isinstance(found, StaffSection)
    assert not found.invite.isVisible()
    keys = [record.key for record in found.table.rows.records]
    found.table.selectRow(keys.index("office"))
    click(found.train)
    dialog = empty.window.findChildren(TrainingDialog)[-1]
    dialog.day.put(date(2026, 3, 4))
    click(dialog.yes)
    empty.settle()
    account = next(one for one in empty.store.accounts.accounts() if one.user_name == "office")
    assert account.trained_on == date(2026, 3, 4)


def test_a_platforms_rules_and_official_account_are_changed(empty: Desktop) -> None:
    found = section(empty, "admin", "platforms")
    assert isinstance(found, PlatformsSection)
    click(found.change)
    dialog = empty.window.findChildren(PlatformDialog)[-1]
    dialog.names.setChecked(False)
    QTest.keyClicks(dialog.address, "https://school.example")
    click(dialog.yes)
    empty.settle()
    changed = empty.store.register.platform(WEBSITE)
    assert (changed.names_allowed, changed.account.address) == (False, "https://school.example")


def test_matching_is_switched_on_by_the_assessment_and_off_after_a_question(empty: Desktop) -> None:
    found = section(empty, "lead", "policy")
    assert isinstance(found, PolicySection)
    assert not found.text_card.isVisible()
    click(found.switch_on)
    assert "Name the impact assessment first" in found.notice.words
    QTest.keyClicks(found.assessment, "DPIA 7")
    found.assessed.put(date(2026, 1, 2))
    click(found.switch_on)
    empty.settle()
    assert empty.store.register.policy().matching
    click(found.switch_off)
    say_yes(empty.window)
    empty.settle()
    assert not empty.store.register.policy().matching


def test_the_schools_own_words_for_captions_are_kept(empty: Desktop) -> None:
    found = section(empty, "admin", "policy")
    assert isinstance(found, PolicySection)
    QTest.keyClicks(found.words.refused, "Wibble, fnord wibble")
    QTest.keyClicks(found.words.allowed, "innit")
    click(found.words.save)
    empty.settle()
    policy = empty.store.register.policy()
    assert (policy.words_refused, policy.words_allowed) == (("fnord", "wibble"), ("innit",))
    assert found.words.refused.text() == "fnord, wibble"


def test_a_platform_is_retired_and_opened_again(empty: Desktop) -> None:
    found = section(empty, "admin", "platforms")
    assert isinstance(found, PlatformsSection)
    assert not found.reopen.isVisible()
    key = found.table.current()
    click(found.retire)
    empty.settle()
    assert [one.id for one in empty.store.register.platforms() if one.is_retired] == [key]
    found.table.selectRow([record.key for record in found.table.rows.records].index(key))
    assert not found.retire.isVisible()
    click(found.reopen)
    empty.settle()
    assert not any(one.is_retired for one in empty.store.register.platforms())


def test_a_new_version_of_the_policy_comes_into_force(empty: Desktop) -> None:
    found = section(empty, "admin", "policy")
    assert isinstance(found, PolicySection)
    found.version.setText("2")
    found.text.setPlainText("Be kind.")
    click(found.save_text)
    empty.settle()
    policy = empty.store.register.policy()
    assert (policy.version, policy.text) == ("2", "Be kind.")


def test_a_colour_of_the_uniform_comes_and_goes(empty: Desktop) -> None:
    found = section(empty, "admin", "uniform")
    assert isinstance(found, UniformSection)
    found.add_colour(QColor(10, 20, 30))
    empty.settle()
    assert empty.store.register.policy().uniform_colours == ((10, 20, 30),)
    click(found.remove)
    empty.settle()
    assert empty.store.register.policy().uniform_colours == ()


def test_a_backup_is_written_and_a_new_recovery_key_typed_back(empty: Desktop, tmp_path: Path) -> None:
    found = section(empty, "admin", "backup")
    assert isinstance(found, BackupSection)
    found.write(tmp_path / "copy.greenlight")
    empty.settle()
    assert (tmp_path / "copy.greenlight").is_file()
    click(found.renew)
    say_yes(empty.window)
    empty.settle()
    QTest.keyClicks(found.typed, found.key.text())
    click(found.confirm_key)
    empty.settle()
    assert "right one" in found.notice.words
    assert found.key.text() == ""


def test_a_destination_is_added_tried_and_used(empty: Desktop, tmp_path: Path) -> None:
    found = section(empty, "admin", "destinations")
    assert isinstance(found, DestinationsSection)
    click(found.add)
    dialog = empty.window.findChildren(DestinationDialog)[-1]
    QTest.keyClicks(dialog.name, "Newsletter folder")
    QTest.keyClicks(dialog.folder, str(tmp_path))
    click(dialog.yes)
    empty.settle()
    click(found.test)
    settle(empty.window, seconds=30)
    assert found.notice.words == "It works."
    found.targets.setCurrentIndex(1)
    click(found.link)
    empty.settle()
    used = [platform for platform in empty.store.register.platforms() if platform.destination]
    assert len(used) == 1


def test_ones_own_password_is_changed(empty: Desktop) -> None:
    found = section(empty, "office", "account")
    assert isinstance(found, AccountSection)
    for field, words in ((found.old, PASSWORD), (found.new, WORDS), (found.again, WORDS)):
        QTest.keyClicks(field, words)
    click(found.change)
    empty.settle()
    assert found.notice.words == "The password is changed."
    assert empty.store.accounts.sign_in("office", WORDS, now=NOW).user_name == "office"


@pytest.fixture
def tidy(application: QApplication) -> Iterator[None]:
    yield
    speak(application, Language.ENGLISH)
    Theme(Look.LIGHT).put_on(application)


@pytest.mark.usefixtures("tidy")
def test_welsh_and_large_text_hold_at_once_and_are_remembered(
    application: QApplication, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "window.ini"

    def opened(_folder: Path, user_name: str, password: str) -> Services:
        account = services.store.accounts.sign_in(user_name, password, now=NOW)
        return replace(services, account=account)

    doors = Doors(opened, lambda _s, user, word: opened(tmp_path, user, word), lambda _s: None, never)
    (tmp_path / "register.db").touch()
    window: MainWindow = make_window(
        application, tmp_path, doors=doors, appearance=load(file), keep=lambda chosen: keep(file, chosen)
    )
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    click(window.sign_in.language)
    wait_until(lambda: window.sign_in.button.text() == "Mewngofnodi")
    sign_in(window, "office", PASSWORD)
    window.go("settings", "appearance")
    settle(window)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    chosen = page.section("appearance")
    assert isinstance(chosen, AppearanceSection)
    chosen.sizes.buttons["150"].click()
    wait_until(lambda: window.page("settings") is not page)
    assert window.theme.text_percent == 150
    assert window.page("settings").isVisible()
    assert load(file) == Appearance(Language.WELSH, load(file).look, 150)
    window.close()


def never(*_arguments: object) -> Any:
    raise AssertionError
