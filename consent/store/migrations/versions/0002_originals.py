"""What became of the files on a device; cards are recognised by their mark; photos know their camera."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from consent.store.adding import add_sealed
from consent.store.sealed import Findable, Sealed

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three tables, and columns that start empty."""
    _tables()
    for name in ("volume", "serial"):
        add_sealed("devices", name, sa.String(), default="")
    add_sealed("devices", "kind", sa.String(), default="folder")
    add_sealed("devices", "seal", sa.LargeBinary())
    add_sealed("devices", "cameras", sa.Text(), default="[]")
    add_sealed("devices", "watched", sa.Boolean(), default=False)
    add_sealed("photos", "camera", sa.String(), default="")


def _tables() -> None:
    op.create_table(
        "originals",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("path", Findable(sa.LargeBinary()), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("sha256", Sealed(sa.String()), nullable=False),
        sa.Column("size", Sealed(sa.BigInteger()), nullable=False),
        sa.Column("modified_ns", Sealed(sa.BigInteger()), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.Column("sitting", Sealed(sa.String()), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("device", "path", name="originals_place"),
        sqlite_autoincrement=True,
    )
    op.create_index("originals_photo", "originals", ["photo"])
    op.create_table(
        "companions",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("file_name", Sealed(sa.String()), nullable=False),
        sa.Column("sha256", Sealed(sa.String()), nullable=False),
        sa.Column("size", Sealed(sa.BigInteger()), nullable=False),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("companions_photo", "companions", ["photo"])
    op.create_table(
        "intakes",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("batch", sa.String(), nullable=False),
        sa.Column("device", Sealed(sa.String()), nullable=False),
        sa.Column("within", Sealed(sa.LargeBinary()), nullable=False),
        sa.Column("chosen", Sealed(sa.LargeBinary()), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("batch"),
        sqlite_autoincrement=True,
    )
