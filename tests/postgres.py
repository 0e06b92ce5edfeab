"""A PostgreSQL server of the tests' own: made anew, run by an ordinary user, stopped and removed at the end."""

from __future__ import annotations

import contextlib
import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import MappingProxyType

import psycopg
import pytest

from consent.store.address import Address

OWNER = "greenlight"
_SETTINGS = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=40",
    "log_statement=none",
)


@dataclass
class Cluster:
    """One running server; `folder` holds its data, its socket and its log."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def address(self, database: str) -> Address:
        """By the local socket."""
        return Address(str(self.folder), self.port, database, OWNER)

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """What the server's own administrator can do."""
        return psycopg.connect(
            host=str(self.folder), port=self.port, dbname=database, user=OWNER, autocommit=True
        )

    def database(self, like: str = "template1") -> str:
        """A new database, as `like` is."""
        name = f"t{next(self._numbers)}"
        with self.connect() as admin:
            admin.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
        return name


def binaries() -> Path | None:
    """Where Debian, or the path, has the server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextlib.contextmanager
def running(
    *settings: str, hba: str = "local all all trust\n", files: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Cluster]:
    """A server for the length of a block; skips the test where PostgreSQL is not installed.

    `files` are put beside its data, for the server's eyes only.
    """
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    user = _ordinary_user()
    with _folder(user) as folder:
        data = folder / "data"
        _run(
            [programs / "initdb", "--pgdata", data, "--username", OWNER, "--auth", "trust", "--no-sync",
             "--encoding", "UTF8", "--locale", "C"],
            user,
        )  # fmt: skip
        (data / "pg_hba.conf").write_text(hba)
        (data / "postgresql.auto.conf").write_text("".join(f"{one}\n" for one in (*_SETTINGS, *settings)))
        for name, content in files.items():
            (data / name).write_text(content)
            (data / name).chmod(0o600)
            if user is not None:
                shutil.chown(data / name, user)
        port = _free_port()
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, "-k", folder, "-p", str(port), "-h", "127.0.0.1"],
                stdout=log, stderr=log, user=user, cwd="/",
            )  # fmt: skip
        try:
            cluster = Cluster(folder, port, process)
            _wait(cluster)
            yield cluster
        finally:
            process.send_signal(signal.SIGINT)  # "fast": open connections are cut
            process.wait(30)


def _ordinary_user() -> str | None:
    """The server refuses to run as root; Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    pytest.skip(f"no user but {getpass.getuser()} to run PostgreSQL as")


@contextlib.contextmanager
def _folder(user: str | None) -> Iterator[Path]:
    # short: the path of a socket has room for a hundred letters
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[object], user: str | None) -> None:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, user=user, cwd="/", check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(cluster: Cluster) -> None:
    for _ in range(300):
        with contextlib.suppress(psycopg.OperationalError):
            cluster.connect().close()
            return
        assert cluster.process.poll() is None, (cluster.folder / "log").read_text()
        time.sleep(0.05)
    raise TimeoutError("PostgreSQL did not start")
