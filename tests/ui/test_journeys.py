"""Whole journeys through the window, as a person would take them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.regions import open_regions
from app.ui.widgets.confirm import PAUSE_SECONDS, ConfirmDialog
from app.ui.widgets.send_back import SendBackDialog
from consent.accounts import Role
from consent.decisions import Outcome
from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from consent.publications import PhotoId
from consent.sightings import Certainty
from consent.stages import Stage
from tests.factories import an_account
from tests.fakes.store import PASSWORD
from tests.ui.conftest import BATCH, FACEBOOK, WEBSITE, Desktop
from tests.ui.driving import (
    begin_to_bring_in,
    choose_in_menu,
    click,
    press,
    say_yes,
    see_everything,
    settle,
    wait_until,
)
from tests.ui.hands import tab_to, yes_by_keyboard

Key = Qt.Key


def words_on(widget: object) -> str:
    """Everything that a page's labels say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())  # type: ignore[attr-defined]


def cells(table: QTableWidget) -> list[list[str]]:
    """What a table says, row by row."""
    found = [
        [table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())
    ]
    return [[cell.text() if cell is not None else "" for cell in row] for row in found]


def asked_and_before_the_head(desktop: Desktop) -> MainWindow:
    """The office asks for approval of all that is ready; the head signs in and opens the approve page."""
    window = desktop.window
    window.go("review")
    desktop.settle()
    click(window.review.frame.ask)
    desktop.settle()
    window.header.switch_wanted.emit()
    desktop.sign_in("head")
    window.go("approve")
    desktop.settle()
    return window


