"""The tables of the store; days and times are ISO text, so that every database keeps them alike.

On a school's server `Sealed` and `Findable` columns are readable by the program alone. Plain are only ids that
the program made, numbers and positions of rows, and what SQL must sort or choose by.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from consent.store.sealed import Findable, Sealed, place_columns

REVISION = "0010"
"""The newest migration; a test holds it equal to the folder `migrations/versions`."""

metadata = MetaData()

store_facts = Table(
    "store_facts",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Sealed(String), nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", Sealed(String), nullable=False),
    Column("legal_name", Sealed(String), nullable=False),
    Column("known_as", Sealed(String), nullable=False),
    Column("school_id", Sealed(String), nullable=False),
    Column("class_name", Sealed(String), nullable=False),
    Column("year", Sealed(String), nullable=False),
    Column("left_on", Sealed(String)),
    Column("upn", Sealed(String), nullable=False, server_default=""),
    sqlite_autoincrement=True,
    info={"row": ("id",)},
)

carers = Table(
    "carers",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Sealed(String), nullable=False),
    Column("relation", Sealed(String), nullable=False),
    Column("responsible", Sealed(Boolean), nullable=False),
)

platforms = Table(
    "platforms",
    metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Sealed(String), nullable=False),
    Column("names_allowed", Sealed(Boolean), nullable=False),
    Column("uniform", Sealed(String), nullable=False),
    Column("group_only", Sealed(Boolean), nullable=False),
    Column("minimum_age", Sealed(Integer), nullable=False),
    Column("longest_side", Sealed(Integer), nullable=False),
    Column("quality", Sealed(Integer), nullable=False),
    Column("approvers_needed", Sealed(Integer), nullable=False),
    Column("account", Sealed(Text), nullable=False),
    Column("destination", Sealed(String), nullable=False),
    Column("published_as", Sealed(String), nullable=False),
    Column("watermark", Sealed(Boolean), nullable=False),
)

permissions = Table(
    "permissions",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("platform", ForeignKey("platforms.id")),
    Column("kind", Sealed(String), nullable=False),
    Column("answer", Sealed(String), nullable=False),
    Column("giver", Sealed(String), nullable=False),
    Column("carer", Sealed(String), nullable=False),
    Column("given_on", Sealed(String), nullable=False),
    Column("valid_from", Sealed(String)),
    Column("valid_until", Sealed(String)),
    Column("form", Sealed(String), nullable=False),
    Column("recorded_by", Sealed(String), nullable=False),
    Column("evidence", Sealed(String), nullable=False, server_default=""),
    sqlite_autoincrement=True,
    info={"row": ("sequence", "person", "platform")},
)

never_publish = Table(
    "never_publish",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("marked", Sealed(Boolean), nullable=False),
    Column("first", Sealed(String), nullable=False),
    Column("second", Sealed(String), nullable=False),
    Column("since", Sealed(String), nullable=False, server_default=""),
    sqlite_autoincrement=True,
    info={"row": ("number", "person")},
)

templates = Table(
    "templates",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("numbers", Sealed(LargeBinary), nullable=False),
    Column("enrolled_on", Sealed(String), nullable=False),
    Column("taken_on", Sealed(String)),
    info={"row": ("id", "person")},
)

face_pictures = Table(
    "face_pictures",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("content", Sealed(LargeBinary), nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Sealed(String), nullable=False),
    Column("location", Sealed(String), nullable=False),
    Column("standing", Sealed(String), nullable=False),
    Column("owner", Sealed(String), nullable=False),
    Column("approved_by", Sealed(String), nullable=False),
    Column("approved_until", Sealed(String)),
    Column("volume", Sealed(String), nullable=False, server_default=""),
    Column("serial", Sealed(String), nullable=False, server_default=""),
    Column("kind", Sealed(String), nullable=False, server_default="folder"),
    Column("seal", Sealed(LargeBinary)),
    Column("cameras", Sealed(Text), nullable=False, server_default="[]"),
    Column("watched", Sealed(Boolean), nullable=False, server_default=false()),
)

policies = Table(
    "policies",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", Sealed(Text), nullable=False),
    sqlite_autoincrement=True,
)

crests = Table(
    "crests",
    metadata,
    Column("policy", ForeignKey("policies.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("content", Sealed(LargeBinary), nullable=False),
)

batches = Table(
    "batches",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Sealed(String), nullable=False),
    Column("platforms", Sealed(Text), nullable=False),
    Column("device", Sealed(String), nullable=False),
    Column("created_by", Sealed(String), nullable=False),
    Column("created_at", String, nullable=False),
    Column("told_on", Sealed(String)),
)

bookmarks = Table(
    "bookmarks",
    metadata,
    Column("account", String, primary_key=True),
    Column("batch", ForeignKey("batches.id"), primary_key=True),
    Column("photo", Sealed(String), nullable=False),
    Column("region", Sealed(String), nullable=False),
    Column("platform", Sealed(String), nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("photo", ForeignKey("photos.id"), primary_key=True),
    Column("words", Sealed(Text), nullable=False),
)

photos = Table(
    "photos",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("batch", ForeignKey("batches.id"), nullable=False, index=True),
    Column("file_name", Sealed(String), nullable=False),
    Column("sha256", Findable(String), nullable=False, index=True),
    Column("size", Sealed(Integer), nullable=False),
    Column("stage", String, nullable=False),
    Column("width", Sealed(Integer), nullable=False),
    Column("height", Sealed(Integer), nullable=False),
    Column("sightings", Sealed(Text), nullable=False),
    Column("trouble", Sealed(String), nullable=False),
    Column("touched_by", Sealed(Text), nullable=False),
    Column("camera", Sealed(String), nullable=False, server_default=""),
    sqlite_autoincrement=True,
    info={"row": ("id", "batch", "stage")},
)

# one content is in the store once; a photo that was erased may be brought in again
Index(
    "photos_once",
    photos.c.sha256,
    unique=True,
    sqlite_where=text("stage <> 'erase'"),
    postgresql_where=text("stage <> 'erase'"),
)

originals = Table(
    "originals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("device", String, nullable=False),
    Column("path", Findable(LargeBinary), nullable=False),
    Column("photo", String, nullable=False),
    Column("sha256", Sealed(String), nullable=False),
    Column("size", Sealed(BigInteger), nullable=False),
    Column("modified_ns", Sealed(BigInteger), nullable=False),
    Column("fate", String, nullable=False),
    Column("sitting", Sealed(String), nullable=False),
    UniqueConstraint("device", "path", name="originals_place"),
    Index("originals_photo", "photo"),
    sqlite_autoincrement=True,
    info={"row": ("device", "path", "photo", "fate")},
)

companions = Table(
    "companions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("photo", ForeignKey("photos.id"), nullable=False),
    Column("file_name", Sealed(String), nullable=False),
    Column("sha256", Sealed(String), nullable=False),
    Column("size", Sealed(BigInteger), nullable=False),
    Index("companions_photo", "photo"),
    sqlite_autoincrement=True,
    info={"row": ("id", "photo")},
)

intakes = Table(
    "intakes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("batch", ForeignKey("batches.id"), nullable=False, unique=True),
    Column("device", Sealed(String), nullable=False),
    Column("within", Sealed(LargeBinary), nullable=False),
    Column("chosen", Sealed(LargeBinary), nullable=False),
    sqlite_autoincrement=True,
    info={"row": ("batch",)},
)

proposals = Table(
    "proposals",
    metadata,
    Column("photo", ForeignKey("photos.id"), primary_key=True),
    Column("platform", ForeignKey("platforms.id"), primary_key=True),
    Column("sha256", Sealed(String), nullable=False),
    Column("caption", Sealed(Text), nullable=False),
    Column("visible", Sealed(Text), nullable=False),
    Column("prepared_by", Sealed(String), nullable=False),
    Column("prepared_at", Sealed(String), nullable=False),
    Column("alt_text", Sealed(Text), nullable=False),
    Column("source", Sealed(Text), nullable=False),
    Column("confirmed", Sealed(Text), nullable=False),
    Column("named", Sealed(Text), nullable=False),
)

approvals = Table(
    "approvals",
    metadata,
    Column("photo", String, primary_key=True),
    Column("platform", String, primary_key=True),
    Column("approved_by", String, primary_key=True),
    Column("approved_at", Sealed(String), nullable=False),
    Column("ticked", Sealed(Text), nullable=False),
    Column("on_behalf_of", Sealed(String), nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("photo", String, nullable=False, index=True),
    Column("platform", String, nullable=False),
    Column("file_name", Findable(String), nullable=False),
    Column("sha256", Sealed(String), nullable=False),
    Column("visible", Sealed(Text), nullable=False),
    Column("prepared_by", Sealed(String), nullable=False),
    Column("approved_by", Sealed(String), nullable=False),
    Column("published_at", Sealed(String), nullable=False),
    Column("destination", Findable(String), nullable=False),
    Column("address", Sealed(String), nullable=False),
    Column("account", Sealed(String), nullable=False),
    Column("caption", Sealed(Text), nullable=False),
    Column("alt_text", Sealed(Text), nullable=False),
    Column("named", Sealed(Text), nullable=False),
    Column("permissions", Sealed(Text), nullable=False),
    UniqueConstraint("platform", "destination", "file_name", name="publications_place"),
    sqlite_autoincrement=True,
    info={"row": ("number", "photo", "platform", "destination", "file_name")},
)

photo_keys = Table(
    "photo_keys",
    metadata,
    Column("photo", String, primary_key=True),
    Column("key", Sealed(LargeBinary), nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", String, primary_key=True),
    Column("user_name", Sealed(String), nullable=False),
    Column("user_name_key", Findable(String), nullable=False, unique=True),
    Column("full_name", Sealed(String), nullable=False),
    Column("roles", Sealed(Text), nullable=False),
    Column("trained_on", Sealed(String)),
    Column("policy_read", Sealed(String), nullable=False),
    Column("disabled", Sealed(Boolean), nullable=False),
    Column("invited", Sealed(Boolean), nullable=False, server_default=false()),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("act", Sealed(String), nullable=False),
    Column("actor", Sealed(String), nullable=False),
    Column("at", Sealed(String), nullable=False),
    Column("subject", Sealed(String), nullable=False),
    Column("detail", Sealed(String), nullable=False),
    Column("seal", Sealed(String), nullable=False),
    sqlite_autoincrement=True,
)

NEVER_CHANGED = ("audit", "permissions", "never_publish", "policies", "person_changes", "notices", "scans")
"""Tables whose rows a trigger keeps from being changed."""
NEVER_DELETED = ("audit",)
"""Tables whose rows a trigger keeps from being deleted; the others lose a person who is erased."""

place_columns(metadata.tables.values())
