"""Copies a whole register from one database to another, row by row, and reads it back."""

from __future__ import annotations

from sqlalchemy import Integer, insert, select, text

from consent.errors import Code, ConsentError
from consent.store.database import Database
from consent.store.schema import metadata, store_facts
from consent.store.sealed import LOCAL
from consent.store.tally import TALLY

_TOGETHER = 500


def copy_rows(source: Database, target: Database) -> None:
    """Every row of every table into an empty register of the same form, in one transaction.

    ConsentError(STORE_DAMAGED) where the target does not give back what was put in; nothing is there then.
    """
    with target.transaction(), source.alone():
        for table in metadata.sorted_tables:
            query = select(table)
            if table is store_facts:
                query = query.where(store_facts.c.name != TALLY)
            given = [dict(row._mapping) for row in source.rows(query)]  # noqa: SLF001 - SQLAlchemy's own name for it
            for first in range(0, len(given), _TOGETHER):
                target.change(insert(table), given[first : first + _TOGETHER])
            kept = [dict(row._mapping) for row in target.rows(query)]  # noqa: SLF001
            if sorted(map(repr, kept)) != sorted(map(repr, given)):
                raise ConsentError(Code.STORE_DAMAGED, f"copy of {table.name}")
        if target.connection().dialect.name != LOCAL:
            _count_on(target)


def _count_on(server: Database) -> None:
    """Let the server number its next rows after those that came with their numbers."""
    for table in metadata.sorted_tables:
        for column in table.primary_key:
            if isinstance(column.type, Integer) and column.autoincrement is True:
                server.execute(
                    text(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "  # noqa: S608
                        f"(SELECT coalesce(max({column.name}), 0) + 1 FROM {table.name}), false)"
                    )
                )
