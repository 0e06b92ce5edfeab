"""Requests: when someone asked for what is held about a person, until when it is due, and when it went out."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date

from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.people import Person, PersonId, by_id
from consent.requests import Request, RequestId
from consent.requests import waiting as without_answer


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request without an answer, and whom it is about."""

    person: Person
    request: Request


def asked(services: Services, person: PersonId, on: date) -> Request:
    """Someone asked on this day for what is held about a person; the answer is due a month later.

    Raises ConsentError: NOT_ALLOWED, UNKNOWN_PERSON; INVALID for a day to come.
    """
    services.require(Act.KEEP_REGISTER)
    if on > services.today():
        raise ConsentError(Code.INVALID, "a day to come")
    request = Request(RequestId(secrets.token_hex(8)), person, on, services.account.id)
    with services.store.transaction():
        services.store.register.put_request(request)
        services.note("request.received", person, f"due={request.due.isoformat()}")
    return request


def answered(services: Services, person: PersonId, on: date) -> int:
    """The answer to every request about this person went out on this day; how many there were.

    Raises ConsentError: NOT_ALLOWED, UNKNOWN_PERSON; INVALID for a day to come, or before a request came.
    """
    services.require(Act.KEEP_REGISTER)
    if on > services.today():
        raise ConsentError(Code.INVALID, "a day to come")
    register = services.store.register
    with services.store.transaction():
        known = register.person(person).id
        found = without_answer(register.requests([known]))
        for request in found:
            register.put_request(replace(request, answered_on=on))
            services.note("request.answered", known, f"due={request.due.isoformat()}")
    return len(found)


def waiting(services: Services) -> tuple[Waiting, ...]:
    """Every request without an answer, the most urgent first. Raises ConsentError(NOT_ALLOWED)."""
    services.require(Act.KEEP_REGISTER)
    requests = without_answer(services.store.register.requests())
    people = by_id(services.store.register.people()) if requests else {}
    return tuple(Waiting(people[one.person], one) for one in requests)
