"""Deleting photos that no one wants, as a person would: by key, by mouse, and not by accident."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import AppError, Trouble
from app.ui.pages.review import ReviewPage
from app.ui.widgets.confirm import ConfirmDialog
from app.ui.widgets.keys_dialog import KeysDialog
from consent.publications import PhotoId
from consent.sightings import Certainty
from consent.stages import Stage
from tests.ui.conftest import PHOTOS, WEBSITE, Desktop
from tests.ui.driving import begin_to_bring_in, choose_in_menu, click, press, say_yes, wait_until

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desktop: Desktop) -> ReviewPage:
    """The review, with the first photo in front."""
    desktop.window.go("review")
    desktop.settle()
    return desktop.window.review


def in_front(page: ReviewPage) -> str:
    assert page.model.view is not None
    return page.model.view.record.id


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def is_gone(desktop: Desktop, photo: str) -> bool:
    """Whether the photo is erased, with its bytes."""
    try:
        desktop.services.vault.get(PhotoId(photo))
    except AppError as error:
        return error.code is Trouble.VAULT_ERASED and desktop.photo(photo).stage is Stage.ERASE
    return False


def button_of(window: QWidget, words: str) -> QPushButton:
    found = window.findChildren(QPushButton)
    return next(button for button in found if button.isVisible() and button.accessibleName() == words)


def agree(desktop: Desktop) -> None:
    """Say yes to the question, and wait until it is done."""
    say_yes(desktop.window)
    # the screenless platform forgets which window was in front when a question closes
    desktop.window.activateWindow()
    desktop.settle()


def test_by_keyboard_the_photo_in_front_is_deleted_and_the_next_comes(
    page: ReviewPage, desktop: Desktop
) -> None:
    press(page.frame.photo, Key.Key_Delete, SHIFT)
    question = desktop.window.findChildren(ConfirmDialog)[-1]
    assert question.yes.text() == "Delete 1 photo"
    assert "The original on the school's own device is not touched" in words_on(question)
    assert question.no.hasFocus() or question.no.isDefault()
    press(question.no, Key.Key_Backtab)
    press(question.yes, Key.Key_Space)
    desktop.settle()
    assert is_gone(desktop, "f1")
    assert in_front(page) == "f2"
    assert len(page.model.batch.photos if page.model.batch else ()) == 2
    assert page.frame.strip.model().rowCount() == 2
    assert desktop.window.desk.waiting.to_review == 2
    assert "Deleted on this computer: 1 photo" in page.notice.words
    assert desktop.window.desk.pictures.kept(PhotoId("f1")) is None


def test_enter_and_escape_on_the_question_delete_nothing(page: ReviewPage, desktop: Desktop) -> None:
    for key in (Key.Key_Return, Key.Key_Escape):
        press(page.frame.photo, Key.Key_Delete, SHIFT)
        press(desktop.window.findChildren(ConfirmDialog)[-1], key)
        desktop.window.activateWindow()
        desktop.settle()
        assert desktop.photo("f1").stage is Stage.DECIDE
        assert in_front(page) == "f1"


def test_by_mouse_the_last_photo_is_deleted_and_the_one_before_it_comes(
    page: ReviewPage, desktop: Desktop
) -> None:
    page.model.go(2)
    desktop.settle()
    click(next(b for b in page.findChildren(QToolButton) if b.accessibleName() == "Delete this photo"))
    agree(desktop)
    assert is_gone(desktop, "f3")
    assert in_front(page) == "f2"


def test_what_was_corrected_in_a_deleted_photo_cannot_be_taken_back(
    page: ReviewPage, desktop: Desktop
) -> None:
    press(page.frame.photo, Key.Key_C)
    desktop.settle()
    page.model.go(1)
    press(page.frame.photo, Key.Key_Backspace)
    desktop.settle()
    page.model.go(0)
    desktop.settle()
    press(page.frame.photo, Key.Key_Delete, SHIFT)
    agree(desktop)
    undo = page.actions_by_name["undo"]
    assert undo.isEnabled()  # for the correction in the second photo
    press(page.frame.photo, Key.Key_Z, CONTROL)
    desktop.settle()
    assert desktop.sighting("f2", "r1").certainty is Certainty.SUGGESTED
    assert not undo.isEnabled()
    assert is_gone(desktop, "f1")


def test_a_photo_for_which_approval_is_asked_takes_the_request_with_it(
    page: ReviewPage, desktop: Desktop
) -> None:
    click(page.frame.ask)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.REVIEW
    page.model.go(2)
    desktop.settle()
    press(page.frame.photo, Key.Key_Delete, SHIFT)
    agree(desktop)
    assert is_gone(desktop, "f3")
    assert list(desktop.store.ledger.proposals(PhotoId("f3"))) == []


def test_when_the_last_photo_of_a_batch_is_deleted_nothing_is_left_to_review(
    page: ReviewPage, desktop: Desktop
) -> None:
    for _ in PHOTOS:
        press(page.frame.photo, Key.Key_Delete, SHIFT)
        agree(desktop)
    assert all(is_gone(desktop, photo) for photo in PHOTOS)
    assert "Nothing to review" in words_on(page)
    assert desktop.window.desk.waiting.lines == ()


def test_a_lock_takes_the_question_away(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_Delete, SHIFT)
    desktop.window.desk.lock()
    desktop.settle()
    assert not [d for d in desktop.window.findChildren(ConfirmDialog) if d.isVisible()]
    assert desktop.photo("f1").stage is Stage.DECIDE


def test_the_sheet_of_keys_tells_how_to_delete(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_Question)
    sheet = desktop.window.findChildren(KeysDialog)[-1]
    assert {"Shift+Del", "Delete this photo on this computer; asks once more"} <= {
        label.text() for label in sheet.findChildren(QLabel)
    }
    sheet.close()


def bring_the_card_in(desktop: Desktop, card: Path) -> None:
    desktop.sign_in()
    desktop.window.go("bring_in")
    desktop.settle()
    page = desktop.window.bring_in
    QTest.keyClicks(page.folder.line, str(card))
    QTest.keyClicks(page.batch_title, "Sports day")
    click(page.boxes[WEBSITE])
    click(page.begin)
    desktop.settle()


def stages(desktop: Desktop) -> list[Stage]:
    ledger = desktop.store.ledger
    return [photo.stage for photo in ledger.photos(ledger.batches()[-1].id)]


def test_a_refused_photo_is_deleted_where_it_is_named(
    make_desktop: Callable[..., Desktop], card: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    bring_the_card_in(desktop, card)
    page = desktop.window.bring_in
    assert page.refused.delete.text() == "Delete 1 photo here…"
    click(page.refused.delete)
    agree(desktop)
    assert stages(desktop) == [Stage.DECIDE, Stage.DECIDE, Stage.ERASE]
    assert not page.refused.isVisible()
    assert (card / "c.jpg").exists()


def test_a_file_that_was_here_already_is_named_without_a_way_to_delete_it(
    make_desktop: Callable[..., Desktop], card: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    bring_the_card_in(desktop, card)
    page = desktop.window.bring_in
    click(page.begin)
    desktop.settle()
    assert "3 files could not be used" in words_on(page)
    assert not page.refused.delete.isVisible()


def test_from_home_first_what_was_refused_and_then_the_whole_batch(
    make_desktop: Callable[..., Desktop], card: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    bring_the_card_in(desktop, card)
    window = desktop.window
    window.go("home")
    desktop.settle()
    click_menu(button_of(window.home, "Delete: Sports day"), 1)
    desktop.settle()
    assert window.findChildren(ConfirmDialog)[-1].yes.text() == "Delete 1 photo"
    agree(desktop)
    assert stages(desktop) == [Stage.DECIDE, Stage.DECIDE, Stage.ERASE]
    assert "1 deleted, never published" in words_on(window.home)

    click_menu(button_of(window.home, "Delete: Sports day"), 1)
    desktop.settle()
    assert window.findChildren(ConfirmDialog)[-1].yes.text() == "Delete 2 photos"
    agree(desktop)
    assert set(stages(desktop)) == {Stage.ERASE}
    assert "Sports day" not in words_on(window.home)
    assert len(list(card.iterdir())) == 3


def test_what_is_just_being_looked_at_is_deleted_after_that(
    make_desktop: Callable[..., Desktop], card: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    window = desktop.window
    desktop.sign_in()
    desktop.vision.gate.clear()
    begin_to_bring_in(window, card, WEBSITE, photos=3)
    window.go("home")
    wait_until(lambda: bool(window.desk.waiting.lines))
    title = window.desk.waiting.lines[0].batch.title
    click_menu(button_of(window.home, f"Delete: {title}"), 1)
    wait_until(lambda: bool(window.findChildren(ConfirmDialog)))
    say_yes(window)
    assert "when the work in hand is done" in window.home.notice.words
    desktop.vision.gate.set()
    desktop.settle()
    assert stages(desktop) == [Stage.ERASE, Stage.ERASE, Stage.ERASE]
    assert "Deleted on this computer: 3 photos" in window.home.notice.words


def test_above_thirty_photos_the_button_waits(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> None:
    desktop = make_desktop(photos={f"p{number}": () for number in range(31)})
    desktop.sign_in()
    click_menu(button_of(desktop.window.home, "Delete: Sports day"), 1)
    desktop.settle()
    question = desktop.window.findChildren(ConfirmDialog)[-1]
    assert question.yes.text().startswith("Delete 31 photos")
    assert not question.yes.isEnabled()
    question.reject()


def click_menu(button: QPushButton, place: int) -> None:
    """Open a button's menu, and take an entry with the arrow keys."""
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    choose_in_menu(place)
