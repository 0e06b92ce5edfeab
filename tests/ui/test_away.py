"""The desk locks when the computer sleeps or its screen is locked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QObject

from app.ui.away.base import AwayWatch
from app.ui.away.mac import MacAway
from app.ui.away.windows import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WindowsAway,
    says_away,
)
from tests.ui.conftest import Desktop


def test_the_desk_locks_when_the_person_went_away(desktop: Desktop) -> None:
    watch = desktop.window.findChild(AwayWatch)
    assert watch is not None
    watch.away.emit()
    assert desktop.window.desk.is_locked
    assert desktop.window.sign_in.isVisible()


def test_windows_messages_are_told_apart() -> None:
    assert says_away(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)
    assert says_away(WM_POWERBROADCAST, PBT_APMSUSPEND)
    assert not says_away(WM_WTSSESSION_CHANGE, 0x8)  # unlocked
    assert not says_away(WM_POWERBROADCAST, 0x12)  # awake again


@pytest.mark.parametrize("kind", [WindowsAway, MacAway])
def test_another_systems_watch_does_no_harm_here(kind: type[AwayWatch], application: object) -> None:
    if sys.platform != "linux":
        pytest.skip("for the systems that are not this one")
    watch = kind(QObject())
    assert watch.begin(0) is False
    watch.end()


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-daemon (Debian: dbus)")
def test_a_locked_screen_is_heard_on_a_real_bus() -> None:
    code = textwrap.dedent("""
        from PySide6.QtCore import QCoreApplication, QTimer
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
        from app.ui.away.linux import LinuxAway
        application = QCoreApplication([])
        watch = LinuxAway()
        heard = []
        watch.away.connect(lambda: (heard.append(1), application.quit()))
        assert watch.begin(0)
        def tell():
            told = QDBusMessage.createSignal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
            told.setArguments([True])
            QDBusConnection.sessionBus().send(told)
        QTimer.singleShot(100, tell)
        QTimer.singleShot(10000, application.quit)
        application.exec()
        print("heard", len(heard))
    """)
    ended = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", code],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "heard 1" in ended.stdout, ended.stderr[-500:]
