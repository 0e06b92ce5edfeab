"""The tables of people's pasts and papers: changes, merges, notices, scanned forms, reasons, mappings of rolls."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from consent.store.schema import metadata
from consent.store.sealed import Sealed, place_columns

person_changes = Table(
    "person_changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("happened", Sealed(String), nullable=False),
    Column("at", Sealed(String), nullable=False),
    Column("by", Sealed(String), nullable=False),
    Column("document", Sealed(Text), nullable=False),
    Column("other", Sealed(String)),
    sqlite_autoincrement=True,
    info={"row": ("number", "person")},
)

merges = Table(
    "merges",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kept", ForeignKey("people.id"), nullable=False),
    Column("gone", ForeignKey("people.id"), nullable=False),
    Column("carers", Sealed(Text), nullable=False),
    Column("at", Sealed(String), nullable=False),
    Column("by", Sealed(String), nullable=False),
    Column("after", Integer, nullable=False),
    Column("ended", Boolean, nullable=False),
    sqlite_autoincrement=True,
    info={"row": ("number", "kept", "gone")},
)

notices = Table(
    "notices",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("carer", Sealed(String), nullable=False),
    Column("sent_on", Sealed(String), nullable=False),
    Column("form", Sealed(String), nullable=False),
    Column("excused", Sealed(String)),
    Column("recorded_by", Sealed(String), nullable=False),
    sqlite_autoincrement=True,
    info={"row": ("sequence", "person")},
)

scans = Table(
    "scans",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("form", Sealed(String), nullable=False),
    Column("received_on", Sealed(String), nullable=False),
    Column("media", Sealed(String), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Sealed(String), nullable=False),
    Column("kept_by", Sealed(String), nullable=False),
    Column("content", LargeBinary, nullable=False),  # under a key of its own, below
    info={"row": ("id", "person")},
)

scan_keys = Table(
    "scan_keys",
    metadata,
    Column("scan", ForeignKey("scans.id"), primary_key=True),
    Column("key", Sealed(LargeBinary), nullable=False),
)

access_requests = Table(
    "access_requests",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("received_on", Sealed(String), nullable=False),
    Column("recorded_by", Sealed(String), nullable=False),
    Column("answered_on", Sealed(String)),
    info={"row": ("id", "person")},
)

never_publish_reasons = Table(
    "never_publish_reasons",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("first", Sealed(String), nullable=False),
    Column("second", Sealed(String), nullable=False),
    Column("reason", Sealed(Text), nullable=False),
)

roll_mappings = Table(
    "roll_mappings",
    metadata,
    Column("name", String, primary_key=True),
    Column("document", Sealed(Text), nullable=False),
)

place_columns(metadata.tables.values())
