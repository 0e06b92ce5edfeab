"""The People page as its keeper uses it: finding someone, why something counts, recording answers, the roll."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.people.mapping import Speaker
from app.ui.pages.people import PeoplePage
from app.ui.people.answer_dialog import AnswerDialog
from app.ui.people.carers_dialog import CarersDialog
from app.ui.people.quality_words import QUALITY
from app.ui.people.small_dialogs import NeverPublishDialog, ToldDialog
from app.ui.reading_people import Count
from app.ui.widgets.confirm import ConfirmDialog
from consent.accounts import Role
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.templates import StoredTemplate
from tests.factories import TODAY, a_carer, a_permission, a_person, an_account
from tests.fakes.store import PASSWORD
from tests.ui.conftest import WEBSITE, Desktop
from tests.ui.driving import click, press, say_yes, settle
from vision.faces.quality import Quality


@pytest.fixture
def lead(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """The window with the lead signed in, on the People page."""
    desktop = make_desktop(photos={})
    desktop.sign_in("lead")
    desktop.window.go("people")
    desktop.settle()
    return desktop


def page_of(desktop: Desktop) -> PeoplePage:
    page = desktop.window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def names(desktop: Desktop) -> list[str]:
    return [record.cells[0] for record in page_of(desktop).register_list.table.rows.records]


def test_part_of_a_name_finds_the_person_while_it_is_typed(lead: Desktop) -> None:
    assert names(lead) == ["Anna Test", "Ben Test", "Cara Test"]
    QTest.keyClicks(page_of(lead).register_list.search, "ben")
    assert names(lead) == ["Ben Test"]


def test_everyone_without_an_answer_for_the_website_is_found_by_two_filters(lead: Desktop) -> None:
    lead.store.register.put_person(replace(a_person("dora", name="Dora Test"), year="4"))
    lead.store.register.put_person(replace(a_person("emil", name="Emil Test"), year="5"))
    lead.window.go("people")
    lead.settle()
    page = page_of(lead).register_list
    page.years.setCurrentIndex(page.years.findData("4"))
    page.counts.setCurrentIndex(page.counts.findData(Count.NO_ANSWER.value))
    assert page.platforms.value == WEBSITE
    assert "Dora Test" in names(lead)
    assert "Emil Test" not in names(lead)
    assert "Anna Test" not in names(lead)


def test_enter_opens_a_person_whose_page_says_why(lead: Desktop) -> None:
    page = page_of(lead)
    table = page.register_list.table
    table.setFocus()
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    lead.settle()
    card = page.person_card
    assert card.isVisible()
    assert card.name.text() == "Ben Test"
    assert "Photo: No, because the carer (mother) refused on" in card.why.text()
    press(card, Qt.Key.Key_Escape)
    lead.settle()
    assert page.register_list.isVisible()


def test_an_answer_that_is_recorded_counts_at_once(lead: Desktop) -> None:
    page = page_of(lead)
    page.open_person("anna")
    lead.settle()
    click(page.person_card.record)
    dialog = lead.window.findChildren(AnswerDialog)[-1]
    dialog.answer.setCurrentIndex(dialog.answer.findData(Answer.WITHDRAWN.value))
    click(dialog.yes)
    assert "at least one platform" in dialog.notice.words
    dialog.boxes[WEBSITE].setChecked(True)
    click(dialog.yes)
    lead.settle()
    newest = lead.store.register.permissions([PersonId("anna")])[-1]
    assert (newest.answer, newest.platform, newest.recorded_by) == (Answer.WITHDRAWN, WEBSITE, "lead")
    assert "took the permission back on" in page.person_card.why.text()


def test_a_yes_without_its_form_is_asked_for(lead: Desktop) -> None:
    page = page_of(lead)
    page.open_person("anna")
    lead.settle()
    click(page.person_card.record)
    dialog = lead.window.findChildren(AnswerDialog)[-1]
    assert dialog.focusWidget() is dialog.kind  # not on the button: nothing is recorded by Enter alone
    assert dialog._area.verticalScrollBar().maximum() == 0, "the screen has room for all of it"
    dialog.boxes[WEBSITE].setChecked(True)
    click(dialog.yes)
    assert "needs its form" in dialog.notice.words


def test_one_answer_for_everyone_in_the_table_is_recorded_after_one_question(lead: Desktop) -> None:
    page = page_of(lead)
    click(page.register_list.group)
    dialog = lead.window.findChildren(AnswerDialog)[-1]
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.VIDEO.value))
    dialog.answer.setCurrentIndex(dialog.answer.findData(Answer.REFUSED.value))
    dialog.boxes[WEBSITE].setChecked(True)
    click(dialog.yes)
    say_yes(lead.window)
    lead.settle()
    assert page.notice.words == "Recorded for 3 people."
    videos = [one for one in lead.store.register.permissions() if one.kind is Kind.VIDEO]
    assert {one.person for one in videos} == {"anna", "ben", "cara"}


def test_two_leads_together_mark_and_lift_never_publish_and_the_reason_is_nowhere(lead: Desktop) -> None:
    second = replace(an_account("second", Role.LEAD), full_name="Sam Second")
    lead.store.accounts.add_account(second, PASSWORD)
    page = page_of(lead)
    page.open_person("anna")
    lead.settle()
    for user_name, marked in (("lead", False), ("second", True)):
        click(page.person_card.never)
        dialog = lead.window.findChildren(NeverPublishDialog)[-1]
        QTest.keyClicks(dialog.reason, "a court order")
        QTest.keyClicks(dialog.user_name, user_name)
        QTest.keyClicks(dialog.password, PASSWORD)
        click(dialog.yes)
        lead.settle()
        assert ("anna" in lead.store.register.never_publish()) is marked
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [label for label in lead.window.findChildren(QLabel) if "court" in label.text()]
    assert page.person_card.never.text() == "Lift “never publish”…"
    click(page.person_card.never)
    dialog = lead.window.findChildren(NeverPublishDialog)[-1]
    QTest.keyClicks(dialog.user_name, "second")
    QTest.keyClicks(dialog.password, PASSWORD)
    click(dialog.yes)
    lead.settle()
    assert "anna" not in lead.store.register.never_publish()


def test_parents_are_recorded_as_told(lead: Desktop) -> None:
    page = page_of(lead)
    page.open_person("anna")
    lead.settle()
    page.person_card.tabs.setCurrentIndex(2)
    click(page.person_card.told)
    dialog = lead.window.findChildren(ToldDialog)[-1]
    QTest.keyClicks(dialog.form_name, "letter of September")
    click(dialog.yes)
    lead.settle()
    assert [notice.form for notice in lead.store.register.notices([PersonId("anna")])] == [
        "letter of September"
    ]


def test_the_page_says_when_even_the_newest_picture_is_more_than_a_year_old(
    lead: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = TODAY - timedelta(days=400)
    old = StoredTemplate("t1", PersonId("anna"), (0.5,) * 128, TODAY, taken_on=long_ago)
    monkeypatch.setattr(lead.store.register, "templates", lambda: [old])
    page = page_of(lead)
    page.open_person("anna")
    lead.settle()
    said = page.person_card.face.text()
    assert "The newest picture is from" in said
    assert str(long_ago.year) in said


def test_everything_held_about_someone_goes_into_a_new_folder(lead: Desktop, tmp_path: Path) -> None:
    page = page_of(lead)
    page.open_person("anna")
    lead.settle()
    page.doings.write_pack(PersonId("anna"), tmp_path / "pack")
    settle(lead.window, seconds=60)
    assert "folder is written" in page.person_card.notice.words
    assert (tmp_path / "pack").is_dir()


def test_the_office_looks_and_cannot_change(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> None:
    desktop = make_desktop(photos={})
    desktop.sign_in("office")
    desktop.window.go("people")
    desktop.settle()
    page = page_of(desktop)
    assert names(desktop) == ["Anna Test", "Ben Test", "Cara Test"]
    assert not page.register_list.add.isVisible()
    page.open_person("anna")
    desktop.settle()
    assert not page.person_card.record.isVisible()
    tabs = page.person_card.tabs
    assert [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)] == ["What counts today"]


def test_a_lock_takes_every_name_away(lead: Desktop) -> None:
    page = page_of(lead)
    page.open_person("anna")
    lead.settle()
    lead.window.desk.lock()
    assert names(lead) == []
    assert not [label for label in page.findChildren(QLabel) if "Test" in label.text()]


def a_roll(folder: Path) -> Path:
    file = folder / "roll.csv"
    file.write_text("UPN,Legal name,Class,Website\n1,Dora New,4A,yes\n2,Emil New,4A,no\n", "utf-8")
    return file


def test_the_roll_is_looked_through_first_and_then_taken_over(lead: Desktop, tmp_path: Path) -> None:
    page = page_of(lead)
    click(page.register_list.roll)
    roll = page.import_page
    roll.open_file(a_roll(tmp_path))
    lead.settle()
    assert roll.form.columns["school_id"].value == "UPN"
    click(roll.form.more)
    line = roll.form.consents[0]
    line.column.setCurrentIndex(line.column.findData("Website"))
    line.boxes[WEBSITE].setChecked(True)
    click(roll.look)
    lead.settle()
    assert roll.changes.list.item(0).text() == "Join: 2"
    assert len(lead.store.register.people()) == 3
    click(roll.take)
    say_yes(lead.window)
    lead.settle()
    assert len(lead.store.register.people()) == 5
    assert "Dora New" in names(lead)


def test_carers_come_in_and_what_was_said_once_is_used_the_next_time(lead: Desktop, tmp_path: Path) -> None:
    page = page_of(lead)
    click(page.register_list.roll)
    roll = page.import_page
    file = tmp_path / "roll.csv"
    file.write_text("UPN,Legal name,Mother,Website\n1,Dora New,Eva New,yes\n", "utf-8")
    roll.open_file(file)
    lead.settle()
    assert not roll.kept.isVisible()
    click(roll.form.more_carers)
    carer = roll.form.carers[0]
    carer.column.pick("Mother")
    QTest.keyClicks(carer.relation, "mother")
    carer.responsible.setChecked(True)
    click(roll.form.more)
    roll.form.consents[0].column.pick("Website")
    roll.form.consents[0].boxes[WEBSITE].setChecked(True)
    click(roll.look)
    assert roll.notice.words == "Say who gave these answers."
    assert roll.form.answered_by.hasFocus()
    roll.form.answered_by.pick(Speaker.FIRST_CARER.value)
    click(roll.look)
    lead.settle()
    click(roll.take)
    say_yes(lead.window)
    lead.settle()
    (dora,) = [one for one in lead.store.register.people() if one.legal_name == "Dora New"]
    (eva,) = dora.carers
    assert (eva.name, eva.relation, eva.responsible) == ("Eva New", "mother", True)
    assert [one.carer for one in lead.store.register.permissions([dora.id])] == [eva.id]
    assert list(lead.store.register.roll_mappings()) == ["pupils"]
    file.write_text("UPN,Legal name,Mother,Website\n1,Dora New,Eva New,no\n", "utf-8")
    click(page.register_list.roll)
    roll.open_file(file)
    lead.settle()
    assert roll.kept.value == "pupils"
    assert not roll.form.isVisible()
    click(roll.look)
    lead.settle()
    assert roll.take.isEnabled()
    roll.kept.setCurrentIndex(roll.kept.findData(""))
    roll.back.click()
    assert roll.form.isVisible()


def test_a_column_of_the_roll_can_name_who_answered(lead: Desktop, tmp_path: Path) -> None:
    page = page_of(lead)
    click(page.register_list.roll)
    roll = page.import_page
    file = tmp_path / "roll.csv"
    file.write_text(
        "UPN,Legal name,Mother,Father,Website,By\n1,Dora New,Eva New,Finn New,yes,father\n", "utf-8"
    )
    roll.open_file(file)
    lead.settle()
    for heading, relation in (("Mother", "mother"), ("Father", "father")):
        carer = roll.form.add_carer()
        carer.column.pick(heading)
        carer.relation.setText(relation)
        carer.responsible.setChecked(True)
    line = roll.form.add_consent()
    line.column.pick("Website")
    line.boxes[WEBSITE].setChecked(True)
    roll.form.answered_by.setCurrentText("Whom the column “By” names")
    click(roll.look)
    lead.settle()
    click(roll.take)
    say_yes(lead.window)
    lead.settle()
    (dora,) = [one for one in lead.store.register.people() if one.legal_name == "Dora New"]
    (answer,) = lead.store.register.permissions([dora.id])
    assert {one.id: one.name for one in dora.carers}[answer.carer] == "Finn New"


def test_an_import_that_is_stopped_changes_nothing(lead: Desktop, tmp_path: Path) -> None:
    page = page_of(lead)
    before = lead.store.register.people()
    click(page.register_list.roll)
    roll = page.import_page
    roll.open_file(a_roll(tmp_path))
    lead.settle()
    click(roll.look)
    roll.progress.cancelled.emit()
    lead.settle()
    assert roll.notice.words == "Stopped. Nothing was changed."
    click(roll.leave)
    lead.settle()
    assert page.register_list.isVisible()
    assert lead.store.register.people() == before


def test_a_file_that_is_no_roll_is_named_with_the_way_on(lead: Desktop, tmp_path: Path) -> None:
    page = page_of(lead)
    click(page.register_list.roll)
    file = tmp_path / "old.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0" + b"0" * 600)
    page.import_page.open_file(file)
    lead.settle()
    assert "Save it as XLSX without a password. Nothing was changed." in page.import_page.notice.words


@pytest.mark.parametrize("typed", ["zoe", "ZOË", "nunez", "núñ"])
def test_a_name_is_found_without_its_accents(lead: Desktop, typed: str) -> None:
    lead.store.register.put_person(a_person("z", name="Zoë Núñez"))
    page = page_of(lead)
    page.show_list()
    lead.settle()
    page.register_list.search.insert(typed)  # QTest types ASCII alone
    assert names(lead) == ["Zoë Núñez"]


def test_fifteen_hundred_people_are_filtered_without_a_stall(lead: Desktop) -> None:
    register = lead.store.register
    for n in range(1500):
        register.put_person(a_person(f"p{n}", name=f"Pupil{n} Test", carers=(a_carer(),)))
    register.record_permissions([a_permission(f"p{n}", Kind.PHOTO, platform=WEBSITE) for n in range(1500)])
    page = page_of(lead)
    page.show_list()
    lead.settle()
    began = time.process_time()
    QTest.keyClicks(page.register_list.search, "pupil149")
    used = time.process_time() - began
    assert len(names(lead)) == 11
    # a keystroke each: what this computes, not what a loaded machine makes of it
    assert used / len("pupil149") < 0.2, f"{used:.2f} s for eight keys"


def test_each_quality_of_a_picture_has_its_sentence() -> None:
    assert set(QUALITY) == {one.value for one in Quality}


def carers_of(lead: Desktop, person: str) -> dict[str, bool]:
    found = lead.store.register.person(PersonId(person)).carers
    return {carer.name: carer.responsible for carer in found}


def ask_for_carers(lead: Desktop, person: str) -> CarersDialog:
    page = page_of(lead)
    page.open_person(person)
    lead.settle()
    click(page.person_card.carers)
    return lead.window.findChildren(CarersDialog)[-1]


def test_a_carer_is_added_and_taken_off_again_without_a_question(lead: Desktop) -> None:
    before = carers_of(lead, "anna")
    dialog = ask_for_carers(lead, "anna")
    click(dialog.more)
    QTest.keyClicks(dialog.rows[-1].name, "Ann Fox")
    QTest.keyClicks(dialog.rows[-1].relation, "aunt")
    click(dialog.yes)
    lead.settle()
    assert carers_of(lead, "anna") == {**before, "Ann Fox": False}
    card = page_of(lead).person_card
    assert "Ann Fox, aunt, without parental responsibility" in card.about.text()
    click(card.notice.button)
    lead.settle()
    assert carers_of(lead, "anna") == before


def test_who_no_longer_answers_is_asked_about_by_what_then_counts_and_stays_on_the_record(
    lead: Desktop,
) -> None:
    dialog = ask_for_carers(lead, "anna")
    (row,) = dialog.rows
    assert not row.remove.isVisible()
    press(row.responsible, Qt.Key.Key_Space)
    click(dialog.yes)
    lead.settle()
    question = lead.window.findChildren(ConfirmDialog)[-1]
    assert "Photo: no longer on" in question.accessibleName()
    say_yes(lead.window)
    lead.settle()
    assert list(carers_of(lead, "anna").values()) == [False]
    assert "Photo: No, because no one who may agree has answered" in page_of(lead).person_card.why.text()


def test_a_carer_without_any_word_and_two_of_one_name_are_asked_about(lead: Desktop) -> None:
    dialog = ask_for_carers(lead, "anna")
    row = dialog.rows[0]
    name = row.name.text()
    row.name.clear()
    row.relation.clear()
    click(dialog.yes)
    assert "Type a name" in dialog.notice.words
    row.name.setText(name)
    click(dialog.more)
    dialog.rows[-1].name.setText(name.upper())
    click(dialog.yes)
    assert "the same name" in dialog.notice.words
    assert dialog.isVisible()


def test_whoever_may_only_look_cannot_change_carers(make_desktop: Callable[..., Desktop]) -> None:
    desktop = make_desktop(photos={})
    desktop.sign_in("office")
    desktop.window.go("people")
    desktop.settle()
    page = page_of(desktop)
    page.open_person("anna")
    desktop.settle()
    assert not page.person_card.carers.isVisible()
