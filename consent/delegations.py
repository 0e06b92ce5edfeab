"""While the head is away, someone else may say go live: who, from when, until when."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from consent.accounts import Account, AccountId, Act, Role, may
from consent.policy import Policy

LONGEST = 92
"""Days: a delegation bridges an absence, it does not make a second head (a term has about seventy)."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """`by` lets `to` approve in `by`'s place, from `starts` up to and including `ends`."""

    id: str
    by: AccountId
    to: AccountId
    starts: date
    ends: date
    revoked: bool = False

    def covers(self, day: date) -> bool:
        """Whether it holds on this day."""
        return not self.revoked and self.starts <= day <= self.ends


def standing_in(
    account: Account,
    delegations: Iterable[Delegation],
    accounts: Iterable[Account],
    *,
    policy: Policy,
    today: date,
    not_for: Collection[str] = (),
) -> AccountId | None:
    """For whom this account may approve today, or None. `not_for` are heads in whose place nobody may: they prepared it.

    Only someone who may approve themselves can let another do so; who stands in cannot hand it on. A
    delegation ends with the account of whoever gave it. Who stands in must be of the office, trained, and
    have read the policy.
    """
    if not may(account, Act.PREPARE, policy):
        return None
    heads = {one.id for one in accounts if Role.APPROVER in one.roles and may(one, Act.APPROVE, policy)}
    for delegation in delegations:
        possible = delegation.by in heads and delegation.by not in not_for
        if delegation.to == account.id and possible and delegation.covers(today):
            return delegation.by
    return None
