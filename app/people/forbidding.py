"""Never publish: two people set and lift the mark together, and only they ever see why."""

from __future__ import annotations

from dataclasses import dataclass

from app.services import Services
from consent.accounts import Act
from consent.agreement import Agreement, refusal_of_two
from consent.errors import Code, ConsentError
from consent.marks import NeverPublish
from consent.people import Person, PersonId


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark in force with its person. Why it was set is asked for on its own."""

    person: Person
    mark: NeverPublish


def mark(services: Services, person: PersonId, reason: str, agreed: Agreement) -> None:
    """From now on this person is never shown, whoever agreed to what; `reason` is kept for these two alone.

    Raises ConsentError: NOT_ALLOWED for whoever may not set marks, SAME_PERSON, TWO_PEOPLE_NEEDED where the
    agreement is about something else or not with whoever is signed in, UNKNOWN_PERSON.
    """
    _require_two(services, agreed)
    with services.store.transaction():
        known = services.store.register.person(person)
        since = services.clock().date().isoformat()
        services.store.register.mark_never_publish(known.id, agreed.by, reason=reason.strip(), since=since)
        services.note("never_publish.marked", known.id, f"with={_other(services, agreed)}")


def lift(services: Services, person: PersonId, agreed: Agreement) -> None:
    """The mark no longer holds; its reason is forgotten. Raises as `mark`; INVALID where there is none."""
    _require_two(services, agreed)
    register = services.store.register
    with services.store.transaction():
        known = register.person(person)
        if known.id not in register.never_publish():
            raise ConsentError(Code.INVALID, "not marked")
        register.lift_never_publish(known.id, agreed.by, since=services.clock().date().isoformat())
        services.note("never_publish.lifted", known.id, f"with={_other(services, agreed)}")


def listed(services: Services) -> tuple[Marked, ...]:
    """Everyone who is marked, for those who may set marks; that it was shown is logged."""
    services.require(Act.MARK_NEVER_PUBLISH)
    services.note("never_publish.listed")
    register = services.store.register
    return tuple(Marked(register.person(one.person), one) for one in register.never_publish_marks())


def reason(services: Services, person: PersonId) -> str:
    """Why the mark was set, for one of the two who set it. Raises ConsentError(NOT_ALLOWED) for everyone else."""
    services.require(Act.MARK_NEVER_PUBLISH)
    known = services.store.register.person(person)
    found = services.store.register.never_publish_reason(known.id, services.account.id)
    if found is None:
        raise ConsentError(Code.NOT_ALLOWED)
    services.note("never_publish.reason_shown", known.id)
    return found


def _require_two(services: Services, agreed: Agreement) -> None:
    services.require(Act.MARK_NEVER_PUBLISH)
    if agreed.act is not Act.MARK_NEVER_PUBLISH or services.account.id not in agreed.by:
        raise ConsentError(Code.TWO_PEOPLE_NEEDED)
    accounts = services.store.accounts
    first, second = (accounts.account(one) for one in agreed.by)
    refused = refusal_of_two(first, second, Act.MARK_NEVER_PUBLISH, policy=services.store.register.policy())
    if refused is not None:
        raise ConsentError(refused)


def _other(services: Services, agreed: Agreement) -> str:
    return next((one for one in agreed.by if one != services.account.id), "")
