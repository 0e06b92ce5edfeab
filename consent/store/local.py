"""One encrypted SQLite file, as every store begins."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Column, StaticPool, create_engine, text, update
from sqlalchemy.exc import DatabaseError

from consent.errors import Code, ConsentError
from consent.store.database import Database
from consent.store.schema import metadata

DATABASE_NAME = "register.db"

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a stage that was written is still written after a power cut
    "PRAGMA secure_delete = ON",  # a destroyed key or template must not stay in a free page
    "PRAGMA temp_store = MEMORY",  # nothing sorted or indexed may spill to a file
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE would slip past those that keep the log
)
# cipher_memory_security stays off: 22,500 permissions took 8.5 s instead of 1.9 s to write (2026-11-20)


class LocalDatabase(Database):
    """The encrypted file of one PC."""

    def __init__(self, path: Path, data_key: bytes) -> None:
        """Open (or make) the file; ConsentError(STORE_DAMAGED) where the key or the file is not right."""
        super().__init__(
            create_engine(
                "sqlite://",
                creator=lambda: _connect(path, data_key),
                poolclass=StaticPool,
                module=sqlcipher3.dbapi2,
                hide_parameters=True,  # an error message must not repeat a name
            )
        )
        try:
            self._connection = self._engine.connect().execution_options(
                isolation_level="AUTOCOMMIT"  # transactions are begun and ended here, by name
            )
        except (DatabaseError, sqlcipher3.dbapi2.DatabaseError, OSError) as damaged:
            self._engine.dispose()
            raise ConsentError(Code.STORE_DAMAGED, "database") from damaged

    def shrink(self) -> None:
        """Move the write-ahead log into the database, cut it to nothing, and give free pages back."""
        with self._lock, self._named_failure():
            if self._depth:
                raise ConsentError(Code.INVALID, "shrink inside a transaction")
            # as a script, because each step of this one statement gives back only one page
            self._driver().executescript("PRAGMA incremental_vacuum")
            self._command("PRAGMA wal_checkpoint(TRUNCATE)")

    def check(self) -> None:
        """Read every page; ConsentError(STORE_DAMAGED) where one was altered."""
        with self.alone():
            altered = self.rows(text("PRAGMA cipher_integrity_check"))
            if altered or self.rows(text("PRAGMA quick_check"))[0][0] != "ok":
                raise ConsentError(Code.STORE_DAMAGED, "database")

    def numbers_given(self, column: Column[int]) -> int:
        """SQLite itself remembers it."""
        query = text("SELECT seq FROM sqlite_sequence WHERE name = :name").bindparams(name=column.table.name)
        given = self.rows(query)
        return int(given[0][0]) if given else 0

    def fill(self, table_name: str, column_name: str, value: Any) -> None:
        """Here a column's default does it."""
        table = metadata.tables[table_name]
        self.change(update(table).values({column_name: value}))

    def _begin(self) -> None:
        self._command("BEGIN IMMEDIATE")

    def _in_transaction(self) -> bool:
        # SQLite itself rolls back on a full disk; then there is nothing left to undo
        return bool(self._driver().in_transaction)


def _connect(path: Path, data_key: bytes) -> Any:
    connection = sqlcipher3.dbapi2.connect(str(path), check_same_thread=False, timeout=5)
    with contextlib.ExitStack() as unfinished:
        unfinished.callback(connection.close)
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
        # a raw key: it is random already, so SQLCipher need not stretch it; and as a script, because the text of
        # a statement is remembered for as long as the connection lasts, and would keep the key in memory twice
        connection.executescript(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        if path.stat().st_size == 0:  # it counts only before the first table, and would change an old file
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        for setting in _SETTINGS:
            connection.execute(setting).fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        unfinished.pop_all()
    return connection
