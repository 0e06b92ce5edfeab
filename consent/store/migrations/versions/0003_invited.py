"""Accounts remember that their password was chosen by someone else and has to be changed."""

from __future__ import annotations

import sqlalchemy as sa

from consent.store.adding import add_sealed

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody who could sign in before is sent to change a password."""
    add_sealed("accounts", "invited", sa.Boolean(), default=False)
