"""Where a store lies: its keys, its database and the lock that keeps a second program on this PC out."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from pathlib import Path

from consent.errors import Code, ConsentError
from consent.store.backup import RESTORED_NAME, make_backup
from consent.store.database import Database
from consent.store.key_file import (
    KEY_FILE_NAME,
    FolderKeys,
    KeyFile,
    KeyPlace,
    sweep_drafts,
    write_key_file,
)
from consent.store.keyring import Keyring
from consent.store.local import DATABASE_NAME, LocalDatabase
from consent.store.lock import FolderLock
from consent.store.migrate import make_tables, migrate
from consent.store.shelf import StoredShelf


class Ground(ABC):
    """One store's place, seen from one PC, which has a folder in any case.

    Whatever is called back in a given stack happens only where opening or making the store fails.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: FolderLock | None = None

    @property
    @abstractmethod
    def keys(self) -> KeyPlace:
        """Where the key file lies; after `enter` or `clear`."""

    @abstractmethod
    def enter(self, unfinished: contextlib.ExitStack) -> None:
        """Hold the folder. ConsentError STORE_MISSING, STORE_DAMAGED, STORE_IN_USE, or a server's reason."""

    @abstractmethod
    def clear(self, unfinished: contextlib.ExitStack) -> None:
        """Hold the folder for a store that is about to be made; ConsentError(STORE_EXISTS) where one is."""

    @abstractmethod
    def make(
        self, data_key: bytes, content: KeyFile, unfinished: contextlib.ExitStack
    ) -> tuple[Database, Keyring]:
        """An empty database that belongs to this key file."""

    @abstractmethod
    def open(self, data_key: bytes, unfinished: contextlib.ExitStack) -> tuple[Database, Keyring]:
        """The database, brought to today's form and found to belong to its key file."""

    @abstractmethod
    def backup(self, database: Database, keyring: Keyring, target: Path) -> str:
        """The whole register, locked, in the new file `target`; its SHA-256 (hex)."""

    def shelf(self, database: Database) -> StoredShelf | None:
        """Where photos lie for the other PCs; None where there are none."""
        del database
        return None

    def came_out_of_a_backup(self) -> bool:
        """Whether what stands here was restored, and that does not stand in its log yet."""
        return (self.folder / RESTORED_NAME).exists()

    def forget_backup(self) -> None:
        """That it was restored stands in the log now."""
        (self.folder / RESTORED_NAME).unlink(missing_ok=True)

    def leave(self, database: Database) -> None:
        """Close everything and let go of the folder."""
        database.close()
        self.release()

    def hold(self, unfinished: contextlib.ExitStack) -> None:
        """Take the folder's lock; ConsentError(STORE_IN_USE)."""
        self._lock = FolderLock(self.folder)
        unfinished.callback(self.release)

    def release(self) -> None:
        """Let go of the folder."""
        if self._lock is not None:
            self._lock.release()


class LocalGround(Ground):
    """A folder of this PC with everything in it."""

    @property
    def keys(self) -> KeyPlace:
        return FolderKeys(self.folder)

    def enter(self, unfinished: contextlib.ExitStack) -> None:
        if not (self.folder / KEY_FILE_NAME).exists():
            has_database = (self.folder / DATABASE_NAME).exists()
            raise ConsentError(Code.STORE_DAMAGED if has_database else Code.STORE_MISSING)
        self.hold(unfinished)
        sweep_drafts(self.folder)

    def clear(self, unfinished: contextlib.ExitStack) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (self.folder / KEY_FILE_NAME).exists() or (self.folder / DATABASE_NAME).exists():
            raise ConsentError(Code.STORE_EXISTS)
        self.hold(unfinished)

    def make(
        self, data_key: bytes, content: KeyFile, unfinished: contextlib.ExitStack
    ) -> tuple[Database, Keyring]:
        """The key file is written last: without it there is no store."""
        unfinished.callback(self._remove_draft)
        (self.folder / DATABASE_NAME).touch(mode=0o600)
        database = LocalDatabase(self.folder / DATABASE_NAME, data_key)
        unfinished.callback(database.close)
        make_tables(database)
        write_key_file(self.folder, content)
        keyring = Keyring(database, self.keys, data_key)
        keyring.begin()
        return database, keyring

    def open(self, data_key: bytes, unfinished: contextlib.ExitStack) -> tuple[Database, Keyring]:
        if not (self.folder / DATABASE_NAME).is_file():
            raise ConsentError(Code.STORE_DAMAGED, "no database")
        database = LocalDatabase(self.folder / DATABASE_NAME, data_key)
        unfinished.callback(database.close)
        migrate(database)
        keyring = Keyring(database, self.keys, data_key)
        keyring.check()
        keyring.next_generation()
        return database, keyring

    def backup(self, database: Database, keyring: Keyring, target: Path) -> str:
        return make_backup(database, keyring, self.folder, target=target)

    def _remove_draft(self) -> None:
        """A store that could not be made leaves nothing behind; it was never shown to anyone."""
        for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm", KEY_FILE_NAME):
            (self.folder / name).unlink(missing_ok=True)
