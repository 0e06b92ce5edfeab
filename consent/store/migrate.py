"""Brings a store to the form that this program reads, and refuses one that is newer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from consent.errors import Code, ConsentError
from consent.store.database import Database
from consent.store.schema import REVISION

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Run what is missing, all or nothing; ConsentError STORE_TOO_NEW or STORE_DAMAGED."""
    found = _revision(database)
    if found == REVISION:
        return
    if found is None:
        raise ConsentError(Code.STORE_DAMAGED, "no tables")
    if found > REVISION:
        raise ConsentError(Code.STORE_TOO_NEW, found)
    _upgrade(database)


def make_tables(database: Database) -> None:
    """Fill a new database with empty tables, by the same steps as an old one."""
    _upgrade(database)


def _revision(database: Database) -> str | None:
    with database.alone():
        if not inspect(database.connection()).has_table("alembic_version"):
            return None
        rows = database.rows(text("SELECT version_num FROM alembic_version"))
    if len(rows) != 1:
        raise ConsentError(Code.STORE_DAMAGED, "revision")
    return str(rows[0][0])


def _upgrade(database: Database) -> None:
    # Alembic is slow to import and is needed only on the day of an update
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.transaction():
        config.attributes["connection"] = database.connection()
        config.attributes["fill"] = database.fill
        command.upgrade(config, "head")
