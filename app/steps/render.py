"""Render: the approved copies are made again, and must be the very bytes that were approved."""

from __future__ import annotations

from dataclasses import replace

from app.captions import are_still_named, is_fit
from app.named_today import named_today
from app.published import Rendered, all_as_published, sha256_of
from app.services import Services
from consent.accounts import Act
from consent.approvals import is_live, still_missing
from consent.audit import Event
from consent.decisions import PhotoDecision
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.publications import Approval, PhotoId
from consent.sightings import Sighting
from consent.stages import Stage

RENDERABLE = frozenset({Stage.APPROVE, Stage.RENDER, Stage.VERIFY})
"""Later stages are rendered again after an interruption: finished copies are never kept in the store."""


def render(
    services: Services, photo: PhotoId, decisions: tuple[PhotoDecision, ...], facts: Facts
) -> tuple[Rendered, ...]:
    """One copy for each approval of the photo, by today's decisions and facts.

    Raises ConsentError(APPROVAL_VOID), and sends the photo back to review, where a copy differs from what was
    approved: a pixel, a region, a permission or the platform's rules changed in between, or someone joined whom the
    photo names. APPROVAL_EXPIRED where an approval is too old.
    """
    services.require(Act.PUBLISH)
    record = services.store.ledger.photo(photo)
    if record.stage not in RENDERABLE:
        raise ConsentError(Code.WRONG_STAGE, record.stage.value)
    today = named_today(record.sightings, facts)
    if today != record.sightings:
        raise _void(services, photo, Code.APPROVAL_VOID, today)
    by_platform = {decision.platform: decision for decision in decisions}
    fit: list[tuple[Approval, PhotoDecision]] = []
    for approval in _approved(services, photo):
        decision = by_platform.get(approval.proposal.platform)
        platform = services.store.register.platform(approval.proposal.platform)
        if decision is None or not is_fit(facts, platform, approval.proposal):
            raise _void(services, photo, Code.APPROVAL_VOID)
        fit.append((approval, decision))
    copies = all_as_published(services, record, [(one, approval.proposal.source) for approval, one in fit])
    finished: list[Rendered] = []
    for (approval, decision), content in zip(fit, copies, strict=True):
        if not _is_what_was_approved(approval, decision, sha256_of(content)):
            raise _void(services, photo, Code.APPROVAL_VOID)
        finished.append(Rendered(photo, decision.platform, content, sha256_of(content), approval, decision))
    if record.stage is Stage.APPROVE:
        with services.store.transaction():
            services.store.ledger.move_photo(record, Stage.RENDER)
            services.store.audit.append(Event("render", services.account.id, services.clock(), photo))
    return tuple(finished)


def hold_to_today(services: Services, rendered: Rendered, decisions: tuple[PhotoDecision, ...]) -> None:
    """The last question before a copy leaves. Raises ConsentError(APPROVAL_VOID) where the rules changed since."""
    if rendered.decision not in decisions or not are_still_named(services, rendered.approval.proposal):
        raise _void(services, rendered.photo, Code.APPROVAL_VOID)


def _is_what_was_approved(approval: Approval, decision: PhotoDecision, sha256: str) -> bool:
    return approval.proposal.sha256 == sha256 and approval.proposal.visible == decision.visible


def _approved(services: Services, photo: PhotoId) -> list[Approval]:
    """The first approval of each proposal, once each has as many as its platform asks for."""
    services.require_clock()
    ledger, register = services.store.ledger, services.store.register
    approvals, policy, now = ledger.approvals(photo), register.policy(), services.clock()
    judged = services.judged_at()
    if not all(is_live(approval, policy, now, judged=judged) for approval in approvals):
        raise _void(services, photo, Code.APPROVAL_EXPIRED)
    chosen: list[Approval] = []
    for proposal in ledger.proposals(photo):
        given = [one for one in approvals if one.proposal == proposal]
        platform = register.platform(proposal.platform)
        if not given or still_missing(given, platform, policy=policy, now=now, judged=judged):
            raise _void(services, photo, Code.APPROVAL_VOID)
        chosen.append(min(given, key=lambda one: one.approved_at))
    if not chosen:
        # without a copy to prove elsewhere nothing may be erased
        raise _void(services, photo, Code.APPROVAL_VOID)
    return chosen


def _void(
    services: Services, photo: PhotoId, reason: Code, sightings: tuple[Sighting, ...] | None = None
) -> ConsentError:
    """Send the photo back to review, with other regions where they are given; the error to raise."""
    record = services.store.ledger.photo(photo)
    if sightings is not None:
        record = replace(record, sightings=sightings)
    with services.store.transaction():
        services.store.ledger.void_approvals(photo)
        services.store.ledger.move_photo(record, Stage.DECIDE)
        services.store.audit.append(
            Event("render.void", services.account.id, services.clock(), photo, reason.value)
        )
    return ConsentError(reason, photo)
