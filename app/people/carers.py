"""The carers of a person: added, corrected and ended; what their answers then mean is for the rules to say."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from app.people.keeping import change
from app.people.spoken import name_key
from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.people import Carer, Person, PersonId


def heard(services: Services, person: PersonId) -> frozenset[str]:
    """The ids of this person's carers who ever answered or were told something: they stay on the record."""
    register = services.store.register
    answered = {one.carer for one in register.permissions([person]) if one.carer}
    return frozenset(answered | {one.carer for one in register.notices([person])})


def change_carers(services: Services, seen: Person, carers: Sequence[Carer]) -> Person:
    """The carers of `seen` are these from now on; one without an id is new.

    A carer who was heard is never taken off: a no of theirs stands, and could then be lifted by no one. Who no
    longer answers for the person loses parental responsibility instead. Raises ConsentError: UNKNOWN_PERSON;
    INVALID for that, for a carer without name and relation, for two of one name, or where the carers are not
    those that were seen any more.
    """
    services.require(Act.KEEP_REGISTER)
    with services.store.transaction():
        present = services.store.register.person(seen.id)
        _require(present.carers == seen.carers, "carers changed meanwhile")
        gone = {one.id for one in present.carers} - {one.id for one in carers}
        _require(not gone & heard(services, present.id), "a carer who was heard")
        _require(all(one.name.strip() or one.relation.strip() for one in carers), "carer without words")
        names = [name_key(one.name) for one in carers if one.name.strip()]
        _require(len(set(names)) == len(names), "two carers of one name")
        now = tuple(replace(one, id=one.id or secrets.token_hex(8)) for one in carers)
        return change(services, replace(present, carers=now))


def _require(holds: object, what: str) -> None:
    if not holds:
        raise ConsentError(Code.INVALID, what)
