"""The tables of people's pasts and papers: changes, merges, notices, scanned forms, reasons, mappings of rolls."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from consent.store.schema import metadata, numbered
from consent.store.sealed import Sealed, place_columns, sealed

person_changes = Table(
    "person_changes",
    metadata,
    numbered(),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    sealed("happened", String),
    sealed("at", String),
    sealed("by", String),
    sealed("document", Text),
    Column("other", Sealed(String)),
    sqlite_autoincrement=True,
    info={"row": ("number", "person")},
)

merges = Table(
    "merges",
    metadata,
    numbered(),
    Column("kept", ForeignKey("people.id"), nullable=False),
    Column("gone", ForeignKey("people.id"), nullable=False),
    sealed("carers", Text),
    sealed("at", String),
    sealed("by", String),
    Column("after", Integer, nullable=False),
    Column("ended", Boolean, nullable=False),
    sqlite_autoincrement=True,
    info={"row": ("number", "kept", "gone")},
)

notices = Table(
    "notices",
    metadata,
    numbered("sequence"),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    sealed("carer", String),
    sealed("sent_on", String),
    sealed("form", String),
    Column("excused", Sealed(String)),
    sealed("recorded_by", String),
    sqlite_autoincrement=True,
    info={"row": ("sequence", "person")},
)

scans = Table(
    "scans",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    sealed("form", String),
    sealed("received_on", String),
    sealed("media", String),
    Column("size", Integer, nullable=False),
    sealed("sha256", String),
    sealed("kept_by", String),
    Column("content", LargeBinary, nullable=False),  # under a key of its own, below
    info={"row": ("id", "person")},
)

scan_keys = Table(
    "scan_keys",
    metadata,
    Column("scan", ForeignKey("scans.id"), primary_key=True),
    sealed("key", LargeBinary),
)

access_requests = Table(
    "access_requests",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    sealed("received_on", String),
    sealed("recorded_by", String),
    Column("answered_on", Sealed(String)),
    info={"row": ("id", "person")},
)

never_publish_reasons = Table(
    "never_publish_reasons",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    sealed("first", String),
    sealed("second", String),
    sealed("reason", Text),
)

roll_mappings = Table(
    "roll_mappings",
    metadata,
    Column("name", String, primary_key=True),
    sealed("document", Text),
)

place_columns(metadata.tables.values())
