"""One row beside the person whom the register already has: who they would be, and whose answers the row holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from app.people.answers import Said
from app.people.consents import Speaks
from app.people.form_signer import FORM_CARER
from app.people.mapping import Speaker
from app.people.row_values import Entry, Given, RowCarer
from app.people.spoken import name_key
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Giver
from consent.standing import has_left, spoken_for

Voiced = tuple[Given, Speaks]
_SAYS_SOMETHING = frozenset({Said.YES, Said.NO})


def merged(
    before: Person | None, entry: Entry, kind: PersonKind, new_id: Callable[[], str], *, today: date
) -> Person:
    """The person as the row has them, back on roll; what the file has no column for stays.

    So does a day of leaving that is still to come: until then the file has them, too.

    Carers are known by their names and are never removed. One who is on record never gains parental
    responsibility by an import, only loses it: the office may know of a court order that the file does not.
    """
    if before is None:
        person = Person(PersonId(new_id()), kind, "", school_id=entry.school_id)
    elif has_left(before, today):
        person = replace(before, left_on=None)
    else:
        person = before
    return replace(person, **entry.fields, carers=_carers(person.carers, entry.carers, new_id))  # type: ignore[arg-type]


def voiced(person: Person, entry: Entry, speaker: Speaker) -> tuple[Person, tuple[Voiced, ...]] | None:
    """The row's answers with whose they are; None where someone answered who is no carer of this person.

    The person comes back with the carer who signed the form added, where one is needed.
    """
    pairs: list[Voiced] = []
    for given in entry.answers:
        speaks = _speaks(person, entry, given, speaker)
        if speaks is None:
            return None
        if speaks.carer == FORM_CARER.id and given.said in _SAYS_SOMETHING:
            person = with_form_carer(person)
        pairs.append((given, speaks))
    return person, tuple(pairs)


def in_doubt(person: Person, answers: Iterable[Given]) -> tuple[Voiced, ...]:
    """The answers of a refused row: a no is the first carer's, or only takes away where no one is on record."""
    if not spoken_for(person):
        return tuple((given, Speaks(Giver.SELF)) for given in answers)
    if person.carers:
        return tuple((given, Speaks(Giver.CARER, person.carers[0].id)) for given in answers)
    return tuple((replace(given, said=Said.OPEN), Speaks(Giver.CARER)) for given in answers)


def with_form_carer(person: Person) -> Person:
    """The person with FORM_CARER among their carers."""
    if any(carer.id == FORM_CARER.id for carer in person.carers):
        return person
    return replace(person, carers=(*person.carers, FORM_CARER))


def _speaks(person: Person, entry: Entry, given: Given, speaker: Speaker) -> Speaks | None:
    if not spoken_for(person):
        return Speaks(Giver.SELF)
    if given.by and given.said in _SAYS_SOMETHING:
        key = name_key(given.by)
        named = [one for one in person.carers if key in {name_key(one.name), name_key(one.relation)}]
        return Speaks(Giver.CARER, named[0].id) if len(named) == 1 else None
    if speaker is Speaker.FIRST_CARER and entry.carers:
        first = name_key(entry.carers[0].name)
        called = [one.id for one in person.carers if name_key(one.name) == first]
        return Speaks(Giver.CARER, called[0]) if len(called) == 1 else None
    return Speaks(Giver.CARER, FORM_CARER.id)


def _carers(
    known: tuple[Carer, ...], found: tuple[RowCarer, ...], new_id: Callable[[], str]
) -> tuple[Carer, ...]:
    by_name = {name_key(carer.name): carer for carer in found}
    kept = []
    for carer in known:
        now = by_name.pop(name_key(carer.name), None)
        kept.append(
            carer
            if now is None
            else replace(carer, name=now.name, responsible=carer.responsible and now.responsible)
        )
    added = [Carer(new_id(), one.name, one.relation, one.responsible) for one in by_name.values()]
    return (*kept, *added)
