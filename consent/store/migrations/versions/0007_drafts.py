"""What is being written beside a photo before approval is asked for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from consent.store.sealed import Sealed

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One new table."""
    op.create_table(
        "drafts",
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("words", Sealed(sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"]),
        sa.PrimaryKeyConstraint("photo"),
    )
