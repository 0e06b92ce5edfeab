"""Adds and changes people: the one way into the register, so that every change has its past and its log entry."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date

from app.people.spoken import number_key
from app.services import Services
from consent.accounts import Act
from consent.decisions import Why
from consent.errors import Code, ConsentError
from consent.pasts import Happened, PersonChange
from consent.people import Person, PersonId, is_upn
from consent.search import Directory
from consent.standing import biometric_standing

_MAY_KEEP = frozenset({Why.GRANTED, Why.NO_NOTICE})
"""A template is not used while a new parent is still to be told, and it need not be made anew afterwards."""


def add(services: Services, person: Person) -> Person:
    """A new person; an id is made where `person.id` is "".

    Raises ConsentError: DUPLICATE where someone has this school number or UPN already; INVALID.
    """
    services.require(Act.KEEP_REGISTER)
    person = replace(person, id=person.id or PersonId(secrets.token_hex(8)), once=())
    with services.store.transaction():
        if any(known.id == person.id for known in services.store.register.people()):
            raise ConsentError(Code.DUPLICATE, person.id)
        check_numbers(services, person)
        put(services, Happened.ADDED, person)
    return person


def change(services: Services, person: Person) -> Person:
    """The record as it is from now on; nothing happens where it is that already.

    Raises ConsentError: UNKNOWN_PERSON; DUPLICATE and INVALID as for a new person.
    """
    services.require(Act.KEEP_REGISTER)
    with services.store.transaction():
        before = services.store.register.person(person.id)
        person = replace(person, id=before.id, once=before.once)
        if person == before:
            return before
        check_numbers(services, person)
        put(services, Happened.CHANGED, person, before=before)
        sweep_templates(services)
    return person


def correct(services: Services, seen: Person, after: Person) -> Person:
    """What was corrected in `seen` is as in `after` from now on; whatever else became of the record meanwhile stays.

    A page may have stood open while a roll came in, or a parent lost their say. Raises as `change`.
    """
    corrected = {
        one.name: getattr(after, one.name)
        for one in fields(Person)
        if getattr(seen, one.name) != getattr(after, one.name)
    }
    with services.store.transaction():
        return change(services, replace(services.store.register.person(seen.id), **corrected))


def leave(services: Services, person: PersonId, on: date) -> Person:
    """The person leaves on this day, which already counts; templates go at once where it has come."""
    services.require(Act.KEEP_REGISTER)
    with services.store.transaction():
        before = services.store.register.person(person)
        after = replace(before, left_on=on)
        if after != before:
            put(services, Happened.LEFT, after, before=before)
        sweep_templates(services)
    return after


def come_back(services: Services, person: PersonId) -> Person:
    """The person is on roll again, with the answers that still stand; templates have to be made anew."""
    services.require(Act.KEEP_REGISTER)
    with services.store.transaction():
        before = services.store.register.person(person)
        after = replace(before, left_on=None)
        if after != before:
            put(services, Happened.RETURNED, after, before=before)
    return after


def history(services: Services, person: PersonId) -> tuple[PersonChange, ...]:
    """How the record came to be what it is, oldest first, with those that were merged into it."""
    services.require(Act.KEEP_REGISTER)
    services.note("person.history_shown", services.store.register.person(person).id)
    return tuple(services.store.register.person_changes(person))


def directory(services: Services) -> Directory:
    """Everyone, laid out once for searching while someone types; lay it out anew after a change."""
    services.require(Act.LOOK)
    return Directory(services.store.register.people(), services.today())


def search(services: Services, typed: str, limit: int = 20) -> Sequence[Person]:
    """The people in whose names, number, class or year each typed word begins a word, best first."""
    return directory(services).find(typed, limit=limit)


def put(
    services: Services,
    happened: Happened,
    after: Person,
    *,
    before: Person | None = None,
    other: PersonId | None = None,
) -> None:
    """Write a person with what happened.

    Inside a transaction of whoever decided it, who asks for the right before and calls `sweep_templates` after.
    """
    register = services.store.register
    register.put_person(after)
    change = PersonChange(
        after.id, happened, services.clock(), services.account.id, replace(after, once=()), other
    )
    register.note_change(change)
    services.note(f"person.{happened.value}", after.id, _detail(before, after, other))


def check_numbers(services: Services, person: Person) -> None:
    """ConsentError: DUPLICATE with the id of who has this school number or UPN; INVALID for what is no UPN."""
    if person.upn and not is_upn(person.upn):
        raise ConsentError(Code.INVALID, "upn")
    for other in services.store.register.people():
        if other.id == person.id:
            continue
        same_number = person.school_id and number_key(other.school_id) == number_key(person.school_id)
        if same_number or (person.upn and other.upn == person.upn):
            raise ConsentError(Code.DUPLICATE, other.id)


def sweep_templates(services: Services) -> int:
    """Destroy the templates of whoever has left or has no live consent any more; how many there were.

    Only who lacks nothing but a notice to a parent keeps them: they are not used until that parent is told.
    """
    register = services.store.register
    today = services.today()
    kept = dict.fromkeys(template.person for template in register.templates())
    given, told = register.permissions(list(kept)), register.notices(list(kept))
    destroyed = 0
    for person in kept:
        answer = biometric_standing(register.person(person), given, told, today=today)
        if answer.why not in _MAY_KEEP:
            count = register.destroy_templates(person)
            services.note("templates_destroyed", person, f"templates={count}")
            destroyed += count
    return destroyed


def _detail(before: Person | None, after: Person, other: PersonId | None) -> str:
    """Which fields changed, and the second record; never what stands in them."""
    if other is not None:
        return f"other={other}"
    if before is None:
        return ""
    return ",".join(
        one.name for one in fields(Person) if getattr(before, one.name) != getattr(after, one.name)
    )
