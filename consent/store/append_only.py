"""Keeps history as it was written: the database itself refuses to change, or to delete, rows of some tables."""

from __future__ import annotations

from typing import Literal

from alembic import op

from consent.store.sealed import LOCAL


def forbid(act: Literal["UPDATE", "DELETE"], table: str) -> None:
    """For migrations: from now on `act` on `table` fails, in the encrypted file as on a server."""
    name = f"{table}_no_{act.lower()}"
    if op.get_context().dialect.name == LOCAL:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'append-only'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
    )
