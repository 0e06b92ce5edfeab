"""Two ways to work the window: with the mouse, and with the keyboard alone."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.main_window import MainWindow
from app.ui.stops import STOPS
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.confirm import ConfirmDialog
from tests.fakes.store import PASSWORD
from tests.ui.driving import click, press, say_yes, settle, wait_until

Key = Qt.Key
DIGITS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6, Key.Key_7, Key.Key_8)


class Hand(Protocol):
    """What a journey asks of whoever sits at the desk."""

    def go(self, page: str) -> None: ...
    def use(self, control: QWidget) -> None: ...
    def write(self, field: QLineEdit, words: str) -> None: ...
    def answer(self, action: str) -> None: ...
    def next_unseen(self) -> None: ...
    def leave(self) -> None: ...
    def yes(self) -> None: ...


class Mouse:
    """Clicks; types only where words are wanted."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def go(self, page: str) -> None:
        """By the rail."""
        words = next(stop.words for stop in STOPS if stop.page == page)
        buttons = self._window.findChildren(QWidget, "rail")
        click(next(one for one in buttons if one.accessibleName().split(",")[0] == words))

    def use(self, control: QWidget) -> None:
        click(control)

    def write(self, field: QLineEdit, words: str) -> None:
        click(field)
        QTest.keyClicks(field, words)

    def answer(self, action: str) -> None:
        """By the buttons below the face."""
        text = self._window.review.actions_by_name[action].text()
        buttons = self._window.review.frame.panel.findChildren(ActionButton)
        click(next(one for one in buttons if one.text() == text))

    def next_unseen(self) -> None:
        click(self._window.approve.frame.next_unseen)

    def leave(self) -> None:
        """Lock, for someone else to sign in."""
        click(self._window.header.lock)
        click(self._window.sign_in.someone_else)

    def yes(self) -> None:
        say_yes(self._window)


class Keyboard:
    """Touches no mouse."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def go(self, page: str) -> None:
        place = next(number for number, stop in enumerate(STOPS) if stop.page == page)
        press(self._window, DIGITS[place], Qt.KeyboardModifier.AltModifier)

    def use(self, control: QWidget) -> None:
        tab_to(self._window, control)
        press(control, Key.Key_Space)

    def write(self, field: QLineEdit, words: str) -> None:
        tab_to(self._window, field)
        QTest.keyClicks(field, words)

    def answer(self, action: str) -> None:
        """By the table's first key."""
        QTest.keySequence(
            self._window.review.frame.photo, self._window.review.actions_by_name[action].shortcut()
        )

    def next_unseen(self) -> None:
        press(self._window.approve, Key.Key_N)

    def leave(self) -> None:
        press(self._window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.use(self._window.sign_in.someone_else)

    def yes(self) -> None:
        yes_by_keyboard(self._window)


def sign_in_as(window: MainWindow, user_name: str) -> None:
    """Both hands type their name and password."""
    QTest.keyClicks(window.sign_in.user_name, user_name)
    QTest.keyClicks(window.sign_in.password, PASSWORD)
    press(window.sign_in.password, Key.Key_Return)
    wait_until(lambda: not window.desk.is_locked)
    settle(window)


def tab_to(window: MainWindow, wanted: QWidget) -> None:
    """Press Tab until a control has the focus, as someone without a mouse does."""
    for _ in range(80):
        if wanted.hasFocus():
            return
        press(window.focusWidget(), Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"{wanted.accessibleName()} cannot be reached with Tab")


def yes_by_keyboard(window: MainWindow) -> None:
    """Answer the open question with yes; the safe answer had the focus."""
    dialog = window.findChildren(ConfirmDialog)[-1]
    for _ in range(4):
        if dialog.yes.hasFocus():
            break
        press(dialog.focusWidget(), Key.Key_Tab)
    press(dialog.yes, Key.Key_Space)
    window.activateWindow()
    QApplication.processEvents()
