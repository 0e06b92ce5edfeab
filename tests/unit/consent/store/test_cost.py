"""What a guess at a password costs: never below the floor, never more than a PC has, never what a stranger's file says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.accounts import AccountId
from consent.errors import Code
from consent.store import cost as costs
from consent.store import open_store
from consent.store.cost import FLOOR, MOST_MEMORY_KIB, MOST_WORK, Cost, dearest
from consent.store.key_file import read_key_file, write_key_file
from consent.store.keys import seal, unseal
from consent.store.signing_in import Opened
from tests.factories import NOW
from tests.stores import CHEAP, PASSWORD, opened, refused

ME = AccountId("a1")
DEARER = Cost(memory_kib=32, passes=2, lanes=1)
UNBELIEVABLE = [
    Cost(memory_kib=2 * MOST_MEMORY_KIB),
    Cost(memory_kib=2**40),
    Cost(passes=2**31),
    Cost(memory_kib=MOST_MEMORY_KIB, passes=MOST_WORK // MOST_MEMORY_KIB + 1),
    Cost(lanes=17),
    Cost(lanes=0),
    Cost(memory_kib=31),
    Cost(passes=0),
    Cost(memory_kib=-1, passes=-1),
]


def kept_cost(folder: Path) -> Cost | None:
    return read_key_file(folder).boxes[ME].cost


def measured_where(monkeypatch: pytest.MonkeyPatch, took: float, seconds: float = 0.7) -> Cost:
    """What is chosen on a computer that needs `took` seconds for the floor."""
    monkeypatch.setattr(costs, "_timed", lambda _: took)
    return costs.measured.__wrapped__(FLOOR, seconds)


@given(took=st.floats(1e-4, 30))
def test_every_computer_gets_a_cost_that_is_not_below_the_floor_and_that_every_other_believes(
    took: float,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        chosen = measured_where(patch, took)
    assert not chosen.is_below(FLOOR)
    assert chosen.sane
    about = took * chosen.work / FLOOR.work
    assert about <= 0.7 + 1e-9 or chosen == FLOOR
    full = chosen.work + chosen.memory_kib > MOST_WORK
    assert full or about > 0.7 / 2 or took > 0.7 / 2


def test_memory_comes_before_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured_where(monkeypatch, 0.148) == Cost(memory_kib=256 * 1024, passes=3)
    assert measured_where(monkeypatch, 0.25) == Cost(memory_kib=128 * 1024, passes=4)
    assert measured_where(monkeypatch, 0.01) == Cost(memory_kib=256 * 1024, passes=16)


def test_the_floor_is_the_recommendation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Cost(memory_kib=64 * 1024, passes=3, lanes=4) == FLOOR
    assert measured_where(monkeypatch, 3.0) == FLOOR


def test_a_real_measure_ends_in_a_box_that_opens() -> None:
    chosen = costs.measured.__wrapped__(Cost(memory_kib=64, passes=1, lanes=1), 0.005)
    box = seal(bytes(32), PASSWORD, bound_to=b"here", cost=chosen)
    assert box.cost == chosen
    assert unseal(box, PASSWORD, bound_to=b"here") == bytes(32)


@pytest.mark.parametrize("claimed", UNBELIEVABLE, ids=str)
def test_what_a_key_file_claims_is_not_worked_off_beyond_the_ceiling(
    folder: Path, claimed: Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[Cost] = []
    real = costs.stretched

    def seen(password: bytes, salt: bytes, cost: Cost, *, length: int) -> bytes:
        worked.append(cost)
        return real(password, salt, cost, length=length)

    monkeypatch.setattr("consent.store.keys.stretched", seen)
    content = read_key_file(folder)
    hostile = replace(content.boxes[ME], cost=claimed)
    write_key_file(folder, replace(content, boxes={ME: hostile}))
    refused(Code.WRONG_PASSWORD, open_store, folder, "a1", PASSWORD, now=NOW)
    refused(Code.WRONG_PASSWORD, open_store, folder, "nobody", PASSWORD, now=NOW)
    assert all(cost.sane for cost in worked)


def test_a_stranger_waits_as_long_as_the_dearest_member_of_staff() -> None:
    assert dearest([CHEAP, None, DEARER, Cost(memory_kib=2**40)]) == DEARER
    assert dearest([None, Cost(passes=-1)]) == costs.least()


def test_a_box_below_the_floor_is_locked_anew_when_its_owner_signs_in(folder: Path) -> None:
    before = read_key_file(folder)
    open_store(folder, "a1", PASSWORD, now=NOW, cost=DEARER)[0].close()
    after = read_key_file(folder)
    assert after.boxes[ME].cost == DEARER
    assert after.boxes[ME].salt != before.boxes[ME].salt
    open_store(folder, "a1", PASSWORD, now=NOW, cost=CHEAP)[0].close()
    assert kept_cost(folder) == DEARER, "a dearer box stays as it is"


def test_a_box_is_locked_anew_beside_an_open_store_too_and_computers_stay_remembered(folder: Path) -> None:
    store = opened(folder)
    store.computers.remember_computer(ME, on=NOW.date())
    store.close()
    store, _ = open_store(folder, "a1", PASSWORD, now=NOW, cost=CHEAP)
    store.accounts._cost = DEARER
    store.accounts.sign_in("a1", PASSWORD, now=NOW)
    assert [one.account for one in store.computers.computers()] == [ME]
    store.close()
    assert kept_cost(folder) == DEARER


def test_a_wrong_password_locks_nothing_anew(folder: Path) -> None:
    refused(Code.WRONG_PASSWORD, open_store, folder, "a1", "some wrong password", now=NOW, cost=DEARER)
    assert kept_cost(folder) == CHEAP


def test_a_password_changed_meanwhile_on_another_pc_is_not_undone(folder: Path) -> None:
    store = opened(folder)
    content = read_key_file(folder)
    stale = replace(content.boxes[ME], cost=CHEAP)
    store.accounts.set_password(ME, "another quiet phrase")
    given_elsewhere = read_key_file(folder)
    store.accounts._cost = DEARER
    store.accounts.strengthen(Opened(ME, bytes(32), stale, 0), PASSWORD)
    assert read_key_file(folder).boxes == given_elsewhere.boxes
    store.close()


def test_a_new_password_gets_what_this_computer_affords(folder: Path) -> None:
    store, _ = open_store(folder, "a1", PASSWORD, now=NOW, cost=DEARER)
    store.accounts.set_password(ME, "another quiet phrase")
    store.close()
    assert kept_cost(folder) == DEARER
