"""People keep their past, merges, notices and scanned forms; marks their day and reason; the school its mapping."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from consent.store.adding import add_sealed
from consent.store.append_only import forbid
from consent.store.sealed import Sealed

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Whoever is on the register has no past before today."""
    for table, column in (("people", "upn"), ("permissions", "evidence"), ("never_publish", "since")):
        add_sealed(table, column, sa.String(), default="")
    _pasts()
    _papers()
    op.create_table(
        "never_publish_reasons",
        _person(key=True),
        _hidden("first"),
        _hidden("second"),
        sa.Column("reason", Sealed(sa.Text()), nullable=False),
    )
    op.create_table(
        "roll_mappings",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("document", Sealed(sa.Text()), nullable=False),
    )
    for table in ("person_changes", "notices", "scans"):
        forbid("UPDATE", table)


def _hidden(name: str, *, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, Sealed(sa.String()), nullable=may_be_empty)


def _person(name: str = "person", *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), sa.ForeignKey("people.id"), primary_key=key, nullable=False)


def _counter(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=True)


def _pasts() -> None:
    op.create_table(
        "person_changes",
        _counter("number"),
        _person(),
        _hidden("happened"),
        _hidden("at"),
        _hidden("by"),
        sa.Column("document", Sealed(sa.Text()), nullable=False),
        _hidden("other", may_be_empty=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_changes_person", "person_changes", ["person"])
    op.create_table(
        "merges",
        _counter("number"),
        _person("kept"),
        _person("gone"),
        sa.Column("carers", Sealed(sa.Text()), nullable=False),
        _hidden("at"),
        _hidden("by"),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )


def _papers() -> None:
    op.create_table(
        "notices",
        _counter("sequence"),
        _person(),
        _hidden("carer"),
        _hidden("sent_on"),
        _hidden("form"),
        _hidden("excused", may_be_empty=True),
        _hidden("recorded_by"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_person", "notices", ["person"])
    op.create_table(
        "scans",
        sa.Column("id", sa.String(), primary_key=True),
        _person(),
        _hidden("form"),
        _hidden("received_on"),
        _hidden("media"),
        sa.Column("size", sa.Integer(), nullable=False),
        _hidden("sha256"),
        _hidden("kept_by"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_scans_person", "scans", ["person"])
    op.create_table(
        "scan_keys",
        sa.Column("scan", sa.String(), sa.ForeignKey("scans.id"), primary_key=True),
        sa.Column("key", Sealed(sa.LargeBinary()), nullable=False),
    )
