"""The stores that keep one contract (encrypted on disk, on a server, in memory), and the destinations that keep another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.destinations.base import Destination
from app.destinations.on_record import open_record
from consent.ports import Store
from tests.fakes.store import MemoryStore
from tests.postgres import Cluster
from tests.servers.running import Server
from tests.stores import MadeOnServer, Rows, copied, make_on_server, make_store, opened


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store; copy it."""
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder)
    return folder


@pytest.fixture(scope="session")
def made_on_server(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[MadeOnServer, Rows]:
    """A closed register on the tests' server, and its rows to go back to."""
    made = make_on_server(cluster, tmp_path_factory.mktemp("seat") / "store")
    return made, made.rows()


@pytest.fixture(params=["encrypted", "memory", "server"])
def store(request: pytest.FixtureRequest, made_store: Path, tmp_path: Path) -> Iterator[Store]:
    """An open store with the admin `a1`."""
    match request.param:
        case "memory":
            one: Store = MemoryStore()
        case "encrypted":
            one = opened(copied(made_store, tmp_path / "store"))
        case _:
            made, rows = request.getfixturevalue("made_on_server")
            made.rewind(rows)
            one = made.beside(tmp_path / "store").opened()
    yield one
    one.close()


@pytest.fixture
def server(running: Server) -> Server:
    """The destination's server that a file of tests has `running`, with nothing on it."""
    running.clear()
    return running


@pytest.fixture
def destination(server: Server) -> Iterator[Destination]:
    """What the program speaks to that server with."""
    opened = open_record(server.record, server.secret)
    yield opened
    opened.close()
