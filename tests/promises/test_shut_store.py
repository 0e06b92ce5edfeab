"""The store is shut: to a thousand guesses, to a stolen disk, and to files that were altered."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from multiprocessing.synchronize import Event as Signal
from pathlib import Path

import pytest

from consent.accounts import AccountId
from consent.audit import Event, anchor_of, holds
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.store import Running, open_store
from consent.store.lockout import FREE_TRIES, LONGEST_DELAY, delay_after
from tests.canaries import CANARIES, NAMES, fill
from tests.cards import a_card
from tests.clear_text import found_below, found_in_bytes, found_in_file
from tests.factories import (
    NOW,
    a_person,
)
from tests.stores import CHEAP, PASSWORD, make_store, opened, refused

NAME = NAMES[0]
REFUSALS = frozenset(
    {
        Code.STORE_DAMAGED, Code.STORE_TOO_NEW, Code.STORE_MISSING, Code.WRONG_PASSWORD, Code.LOCKED_OUT,
        Code.ACCOUNT_DISABLED, Code.LOG_DAMAGED,
    }
)  # fmt: skip
"""What an altered store may answer; anything else would be a fault of the program."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with everything in it, opened twice before."""
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder)
    store = opened(folder)
    fill(store)
    store.close()
    opened(folder).close()
    (folder / "lock").unlink()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "store")
    return tmp_path / "store"


# 32: a thousand guesses


