"""Writing beside a photo as a person does it, and what the second person sees of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from app.ui.pages.review import ReviewPage
from consent.platforms import PlatformId
from consent.publications import Confirmation, PhotoId, Words
from consent.stages import Stage
from tests.ui.conftest import FACEBOOK, WEBSITE, Desktop
from tests.ui.driving import click, press, see_everything, settle, wait_until

Key = Qt.Key


@pytest.fixture
def page(desktop: Desktop) -> ReviewPage:
    """The review, with the photo in front in which no one waits."""
    desktop.window.go("review", "b1")
    desktop.settle()
    desktop.window.review.model.go(2)
    desktop.settle()
    return desktop.window.review


def write(page: ReviewPage, text: str) -> None:
    """Turn to the words and type them as the caption, and rest."""
    press(page.frame.photo, Key.Key_W)
    assert page.frame.words.caption.hasFocus()
    page.frame.words.caption.clear()
    QTest.keyClicks(page.frame.words.caption, text)
    rest(page)


def rest(page: ReviewPage) -> None:
    wait_until(lambda: not page.frame.words._rest.isActive())
    settle(page.window())  # type: ignore[arg-type]


def tick_all(page: ReviewPage) -> None:
    for box in page.frame.words.confirmed.values():
        click(box)
    rest(page)


def kept(desktop: Desktop, photo: str = "f3") -> Mapping[PlatformId, Words]:
    return desktop.store.ledger.words(PhotoId(photo))


def test_a_name_without_permission_is_told_while_it_is_typed(page: ReviewPage) -> None:
    write(page, "Anna wins a prize")
    assert any("names someone who may not be named here" in one for one in page.frame.words.findings())
    assert page.frame.words.caption.extraSelections()
    write_again = page.frame.words.caption
    write_again.clear()
    QTest.keyClicks(write_again, "A prize for kindness")
    rest(page)
    assert not any("may not be named" in one for one in page.frame.words.findings())


def test_words_are_kept_while_they_are_typed_for_every_platform_or_for_one(
    page: ReviewPage, desktop: Desktop
) -> None:
    write(page, "Sports day")
    assert {platform: words.caption for platform, words in kept(desktop).items()} == {
        WEBSITE: "Sports day",
        FACEBOOK: "Sports day",
    }
    press(page.frame.words.caption, Key.Key_Escape)
    assert page.frame.photo.hasFocus()
    press(page.frame.photo, Key.Key_P)
    press(page.frame.photo, Key.Key_W)
    assert page.frame.words.caption.toPlainText() == "Sports day"
    click(page.frame.words.everywhere)
    QTest.keyClicks(page.frame.words.caption, "!")
    rest(page)
    captions = {platform: words.caption for platform, words in kept(desktop).items()}
    assert captions[WEBSITE] == "Sports day"
    assert captions[FACEBOOK] != "Sports day"


def test_another_photo_does_not_lose_what_was_just_typed(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_W)
    QTest.keyClicks(page.frame.words.caption, "Of the third photo")
    page.model.go(1)
    desktop.settle()
    assert page.frame.words.caption.toPlainText() == ""
    assert kept(desktop)[WEBSITE].caption == "Of the third photo"
    page.model.go(2)
    desktop.settle()
    assert page.frame.words.caption.toPlainText() == "Of the third photo"


def test_a_lock_keeps_what_was_typed_and_forgets_it_on_the_screen(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_W)
    QTest.keyClicks(page.frame.words.caption, "Half a sent")
    desktop.window.desk.lock()
    assert page.frame.words.caption.toPlainText() == ""
    desktop.settle()
    assert kept(desktop)[WEBSITE].caption == "Half a sent"
    desktop.sign_in()
    desktop.settle()
    assert page.frame.words.caption.toPlainText() == "Half a sent"


def test_without_the_three_confirmations_approval_is_not_asked(page: ReviewPage, desktop: Desktop) -> None:
    write(page, "Sports day")
    click(page.frame.ask)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.DECIDE
    assert page.notice.button.text() == "Look at the words"
    click(page.notice.button)
    desktop.settle()
    tick_all(page)
    click(page.frame.ask)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.REVIEW
    proposal = desktop.store.ledger.proposals(PhotoId("f3"))[0]
    assert (proposal.caption, set(proposal.confirmed)) == ("Sports day", set(Confirmation))


def test_the_same_words_for_the_whole_batch(page: ReviewPage, desktop: Desktop) -> None:
    write(page, "Sports day")
    click(page.frame.words.whole_batch)
    desktop.settle()
    assert all(kept(desktop, photo)[WEBSITE].caption == "Sports day" for photo in ("f1", "f2", "f3"))


def test_the_second_person_reads_the_words_and_ticks_each_link(page: ReviewPage, desktop: Desktop) -> None:
    write(page, "More on www.example.org/sports")
    tick_all(page)
    click(page.frame.ask)
    desktop.settle()
    window = desktop.window
    window.header.switch_wanted.emit()
    desktop.sign_in("head")
    window.go("approve", "b1")
    see_everything(window)
    frame = window.approve.frame
    assert "“More on www.example.org/sports”" in frame.told()
    assert not frame.live.isEnabled()  # a link that nobody looked at
    (box,) = (one for one in frame.findChildren(QCheckBox) if one.isVisible())
    assert box.text() == "I looked at www.example.org/sports"
    click(box)
    click(frame.live)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.APPROVE


def test_words_outlive_being_sent_back(page: ReviewPage, desktop: Desktop) -> None:
    write(page, "Sports day")
    tick_all(page)
    click(page.frame.ask)
    desktop.settle()
    window = desktop.window
    window.header.switch_wanted.emit()
    desktop.sign_in("head")
    window.go("approve", "b1")
    desktop.settle()
    window.approve.answers.send_back(PhotoId("f3"), "Write more", "")
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.DECIDE
    assert kept(desktop)[WEBSITE].caption == "Sports day"