def test_photos_go_from_the_card_to_the_folder_with_two_people(
    make_desktop: Callable[..., Desktop], card: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    window = desktop.window
    desktop.sign_in()

    window.go("bring_in")
    desktop.settle()
    page = window.bring_in
    QTest.keyClicks(page.folder.line, str(card))
    QTest.keyClicks(page.batch_title, "Sports day")
    click(page.boxes[WEBSITE])
    click(page.begin)
    desktop.settle()
    assert "1 file could not be used" in words_on(page)
    assert "The photo is cut off" in words_on(page)
    assert "c.jpg" in words_on(page)

    window.go("review")
    desktop.settle()
    click(window.review.frame.ask)
    desktop.settle()

    window.header.switch_wanted.emit()
    desktop.sign_in("head")
    window.go("approve")
    desktop.settle()
    assert "1 of 2 seen" in window.approve.frame.seen.text()
    assert not window.approve.frame.all_live.isEnabled()
    press(window.approve.frame.strip, Key.Key_Right)
    desktop.settle()
    click(window.approve.frame.all_live)
    say_yes(window)
    desktop.settle()

    onward = window.approve.empty.button
    assert onward.text() == "Deliver"
    click(onward)
    desktop.settle()
    assert cells(window.deliver.plan) == [["Website", "2", "a folder of its own in the folder below"]]
    QTest.keyClicks(window.deliver.folder.line, str(tmp_path / "out"))
    click(window.deliver.begin)
    say_yes(window)
    desktop.settle()
    assert {row[3] for row in cells(window.deliver.table)} == {"deleted"}
    assert "2 copies went out. 2 photos were deleted" in words_on(window.deliver)
    shown: list[Path] = []
    window.deliver.show_folder = shown.append
    assert window.focusWidget() is window.deliver.notice.button
    window.activateWindow()  # the screenless platform forgets which window was in front when a dialog closes
    QApplication.processEvents()
    press(window.deliver.notice.button, Qt.Key.Key_Return)
    assert shown == [tmp_path / "out"]
    assert len(list((tmp_path / "out" / "website").iterdir())) == 2
    stages = {photo.stage for photo in desktop.store.ledger.photos(desktop.store.ledger.batches()[-1].id)}
    assert stages == {Stage.ERASE, Stage.REFUSED}


def test_the_preparer_is_told_that_a_colleague_must_approve(desktop: Desktop) -> None:
    window = desktop.window
    window.desk.lock()
    desktop.sign_in("head")
    window.go("review")
    desktop.settle()
    click(window.review.frame.ask)
    desktop.settle()
    window.go("approve")
    desktop.settle()
    assert not window.approve.frame.live.isEnabled()
    assert "a colleague must say go live" in window.approve.notice.words


def test_sent_back_with_a_note_on_a_region_mended_and_approved(desktop: Desktop) -> None:
    window = desktop.window
    window.go("review", "b1")
    desktop.settle()
    for key in (Key.Key_Return, Key.Key_2, Key.Key_Return):  # Anna, Cara, and Cara in the second photo
        press(window.review.frame.photo, key)
        desktop.settle()
    window = asked_and_before_the_head(desktop)
    page = window.approve
    assert "Anna Test: photo, yes of" in "\n".join(page.frame.told())
    assert "Smallest face shown: 100 pixels, as published" in page.frame.prepared.text()
    page.frame.regions.setFocus()
    while page.frame.regions.chosen() != "r2":
        press(page.frame.regions, Key.Key_Down)
    press(page, Key.Key_B)
    dialog = window.findChildren(SendBackDialog)[-1]
    assert not dialog.yes.isEnabled()  # not without a word
    assert dialog.about.currentText() == "Ben Test?"
    QTest.keyClicks(dialog.note, "This is not Ben")
    press(dialog.note, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desktop.settle()
    assert desktop.photo("f1").stage is Stage.DECIDE
    assert window.desk.waiting.sent_back == 1

    window.header.switch_wanted.emit()
    desktop.sign_in("office")
    assert "1 sent back with a note" in words_on(window.home)
    window.go("review", "b1")
    desktop.settle()
    review = window.review
    review.model.go(0)
    desktop.settle()
    assert review.frame.notes.text() == "Sent back by Hal Head, about Ben Test?: “This is not Ben”"
    assert review.model.focus == "r2"
    assert [frame.back for frame in review.frame.strip.frames()].count(True) == 1
    press(review.frame.photo, Key.Key_Backspace)
    desktop.settle()
    click(review.frame.ask)
    desktop.settle()
    assert desktop.photo("f1").stage is Stage.REVIEW
    assert window.desk.waiting.sent_back == 0

    window.header.switch_wanted.emit()
    desktop.sign_in("head")
    window.go("approve", "b1")
    desktop.settle()
    window.activateWindow()  # the screenless platform forgot it with the dialog
    see_everything(window)
    assert page.frame.all_live.hasFocus()
    click(page.frame.all_live)
    say_yes(window)
    desktop.settle()
    assert {desktop.photo(photo).stage for photo in ("f1", "f2", "f3")} == {Stage.APPROVE}


def test_go_live_waits_until_each_look_of_the_photo_was_seen(desktop: Desktop) -> None:
    window = desktop.window
    window.go("review", "b1")
    desktop.settle()
    for key in (Key.Key_Return, Key.Key_2, Key.Key_Return):
        press(window.review.frame.photo, key)
        desktop.settle()
    page = asked_and_before_the_head(desktop).approve
    assert not page.frame.live.isEnabled()  # Anna is seen on the website and covered on Facebook
    press(page, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "press N" in page.notice.words
    press(page, Key.Key_P)
    desktop.settle()
    assert page.frame.live.isEnabled()
    photo = page._photo()
    press(page, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desktop.settle()
    assert desktop.photo(PhotoId(photo)).stage is Stage.APPROVE


def test_what_was_set_aside_by_hand_is_told_to_the_second_person_with_its_reason(desktop: Desktop) -> None:
    window = desktop.window
    window.go("review", "b1")
    desktop.settle()
    window.review.model.go(1)
    desktop.settle()
    window.review.model.put_focus("t1")
    press(window.review.frame.photo, Key.Key_S)
    choose_in_menu(0)
    desktop.settle()
    window.review.model.put_focus("r1")
    press(window.review.frame.photo, Key.Key_C)
    desktop.settle()
    page = asked_and_before_the_head(desktop).approve
    while page._photo() != "f2":
        press(page.frame.strip, Key.Key_Right)
        desktop.settle()
    told = page.frame.told()
    assert "Set aside: Perhaps a name: “Name: Cara” – Nobody's name, number or address" in told
    assert "Covered by hand: Cara Test?" in told


def test_stopping_keeps_what_is_finished_and_it_goes_on_later(
    make_desktop: Callable[..., Desktop], card: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    window = desktop.window
    desktop.sign_in()
    desktop.vision.gate.clear()
    begin_to_bring_in(window, card, FACEBOOK, photos=3)
    page = window.bring_in
    click(page.progress.button)
    desktop.vision.gate.set()
    desktop.settle()
    assert "Stopped" in page.notice.words
    assert window.desk.waiting.unfinished > 0
    window.go("home")
    window.go("bring_in")
    desktop.settle()
    click(page.notice.button)
    desktop.settle()
    assert window.desk.waiting.unfinished == 0
    assert window.desk.waiting.to_review == 2


def test_reviewing_goes_on_while_another_batch_is_looked_at(
    make_desktop: Callable[..., Desktop], card: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop()
    window = desktop.window
    desktop.sign_in()
    desktop.vision.gate.clear()
    begin_to_bring_in(window, card, WEBSITE, photos=3)
    window.go("review", "b1")
    wait_until(window.review.frame.photo.has_picture)
    press(window.review.frame.photo, Key.Key_Return)
    wait_until(lambda: desktop.sighting("f1", "r1").certainty is Certainty.CONFIRMED)
    assert window.desk.long.busy
    desktop.vision.gate.set()
    settle(window)


def test_reviewing_begins_before_the_batch_is_through_and_the_rest_comes_by_itself(
    make_desktop: Callable[..., Desktop], card: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    window = desktop.window
    desktop.sign_in()
    for name in "defg":
        (card / f"{name}.jpg").write_bytes(name.encode())
    desktop.vision.gate.clear()
    begin_to_bring_in(window, card, WEBSITE, photos=7)
    desktop.vision.let_through(2)
    wait_until(window.bring_in.notice.button.isVisible)
    wait_until(lambda: window.desk.waiting.to_review == 2)
    click(window.bring_in.notice.button)
    page = window.review
    wait_until(page.frame.photo.has_picture)
    assert len(page.frame.strip.frames()) == 2
    assert "5 more to come" in page.frame.answered.text()
    front = page.model.view
    assert front is not None
    press(page.frame.photo, Key.Key_N)
    QTest.keyClicks(page.frame.panel.name_box, "an")
    desktop.vision.gate.set()
    settle(window)
    assert len(page.frame.strip.frames()) == 6  # one of the seven is broken
    assert "more to come" not in page.frame.answered.text()
    assert page.model.view is not None
    assert page.model.view.record.id == front.record.id
    assert page.frame.panel.name_box.text() == "an"  # nothing is taken from under the hand


def test_after_a_crash_reviewing_goes_on_exactly_there(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop()
    desktop.sign_in()
    page = desktop.window.review
    desktop.window.go("review")
    desktop.settle()
    press(page.frame.photo, Key.Key_P)
    press(page.frame.photo, Key.Key_Right)
    desktop.settle()
    page.model.put_focus("t1")
    wait_until(lambda: _region_kept(desktop) == "t1")
    # the program is gone; the store is what it was
    desktop.window.close()
    again = make_desktop(photos={})
    again.sign_in()
    again.window.go("review")
    again.settle()
    page = again.window.review
    assert (page.model.index, page.model.platform, page.model.focus) == (1, 1, "t1")


def _region_kept(desktop: Desktop) -> str:
    kept = desktop.store.ledger.bookmark(desktop.services.account.id, BATCH)
    return kept.region if kept is not None else ""


def test_by_keyboard_alone_from_sign_in_to_asking_for_approval(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop()
    window = desktop.window
    desktop.sign_in()
    press(window, Key.Key_3, Qt.KeyboardModifier.AltModifier)
    desktop.settle()
    photo = window.review.frame.photo
    assert photo.hasFocus()
    press(photo, Key.Key_Return)  # Anna
    press(photo, Key.Key_2)  # Cara, of two
    desktop.settle()
    press(photo, Key.Key_Return)  # Cara in the second photo
    desktop.settle()
    button = window.review.notice.button
    assert button.isVisible()
    for _ in range(40):
        if button.hasFocus():
            break
        press(window.focusWidget(), Key.Key_Tab)
    assert button.window().focusWidget() is button
    press(button, Key.Key_Space)
    desktop.settle()
    assert {desktop.photo(photo).stage for photo in ("f1", "f2", "f3")} == {Stage.REVIEW}


def test_a_platform_with_a_destination_of_its_own_asks_for_no_folder(
    desktop: Desktop, tmp_path: Path
) -> None:
    place = DestinationRecord(
        DestinationId("d1"), "The website's inbox", DestinationKind.FOLDER, folder=str(tmp_path / "inbox")
    )
    desktop.store.outbox.put_destination(place)
    for platform in (WEBSITE, FACEBOOK):
        known = desktop.store.register.platform(platform)
        desktop.store.register.put_platform(replace(known, destination=place.id))
    window = asked_and_before_the_head(desktop)
    click(window.approve.frame.live)
    desktop.settle()
    window.go("deliver")
    desktop.settle()
    page = window.deliver
    assert [row[2] for row in cells(page.plan)] == ["The website's inbox"] * 2
    assert not page.folder.isVisible()
    click(page.begin)
    say_yes(window)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.ERASE
    assert len([file for file in (tmp_path / "inbox").rglob("*") if file.is_file()]) == 2


def test_enter_on_the_question_before_delivering_does_nothing(desktop: Desktop, tmp_path: Path) -> None:
    window = asked_and_before_the_head(desktop)
    click(window.approve.frame.live)
    desktop.settle()
    window.go("deliver")
    desktop.settle()
    QTest.keyClicks(window.deliver.folder.line, str(tmp_path / "out"))
    click(window.deliver.begin)
    question = window.findChildren(ConfirmDialog)[-1]
    assert question.yes.text() == "Deliver and delete 1 photo"
    press(question, Key.Key_Return)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.APPROVE
    assert not (tmp_path / "out").exists()


def test_above_thirty_the_button_waits(desktop: Desktop) -> None:
    done: list[bool] = []
    desktop.window.home.confirm("All of them?", "Do it", many=31, act=lambda: done.append(True))
    question = desktop.window.findChildren(ConfirmDialog)[-1]
    assert not question.yes.isEnabled()
    for _ in range(PAUSE_SECONDS):
        question._tick()
    click(question.yes)
    assert done == [True]


def test_from_the_card_to_delivered_by_keyboard_alone(
    make_desktop: Callable[..., Desktop], card: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    window = desktop.window
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    desktop.sign_in()
    press(window, Key.Key_2, alt)
    desktop.settle()
    QTest.keyClicks(window.focusWidget(), str(card))
    tab_to(window, window.bring_in.batch_title)
    QTest.keyClicks(window.focusWidget(), "Sports day")
    tab_to(window, window.bring_in.boxes[WEBSITE])
    press(window.focusWidget(), Key.Key_Space)
    tab_to(window, window.bring_in.begin)
    press(window.focusWidget(), Key.Key_Space)
    desktop.settle()
    tab_to(window, window.bring_in.notice.button)
    press(window.focusWidget(), Key.Key_Space)
    desktop.settle()

    photo = window.review.frame.photo
    assert photo.hasFocus()
    press(photo, Key.Key_N)  # the one face is not known: name it by three letters
    QTest.keyClicks(window.focusWidget(), "ann")
    press(window.focusWidget(), Key.Key_Return)
    desktop.settle()
    tab_to(window, window.review.frame.ask)
    press(window.focusWidget(), Key.Key_Space)
    desktop.settle()

    press(window, Key.Key_L, control)
    tab_to(window, window.sign_in.someone_else)
    press(window.focusWidget(), Key.Key_Space)
    desktop.sign_in("head")
    press(window, Key.Key_4, alt)
    desktop.settle()
    for _ in range(4):
        press(window.approve, Key.Key_N)
        desktop.settle()
    tab_to(window, window.approve.frame.all_live)
    press(window.focusWidget(), Key.Key_Space)
    yes_by_keyboard(window)
    desktop.settle()

    press(window, Key.Key_5, alt)
    desktop.settle()
    QTest.keyClicks(window.focusWidget(), str(tmp_path / "out"))
    tab_to(window, window.deliver.begin)
    press(window.focusWidget(), Key.Key_Space)
    yes_by_keyboard(window)
    desktop.settle()
    assert len(list((tmp_path / "out" / "website").iterdir())) == 2
    stages = {photo.stage for photo in desktop.store.ledger.photos(desktop.store.ledger.batches()[-1].id)}
    assert stages == {Stage.ERASE, Stage.REFUSED}


def test_where_two_must_say_go_live_the_first_is_told_that_one_more_is_missing(desktop: Desktop) -> None:
    for platform in (WEBSITE, FACEBOOK):
        known = desktop.store.register.platform(platform)
        desktop.store.register.put_platform(replace(known, approvers_needed=2))
    second = replace(an_account("deputy", Role.APPROVER), full_name="Dee Deputy")
    desktop.store.accounts.add_account(second, PASSWORD)
    window = asked_and_before_the_head(desktop)
    click(window.approve.frame.live)
    desktop.settle()
    assert "One more person must say go live to 1 photo." in window.approve.notice.words
    assert desktop.photo("f3").stage is Stage.REVIEW
    window.header.switch_wanted.emit()
    desktop.sign_in("deputy")
    window.go("approve", "b1")
    see_everything(window)
    click(window.approve.frame.live)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.APPROVE


def test_a_stranger_stays_covered_and_needs_no_second_answer(desktop: Desktop) -> None:
    window = desktop.window
    window.go("review", "b1")
    desktop.settle()
    photo = window.review.frame.photo
    press(photo, Key.Key_Return)  # Anna
    press(photo, Key.Key_Backspace)  # the other is no one whom the school knows
    desktop.settle()
    stranger = desktop.sighting("f1", "r3")
    assert stranger.certainty is Certainty.NOT_LISTED
    assert set(stranger.rejected) == {"anna", "cara"}
    again = window.review
    again.open(BATCH)
    desktop.settle()
    view = next(one for one in again.model.batch.photos if one.record.id == "f1")  # type: ignore[union-attr]
    assert not open_regions(view)
    outcomes = {one.region: one.outcome for one in view.decisions[0].decisions}
    assert outcomes["r3"] is Outcome.COVER
