"""The first form of the store: the register, the photos on their way, staff and the log."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from consent.store.append_only import forbid
from consent.store.sealed import Findable, Sealed

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NEVER_CHANGED = ("audit", "permissions", "never_publish", "policies")
_NEVER_DELETED = ("audit",)


def upgrade() -> None:
    """Make every table, and the triggers that keep history as it was written."""
    _staff_and_log()
    _people()
    _answers()
    _school()
    _photos()
    _posts()
    for table in _NEVER_CHANGED:
        forbid("UPDATE", table)
    for table in _NEVER_DELETED:
        forbid("DELETE", table)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _word_or_none(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _counter(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), autoincrement=True, nullable=False)


def _yes_or_no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _sealed(column: sa.Column[Any]) -> sa.Column[Any]:
    return sa.Column(column.name, Sealed(column.type), nullable=column.nullable)


def _findable(column: sa.Column[Any]) -> sa.Column[Any]:
    return sa.Column(column.name, Findable(column.type), nullable=column.nullable)


def _staff_and_log() -> None:
    op.create_table(
        "store_facts",
        _word("name"),
        _sealed(_word("value")),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "accounts",
        _word("id"),
        _sealed(_word("user_name")),
        _findable(_word("user_name_key")),
        _sealed(_word("full_name")),
        _sealed(_text("roles")),
        _sealed(_word_or_none("trained_on")),
        _sealed(_word("policy_read")),
        _sealed(_yes_or_no("disabled")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("user_name_key"),
    )
    op.create_table(
        "audit",
        _counter("number"),
        _sealed(_word("act")),
        _sealed(_word("actor")),
        _sealed(_word("at")),
        _sealed(_word("subject")),
        _sealed(_word("detail")),
        _sealed(_word("seal")),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )


def _people() -> None:
    op.create_table(
        "people",
        _counter("number"),
        _word("id"),
        _sealed(_word("kind")),
        _sealed(_word("legal_name")),
        _sealed(_word("known_as")),
        _sealed(_word("school_id")),
        _sealed(_word("class_name")),
        _sealed(_word("year")),
        _sealed(_word_or_none("left_on")),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "carers",
        _word("person"),
        _word("id"),
        _number("position"),
        _sealed(_word("name")),
        _sealed(_word("relation")),
        _sealed(_yes_or_no("responsible")),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("person", "id"),
    )
    op.create_table(
        "platforms",
        _word("id"),
        _number("position"),
        _sealed(_word("name")),
        _sealed(_yes_or_no("names_allowed")),
        _sealed(_word("uniform")),
        _sealed(_yes_or_no("group_only")),
        _sealed(_number("minimum_age")),
        _sealed(_number("longest_side")),
        _sealed(_number("quality")),
        _sealed(_number("approvers_needed")),
        _sealed(_text("account")),
        sa.PrimaryKeyConstraint("id"),
    )


def _answers() -> None:
    op.create_table(
        "permissions",
        _counter("sequence"),
        _word("person"),
        _word_or_none("platform"),
        _sealed(_word("kind")),
        _sealed(_word("answer")),
        _sealed(_word("giver")),
        _sealed(_word("carer")),
        _sealed(_word("given_on")),
        _sealed(_word_or_none("valid_from")),
        _sealed(_word_or_none("valid_until")),
        _sealed(_word("form")),
        _sealed(_word("recorded_by")),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["platform"],
            ["platforms.id"],
        ),
        sa.PrimaryKeyConstraint("sequence"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_permissions_person"), "permissions", ["person"], unique=False)
    op.create_table(
        "never_publish",
        _counter("number"),
        _word("person"),
        _sealed(_yes_or_no("marked")),
        _sealed(_word("first")),
        _sealed(_word("second")),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )


def _school() -> None:
    op.create_table(
        "templates",
        _word("id"),
        _word("person"),
        _sealed(_bytes("numbers")),
        _sealed(_word("enrolled_on")),
        _sealed(_word_or_none("taken_on")),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_templates_person"), "templates", ["person"], unique=False)
    op.create_table(
        "devices",
        _word("id"),
        _sealed(_word("name")),
        _sealed(_word("location")),
        _sealed(_word("standing")),
        _sealed(_word("owner")),
        _sealed(_word("approved_by")),
        _sealed(_word_or_none("approved_until")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "policies",
        _counter("number"),
        _sealed(_text("document")),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "crests",
        _number("policy"),
        _number("position"),
        _sealed(_bytes("content")),
        sa.ForeignKeyConstraint(
            ["policy"],
            ["policies.number"],
        ),
        sa.PrimaryKeyConstraint("policy", "position"),
    )


def _photos() -> None:
    op.create_table(
        "batches",
        _word("id"),
        _sealed(_word("title")),
        _sealed(_text("platforms")),
        _sealed(_word("device")),
        _sealed(_word("created_by")),
        _word("created_at"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "photos",
        _counter("number"),
        _word("id"),
        _word("batch"),
        _sealed(_word("file_name")),
        _findable(_word("sha256")),
        _sealed(_number("size")),
        _word("stage"),
        _sealed(_number("width")),
        _sealed(_number("height")),
        _sealed(_text("sightings")),
        _sealed(_word("trouble")),
        _sealed(_text("touched_by")),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["batches.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_photos_batch"), "photos", ["batch"], unique=False)
    op.create_index(op.f("ix_photos_sha256"), "photos", ["sha256"], unique=False)
    op.create_index(
        "photos_once",
        "photos",
        ["sha256"],
        unique=True,
        sqlite_where=sa.text("stage <> 'erase'"),
        postgresql_where=sa.text("stage <> 'erase'"),
    )
    op.create_table(
        "photo_keys",
        _word("photo"),
        _sealed(_bytes("key")),
        sa.PrimaryKeyConstraint("photo"),
    )


def _posts() -> None:
    op.create_table(
        "proposals",
        _word("photo"),
        _word("platform"),
        _sealed(_word("sha256")),
        _sealed(_text("caption")),
        _sealed(_text("visible")),
        _sealed(_word("prepared_by")),
        _sealed(_word("prepared_at")),
        sa.ForeignKeyConstraint(
            ["photo"],
            ["photos.id"],
        ),
        sa.ForeignKeyConstraint(
            ["platform"],
            ["platforms.id"],
        ),
        sa.PrimaryKeyConstraint("photo", "platform"),
    )
    op.create_table(
        "approvals",
        _word("photo"),
        _word("platform"),
        _word("approved_by"),
        _sealed(_word("approved_at")),
        sa.PrimaryKeyConstraint("photo", "platform", "approved_by"),
    )
    op.create_table(
        "publications",
        _counter("number"),
        _word("photo"),
        _word("platform"),
        _findable(_word("file_name")),
        _sealed(_word("sha256")),
        _sealed(_text("visible")),
        _sealed(_word("prepared_by")),
        _sealed(_word("approved_by")),
        _sealed(_word("published_at")),
        _findable(_word("destination")),
        _sealed(_word("address")),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("platform", "destination", "file_name", name="publications_place"),
        sqlite_autoincrement=True,
    )
