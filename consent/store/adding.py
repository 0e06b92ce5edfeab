"""For migrations: adds a sealed column to a table that may already hold rows, in the file or on a server."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from consent.store.sealed import LOCAL, Sealed

Default = str | bool | int | None


def add_sealed(table: str, name: str, plain: TypeEngine[Any], *, default: Default = None) -> None:
    """A new `Sealed(plain)` column; rows that are there get `default`. None: the column may be empty.

    A server cannot seal a default itself, so there the program writes it into every row.
    """
    context = op.get_context()
    may_be_empty = default is None
    if context.dialect.name == LOCAL:
        written = _literal(default=default)
        op.add_column(table, sa.Column(name, Sealed(plain), nullable=may_be_empty, server_default=written))
        return
    op.add_column(table, sa.Column(name, Sealed(plain), nullable=True))
    assert context.config is not None  # noqa: S101 - only a migration comes here
    context.config.attributes["fill"](table, name, default)
    op.alter_column(table, name, nullable=may_be_empty)


def _literal(*, default: Default) -> Any:
    match default:
        case bool():
            return sa.true() if default else sa.false()
        case int():
            return sa.text(str(default))
        case _:
            return default
