from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from openpyxl import Workbook

from app.people.consents import HeldWhy
from app.people.mapping import Asks, CarerColumns, ConsentColumn, Listed, Mapping, Speaker
from app.people.reading import read_sheet
from app.people.refusals import MappingFault, MappingRefusedError, Reason
from app.people.roll import Accepted, RollRefusedError, take_over
from consent.decisions import Why
from consent.errors import Code, ConsentError
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.publications import PhotoId, Publication
from consent.templates import StoredTemplate
from tests.factories import NOW, a_carer, a_permission, a_person, an_account, tell_parents
from tests.unit.app.people.conftest import CLERK, Office

HEAD = "ID,Name,Class,Web photo\n"
ANN, BEN = "1,Ann Lee,3B,yes\n", "2,Ben Ito,3B,no\n"
WEB = ConsentColumn("Web photo", Kind.PHOTO, (PlatformId("website"),))


def with_consents(office: Office, *consents: ConsentColumn, **others: Any) -> Mapping:
    return replace(office.mapping, consents=consents, **others)


def test_the_first_roll_makes_everyone_and_a_second_look_finds_nothing_to_do(office: Office) -> None:
    changes = office.take(HEAD + ANN + BEN)
    assert [person.legal_name for person in changes.joined] == ["Ann Lee", "Ben Ito"]
    assert (office.why("1"), office.why("2")) == (Why.GRANTED, Why.REFUSED)
    again = office.look(HEAD + ANN + BEN)
    assert (again.joined, again.changed, again.left, again.records) == ((), (), (), ())
    assert len(again.unchanged) == 2


def test_a_dry_run_changes_nothing_but_the_log(office: Office) -> None:
    changes = office.look(HEAD + ANN)
    assert len(changes.joined) == len(changes.records) == 1
    assert office.store.register.people() == []
    entry = office.store.audit.entries()[-1].event
    assert (entry.act, entry.actor) == ("roll_compared", "lead")


def test_who_is_no_longer_in_the_file_leaves_and_loses_the_templates(office: Office) -> None:
    office.take(HEAD + ANN + BEN)
    office.store.register.put_policy(
        Policy(school="S", impact_assessment="DPIA 1", impact_assessed_on=date(2026, 9, 1))
    )
    ben = office.person("2")
    carer = ben.carers[0].id
    office.store.register.record_permission(a_permission(ben.id, Kind.BIOMETRIC, carer=carer))
    tell_parents(office.store.register, ben.id)
    office.store.register.put_template(StoredTemplate("t1", ben.id, (0.5,), date(2026, 9, 1)))
    changes = office.take(HEAD + ANN)
    assert [person.id for person in changes.left] == [ben.id]
    assert office.person("2").left_on == NOW.date()
    assert office.store.register.templates() == []
    assert office.why("2") is Why.LEFT
    back = office.take(HEAD + ANN + BEN)
    assert [one.after.id for one in back.returned] == [ben.id]
    assert office.person("2").left_on is None


def test_a_list_of_some_lets_no_one_leave_nor_does_another_kind(office: Office) -> None:
    office.take(HEAD + ANN + BEN)
    office.store.register.put_person(
        replace(a_person("s1", kind=PersonKind.STAFF), school_id="900", legal_name="Mr Oak")
    )
    assert [one.school_id for one in office.look(HEAD + ANN).left] == ["2"]
    office.mapping = replace(office.mapping, listed=Listed.SOME)
    assert office.look(HEAD + ANN).left == ()


def test_half_a_file_does_not_empty_the_school(office: Office) -> None:
    everyone = "".join(f"{number},Pupil Name,1A,yes\n" for number in range(2, 41))
    office.take(HEAD + ANN + everyone)
    with pytest.raises(RollRefusedError) as refused:
        office.take(HEAD + ANN)
    assert refused.value.needed == {Accepted.MANY_LEAVERS}
    assert not any(person.left_on for person in office.store.register.people())
    office.take(HEAD + ANN, Accepted.MANY_LEAVERS)
    assert sum(person.left_on is not None for person in office.store.register.people()) == 39


