"""A register on a school's PostgreSQL server: sealed before it leaves this PC, one writer at a time."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import (
    URL,
    Column,
    Connection,
    CursorResult,
    Delete,
    Executable,
    Insert,
    NullPool,
    Select,
    create_engine,
    event,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

from consent.errors import Code, ConsentError
from consent.store.address import Address, Tls
from consent.store.cells import Cells
from consent.store.database import Database, Parameters
from consent.store.schema import metadata
from consent.store.sealed import row_of
from consent.store.sealing import opened, sealed_values, with_identities
from consent.store.tally import check_tally, count_in, tally

_WRITERS = 4_711_202_611
"""The advisory lock that every writing transaction of a register holds; locks are counted per database."""

_SESSION = (
    "SET lock_timeout = '20s'",  # for the other PC's writing to end
    "SET idle_in_transaction_session_timeout = '60s'",  # a PC that fell asleep must not hold the others up
    "SET client_min_messages = 'error'",
)
_LOCKED = "55P03"


class ServerDatabase(Database):
    """One PC's connection to the shared register. Before `unlock` only what is not sealed can be read."""

    def __init__(self, address: Address, password: str, *, tls: Tls = Tls.VERIFIED) -> None:
        """Connect; ConsentError SERVER_UNREACHABLE, SERVER_REFUSED or SERVER_NOT_TRUSTED."""
        self._arguments = address.connect_arguments(password, tls)
        super().__init__(
            create_engine(
                URL.create("postgresql+psycopg"),
                creator=self._connect,
                poolclass=NullPool,
                hide_parameters=True,  # an error message must not repeat a name
            )
        )
        self._cells: Cells | None = None
        self._changed: Counter[str] = Counter()
        self._closed = False
        event.listen(self._engine, "before_cursor_execute", self._seal, retval=True)
        self._open()

    def unlock(self, data_key: bytes) -> None:
        """From now on sealed cells can be read and written."""
        self._cells = Cells(data_key)

    @property
    def is_encrypted(self) -> bool:
        """Whether the way to the server is."""
        with self._lock:
            self._open()
            return bool(self._driver().pgconn.ssl_in_use)

    def execute(self, statement: Executable, parameters: Parameters = None) -> CursorResult[Any]:
        with self._lock, self._named_failure():
            connection: Connection = self._open()
            if not isinstance(statement, Insert | Delete):
                return connection.execute(statement, parameters)
            counting = {"preserve_rowcount": True}
            result = connection.execute(statement, parameters, execution_options=counting)
            name = str(getattr(statement.table, "name", ""))
            self._changed[name] += result.rowcount * (1 if isinstance(statement, Insert) else -1)
            return result

    def rows(self, statement: Executable) -> Sequence[Any]:
        with self._lock, self._named_failure():
            if self._cells is None or not isinstance(statement, Select):
                return self._open().execute(statement).all()
            whole = with_identities(statement)
            width = len(statement.selected_columns)
            return opened(whole, self._open().execute(whole), self._cells, width=width)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        with self._lock:
            before = Counter(self._changed)
            with contextlib.ExitStack() as unfinished:
                unfinished.callback(setattr, self, "_changed", before)
                with super().transaction():
                    yield
                unfinished.pop_all()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """One picture of the register for several queries; nothing can be written in it."""
        with self._lock:
            if self._depth:
                yield
                return
            self._command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            self._depth += 1
            with contextlib.ExitStack() as unfinished:
                unfinished.callback(self._undo, 0, len(self._hooks))
                yield
                self._command("COMMIT")
                unfinished.pop_all()
            self._depth -= 1

    def shrink(self) -> None:
        """Let the server give back the room of deleted rows; its disk and its backups are not ours to wipe."""
        with self._lock:
            if self._depth:
                raise ConsentError(Code.INVALID, "shrink inside a transaction")
            self._command("VACUUM " + ", ".join(sorted(metadata.tables)))

    def check(self) -> None:
        """Open every cell of every row, and count the rows."""
        with self.alone():
            for table in metadata.sorted_tables:
                self.rows(select(table))
            check_tally(self)

    def numbers_given(self, column: Column[int]) -> int:
        """From the tally, which the program seals: only for tables that nothing is deleted from."""
        return tally(self).get(str(column.table.name), 0)

    def fill(self, table_name: str, column_name: str, value: Any) -> None:
        """Write one value into every row of a column that a migration added."""
        table = metadata.tables[table_name]
        names = row_of(table)
        identities = self.rows(select(*(table.c[name] for name in names)))
        for identity in identities:
            here = [table.c[name] == found for name, found in zip(names, identity, strict=True)]
            self.change(update(table).where(*here).values({column_name: value}))

    def close(self) -> None:
        self._closed = True
        super().close()

    def _connect(self) -> Any:
        connection = psycopg.connect(
            **self._arguments,
            autocommit=True,
            prepare_threshold=None,  # a statement prepared before another PC's update would fail after it
        )
        for setting in _SESSION:
            connection.execute(setting)
        return connection

    def _open(self) -> Connection:
        if self._closed:
            raise ConsentError(Code.NOT_SIGNED_IN, "store closed")
        if self._connection is None:
            if self._depth:
                raise ConsentError(Code.SERVER_UNREACHABLE, "connection lost")
            try:
                self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            except (DBAPIError, psycopg.Error) as failed:
                raise ConsentError(_why_not(failed)) from None  # the cause repeats user and server
        return self._connection

    def _begin(self) -> None:
        self._command("BEGIN ISOLATION LEVEL READ COMMITTED")
        with contextlib.ExitStack() as unfinished:
            unfinished.callback(self._undo, 0, len(self._hooks))
            self._command(f"SELECT pg_advisory_xact_lock({_WRITERS})")
            unfinished.pop_all()

    def _commit(self) -> None:
        if self._cells is not None and any(self._changed.values()):
            count_in(self, self._changed)
        super()._commit()
        self._changed = Counter()

    def _in_transaction(self) -> bool:
        return bool(self._driver().info.transaction_status is not TransactionStatus.IDLE)

    def _seal(self, *sent: Any) -> tuple[str, Any]:
        """Whatever SQLAlchemy hands to the driver passes here."""
        _, _, statement, parameters, context, _ = sent
        compiled = context.compiled if context is not None else None
        if not isinstance(compiled, SQLCompiler) or not parameters:
            return statement, parameters
        cells = self._cells
        if cells is None:
            return statement, parameters  # a value in clear cannot be sent: see `Clear`
        if isinstance(parameters, Mapping):
            return statement, sealed_values(compiled, parameters, cells)
        return statement, [sealed_values(compiled, one, cells) for one in parameters]

    @contextlib.contextmanager
    def _named_failure(self) -> Iterator[None]:
        try:
            with super()._named_failure():
                yield
        except DBAPIError as failed:
            if failed.connection_invalidated or self._is_lost():
                self._drop()
                raise ConsentError(Code.SERVER_UNREACHABLE, "connection lost") from None
            if getattr(failed.orig, "sqlstate", None) == _LOCKED:
                raise ConsentError(Code.SERVER_UNREACHABLE, "another PC is writing") from None
            raise

    def _is_lost(self) -> bool:
        if self._connection is None or self._connection.invalidated or self._connection.closed:
            return True
        return bool(self._driver().closed)

    def _drop(self) -> None:
        """Forget a connection that is gone; the next statement outside a transaction makes another."""
        if self._connection is not None:
            with contextlib.suppress(DBAPIError):
                self._connection.close()
            self._connection = None


def _why_not(failed: Exception) -> Code:
    """Libpq tells why it has no connection in words only."""
    said = str(failed).lower()
    if "certificate" in said or "ssl" in said or "tls" in said:
        return Code.SERVER_NOT_TRUSTED
    refused = ("password", "authentication", "no pg_hba.conf entry", "role ", "database ", "permission")
    return Code.SERVER_REFUSED if any(word in said for word in refused) else Code.SERVER_UNREACHABLE
