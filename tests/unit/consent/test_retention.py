"""When photos must go, and which permissions run out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.accounts import AccountId
from consent.facts import Facts
from consent.people import Person, PersonId
from consent.permissions import Answer, Kind, Permission
from consent.policy import Policy
from consent.publications import PhotoId, Publication
from consent.retention import erase_on, goes_on, leavers_due, overdue, renewals_due, tell_from, was_told
from tests.factories import NOW, TODAY, WEBSITE, a_batch, a_carer, a_permission, a_person

LAST = TODAY + timedelta(days=10)


@pytest.mark.parametrize(
    ("made", "days", "gone"),
    [
        (datetime(2028, 1, 30, 12, tzinfo=UTC), 30, date(2028, 2, 29)),
        (datetime(2027, 1, 30, 12, tzinfo=UTC), 30, date(2027, 3, 1)),
        (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), 1, date(2026, 3, 29)),
        (datetime(2026, 10, 24, 23, 59, tzinfo=timezone(timedelta(hours=1))), 1, date(2026, 10, 25)),
    ],
)
def test_photos_go_after_the_schools_number_of_days(made: datetime, days: int, gone: date) -> None:
    batch = replace(a_batch(), created_at=made)
    policy = Policy(retention_days=days)
    assert erase_on(batch, policy) == gone
    assert overdue([batch], policy, gone - timedelta(days=1)) == []
    assert overdue([batch], policy, gone) == [batch]


@given(
    days=st.integers(1, 60),
    notice=st.integers(1, 60),
    told=st.none() | st.integers(0, 200),
    now=st.integers(0, 300),
)
def test_nothing_that_lies_nowhere_else_goes_before_its_time_or_untold(
    days: int, notice: int, told: int | None, now: int
) -> None:
    made = a_batch().created_at.date()
    policy = Policy(retention_days=days, notice_days=notice)
    batch = replace(a_batch(), told_on=None if told is None else made + timedelta(days=told))
    today = made + timedelta(days=now)
    day = goes_on(batch, policy, today)
    assert made <= tell_from(batch, policy) < erase_on(batch, policy) <= day
    # a clock that ran ahead when someone was told keeps nothing longer than its being right again
    assert day <= max(erase_on(batch, policy), today) + timedelta(days=notice)
    if not was_told(batch, policy, today):
        assert day > today
    elif told is not None:
        assert day == max(erase_on(batch, policy), made + timedelta(days=told + min(days, notice)))


def test_the_longest_overdue_comes_first() -> None:
    older = replace(a_batch("b2"), created_at=a_batch().created_at - timedelta(days=3))
    assert overdue([a_batch(), older], Policy(), date(2030, 1, 1)) == [older, a_batch()]


def due(*permissions: Permission, days: int = 30) -> list[tuple[Kind, date]]:
    people = [a_person(carers=(a_carer(), a_carer("c2")))]
    facts = Facts(people, permissions, frozenset(), Policy(), (), TODAY)
    return [(one.kind, one.ends_on) for one in renewals_due(facts, days)]


def test_a_permission_that_ends_soon_is_due() -> None:
    ends = a_permission(valid_until=LAST)
    assert due(ends) == [(Kind.PHOTO, LAST)]
    assert due(ends, days=10) == [(Kind.PHOTO, LAST)]
    assert due(ends, days=9) == []


def test_biometric_consents_are_due_too() -> None:
    assert due(a_permission(kind=Kind.BIOMETRIC, valid_until=LAST)) == [(Kind.BIOMETRIC, LAST)]


@pytest.mark.parametrize(
    "permissions",
    [
        [],
        [a_permission()],
        [a_permission(valid_until=TODAY - timedelta(days=1))],
        [a_permission(valid_until=LAST), a_permission(answer=Answer.WITHDRAWN, given_on=TODAY)],
        [a_permission(valid_until=LAST), a_permission(given_on=TODAY)],
        [a_permission(valid_until=LAST), a_permission(carer="c2")],
    ],
)
def test_what_does_not_count_or_goes_on_is_not_due(permissions: list[Permission]) -> None:
    assert due(*permissions) == []


def a_post(visible: tuple[PersonId, ...], named: tuple[PersonId, ...] = ()) -> Publication:
    return Publication(
        photo=PhotoId("f1"),
        platform=WEBSITE,
        file_name="x.jpg",
        sha256="ab" * 32,
        visible=visible,
        prepared_by=AccountId("a1"),
        approved_by=AccountId("a2"),
        published_at=NOW,
        destination="folder",
        named=named,
    )


def test_a_leaver_goes_after_the_schools_days_unless_a_post_still_shows_or_names_them() -> None:
    def left(identity: str, on: date | None) -> Person:
        return replace(a_person(identity), left_on=on)

    policy = Policy(leavers_days=366)
    people = [
        left("here", None),
        left("new", date(2025, 11, 21)),
        left("due", date(2025, 11, 19)),
        left("longest", date(2020, 2, 29)),
        left("shown", date(2020, 2, 29)),
        left("named", date(2020, 2, 29)),
        replace(left("merged", date(2020, 2, 29)), once=(PersonId("old"),)),
    ]
    posts = [
        a_post(visible=(PersonId("shown"), PersonId("old"))),
        a_post(visible=(), named=(PersonId("named"),)),
    ]
    due = leavers_due(people, posts, policy, today=TODAY)
    assert [person.id for person in due] == ["longest", "due"]
    assert leavers_due(people, posts, policy, today=date(2025, 11, 19)) == [people[3]]