def test_what_the_file_has_no_column_for_stays_and_what_it_has_is_changed(office: Office) -> None:
    office.take(HEAD + ANN)
    ann = office.person("1")
    office.store.register.put_person(replace(ann, known_as="Annie", year="3"))
    (changed,) = office.take(HEAD + "1,Ann Lee-Ito,4B,yes\n").changed
    assert changed.fields == ("legal_name", "class_name")
    assert office.person("1") == replace(
        ann, known_as="Annie", year="3", legal_name="Ann Lee-Ito", class_name="4B"
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",Ann Lee,3B,yes\n", Reason.NO_ID),
        ("1,,3B,yes\n", Reason.NO_NAME),
        ("1,12345,3B,yes\n", Reason.NOT_A_NAME),
        ("1,@SUM(A1),3B,yes\n", Reason.NOT_A_NAME),
        ("1,+Ann,3B,yes\n", Reason.NOT_A_NAME),
        ('1,"=cmd|""/C calc""!A0",3B,yes\n', Reason.FORMULA),
        ("1,Ann Lee,3B,=TRUE\n", Reason.FORMULA),
        (f"1,{'a' * 201},3B,yes\n", Reason.TOO_LONG),
        ("1,Lee, Ann,3B,yes\n", Reason.UNEVEN),
        ("1,Ann Lee\n", Reason.UNEVEN),
        (ANN + ANN, Reason.DUPLICATE_ID),
        (ANN + "１,Ann Other,3B,yes\n", Reason.DUPLICATE_ID),  # noqa: RUF001 - a full-width digit
    ],
)
def test_promise_45_a_row_in_doubt_is_refused_and_nothing_is_half_imported(
    row: str, reason: Reason, office: Office
) -> None:
    with pytest.raises(RollRefusedError) as refused:
        office.take(HEAD + BEN + row)
    assert {one.reason for one in refused.value.changes.refused} == {reason}
    assert refused.value.changes.refused[0].row == 3
    assert office.store.register.people() == []
    assert office.store.audit.entries()[-1].event.act == "store_created"
    office.take(HEAD + BEN + row, Accepted.REFUSED_ROWS)
    assert [person.legal_name for person in office.store.register.people()] == ["Ben Ito"]


def test_who_stands_in_a_refused_row_has_not_left(office: Office) -> None:
    office.take(HEAD + ANN + BEN)
    changes = office.take(HEAD + ANN + "2,,3B,no\n", Accepted.REFUSED_ROWS)
    assert changes.left == ()
    nameless = office.take(HEAD + ANN + ",Ben Ito,3B,no\n", Accepted.REFUSED_ROWS)
    assert nameless.left == ()
    assert nameless.leavers_held


@pytest.mark.parametrize(
    "name",
    ["Zoë Łukasiewicz", "Ян Ли", "李小龙", "محمد علی", "می‌خواهم", "क्‍ष शर्मा", "Ὀδυσσεύς", "Nguyễn Thị Hồng", "Ó Briain-O’Neill", "김영희", "ชัยชนะ"],
)  # fmt: skip
def test_promise_45_names_in_all_scripts_stay_as_they_are(name: str, office: Office) -> None:
    office.take(HEAD + f'1,"{name}",3B,yes\n')
    assert office.person("1").legal_name == name


def test_names_are_kept_composed_and_without_signs_that_cannot_be_seen(office: Office) -> None:
    office.take(HEAD + '1,"Zoe\u0308 \u202eeeL\u202c\u200b\x07\n  nnA ",3B,yes\n')
    assert office.person("1").legal_name == "Zoë eeL nnA"


def test_someone_without_a_number_is_not_made_twice(office: Office) -> None:
    office.store.register.put_person(a_person("p1", name="ANN Lee"))
    (row,) = office.look(HEAD + ANN).refused
    assert row.reason is Reason.SAME_NAME


def test_a_number_of_another_kind_or_of_two_people_is_refused(office: Office) -> None:
    for identity in ("p1", "p2"):
        office.store.register.put_person(replace(a_person(identity), school_id="1"))
    office.store.register.put_person(replace(a_person("s", kind=PersonKind.STAFF), school_id="2"))
    refused = office.look(HEAD + ANN + BEN).refused
    assert [one.reason for one in refused] == [Reason.DUPLICATE_ON_REGISTER, Reason.OTHER_KIND]


