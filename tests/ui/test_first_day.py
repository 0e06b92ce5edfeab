"""The first day: setting a school up, the first sign-in of a colleague, and the printed key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.school import set_up
from app.services import Services
from app.ui.application import make_window
from app.ui.desk import Doors
from app.ui.main_window import MainWindow
from app.ui.pages.gate import GatePage
from app.ui.pages.recovery import RecoveryPage
from app.ui.pages.set_up import SetUpPage
from consent.accounts import Role
from consent.errors import Code, ConsentError
from tests.factories import NOW, an_account
from tests.fakes.store import PASSWORD, MemoryStore
from tests.ui.conftest import Desktop
from tests.ui.driving import click, press, settle, sign_in, wait_until

KEY = "ABCD-EFGH-JKMN"
WORDS = "copper lantern orchard"


def never(*_arguments: object) -> Any:
    raise AssertionError


class NewSchool:
    """The doors of a computer on which there is no store yet."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.store: MemoryStore | None = None

    def set_up(self, _folder: Path, plan: set_up.Plan) -> tuple[Services, str]:
        admin = set_up.first_admin(plan)
        self.store = MemoryStore(admin, plan.admin.password)
        set_up.furnish(self.store, plan, admin.id, now=NOW)
        key = self.store.accounts.renew_recovery_key()
        return replace(self._services, store=self.store, account=admin), key

    def doors(self) -> Doors:
        return Doors(never, self._switch, lambda _services: None, never, set_up=self.set_up)

    def _switch(self, present: Services, user_name: str, password: str) -> Services:
        return replace(present, account=present.store.accounts.sign_in(user_name, password, now=NOW))


@pytest.fixture
def new_school(services: Services) -> NewSchool:
    return NewSchool(services)


@pytest.fixture
def first_window(
    application: QApplication, tmp_path: Path, new_school: NewSchool, qtbot: QtBot
) -> MainWindow:
    window = make_window(application, tmp_path / "nothing", doors=new_school.doors())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


def test_a_school_is_set_up_in_six_steps_by_keyboard_alone(
    first_window: MainWindow, new_school: NewSchool
) -> None:
    window = first_window
    press(window.first_start.set_up, Qt.Key.Key_Space)
    page = window.findChild(SetUpPage)
    assert page is not None
    press(page.next, Qt.Key.Key_Space)
    assert page.notice.words == "Type the school's name."
    QTest.keyClicks(page.school, "Alder Green")
    press(page.school, Qt.Key.Key_Return)
    typed = (
        (page.people.name, "Ada Admin"), (page.people.user_name, "ada"), (page.people.password, WORDS),
        (page.people.again, WORDS),
        (page.people.lead_name, "Leo Lead"), (page.people.lead_user, "leo"), (page.people.lead_password, "quiet harbour saffron"),
    )  # fmt: skip
    for field, words in typed:
        QTest.keyClicks(field, words)
    page.people.trained.put(NOW.date())
    press(page.next, Qt.Key.Key_Space)
    press(page.next, Qt.Key.Key_Space)
    assert "at least one platform" in page.notice.words
    press(next(iter(page._platforms.values())), Qt.Key.Key_Space)
    press(page.next, Qt.Key.Key_Space)
    settle(window)
    key = page.key.text()
    assert key
    QTest.keyClicks(page.typed, "wrong")
    press(page.next, Qt.Key.Key_Space)
    settle(window)
    assert "not the key" in page.notice.words
    page.typed.clear()
    QTest.keyClicks(page.typed, key)
    press(page.next, Qt.Key.Key_Space)
    settle(window)
    assert page.key.text() == ""
    press(page.next, Qt.Key.Key_Space)
    press(page.next, Qt.Key.Key_Space)
    settle(window)
    gate = window.findChild(GatePage)
    assert gate is not None
    press(gate.read, Qt.Key.Key_Space)
    press(gate.go, Qt.Key.Key_Space)
    settle(window)
    assert window.home.isVisible()
    assert new_school.store is not None
    assert new_school.store.register.policy().school == "Alder Green"
    assert not new_school.store.register.policy().matching
    assert new_school.store.accounts.recovery_confirmed_on() is not None
    lead = next(one for one in new_school.store.accounts.accounts() if Role.LEAD in one.roles)
    assert lead.invited


def test_going_back_from_the_first_step_makes_nothing(first_window: MainWindow) -> None:
    click(first_window.first_start.set_up)
    page = first_window.findChild(SetUpPage)
    assert page is not None
    click(page.back)
    assert first_window.first_start.isVisible()
    assert not first_window.desk.is_open


