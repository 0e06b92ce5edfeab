"""A register on a school's server, as one PC opens it: its own folder here, keys and tables there."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select, text

from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.store.address import Address, Tls
from consent.store.backup import pack_backup
from consent.store.copying import copy_rows
from consent.store.database import Database
from consent.store.ground import Ground
from consent.store.key_file import KEY_FILE_NAME, KeyFile, KeyPlace, dump_key_file
from consent.store.keyring import Keyring, SharedKeyring
from consent.store.local import DATABASE_NAME, LocalDatabase
from consent.store.log import StoredAudit
from consent.store.migrate import make_tables, migrate
from consent.store.schema import audit, metadata, photo_keys
from consent.store.seat import Seat, read_seat, write_seat
from consent.store.server import ServerDatabase
from consent.store.server_keys import ServerKeys
from consent.store.shelf import StoredShelf
from consent.store.tally import check_tally

_LOCAL_FILES = (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm", KEY_FILE_NAME)


class SharedGround(Ground):
    """The server's side and this PC's side of one shared register."""

    def __init__(
        self,
        folder: Path,
        address: Address,
        password: str,
        *,
        tls: Tls = Tls.VERIFIED,
        clock: Callable[[datetime], datetime] | None = None,
    ) -> None:
        """`password` is the server's. `clock` makes the time of lock-outs out of this PC's; None: the server's clock tells it."""
        super().__init__(folder)
        self._address = address
        self._password = password
        self._tls = tls
        self._clock = clock
        self._database: ServerDatabase | None = None

    def __repr__(self) -> str:
        return "SharedGround"  # a password must not reach a traceback

    @property
    def keys(self) -> KeyPlace:
        return self._keys()

    def enter(self, unfinished: contextlib.ExitStack) -> None:
        seat = read_seat(self.folder)
        if seat is None:
            raise ConsentError(Code.STORE_MISSING)
        self.hold(unfinished)
        self.reach(unfinished)
        keys = self._keys()
        keys.settle(seat.store)  # where a move was cut off at its very end
        if keys.read().store != seat.store:
            raise ConsentError(Code.STORE_DAMAGED, "another register on the server")
        remove_local_register(self.folder)

    def clear(self, unfinished: contextlib.ExitStack) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if read_seat(self.folder) is not None or any((self.folder / name).exists() for name in _LOCAL_FILES):
            raise ConsentError(Code.STORE_EXISTS)
        self.hold(unfinished)
        self.reach(unfinished)
        if self._keys().exist():
            raise ConsentError(Code.STORE_EXISTS, "on the server")

    def make(
        self, data_key: bytes, content: KeyFile, unfinished: contextlib.ExitStack
    ) -> tuple[Database, Keyring]:
        database = self._server()
        unfinished.callback(self._remove)
        database.unlock(data_key)
        with database.transaction():
            self._remove()
            make_tables(database)
            StoredShelf(database).create()
            self._keys().create(content)
            keyring = SharedKeyring(database, self.keys, data_key)
            keyring.begin()
        write_seat(self.folder, Seat(self._address.written, content.store))
        return database, keyring

    def open(self, data_key: bytes, unfinished: contextlib.ExitStack) -> tuple[Database, Keyring]:
        del unfinished  # the connection was closed back by `enter`
        database = self._server()
        database.unlock(data_key)
        migrate(database)
        with database.alone():
            keyring = SharedKeyring(database, self.keys, data_key)
            keyring.check()
            check_tally(database)
            self._check_log(database)
        keyring.next_generation()
        self._remember(database)
        return database, keyring

    def backup(self, database: Database, keyring: Keyring, target: Path) -> str:
        """An encrypted file like any other backup: it can be restored on a PC without the server."""

        def copy_to(path: Path) -> bytes:
            path.touch(mode=0o600)
            copy = LocalDatabase(path, keyring.data_key)
            try:
                make_tables(copy)
                with database.alone():
                    copy_rows(database, copy)
                    content = keyring.read()
                copy.change(delete(photo_keys))
                copy.check()
                copy.shrink()
            finally:
                copy.close()
            return dump_key_file(content)

        return pack_backup(self.folder, target, copy_to)

    def join(self) -> None:
        """Make this PC one of those that share the register; what it remembered of it before is forgotten.

        ConsentError STORE_EXISTS where the folder holds a register of its own; STORE_MISSING where the server
        holds none; or the server's reason.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if read_seat(self.folder) is None and any((self.folder / name).exists() for name in _LOCAL_FILES):
            raise ConsentError(Code.STORE_EXISTS)
        with contextlib.ExitStack() as after:
            self.hold(after)
            self.reach(after)
            write_seat(self.folder, Seat(self._address.written, self._keys().read().store))

    def receive(self, source: Database, keyring: Keyring, *, by: str, now: datetime) -> None:
        """Copy an open register of this PC onto the server: whole, read back, and not yet in use there.

        ConsentError(STORE_EXISTS) where the server holds a register that is in use.
        """
        with contextlib.ExitStack() as unfinished:
            self.reach(unfinished)
            keys = self._keys()
            if keys.exist():
                raise ConsentError(Code.STORE_EXISTS, "on the server")
            database = self._server()
            database.unlock(keyring.data_key)
            with database.transaction():
                self._remove()  # what an earlier attempt left, which was never in use
                make_tables(database)
                StoredShelf(database).create()
                with source.alone():
                    copy_rows(source, database)
                    content = keyring.read()
                keys.create(replace(content, failures={}), in_use=False)
                StoredAudit(database).append(Event("register_moved", by, now))
            unfinished.pop_all()

    def shelf(self, database: Database) -> StoredShelf:
        """Beside the register."""
        return StoredShelf(database)

    @property
    def database(self) -> ServerDatabase:
        """The connection; after `enter`, `clear` or `receive`."""
        return self._server()

    def switch(self, keyring: Keyring) -> None:
        """From here on this PC's register is the server's; a moment later everyone's is."""
        store = keyring.read().store
        write_seat(self.folder, Seat(self._address.written, store))
        self._keys().settle(store)

    def leave(self, database: Database) -> None:
        with contextlib.suppress(ConsentError):  # a server that is gone must not keep the window open
            self._remember(database)
        super().leave(database)

    def disconnect(self) -> None:
        """Let go of the server without touching the folder."""
        if self._database is not None:
            self._database.close()

    def reach(self, unfinished: contextlib.ExitStack) -> None:
        """Connect, until the stack says that it failed."""
        self._database = ServerDatabase(self._address, self._password, tls=self._tls)
        unfinished.callback(self._database.close)

    def _server(self) -> ServerDatabase:
        if self._database is None:
            raise ConsentError(Code.NOT_SIGNED_IN, "server")
        return self._database

    def _keys(self) -> ServerKeys:
        return ServerKeys(self._server(), clock=self._clock)

    def _remove(self) -> None:
        """Take a register that is not in use off the server."""
        database = self._server()
        if self._keys().exist():
            raise ConsentError(Code.STORE_EXISTS, "on the server")
        names = [*metadata.tables, "alembic_version", "key_file", "photo_pieces"]
        database.execute(text(f"DROP TABLE IF EXISTS {', '.join(sorted(names))} CASCADE"))

    def _check_log(self, database: Database) -> None:
        seat = read_seat(self.folder)
        if seat is None or not seat.seen:
            return
        found = database.rows(select(audit.c.number, audit.c.seal).where(audit.c.number == seat.seen))
        if not found or found[0].seal != seat.seal:
            raise ConsentError(Code.STORE_DAMAGED, "server rolled back")

    def _remember(self, database: Database) -> None:
        seat = read_seat(self.folder)
        newest = select(audit.c.number, audit.c.seal).order_by(audit.c.number.desc()).limit(1)
        found = database.rows(newest)
        if seat is not None and found:
            write_seat(self.folder, replace(seat, seen=found[0].number, seal=found[0].seal))


def remove_local_register(folder: Path) -> None:
    """Delete the encrypted file and its keys, once the register lies on a server."""
    for name in _LOCAL_FILES:
        (folder / name).unlink(missing_ok=True)


def reach(ground: SharedGround) -> str:
    """That the register's server answers, in words without a name; raises as opening does before the password."""
    with contextlib.ExitStack() as after:
        ground.reach(after)
        version = str(ground.database.rows(text("SHOW server_version"))[0][0]).split(" ")[0]
        there = ground.database.is_encrypted
        return f"on a PostgreSQL {version} server, {'encrypted' if there else 'not encrypted'} on the way"