@pytest.mark.parametrize("cell", ["", "requested", "perhaps", "x"])
def test_promise_16_what_is_no_longer_a_yes_takes_every_yes_away(cell: str, office: Office) -> None:
    office.take(HEAD + ANN)
    ann = office.person("1")
    office.store.register.put_person(replace(ann, carers=(*ann.carers, a_carer("m"))))
    by_hand = a_permission(ann.id, carer="m", given_on=NOW.date() - timedelta(days=9))
    office.store.register.record_permission(by_hand)
    changes = office.take(HEAD + f"1,Ann Lee,3B,{cell}\n")
    assert [(one.before, one.after) for one in changes.permissions] == [(Why.GRANTED, Why.REQUESTED)]
    assert office.why("1") is Why.REQUESTED
    office.take(HEAD + ANN)
    assert office.why("1") is Why.GRANTED


def test_promise_16_a_blank_about_which_nothing_is_known_writes_nothing(office: Office) -> None:
    assert office.take(HEAD + "1,Ann Lee,3B,\n").records == ()
    assert office.why("1") is Why.NO_RECORD


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("yes", "yes", Why.GRANTED),
        ("yes", "no", Why.REFUSED),
        ("opt-out", "yes", Why.REFUSED),
        ("yes", "", Why.NO_RECORD),
        ("requested", "yes", Why.NO_RECORD),
        ("yes", "x", Why.NO_RECORD),
    ],
)
def test_promise_16_two_columns_that_disagree_are_no_yes(
    first: str, second: str, why: Why, office: Office
) -> None:
    office.mapping = with_consents(office, WEB, replace(WEB, column="Web again"))
    office.take(f"ID,Name,Class,Web photo,Web again\n1,Ann Lee,3B,{first},{second}\n")
    assert office.why("1") is why


@pytest.mark.parametrize("other", ["no", ""])
def test_promise_16_two_rows_that_disagree_take_the_yes_away(other: str, office: Office) -> None:
    office.take(HEAD + ANN + BEN)
    office.days_later(1)
    office.take(HEAD + ANN + f"1,Ann Lee,3B,{other}\n" + BEN, Accepted.REFUSED_ROWS)
    assert office.why("1") in {Why.REFUSED, Why.CARER_REFUSED, Why.REQUESTED}


def test_promise_16_one_tick_counts_only_for_the_platforms_that_are_written_out(office: Office) -> None:
    platforms = (PlatformId("website"), PlatformId("facebook"))
    office.mapping = with_consents(office, replace(WEB, platforms=platforms))
    office.take(HEAD + ANN)
    whys = [office.why("1", platform) for platform in ("website", "facebook", "newsletter")]
    assert whys == [Why.GRANTED, Why.GRANTED, Why.NO_RECORD]
    assert office.why("1", kind=Kind.NAME) is Why.NO_RECORD


def test_promise_16_a_yes_to_an_objection_is_a_no_and_a_blank_no_yes(office: Office) -> None:
    office.mapping = with_consents(office, replace(WEB, column="Opted out", asks=Asks.OBJECTION))
    office.take("ID,Name,Class,Opted out\n1,Ann Lee,3B,yes\n2,Ben Ito,3B,\n3,Cy Dee,3B,no\n")
    assert [office.why(number) for number in "123"] == [Why.REFUSED, Why.NO_RECORD, Why.NO_RECORD]


def test_a_no_that_was_entered_by_hand_is_not_lifted_by_a_tick_without_a_day(office: Office) -> None:
    office.take(HEAD + ANN)
    ann = office.person("1")
    office.days_later(3)
    withdrawn = a_permission(
        ann.id, carer=ann.carers[0].id, answer=Answer.WITHDRAWN, given_on=office.now.date()
    )
    office.store.register.record_permission(withdrawn)
    for _ in range(2):
        office.days_later(7)
        (held,) = office.take(HEAD + ANN).held
        assert held.why is HeldWhy.NO_STANDS
        assert office.why("1") is Why.WITHDRAWN
    office.mapping = with_consents(office, replace(WEB, given_on="Day"))
    dated = "ID,Name,Class,Web photo,Day\n1,Ann Lee,3B,yes,{:%d/%m/%Y}\n"
    office.take(dated.format(withdrawn.given_on - timedelta(days=1)))
    assert office.why("1") is Why.WITHDRAWN
    assert office.take(dated.format(withdrawn.given_on - timedelta(days=1))).records == ()
    office.take(dated.format(office.now.date()))
    assert office.why("1") is Why.GRANTED


def test_a_no_of_an_earlier_import_is_lifted_when_the_schools_system_says_yes(office: Office) -> None:
    office.take(HEAD + "1,Ann Lee,3B,no\n")
    office.days_later(1)
    office.take(HEAD + ANN)
    assert office.why("1") is Why.GRANTED


