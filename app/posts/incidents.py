"""The record of an incident: what went out, who noticed, what was done, and the 72 hours."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypedDict, Unpack

from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.incidents import Incident, may_close


class Known(TypedDict, total=False):
    """What can be added to an incident as it becomes known."""

    what: str
    post: str
    taken_down_at: datetime
    families_told_at: datetime
    reported_at: datetime
    not_reported: str
    measures: str


def incidents(services: Services) -> Sequence[Incident]:
    """Every incident, the oldest first. Raises ConsentError(NOT_ALLOWED) for all but the lead."""
    services.require(Act.KEEP_REGISTER)
    return services.store.aftercare.incidents()


def open_incident(
    services: Services, what: str, *, post: str = "", noticed_at: datetime | None = None
) -> Incident:
    """Put an incident down; anyone of the staff may, for the clock runs from the moment when anyone noticed.

    Raises ConsentError: INVALID without words or for a moment that is still to come, UNKNOWN_POST.
    """
    services.require(Act.LOOK)
    now = services.clock()
    if noticed_at is not None and noticed_at > services.judged_at():
        raise ConsentError(Code.INVALID, "noticed in the future")
    _require_post(services, post)
    incident = Incident(secrets.token_hex(8), noticed_at or now, services.account.id, what.strip(), post)
    return _keep(services, incident, "incident.opened")


def note_incident(services: Services, incident: str, **known: Unpack[Known]) -> Incident:
    """Add what became known.

    Raises ConsentError: NOT_ALLOWED, UNKNOWN_INCIDENT, WRONG_STAGE once it is closed, INVALID for a moment to come:
    what is only planned stops no clock.
    """
    services.require(Act.KEEP_REGISTER)
    found = _open(services, incident)
    moments = [one for one in known.values() if isinstance(one, datetime) and one.tzinfo is not None]
    if any(one > services.judged_at() for one in moments):
        raise ConsentError(Code.INVALID, "a moment to come")
    _require_post(services, known.get("post", ""))
    return _keep(services, replace(found, **known), "incident.noted")


def close_incident(services: Services, incident: str) -> Incident:
    """Close it. Raises ConsentError(INVALID) before it says what was done, and that it was reported or why not."""
    services.require(Act.KEEP_REGISTER)
    found = _open(services, incident)
    if not may_close(found):
        raise ConsentError(Code.INVALID, "not decided or without measures")
    return _keep(services, replace(found, closed_at=services.clock()), "incident.closed")


def _open(services: Services, incident: str) -> Incident:
    found = services.store.aftercare.incident(incident)
    if found.closed_at is not None:
        raise ConsentError(Code.WRONG_STAGE, incident)
    return found


def _require_post(services: Services, post: str) -> None:
    if post and post not in {one.file_name for one in services.store.ledger.publications()}:
        raise ConsentError(Code.UNKNOWN_POST, post)


def _keep(services: Services, incident: Incident, act: str) -> Incident:
    with services.store.transaction():
        services.store.aftercare.put_incident(incident)
        services.store.audit.append(Event(act, services.account.id, services.clock(), incident.id))
    return incident
