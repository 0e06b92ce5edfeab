"""Destinations, incidents and papers from the command line, on a real store."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.run import run
from app.cli.status import Status
from consent.accounts import Role
from consent.store import create_store
from tests.factories import NOW, a_platform, an_account
from tests.stores import CHEAP, PASSWORD


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    admin = an_account("a1", *Role)
    opened, _ = create_store(folder, admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    opened.register.put_platform(a_platform())
    opened.close()
    secret = tmp_path / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o600)
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(secret))
    monkeypatch.setenv("GREENLIGHT_USER", "a1")
    return folder


def told(store: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = run([*words, "--store", str(store)])
    shown = capsys.readouterr()
    return status, shown.out + shown.err


def test_a_destination_is_put_down_tested_used_and_forgotten(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    add = ("destination", "add", "site", "--kind", "folder", "--folder", str(out))
    assert told(store, capsys, *add)[0] == Status.WELL
    assert told(store, capsys, "destination", "test", "site")[0] == Status.WELL
    assert list(out.iterdir()) == []
    assert told(store, capsys, "destination", "use", "website", "site")[0] == Status.WELL
    assert "site" in told(store, capsys, "destination", "list")[1]
    assert told(store, capsys, "destination", "remove", "site")[0] == Status.WELL
    assert told(store, capsys, "destination", "test", "site")[0] == Status.WRONG_USE


def test_a_secret_is_shown_nowhere(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret"
    secret.write_text("an application password\n")
    add = (
        "destination",
        "add",
        "wp",
        "--kind",
        "wordpress",
        "--address",
        "https://school.example",
        "--login",
        "o",
    )
    assert told(store, capsys, *add, "--secret-file", str(secret))[0] == Status.WELL
    assert "application password" not in told(store, capsys, "destination", "list")[1]


def test_an_address_that_is_not_encrypted_is_refused(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x\n")
    add = ("destination", "add", "dav", "--kind", "webdav", "--address", "http://school.example")
    assert told(store, capsys, *add, "--secret-file", str(secret))[0] == Status.WRONG_USE


def test_nothing_to_deliver_and_nothing_doubtful_end_well(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(store, capsys, "deliver")[0] == Status.WELL
    assert told(store, capsys, "post", "doubtful")[0] == Status.WELL
    assert told(store, capsys, "deliver", "no such batch")[0] == Status.WRONG_USE
    assert told(store, capsys, "post", "settle", "x.jpg", "there")[0] == Status.WRONG_USE


def test_an_incident_is_opened_listed_and_printed(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(store, capsys, "incident", "open", "a name stayed legible")[0] == Status.WELL
    status, shown = told(store, capsys, "incident", "list")
    assert status == Status.WELL
    identity = next(
        word for line in shown.splitlines() if "legible" in line for word in line.split() if len(word) == 16
    )
    paper = tmp_path / "incident.pdf"
    assert told(store, capsys, "incident", "report", identity, "--out", str(paper))[0] == Status.WELL
    assert paper.read_bytes().startswith(b"%PDF-")
    assert (
        told(store, capsys, "incident", "report", identity, "--out", str(tmp_path / "x.csv"))[0]
        == Status.WRONG_USE
    )
