"""Promise 30: of many programs started at once one has the store, and no photo comes in twice however it comes."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import AppError
from app.places import Places
from app.services import Services
from app.steps import path
from app.steps.device import find_device, judge_device
from consent.accounts import AccountId
from consent.devices import Standing
from consent.errors import Code, ConsentError
from consent.originals import Fate
from consent.store import open_store
from tests.factories import NOW
from tests.fakes.volumes import FakeVolumes
from tests.path.conftest import CHEAP, PASSWORD, WEBSITE
from tests.path.power_cut import CONTENTS, World, build

PROGRAMS = 50
IN, OUT, OTHER = b"i", b"o", b"?"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return build(tmp_path / "world")


@pytest.fixture
def office(world: World) -> Iterator[Services]:
    services = world.opened()
    yield services
    services.store.close()


def start(world: World, gate: int, told: int, stay: int) -> int:
    """A program that waits at the gate, tries the store, says how that went, and stays until it may go."""
    child = os.fork()
    if child:
        return child
    try:
        os.read(gate, 1)
        try:
            open_store(Places.of(world.folder / "store").store, "office", PASSWORD, now=NOW, cost=CHEAP)
        except ConsentError as refused:
            os.write(told, OUT if refused.code is Code.STORE_IN_USE else OTHER)
        except BaseException:  # noqa: BLE001 - the test must hear of everything
            os.write(told, OTHER)
        else:
            os.write(told, IN)
        os.read(stay, 1)
    finally:
        os._exit(0)


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_promise_30_of_fifty_programs_started_at_once_exactly_one_has_the_store(world: World) -> None:
    gate, open_gate = os.pipe()
    hears, told = os.pipe()
    stay, let_go = os.pipe()
    programs = [start(world, gate, told, stay) for _ in range(PROGRAMS)]
    try:
        os.write(open_gate, b"!" * PROGRAMS)
        heard = b""
        while len(heard) < PROGRAMS:
            heard += os.read(hears, PROGRAMS)
    finally:
        os.write(let_go, b"!" * PROGRAMS)
        for program in programs:
            os.waitpid(program, 0)
        for end in (gate, open_gate, hears, told, stay, let_go):
            os.close(end)
    assert sorted(heard) == sorted(IN + OUT * (PROGRAMS - 1))
    world.opened().store.close()  # a lock dies with its program


def photos(office: Services) -> list[str]:
    ledger = office.store.ledger
    return [one.sha256 for batch in ledger.batches() for one in ledger.photos(batch.id)]


def second_card(office: Services, folder: Path) -> Path:
    """Another card with the same photos, approved."""
    assert isinstance(office.volumes, FakeVolumes)
    office.volumes.plug_in(folder, "5E6F-7A8B", "S2")
    for number, content in enumerate(CONTENTS):
        (folder / f"copy {number}.jpg").write_bytes(content)
    admin = replace(office, account=office.store.accounts.account(AccountId("admin")))
    judge_device(admin, find_device(office, folder), Standing.APPROVED)
    return folder


def bring_in(office: Services, place: Path, title: str) -> None:
    list(path.bring_in(office, place, title=title, platforms=(WEBSITE,)))


def test_promise_30_two_cards_with_the_same_photos_and_one_card_twice_give_each_photo_once(
    office: Services, world: World, tmp_path: Path
) -> None:
    bring_in(office, world.card, "first")
    other = second_card(office, tmp_path / "other")
    bring_in(office, other, "the other card")
    for number, content in enumerate(CONTENTS):  # the first again, as if nothing had been deleted
        (world.card / f"{number:02}.jpg").write_bytes(content)
    bring_in(office, world.card, "again")
    assert sorted(photos(office)) == sorted(set(photos(office)))
    assert len(photos(office)) == len(CONTENTS)
    # what was here already is never deleted from where it came
    assert len(list(other.glob("*.jpg"))) == len(CONTENTS)


def test_promise_30_one_card_brought_in_by_two_at_once_gives_each_photo_once(
    office: Services, world: World
) -> None:
    together, failed = threading.Barrier(2), []

    def work(title: str) -> None:
        together.wait()
        try:
            bring_in(office, world.card, title)
        except AppError as error:
            failed.append(error.code)

    threads = [threading.Thread(target=work, args=(title,)) for title in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(photos(office)) == len(set(photos(office))) == len(CONTENTS)
    gone = [one for one in office.store.originals.with_fate(frozenset(Fate)) if one.fate is Fate.GONE]
    assert {one.sha256 for one in gone} >= set(photos(office))
    for batch in office.store.ledger.batches():
        for photo in office.store.ledger.photos(batch.id):
            assert office.vault.get(photo.id)
