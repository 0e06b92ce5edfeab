"""Encrypted stores for tests: cheap passwords, and a copy of one made store instead of making each anew."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from consent.accounts import Account, Role
from consent.errors import Code, ConsentError
from consent.ports import Store
from consent.store import Cost, EncryptedStore, SharedGround, create_store, open_store
from consent.store.schema import metadata
from tests.factories import NOW, an_account
from tests.postgres import Cluster

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
PASSWORD = "correct horse"
ADMIN = an_account("a1", Role.OFFICE, Role.ADMIN)


def make_store(folder: Path, admin: Account = ADMIN) -> str:
    """A new, closed store whose admin `a1` has PASSWORD; its recovery key."""
    store, recovery_key = create_store(folder, admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    store.close()
    return recovery_key


def copied(made: Path, folder: Path) -> Path:
    """A copy of a closed store."""
    shutil.copytree(made, folder)
    return folder


Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True)
class MadeOnServer:
    """A register on the tests' server, and the folder of a PC that shares it."""

    cluster: Cluster
    database: str
    folder: Path
    recovery_key: str = ""

    def ground(self) -> SharedGround:
        """For opening it; waits after wrong passwords are counted by the time that the test tells."""
        return SharedGround(self.folder, self.cluster.address(self.database), "", clock=lambda told: told)

    def opened(self, user_name: str = "a1", password: str = PASSWORD) -> EncryptedStore:
        """The register, open on this PC."""
        return open_store(self.ground(), user_name, password, now=NOW, cost=CHEAP)[0]

    def copied(self, folder: Path) -> MadeOnServer:
        """A copy of the closed register, with a folder of its own."""
        copy = MadeOnServer(self.cluster, self.cluster.database(self.database), folder, self.recovery_key)
        copy.ground().join()
        return copy

    def rewind(self, rows: Rows) -> None:
        """Put back what `rows` found, which is faster than another database."""
        with self.cluster.connect(self.database) as admin, admin.transaction():
            admin.execute("SET LOCAL session_replication_role = replica")  # no triggers, no foreign keys
            admin.execute("; ".join(f"DELETE FROM {name}" for name in rows).encode())  # noqa: S608
            for table, found in rows.items():
                for row in found:
                    places = ", ".join(["%s"] * len(row))
                    admin.execute(f"INSERT INTO {table} VALUES ({places})".encode(), row)  # noqa: S608

    def rows(self) -> Rows:
        """Every row of every table, as the server holds it."""
        names = [*metadata.tables, "key_file", "photo_pieces"]
        with self.cluster.connect(self.database) as admin:
            return {name: admin.execute(f"SELECT * FROM {name}".encode()).fetchall() for name in names}  # noqa: S608

    def beside(self, folder: Path) -> MadeOnServer:
        """A second PC of the same register."""
        second = MadeOnServer(self.cluster, self.database, folder, self.recovery_key)
        second.ground().join()
        return second


def make_on_server(cluster: Cluster, folder: Path, admin: Account = ADMIN) -> MadeOnServer:
    """A new, closed register on the server, as `make_store` makes one in a folder."""
    made = MadeOnServer(cluster, cluster.database(), folder)
    store, key = create_store(made.ground(), admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    store.close()
    return replace(made, recovery_key=key)


def opened(folder: Path, user_name: str = "a1", password: str = PASSWORD) -> EncryptedStore:
    """The store of `folder`, open."""
    return open_store(folder, user_name, password, now=NOW, cost=CHEAP)[0]


def refused(code: Code, call: Callable[..., object], *arguments: object, **named: object) -> ConsentError:
    """The ConsentError with this code that the call raises."""
    with pytest.raises(ConsentError) as raised:
        call(*arguments, **named)
    assert raised.value.code is code
    return raised.value


class PowerCutError(Exception):
    """What ends a transaction before its time."""


@contextlib.contextmanager
def cut_off(store: Store) -> Iterator[None]:
    """A transaction that fails at its very end."""
    with contextlib.suppress(PowerCutError), store.transaction():
        yield
        raise PowerCutError
