"""Take-downs with their proof, and incidents, behind their port."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import delete, insert, select, update

from consent.accounts import AccountId
from consent.errors import Code, ConsentError
from consent.incidents import Incident
from consent.publications import TakenDown
from consent.store import schema_posts as schema
from consent.store.database import Database
from consent.store.ledger_rows import moment
from consent.wellformed import check_incident

_take_downs, _proofs, _incidents = schema.take_downs, schema.proofs, schema.incidents
_INCIDENT = TypeAdapter(Incident)


class StoredAftercare:
    """`consent.ports.Aftercare` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take_downs(self) -> Sequence[TakenDown]:
        with self._database.alone():
            proven = {row.post for row in self._database.rows(select(_proofs.c.post))}
            rows = self._database.rows(select(_take_downs))
        found = [_taken_down(row, has_proof=row.post in proven) for row in rows]
        return sorted(found, key=lambda one: (one.listed_at, one.post))

    def put_take_down(self, taken_down: TakenDown, proof: bytes | None = None) -> None:
        values: dict[str, Any] = {
            "listed_at": taken_down.listed_at.isoformat(),
            "done_at": None if taken_down.done_at is None else taken_down.done_at.isoformat(),
            "done_by": taken_down.done_by or "",
            "note": taken_down.note,
        }
        post = taken_down.post
        with self._database.transaction():
            if not self._database.change(
                update(_take_downs).where(_take_downs.c.post == post).values(values)
            ):
                self._database.change(insert(_take_downs).values(post=post, **values))
            if proof is not None or taken_down.done_at is None:
                self._database.change(delete(_proofs).where(_proofs.c.post == post))
            if proof is not None:
                self._database.change(insert(_proofs).values(post=post, content=proof))

    def proof(self, post: str) -> bytes | None:
        found = self._database.rows(select(_proofs.c.content).where(_proofs.c.post == post))
        return bytes(found[0].content) if found else None

    def incidents(self) -> Sequence[Incident]:
        rows = self._database.rows(select(_incidents.c.document))
        found = [_INCIDENT.validate_json(row.document) for row in rows]
        return sorted(found, key=lambda one: (one.noticed_at, one.id))

    def incident(self, incident: str) -> Incident:
        found = self._database.rows(select(_incidents.c.document).where(_incidents.c.id == incident))
        if not found:
            raise ConsentError(Code.UNKNOWN_INCIDENT, incident)
        return _INCIDENT.validate_json(found[0].document)

    def put_incident(self, incident: Incident) -> None:
        check_incident(incident)
        document = _INCIDENT.dump_json(incident).decode()
        with self._database.transaction():
            same = _incidents.c.id == incident.id
            if not self._database.change(update(_incidents).where(same).values(document=document)):
                self._database.change(insert(_incidents).values(id=incident.id, document=document))


def _taken_down(row: Any, *, has_proof: bool) -> TakenDown:
    return TakenDown(
        row.post,
        moment(row.listed_at),
        done_at=None if row.done_at is None else moment(row.done_at),
        done_by=AccountId(row.done_by) if row.done_by else None,
        note=row.note,
        has_proof=has_proof,
    )
