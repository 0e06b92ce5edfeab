"""Hands a proven copy to its destination: the intent is written down first, so that no crash sends it twice."""

from __future__ import annotations

import secrets
from dataclasses import replace

from app.destinations.base import Destination, Presence, Receipt
from app.errors import AppError, Trouble
from app.published import Rendered, sha256_of
from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.deliveries import Delivery, Sent
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.permissions import Kind
from consent.publications import Proposal, Publication
from consent.stages import Stage
from vision.copies import Verified


def hand_over(
    services: Services, rendered: Rendered, verified: Verified, *, destination: Destination
) -> Publication:
    """Send one copy and record it. Every earlier attempt for this photo and platform must be settled.

    Raises AppError: NOT_VERIFIED where the proof belongs to other bytes; DOUBTFUL where it is not known whether
    the copy arrived (it is then never sent again unasked); NOT_PROVEN and all else where it did not. Raises
    ConsentError: APPROVAL_VOID where the approval was taken back since the copy was made, DUPLICATE where it is out.
    """
    services.require(Act.PUBLISH)
    if not verified.sha256 == rendered.sha256 == sha256_of(rendered.content):
        raise AppError(Trouble.NOT_VERIFIED, "proof of another file")
    delivery = _begin(services, rendered, destination)
    try:
        receipt = destination.send(delivery.file_name, rendered.content, rendered.approval.proposal.words)
    except AppError as error:
        note(services, delivery, Sent.DOUBTFUL if error.code is Trouble.DOUBTFUL else Sent.NOT_SENT)
        raise
    if receipt.sha256 != rendered.sha256:
        note(services, delivery, Sent.DOUBTFUL)
        raise AppError(Trouble.NOT_PROVEN)
    return record(services, delivery, receipt, destination)


def look_after(services: Services, delivery: Delivery, destination: Destination) -> Delivery:
    """Settle a doubtful delivery by looking at its destination; as it was where a look cannot tell.

    Absence proves nothing while a server may still be working on what it got. What is there in part is taken
    back: by now the school may have decided otherwise, and "not sent" means that nothing of it is there.
    """
    is_quiet = services.clock() - delivery.at >= destination.settling
    try:
        found = destination.look(delivery.file_name, delivery.post.sha256)
    except AppError:
        return note(services, delivery, Sent.DOUBTFUL)
    match found.presence:
        case Presence.THERE if found.receipt is not None:
            record(services, delivery, found.receipt, destination)
            return replace(delivery, sent=Sent.SENT)
        case Presence.PART if is_quiet:
            return _taken_back(services, delivery, destination)
        case Presence.ABSENT if is_quiet:
            return note(services, delivery, Sent.NOT_SENT)
        case _:
            return note(services, delivery, Sent.DOUBTFUL)


def _taken_back(services: Services, delivery: Delivery, destination: Destination) -> Delivery:
    try:
        destination.take_back(delivery.file_name, delivery.post.sha256)
    except AppError:
        return note(services, delivery, Sent.DOUBTFUL)
    return note(services, delivery, Sent.NOT_SENT)


def record(
    services: Services, delivery: Delivery, receipt: Receipt | None, destination: Destination
) -> Publication:
    """The copy is there: it stands in the register of posts from now on. A person's word goes without receipt."""
    address = receipt.address if receipt is not None else ""
    post = replace(delivery.post, address=address or delivery.post.address)
    step = Stage.UPLOAD if destination.is_remote else Stage.EXPORT
    with services.store.transaction():
        services.store.outbox.put_delivery(replace(delivery, post=post, sent=Sent.SENT))
        services.store.ledger.put_publication(post)
        services.store.audit.append(
            Event(step.value, services.account.id, services.clock(), delivery.photo, delivery.platform)
        )
    return post


def note(services: Services, delivery: Delivery, sent: Sent) -> Delivery:
    """Write down what is known about a delivery, where it is something new."""
    if delivery.sent is sent:
        return delivery
    noted = replace(delivery, sent=sent)
    with services.store.transaction():
        services.store.outbox.put_delivery(noted)
        services.store.audit.append(
            Event(
                f"delivery.{sent}", services.account.id, services.clock(), delivery.photo, delivery.platform
            )
        )
    return noted


def _begin(services: Services, rendered: Rendered, destination: Destination) -> Delivery:
    """The intent, on the disk before the first byte leaves.

    A copy that was proven not to be there is sent under the same name again: a server that did get it after
    all then holds it once.
    """
    earlier = [
        one.file_name
        for one in services.store.outbox.deliveries(rendered.photo)
        if (one.platform, one.sent) == (rendered.platform, Sent.NOT_SENT)
        and (one.post.destination, one.post.sha256) == (destination.label, rendered.sha256)
    ]
    name = earlier[-1] if earlier else secrets.token_hex(16) + _ending(rendered.content)
    post = _post(services, rendered, destination=destination, name=name)
    delivery = Delivery(post, Sent.SENDING, services.account.id, services.clock())
    with services.store.transaction():
        # with the intent, so that nothing comes between: a colleague may have covered more, or sent it back
        if rendered.approval not in services.store.ledger.approvals(rendered.photo):
            raise ConsentError(Code.APPROVAL_VOID, rendered.photo)
        _require_first(services, rendered)
        services.store.outbox.put_delivery(delivery)
        services.store.audit.append(
            Event("delivery.begun", services.account.id, services.clock(), rendered.photo, rendered.platform)
        )
    return delivery


def _require_first(services: Services, rendered: Rendered) -> None:
    """Raise where a colleague at another desk is sending the same copy (DOUBTFUL), or has sent it (DUPLICATE)."""
    deliveries = services.store.outbox.deliveries(rendered.photo)
    if any(one.platform == rendered.platform and not one.is_settled for one in deliveries):
        raise AppError(Trouble.DOUBTFUL)
    posts = services.store.ledger.publications_of(rendered.photo)
    if any(one.platform == rendered.platform for one in posts):
        raise ConsentError(Code.DUPLICATE, rendered.photo)


def _ending(content: bytes) -> str:
    return ".png" if content.startswith(b"\x89PNG") else ".jpg"


def _post(services: Services, rendered: Rendered, *, destination: Destination, name: str) -> Publication:
    proposal = rendered.approval.proposal
    platform = services.store.register.platform(rendered.platform)
    return Publication(
        photo=rendered.photo,
        platform=rendered.platform,
        file_name=name,
        sha256=rendered.sha256,
        visible=proposal.visible,
        prepared_by=proposal.prepared_by,
        approved_by=rendered.approval.approved_by,
        published_at=services.clock(),
        destination=destination.label,
        account=platform.account.address,
        caption=proposal.caption,
        alt_text=proposal.alt_text,
        named=proposal.named,
        permissions=_permissions(services, proposal),
    )


def _permissions(services: Services, proposal: Proposal) -> tuple[int, ...]:
    """The answers by which people may be seen or named in this copy, by their numbers."""
    register = services.store.register
    concerned = sorted({*proposal.visible, *proposal.named})
    facts = Facts(
        people=[register.person(person) for person in concerned],
        permissions=register.permissions(concerned),
        never_publish=frozenset(),
        policy=register.policy(),
        platforms=(),
        today=services.today(),
    )
    kinds = {Kind.PHOTO: proposal.visible, Kind.GROUP: proposal.visible, Kind.NAME: concerned}
    answers = (
        facts.standing(person, proposal.platform, kind) for kind, people in kinds.items() for person in people
    )
    return tuple(sorted({one.permission.sequence for one in answers if one.allowed and one.permission}))
