"""Making and opening a store: who gets in, who does not, and what a damaged or foreign folder is called."""

from __future__ import annotations

import json
import multiprocessing
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from consent.accounts import AccountId, Role
from consent.errors import Code, ConsentError
from consent.store import (
    EncryptedStore,
    Running,
    create_store,
    open_on_computer,
    open_store,
    open_with_recovery,
)
from consent.store.key_file import KeyFile, read_key_file, write_key_file
from tests.factories import NOW, a_person, an_account
from tests.faults import Disk, FlipBit
from tests.stores import ADMIN, CHEAP, PASSWORD, make_store, opened, refused


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed store and its recovery key."""
    folder = tmp_path_factory.mktemp("made") / "store"
    return folder, make_store(folder)


@pytest.fixture
def folder(made: tuple[Path, str], tmp_path: Path) -> Path:
    shutil.copytree(made[0], tmp_path / "store")
    return tmp_path / "store"


def enter(folder: Path, password: str = PASSWORD, **named: object) -> None:
    open_store(folder, "a1", password, **{"now": NOW, "cost": CHEAP, **named})[0].close()  # type: ignore[arg-type]


def test_a_new_store_holds_its_admin_and_a_log_that_begins_with_its_making(tmp_path: Path) -> None:
    store, recovery_key = create_store(tmp_path / "new", admin=ADMIN, password=PASSWORD, now=NOW, cost=CHEAP)
    assert store.accounts.accounts() == [ADMIN]
    assert [(entry.event.act, entry.event.actor) for entry in store.audit.entries()] == [
        ("store_created", "a1")
    ]
    assert len(recovery_key.split("-")) == 8
    store.close()


def test_opening_gives_the_account_and_what_was_written(folder: Path) -> None:
    store = opened(folder)
    store.register.put_person(a_person())
    store.close()
    store, account = open_store(folder, "a1", PASSWORD, now=NOW, cost=CHEAP)
    assert account == ADMIN
    assert store.register.people() == [a_person()]
    assert [entry.event.act for entry in store.audit.entries()] == ["store_created", "sign_in", "sign_in"]
    store.audit.verify()
    store.close()


def test_no_store_is_made_over_another(folder: Path) -> None:
    refused(Code.STORE_EXISTS, create_store, folder, admin=ADMIN, password=PASSWORD, now=NOW, cost=CHEAP)
    (folder / "keys.json").unlink()
    refused(Code.STORE_EXISTS, create_store, folder, admin=ADMIN, password=PASSWORD, now=NOW, cost=CHEAP)
    assert (folder / "register.db").exists()


def test_a_store_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    wrong = replace(ADMIN, roles=frozenset())
    refused(Code.INVALID, create_store, tmp_path, admin=wrong, password=PASSWORD, now=NOW, cost=CHEAP)
    refused(
        Code.WEAK_PASSWORD, create_store, tmp_path, admin=ADMIN, password="eleven more", now=NOW, cost=CHEAP
    )
    no_admin = an_account("a1", Role.LEAD)
    refused(Code.INVALID, create_store, tmp_path, admin=no_admin, password=PASSWORD, now=NOW, cost=CHEAP)
    assert [path for path in tmp_path.iterdir() if path.name != "lock"] == []


def test_files_and_folder_are_for_their_owner_only(folder: Path, tmp_path: Path) -> None:
    make_store(tmp_path / "new")
    store = opened(tmp_path / "new")
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
    assert {path.name for path in (tmp_path / "new").iterdir() if path.stat().st_mode & 0o077} == set()
    store.close()


def test_an_empty_folder_is_no_store(tmp_path: Path) -> None:
    refused(Code.STORE_MISSING, enter, tmp_path)
    refused(Code.STORE_MISSING, enter, tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_wrong_names_and_passwords_do_not_open(folder: Path) -> None:
    refused(Code.WRONG_PASSWORD, enter, folder, "wrong horse")
    refused(Code.WRONG_PASSWORD, open_store, folder, "nobody", PASSWORD, now=NOW, cost=CHEAP)
    enter(folder)


def test_an_accent_typed_in_two_pieces_is_the_same_password(tmp_path: Path) -> None:
    store, _ = create_store(tmp_path, admin=ADMIN, password="caf\u00e9 au lait", now=NOW, cost=CHEAP)
    store.close()
    enter(tmp_path, "cafe\u0301 au lait")


def test_a_store_in_use_is_not_opened_twice(folder: Path) -> None:
    store = opened(folder)
    refused(Code.STORE_IN_USE, enter, folder)
    store.close()
    enter(folder)


def _hold(folder: Path, ready: object, done: object) -> None:
    store = opened(folder)
    ready.set()  # type: ignore[attr-defined]
    done.wait(20)  # type: ignore[attr-defined]
    store.close()


def test_promise_30_a_second_program_is_kept_out_until_the_first_is_gone(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    first = context.Process(target=_hold, args=(folder, ready, done))
    first.start()
    assert ready.wait(20)
    refused(Code.STORE_IN_USE, enter, folder)
    first.kill()
    first.join(20)
    enter(folder)  # a lock dies with its process, and what was committed is there
    first.close()


def test_a_failed_opening_lets_go_of_the_store(folder: Path) -> None:
    refused(Code.WRONG_PASSWORD, enter, folder, "wrong horse")
    enter(folder)


def test_a_closed_store_answers_no_one(folder: Path) -> None:
    store = opened(folder)
    store.close()
    store.close()
    refused(Code.NOT_SIGNED_IN, store.register.people)
    refused(Code.NOT_SIGNED_IN, store.register.put_person, a_person())


def test_promise_32_wrong_passwords_are_counted_across_restarts(folder: Path) -> None:
    tried, locked_out, now = 0, 0, NOW
    for _ in range(199):  # the program is started anew for each
        with pytest.raises(ConsentError) as raised:
            enter(folder, f"guess number {tried}", now=now)
        if raised.value.code is Code.LOCKED_OUT:
            locked_out += 1
            now += timedelta(seconds=int(raised.value.detail))
        else:
            assert raised.value.code is Code.WRONG_PASSWORD
            tried += 1
    assert tried < 110
    assert locked_out >= 90
    assert now - NOW > timedelta(days=3)  # an hour each, once it has grown
    refused(Code.LOCKED_OUT, enter, folder, now=now)
    enter(folder, now=now + timedelta(hours=1))
    store = opened(folder)
    failed = [entry.event for entry in store.audit.entries() if entry.event.act == "sign_in_failed"]
    assert [event.detail for event in failed] == [str(tried)]
    store.close()


def test_pulling_the_plug_does_not_give_another_try(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("consent.store.signing_in.unseal", crash)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                enter(folder)
    refused(Code.LOCKED_OUT, enter, folder)


def test_a_disabled_account_has_no_box_left_to_open(folder: Path) -> None:
    store = opened(folder)
    account = an_account("a2")
    store.accounts.add_account(account, "second password")
    store.accounts.put_account(replace(account, disabled=True))
    store.close()
    assert set(read_key_file(folder).boxes) == {"a1"}
    refused(Code.ACCOUNT_DISABLED, open_store, folder, "a2", "second password", now=NOW, cost=CHEAP)


def test_promise_35_the_recovery_key_opens_however_it_is_typed(made: tuple[Path, str], folder: Path) -> None:
    key = made[1]
    for typed in (key, key.lower(), key.replace("-", " "), key.replace("0", "O").replace("1", "l")):
        store = open_with_recovery(folder, typed, now=NOW, cost=CHEAP)
        store.accounts.set_password(AccountId("a1"), "a fresh start")
        store.close()
    enter(folder, "a fresh start")
    refused(Code.WRONG_PASSWORD, enter, folder)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda key: "",
        lambda key: key[:-1],
        lambda key: key + "A",
        lambda key: ("B" if key[0] == "A" else "A") + key[1:],
        lambda key: key.replace("-", "!"),
        lambda key: "-".join(reversed(key.split("-"))),
    ],
)
def test_a_mistyped_recovery_key_does_not_open(
    made: tuple[Path, str], folder: Path, spoil: Callable[[str], str]
) -> None:
    refused(Code.WRONG_PASSWORD, open_with_recovery, folder, spoil(made[1]), now=NOW, cost=CHEAP)


def test_another_stores_recovery_key_does_not_open(folder: Path, tmp_path: Path) -> None:
    other = make_store(tmp_path / "other")
    refused(Code.WRONG_PASSWORD, open_with_recovery, folder, other, now=NOW, cost=CHEAP)


def test_a_new_recovery_key_replaces_the_old(made: tuple[Path, str], folder: Path) -> None:
    store = opened(folder)
    fresh = store.accounts.renew_recovery_key()
    store.close()
    refused(Code.WRONG_PASSWORD, open_with_recovery, folder, made[1], now=NOW, cost=CHEAP)
    open_with_recovery(folder, fresh, now=NOW, cost=CHEAP).close()


def test_a_box_moved_to_another_account_does_not_open(folder: Path) -> None:
    store = opened(folder)
    store.accounts.add_account(an_account("a2"), "second password")
    store.close()
    content = read_key_file(folder)
    swapped = {
        AccountId("a1"): content.boxes[AccountId("a2")],
        AccountId("a2"): content.boxes[AccountId("a1")],
    }
    write_key_file(folder, replace(content, boxes=swapped))
    refused(Code.WRONG_PASSWORD, enter, folder)
    refused(Code.WRONG_PASSWORD, enter, folder, "second password")


@pytest.mark.parametrize("field", ["store", "generation", "names"])
def test_promise_34_an_edited_key_file_is_refused(folder: Path, field: str) -> None:
    path = folder / "keys.json"
    content = json.loads(path.read_text())
    content["generation"] += 0 if field != "generation" else 1
    if field == "store":
        content["recovery"]["salt"] = content["recovery"]["nonce"]
    if field == "names":
        content["names"]["00" * 16] = "a1"
    path.write_text(json.dumps(content))
    refused(Code.STORE_DAMAGED, enter, folder)


def test_a_cheaper_password_hash_cannot_be_slipped_in(folder: Path) -> None:
    path = folder / "keys.json"
    content = json.loads(path.read_text())
    content["boxes"]["a1"]["cost"]["passes"] = 2
    path.write_text(json.dumps(content))
    refused(Code.WRONG_PASSWORD, enter, folder)
    content["boxes"]["a1"]["cost"]["memory_kib"] = 2**40  # would eat all memory, if it were believed
    path.write_text(json.dumps(content))
    refused(Code.WRONG_PASSWORD, enter, folder)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff" * 100, b'{"format": "x"}'])
def test_promise_34_a_key_file_that_is_none_is_refused(folder: Path, content: bytes) -> None:
    (folder / "keys.json").write_bytes(content)
    refused(Code.STORE_DAMAGED, enter, folder)


def test_a_key_file_of_a_newer_program_is_refused_and_left_alone(folder: Path) -> None:
    path = folder / "keys.json"
    newer = {**json.loads(path.read_text()), "format": 3, "more": True}
    path.write_text(json.dumps(newer))
    refused(Code.STORE_TOO_NEW, enter, folder)
    assert json.loads(path.read_text()) == newer


def test_promise_34_a_missing_half_is_damage(folder: Path) -> None:
    (folder / "register.db").rename(folder / "away")
    refused(Code.STORE_DAMAGED, enter, folder)
    assert not (folder / "register.db").exists()
    (folder / "away").rename(folder / "register.db")
    (folder / "keys.json").unlink()
    refused(Code.STORE_DAMAGED, enter, folder)


def test_promise_34_flipped_bits_cut_tails_and_foreign_databases_are_refused(
    folder: Path, tmp_path: Path
) -> None:
    good = (folder / "register.db").read_bytes()
    keys = (folder / "keys.json").read_bytes()
    make_store(tmp_path / "other")
    for bad in (
        bytes([good[0] ^ 1]) + good[1:],
        good[:5000] + bytes([good[5000] ^ 0x80]) + good[5001:],
        good[: len(good) // 2],
        good[:100],
        b"",
        bytes(len(good)),
        (tmp_path / "other" / "register.db").read_bytes(),
    ):
        (folder / "register.db").write_bytes(bad)
        (folder / "keys.json").write_bytes(keys)
        refused(Code.STORE_DAMAGED, read_everything, folder)
    (folder / "register.db").write_bytes(good)
    (folder / "keys.json").write_bytes(keys)
    read_everything(folder)


def read_everything(folder: Path) -> None:
    store = opened(folder)
    try:
        store.check()
    finally:
        store.close()


def test_promise_34_a_database_put_back_to_an_older_copy_is_refused(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "register.db", tmp_path / "old.db")
    enter(folder)
    shutil.copy(tmp_path / "old.db", folder / "register.db")
    assert refused(Code.STORE_DAMAGED, enter, folder).detail == "database rolled back"


def test_promise_34_a_key_file_put_back_to_an_older_copy_is_refused(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "keys.json", tmp_path / "old.json")
    enter(folder)
    enter(folder)
    shutil.copy(tmp_path / "old.json", folder / "keys.json")
    assert refused(Code.STORE_DAMAGED, enter, folder).detail == "key file rolled back"


def test_a_crash_between_database_and_key_file_does_no_harm(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(where: Path, content: KeyFile) -> None:
        if content.generation != read_key_file(where).generation:  # not where tries are counted
            raise KeyboardInterrupt
        write_key_file(where, content)

    with monkeypatch.context() as patched:
        patched.setattr("consent.store.key_file.write_key_file", crash)
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                enter(folder)
    enter(folder)
    enter(folder)


def test_what_a_killed_program_left_of_a_key_file_is_swept_up(folder: Path) -> None:
    (folder / "keys.json.00c0ffee.new").write_text('{"store":', encoding="utf-8")
    opened(folder).close()
    assert {path.name for path in folder.iterdir()} == {"register.db", "keys.json", "lock"}


def test_no_message_tells_a_key_a_name_or_a_password(folder: Path) -> None:
    error = refused(Code.WRONG_PASSWORD, enter, folder, "wrong horse")
    assert "wrong" not in str(error)
    assert "a1" not in str(error)
    store = opened(folder)
    assert repr(store) == "EncryptedStore"
    store.close()


@pytest.mark.parametrize("name", ["lock", "keys.json", "register.db"])
def test_a_folder_in_a_files_place_is_damage(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()
    refused(Code.STORE_DAMAGED, enter, folder)


def test_promise_35_a_computers_keyring_opens_for_its_account_until_it_is_forgotten(folder: Path) -> None:
    store = opened(folder)
    store.accounts.add_account(an_account("a2"), "second password")
    computer, secret = store.computers.remember_computer(AccountId("a2"), on=NOW.date())
    store.close()
    assert secret not in (folder / "keys.json").read_text()
    store, account = open_on_computer(folder, computer.id, secret, now=NOW, cost=CHEAP)
    assert account.id == "a2"
    last = store.audit.last()
    assert last is not None
    assert (last.event.act, last.event.actor, last.event.detail) == ("sign_in", "a2", "computer")
    store.close()
    for wrong in ((computer.id, secret[:-1] + "!"), ("other", secret), (computer.id, "")):
        refused(Code.WRONG_PASSWORD, open_on_computer, folder, *wrong, now=NOW, cost=CHEAP)
    store = opened(folder)  # from any other way in, the lost computer is forgotten
    store.computers.forget_computer(computer.id)
    store.close()
    refused(Code.WRONG_PASSWORD, open_on_computer, folder, computer.id, secret, now=NOW, cost=CHEAP)


def test_a_computers_box_moved_to_another_account_does_not_open(folder: Path) -> None:
    store = opened(folder)
    store.accounts.add_account(an_account("a2"), "second password")
    computer, secret = store.computers.remember_computer(AccountId("a2"), on=NOW.date())
    store.close()
    content = read_key_file(folder)
    moved = replace(content.computers[computer.id], account=AccountId("a1"))
    write_key_file(folder, replace(content, computers={computer.id: moved}))
    refused(Code.WRONG_PASSWORD, open_on_computer, folder, computer.id, secret, now=NOW, cost=CHEAP)


def test_promise_36_a_key_file_without_computers_stays_one_that_the_first_release_reads(folder: Path) -> None:
    enter(folder)
    content = json.loads((folder / "keys.json").read_text())
    assert content["format"] == 1
    assert "computers" not in content
    store = opened(folder)
    computer, _ = store.computers.remember_computer(AccountId("a1"), on=NOW.date())
    assert json.loads((folder / "keys.json").read_text())["format"] == 2
    store.computers.forget_computer(computer.id)
    store.close()
    assert json.loads((folder / "keys.json").read_text())["format"] == 1
    enter(folder)


def test_a_new_school_that_could_not_be_furnished_is_not_there(tmp_path: Path) -> None:
    def fail(store: EncryptedStore) -> None:
        store.register.put_person(a_person())
        raise ConsentError(Code.INVALID, "furniture")

    refused(
        Code.INVALID,
        create_store,
        tmp_path,
        admin=ADMIN,
        password=PASSWORD,
        now=NOW,
        cost=CHEAP,
        furnish=fail,
    )
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]
    make_store(tmp_path)


def test_a_clock_set_forward_does_not_end_the_wait_while_the_computer_runs_on(folder: Path) -> None:
    seconds = [100.0]

    def running() -> Running:
        return Running("boot", seconds[0])

    for _ in range(5):
        refused(Code.WRONG_PASSWORD, enter, folder, "wrong horse", running=running)
    tomorrow = NOW + timedelta(days=1)
    refused(Code.LOCKED_OUT, enter, folder, now=tomorrow, running=running)
    seconds[0] += 30
    enter(folder, now=NOW - timedelta(days=1), running=running)


def test_promise_23_a_key_file_that_the_disk_wrote_wrong_never_replaces_the_good_one(folder: Path) -> None:
    before = (folder / "keys.json").read_bytes()
    content = replace(read_key_file(folder), generation=99)
    with Disk() as disk:
        write_key_file(folder, content)
    write = next(one.number for one in disk.log if one.what == "write")
    (folder / "keys.json").write_bytes(before)
    for bit in (0, 777, 4001):
        with pytest.raises(OSError, match="other bytes"), Disk(FlipBit(write, bit)):
            write_key_file(folder, content)
        assert (folder / "keys.json").read_bytes() == before
        assert not list(folder.glob("*.new"))
    enter(folder)