def signed_in_as(desktop: Desktop, **fields: Any) -> None:
    account = replace(an_account("newbie", Role.OFFICE), full_name="Nia New", **fields)
    desktop.store.accounts.add_account(account, PASSWORD)
    sign_in(desktop.window, "newbie", PASSWORD)


def test_a_first_password_is_changed_before_anything_is_shown(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop()
    signed_in_as(desktop, invited=True)
    gate = desktop.window.findChild(GatePage)
    assert gate is not None
    assert gate.isVisible()
    assert not gate.look.isVisible()
    for field, words in ((gate.old, PASSWORD), (gate.new, WORDS), (gate.again, WORDS)):
        QTest.keyClicks(field, words)
    click(gate.go)
    desktop.settle()
    assert desktop.window.home.isVisible()
    assert not next(a for a in desktop.store.accounts.accounts() if a.user_name == "newbie").invited


def test_a_new_version_of_the_policy_is_read_first_or_one_only_looks(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop()
    signed_in_as(desktop, policy_read="0")
    gate = desktop.window.findChild(GatePage)
    assert gate is not None
    click(gate.go)
    assert "tick that you have" in gate.notice.words
    click(gate.look)
    desktop.settle()
    assert desktop.window.home.isVisible()
    assert "until you have read the policy" in desktop.window.home._behind.words


def test_who_is_not_trained_learns_who_can_enter_it(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop()
    signed_in_as(desktop, trained_on=None)
    assert "Lea Lead" in desktop.window.home._behind.words


def test_the_printed_key_gives_an_admin_a_new_password(
    application: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    given: list[tuple[str, str]] = []

    def recover(_folder: Path, key: str, user_name: str, password: str) -> None:
        if key != KEY:
            raise ConsentError(Code.WRONG_PASSWORD)
        given.append((user_name, password))

    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "register.db").touch()
    window = make_window(application, folder, doors=Doors(never, never, never, never, recover=recover))
    qtbot.addWidget(window)
    window.show()
    click(window.sign_in.forgot)
    page = window.findChild(RecoveryPage)
    assert page is not None
    for field, words in (
        (page.key, "WRONG"),
        (page.user_name, "ada"),
        (page.password, WORDS),
        (page.again, WORDS),
    ):
        QTest.keyClicks(field, words)
    click(page.give)
    wait_until(page.notice.isVisible)
    assert given == []
    page.key.setText(KEY)
    click(page.give)
    wait_until(window.sign_in.isVisible)
    assert given == [("ada", WORDS)]
    assert window.sign_in.user_name.text() == "ada"


def at_two_people(window: MainWindow) -> SetUpPage:
    """The second step of setting up, reached with the keyboard."""
    press(window.first_start.set_up, Qt.Key.Key_Space)
    page = window.findChild(SetUpPage)
    assert page is not None
    QTest.keyClicks(page.school, "Alder Green")
    press(page.school, Qt.Key.Key_Return)
    QApplication.processEvents()
    return page


def is_in_sight(part: QWidget) -> bool:
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


@pytest.mark.parametrize("height", [768, 480])
def test_what_is_wrong_in_setting_up_is_in_sight_and_the_first_field_to_put_right_has_the_focus(
    first_window: MainWindow, height: int
) -> None:
    page = at_two_people(first_window)
    first_window.resize(1366, height)
    QTest.keyClicks(page.people.name, "Ada Admin")
    press(page.people.name, Qt.Key.Key_Return)
    wait_until(lambda: is_in_sight(page.notice))
    assert page.people.user_name.hasFocus()


def test_a_step_of_setting_up_fits_a_small_screen_at_once(first_window: MainWindow) -> None:
    page = at_two_people(first_window)
    assert is_in_sight(page.people)
    assert is_in_sight(page.next)


def test_enter_goes_on_from_a_tick_box_too(first_window: MainWindow) -> None:
    page = at_two_people(first_window)
    press(page.people.both, Qt.Key.Key_Return)
    assert page.notice.isVisible()
    page.back.setFocus()
    press(page.back, Qt.Key.Key_Return)  # a button that has the focus is the one that is meant
    assert page.school.isVisible()


def test_the_printed_key_stands_in_one_line(first_window: MainWindow) -> None:
    page = at_two_people(first_window)
    page._made((None, "CQZX9-8YQJ8-1SE7E-CEDQF-RZ395-G26PE-6V560-HJ5AR"))
    QApplication.processEvents()
    assert page.key.height() < 2 * page.key.fontMetrics().height()
