"""A backup holds the register of its day, locked, and nothing that was to be forgotten."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from consent.accounts import AccountId
from consent.errors import Code
from consent.publications import PhotoId
from consent.store import open_on_computer, open_with_recovery, replace_by_backup, restore_backup
from tests.factories import NOW, TODAY, a_person, an_account
from tests.stores import CHEAP, PASSWORD, make_store, opened, refused

BY = AccountId("a1")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Path]:
    """A closed store with one person, its recovery key, and a backup of it."""
    folder = tmp_path_factory.mktemp("made")
    recovery_key = make_store(folder / "store")
    store = opened(folder / "store")
    store.register.put_person(a_person(name="Canaryella Featherstone"))
    store.keys.put_key(PhotoId("f1"), b"k" * 32)
    store.backup(folder / "backup", by=BY, now=NOW)
    store.close()
    return folder / "store", recovery_key, folder / "backup"


def test_a_backup_restored_elsewhere_opens_with_password_and_recovery_key(
    made: tuple[Path, str, Path], tmp_path: Path
) -> None:
    restore_backup(made[2], tmp_path / "new pc")
    store = opened(tmp_path / "new pc")
    assert store.register.people() == [a_person(name="Canaryella Featherstone")]
    acts = [entry.event.act for entry in store.audit.entries()]
    assert acts[-3:] == ["backup_made", "store_restored", "sign_in"]
    store.check()
    store.close()
    store = opened(tmp_path / "new pc")
    assert [entry.event.act for entry in store.audit.entries()].count("store_restored") == 1
    store.close()
    open_with_recovery(tmp_path / "new pc", made[1], now=NOW, cost=CHEAP).close()


def test_a_restored_store_says_so_in_its_log_whoever_opens_it(tmp_path: Path) -> None:
    make_store(tmp_path / "store")
    store = opened(tmp_path / "store")
    computer, secret = store.computers.remember_computer(BY, on=TODAY)
    store.backup(tmp_path / "backup", by=BY, now=NOW)
    store.close()
    restore_backup(tmp_path / "backup", tmp_path / "new pc")
    store, _ = open_on_computer(tmp_path / "new pc", computer.id, secret, now=NOW, cost=CHEAP)
    assert [entry.event.act for entry in store.audit.entries()][-2:] == ["store_restored", "sign_in"]
    store.close()


def test_a_backup_leaves_the_keys_of_photos_out_and_the_store_as_it_was(
    made: tuple[Path, str, Path], tmp_path: Path
) -> None:
    restore_backup(made[2], tmp_path / "new")
    restored = opened(tmp_path / "new")
    assert restored.keys.key(PhotoId("f1")) is None
    restored.close()
    shutil.copytree(made[0], tmp_path / "old")
    store = opened(tmp_path / "old")
    assert store.keys.key(PhotoId("f1")) == b"k" * 32
    store.close()
    assert {path.name for path in made[0].iterdir()} == {"register.db", "keys.json", "lock"}


def test_promise_33_a_backup_holds_nothing_in_clear(made: tuple[Path, str, Path]) -> None:
    content = made[2].read_bytes()
    for word in ("Canaryella", "Featherstone", PASSWORD, made[1]):
        assert word.encode() not in content
        assert word.encode("utf-16-le") not in content


def test_a_backup_of_an_open_store_has_what_was_just_written(tmp_path: Path) -> None:
    make_store(tmp_path / "store")
    store = opened(tmp_path / "store")
    for number in range(3):
        store.register.put_person(a_person(f"p{number}"))
        store.backup(tmp_path / f"backup {number}", by=BY, now=NOW)
    store.accounts.add_account(an_account("a2"), "second password")
    store.backup(tmp_path / "backup 3", by=BY, now=NOW)
    store.close()
    for number, people in enumerate((1, 2, 3, 3)):
        restore_backup(tmp_path / f"backup {number}", tmp_path / f"restored {number}")
        restored = opened(tmp_path / f"restored {number}")
        assert len(restored.register.people()) == people
        restored.close()
    opened(tmp_path / "restored 3", "a2", "second password").close()


def test_neither_backup_nor_restoring_writes_over_anything(
    made: tuple[Path, str, Path], tmp_path: Path
) -> None:
    shutil.copytree(made[0], tmp_path / "store")
    store = opened(tmp_path / "store")
    (tmp_path / "taken").write_bytes(b"dear")
    refused(Code.DUPLICATE, store.backup, tmp_path / "taken", by=BY, now=NOW)
    store.close()
    assert (tmp_path / "taken").read_bytes() == b"dear"
    refused(Code.STORE_EXISTS, restore_backup, made[2], tmp_path / "store")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store", "taken"]


def _repacked(content: bytes, folder: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> bytes:
    (folder / "in").write_bytes(content)
    with zipfile.ZipFile(folder / "in") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(folder / "out", "w") as archive:
        for name, part in change(parts).items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return (folder / "out").read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: {},
        lambda parts: {**parts, "../../evil": b"x"},
        lambda parts: {"../keys.json": parts["keys.json"], "register.db": parts["register.db"]},
        lambda parts: {**parts, "keys.json": b"{}"},
        lambda parts: {**parts, "keys.json": b" " * 2_000_000},
        lambda parts: {**parts, "register.db": b""},
        lambda parts: {**parts, "register.db": parts["register.db"][:-1]},
        lambda parts: {**parts, "register.db": b"SQLite format 3\x00" + bytes(4080)},
    ],
)
def test_promise_34_what_is_no_backup_is_refused_and_leaves_nothing(
    made: tuple[Path, str, Path], tmp_path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]
) -> None:
    (tmp_path / "bad").write_bytes(_repacked(made[2].read_bytes(), tmp_path, change))
    refused(Code.STORE_DAMAGED, restore_backup, tmp_path / "bad", tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["lock"]


@pytest.mark.parametrize("cut", [0, 1, 1000, -1])
def test_a_cut_backup_is_refused(made: tuple[Path, str, Path], tmp_path: Path, cut: int) -> None:
    (tmp_path / "cut").write_bytes(made[2].read_bytes()[:cut])
    refused(Code.STORE_DAMAGED, restore_backup, tmp_path / "cut", tmp_path / "new")


def test_a_flipped_bit_in_a_backup_is_noticed(made: tuple[Path, str, Path], tmp_path: Path) -> None:
    content = bytearray(made[2].read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "flipped").write_bytes(content)
    refused(Code.STORE_DAMAGED, restore_backup, tmp_path / "flipped", tmp_path / "new")


def test_promise_34_a_damaged_store_is_replaced_by_its_backup_and_kept_aside(
    made: tuple[Path, str, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "store"
    shutil.copytree(made[0], folder)
    damaged = (folder / "register.db").read_bytes()[:-4096]
    (folder / "register.db").write_bytes(damaged)
    refused(Code.STORE_DAMAGED, restore_backup, tmp_path / "no backup", tmp_path / "elsewhere")
    (tmp_path / "no backup").write_bytes(b"PK")
    refused(Code.STORE_DAMAGED, replace_by_backup, tmp_path / "no backup", folder, now=NOW)
    assert (folder / "register.db").read_bytes() == damaged  # a bad backup moves nothing
    aside = replace_by_backup(made[2], folder, now=NOW)
    assert (aside / "register.db").read_bytes() == damaged
    store = opened(folder)
    assert store.register.people() == [a_person(name="Canaryella Featherstone")]
    store.check()
    refused(Code.STORE_IN_USE, replace_by_backup, made[2], folder, now=NOW)
    store.close()
    assert {path.name for path in folder.iterdir()} == {"register.db", "keys.json", "lock", aside.name}
    refused(Code.STORE_MISSING, replace_by_backup, made[2], tmp_path, now=NOW)
