"""What a person's record was before, and which records are one person, in tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import delete, insert, or_, select, update

from consent.errors import Code, ConsentError
from consent.pasts import Happened, Merge, Merges, PersonChange
from consent.people import Person, PersonId
from consent.store import schema_people as schema
from consent.store.database import Database

_changes, _merges = schema.person_changes, schema.merges
_PERSON = TypeAdapter(Person)


class PastTables:
    """Reads and writes changes and merges; knows no rules."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, change: PersonChange) -> None:
        """Add a change; the number is the table's."""
        values = {
            "person": change.person,
            "happened": change.happened.value,
            "at": change.at.isoformat(),
            "by": change.by,
            "document": _PERSON.dump_json(change.after).decode(),
            "other": change.other,
        }
        with self._database.transaction():
            number = self._database.next_number(_changes.c.number)
            self._database.change(insert(_changes).values(number=number, **values))

    def changes(self, people: Sequence[PersonId]) -> Sequence[PersonChange]:
        """Every change of these records, oldest first."""
        query = select(_changes).where(_changes.c.person.in_(people)).order_by(_changes.c.number)
        return [_change(row) for row in self._database.rows(query)]

    def merges(self) -> Sequence[Merge]:
        """The merges in force, oldest first."""
        query = select(_merges).where(_merges.c.ended.is_(False)).order_by(_merges.c.number)
        return [_merge(row) for row in self._database.rows(query)]

    def in_force(self) -> Merges:
        """The same, laid out for reading."""
        return Merges.of(self.merges())

    def merge(self, merge: Merge) -> Merge:
        """Add a merge; the number is the table's."""
        values = {
            "kept": merge.kept,
            "gone": merge.gone,
            "carers": json.dumps(merge.carers),
            "at": merge.at.isoformat(),
            "by": merge.by,
            "after": merge.after,
            "ended": False,
        }
        with self._database.transaction():
            number = self._database.next_number(_merges.c.number)
            self._database.change(insert(_merges).values(number=number, **values))
        return replace(merge, number=number)

    def end(self, gone: PersonId) -> Merge:
        """End the merge of this record; ConsentError(INVALID) where it is in none."""
        found = next((one for one in self.merges() if one.gone == gone), None)
        if found is None:
            raise ConsentError(Code.INVALID, "not merged")
        self._database.change(update(_merges).where(_merges.c.number == found.number).values(ended=True))
        return found

    def erase(self, people: Sequence[PersonId]) -> None:
        """Delete the past of these records."""
        self._database.change(delete(_changes).where(_changes.c.person.in_(people)))
        self._database.change(
            delete(_merges).where(or_(_merges.c.kept.in_(people), _merges.c.gone.in_(people)))
        )


def _change(row: Any) -> PersonChange:
    return PersonChange(
        PersonId(row.person),
        Happened(row.happened),
        datetime.fromisoformat(row.at),
        row.by,
        _PERSON.validate_json(row.document),
        None if row.other is None else PersonId(row.other),
        row.number,
    )


def _merge(row: Any) -> Merge:
    return Merge(
        PersonId(row.kept),
        PersonId(row.gone),
        tuple((gone, kept) for gone, kept in json.loads(row.carers)),
        datetime.fromisoformat(row.at),
        row.by,
        row.after,
        row.number,
    )
