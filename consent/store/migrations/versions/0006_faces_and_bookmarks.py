"""A picture kept with a face template, and where each member of staff went on in a batch."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from consent.store.sealed import Sealed

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two new tables; nothing that is there changes."""
    op.create_table(
        "face_pictures",
        _id("person"),
        sa.Column("content", Sealed(sa.LargeBinary()), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"]),
        sa.PrimaryKeyConstraint("person"),
    )
    op.create_table(
        "bookmarks",
        _id("account"),
        _id("batch"),
        *(sa.Column(name, Sealed(sa.String()), nullable=False) for name in ("photo", "region", "platform")),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"]),
        sa.PrimaryKeyConstraint("account", "batch"),
    )


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)
