"""Who may say "go live": never who prepared or touched the photo, never for something else, never for ever."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from consent.accounts import Account, AccountId, Act, refusal
from consent.errors import Code
from consent.platforms import Platform
from consent.policy import Policy
from consent.publications import Approval, PhotoRecord, Proposal


def approval_refusal(
    approver: Account,
    photo: PhotoRecord,
    *,
    proposal: Proposal,
    policy: Policy,
    stands_in_for: AccountId | None = None,
) -> Code | None:
    """Why this account may not approve this proposal, or None where it may.

    `stands_in_for` is the head who let this account approve today, if one did.
    """
    if proposal.photo != photo.id:
        return Code.APPROVAL_VOID
    act = Act.PREPARE if stands_in_for is not None else Act.APPROVE
    return refusal(approver, act, policy) or _same_person(approver.id, photo, proposal)


def is_live(approval: Approval, policy: Policy, now: datetime) -> bool:
    """Whether a "go live" still holds; one of the future comes from a clock that was set back since."""
    age = now - approval.approved_at
    return timedelta(0) <= age < timedelta(days=policy.approval_days)


def still_missing(approvals: Iterable[Approval], platform: Platform, *, policy: Policy, now: datetime) -> int:
    """How many more people must say "go live" for this platform's proposal."""
    people = {one.approved_by for one in approvals if is_live(one, policy, now)}
    return max(0, platform.approvers_needed - len(people))


def record_refusal(approval: Approval, photo: PhotoRecord, proposal: Proposal | None) -> Code | None:
    """Why a store must not keep this approval beside the proposal that it holds, or None.

    Void where there is no such proposal or it differs in anything: platform, bytes, caption, people.
    """
    if proposal is None or approval.proposal != proposal:
        return Code.APPROVAL_VOID
    return _same_person(approval.approved_by, photo, proposal)


def _same_person(approver: str, photo: PhotoRecord, proposal: Proposal) -> Code | None:
    involved = {proposal.prepared_by, *photo.touched_by}
    return Code.SAME_PERSON if approver in involved else None
