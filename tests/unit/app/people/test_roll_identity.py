"""A number, a name and a mark belong to one person: a file that mixes them up hands no one's yes to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.people.mapping import CarerColumns, ConsentColumn, Listed, Speaker
from app.people.refusals import Reason
from app.people.roll import Accepted
from app.people.spoken import is_same_name
from app.ui.people import roll_words as ui_words
from consent.decisions import Why
from consent.people import Carer, PersonKind, is_upn
from consent.permissions import Kind
from consent.platforms import PlatformId
from tests.factories import NOW, a_person
from tests.unit.app.people.conftest import Office

HEAD = "ID,Name,Class,Web photo\n"
WEB = ConsentColumn("Web photo", Kind.PHOTO, (PlatformId("website"),))
UPN, OTHER_UPN = (
    next(f"{letter}{tail}" for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" if is_upn(f"{letter}{tail}"))
    for tail in ("123456789001", "123456789002")
)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,Ben Ito,3B,yes\n", Reason.OTHER_NAME),  # one column was sorted by itself
        ("1,Amy Lee,3B,yes\n", Reason.OTHER_NAME),  # her twin
        ("01,Ann Lee,3B,yes\n", Reason.NAMESAKE),  # a number that lost, or got, a zero
        ("77,Lee ANN,3B,yes\n", Reason.NAMESAKE),
        ("77,Lée Ánn,3B,yes\n", Reason.NAMESAKE),
    ],
)
@pytest.mark.parametrize("gone", [False, True])
def test_no_row_gives_a_number_another_name_or_a_name_another_number(
    row: str, reason: Reason, *, gone: bool, office: Office
) -> None:
    """A mark and a no stay with whoever they are about, also with someone who left and comes back."""
    office.mapping = replace(office.mapping, listed=Listed.SOME)
    left = NOW.date() - timedelta(days=400) if gone else None
    office.store.register.put_person(replace(a_person("p1", name="Ann Lee"), school_id="1", left_on=left))
    before = office.store.register.people()
    changes = office.take(HEAD + row, Accepted.REFUSED_ROWS)
    assert [one.reason for one in changes.refused] == [reason]
    assert office.store.register.people() == before


@pytest.mark.parametrize("name", ["Ann Lee", "LEE, Ann", "Ann Maria Lee", "Ánn  Lee", "Ann Lee-Moss", "Ann"])
def test_a_name_that_is_only_written_otherwise_is_taken(name: str, office: Office) -> None:
    assert is_same_name("Ann Lee", name)
    office.take(HEAD + "1,Ann Lee,3B,yes\n")
    office.take(HEAD + f'1,"{name}",3B,yes\n')
    assert office.person("1").legal_name == " ".join(name.split())


def test_two_new_people_of_one_name_are_two(office: Office) -> None:
    assert len(office.take(HEAD + "1,Ali Khan,3B,yes\n2,Ali Khan,4C,no\n").joined) == 2
    assert (office.why("1"), office.why("2")) == (Why.GRANTED, Why.REFUSED)


def test_a_name_of_another_kind_of_people_is_no_namesake(office: Office) -> None:
    office.store.register.put_person(
        replace(a_person("s", name="Ann Lee", kind=PersonKind.STAFF), school_id="9")
    )
    assert not office.look(HEAD + "1,Ann Lee,3B,yes\n").refused


def test_a_unique_pupil_number_stays_one_persons(office: Office) -> None:
    head = "ID,Name,Class,UPN,Web photo\n"
    office.mapping = replace(
        office.mapping, listed=Listed.SOME, columns=replace(office.mapping.columns, upn="UPN")
    )
    office.take(head + f"1,Ann Lee,3B,{UPN},yes\n")
    rows = f"2,Ben Ito,3B,{UPN},yes\n3,Cem Oz,3B,{OTHER_UPN},yes\n4,Dee Roy,3B,{OTHER_UPN},yes\n"
    changes = office.look(head + rows)
    assert [(one.row, one.reason) for one in changes.refused] == [
        (2, Reason.UPN_TAKEN),
        (4, Reason.UPN_TAKEN),
    ]


def test_a_day_of_leaving_that_is_to_come_outlives_every_roll_before_it(office: Office) -> None:
    row = HEAD + "1,Ann Lee,3B,yes\n"
    office.take(row)
    last = NOW.date() + timedelta(days=30)
    office.store.register.put_person(replace(office.person("1"), left_on=last))
    office.take(row)
    assert office.person("1").left_on == last
    office.days_later(31)
    office.take(row)
    assert office.person("1").left_on is None, "who stands in the file afterwards has come back"


def test_each_givers_no_is_kept_as_theirs(office: Office) -> None:
    """What the mother takes back lifts no no of the father, that stood in the same row."""
    office.mapping = replace(
        office.mapping,
        carers=(CarerColumns("Mum", responsible=True), CarerColumns("Dad", responsible=True)),
        consents=(replace(WEB, given_by="Mum"), replace(WEB, column="Dad says", given_by="Dad")),
    )
    office.take("ID,Name,Class,Mum,Dad,Web photo,Dad says\n1,Ann Lee,3B,Mia Lee,Tom Lee,no,no\n")
    carers = {one.name: one.id for one in office.person("1").carers}
    said = {one.carer for one in office.store.register.permissions()}
    assert said == {carers["Mia Lee"], carers["Tom Lee"]}


def test_of_two_carers_of_one_name_no_one_knows_who_answered(office: Office) -> None:
    two = (Carer("a", "Tom Lee", "father"), Carer("b", "Tom Lee", "grandfather"))
    office.store.register.put_person(replace(a_person("p1", name="Ann Lee"), school_id="1", carers=two))
    office.mapping = replace(
        office.mapping, carers=(CarerColumns("Dad", responsible=True),), given_by=Speaker.FIRST_CARER
    )
    (row,) = office.look("ID,Name,Class,Dad,Web photo\n1,Ann Lee,3B,Tom Lee,yes\n").refused
    assert row.reason is Reason.GIVER_UNKNOWN


@pytest.mark.parametrize("typed", ["Tom Lee ", "Tom  Lee", "TOM\u00a0LEE", "Tom\u200b Lee"])
def test_a_carer_typed_by_hand_is_the_one_of_the_file(typed: str, office: Office) -> None:
    """Else someone without parental responsibility would come back beside themselves, with it."""
    dad = Carer("a", typed, "father", responsible=False)
    office.store.register.put_person(replace(a_person("p1", name="Ann Lee"), school_id="1", carers=(dad,)))
    office.mapping = replace(office.mapping, carers=(CarerColumns("Dad", responsible=True),))
    office.take("ID,Name,Class,Dad,Web photo\n1,Ann Lee,3B,Tom Lee,\n")
    assert [(one.id, one.responsible) for one in office.person("1").carers] == [("a", False)]


def test_the_window_has_words_for_each_reason() -> None:
    assert set(ui_words.REASONS) == set(Reason)
