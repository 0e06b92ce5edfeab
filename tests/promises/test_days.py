"""Days: leap years, summer time and a clock that is set; what was entered last counts by its number, not its clock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.audit import Event, anchors, first_bad
from consent.facts import Facts
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.ports import Store
from consent.reminders import Matter, reminders
from consent.retention import erase_on, leavers_due, renewals_due
from tests.factories import NOW, WEBSITE, a_batch, a_carer, a_permission, a_person, a_platform, an_account
from tests.fakes.store import MemoryStore
from tests.stores import make_store, opened

LEAP = date(2028, 2, 29)
DAYS = st.dates(date(1999, 1, 1), date(2101, 12, 31))


def allowed(today: date, *permissions: object) -> bool:
    people = [a_person(carers=(a_carer(), a_carer("c2", "father")))]
    facts = Facts(people, permissions, frozenset(), Policy(), [a_platform()], today)  # type: ignore[arg-type]
    return facts.standing(PersonId("p1"), PlatformId(WEBSITE), Kind.PHOTO).allowed


@given(DAYS, DAYS, DAYS)
def test_promise_50_a_yes_counts_from_its_first_day_to_its_last_and_on_no_other(
    one: date, other: date, today: date
) -> None:
    first, last = sorted((one, other))
    yes = a_permission(given_on=first, valid_from=first, valid_until=last)
    assert allowed(today, yes) is (first <= today <= last)


@pytest.mark.parametrize(
    ("today", "counts"),
    [(date(2028, 2, 28), True), (LEAP, True), (date(2028, 3, 1), False), (date(2032, 2, 29), False)],
)
def test_promise_50_29_february_is_a_day_like_any_other(today: date, *, counts: bool) -> None:
    assert allowed(today, a_permission(given_on=date(2024, 2, 29), valid_until=LEAP)) is counts


@given(DAYS, st.integers(-3000, 3000), st.sampled_from([Answer.REFUSED, Answer.WITHDRAWN]))
def test_promise_50_a_no_entered_under_a_wrong_clock_takes_the_yes_away_only_when_it_is_of_the_same_giver(
    today: date, off: int, no: Answer
) -> None:
    """The clock of the PC plays no part: what counts is the day on the form, and for one day the no."""
    yes = a_permission(given_on=today - timedelta(days=10), sequence=1)
    same_day = a_permission(given_on=today - timedelta(days=10), answer=no, sequence=2)
    assert not allowed(today, yes, same_day)
    assert not allowed(today, replace(same_day, sequence=1), replace(yes, sequence=2))
    others = a_permission(given_on=today - timedelta(days=abs(off)), answer=no, carer="c2", sequence=3)
    assert not allowed(today, yes, others)


@pytest.fixture(params=["in memory", "on the disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "in memory":
        yield MemoryStore()
        return
    make_store(tmp_path / "store")
    kept = opened(tmp_path / "store")
    yield kept
    kept.close()


def test_promise_50_the_order_of_records_and_of_the_log_is_their_number_whatever_the_clock_says(
    store: Store,
) -> None:
    store.register.put_person(a_person(carers=(a_carer(),)))
    store.register.put_platform(a_platform())
    clocks = [NOW, NOW - timedelta(days=4000), NOW + timedelta(days=4000), NOW]
    for clock in clocks:
        store.register.record_permission(a_permission(given_on=clock.date()))
        store.audit.append(Event("permission.recorded", "a1", clock, "p1"))
    assert [one.given_on for one in store.register.permissions()] == [clock.date() for clock in clocks]
    sequences = [one.sequence for one in store.register.permissions()]
    assert sequences == sorted(set(sequences))
    entries = store.audit.entries()
    assert [entry.event.at for entry in entries[-4:]] == clocks
    assert first_bad(entries) is None
    assert [one.number for one in anchors(entries)] == sorted(one.number for one in anchors(entries))


BST, GMT = timezone(timedelta(hours=1)), UTC


@pytest.mark.parametrize(
    ("brought_in", "gone"),
    [
        (datetime(2027, 3, 27, 23, 59, tzinfo=GMT), date(2027, 3, 28)),  # the night of 28 March has 23 hours
        (datetime(2027, 3, 28, 0, 30, tzinfo=GMT), date(2027, 3, 29)),
        (datetime(2027, 3, 28, 23, 30, tzinfo=BST), date(2027, 3, 29)),
        (datetime(2026, 10, 24, 23, 59, tzinfo=BST), date(2026, 10, 25)),  # this one has 25
        (datetime(2026, 10, 25, 1, 30, tzinfo=BST), date(2026, 10, 26)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=GMT), date(2026, 10, 26)),
        (datetime(2028, 2, 28, 12, tzinfo=GMT), LEAP),
        (datetime(2028, 2, 29, 12, tzinfo=GMT), date(2028, 3, 1)),
    ],
)
def test_promise_50_a_day_of_keeping_is_a_day_of_the_calendar(brought_in: datetime, gone: date) -> None:
    assert erase_on(replace(a_batch(), created_at=brought_in), Policy(retention_days=1)) == gone


@given(DAYS, st.integers(1, 2000))
def test_promise_50_a_leavers_record_goes_after_exactly_its_days(left: date, days: int) -> None:
    person = replace(a_person(), left_on=left)
    policy = Policy(leavers_days=days)
    due = left + timedelta(days=days)
    assert leavers_due([person], [], policy, today=due) == [person]
    assert leavers_due([person], [], policy, today=due - timedelta(days=1)) == []


@given(DAYS, st.integers(0, 400))
def test_promise_50_what_runs_out_is_announced_up_to_its_last_day(today: date, days: int) -> None:
    last = today + timedelta(days=days)
    yes = a_permission(given_on=today, valid_until=last)
    people = [a_person(carers=(a_carer(),))]
    facts = Facts(people, [yes], frozenset(), Policy(), [a_platform()], today)
    assert [one.ends_on for one in renewals_due(facts, days)] == [last]
    if days:
        assert renewals_due(facts, days - 1) == []


@given(DAYS, st.integers(-100, 100))
def test_promise_50_a_review_is_due_thirty_days_ahead_and_overdue_the_day_after(
    today: date, days: int
) -> None:
    policy = Policy(next_review=today + timedelta(days=days))
    found = {
        one.matter for one in reminders(policy, [an_account()], [], today=today, recovery_confirmed=today)
    }
    assert (Matter.REVIEW_OVERDUE in found) is (days < 0)
    assert (Matter.REVIEW_DUE in found) is (0 <= days <= 30)


@pytest.mark.skipif(os.name != "posix", reason="the time zone is set by TZ on Linux and macOS only")
@pytest.mark.parametrize(
    ("zone", "moment", "today"),
    [
        ("Europe/London", "2027-08-31 23:30:00", "2027-09-01"),
        ("Europe/London", "2027-12-31 23:30:00", "2027-12-31"),
        ("Australia/Sydney", "2028-02-28 14:00:00", "2028-02-29"),
        ("America/New_York", "2028-03-01 03:00:00", "2028-02-29"),
    ],
)
def test_promise_50_today_is_the_day_on_the_schools_wall(
    root: Path, zone: str, moment: str, today: str
) -> None:
    """The program's own clock, in a process with this zone, at this moment of Greenwich."""
    script = (
        "import datetime, app.wiring as w\n"
        "class Then(datetime.datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None):\n"
        f"        return cls.fromisoformat('{moment}+00:00')\n"
        "w.datetime = Then\n"
        "print(w.now().date())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=root,
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == today
