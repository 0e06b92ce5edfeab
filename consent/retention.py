"""When photos have to go, and which permissions run out soon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.people import Person, PersonId
from consent.permissions import Kind, Permission
from consent.platforms import PlatformId
from consent.policy import LONGEST_KEPT, Policy
from consent.publications import Batch, Publication

DUE_DAYS = 60
"""How long before its last day a permission is worth asking for again: a school's half term, and the holidays after."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A permission that counts today and will not after `ends_on` (its last day)."""

    person: PersonId
    platform: PlatformId | None
    kind: Kind
    ends_on: date
    permission: Permission


def erase_on(batch: Batch, policy: Policy) -> date:
    """The day on which a batch's photos must be gone, counted in days of the calendar of its own clock."""
    return batch.created_at.date() + timedelta(days=policy.retention_days)


def tell_from(batch: Batch, policy: Policy) -> date:
    """The day from which someone is told that what is left of a batch goes: the school's days of notice before."""
    return erase_on(batch, policy) - _notice(policy)


def was_told(batch: Batch, policy: Policy, today: date) -> bool:
    """Whether someone was told by now.

    A word given before a longer retention was set tells of another day, and one of a day to come is from a clock
    that ran ahead.
    """
    return batch.told_on is not None and tell_from(batch, policy) <= batch.told_on <= today


def goes_on(batch: Batch, policy: Policy, today: date) -> date:
    """The day on which photos may go that lie nowhere else.

    That is retention's end, but never before someone knew of it for the school's days of notice; while nobody was
    told yet, those count from today.
    """
    told = batch.told_on if batch.told_on is not None and was_told(batch, policy, today) else today
    return max(erase_on(batch, policy), told + _notice(policy))


def _notice(policy: Policy) -> timedelta:
    # photos that are kept for two days cannot be told of a week before
    return timedelta(days=min(policy.notice_days, policy.retention_days))


def overdue(batches: Iterable[Batch], policy: Policy, today: date) -> Sequence[Batch]:
    """The batches whose photos must be gone by now, the longest overdue first."""
    due = [batch for batch in batches if erase_on(batch, policy) <= today]
    return sorted(due, key=lambda batch: (erase_on(batch, policy), batch.id))


def leavers_due(
    people: Iterable[Person], publications: Iterable[Publication], policy: Policy, *, today: date
) -> Sequence[Person]:
    """Who left so long ago that their record must go, the longest gone first.

    `publications` are the posts that are still up. Whoever can be seen or is named in one stays: their
    permission explains it, and a take-down needs their name.
    """
    posted = {person for one in publications for person in (*one.visible, *one.named)}
    left_by = today - timedelta(days=policy.leavers_days)
    due = [
        (person.left_on, person)
        for person in people
        if person.left_on is not None
        and person.left_on <= left_by
        and posted.isdisjoint({person.id, *person.once})
    ]
    return [person for _, person in sorted(due, key=lambda pair: (pair[0], pair[1].id))]


def renewals_due(facts: Facts, days: int) -> Sequence[Renewal]:
    """The live permissions whose last day is within `days` from today, soonest first.

    One for each person, platform and kind: the record that decides today. Where another giver's yes lasts
    longer, nothing is due. Raises ConsentError(INVALID) for more days than anything is kept.
    """
    if not 0 <= days <= LONGEST_KEPT:
        raise ConsentError(Code.INVALID, "days")
    horizon = facts.today + timedelta(days=days)
    keys = {(record.person, record.platform, record.kind) for record in facts.permissions}
    due = [
        Renewal(person, platform, kind, ends, decided)
        for person, platform, kind in keys
        if (decided := _deciding(facts, person, platform, kind=kind, on=facts.today)) is not None
        and (ends := decided.valid_until) is not None
        and ends <= horizon
        and _deciding(facts, person, platform, kind=kind, on=horizon + timedelta(days=1)) is None
    ]
    return sorted(due, key=lambda one: (one.ends_on, one.person, one.platform or "", one.kind))


def _deciding(
    facts: Facts, person: PersonId, platform: PlatformId | None, *, kind: Kind, on: date
) -> Permission | None:
    answer = facts.standing_on(person, platform, kind, on=on)
    return answer.permission if answer.allowed else None
