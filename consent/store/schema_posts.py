"""The tables of what goes out: stand-ins, notes, destinations, copies on their way, take-downs, incidents."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from consent.store.schema import metadata
from consent.store.sealed import Sealed, place_columns

review_notes = Table(
    "review_notes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("photo", String, nullable=False, index=True),
    Column("region", Sealed(String)),
    Column("words", Sealed(Text), nullable=False),
    Column("by", Sealed(String), nullable=False),
    Column("at", Sealed(String), nullable=False),
    Column("settled", Boolean, nullable=False),
    sqlite_autoincrement=True,
    info={"row": ("number", "photo")},
)

delegations = Table(
    "delegations",
    metadata,
    Column("id", String, primary_key=True),
    Column("by", Sealed(String), nullable=False),
    Column("to", Sealed(String), nullable=False),
    Column("starts", Sealed(String), nullable=False),
    Column("ends", Sealed(String), nullable=False),
    Column("revoked", Sealed(Boolean), nullable=False),
)

destinations = Table(
    "destinations",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Sealed(String), nullable=False),
    Column("kind", Sealed(String), nullable=False),
    Column("address", Sealed(String), nullable=False),
    Column("folder", Sealed(String), nullable=False),
    Column("user", Sealed(String), nullable=False),
    Column("pinned", Sealed(String), nullable=False),
)

destination_secrets = Table(
    "destination_secrets",
    metadata,
    Column("destination", ForeignKey("destinations.id"), primary_key=True),
    Column("secret", Sealed(Text), nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("file_name", String, primary_key=True),
    Column("photo", String, nullable=False, index=True),
    Column("sent", String, nullable=False, index=True),
    Column("document", Sealed(Text), nullable=False),
    info={"row": ("file_name", "photo", "sent")},
)

take_downs = Table(
    "take_downs",
    metadata,
    Column("post", String, primary_key=True),
    Column("listed_at", Sealed(String), nullable=False),
    Column("done_at", Sealed(String)),
    Column("done_by", Sealed(String), nullable=False),
    Column("note", Sealed(Text), nullable=False),
)

proofs = Table(
    "proofs",
    metadata,
    Column("post", ForeignKey("take_downs.post"), primary_key=True),
    Column("content", Sealed(LargeBinary), nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", Sealed(Text), nullable=False),
)

place_columns(metadata.tables.values())
