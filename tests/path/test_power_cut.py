"""The program is killed at every write, sync, rename, unlink and commit of twenty photos' way: nothing is lost or left."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.faults import Disk, Fault, KillAt, Operation, PowerCutAt
from tests.path.forked import begun, ended, in_a_child
from tests.path.power_cut import World, check_end, check_invariants, in_memory, operations, run_to_the_end

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and looks behind descriptors")

SAMPLE = ("write", "fsync", "link", "commit")
"""The kinds of operations of which the usual run kills the process at one each; the slow one takes all points."""

TWICE = 2
"""Runs that are cut a second time while they mend the first cut."""


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with in_memory() as world:
        yield world


@pytest.fixture(scope="module")
def kinds(world: World) -> list[str]:
    """The kind of each point."""
    return operations(world)


def cut(world: World, *faults: Fault) -> str:
    """Run until each fault in turn kills, look after each, run again to the end, look again: what was wrong, or ""."""
    name = f"cut-{os.getpid()}"
    place = world.copied(world.folder.with_name(name))
    stash = world.folder.with_name(f"{name}-stash")
    stash.mkdir()

    def look() -> None:
        check_invariants(place)

    def again() -> None:
        run_to_the_end(place)
        check_end(place)

    try:
        for number, fault in enumerate(faults):
            told = in_a_child(partial(_run_with, place, fault, stash))
            if told is not None and (told or number == 0):
                return f"was not killed: {told}"
            if wrong := in_a_child(look):
                return wrong
        return in_a_child(again) or ""
    finally:
        shutil.rmtree(place.folder)
        shutil.rmtree(stash)


def _run_with(place: World, fault: Fault, stash: Path) -> None:
    with Disk(fault, stash=stash if isinstance(fault, PowerCutAt) else None):
        run_to_the_end(place)


class EveryPoint:
    """Lets a run go on, and proves at each of its points what a kill or a power cut there would leave.

    The run is not disturbed: its disk is set aside for a moment, a copy of it lies in its place, is cut off, looked at
    and gone on from to the end by a forked process, and then the run's own disk is put back. So a point costs no run up
    to it, and what the program once loaded is there already. A disk that was proven before is not proven again.
    """

    def __init__(self, world: World, told: Path, *, mine: Callable[[int], bool]) -> None:
        self._world = world
        self._told = told
        self._mine = mine
        self._proven: set[bytes] = set()
        self.points = 0

    @property
    def disks(self) -> int:
        return len(self._proven)

    def at(self, operation: Operation, disk: Disk) -> None:
        if self._mine(operation.number):
            self.points += 1
            for cut_off in (disk.lose_unsynced, lambda: disk.write_half(operation)):
                self._prove(f"{operation.number} {operation.what}", disk, cut_off)

    def _prove(self, name: str, disk: Disk, cut_off: Callable[[], None]) -> None:
        place = self._world.folder
        aside = place.rename(place.with_name(f"{place.name} aside"))
        World(aside).copied(place)
        cut_off()
        mark = fingerprint(place)
        if mark not in self._proven:
            self._proven.add(mark)
            told = in_a_child(partial(self._look_and_go_on, disk))
            (self._told / f"{name} {len(self._proven)}").write_text("was killed" if told is None else told)
        shutil.rmtree(place)
        aside.rename(place)

    def _look_and_go_on(self, disk: Disk) -> None:
        disk.__exit__()
        check_invariants(self._world)
        run_to_the_end(self._world)
        check_end(self._world)


def fingerprint(folder: Path) -> bytes:
    """Another one for every disk with other files, names or contents."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b"folder"
        found.update(f"{path.relative_to(folder)}\0{len(content)}\0".encode() + content)
    return found.digest()


@pytest.mark.parametrize("kind", [KillAt, PowerCutAt])
def test_promise_18_and_19_a_sample_of_cuts_loses_nothing_and_leaves_nothing(
    world: World, kinds: list[str], kind: Callable[[int], Fault]
) -> None:
    for what in SAMPLE:  # other points in every run
        point = random.choice([number for number, one in enumerate(kinds) if one == what])  # noqa: S311
        assert cut(world, kind(point)) == "", (point, what)


@pytest.mark.parametrize("kind", [KillAt, PowerCutAt])
def test_promise_18_and_19_a_second_cut_in_the_run_that_mends_the_first_loses_nothing(
    world: World, kinds: list[str], kind: Callable[[int], Fault]
) -> None:
    for _ in range(TWICE):
        first = random.randrange(len(kinds))  # noqa: S311 - other points in every run
        # what is left to do is at most what there was; where less is left the second run is not cut, and ends
        second = random.randrange(len(kinds) - first)  # noqa: S311
        assert cut(world, kind(first), kind(second)) == "", (first, second)


BLOCK = 8
"""Points one after another that one process takes: many of them have the same disk."""


def walk(world: World, first: int, told: Path) -> None:
    """One run, alone on its own disk, that proves every block of points which is this process's."""
    folder = world.folder.with_name(f"walk {first}")
    for part in (folder, folder / "stash"):
        part.mkdir()
    workers = os.cpu_count() or 1
    run_to_the_end(world.copied(folder / "first"))  # all that is loaded on the way is loaded
    gc.collect()
    gc.freeze()
    place = world.copied(folder / "world")
    every = EveryPoint(place, told, mine=lambda number: number // BLOCK % workers == first)
    with Disk(every, stash=folder / "stash") as disk:
        run_to_the_end(place)
    check_end(place)
    assert disk.missed == []
    (told / f"figures {first}").write_text(json.dumps([every.points, every.disks]))
    shutil.rmtree(folder)


@pytest.mark.slow
def test_promise_18_and_19_every_cut_loses_nothing_and_leaves_nothing(
    world: World, kinds: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start = time.monotonic()
    workers = range(os.cpu_count() or 1)
    walks = [begun(partial(walk, world, first, tmp_path)) for first in workers]
    assert [ended(*one) for one in walks] == [""] * len(workers)
    figures = [json.loads((tmp_path / f"figures {first}").read_text()) for first in workers]
    points, disks = (sum(each) for each in zip(*figures, strict=True))
    proofs = {one.name: one.read_text() for one in tmp_path.iterdir() if not one.name.startswith("figures")}
    wrong = [f"{name}: {said}" for name, said in sorted(proofs.items()) if said]
    with capsys.disabled():
        print(
            f"\n{points} points, each as a kill and as a power cut: {disks} different disks, "
            f"{time.monotonic() - start:.0f} s, {len(wrong)} wrong"
        )
    assert wrong == []
    assert points == len(kinds)
    assert len(proofs) == disks