def test_what_has_run_out_is_not_renewed_by_a_tick_without_a_day(office: Office) -> None:
    office.mapping = with_consents(office, replace(WEB, valid_until=date(2027, 8, 31)))
    office.take(HEAD + ANN)
    office.days_later(365)
    (held,) = office.take(HEAD + ANN).held
    assert held.why is HeldWhy.EXPIRED
    assert office.why("1") is Why.EXPIRED


@pytest.mark.parametrize("day", ["31/02/2026", "tomorrow", "2099-01-01", "01/01/1850"])
def test_an_answer_with_a_day_that_is_none_is_refused(day: str, office: Office) -> None:
    office.mapping = with_consents(office, replace(WEB, given_on="Day"))
    (row,) = office.look(f"ID,Name,Class,Web photo,Day\n1,Ann Lee,3B,yes,{day}\n").refused
    assert (row.reason, row.column) == (Reason.BAD_DATE, "Day")


CARERS = (
    CarerColumns("Parent 1", responsible=True, relation="mother"),
    CarerColumns("Parent 2", responsible_column="PR 2", relation="father"),
)
CARER_HEAD = "ID,Name,Class,Parent 1,Parent 2,PR 2,By,Web photo\n"


def test_carers_are_known_by_name_and_answer_for_themselves(office: Office) -> None:
    office.mapping = with_consents(office, replace(WEB, given_by="By"), carers=CARERS)
    office.take(CARER_HEAD + "1,Ann Lee,3B,Mia Lee,Tom Ito,yes,Tom Ito,yes\n")
    ann = office.person("1")
    assert [(one.name, one.relation, one.responsible) for one in ann.carers] == [
        ("Mia Lee", "mother", True),
        ("Tom Ito", "father", True),
    ]
    (record,) = office.store.register.permissions()
    assert (record.giver, record.carer, record.recorded_by) == (Giver.CARER, ann.carers[1].id, "lead")
    assert record.form.startswith("roll import ")
    office.days_later(1)
    office.take(CARER_HEAD + "1,Ann Lee,3B,MIA LEE,Tom Ito,yes,Mother,no\n")
    assert [one.id for one in office.person("1").carers] == [one.id for one in ann.carers]
    assert office.why("1") is Why.CARER_REFUSED


def test_an_answer_by_someone_who_is_no_carer_refuses_the_row(office: Office) -> None:
    office.mapping = with_consents(office, replace(WEB, given_by="By"), carers=CARERS)
    (row,) = office.look(CARER_HEAD + "1,Ann Lee,3B,Mia Lee,Tom Ito,yes,Grandma,yes\n").refused
    assert row.reason is Reason.GIVER_UNKNOWN


def test_a_yes_of_a_carer_without_parental_responsibility_does_not_count(office: Office) -> None:
    office.mapping = with_consents(office, WEB, carers=CARERS[1:], given_by=Speaker.FIRST_CARER)
    head = "ID,Name,Class,Parent 2,PR 2,Web photo\n"
    office.take(head + "1,Ann Lee,3B,Tom Ito,,yes\n")
    assert office.why("1") is Why.NO_RECORD
    # an import never gives responsibility to someone who is on record without it
    office.take(head + "1,Ann Lee,3B,Tom Ito,yes,yes\n")
    assert office.why("1") is Why.NO_RECORD


def test_adults_answer_for_themselves(office: Office) -> None:
    office.mapping = replace(office.mapping, kind=PersonKind.STAFF)
    office.take(HEAD + "900,Mr Oak,,yes\n")
    assert office.why("900") is Why.GRANTED
    assert office.person("900").carers == ()
    assert office.store.register.permissions()[0].giver is Giver.SELF


def test_posts_that_a_change_affects_are_shown_and_those_that_were_due_before_are_not(office: Office) -> None:
    office.take(HEAD + ANN + BEN)
    ann, ben = office.person("1").id, office.person("2").id
    post = Publication(
        PhotoId("f1"), PlatformId("website"), "a.jpg", "0" * 64, (ann,), LEAD_ID, LEAD_ID, NOW, "folder"
    )
    office.store.ledger.put_publication(post)
    office.store.ledger.put_publication(replace(post, photo=PhotoId("f2"), file_name="b.jpg", visible=(ben,)))
    changes = office.look(HEAD + "1,Ann Lee,3B,opt-out\n" + BEN)
    assert [(one.publication, one.person) for one in changes.posts] == [(post, ann)]
    # leaving takes nothing back
    assert office.look(HEAD + BEN).posts == ()


