"""Approve: a second person says "go live" to exactly what was prepared, or sends it back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.captions import is_fit
from app.services import Services
from consent.accounts import AccountId, Act, Role, refusal
from consent.approvals import still_missing
from consent.audit import Event
from consent.captions import links_of
from consent.decisions import PhotoDecision, Verdict
from consent.delegations import standing_in
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.publications import Approval, PhotoId, PhotoRecord, Proposal, ReviewNote
from consent.sightings import RegionId
from consent.stages import Stage


def approve(
    services: Services,
    photo: PhotoId,
    decisions: tuple[PhotoDecision, ...],
    facts: Facts,
    *,
    ticked: Collection[str] = (),
) -> tuple[Approval, ...]:
    """Approve every proposal of a photo; `decisions` and `facts` are today's, against which they must hold.

    `ticked` are the links that were looked at. Where a platform asks for two, the photo waits for the second.
    Raises ConsentError: NOT_ALLOWED for a role that may not, CLOCK_BEHIND, SAME_PERSON where the approver, or the head
    for whom they stand in, prepared or corrected any photo of this batch, ALREADY_APPROVED, LINK_NOT_TICKED, APPROVAL_VOID where the rules now say
    something else than was prepared.
    """
    head = _require_approver(services)
    record = services.store.ledger.photo(photo)
    if record.stage is not Stage.REVIEW:
        raise ConsentError(Code.WRONG_STAGE, record.stage.value)
    preparers = _preparers(services, record)
    on_behalf_of = None if head is None else _stands_in_for(services, not_for=preparers)
    if services.account.id in preparers or (head is not None and on_behalf_of is None):
        raise ConsentError(Code.SAME_PERSON)
    services.require_clock()
    proposals = services.store.ledger.proposals(photo)
    _require_standing(proposals, decisions, facts)
    if not {link for proposal in proposals for link in links_of(proposal.words)} <= set(ticked):
        raise ConsentError(Code.LINK_NOT_TICKED)
    if any(one.approved_by == services.account.id for one in services.store.ledger.approvals(photo)):
        raise ConsentError(Code.ALREADY_APPROVED)
    approvals = tuple(
        Approval(
            proposal,
            services.account.id,
            services.clock(),
            ticked=links_of(proposal.words),
            on_behalf_of=on_behalf_of or "",
        )
        for proposal in proposals
    )
    with services.store.transaction():
        for approval in approvals:
            services.store.ledger.put_approval(approval)
        if not missing(services, photo):
            services.store.ledger.move_photo(record, Stage.APPROVE)
        detail = f"copies={len(approvals)}" + (f" for={on_behalf_of}" if on_behalf_of else "")
        services.store.audit.append(Event("approve", services.account.id, services.clock(), photo, detail))
    return approvals


def missing(services: Services, photo: PhotoId) -> int:
    """How many more people must say "go live" before the photo may go to all of its platforms."""
    ledger, register = services.store.ledger, services.store.register
    approvals, policy, now = ledger.approvals(photo), register.policy(), services.clock()
    judged = services.judged_at()
    return max(
        (
            still_missing(
                [one for one in approvals if one.proposal == proposal],
                register.platform(proposal.platform),
                policy=policy,
                now=now,
                judged=judged,
            )
            for proposal in ledger.proposals(photo)
        ),
        default=0,
    )


def may_approve(services: Services) -> bool:
    """Whether this person may say "go live" today: by role, or standing in for the head."""
    try:
        _require_approver(services)
    except ConsentError:
        return False
    return True


def stands_in_for(services: Services) -> AccountId | None:
    """For whom this person may say "go live" today; None who may do so in their own name, or not at all."""
    try:
        return _require_approver(services)
    except ConsentError:
        return None


def send_back(
    services: Services, photo: PhotoId, note: str = "", *, region: RegionId | None = None
) -> PhotoRecord:
    """Back to the office, with a word about the photo or one region of it; what was proposed is void."""
    _require_approver(services)
    record = services.store.ledger.photo(photo)
    with services.store.transaction():
        services.store.ledger.void_approvals(photo)
        moved = services.store.ledger.move_photo(record, Stage.DECIDE)
        if note.strip():
            services.store.ledger.add_note(
                ReviewNote(photo, region, note.strip(), services.account.id, services.clock())
            )
        services.store.audit.append(Event("approve.back", services.account.id, services.clock(), photo))
    return moved


def _require_approver(services: Services) -> AccountId | None:
    """For whom this person stands in, None where they approve by their own role. Raises ConsentError."""
    account, policy = services.present_account(), services.store.register.policy()
    reason = refusal(account, Act.APPROVE, policy)
    if reason is None:
        return None
    head = _stands_in_for(services)
    if head is None:
        raise ConsentError(reason)
    return head


def _stands_in_for(services: Services, *, not_for: Collection[str] = ()) -> AccountId | None:
    """The head in whose place this person may approve today, or None; an approver has a say of their own."""
    account = services.present_account()
    if Role.APPROVER in account.roles:
        return None
    return standing_in(
        account,
        services.store.ledger.delegations(),
        services.store.accounts.accounts(),
        policy=services.store.register.policy(),
        today=services.today(),
        not_for=not_for,
    )


def _require_standing(
    proposals: Sequence[Proposal], decisions: Sequence[PhotoDecision], facts: Facts
) -> None:
    """Raise ConsentError unless today's rules say what was prepared: APPROVAL_VOID, PLATFORM_RETIRED."""
    standing = {decision.platform: decision for decision in decisions}
    platforms = {platform.id: platform for platform in facts.platforms}
    for proposal in proposals:
        if platforms[proposal.platform].is_retired:
            raise ConsentError(Code.PLATFORM_RETIRED, proposal.platform)
        decision = standing.get(proposal.platform)
        if (
            decision is None
            or decision.verdict in {Verdict.BLOCKED, Verdict.NEEDS_A_PERSON}
            or decision.visible != proposal.visible
            or not is_fit(facts, platforms[proposal.platform], proposal)
        ):
            raise ConsentError(Code.APPROVAL_VOID, proposal.platform)


def _preparers(services: Services, record: PhotoRecord) -> frozenset[str]:
    """Everyone who corrected or prepared a photo of the same batch."""
    photos = services.store.ledger.photos(record.batch)
    return frozenset(account for photo in photos for account in photo.touched_by)
