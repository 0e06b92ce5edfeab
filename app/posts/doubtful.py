"""Copies of which it is not known whether they arrived: looked for again, or settled by a person who looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from app.outbox.handover import look_after, note, record
from app.outbox.opening import open_label
from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.deliveries import Delivery, Sent
from consent.errors import Code, ConsentError


class Settled(StrEnum):
    """What a person saw at the destination."""

    IS_THERE = "is_there"
    IS_NOT_THERE = "is_not_there"


def doubtful(services: Services) -> Sequence[Delivery]:
    """Every copy whose fate is not known, the oldest first."""
    services.require(Act.LOOK)
    return services.store.outbox.unsettled()


def look_again(services: Services, file_name: str) -> Delivery:
    """Look for it at its destination once more; as it was where that still cannot tell.

    Raises ConsentError(UNKNOWN_POST), AppError(NO_DESTINATION) where the destination was removed.
    """
    services.require(Act.PUBLISH)
    delivery = _unsettled(services, file_name)
    destination = open_label(services, delivery.post.destination)
    try:
        return look_after(services, delivery, destination)
    finally:
        destination.close()


def settle(services: Services, file_name: str, seen: Settled, *, address: str = "") -> Delivery:
    """A person looked: it is there (and counts as posted), or it is not (and may be sent again).

    Raises ConsentError(UNKNOWN_POST) where it is settled already.
    """
    services.require(Act.PUBLISH)
    delivery = _unsettled(services, file_name)
    with services.store.transaction():
        services.store.audit.append(
            Event("delivery.seen", services.account.id, services.clock(), delivery.photo, seen.value)
        )
        if seen is Settled.IS_NOT_THERE:
            return note(services, delivery, Sent.NOT_SENT)
        named = replace(delivery, post=replace(delivery.post, address=address))
        destination = open_label(services, delivery.post.destination)
        record(services, named, None, destination)
        return replace(named, sent=Sent.SENT)


def _unsettled(services: Services, file_name: str) -> Delivery:
    for delivery in services.store.outbox.unsettled():
        if delivery.file_name == file_name:
            return delivery
    raise ConsentError(Code.UNKNOWN_POST, file_name)
