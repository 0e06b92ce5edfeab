"""The key file of a shared register: one row beside the tables, so that every PC and the server count together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, func, insert, inspect, select, update

from consent.errors import Code, ConsentError
from consent.store.key_file import KeyFile, dump_key_file, parse_key_file
from consent.store.running import Running
from consent.store.server import ServerDatabase

# not among the schema's tables: it must be read before the form of those is known
_keys = Table(
    "key_file",
    MetaData(),
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
_IN_USE, _NOT_YET = 1, 0
_THIS = _keys.c.only == _IN_USE


class ServerKeys:
    """`consent.store.key_file.KeyPlace` in the register's own database."""

    def __init__(
        self, database: ServerDatabase, *, clock: Callable[[datetime], datetime] | None = None
    ) -> None:
        """`clock` makes the time of lock-outs out of this PC's; None: the server's own clock tells it."""
        self._database = database
        self._clock = clock

    def exist(self) -> bool:
        """Whether there is a register in this database that is in use."""
        with self._database.threads_waiting():
            there = inspect(self._database.connection()).has_table(_keys.name)
            return there and bool(self._database.rows(select(_keys.c.only).where(_THIS)))

    def create(self, content: KeyFile, *, in_use: bool = True) -> None:
        """Make the row; inside the transaction that makes the register."""
        _keys.create(self._database.connection(), checkfirst=True)
        only = _IN_USE if in_use else _NOT_YET
        self._database.change(insert(_keys).values(only=only, content=dump_key_file(content)))

    def settle(self, store: str) -> None:
        """Put this register into use where it was copied here and is not yet."""
        with self._database.transaction():
            if not inspect(self._database.connection()).has_table(_keys.name):
                return
            waiting = self._database.rows(select(_keys).where(_keys.c.only == _NOT_YET))
            if waiting and parse_key_file(bytes(waiting[0].content)).store == store:
                self._database.change(update(_keys).where(_keys.c.only == _NOT_YET).values(only=_IN_USE))

    def read(self) -> KeyFile:
        """ConsentError STORE_MISSING, STORE_DAMAGED or STORE_TOO_NEW."""
        found = self._database.rows(select(_keys).where(_THIS)) if self.exist() else ()
        if not found:
            raise ConsentError(Code.STORE_MISSING, "no register in this database")
        return parse_key_file(bytes(found[0].content))

    def write(self, content: KeyFile) -> None:
        self._database.change(update(_keys).where(_THIS).values(content=dump_key_file(content)))

    def held(self) -> AbstractContextManager[None]:
        return self._database.transaction()

    def moment(self, now: datetime, running: Running) -> tuple[datetime, Running]:
        """The server's time: a PC whose clock is set forward must not shorten the wait for all."""
        if self._clock is not None:
            return self._clock(now), running
        told = self._database.rows(select(func.clock_timestamp()))[0][0]
        return told.astimezone(UTC), Running()
