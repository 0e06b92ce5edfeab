"""Who may say "go live": never who prepared or touched the photo, never for something else, never for ever."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from consent.errors import Code
from consent.platforms import Platform
from consent.policy import Policy
from consent.publications import Approval, PhotoRecord, Proposal


def is_live(approval: Approval, policy: Policy, now: datetime, *, judged: datetime | None = None) -> bool:
    """Whether a "go live" still holds; one of the future comes from a clock that was set back since.

    `now` is the clock's; `judged` the moment from which its age is told, where that is later.
    """
    age = (judged or now) - approval.approved_at
    return approval.approved_at <= now and age < timedelta(days=policy.approval_days)


def still_missing(
    approvals: Iterable[Approval],
    platform: Platform,
    *,
    policy: Policy,
    now: datetime,
    judged: datetime | None = None,
) -> int:
    """How many more people must say "go live" for this platform's proposal.

    Whoever stands in decides with the head's authority, so that theirs and the head's own are one; nor does one
    person count twice, whoever let them.
    """
    live = [one for one in approvals if is_live(one, policy, now, judged=judged)]
    authority = {one.approved_by: one.on_behalf_of or one.approved_by for one in live}
    return max(0, platform.approvers_needed - len(set(authority.values())))


def record_refusal(approval: Approval, photo: PhotoRecord, proposal: Proposal | None) -> Code | None:
    """Why a store must not keep this approval beside the proposal that it holds, or None.

    Void where there is no such proposal or it differs in anything: platform, bytes, caption, people. Whoever
    prepared it neither approves nor has it approved in their place: who stands in may no more than they may.
    """
    if proposal is None or proposal.photo != photo.id or approval.proposal != proposal:
        return Code.APPROVAL_VOID
    involved = {proposal.prepared_by, *photo.touched_by}
    return Code.SAME_PERSON if {approval.approved_by, approval.on_behalf_of} & involved else None
