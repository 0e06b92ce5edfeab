"""Destinations, copies on their way, the words beside a photo, take-downs and incidents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from consent.store.adding import add_sealed
from consent.store.sealed import Sealed

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NEW_WORDS = {
    "platforms": {"destination": "", "published_as": "jpeg", "aspect": ""},
    "proposals": {"alt_text": "", "source": "", "confirmed": "[]", "named": "[]"},
    "approvals": {"ticked": "[]", "on_behalf_of": ""},
    "publications": {"account": "", "caption": "", "alt_text": "", "named": "[]", "permissions": "[]"},
}
_LONG = {"alt_text", "source", "confirmed", "named", "ticked", "caption", "permissions"}


def upgrade() -> None:
    """Add what a store of the earlier form does not know; what it knows stays as it is."""
    for table, columns in _NEW_WORDS.items():
        for name, default in columns.items():
            add_sealed(table, name, sa.Text() if name in _LONG else sa.String(), default=default)
    add_sealed("platforms", "watermark", sa.Boolean(), default=False)
    _approval()
    _outbox()
    _aftercare()


def _word(name: str) -> sa.Column[str]:
    """An id or a state, which the database may search."""
    return sa.Column(name, sa.String(), nullable=False)


def _sealed(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, Sealed(sa.String()), nullable=False) for name in names]


def _sealed_text(name: str) -> sa.Column[str]:
    return sa.Column(name, Sealed(sa.Text()), nullable=False)


def _approval() -> None:
    op.create_table(
        "review_notes",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        _word("photo"),
        sa.Column("region", Sealed(sa.String()), nullable=True),
        _sealed_text("words"),
        *_sealed("by", "at"),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_review_notes_photo"), "review_notes", ["photo"], unique=False)
    op.create_table(
        "delegations",
        _word("id"),
        *_sealed("by", "to", "starts", "ends"),
        sa.Column("revoked", Sealed(sa.Boolean()), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _outbox() -> None:
    op.create_table(
        "destinations",
        _word("id"),
        *_sealed("name", "kind", "address", "folder", "user", "pinned"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "destination_secrets",
        _word("destination"),
        _sealed_text("secret"),
        sa.ForeignKeyConstraint(["destination"], ["destinations.id"]),
        sa.PrimaryKeyConstraint("destination"),
    )
    op.create_table(
        "deliveries",
        _word("file_name"),
        _word("photo"),
        _word("sent"),
        _sealed_text("document"),
        sa.PrimaryKeyConstraint("file_name"),
    )
    op.create_index(op.f("ix_deliveries_photo"), "deliveries", ["photo"], unique=False)
    op.create_index(op.f("ix_deliveries_sent"), "deliveries", ["sent"], unique=False)


def _aftercare() -> None:
    op.create_table(
        "take_downs",
        _word("post"),
        *_sealed("listed_at"),
        sa.Column("done_at", Sealed(sa.String()), nullable=True),
        *_sealed("done_by"),
        _sealed_text("note"),
        sa.PrimaryKeyConstraint("post"),
    )
    op.create_table(
        "proofs",
        _word("post"),
        sa.Column("content", Sealed(sa.LargeBinary()), nullable=False),
        sa.ForeignKeyConstraint(["post"], ["take_downs.post"]),
        sa.PrimaryKeyConstraint("post"),
    )
    op.create_table("incidents", _word("id"), _sealed_text("document"), sa.PrimaryKeyConstraint("id"))
