"""Review: a person corrects what was found, and asks for approval of exactly what would be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.captions import check_words
from app.published import all_as_published, sha256_of
from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.captions import named_in, unconfirmed
from consent.decisions import PhotoDecision, Verdict
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.platforms import PlatformId
from consent.publications import PhotoId, PhotoRecord, Proposal, Words
from consent.sightings import Sighting
from consent.stages import UNPUBLISHED, Stage

CORRECTABLE = frozenset({Stage.DECIDE, Stage.REVIEW, Stage.APPROVE, Stage.RENDER, Stage.VERIFY})


def change(services: Services, photo: PhotoId, sightings: tuple[Sighting, ...]) -> PhotoRecord:
    """Save corrected sightings; undo and redo save earlier ones through this same door.

    Whatever was proposed or approved is void, and who corrected can no longer approve.
    Raises ConsentError(WRONG_STAGE) once the photo is published or erased.
    """
    services.require(Act.PREPARE)
    record = services.store.ledger.photo(photo)
    if record.stage not in CORRECTABLE:
        raise ConsentError(Code.WRONG_STAGE, record.stage.value)
    if sightings == record.sightings:
        return record
    changed = _touched(services, replace(record, sightings=sightings))
    with services.store.transaction():
        void = services.store.ledger.void_approvals(photo)
        if record.stage is Stage.DECIDE:
            services.store.ledger.put_photo(changed)
        else:
            changed = services.store.ledger.move_photo(changed, Stage.DECIDE)
        services.store.audit.append(
            Event("review.change", services.account.id, services.clock(), photo, f"void={void}")
        )
    return changed


def write(services: Services, written: Mapping[PhotoId, Mapping[PlatformId, Words]]) -> None:
    """Keep what is being written beside these photos, for all of them or none; nothing of it is proposed yet.

    Who wrote can no longer approve, as who corrected cannot. Photos that are out or erased are passed over.
    Raises ConsentError: NOT_ALLOWED, UNKNOWN_PHOTO.
    """
    services.require(Act.PREPARE)
    ledger = services.store.ledger
    with services.store.transaction():
        for photo, words in written.items():
            record, before = ledger.photo(photo), ledger.words(photo)
            if record.stage not in UNPUBLISHED or dict(before) == dict(words):
                continue
            ledger.put_words(photo, words)
            touched = _touched(services, record)
            if touched != record:
                ledger.put_photo(touched)
            if touched != record or not before:
                # once for each person and photo: words are kept at every pause while someone types
                services.note("review.words", photo)


def prepare(
    services: Services,
    photo: PhotoId,
    decisions: tuple[PhotoDecision, ...],
    facts: Facts,
    *,
    words: Mapping[PlatformId, Words] | None = None,
) -> tuple[Proposal, ...]:
    """Ask for approval: one proposal for each platform on which the photo may go out.

    Each is bound to the hash of the finished file and to its words. `facts` are those of the decisions.
    Raises ConsentError: NEEDS_A_PERSON while something is open on any platform, BLOCKED where no platform may
    have the photo, WRONG_STAGE when it is not in review, CAPTION_REFUSED where the words of a platform say
    what they may not, NOT_CONFIRMED where whoever wrote them has not confirmed what product.md asks.
    """
    services.require(Act.PREPARE)
    record = services.store.ledger.photo(photo)
    if record.stage is not Stage.DECIDE:
        raise ConsentError(Code.WRONG_STAGE, record.stage.value)
    if any(decision.verdict is Verdict.NEEDS_A_PERSON for decision in decisions):
        raise ConsentError(Code.NEEDS_A_PERSON)
    open_to = [decision for decision in decisions if decision.verdict is not Verdict.BLOCKED]
    if not open_to:
        raise ConsentError(Code.BLOCKED)
    written = {decision.platform: (words or {}).get(decision.platform, Words()) for decision in open_to}
    for decision in open_to:
        _require_fit(services, written[decision.platform], decision, facts)
    copies = all_as_published(services, record, [(one, written[one.platform].source) for one in open_to])
    proposals = tuple(
        _proposal(services, record, decision, copy, facts=facts, words=written[decision.platform])
        for decision, copy in zip(open_to, copies, strict=True)
    )
    with services.store.transaction():
        if services.store.ledger.photo(photo) != record:
            # a colleague corrected it while the copies were made: what they covered must not be lost
            raise ConsentError(Code.WRONG_STAGE, photo)
        services.store.ledger.void_approvals(photo)
        services.store.ledger.move_photo(_touched(services, record), Stage.REVIEW)
        services.store.ledger.settle_notes(photo)
        for proposal in proposals:
            services.store.ledger.put_proposal(proposal)
        services.store.audit.append(
            Event("review.prepare", services.account.id, services.clock(), photo, f"copies={len(proposals)}")
        )
    return proposals


def _require_fit(services: Services, words: Words, decision: PhotoDecision, facts: Facts) -> None:
    if words == Words():
        return
    platform = services.store.register.platform(decision.platform)
    remarks = check_words(facts, platform, words, visible=decision.visible)
    if any(remark.forbids for remark in remarks):
        raise ConsentError(Code.CAPTION_REFUSED, platform.id)
    if unconfirmed(words):
        raise ConsentError(Code.NOT_CONFIRMED, platform.id)


def _proposal(
    services: Services,
    record: PhotoRecord,
    decision: PhotoDecision,
    copy: bytes,
    *,
    facts: Facts,
    words: Words,
) -> Proposal:
    return Proposal(
        photo=record.id,
        platform=decision.platform,
        sha256=sha256_of(copy),
        caption=words.caption,
        visible=decision.visible,
        prepared_by=services.account.id,
        prepared_at=services.clock(),
        alt_text=words.alt_text,
        source=words.source,
        confirmed=tuple(sorted(words.confirmed)),
        named=named_in(words, facts, services.store.register.platform(decision.platform)),
    )


def _touched(services: Services, record: PhotoRecord) -> PhotoRecord:
    touched = dict.fromkeys((*record.touched_by, services.account.id))
    return replace(record, touched_by=tuple(touched))
