"""What the school has to see to: the policy's review, staff who are behind, accounts with too few people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from consent.accounts import Account, Role
from consent.platforms import Platform
from consent.policy import Policy

REVIEW_NOTICE = timedelta(days=30)
STAFF_FOR_A_PLATFORM = 2
"""Named staff for each official account (product.md): one alone would be no check on themselves."""


class Matter(StrEnum):
    """What a reminder is about."""

    CLOCK_BEHIND = "clock_behind"  # permissions are judged by the day of the log; `due` is that day
    NO_REVIEW_DATE = "no_review_date"
    REVIEW_DUE = "review_due"
    REVIEW_OVERDUE = "review_overdue"
    NO_OWNER = "no_owner"
    NO_IMPACT_ASSESSMENT = "no_impact_assessment"  # matching stays off
    NO_APPROVER = "no_approver"
    NO_LEAD = "no_lead"
    NOT_TRAINED = "not_trained"
    POLICY_NOT_READ = "policy_not_read"
    ONE_PERSON = "one_person"  # lead and admin in one: no one looks over their shoulder
    TOO_FEW_LEADS = "too_few_leads"  # two agree before a protection is lifted
    RECOVERY_NOT_CONFIRMED = "recovery_not_confirmed"
    NOT_OFFICIAL = "not_official"  # a platform whose account nobody approved
    TOO_FEW_STAFF = "too_few_staff"  # for a platform's official account


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to see to. `subject` is an account's or a platform's id, or empty; `due` its day, if any."""

    matter: Matter
    subject: str = ""
    due: date | None = None


LEADS_WHO_AGREE = 2


def reminders(
    policy: Policy,
    accounts: Iterable[Account],
    platforms: Iterable[Platform],
    *,
    today: date,
    recovery_confirmed: date | None,
    judged_by: date | None = None,
) -> Sequence[Reminder]:
    """Everything to see to: the clock and the way back in first, then the policy, then staff, then platforms.

    `judged_by` is the day by which permissions are judged, where that is not `today`: the clock is behind the log.
    """
    behind = [] if judged_by in {None, today} else [Reminder(Matter.CLOCK_BEHIND, due=judged_by)]
    active = [account for account in accounts if not account.disabled]
    unconfirmed = [Reminder(Matter.RECOVERY_NOT_CONFIRMED)] if recovery_confirmed is None else []
    return [
        *behind,
        *unconfirmed,
        *_about_policy(policy, today),
        *_about_staff(policy, active),
        *_about_platforms(platforms, active),
    ]


def _about_policy(policy: Policy, today: date) -> Iterable[Reminder]:
    review = policy.next_review
    if review is None:
        yield Reminder(Matter.NO_REVIEW_DATE)
    elif review < today:
        yield Reminder(Matter.REVIEW_OVERDUE, due=review)
    elif review <= today + REVIEW_NOTICE:
        yield Reminder(Matter.REVIEW_DUE, due=review)
    if not policy.owner.strip():
        yield Reminder(Matter.NO_OWNER)
    if not policy.matching:
        yield Reminder(Matter.NO_IMPACT_ASSESSMENT)


def _about_staff(policy: Policy, active: Sequence[Account]) -> Iterable[Reminder]:
    for role, matter in ((Role.APPROVER, Matter.NO_APPROVER), (Role.LEAD, Matter.NO_LEAD)):
        if not any(role in account.roles for account in active):
            yield Reminder(matter)
    leads = {account.id for account in active if Role.LEAD in account.roles}
    if leads and leads == {account.id for account in active if Role.ADMIN in account.roles}:
        yield Reminder(Matter.ONE_PERSON)
    elif leads and len(leads) < LEADS_WHO_AGREE:
        yield Reminder(Matter.TOO_FEW_LEADS)
    for account in active:
        if account.trained_on is None:
            yield Reminder(Matter.NOT_TRAINED, account.id)
        if account.policy_read != policy.version:
            yield Reminder(Matter.POLICY_NOT_READ, account.id)


def _about_platforms(platforms: Iterable[Platform], active: Sequence[Account]) -> Iterable[Reminder]:
    known = {account.id for account in active}
    for platform in platforms:
        if platform.is_retired:
            continue
        if platform.account.approved_on is None:
            yield Reminder(Matter.NOT_OFFICIAL, platform.id)
        if len(known.intersection(platform.account.staff)) < STAFF_FOR_A_PLATFORM:
            yield Reminder(Matter.TOO_FEW_STAFF, platform.id)
