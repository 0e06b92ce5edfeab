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

from consent.store.sealed import Findable, Sealed, place_columns, sealed

REVISION = "0010"
"""The newest migration; a test holds it equal to the folder `migrations/versions`."""

metadata = MetaData()


def numbered(name: str = "number") -> Column[int]:
    """The number of each row, in the order in which they came."""
    return Column(name, Integer, primary_key=True, autoincrement=True)


store_facts = Table(
    "store_facts",
    metadata,
    Column("name", String, primary_key=True),
    sealed("value", String),
)

people = Table(
    "people",
    metadata,
    numbered(),
    Column("id", String, nullable=False, unique=True),
    sealed("kind", String),
    sealed("legal_name", String),
    sealed("known_as", String),
    sealed("school_id", String),
    sealed("class_name", String),
    sealed("year", String),
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
    sealed("name", String),
    sealed("relation", String),
    sealed("responsible", Boolean),
)

platforms = Table(
    "platforms",
    metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    sealed("name", String),
    sealed("names_allowed", Boolean),
    sealed("uniform", String),
    sealed("group_only", Boolean),
    sealed("minimum_age", Integer),
    sealed("longest_side", Integer),
    sealed("quality", Integer),
    sealed("approvers_needed", Integer),
    sealed("account", Text),
    sealed("destination", String),
    sealed("published_as", String),
    sealed("watermark", Boolean),
)

permissions = Table(
    "permissions",
    metadata,
    numbered("sequence"),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("platform", ForeignKey("platforms.id")),
    sealed("kind", String),
    sealed("answer", String),
    sealed("giver", String),
    sealed("carer", String),
    sealed("given_on", String),
    Column("valid_from", Sealed(String)),
    Column("valid_until", Sealed(String)),
    sealed("form", String),
    sealed("recorded_by", String),
    Column("evidence", Sealed(String), nullable=False, server_default=""),
    sqlite_autoincrement=True,
    info={"row": ("sequence", "person", "platform")},
)

never_publish = Table(
    "never_publish",
    metadata,
    numbered(),
    Column("person", ForeignKey("people.id"), nullable=False),
    sealed("marked", Boolean),
    sealed("first", String),
    sealed("second", String),
    Column("since", Sealed(String), nullable=False, server_default=""),
    sqlite_autoincrement=True,
    info={"row": ("number", "person")},
)

templates = Table(
    "templates",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    sealed("numbers", LargeBinary),
    sealed("enrolled_on", String),
    Column("taken_on", Sealed(String)),
    info={"row": ("id", "person")},
)

face_pictures = Table(
    "face_pictures",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    sealed("content", LargeBinary),
)

devices = Table(
    "devices",
    metadata,
    Column("id", String, primary_key=True),
    sealed("name", String),
    sealed("location", String),
    sealed("standing", String),
    sealed("owner", String),
    sealed("approved_by", String),
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
    numbered(),
    sealed("document", Text),
    sqlite_autoincrement=True,
)

