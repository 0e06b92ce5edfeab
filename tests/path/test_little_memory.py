"""A computer with too little free memory for a password says so; it counts nobody out and lets in whom it can."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.sentences import CONSENT
from app.cli.status import Status
from consent.accounts import AccountId
from consent.errors import Code, ConsentError
from consent.store import open_store
from consent.store.cost import MOST_MEMORY_KIB, Cost
from consent.store.key_file import read_key_file, write_key_file
from consent.store.lockout import FREE_TRIES
from tests.factories import NOW
from tests.stores import PASSWORD, make_store, opened, refused

ME = AccountId("a1")
DEAR = Cost(memory_kib=MOST_MEMORY_KIB, passes=1)

# A command line that may take 192 MiB more than its libraries: enough for a store, not for the dear box.
SHORT_OF_MEMORY = """
import resource, sys
from pathlib import Path
import app.__main__, app.cli.run, app.wiring, consent.store

pages = int(Path("/proc/self/statm").read_text().split()[0])
most = pages * resource.getpagesize() + 192 * 2**20
resource.setrlimit(resource.RLIMIT_AS, (most, most))
sys.exit(app.__main__.main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose admin's box takes as much memory as any may."""
    folder = tmp_path_factory.mktemp("dear") / "store"
    make_store(folder)
    store = opened(folder)
    store.accounts._cost = DEAR
    store.accounts.set_password(ME, PASSWORD)
    store.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "store")
    return tmp_path / "store"


def at_the_command_line(folder: Path, password: str) -> tuple[int, str]:
    """How `greenlight due` ended for the admin on a computer that has little memory left, and what it said."""
    file = folder.parent / "password"
    file.write_text(password)
    file.chmod(0o600)
    done = subprocess.run(
        [sys.executable, "-c", SHORT_OF_MEMORY, "due", "--user", "a1", "--store", str(folder)],
        env={**os.environ, "GREENLIGHT_PASSWORD_FILE": str(file)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="no other system holds a program to RLIMIT_AS")
def test_who_signs_in_with_too_little_memory_is_told_so_and_not_counted_out(folder: Path) -> None:
    for _ in range(FREE_TRIES - 1):
        refused(Code.WRONG_PASSWORD, opened, folder, "a1", "some wrong password")
    before = read_key_file(folder)
    for password in ("some wrong password", PASSWORD):
        status, said = at_the_command_line(folder, password)
        assert (status, CONSENT[Code.NOT_ENOUGH_MEMORY] in said) == (Status.FAILED, True), said
    assert read_key_file(folder) == before
    opened(folder).close()


def test_a_try_that_is_taken_back_takes_back_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile_elsewhere(*_: object, **__: object) -> None:
        content = read_key_file(folder)
        stands = content.failures[ME]
        more = replace(stands, count=stands.count + 1)
        write_key_file(folder, replace(content, failures={**content.failures, ME: more}))
        raise ConsentError(Code.NOT_ENOUGH_MEMORY)

    monkeypatch.setattr("consent.store.signing_in.unseal", meanwhile_elsewhere)
    refused(Code.NOT_ENOUGH_MEMORY, opened, folder)
    assert read_key_file(folder).failures[ME].count == 1


def test_who_can_be_let_in_is_let_in_although_no_dearer_box_can_be_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ConsentError(Code.NOT_ENOUGH_MEMORY)

    before = read_key_file(folder)
    monkeypatch.setattr("consent.store.staff.seal", refuse)
    dearer = replace(DEAR, passes=2)
    store, _ = open_store(folder, "a1", PASSWORD, now=NOW, cost=dearer)
    refused(Code.NOT_ENOUGH_MEMORY, store.accounts.set_password, ME, "another quiet phrase")
    store.close()
    assert read_key_file(folder).boxes == before.boxes
    opened(folder).close()
