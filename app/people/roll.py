"""Takes the school's roll over into the register: first as a dry run, then all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from app.errors import AppError, Trouble
from app.people.changes import Changes
from app.people.comparing import compare
from app.people.consents import FORM, Source
from app.people.entries import entries_of
from app.people.keeping import put, sweep_templates
from app.people.mapping import Mapping, check_mapping, check_platforms
from app.people.sheet import Sheet
from app.services import Services
from consent.accounts import Act
from consent.facts import Facts
from consent.pasts import Happened
from consent.permissions import Permission
from consent.takedown import still_up

RECORDS_AT_ONCE = 10_000
"""A database takes only so many people in one question (SQLite 32,766)."""


class Accepted(StrEnum):
    """What a person has looked at and means; without it nothing is taken over."""

    REFUSED_ROWS = "refused_rows"  # the rows that are refused stay out, the others come in
    MANY_LEAVERS = "many_leavers"  # so many really have left


class RollRefusedError(AppError):
    """Nothing was taken over: `changes` shows the rows or leavers that `needed` is about."""

    def __init__(self, needed: frozenset[Accepted], changes: Changes) -> None:
        super().__init__(Trouble.ROLL_REFUSED, ",".join(sorted(needed)))
        self.needed = needed
        self.changes = changes


def look_at(services: Services, sheet: Sheet, mapping: Mapping) -> Changes:
    """The dry run: what would change; only the log notes that someone looked.

    Raises ConsentError where this account may not keep the register, and MappingRefusedError.
    """
    services.require(Act.KEEP_REGISTER)
    with services.store.transaction():
        changes = _compared(services, sheet, mapping)
        services.note("roll_compared", _mark(sheet), _counts(changes))
    return changes


def take_over(
    services: Services, sheet: Sheet, mapping: Mapping, *, accepted: Collection[Accepted] = ()
) -> Changes:
    """Compare and take over in one transaction; what was done. Templates of whoever has left are destroyed.

    Raises RollRefusedError where `accepted` lacks what is needed, MappingRefusedError, and ConsentError; then
    nothing has changed.
    """
    services.require(Act.KEEP_REGISTER)
    with services.store.transaction():
        changes = _compared(services, sheet, mapping)
        needed = needs(changes) - frozenset(accepted)
        if needed:
            raise RollRefusedError(needed, changes)
        _write(services, changes)
        destroyed = sweep_templates(services)
        detail = f"{_counts(changes)} templates_destroyed={destroyed}"
        services.note("roll_imported", _mark(sheet), detail)
    return changes


def needs(changes: Changes) -> frozenset[Accepted]:
    """What a person must say is meant before these changes can be taken over."""
    needed: set[Accepted] = set()
    if changes.refused:
        needed.add(Accepted.REFUSED_ROWS)
    if changes.many_leavers:
        needed.add(Accepted.MANY_LEAVERS)
    return frozenset(needed)


def _compared(services: Services, sheet: Sheet, mapping: Mapping) -> Changes:
    register = services.store.register
    facts = Facts(
        people=tuple(register.people()),
        permissions=tuple(register.permissions()),
        never_publish=register.never_publish(),
        policy=register.policy(),
        platforms=tuple(register.platforms()),
        today=services.today(),
        notices=tuple(register.notices()),
    )
    check_mapping(mapping)
    check_platforms(mapping, frozenset(platform.id for platform in facts.platforms))
    form = f"{FORM} {_mark(sheet)}" + (f"; {mapping.form}" if mapping.form else "")
    source = Source(facts.today, form, services.account.id)
    publications = still_up(services.store.ledger.publications(), services.store.aftercare.take_downs())
    entries = entries_of(sheet, mapping, today=facts.today)
    return compare(entries, mapping, facts, source=source, publications=publications)


def _write(services: Services, changes: Changes) -> None:
    """People first, because a permission's carer must be on record; then each with a line in the log."""
    for person in changes.joined:
        put(services, Happened.ADDED, person)
    for one in changes.returned:
        put(services, Happened.RETURNED, one.after, before=one.before)
    for one in changes.changed:
        put(services, Happened.CHANGED, one.after, before=one.before)
    for person in changes.left:
        put(services, Happened.LEFT, person, before=replace(person, left_on=None))
    for start in range(0, len(changes.records), RECORDS_AT_ONCE):
        services.store.register.record_permissions(changes.records[start : start + RECORDS_AT_ONCE])
    of: dict[str, list[Permission]] = {}
    for record in changes.records:
        of.setdefault(record.person, []).append(record)
    for subject, records in of.items():
        answers = Counter(record.answer.value for record in records)
        services.note("permissions_recorded", subject, _numbers(answers))


def _mark(sheet: Sheet) -> str:
    """Enough of the file's hash to tell it from others."""
    return sheet.sha256[:16]


def _counts(changes: Changes) -> str:
    return _numbers(
        {
            "joined": len(changes.joined),
            "returned": len(changes.returned),
            "changed": len(changes.changed),
            "left": len(changes.left),
            "unchanged": len(changes.unchanged),
            "refused": len(changes.refused),
            "permissions": len(changes.records),
            "held": len(changes.held),
            "posts": len({one.publication for one in changes.posts}),
        }
    )


def _numbers(counts: dict[str, int]) -> str:
    return " ".join(f"{name}={count}" for name, count in counts.items())
