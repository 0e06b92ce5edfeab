"""What the school is reminded of, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from consent.accounts import Account, Role
from consent.platforms import OfficialAccount
from consent.policy import Policy
from consent.reminders import Matter, Reminder, reminders
from tests.factories import TODAY, a_platform, an_account

POLICY = Policy(
    owner="Head",
    next_review=date(2027, 7, 1),
    impact_assessment="DPIA-7",
    impact_assessed_on=date(2026, 9, 1),
)
STAFF = [
    an_account("a1", Role.APPROVER),
    an_account("a2", Role.LEAD),
    an_account("a3", Role.LEAD, Role.ADMIN),
]
PLATFORM = replace(a_platform(), account=OfficialAccount(staff=("a1", "a2"), approved_on=TODAY))


def about(policy: Policy = POLICY, staff: list[Account] | None = None) -> list[Reminder]:
    people = STAFF if staff is None else staff
    return list(reminders(policy, people, [PLATFORM], today=TODAY, recovery_confirmed=TODAY))


def test_a_school_in_order_is_reminded_of_nothing() -> None:
    assert about() == []


def test_of_a_retired_platform_nobody_is_reminded() -> None:
    alone = replace(PLATFORM, account=OfficialAccount(retired_on=TODAY))
    assert list(reminders(POLICY, STAFF, [alone], today=TODAY, recovery_confirmed=TODAY)) == []


@pytest.mark.parametrize(
    ("days", "matter"),
    [
        (-1, Matter.REVIEW_OVERDUE),
        (0, Matter.REVIEW_DUE),
        (30, Matter.REVIEW_DUE),
        (31, None),
    ],
)
def test_a_review_is_announced_thirty_days_before(days: int, matter: Matter | None) -> None:
    review = TODAY + timedelta(days=days)
    found = about(replace(POLICY, next_review=review))
    assert found == ([] if matter is None else [Reminder(matter, due=review)])


@pytest.mark.parametrize(
    ("policy", "matter"),
    [
        (replace(POLICY, next_review=None), Matter.NO_REVIEW_DATE),
        (replace(POLICY, owner=" "), Matter.NO_OWNER),
        (replace(POLICY, impact_assessment=""), Matter.NO_IMPACT_ASSESSMENT),
    ],
)
def test_gaps_in_the_policy_are_named(policy: Policy, matter: Matter) -> None:
    assert about(policy) == [Reminder(matter)]


def test_a_new_policy_version_waits_for_everyone_who_is_active() -> None:
    off = replace(an_account("a4"), disabled=True)
    found = about(replace(POLICY, version="2"), [*STAFF, off])
    assert found == [Reminder(Matter.POLICY_NOT_READ, one) for one in ("a1", "a2", "a3")]


def test_staff_without_training_and_roles_without_anyone_are_named() -> None:
    found = about(staff=[replace(STAFF[0], trained_on=None), replace(STAFF[1], disabled=True)])
    assert found == [
        Reminder(Matter.NO_LEAD),
        Reminder(Matter.NOT_TRAINED, "a1"),
        Reminder(Matter.TOO_FEW_STAFF, "website"),
    ]


def test_a_school_of_one_person_and_one_with_a_single_lead_are_told_apart() -> None:
    office = an_account("a1", Role.OFFICE, Role.APPROVER)
    both, admin = an_account("a2", Role.LEAD, Role.ADMIN), an_account("a3", Role.ADMIN)
    lead = an_account("a2", Role.LEAD)
    assert about(staff=[office, both]) == [Reminder(Matter.ONE_PERSON)]
    assert about(staff=[office, both, replace(admin, disabled=True)]) == [Reminder(Matter.ONE_PERSON)]
    assert about(staff=[office, lead, admin]) == [Reminder(Matter.TOO_FEW_LEADS)]
    assert about(staff=[office, both, admin]) == [Reminder(Matter.TOO_FEW_LEADS)]


def test_an_unconfirmed_recovery_key_comes_first_and_an_unapproved_account_is_named() -> None:
    bare = replace(PLATFORM, account=replace(PLATFORM.account, approved_on=None))
    found = reminders(replace(POLICY, owner=""), STAFF, [bare], today=TODAY, recovery_confirmed=None)
    assert found == [
        Reminder(Matter.RECOVERY_NOT_CONFIRMED),
        Reminder(Matter.NO_OWNER),
        Reminder(Matter.NOT_OFFICIAL, "website"),
    ]
