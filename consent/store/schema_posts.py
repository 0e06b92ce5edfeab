"""The tables of what goes out: stand-ins, notes, destinations, copies on their way, take-downs, incidents."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, LargeBinary, String, Table, Text

from consent.store.schema import metadata, numbered
from consent.store.sealed import Sealed, place_columns, sealed

review_notes = Table(
    "review_notes",
    metadata,
    numbered(),
    Column("photo", String, nullable=False, index=True),
    Column("region", Sealed(String)),
    sealed("words", Text),
    sealed("by", String),
    sealed("at", String),
    Column("settled", Boolean, nullable=False),
    sqlite_autoincrement=True,
    info={"row": ("number", "photo")},
)

delegations = Table(
    "delegations",
    metadata,
    Column("id", String, primary_key=True),
    sealed("by", String),
    sealed("to", String),
    sealed("starts", String),
    sealed("ends", String),
    sealed("revoked", Boolean),
)

destinations = Table(
    "destinations",
    metadata,
    Column("id", String, primary_key=True),
    sealed("name", String),
    sealed("kind", String),
    sealed("address", String),
    sealed("folder", String),
    sealed("user", String),
    sealed("pinned", String),
)

destination_secrets = Table(
    "destination_secrets",
    metadata,
    Column("destination", ForeignKey("destinations.id"), primary_key=True),
    sealed("secret", Text),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("file_name", String, primary_key=True),
    Column("photo", String, nullable=False, index=True),
    Column("sent", String, nullable=False, index=True),
    sealed("document", Text),
    info={"row": ("file_name", "photo", "sent")},
)

take_downs = Table(
    "take_downs",
    metadata,
    Column("post", String, primary_key=True),
    sealed("listed_at", String),
    Column("done_at", Sealed(String)),
    sealed("done_by", String),
    sealed("note", Text),
)

proofs = Table(
    "proofs",
    metadata,
    Column("post", ForeignKey("take_downs.post"), primary_key=True),
    sealed("content", LargeBinary),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    sealed("document", Text),
)

place_columns(metadata.tables.values())
