"""A clock that is set back brings nothing to life; one that was ahead is put right by two."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.people.overview import Question, answer, register_facts
from app.people.permits import record
from app.school import clock, due
from app.school.agree import agree
from consent.accounts import Act
from consent.errors import Code
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId
from consent.reminders import Matter
from tests.factories import a_carer, a_permission, a_person, a_platform
from tests.stores import PASSWORD, refused
from tests.unit.app.school.conftest import School

WEBSITE = Question(PlatformId("website"), Kind.PHOTO)


def may_be_shown(school: School) -> bool:
    person = school.store.register.people()[0].id
    return answer(register_facts(school.as_("lead")), person, WEBSITE).allowed


@pytest.fixture
def agreed_for_ten_days(school: School) -> School:
    school.store.register.put_platform(a_platform())
    school.store.register.put_person(a_person(carers=(a_carer(),)))
    lead, today = school.as_("lead"), school.now.date()
    record(lead, a_permission(given_on=today, valid_until=today + timedelta(days=10)))
    assert may_be_shown(school)
    return school


@pytest.mark.parametrize("back", [timedelta(days=3), timedelta(days=19), timedelta(days=4000)])
def test_promise_50_a_clock_set_back_revives_no_permission(
    agreed_for_ten_days: School, back: timedelta
) -> None:
    school = agreed_for_ten_days
    school.now += timedelta(days=12)
    school.as_("office").note("looked")
    assert not may_be_shown(school)
    school.now -= back
    assert not may_be_shown(school), "it ran out, whatever the clock says now"
    assert school.as_("office").judged_at() == school.now + back


def test_promise_50_a_no_can_be_entered_under_a_clock_that_was_set_back(agreed_for_ten_days: School) -> None:
    """Its day is one to come for the wrong clock, and none for the log."""
    school = agreed_for_ten_days
    school.now += timedelta(days=5)
    real = school.now.date()
    school.as_("office").note("looked")
    school.now -= timedelta(days=400)
    record(school.as_("lead"), a_permission(answer=Answer.REFUSED, given_on=real))
    assert not may_be_shown(school)


def test_whoever_looks_is_told_that_the_clock_is_behind_and_since_which_day(school: School) -> None:
    office = school.as_("office")
    office.note("looked")
    assert clock.behind(office) is None
    seen, school.now = school.now, school.now - timedelta(days=2)
    assert clock.behind(office) == seen
    first = due.due(office)[0]
    assert (first.matter, first.due) == (Matter.CLOCK_BEHIND, seen.date())
    refused(Code.CLOCK_BEHIND, office.require_clock)


@pytest.mark.parametrize("minutes", [0, 5, 23 * 60])
def test_two_computers_that_differ_a_little_stop_no_one(school: School, minutes: int) -> None:
    office = school.as_("office")
    office.note("looked")
    school.now -= timedelta(minutes=minutes)
    office.require_clock()


def test_a_clock_that_was_ahead_is_put_right_by_two_leads_and_counts_again(
    agreed_for_ten_days: School,
) -> None:
    school = agreed_for_ten_days
    school.now += timedelta(days=3000)
    school.as_("office").note("looked")
    school.now -= timedelta(days=2999)
    assert not may_be_shown(school)
    lead = school.as_("lead")
    clock.put_right(lead, agree(lead, "lead2", PASSWORD, act=Act.KEEP_REGISTER))
    assert may_be_shown(school)
    assert clock.behind(lead) is None
    assert school.log()[-1] == ("clock.put_right", "lead", "", "with=lead2")
    school.store.audit.verify()


def test_no_one_puts_the_clock_right_alone_or_without_the_right_or_without_need(school: School) -> None:
    lead, second = school.as_("lead"), school.as_("lead2")
    agreed = agree(lead, "lead2", PASSWORD, act=Act.KEEP_REGISTER)
    refused(Code.INVALID, clock.put_right, lead, agreed)
    school.now -= timedelta(days=2)
    refused(Code.TWO_PEOPLE_NEEDED, clock.put_right, second, agreed)
    other_act = agree(lead, "lead2", PASSWORD, act=Act.MARK_NEVER_PUBLISH)
    refused(Code.TWO_PEOPLE_NEEDED, clock.put_right, lead, other_act)
    refused(Code.NOT_ALLOWED, clock.put_right, school.as_("office"), agreed)
    assert clock.behind(lead) is not None
