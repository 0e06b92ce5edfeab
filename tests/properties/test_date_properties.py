"""Promise 50: days are right on 29 February, over summer time and after a clock was set back; order is of entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consent.facts import Facts
from consent.people import Carer
from consent.permissions import Answer, Kind, Permission
from consent.policy import Policy
from consent.requests import answer_by
from consent.retention import renewals_due
from consent.standing import standing
from tests.factories import WEBSITE, a_carer, a_permission, a_person, a_platform

DAY = timedelta(days=1)
CHILD = a_person(carers=(a_carer(), Carer("c2", "Bob Fox", "father")))
DAYS = st.dates(date(2023, 1, 1), date(2033, 12, 31))
LEAP = date(2028, 2, 29)
LONDON = ZoneInfo("Europe/London")


def allowed(records: list[Permission], today: date) -> bool:
    return standing(records, CHILD, WEBSITE, Kind.PHOTO, today=today).allowed


@given(given_on=DAYS, lasts=st.integers(0, 800))
@example(given_on=date(2027, 3, 1), lasts=365)  # until 29 February 2028
@example(given_on=LEAP, lasts=0)
@example(given_on=date(2028, 2, 28), lasts=2)
def test_promise_50_a_yes_counts_from_its_first_day_to_its_last_and_on_no_other(
    given_on: date, lasts: int
) -> None:
    until = given_on + timedelta(days=lasts)
    records = [a_permission(given_on=given_on, valid_until=until, sequence=1)]
    assert not allowed(records, given_on - DAY)
    assert allowed(records, given_on)
    assert allowed(records, until)
    assert not allowed(records, until + DAY)


@given(ends=DAYS, before=st.integers(0, 90))
@example(ends=LEAP, before=60)
def test_promise_50_a_renewal_is_due_from_that_many_days_before_its_last_day(ends: date, before: int) -> None:
    record = a_permission(given_on=ends - timedelta(days=400), valid_until=ends, sequence=1)

    def due(today: date) -> bool:
        facts = Facts([CHILD], [record], frozenset(), Policy(), [a_platform()], today)
        return bool(renewals_due(facts, before))

    assert due(ends - timedelta(days=before))
    assert not due(ends - timedelta(days=before + 1))
    assert not due(ends + DAY)


ANSWERS = st.lists(
    st.tuples(st.sampled_from(["c1", "c2"]), st.sampled_from(Answer), DAYS), min_size=1, max_size=6
)


@given(ANSWERS, st.randoms(use_true_random=False))
def test_promise_50_the_order_is_that_of_entry_whatever_order_the_records_are_read_in(
    answers: list[tuple[str, Answer, date]], chance: object
) -> None:
    records = [
        a_permission(answer=answer, carer=carer, given_on=on, sequence=place)
        for place, (carer, answer, on) in enumerate(answers)
    ]
    shuffled = list(records)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    today = date(2034, 1, 1)
    first = standing(records, CHILD, WEBSITE, Kind.PHOTO, today=today)
    assert standing(shuffled, CHILD, WEBSITE, Kind.PHOTO, today=today) == first


@given(ANSWERS, st.integers(1, 4_000))
def test_promise_50_a_no_that_is_entered_after_a_clock_was_set_back_still_hides(
    answers: list[tuple[str, Answer, date]], back: int
) -> None:
    """The no bears an older day than the yes before it, as a computer with a wrong clock would write it."""
    records = [
        a_permission(answer=answer, carer=carer, given_on=on, sequence=place)
        for place, (carer, answer, on) in enumerate(answers)
    ]
    newest = max(one.given_on for one in records)
    for carer in ("c1", "c2"):
        no = a_permission(
            answer=Answer.WITHDRAWN,
            carer=carer,
            given_on=newest - timedelta(days=back),
            sequence=len(records),
        )
        for today in (newest - timedelta(days=back), newest, date(2034, 1, 1)):
            assert not allowed([*records, no], today)


@given(ANSWERS, DAYS)
def test_promise_50_no_order_of_entry_makes_an_older_yes_lift_a_newer_no(
    answers: list[tuple[str, Answer, date]], on: date
) -> None:
    records = [
        a_permission(answer=answer, carer=carer, given_on=given_on, sequence=place)
        for place, (carer, answer, given_on) in enumerate(answers)
    ]
    no = a_permission(answer=Answer.REFUSED, given_on=on, sequence=len(records))
    late = [
        replace(a_permission(given_on=on - timedelta(days=earlier), sequence=len(records) + 1 + earlier))
        for earlier in range(3)  # typed in later, but of the same day or before
    ]
    assert not allowed([*records, no, *late], date(2034, 1, 1))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 25), date(2026, 12, 25)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 3, 29)),
        (date(2027, 3, 31), date(2027, 4, 30)),
    ],
)
def test_promise_50_a_request_is_answered_within_a_month_of_the_calendar(received: date, due: date) -> None:
    assert answer_by(received) == due


@given(DAYS)
def test_promise_50_a_months_answer_is_never_late_and_never_a_day_short(received: date) -> None:
    due = answer_by(received)
    assert 28 <= (due - received).days <= 31
    assert (due.year * 12 + due.month) - (received.year * 12 + received.month) == 1
    assert due.day == received.day or (due + DAY).day == 1


def test_promise_50_today_is_the_schools_day_in_summer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past midnight on 1 September in London is still August by UTC, and a yes until 31 August has ended."""
    from app import wiring  # noqa: PLC0415

    class Half(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            moment = datetime(2026, 8, 31, 23, 30, tzinfo=UTC)
            return moment if tz is UTC else moment.astimezone(LONDON)

    monkeypatch.setenv("TZ", "Europe/London")
    import time  # noqa: PLC0415

    time.tzset()
    try:
        monkeypatch.setattr(wiring, "datetime", Half)
        assert wiring.now().date() == date(2026, 9, 1)
    finally:
        monkeypatch.undo()
        time.tzset()
