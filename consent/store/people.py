"""People and their carers, marks that forbid publishing, and face templates, in tables."""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from consent.accounts import AccountId
from consent.errors import Code, ConsentError
from consent.marks import NeverPublish
from consent.pasts import Merges
from consent.people import Carer, Person, PersonId, PersonKind
from consent.store import schema, schema_people
from consent.store.database import Database
from consent.store.text import day, day_or_none, iso_or_none
from consent.templates import StoredTemplate
from consent.wellformed import check_person

_people, _carers, _marks, _templates = schema.people, schema.carers, schema.never_publish, schema.templates
_reasons = schema_people.never_publish_reasons
_faces = schema.face_pictures
_KINDS = {kind.value: kind for kind in PersonKind}


class PeopleTables:
    """Reads and writes people; knows no rules but that a record is well formed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, merges: Merges) -> Sequence[Person]:
        """Everyone who stands alone, in the order in which they came."""
        return [person for person in self._read(None, merges) if merges.kept(person.id) == person.id]

    def some(self, people: Collection[PersonId], merges: Merges) -> Mapping[PersonId, Person]:
        """Those who stand under these ids today, by each of them; ConsentError(UNKNOWN_PERSON) for the first missing."""
        kept = {person: merges.kept(person) for person in people}
        found = {person.id: person for person in self._read(set(kept.values()), merges)}
        for person, now in kept.items():
            if now not in found:
                raise ConsentError(Code.UNKNOWN_PERSON, person)
        return {person: found[now] for person, now in kept.items()}

    def as_it_was(self, person: PersonId) -> Person:
        """The record under this very id, merged or not; ConsentError(UNKNOWN_PERSON)."""
        return self.some([person], Merges({}))[person]

    def put(self, person: Person) -> None:
        """Add or replace a person with their carers."""
        check_person(person)
        values = {
            "kind": person.kind.value,
            "legal_name": person.legal_name,
            "known_as": person.known_as,
            "school_id": person.school_id,
            "class_name": person.class_name,
            "year": person.year,
            "left_on": iso_or_none(person.left_on),
            "upn": person.upn,
        }
        carers = [
            {
                "person": person.id,
                "id": carer.id,
                "position": position,
                "name": carer.name,
                "relation": carer.relation,
                "responsible": carer.responsible,
            }
            for position, carer in enumerate(person.carers)
        ]
        with self._database.transaction():
            if not self._database.change(update(_people).where(_people.c.id == person.id).values(values)):
                self._database.change(insert(_people).values(id=person.id, **values))
            self._database.change(delete(_carers).where(_carers.c.person == person.id))
            if carers:
                self._database.change(insert(_carers), carers)

    def erase(self, people: Sequence[PersonId]) -> None:
        """Delete these records with carers, marks, reasons and templates, from the disk too."""
        for table in (_carers, _reasons, _marks, _templates, _faces):
            self._database.change(delete(table).where(table.c.person.in_(people)))
        self._database.change(delete(_people).where(_people.c.id.in_(people)))
        self._database.shrink_after_commit()

    def marked(self) -> Sequence[NeverPublish]:
        """The marks in force: of each record whose newest mark forbids publishing."""
        rows = self._database.rows(select(_marks).order_by(_marks.c.number))
        newest = {row.person: row for row in rows}
        return [
            NeverPublish(PersonId(row.person), (AccountId(row.first), AccountId(row.second)), row.since)
            for row in newest.values()
            if row.marked
        ]

    def mark(self, mark: NeverPublish, reason: str) -> None:
        """Record that two people set the mark, and keep the reason for these two; earlier records stay."""
        first, second = mark.by
        with self._database.transaction():
            self._note_mark(mark, 1)
            self._forget_reason(mark.person)
            values = {"person": mark.person, "first": first, "second": second, "reason": reason}
            self._database.change(insert(_reasons).values(values))

    def lift(self, mark: NeverPublish) -> None:
        """Record that two people lifted the mark, and forget why it was set."""
        with self._database.transaction():
            self._note_mark(mark, 0)
            self._forget_reason(mark.person)

    def reason(self, people: Sequence[PersonId], account: AccountId) -> str | None:
        """Why the mark was set, for one of the two who set it; None for everyone else and where there is none."""
        found = self._database.rows(select(_reasons).where(_reasons.c.person.in_(people)))
        return next((row.reason for row in found if account in (row.first, row.second)), None)

    def _note_mark(self, mark: NeverPublish, marked: int) -> None:
        first, second = mark.by
        values = {
            "person": mark.person,
            "marked": bool(marked),
            "first": first,
            "second": second,
            "since": mark.since,
        }
        with self._database.transaction():
            number = self._database.next_number(_marks.c.number)
            self._database.change(insert(_marks).values(number=number, **values))

    def _forget_reason(self, person: PersonId) -> None:
        if self._database.change(delete(_reasons).where(_reasons.c.person == person)):
            self._database.shrink_after_commit()

    def templates(self) -> Sequence[StoredTemplate]:
        """Every template."""
        rows = self._database.rows(select(_templates).order_by(_templates.c.person, _templates.c.id))
        return [
            StoredTemplate(
                row.id,
                PersonId(row.person),
                struct.unpack(f"<{len(row.numbers) // 8}d", row.numbers),
                day(row.enrolled_on),
                day_or_none(row.taken_on),
            )
            for row in rows
        ]

    def put_template(self, template: StoredTemplate) -> None:
        """Add or replace a template, the old one from the disk too; whether it may be kept is asked before."""
        with self._database.transaction():
            if self._database.change(delete(_templates).where(_templates.c.id == template.id)):
                self._database.shrink_after_commit()
            self._database.change(
                insert(_templates).values(
                    id=template.id,
                    person=template.person,
                    numbers=struct.pack(f"<{len(template.numbers)}d", *template.numbers),
                    enrolled_on=template.enrolled_on.isoformat(),
                    taken_on=iso_or_none(template.taken_on),
                )
            )

    def destroy_templates(self, people: Sequence[PersonId]) -> int:
        """Delete the templates of these records with their pictures, from the disk too; how many there were."""
        with self._database.transaction():
            destroyed = self._database.change(delete(_templates).where(_templates.c.person.in_(people)))
            pictures = self._database.change(delete(_faces).where(_faces.c.person.in_(people)))
            if destroyed or pictures:
                self._database.shrink_after_commit()
        return destroyed

    def face_picture(self, people: Sequence[PersonId]) -> bytes | None:
        """The picture beside the templates of these records of one person."""
        found = self._database.rows(select(_faces).where(_faces.c.person.in_(people)))
        return bytes(found[0].content) if found else None

    def put_face_picture(self, person: PersonId, content: bytes) -> None:
        """Add or replace it, the old one from the disk too; whether it may be kept is asked before."""
        with self._database.transaction():
            if self._database.change(delete(_faces).where(_faces.c.person == person)):
                self._database.shrink_after_commit()
            self._database.change(insert(_faces).values(person=person, content=content))

    def destroy_face_pictures(self) -> None:
        """Everyone's, from the disk too."""
        if self._database.change(delete(_faces)):
            self._database.shrink_after_commit()

    def _read(self, only: Collection[PersonId] | None, merges: Merges) -> Sequence[Person]:
        everyone = select(_people).order_by(_people.c.number)
        carers = select(_carers).order_by(_carers.c.person, _carers.c.position)
        if only is not None:
            everyone = everyone.where(_people.c.id.in_(only))
            carers = carers.where(_carers.c.person.in_(only))
        with self._database.alone():
            people_rows, carer_rows = self._database.rows(everyone), self._database.rows(carers)
        of: dict[str, list[Carer]] = {}
        for owner, identity, _, name, relation, responsible in carer_rows:
            of.setdefault(owner, []).append(Carer(identity, name, relation, responsible))
        return [_person(row, tuple(of.get(row.id, ())), merges) for row in people_rows]


def _person(row: Any, carers: tuple[Carer, ...], merges: Merges) -> Person:
    _, identity, kind, legal_name, known_as, school_id, class_name, year, left_on, upn = row
    return Person(
        PersonId(identity),
        _KINDS[kind],
        legal_name,
        known_as,
        school_id,
        class_name,
        year,
        carers,
        day_or_none(left_on),
        upn,
        merges.once(PersonId(identity)) if merges else (),
    )
