"""Counts the rows of a shared register under seal, so that rows taken out or put in on the server are noticed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from consent.errors import Code, ConsentError
from consent.store.schema import metadata, store_facts

if TYPE_CHECKING:
    from consent.store.database import Database

TALLY = "tally"
_COUNTED = [table for table in metadata.sorted_tables if table is not store_facts]


def tally(database: Database) -> dict[str, int]:
    """How many rows each table had after the last change, as the program wrote it down."""
    found = database.rows(select(store_facts).where(store_facts.c.name == TALLY))
    return {str(name): int(count) for name, count in json.loads(found[0].value).items()} if found else {}


def count_in(database: Database, changed: Mapping[str, int]) -> None:
    """Write down what the running transaction added and took away."""
    known = tally(database)
    counts = {table.name: known.get(table.name, 0) + changed.get(table.name, 0) for table in _COUNTED}
    _put(database, counts)


def check_tally(database: Database) -> None:
    """ConsentError(STORE_DAMAGED, "rows of …") for the first table with more or fewer rows than were written."""
    known = tally(database)
    counted = database.rows(
        select(*(select(func.count()).select_from(table).scalar_subquery() for table in _COUNTED))
    )[0]
    for table, count in zip(_COUNTED, counted, strict=True):
        if known.get(table.name, 0) != count:
            raise ConsentError(Code.STORE_DAMAGED, f"rows of {table.name}")


def _put(database: Database, counts: Mapping[str, int]) -> None:
    value = json.dumps(counts)
    this = update(store_facts).where(store_facts.c.name == TALLY).values(value=value)
    if not database.change(this):
        database.change(insert(store_facts).values(name=TALLY, value=value))