crests = Table(
    "crests",
    metadata,
    Column("policy", ForeignKey("policies.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    sealed("content", LargeBinary),
)

batches = Table(
    "batches",
    metadata,
    Column("id", String, primary_key=True),
    sealed("title", String),
    sealed("platforms", Text),
    sealed("device", String),
    sealed("created_by", String),
    Column("created_at", String, nullable=False),
    Column("told_on", Sealed(String)),
)

bookmarks = Table(
    "bookmarks",
    metadata,
    Column("account", String, primary_key=True),
    Column("batch", ForeignKey("batches.id"), primary_key=True),
    sealed("photo", String),
    sealed("region", String),
    sealed("platform", String),
)

drafts = Table(
    "drafts",
    metadata,
    Column("photo", ForeignKey("photos.id"), primary_key=True),
    sealed("words", Text),
)

photos = Table(
    "photos",
    metadata,
    numbered(),
    Column("id", String, nullable=False, unique=True),
    Column("batch", ForeignKey("batches.id"), nullable=False, index=True),
    sealed("file_name", String),
    Column("sha256", Findable(String), nullable=False, index=True),
    sealed("size", Integer),
    Column("stage", String, nullable=False),
    sealed("width", Integer),
    sealed("height", Integer),
    sealed("sightings", Text),
    sealed("trouble", String),
    sealed("touched_by", Text),
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
    numbered(),
    Column("device", String, nullable=False),
    Column("path", Findable(LargeBinary), nullable=False),
    Column("photo", String, nullable=False),
    sealed("sha256", String),
    sealed("size", BigInteger),
    sealed("modified_ns", BigInteger),
    Column("fate", String, nullable=False),
    sealed("sitting", String),
    UniqueConstraint("device", "path", name="originals_place"),
    Index("originals_photo", "photo"),
    sqlite_autoincrement=True,
    info={"row": ("device", "path", "photo", "fate")},
)

companions = Table(
    "companions",
    metadata,
    numbered(),
    Column("id", String, nullable=False, unique=True),
    Column("photo", ForeignKey("photos.id"), nullable=False),
    sealed("file_name", String),
    sealed("sha256", String),
    sealed("size", BigInteger),
    Index("companions_photo", "photo"),
    sqlite_autoincrement=True,
    info={"row": ("id", "photo")},
)

intakes = Table(
    "intakes",
    metadata,
    numbered(),
    Column("batch", ForeignKey("batches.id"), nullable=False, unique=True),
    sealed("device", String),
    sealed("within", LargeBinary),
    sealed("chosen", LargeBinary),
    sqlite_autoincrement=True,
    info={"row": ("batch",)},
)

proposals = Table(
    "proposals",
    metadata,
    Column("photo", ForeignKey("photos.id"), primary_key=True),
    Column("platform", ForeignKey("platforms.id"), primary_key=True),
    sealed("sha256", String),
    sealed("caption", Text),
    sealed("visible", Text),
    sealed("prepared_by", String),
    sealed("prepared_at", String),
    sealed("alt_text", Text),
    sealed("source", Text),
    sealed("confirmed", Text),
    sealed("named", Text),
)

approvals = Table(
    "approvals",
    metadata,
    Column("photo", String, primary_key=True),
    Column("platform", String, primary_key=True),
    Column("approved_by", String, primary_key=True),
    sealed("approved_at", String),
    sealed("ticked", Text),
    sealed("on_behalf_of", String),
)

publications = Table(
    "publications",
    metadata,
    numbered(),
    Column("photo", String, nullable=False, index=True),
    Column("platform", String, nullable=False),
    Column("file_name", Findable(String), nullable=False),
    sealed("sha256", String),
    sealed("visible", Text),
    sealed("prepared_by", String),
    sealed("approved_by", String),
    sealed("published_at", String),
    Column("destination", Findable(String), nullable=False),
    sealed("address", String),
    sealed("account", String),
    sealed("caption", Text),
    sealed("alt_text", Text),
    sealed("named", Text),
    sealed("permissions", Text),
    UniqueConstraint("platform", "destination", "file_name", name="publications_place"),
    sqlite_autoincrement=True,
    info={"row": ("number", "photo", "platform", "destination", "file_name")},
)

photo_keys = Table(
    "photo_keys",
    metadata,
    Column("photo", String, primary_key=True),
    sealed("key", LargeBinary),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", String, primary_key=True),
    sealed("user_name", String),
    Column("user_name_key", Findable(String), nullable=False, unique=True),
    sealed("full_name", String),
    sealed("roles", Text),
    Column("trained_on", Sealed(String)),
    sealed("policy_read", String),
    sealed("disabled", Boolean),
    Column("invited", Sealed(Boolean), nullable=False, server_default=false()),
)

audit = Table(
    "audit",
    metadata,
    numbered(),
    sealed("act", String),
    sealed("actor", String),
    sealed("at", String),
    sealed("subject", String),
    sealed("detail", String),
    sealed("seal", String),
    sqlite_autoincrement=True,
)

NEVER_CHANGED = ("audit", "permissions", "never_publish", "policies", "person_changes", "notices", "scans")
"""Tables whose rows a trigger keeps from being changed."""
NEVER_DELETED = ("audit",)
"""Tables whose rows a trigger keeps from being deleted; the others lose a person who is erased."""

place_columns(metadata.tables.values())
