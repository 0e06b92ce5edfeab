"""The posts of one photo are found without reading them all; the shape that a platform likes is no longer kept."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """An index, and a column less, by which nothing was ever done."""
    op.create_index("ix_publications_photo", "publications", ["photo"])
    op.drop_column("platforms", "aspect")
