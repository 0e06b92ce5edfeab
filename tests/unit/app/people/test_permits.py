"""Answers with their evidence, and class lists that are recorded whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import AppError, Trouble
from app.people.keeping import add, leave
from app.people.permits import (
    ClassList,
    ClassListRefusedError,
    Line,
    LineFault,
    bulk,
    keep_scan,
    open_scan,
    permission_history,
    record,
    scans,
)
from consent.decisions import Why
from consent.errors import Code
from consent.people import Carer, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind
from consent.platforms import PlatformId
from consent.scans import LARGEST_SCAN, Media, media_of
from tests.factories import TODAY, WEBSITE, a_permission, a_person
from tests.stores import refused
from tests.unit.app.people.conftest import CLERK, Office

PDF = b"%PDF-1.7 signed"
FACEBOOK = PlatformId("facebook")
ONE, TWO, ADULT = PersonId("p1"), PersonId("p2"), PersonId("t1")


@pytest.fixture
def classroom(office: Office) -> Office:
    """A pupil with one carer, a pupil with two, and a teacher."""
    mother, father = Carer("m", "Ann Fox", "mother"), Carer("f", "Bob Fox", "father")
    add(office.services, replace(a_person("p1", carers=(mother,)), school_id="1"))
    add(office.services, replace(a_person("p2", carers=(mother, father)), school_id="2"))
    add(office.services, replace(a_person("t1", kind=PersonKind.STAFF), school_id="3"))
    return office


def a_list(
    *lines: Line, kind: Kind = Kind.PHOTO, platforms: tuple[PlatformId, ...] = (WEBSITE, FACEBOOK)
) -> ClassList:
    return ClassList(platforms, kind, date(2026, 11, 2), "2026-a", lines, date(2027, 8, 31))


def test_an_answer_is_recorded_by_whoever_is_signed_in_and_shown_with_all_before_it(
    classroom: Office,
) -> None:
    first = record(classroom.services, replace(a_permission(carer="m"), recorded_by="someone else"))
    second = record(classroom.services, a_permission(carer="m", answer=Answer.WITHDRAWN, given_on=TODAY))
    assert permission_history(classroom.services, ONE) == (first, second)
    assert (first.recorded_by, first.sequence < second.sequence) == ("lead", True)


def test_an_answer_from_the_future_is_refused(classroom: Office) -> None:
    tomorrow = a_permission(carer="m", given_on=TODAY + timedelta(days=1))
    refused(Code.INVALID, record, classroom.services, tomorrow)


def test_a_class_list_gives_each_person_one_answer_on_each_platform_that_is_written_out(
    classroom: Office,
) -> None:
    recorded = bulk(
        classroom.services,
        a_list(Line(ONE, Answer.GRANTED), Line(TWO, Answer.REFUSED), Line(ADULT, Answer.GRANTED)),
    )
    assert len(recorded) == 6
    whys = [
        [classroom.why(number, platform) for platform in ("website", "facebook", "newsletter")]
        for number in "123"
    ]
    assert whys == [
        [Why.GRANTED, Why.GRANTED, Why.NO_RECORD],
        [Why.REFUSED, Why.REFUSED, Why.NO_RECORD],
        [Why.GRANTED, Why.GRANTED, Why.NO_RECORD],
    ]
    speakers = {(one.person, one.giver, one.carer) for one in recorded}
    assert speakers == {
        (ONE, Giver.CARER, "m"),  # the only one who may agree
        (TWO, Giver.CARER, "school-form"),  # which of the two signed is not said
        (ADULT, Giver.SELF, ""),
    }
    assert {one.valid_until for one in recorded} == {date(2027, 8, 31), None}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (Line(PersonId("nobody"), Answer.GRANTED), LineFault.UNKNOWN),
        (Line(ONE, Answer.REFUSED), LineFault.TWICE),
        (Line(PersonId("gone"), Answer.GRANTED), LineFault.LEFT),
        (Line(TWO, Answer.GRANTED, carer="stranger"), LineFault.CARER),
    ],
)
def test_one_wrong_line_and_nothing_of_the_list_is_recorded(
    classroom: Office, line: Line, fault: LineFault
) -> None:
    add(classroom.services, a_person("gone"))
    leave(classroom.services, PersonId("gone"), TODAY)
    with pytest.raises(ClassListRefusedError) as raised:
        bulk(classroom.services, a_list(Line(ONE, Answer.GRANTED), line))
    assert (2, fault) in {(one.number, one.fault) for one in raised.value.lines}
    assert classroom.store.register.permissions() == []


def test_a_failure_in_the_middle_of_a_class_list_records_nothing(classroom: Office) -> None:
    nowhere = a_list(Line(ONE, Answer.GRANTED), platforms=(WEBSITE, PlatformId("nowhere")))
    refused(Code.UNKNOWN_PLATFORM, bulk, classroom.services, nowhere)
    assert classroom.store.register.permissions() == []
    assert len(classroom.store.register.person(TWO).carers) == 2


def test_a_class_list_names_its_platforms_and_a_biometric_one_names_none(classroom: Office) -> None:
    refused(Code.INVALID, bulk, classroom.services, a_list(Line(ONE, Answer.GRANTED), platforms=()))
    refused(Code.INVALID, bulk, classroom.services, a_list(Line(ONE, Answer.GRANTED), kind=Kind.BIOMETRIC))
    refused(Code.INVALID, bulk, classroom.services, a_list())
    (one,) = bulk(classroom.services, a_list(Line(ONE, Answer.REFUSED), kind=Kind.BIOMETRIC, platforms=()))
    assert (one.platform, one.kind) == (None, Kind.BIOMETRIC)


def test_a_scanned_form_is_kept_once_and_stands_behind_the_answer(classroom: Office) -> None:
    scan = keep_scan(classroom.services, ONE, PDF, form="2026-a", received_on=TODAY)
    assert keep_scan(classroom.services, ONE, PDF, form="2026-a", received_on=TODAY) == scan
    assert scans(classroom.services, ONE) == (scan,)
    recorded = record(classroom.services, replace(a_permission(carer="m"), evidence=scan.id))
    assert recorded.evidence == scan.id
    assert open_scan(classroom.services, scan.id) == PDF
    last = classroom.store.audit.entries()[-1].event
    assert (last.act, last.detail) == ("scan.shown", scan.id)


def test_a_scan_goes_with_its_person(classroom: Office) -> None:
    scan = keep_scan(classroom.services, ONE, PDF, form="2026-a", received_on=TODAY)
    classroom.store.register.erase_person(ONE)
    refused(Code.UNKNOWN_SCAN, open_scan, classroom.services, scan.id)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.NOT_A_SCAN),
        (b"MZ a program", Trouble.NOT_A_SCAN),
        (b"<svg onload=x>", Trouble.NOT_A_SCAN),
        (b" %PDF-1.7", Trouble.NOT_A_SCAN),
        (PDF.ljust(LARGEST_SCAN + 1, b"x"), Trouble.FILE_TOO_LARGE),
    ],
)
def test_what_is_no_scan_is_not_kept(classroom: Office, content: bytes, trouble: Trouble) -> None:
    with pytest.raises(AppError) as raised:
        keep_scan(classroom.services, ONE, content, form="2026-a", received_on=TODAY)
    assert raised.value.code is trouble
    assert classroom.store.register.scans() == []


def test_what_a_scan_is_is_told_by_its_bytes() -> None:
    assert media_of(PDF) is Media.PDF
    assert media_of(b"\xff\xd8\xff\xe0") is Media.JPEG
    assert media_of(b"\x89PNG\r\n\x1a\n") is Media.PNG


def test_only_who_keeps_the_register_records_and_opens(classroom: Office) -> None:
    scan = keep_scan(classroom.services, ONE, PDF, form="2026-a", received_on=TODAY)
    clerk = replace(classroom.services, account=CLERK)
    refused(Code.NOT_ALLOWED, record, clerk, a_permission(carer="m"))
    refused(Code.NOT_ALLOWED, bulk, clerk, a_list(Line(ONE, Answer.GRANTED)))
    refused(Code.NOT_ALLOWED, open_scan, clerk, scan.id)
    refused(Code.NOT_ALLOWED, permission_history, clerk, ONE)