class Thief:
    """Has the computer, knows a user name, sets the clock and starts anew as they like; time passes truly."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)  # noqa: S311 - a thief's whims, not a secret
        self.now = NOW
        self.boot, self.up = 1, 100.0
        self.looked_at = self.sent_away = 0

    def running(self) -> Running:
        return Running(f"boot {self.boot}", self.up)

    def start_anew(self) -> None:
        self.boot += 1
        self.up = 10.0

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.up += seconds

    def guess(self, number: int) -> None:
        with pytest.raises(ConsentError) as raised:
            open_store(
                self.folder, "a1", f"guess number {number}", now=self.now, cost=CHEAP, running=self.running
            )
        if raised.value.code is Code.LOCKED_OUT:
            self.sent_away += 1
        else:
            assert raised.value.code is Code.WRONG_PASSWORD
            self.looked_at += 1


def test_promise_32_a_thousand_guesses_never_open_cost_days_and_the_right_password_still_works(
    folder: Path,
) -> None:
    """Each try opens the store from the start; every ten tries the computer is started anew, too."""
    thief, began = Thief(folder, 32), NOW
    number = 0
    while thief.looked_at + thief.sent_away < 1000:
        if number % 10 == 9:
            thief.start_anew()
        thief.guess(number)
        thief.wait(thief.random.choice([0, 1, 20, 600, 3600]))
        number += 1
    hours = (thief.now - began) / timedelta(hours=1)
    grown = 12  # wrong passwords after which each further one costs the longest delay
    assert delay_after(grown) == LONGEST_DELAY
    assert thief.looked_at <= grown + hours
    assert thief.sent_away > 300
    thief.start_anew()
    right_after = thief.now + LONGEST_DELAY
    store, account = open_store(folder, "a1", PASSWORD, now=right_after, cost=CHEAP, running=thief.running)
    told = [entry.event for entry in store.audit.entries() if entry.event.act == "sign_in_failed"]
    assert account.id == "a1"
    assert [event.detail for event in told] == [str(thief.looked_at)]
    store.close()


@pytest.mark.parametrize("seed", range(3))
def test_promise_32_setting_the_clock_gives_no_guess_while_the_computer_runs_on(
    folder: Path, seed: int
) -> None:
    thief = Thief(folder, seed)
    for number in range(60):
        thief.guess(number)
        thief.now = NOW + timedelta(days=thief.random.randint(-4000, 4000))
    assert thief.looked_at == FREE_TRIES
    thief.up += delay_after(FREE_TRIES).total_seconds()
    store, _ = open_store(folder, "a1", PASSWORD, now=NOW, cost=CHEAP, running=thief.running)
    store.close()


def test_promise_32_a_strangers_guesses_shut_out_no_one_who_works_here(folder: Path) -> None:
    for number in range(20):
        with pytest.raises(ConsentError):
            open_store(folder, f"nobody{number}", "some wrong password", now=NOW, cost=CHEAP)
    opened(folder).close()


# 33: a stolen disk


def _work_until_killed(folder: Path, began: Signal) -> None:
    store = opened(folder)
    fill(store)
    for number in range(20):
        store.register.put_person(a_person(f"p{number + 2}", name=NAME))
    store.register.destroy_templates(PersonId("p1"))
    while True:
        store.audit.append(Event("person.shown", "a1", NOW, "p1"))
        began.set()


@pytest.mark.slow
def test_promise_33_a_raw_disk_holds_nothing_in_clear_after_work_a_crash_and_a_backup(tmp_path: Path) -> None:
    """The image of a whole file system is searched: free blocks, journal, and files that were deleted."""
    with a_card(tmp_path, "ext4") as disk:
        control = disk.place / "control"
        control.write_text(NAME, encoding="utf-8")
        folder = disk.place / "store"
        make_store(folder)
        context = multiprocessing.get_context("spawn")
        began = context.Event()
        worker = context.Process(target=_work_until_killed, args=(folder, began))
        worker.start()
        assert began.wait(60)
        worker.kill()
        worker.join(60)
        worker.close()
        assert (folder / "register.db-wal").stat().st_size > 0
        os.sync()
        assert found_below(folder, CANARIES) == []
        store = opened(folder)
        store.backup(disk.place / "backup", by=AccountId("a1"), now=NOW)
        store.register.erase_person(PersonId("p1"))
        store.close()
        os.sync()
        # the search itself is proven by the one file that is in clear
        assert found_in_file(disk.image, [NAME]) == [NAME.encode().lower()]
        assert found_in_file(disk.image, CANARIES[1:]) == []
        assert found_below(disk.place, CANARIES) == [("control", NAME.encode().lower())]


# 34: altered files


def left_to_answer(folder: Path) -> Code | None:
    """What an altered store answers; None where it opens and is whole."""
    try:
        store = opened(folder)
    except ConsentError as error:
        return error.code
    try:
        store.check()
        assert [person.shown_name for person in store.register.people()] == [NAME]
    except ConsentError as error:
        return error.code
    finally:
        store.close()
    return None


@pytest.fixture
def restorer(folder: Path) -> Iterator[Callable[[], None]]:
    """Puts both files back to what they were."""
    kept = {name: (folder / name).read_bytes() for name in ("register.db", "keys.json")}

    def restore() -> None:
        for path in folder.iterdir():
            path.unlink()
        for name, content in kept.items():
            (folder / name).write_bytes(content)

    yield restore
    restore()
    assert left_to_answer(folder) is None


PAGE, RESERVED = 4096, 80
CLASSES = {"content": (0, PAGE - RESERVED), "nonce": (PAGE - RESERVED, PAGE - 64), "seal": (PAGE - 64, PAGE)}
"""The byte classes of a page (SQLCipher 4, "Database Encryption and Authentication"): 16 for the nonce, 64 for HMAC."""


@pytest.mark.parametrize("what", list(CLASSES))
def test_promise_34_one_flipped_bit_of_any_class_in_any_page_is_refused(
    folder: Path, restorer: Callable[[], None], what: str
) -> None:
    seed = random.Random(34)  # noqa: S311 - where to flip, not a secret
    good = (folder / "register.db").read_bytes()
    pages = range(0, len(good), PAGE)
    for page in (0, *seed.sample(pages[1:], 14)):
        restorer()
        altered = bytearray(good)
        altered[page + seed.randrange(*CLASSES[what])] ^= 1 << seed.randrange(8)
        (folder / "register.db").write_bytes(altered)
        assert left_to_answer(folder) is Code.STORE_DAMAGED


@pytest.mark.parametrize("way", ["swap two pages", "repeat a page", "cut a page", "cut a byte", "add a page"])
def test_promise_34_moved_missing_and_added_pages_are_refused(
    folder: Path, restorer: Callable[[], None], way: str
) -> None:
    good = (folder / "register.db").read_bytes()
    restorer()
    pages = [good[at : at + PAGE] for at in range(0, len(good), PAGE)]
    match way:
        case "swap two pages":
            pages[3], pages[7] = pages[7], pages[3]
        case "repeat a page":
            pages[3] = pages[7]
        case "cut a page":
            pages.pop()
        case "cut a byte":
            pages[-1] = pages[-1][:-1]
        case _:
            pages.append(bytes(PAGE))
    (folder / "register.db").write_bytes(b"".join(pages))
    found = left_to_answer(folder)
    # bytes after the end belong to no page that is in use
    assert found is Code.STORE_DAMAGED or (way == "add a page" and found is None)


def test_promise_34_every_byte_of_the_key_file_matters_or_changes_nothing(
    folder: Path, restorer: Callable[[], None]
) -> None:
    good = (folder / "keys.json").read_bytes()
    seed = random.Random(35)  # noqa: S311 - where to flip, not a secret
    for at in sorted(seed.sample(range(len(good)), 120)):
        restorer()
        altered = bytearray(good)
        altered[at] ^= 1 << seed.randrange(7)
        (folder / "keys.json").write_bytes(altered)
        found = left_to_answer(folder)
        assert found in REFUSALS or (found is None and altered[at] in b" \n\t\r")


def test_promise_34_a_key_file_cut_anywhere_is_refused(folder: Path, restorer: Callable[[], None]) -> None:
    good = (folder / "keys.json").read_bytes()
    for length in range(0, len(good) - 2, 37):
        restorer()
        (folder / "keys.json").write_bytes(good[:length])
        assert left_to_answer(folder) is Code.STORE_DAMAGED


def test_promise_34_a_write_ahead_log_that_was_taken_away_after_a_crash_is_a_rollback(folder: Path) -> None:
    store = opened(folder)
    store.audit.append(Event("person.shown", "a1", NOW, "p1"))
    crashed = folder.parent / "crashed"
    shutil.copytree(folder, crashed)
    store.close()
    for name in ("register.db-wal", "register.db-shm"):
        (crashed / name).unlink()
    assert refused(Code.STORE_DAMAGED, opened, crashed).detail == "database rolled back"


def test_promise_34_a_flipped_write_ahead_log_never_shows_half_a_transaction(folder: Path) -> None:
    store = opened(folder)
    for number in range(10):
        with store.transaction():
            store.register.put_person(a_person(f"p{number + 2}"))
            store.audit.append(Event("person.added", "a1", NOW, f"p{number + 2}"))
    crashed = folder.parent / "crashed"
    shutil.copytree(folder, crashed)
    store.close()
    good = (crashed / "register.db-wal").read_bytes()
    seed = random.Random(36)  # noqa: S311 - where to flip, not a secret
    opened_again, answers = 0, list[Code]()
    for _ in range(25):
        altered = bytearray(good)
        altered[seed.randrange(32, len(good))] ^= 1 << seed.randrange(8)
        copy = folder.parent / "copy"
        shutil.copytree(crashed, copy)
        (copy / "register.db-wal").write_bytes(altered)
        (copy / "register.db-shm").unlink(missing_ok=True)
        try:
            one = opened(copy)
        except ConsentError as error:
            answers.append(error.code)
        else:
            opened_again += 1
            people = [person.id for person in one.register.people()][1:]
            logged = [e.event.subject for e in one.audit.entries() if e.event.act == "person.added"]
            assert people == logged
            one.check()
            one.close()
        shutil.rmtree(copy)
    assert set(answers) <= {Code.STORE_DAMAGED}
    assert len(answers) + opened_again == 25


def test_promise_34_both_files_put_back_together_are_seen_by_an_anchor_kept_elsewhere(folder: Path) -> None:
    """From inside that cannot be told (decision 7): this is what the anchor is for."""
    old = folder.parent / "old"
    shutil.copytree(folder, old)
    store = opened(folder)
    anchor = anchor_of(store.audit.append(Event("person.shown", "a1", NOW, "p1")))
    assert holds(store.audit.entries(), anchor)
    store.close()
    store = opened(old)
    store.check()
    store.audit.append(Event("person.changed", "a1", NOW, "p1"))
    assert not holds(store.audit.entries(), anchor)
    store.close()


def test_the_search_for_canaries_finds_each_form() -> None:
    import base64  # noqa: PLC0415 - only here

    for word in CANARIES:
        for coded in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")):
            assert found_in_bytes(b"\x00" + coded + b"\x01", [word])
        for shift in range(3):
            text = base64.b64encode(b"y" * shift + word.encode() + b" more")
            assert found_in_bytes(b"=" + text, [word])
    assert found_in_bytes(json.dumps(CANARIES).encode(), ["Somebody Else"]) == []
