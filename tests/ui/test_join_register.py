"""Joining a school's register from the first page, and a server that wants another password."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.own_keyring import Secrets
from app.ui.application import make_window
from app.ui.desk import Doors
from app.ui.main_window import MainWindow
from app.ui.pages.join_register import JoinRegisterPage
from consent.errors import Code, ConsentError
from tests.ui.driving import click, wait_until

ADDRESS = "postgresql://green@server.school/greenlight"


def never(*_arguments: object) -> object:
    raise AssertionError


@dataclass
class Server:
    """Knows one password."""

    joined: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def doors(self) -> Doors:
        return Doors(
            self.refuse, never, never, never,  # type: ignore[arg-type]
            join=self.join, keep_server_password=self.keep, server_of=lambda _folder: ADDRESS,
        )  # fmt: skip

    def refuse(self, *_arguments: object) -> object:
        raise ConsentError(Code.SERVER_REFUSED)

    def join(self, _folder: Path, address: str, password: str, _secrets: Secrets) -> None:
        if password != "the server's":
            raise ConsentError(Code.SERVER_REFUSED)
        self.joined.append(address)

    def keep(self, _folder: Path, _address: str, password: str, _secrets: Secrets) -> None:
        self.kept.append(password)


@pytest.fixture
def server() -> Server:
    return Server()


def opened(application: QApplication, qtbot: QtBot, folder: Path, server: Server) -> MainWindow:
    window = make_window(application, folder, doors=server.doors())
    qtbot.addWidget(window)
    window.show()
    return window


def page_of(window: MainWindow) -> JoinRegisterPage:
    page = window.findChild(JoinRegisterPage)
    assert page is not None
    assert page.isVisible()
    return page


def test_a_computer_joins_with_the_address_and_the_servers_password(
    application: QApplication, tmp_path: Path, qtbot: QtBot, server: Server
) -> None:
    window = opened(application, qtbot, tmp_path / "store", server)
    click(window.first_start.join)
    page = page_of(window)
    click(page.join)
    assert page.notice.words == "Fill in every field."
    QTest.keyClicks(page.address, ADDRESS)
    QTest.keyClicks(page.password, "a wrong one")
    click(page.join)
    wait_until(lambda: "did not let Greenlight in" in page.notice.words)
    assert server.joined == []
    page.password.setText("the server's")
    click(page.join)
    wait_until(window.sign_in.isVisible)
    assert server.joined == [ADDRESS]
    assert "your own password" in window.sign_in.notice.words


def test_whoever_turns_back_is_at_the_first_page_again(
    application: QApplication, tmp_path: Path, qtbot: QtBot, server: Server
) -> None:
    window = opened(application, qtbot, tmp_path / "store", server)
    click(window.first_start.join)
    click(page_of(window).back)
    assert window.first_start.isVisible()


def test_a_server_that_refuses_is_given_its_new_password(
    application: QApplication, tmp_path: Path, qtbot: QtBot, server: Server
) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "shared.json").touch()
    window = opened(application, qtbot, folder, server)
    assert not window.sign_in.server.isVisible()
    QTest.keyClicks(window.sign_in.user_name, "office")
    QTest.keyClicks(window.sign_in.password, "my own password")
    click(window.sign_in.button)
    wait_until(window.sign_in.server.isVisible)
    click(window.sign_in.server)
    wait_until(lambda: window.findChild(JoinRegisterPage) is not None)
    page = page_of(window)
    assert page.address.text() == ADDRESS
    assert not page.address.isEnabled()
    QTest.keyClicks(page.password, "the new one")
    click(page.join)
    wait_until(window.sign_in.isVisible)
    assert server.kept == ["the new one"]
    assert not window.sign_in.server.isVisible()
