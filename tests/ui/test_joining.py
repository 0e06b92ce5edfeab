"""Someone stands twice on the register: what comes of joining is shown, done, and taken back, on a person's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.pages.people import PeoplePage
from app.ui.people.change_dialog import ChangePersonDialog
from app.ui.people.joining_dialogs import MergeDialog, SplitDialog
from consent.people import PersonId
from consent.permissions import Answer, Kind
from tests.factories import a_permission, a_person
from tests.ui.conftest import FACEBOOK, WEBSITE, Desktop
from tests.ui.driving import click, press


@pytest.fixture
def twice(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """Anna stands on the register a second time, and there her mother said no to the website and yes to Facebook."""
    desktop = make_desktop(photos={})
    register = desktop.store.register
    register.put_person(
        replace(a_person("anna2", name="Anna Testt"), carers=register.person(PersonId("anna")).carers)
    )
    register.record_permission(a_permission("anna2", Kind.PHOTO, platform=WEBSITE, answer=Answer.REFUSED))
    register.record_permission(a_permission("anna2", Kind.PHOTO, platform=FACEBOOK))
    desktop.sign_in("lead")
    desktop.window.go("people", "anna")
    desktop.settle()
    return desktop


def page_of(desktop: Desktop) -> PeoplePage:
    page = desktop.window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def asked(desktop: Desktop) -> MergeDialog:
    click(page_of(desktop).person_card.same)
    desktop.settle()
    return desktop.window.findChildren(MergeDialog)[-1]


def test_what_comes_of_it_is_shown_before_two_records_are_one_person(twice: Desktop) -> None:
    entries = len(twice.store.audit.entries())
    dialog = asked(twice)
    assert not dialog.yes.isEnabled()
    QTest.keyClicks(dialog.name, "testt")
    press(dialog.name, Qt.Key.Key_Return)
    twice.settle()
    rows = {record.cells[:2]: record.cells[2:] for record in dialog.table.rows.records}
    assert rows["Website", "Photo"] == ("yes", "no", "no")
    assert rows["Facebook", "Photo"] == ("no", "yes", "yes")
    assert dialog.isVisible()
    assert [one.id for one in twice.store.register.people() if one.once] == [], "only looked at"
    assert len(twice.store.audit.entries()) == entries, "nothing of the trial stays"
    click(dialog.yes)
    twice.settle()
    assert twice.store.register.person(PersonId("anna2")).id == "anna"
    assert "They are one person now" in page_of(twice).person_card.notice.words


def test_nothing_is_done_where_the_question_is_left(twice: Desktop) -> None:
    dialog = asked(twice)
    QTest.keyClicks(dialog.name, "testt")
    press(dialog.name, Qt.Key.Key_Return)
    twice.settle()
    press(dialog, Qt.Key.Key_Escape)
    twice.settle()
    assert twice.store.register.person(PersonId("anna2")).id == "anna2"


def test_two_people_with_numbers_of_their_own_are_not_made_one(twice: Desktop) -> None:
    register = twice.store.register
    for person, number in (("anna", "1"), ("anna2", "2")):
        register.put_person(replace(register.person(PersonId(person)), school_id=number))
    dialog = asked(twice)
    QTest.keyClicks(dialog.name, "testt")
    press(dialog.name, Qt.Key.Key_Return)
    twice.settle()
    assert "Both records have a number of their own" in dialog.notice.words
    assert not dialog.yes.isEnabled()


def test_a_record_is_two_people_after_all(twice: Desktop) -> None:
    dialog = asked(twice)
    QTest.keyClicks(dialog.name, "testt")
    press(dialog.name, Qt.Key.Key_Return)
    twice.settle()
    click(dialog.yes)
    twice.settle()
    card = page_of(twice).person_card
    click(card.two)
    twice.settle()
    split = twice.window.findChildren(SplitDialog)[-1]
    assert split.no.isDefault()
    assert "Anna Testt" in split.about.text()
    click(split.yes)
    twice.settle()
    assert twice.store.register.person(PersonId("anna2")).id == "anna2"
    assert not card.two.isVisible()


def test_a_wrong_class_is_corrected_on_the_person_s_page(twice: Desktop) -> None:
    card = page_of(twice).person_card
    click(card.edit)
    dialog = twice.window.findChildren(ChangePersonDialog)[-1]
    dialog.class_name.clear()
    QTest.keyClicks(dialog.class_name, "5B")
    QTest.keyClicks(dialog.upn, "X1")
    click(dialog.yes)
    assert "no UPN" in dialog.notice.words
    dialog.upn.clear()
    press(dialog.class_name, Qt.Key.Key_Return)
    twice.settle()
    assert twice.store.register.person(PersonId("anna")).class_name == "5B"
    assert "5B" in card.about.text()
