"""The review as a person works in it, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.pages.review import ReviewPage
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.face_picker import FacePicker, Likely, Question
from app.ui.widgets.gesture import Tool
from app.ui.widgets.marks import Mark
from consent.publications import PhotoId
from consent.sightings import Because, Certainty, Origin, RegionId, What
from consent.sightings import Mark as ByHand
from consent.stages import Stage
from tests.factories import a_person
from tests.ui.conftest import Desktop, face
from tests.ui.driving import choose_in_menu, click, press, wait_until
from tests.ui.painting import COPY_COLOUR, PHOTO_COLOUR

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desktop: Desktop) -> ReviewPage:
    """The review, with the first photo in front."""
    desktop.window.go("review")
    desktop.settle()
    return desktop.window.review


def on_screen(page: ReviewPage, x: float, y: float) -> QPoint:
    """Where a place of the photo lies in the photo view."""
    return QPoint(*(round(value) for value in page.frame.photo.viewport.to_widget(x, y)))


def near(found: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(x - y) < 12 for x, y in zip(found, wanted, strict=True))


def colour_in_the_middle(page: ReviewPage) -> tuple[int, int, int]:
    view = page.frame.photo
    shot = view.grab().toImage()
    colour = QColor(shot.pixel(shot.width() // 2, shot.height() * 3 // 4))
    return colour.red(), colour.green(), colour.blue()


def test_the_first_photo_is_shown_with_its_marks_and_the_nearest_question_in_focus(page: ReviewPage) -> None:
    marks = {region.region: region.mark for region in page.frame.regions.regions()}
    # Ben is named by the machine alone, but nothing he could answer would show him
    assert marks == {"r1": Mark.UNSURE, "r2": Mark.COVER, "r3": Mark.UNSURE}
    assert page.model.focus == "r1"
    assert page.frame.photo.hasFocus()
    assert "3 people" in page.frame.heads.text()


def test_enter_accepts_what_is_suggested_and_goes_on(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_Return)
    desktop.settle()
    named = desktop.sighting("f1", "r1")
    assert (named.certainty, named.people) == (Certainty.CONFIRMED, ("anna",))
    assert page.model.focus == "r3"


def test_enter_never_takes_an_unsure_face(page: ReviewPage, desktop: Desktop) -> None:
    page.model.put_focus("r3")
    press(page.frame.photo, Key.Key_Return)
    desktop.settle()
    assert desktop.sighting("f1", "r3").certainty is Certainty.UNSURE
    assert "1 to 3" in page.notice.words
    assert page.notice.isVisible()
    press(page.frame.photo, Key.Key_Backspace)
    desktop.settle()
    assert not page.notice.isVisible()  # it was about the face that is answered now


def test_a_number_chooses_among_the_candidates(page: ReviewPage, desktop: Desktop) -> None:
    page.model.put_focus("r3")
    press(page.frame.photo, Key.Key_2)
    desktop.settle()
    assert desktop.sighting("f1", "r3").people == ("cara",)


def test_a_photo_with_everyone_known_takes_two_keys(page: ReviewPage, desktop: Desktop) -> None:
    page.model.go(1)
    desktop.settle()
    press(page.frame.photo, Key.Key_Return, SHIFT)
    desktop.settle()
    assert desktop.sighting("f2", "r1").certainty is Certainty.CONFIRMED
    assert page.model.view is not None
    assert page.model.view.record.id == "f1"  # the next photo in which someone waits


def test_typing_letters_of_a_name_names_the_person(page: ReviewPage, desktop: Desktop) -> None:
    page.model.put_focus("r2")
    press(page.frame.photo, Key.Key_N)
    box = page.frame.panel.name_box
    assert box.hasFocus()
    QTest.keyClicks(box, "car")
    press(box, Key.Key_Return)
    desktop.settle()
    assert desktop.sighting("f1", "r2").people == ("cara",)
    assert page.frame.photo.hasFocus()


def test_letters_typed_as_a_name_are_no_commands(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_N)
    QTest.keyClicks(page.frame.panel.name_box, "cshb")
    desktop.settle()
    assert desktop.sighting("f1", "r1").mark is ByHand.NONE
    assert page.frame.photo.tool is Tool.NONE


def test_backspace_says_not_on_the_list(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_Backspace)
    desktop.settle()
    assert desktop.sighting("f1", "r1").certainty is Certainty.NOT_LISTED


def test_cover_and_show_again(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_C)
    desktop.settle()
    assert desktop.sighting("f1", "r1").mark is ByHand.COVER
    press(page.frame.photo, Key.Key_S)
    desktop.settle()
    assert desktop.sighting("f1", "r1").mark is ByHand.NONE


def test_show_says_why_it_stays_covered(page: ReviewPage, desktop: Desktop) -> None:
    page.model.put_focus("r2")
    press(page.frame.photo, Key.Key_1)
    desktop.settle()
    page.model.put_focus("r2")
    press(page.frame.photo, Key.Key_S)
    desktop.settle()
    assert page.notice.words == "Covered on Website: permission was refused."


def back_to_the_photo(page: ReviewPage, desktop: Desktop) -> None:
    """The screenless platform forgets which window was in front when a dialog closes."""
    desktop.window.activateWindow()
    desktop.settle()
    page.frame.photo.setFocus()


def test_hide_everyone_but_the_one_in_focus_takes_two_keys(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_H)
    desktop.settle()
    dialog = desktop.window.findChildren(FacePicker)[-1]
    assert dialog.yes.text() == "Hide 2 people"
    press(dialog.list, Key.Key_Return)
    desktop.settle()
    marks = {s.region: s.mark for s in desktop.photo("f1").sightings}
    assert marks == {"r1": ByHand.NONE, "r2": ByHand.COVER, "r3": ByHand.COVER}


def test_several_may_stay_while_everyone_else_is_hidden(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_H)
    desktop.settle()
    dialog = desktop.window.findChildren(FacePicker)[-1]
    press(dialog.list, Key.Key_End)
    press(dialog.list, Key.Key_Space)  # the one on the right, too
    assert dialog.yes.text() == "Hide 1 person"
    press(dialog.list, Key.Key_Return)
    desktop.settle()
    marks = {s.region: s.mark for s in desktop.photo("f1").sightings}
    assert marks == {"r1": ByHand.NONE, "r2": ByHand.COVER, "r3": ByHand.NONE}

    # asked again, those who stayed are ticked; whoever is ticked now comes back under the rules
    back_to_the_photo(page, desktop)
    press(page.frame.photo, Key.Key_H)
    desktop.settle()
    dialog = desktop.window.findChildren(FacePicker)[-1]
    assert {one.region for one in dialog.ticked()} == {"r1", "r3"}
    dialog.list.setCurrentRow(1)
    press(dialog.list, Key.Key_Space)
    press(dialog.list, Key.Key_Return)
    desktop.settle()
    assert {s.mark for s in desktop.photo("f1").sightings} == {ByHand.NONE}
    back_to_the_photo(page, desktop)
    for _ in range(2):
        press(page.frame.photo, Key.Key_Z, CONTROL)
        desktop.settle()
    assert {s.mark for s in desktop.photo("f1").sightings} == {ByHand.NONE}


def test_a_stranger_is_ruled_out_in_the_whole_batch_at_once(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop(
        photos={
            "f1": (face("r1", 200, "anna", "ben"),),
            "f2": (face("r1", 300, "anna", "cara"), face("r2", 900, "anna")),
            "f3": (face("r1", 300, "anna"),),
            "f4": (face("r1", 300, "cara", "ben"),),
        }
    )
    desktop.sign_in()
    desktop.window.go("review")
    desktop.settle()
    page = desktop.window.review
    press(page.frame.photo, Key.Key_Backspace)
    desktop.settle()
    assert page.frame.same.text() == "Not on the list: 2 photos more"
    press(page.frame.photo, Key.Key_A)
    desktop.settle()
    dialog = desktop.window.findChildren(FacePicker)[-1]
    # in the third photo it may well be Anna herself, and the fourth is taken for someone else
    assert [(one.photo, one.region) for one in dialog.ticked()] == [("f2", "r1")]
    press(dialog.list, Key.Key_Return)
    desktop.settle()
    stranger = desktop.sighting("f2", "r1")
    assert stranger.certainty is Certainty.NOT_LISTED
    assert desktop.sighting("f2", "r2").certainty is Certainty.SUGGESTED
    assert desktop.sighting("f3", "r1").certainty is Certainty.SUGGESTED
    back_to_the_photo(page, desktop)
    press(page.frame.photo, Key.Key_Z, CONTROL)
    desktop.settle()
    assert desktop.sighting("f2", "r1").certainty is Certainty.UNSURE
    assert desktop.sighting("f1", "r1").certainty is Certainty.NOT_LISTED


def test_delete_says_that_nothing_is_there_and_a_second_time_takes_it_back(
    page: ReviewPage, desktop: Desktop
) -> None:
    page.model.put_focus("r2")
    press(page.frame.photo, Key.Key_Delete)
    assert desktop.sighting("f1", "r2").mark is ByHand.NONE  # not before it is said why
    choose_in_menu(1)
    desktop.settle()
    dismissed = desktop.sighting("f1", "r2")
    assert (dismissed.mark, dismissed.because) == (ByHand.DISMISSED, Because.NOT_A_PERSON)
    press(page.frame.photo, Key.Key_Delete)
    desktop.settle()
    back = desktop.sighting("f1", "r2")
    assert (back.mark, back.because) == (ByHand.NONE, Because.NONE)


def test_writing_that_is_nobodys_is_shown_with_a_reason_and_not_without(
    page: ReviewPage, desktop: Desktop
) -> None:
    page.model.go(1)
    desktop.settle()
    page.model.put_focus("t1")
    press(page.frame.photo, Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    press(menu, Key.Key_Escape)
    desktop.window.activateWindow()
    desktop.settle()
    assert desktop.sighting("f2", "t1").mark is ByHand.NONE
    press(page.frame.photo, Key.Key_S)
    choose_in_menu(0)
    desktop.settle()
    shown = desktop.sighting("f2", "t1")
    assert (shown.mark, shown.because) == (ByHand.DISMISSED, Because.NOT_PERSONAL)


def test_one_confirmation_fills_in_the_same_person_in_the_rest_of_the_batch(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop(
        photos={
            "f1": (face("r1", 200, "anna"), face("r2", 600, "ben")),
            "f2": (face("r1", 300, "anna"),),
            "f3": (face("r1", 300, "anna", "cara"),),
            "f4": (face("r1", 300, "ben"),),
        }
    )
    desktop.sign_in()
    desktop.window.go("review")
    desktop.settle()
    page = desktop.window.review
    assert not page.frame.same.isVisible()
    press(page.frame.photo, Key.Key_Return)
    desktop.settle()
    assert page.frame.same.text() == "Anna Test: 2 photos more"
    press(page.frame.photo, Key.Key_A)
    dialog = desktop.window.findChildren(FacePicker)[-1]
    desktop.settle()
    assert [one.photo for one in dialog.ticked()] == ["f2"]  # whoever may be someone else is not ticked
    press(dialog.list, Key.Key_Return)
    desktop.settle()
    assert desktop.sighting("f2", "r1").certainty is Certainty.CONFIRMED
    assert desktop.sighting("f3", "r1").certainty is Certainty.UNSURE
    assert desktop.sighting("f4", "r1").certainty is Certainty.SUGGESTED
    back_to_the_photo(page, desktop)
    press(page.frame.photo, Key.Key_Z, CONTROL)
    desktop.settle()
    assert desktop.sighting("f2", "r1").certainty is Certainty.SUGGESTED
    assert desktop.sighting("f1", "r1").certainty is Certainty.CONFIRMED


def test_no_face_is_confirmed_unseen(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> None:
    desktop = make_desktop(photos={"f1": (face("r1", 200, "anna"),), "f2": (face("r1", 300, "anna"),)})
    faces = (Likely(PhotoId("f2"), RegionId("r1"), (300, 300, 400, 420), "Photo 2", sure=True),)
    desktop.sign_in()
    question = Question("Where else?", str)
    dialog = FacePicker(desktop.window.theme, question, faces, act=lambda _faces: None, parent=desktop.window)
    assert not dialog.yes.isEnabled()
    dialog.set_picture(0, QImage(8, 8, QImage.Format.Format_RGB888))
    assert dialog.yes.isEnabled()
    dialog.close()


def test_undo_and_redo_go_across_photos(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_C)
    desktop.settle()
    press(page.frame.photo, Key.Key_Right)
    desktop.settle()
    press(page.frame.photo, Key.Key_Return)
    desktop.settle()
    for _ in range(2):
        press(page.frame.photo, Key.Key_Z, CONTROL)
        desktop.settle()
    assert desktop.sighting("f1", "r1").mark is ByHand.NONE
    assert desktop.sighting("f2", "r1").certainty is Certainty.SUGGESTED
    assert page.model.index == 0
    press(page.frame.photo, Key.Key_Z, CONTROL | SHIFT)
    desktop.settle()
    assert desktop.sighting("f1", "r1").mark is ByHand.COVER


def test_quick_keys_each_meet_their_own_region(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_Return)  # Anna
    press(page.frame.photo, Key.Key_2)  # the unsure one, which comes into focus after it
    desktop.settle()
    assert desktop.sighting("f1", "r1").people == ("anna",)
    assert desktop.sighting("f1", "r3").people == ("cara",)


def test_tab_goes_through_the_open_ones_and_then_leaves_the_photo(page: ReviewPage, desktop: Desktop) -> None:
    press(page.frame.photo, Key.Key_Tab)
    assert page.model.focus == "r3"
    page.model.go(2)
    desktop.settle()
    press(page.frame.photo, Key.Key_Tab)
    assert not page.frame.photo.hasFocus()


def test_space_shows_the_very_picture_that_would_be_published(page: ReviewPage, desktop: Desktop) -> None:
    assert near(colour_in_the_middle(page), PHOTO_COLOUR)
    QTest.keyPress(page.frame.photo, Key.Key_Space)
    desktop.settle()
    assert near(colour_in_the_middle(page), COPY_COLOUR)
    QTest.keyRelease(page.frame.photo, Key.Key_Space)
    assert near(colour_in_the_middle(page), PHOTO_COLOUR)


def test_drawing_a_missed_face_with_the_mouse(page: ReviewPage, desktop: Desktop) -> None:
    view = page.frame.photo
    press(view, Key.Key_B)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=on_screen(page, 1300, 300))
    QTest.mouseMove(view, on_screen(page, 1350, 350))
    QTest.mouseMove(view, on_screen(page, 1400, 420))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=on_screen(page, 1400, 420))
    choose_in_menu(0)
    desktop.settle()
    added = desktop.photo("f1").sightings[-1]
    assert (added.what, added.origin) == (What.FACE, Origin.BY_HAND)
    assert abs(added.box[0] - 1300) < 6
    assert abs(added.box[3] - 420) < 6
    assert page.model.focus == added.region


def test_drawing_and_moving_by_keyboard_alone(page: ReviewPage, desktop: Desktop) -> None:
    view = page.frame.photo
    press(view, Key.Key_B)
    press(view, Key.Key_Return)
    choose_in_menu(3)
    desktop.settle()
    drawn = desktop.photo("f1").sightings[-1]
    assert drawn.what is What.AREA
    view.setFocus()
    for _ in range(10):
        press(view, Key.Key_Right, CONTROL)
    press(view, Key.Key_Down, CONTROL | SHIFT)
    wait_until(lambda: desktop.photo("f1").sightings[-1].box != drawn.box)
    desktop.settle()
    moved = desktop.photo("f1").sightings[-1].box
    assert moved[0] > drawn.box[0]
    assert moved[3] > drawn.box[3]
    press(view, Key.Key_Delete)
    desktop.settle()
    assert len(desktop.photo("f1").sightings) == 3


def test_a_region_is_moved_with_the_mouse(page: ReviewPage, desktop: Desktop) -> None:
    view = page.frame.photo
    page.model.put_focus("r1")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=on_screen(page, 250, 360))
    QTest.mouseMove(view, on_screen(page, 300, 400))
    QTest.mouseMove(view, on_screen(page, 350, 460))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=on_screen(page, 350, 460))
    desktop.settle()
    box = desktop.sighting("f1", "r1").box
    assert (box[2] - box[0], box[3] - box[1]) == (100, 120)
    assert abs(box[0] - 300) < 6


def test_a_click_chooses_the_region_under_it(page: ReviewPage) -> None:
    QTest.mouseClick(page.frame.photo, Qt.MouseButton.LeftButton, pos=on_screen(page, 650, 360))
    assert page.model.focus == "r2"


def test_the_list_works_by_keyboard(page: ReviewPage) -> None:
    page.frame.regions.setFocus()
    press(page.frame.regions, Key.Key_Down)
    assert page.model.focus == "r3"


def test_a_click_on_a_tab_looks_at_that_platform(page: ReviewPage, desktop: Desktop) -> None:
    tab = next(b for b in page.frame.tabs.findChildren(QPushButton) if b.text().startswith("Facebook"))
    assert tab.visibleRegion().boundingRect().height() > 20
    click(tab)
    assert page.model.platform == 1


def test_the_platform_changes_the_reasons(page: ReviewPage) -> None:
    press(page.frame.photo, Key.Key_P)
    reasons = {region.region: region.reason for region in page.frame.regions.regions()}
    assert reasons["r2"].startswith("Covered on Facebook")


def test_approval_is_asked_for_what_is_answered(page: ReviewPage, desktop: Desktop) -> None:
    page.model.go(1)
    desktop.settle()
    press(page.frame.photo, Key.Key_Return)
    desktop.settle()
    assert page.frame.ask.text() == "Ask for approval (2)"
    press(page.frame.photo, Key.Key_Return, CONTROL)
    desktop.settle()
    assert [desktop.photo(photo).stage for photo in ("f1", "f2", "f3")] == [
        Stage.DECIDE,
        Stage.REVIEW,
        Stage.REVIEW,
    ]
    assert "1 still wait" in page.notice.words


def test_a_correction_after_asking_voids_the_request(page: ReviewPage, desktop: Desktop) -> None:
    click(page.frame.ask)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.REVIEW
    page.model.go(2)
    desktop.settle()
    press(page.frame.photo, Key.Key_B)
    press(page.frame.photo, Key.Key_Return)
    choose_in_menu(0)
    desktop.settle()
    assert desktop.photo("f3").stage is Stage.DECIDE


def test_an_odd_shape_is_drawn_freely_and_kept_as_drawn_when_it_is_moved(
    page: ReviewPage, desktop: Desktop
) -> None:
    view = page.frame.photo
    press(view, Key.Key_L)
    corners = [(1200, 700), (1400, 700), (1400, 1000), (1350, 1000), (1350, 800), (1200, 800)]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=on_screen(page, *corners[0]))
    for x, y in corners[1:]:
        QTest.mouseMove(view, on_screen(page, x, y))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=on_screen(page, *corners[-1]))
    choose_in_menu(3)
    desktop.settle()
    drawn = desktop.photo("f1").sightings[-1]
    assert (drawn.what, drawn.origin) == (What.AREA, Origin.BY_HAND)
    assert len(drawn.outline) == len(corners)
    assert all(
        abs(x1 - x2) < 4 and abs(y1 - y2) < 4
        for (x1, y1), (x2, y2) in zip(drawn.outline, corners, strict=True)
    )
    view.setFocus()
    for _ in range(5):
        press(view, Key.Key_Left, CONTROL)
    wait_until(lambda: desktop.photo("f1").sightings[-1].box != drawn.box)
    desktop.settle()
    moved = desktop.photo("f1").sightings[-1]
    step = moved.box[0] - drawn.box[0]
    assert step < 0
    assert [x for x, _ in moved.outline] == pytest.approx([x + step for x, _ in drawn.outline])
    assert (moved.box[2] - moved.box[0], moved.box[3]) == (drawn.box[2] - drawn.box[0], drawn.box[3])


def colour_at(page: ReviewPage, share: float) -> tuple[int, int, int]:
    view = page.frame.photo
    shot = view.grab().toImage()
    colour = QColor(shot.pixel(round(shot.width() * share), shot.height() * 3 // 4))
    return colour.red(), colour.green(), colour.blue()


def test_a_divider_shows_the_photo_beside_the_very_picture_that_would_be_published(
    page: ReviewPage, desktop: Desktop
) -> None:
    view = page.frame.photo
    press(view, Key.Key_V)
    desktop.settle()
    assert near(colour_at(page, 0.4), PHOTO_COLOUR)
    assert near(colour_at(page, 0.6), COPY_COLOUR)
    for _ in range(4):
        press(view, Key.Key_Left, SHIFT)
    assert near(colour_at(page, 0.4), COPY_COLOUR)
    middle = view.height() // 2
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(round(view.divider()), middle))
    QTest.mouseMove(view, QPoint(round(view.width() * 0.8), middle))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(round(view.width() * 0.8), middle))
    assert near(colour_at(page, 0.6), PHOTO_COLOUR)
    press(view, Key.Key_C)  # a correction: the old copy is out of date at once
    assert not near(colour_at(page, 0.9), PHOTO_COLOUR)
    desktop.settle()
    assert near(colour_at(page, 0.85), COPY_COLOUR)
    press(view, Key.Key_V)
    assert near(colour_at(page, 0.85), PHOTO_COLOUR)


def answers(page: ReviewPage) -> list[str]:
    """What the buttons beside the photo offer."""
    buttons = page.frame.panel.findChildren(ActionButton)
    return [button.text() for button in buttons if button.isVisible()]


def test_only_answers_that_mean_something_are_offered(page: ReviewPage, desktop: Desktop) -> None:
    assert answers(page) == ["Accept", "Accept all", "Not on the list", "Nothing here", "Cover", "Show"]
    page.model.put_focus("r2")
    page.model.put_focus("")
    assert answers(page) == ["Go on"]
    click(next(one for one in page.frame.panel.findChildren(ActionButton) if one.isVisible()))
    assert page.model.focus in {"r1", "r3"}
    assert answers(page)[0] == "Accept"
    press(page.frame.photo, Key.Key_Return)
    desktop.settle()
    page.model.put_focus("r1")  # named already
    assert answers(page)[0] == "Go on"


def test_the_key_of_an_answer_stands_on_its_button(page: ReviewPage) -> None:
    button = next(one for one in page.frame.panel.findChildren(ActionButton) if one.text() == "Cover")
    with_key = button.grab().toImage()
    button._key = ""
    assert button.grab().toImage() != with_key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("or", ["Orla Beacontree"]),  # and not Arjun Starlingford
        ("beac", ["Orla Beacontree"]),
        ("lingf", ["Arjun Starlingford"]),  # nobody's name begins like that
        ("sian", ["Siân Plumfeather"]),
        ("sian p", ["Siân Plumfeather"]),
        ("s", ["Arjun Starlingford", "Siân Plumfeather"]),
        ("(", []),
    ],
)
def test_a_name_is_found_by_the_letters_with_which_a_part_of_it_begins(
    page: ReviewPage, typed: str, meant: list[str]
) -> None:
    box = page.frame.panel.name_box
    register = [
        a_person(name, name=name) for name in ("Orla Beacontree", "Arjun Starlingford", "Siân Plumfeather")
    ]
    box.set_people({person.id: person for person in register})
    press(page.frame.photo, Key.Key_N)
    QTest.keyClicks(box, typed)
    assert list(box.found()) == meant
    popup = box.completer().popup()
    assert popup is not None
    assert popup.isVisible() == bool(meant)
