"""Requests for what is held about someone are on record, with the day on which each was answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from consent.store.sealed import Sealed

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One new table."""
    op.create_table(
        "access_requests",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("person", sa.String(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("received_on", Sealed(sa.String()), nullable=False),
        sa.Column("recorded_by", Sealed(sa.String()), nullable=False),
        sa.Column("answered_on", Sealed(sa.String())),
    )
    op.create_index("ix_access_requests_person", "access_requests", ["person"])
