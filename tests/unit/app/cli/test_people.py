"""`people import` and `people list` as they are typed, on a real store."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.cli.roll_words import ACCEPT, HELD, MAPPING, REASONS, SHEET
from app.cli.run import run
from app.cli.status import Status
from app.people.consents import HeldWhy
from app.people.refusals import MappingFault, Reason, SheetFault
from app.people.roll import Accepted
from app.places import Places
from consent.accounts import Role
from consent.policy import Policy
from consent.store import create_store
from tests.factories import NOW, a_platform, an_account
from tests.stores import CHEAP, PASSWORD, opened

MAPPING_TEXT = """
[columns]
school_id = "ID"
legal_name = "Name"
class_name = "Class"
[[consents]]
column = "Web photo"
kind = "photo"
platforms = ["website"]
"""
ROLL = "ID;Name;Class;Web photo\r\n1;Zoë Lee;3B;yes\r\n2;Ben Ito;3B;opt-out\r\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store whose lead signs in, with a mapping and a roll beside it."""
    places = Places.of(tmp_path / "store")
    places.prepare()
    lead = replace(an_account("a1", Role.LEAD, Role.ADMIN), policy_read="1")
    store, _ = create_store(places.store, admin=lead, password=PASSWORD, now=NOW, cost=CHEAP)
    store.register.put_policy(Policy(school="Test School"))
    store.register.put_platform(a_platform("website"))
    store.close()
    (tmp_path / "password").write_text(PASSWORD)
    (tmp_path / "password").chmod(0o600)
    (tmp_path / "mapping.toml").write_text(MAPPING_TEXT)
    (tmp_path / "roll.csv").write_bytes(ROLL.encode("cp1252"))
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(tmp_path / "password"))
    monkeypatch.setenv("GREENLIGHT_USER", "a1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def greenlight(folder: Path, *typed: str) -> int:
    return run(["people", *typed, "--store", str(folder / "store")])


def names(folder: Path) -> list[str]:
    store = opened(folder / "store")
    try:
        return [person.legal_name for person in store.register.people()]
    finally:
        store.close()


def records(told: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told.splitlines()]


def test_a_dry_run_tells_what_would_change_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert greenlight(folder, "import", "roll.csv", "--mapping", "mapping.toml", "--dry-run") == Status.WELL
    told = capsys.readouterr()
    assert "Zoë Lee" in told.out
    assert "joined 2" in told.out
    assert names(folder) == []


def test_a_roll_is_taken_over_and_the_list_shows_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = ("import", "roll.csv", "--mapping", "mapping.toml", "--json")
    assert greenlight(folder, *typed) == Status.WELL
    told = records(capsys.readouterr().out)
    assert [one["change"] for one in told] == ["joined", "joined", "permission", "permission", "summary"]
    assert told[2] == {
        "change": "permission", "school_id": "1", "about": "photo website", "before": "no_record", "after": "granted",
    }  # fmt: skip
    assert greenlight(folder, "list") == Status.WELL
    assert "Zoë Lee" in capsys.readouterr().out
    assert names(folder) == ["Zoë Lee", "Ben Ito"]


def test_a_refused_row_keeps_everything_out_until_it_is_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "roll.csv").open("ab") as file:
        file.write(b"2;Ben Again;3B;yes\r\n")
    typed = ("import", "roll.csv", "--mapping", "mapping.toml")
    assert greenlight(folder, *typed, "--dry-run") == Status.REFUSED
    assert greenlight(folder, *typed) == Status.REFUSED
    told = capsys.readouterr()
    assert REASONS[Reason.DUPLICATE_ID] in told.out
    assert "--accept-refused" in told.err
    assert names(folder) == []
    assert greenlight(folder, *typed, "--accept-refused") == Status.WELL
    assert names(folder) == ["Zoë Lee"]


@pytest.mark.parametrize(
    ("roll", "mapping", "status", "told"),
    [
        (b"PK\x03\x04nonsense", MAPPING_TEXT, Status.REFUSED, "damaged"),
        (None, MAPPING_TEXT, Status.REFUSED, "could not be read"),
        (ROLL.encode(), "nonsense", Status.WRONG_USE, "TOML or JSON"),
        (b"ID;Name;Class\r\n1;A;B\r\n", MAPPING_TEXT, Status.WRONG_USE, "Web photo"),
        (ROLL.encode(), MAPPING_TEXT.replace("website", "all"), Status.WRONG_USE, "no such platform"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    folder: Path, roll: bytes | None, mapping: str, status: Status, told: str, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    if roll is None:
        (folder / "roll.csv").unlink()
    else:
        (folder / "roll.csv").write_bytes(roll)
    (folder / "mapping.toml").write_text(mapping)
    assert greenlight(folder, "import", "roll.csv", "--mapping", "mapping.toml") == status
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


def test_without_a_mapping_names_and_classes_come_in_and_no_one_leaves(folder: Path) -> None:
    (folder / "plain.csv").write_text("School ID,Name,Class,Year\n1,Zoë Lee,3B,3\n")
    assert greenlight(folder, "import", "plain.csv") == Status.WELL
    (folder / "plain.csv").write_text("School ID,Name,Class,Year\n2,Ben Ito,3B,3\n")
    assert greenlight(folder, "import", "plain.csv") == Status.WELL
    assert names(folder) == ["Zoë Lee", "Ben Ito"]


def test_promise_46_a_name_like_a_formula_is_inert_in_the_exported_list(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    greenlight(folder, "import", "roll.csv", "--mapping", "mapping.toml")
    store = opened(folder / "store")
    person = store.register.people()[0]
    store.register.put_person(
        replace(person, legal_name="=cmd|' /C calc'!A0", known_as="@x", class_name="+1")
    )
    store.close()
    assert greenlight(folder, "list", "--out", "list.csv") == Status.WELL
    assert "not encrypted" in capsys.readouterr().err
    written = (folder / "list.csv").read_bytes()
    cells = [cell for row in csv.reader(written.decode("utf-8-sig").splitlines()) for cell in row]
    assert "'=cmd|' /C calc'!A0" in cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert (folder / "list.csv").stat().st_mode & 0o077 == 0
    assert greenlight(folder, "list", "--out", "list.csv") == Status.FAILED  # never over a file that is there
    assert (folder / "list.csv").read_bytes() == written


def test_every_reason_has_words() -> None:
    for words, codes in (
        (SHEET, SheetFault), (MAPPING, MappingFault), (REASONS, Reason), (HELD, HeldWhy), (ACCEPT, Accepted),
    ):  # fmt: skip
        assert set(words) == set(codes)