LEAD_ID = an_account("lead").id


def test_the_log_holds_ids_and_counts_and_no_names(office: Office) -> None:
    office.take(HEAD + ANN + BEN)
    office.days_later(1)
    office.take(HEAD + "1,Ann Lee Moss,4C,no\n")
    told = "\n".join(str(entry.event) for entry in office.store.audit.entries())
    assert not any(word in told for word in ("Ann", "Lee", "Moss", "Ben", "Ito", "3B", "4C"))
    acts = [entry.event.act for entry in office.store.audit.entries()]
    assert acts.count("person.added") == 2
    assert {"person.left", "person.changed", "permissions_recorded", "roll_imported"} <= set(acts)
    last = office.store.audit.entries()[-1].event.detail
    assert "joined=0" in last
    assert "left=1" in last
    office.store.audit.verify()


def test_only_who_keeps_the_register_takes_a_roll_over_or_looks(office: Office) -> None:
    office.services = replace(office.services, account=CLERK)
    for act in (office.take, office.look):
        with pytest.raises(ConsentError) as refused:
            act(HEAD + ANN)
        assert refused.value.code is Code.NOT_ALLOWED


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("ID,Name,Class\n", MappingFault.MISSING_COLUMN),
        ("ID,Name,Class,Web photo,web  PHOTO\n", MappingFault.COLUMN_TWICE),
    ],
)
def test_a_file_that_does_not_fit_the_mapping_is_refused(
    head: str, fault: MappingFault, office: Office
) -> None:
    with pytest.raises(MappingRefusedError) as refused:
        office.look(head + "1,Ann,3B,yes,yes\n")
    assert refused.value.fault is fault


def test_a_workbook_says_the_same_as_text(office: Office) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (
        ("Roll of today",),
        (),
        ("ID", "Name", "Class", "Web photo"),
        (1, "Ann Lee", "3B", True),
        (2, "Ben", 3, 0),
    ):
        book.active.append(row)
    book.active["D5"] = '=IF(1,"yes","no")'
    written = io.BytesIO()
    book.save(written)
    mapping = replace(office.mapping, heading_row=3)
    sheet = read_sheet(written.getvalue())
    changes = take_over(office.services, sheet, mapping, accepted=[Accepted.REFUSED_ROWS])
    assert [(one.row, one.reason) for one in changes.refused] == [(5, Reason.FORMULA)]
    assert office.why("1") is Why.GRANTED


def test_a_biometric_yes_is_recorded_and_its_end_destroys_the_template(office: Office) -> None:
    office.mapping = with_consents(office, ConsentColumn("Face", Kind.BIOMETRIC))
    office.store.register.put_policy(
        Policy(school="S", impact_assessment="DPIA 1", impact_assessed_on=date(2026, 9, 1))
    )
    office.take("ID,Name,Class,Face\n1,Ann Lee,3B,yes\n")
    ann = office.person("1").id
    tell_parents(office.store.register, ann)
    office.store.register.put_template(StoredTemplate("t1", ann, (0.5,), NOW.date()))
    office.take("ID,Name,Class,Face\n1,Ann Lee,3B,\n")
    assert office.store.register.templates() == []


def test_a_failure_in_the_middle_leaves_the_register_as_it_was(office: Office) -> None:
    class FullDiskError(Exception):
        pass

    real = office.store.register.record_permissions

    def fails(permissions: list[Permission]) -> None:
        real(permissions)
        raise FullDiskError

    office.store.register.record_permissions = fails  # type: ignore[method-assign, assignment]
    with pytest.raises(FullDiskError):
        office.take(HEAD + ANN)
    assert office.store.register.people() == []
    assert office.store.register.permissions() == []


def test_a_carer_made_by_hand_and_everyone_else_on_record_stays(office: Office) -> None:
    mother = Carer("m", "Mia Lee", "mother")
    known = Person(
        PersonId("p1"), PersonKind.PUPIL, "Ann Lee", school_id="1", class_name="3B", carers=(mother,)
    )
    office.store.register.put_person(known)
    office.take(HEAD + ANN)
    assert office.person("1").carers[0] == mother
