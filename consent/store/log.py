"""The log behind its port: rows that can only be added, each sealing the one before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from consent.audit import FIRST_SEAL, PUT_RIGHT, Entry, Event, first_bad, latest, seal
from consent.errors import Code, ConsentError
from consent.store.database import Database
from consent.store.schema import audit


class StoredAudit:
    """`consent.ports.AuditLog` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: tuple[int, datetime | None] | None = None  # a number, and the latest moment up to there

    def append(self, event: Event) -> Entry:
        with self._database.transaction():
            newest = select(audit.c.number, audit.c.seal).order_by(audit.c.number.desc()).limit(1)
            last = self._database.rows(newest)
            if event.act == PUT_RIGHT:
                self._seen = None
            sealed = seal(last[0].seal if last else FIRST_SEAL, event)
            number = 1 + (last[0].number if last else 0)
            self._database.change(
                insert(audit).values(
                    number=number,
                    act=event.act,
                    actor=event.actor,
                    at=event.at.isoformat(),
                    subject=event.subject,
                    detail=event.detail,
                    seal=sealed,
                )
            )
            return Entry(number, event, sealed)

    def entries(self) -> Sequence[Entry]:
        return [_entry(row) for row in self._database.rows(select(audit).order_by(audit.c.number))]

    def entry(self, number: int) -> Entry | None:
        rows = self._database.rows(select(audit).where(audit.c.number == number))
        return _entry(rows[0]) if rows else None

    def last(self) -> Entry | None:
        rows = self._database.rows(select(audit).order_by(audit.c.number.desc()).limit(1))
        return _entry(rows[0]) if rows else None

    def latest(self) -> datetime | None:
        """As `consent.audit.latest`; what was looked at once is not read again."""
        end = self._database.rows(select(func.coalesce(func.max(audit.c.number), 0)))[0][0]
        if self._seen is not None and self._seen[0] > end:
            self._seen = None  # what was rolled back gave its numbers away
        number, moment = self._seen or (0, None)
        if number < end:
            newer = select(audit.c.act, audit.c.at).where(audit.c.number > number).order_by(audit.c.number)
            rows = self._database.rows(newer)
            moment = latest(((row.act, datetime.fromisoformat(row.at)) for row in rows), moment)
            self._seen = end, moment
        return moment

    def verify(self) -> None:
        """ConsentError(LOG_DAMAGED) naming the first entry that does not fit, or the first that is gone."""
        with self._database.alone():
            bad = first_bad(self.entries())
            if bad is None:
                bad = self._cut_at()
        if bad is not None:
            raise ConsentError(Code.LOG_DAMAGED, str(bad))

    def _cut_at(self) -> int | None:
        """The first number that was given once and is no longer there at the end."""
        given = self._database.numbers_given(audit.c.number)
        last = self._database.rows(select(func.coalesce(func.max(audit.c.number), 0)))[0][0]
        return last + 1 if given > last else None


def _entry(row: Any) -> Entry:
    event = Event(row.act, row.actor, datetime.fromisoformat(row.at), row.subject, row.detail)
    return Entry(row.number, event, row.seal)
