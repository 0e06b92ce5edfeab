"""Batches remember when someone was told that their photos go at the end of retention."""

from __future__ import annotations

import sqlalchemy as sa

from consent.store.adding import add_sealed

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody was told of anything before."""
    add_sealed("batches", "told_on", sa.String())
