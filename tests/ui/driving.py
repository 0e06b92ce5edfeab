"""Drives the real window as a person would, and waits for what the lanes are doing."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QWidget

from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.regions import open_regions
from app.ui.widgets.confirm import ConfirmDialog
from consent.platforms import PlatformId
from consent.sightings import Certainty


def wait_until(condition: Callable[[], bool], *, seconds: float = 10.0) -> None:
    """Let the window live until something holds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.002)
    QApplication.processEvents()


def is_quiet(desk: Desk) -> bool:
    """Whether nothing is being done in any lane."""
    return not any(lane.busy for lane in (desk.acts, desk.long, desk.side, desk.picture_lane))


def settle(window: MainWindow, *, seconds: float = 10.0) -> None:
    """Wait until all lanes have been quiet for a moment, long enough for the late published picture."""
    quiet_since: list[float] = []

    def rested() -> bool:
        if not is_quiet(window.desk):
            quiet_since.clear()
            return False
        quiet_since.append(time.monotonic())
        return quiet_since[-1] - quiet_since[0] > 0.05

    wait_until(rested, seconds=seconds)


def sign_in(window: MainWindow, user_name: str, password: str, *, seconds: float = 10.0) -> None:
    """Type name and password, and press Enter."""
    page = window.sign_in
    page.user_name.clear()
    QTest.keyClicks(page.user_name, user_name)
    QTest.keyClicks(page.password, password)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    wait_until(lambda: not window.desk.is_locked, seconds=seconds)
    settle(window, seconds=seconds)


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifiers)


def click(widget: QWidget) -> None:
    """Click in the middle of a control that can be seen and used."""
    assert widget.isVisible(), "the control is not on the screen"
    assert widget.isEnabled(), "the control cannot be used"
    # a check box is pressed on its box: beside its words there is nothing to press
    place = QPoint(12, widget.height() // 2) if isinstance(widget, QCheckBox) else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def choose_in_menu(place: int) -> None:
    """Go down so many entries in the open menu, and take the one that is reached."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    owner = menu.parentWidget()
    assert owner is not None
    for _ in range(place):
        press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    # the screenless platform forgets which window was in front when a menu closes
    owner.window().activateWindow()
    QApplication.processEvents()


def begin_to_bring_in(window: MainWindow, folder: Path, platform: PlatformId, *, photos: int) -> None:
    """Bring in this many photos of a folder for one platform; they are copied then, and none is looked at yet."""
    window.go("bring_in")
    page = window.bring_in
    wait_until(lambda: bool(page.boxes))
    page.folder.line.setText(str(folder))
    click(page.boxes[platform])
    click(page.begin)
    wait_until(lambda: page.progress.bar.accessibleName() == f"Looking at the photos: 0 of {photos}")


def answer_photo(window: MainWindow, *, seconds: float = 10.0) -> None:
    """Answer every question of the photo in front with the desk's keys: accept, or not on the list."""
    model, photo = window.review.model, window.review.frame.photo
    front = model.index
    for _ in range(100):
        sighting = model.sighting
        if model.index != front or model.view is None or not open_regions(model.view) or sighting is None:
            return
        if sighting.certainty is Certainty.SUGGESTED:
            press(photo, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        else:
            press(photo, Qt.Key.Key_Backspace)
        settle(window, seconds=seconds)


def see_everything(window: MainWindow, *, seconds: float = 10.0) -> None:
    """As whoever approves: look at every photo as each platform shows it."""
    page = window.approve
    settle(window, seconds=seconds)
    for _ in range(500):
        if not page.frame.next_unseen.isEnabled():
            return
        click(page.frame.next_unseen)
        settle(window, seconds=seconds)
    raise TimeoutError


def say_yes(window: MainWindow) -> None:
    """Answer the open question with yes; the safe answer had the focus."""
    dialog = window.findChildren(ConfirmDialog)[-1]
    assert dialog.no.hasFocus() or dialog.no.isDefault()
    click(dialog.yes)
