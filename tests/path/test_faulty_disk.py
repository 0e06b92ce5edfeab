"""The disk is full, or holds other bytes than were written, at any operation: it is told, nothing is lost, and it goes on."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator

import pytest

from app.errors import AppError, Trouble
from consent.errors import ConsentError
from tests.faults import Disk, FailFrom, Fault, FlipBit, UnlinkLies
from tests.path.forked import in_a_child
from tests.path.power_cut import World, check_end, check_invariants, in_memory, operations, run_to_the_end

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and looks behind descriptors")

SAMPLE = 4
TOLD = {
    Trouble.DISK_FULL,
    Trouble.NOT_PROVEN,
    Trouble.NOT_WRITABLE,
    Trouble.VAULT_DAMAGED,
    Trouble.ORIGINAL_NOT_PROVEN,
}
"""What a person may hear of a disk that fails; anything else would be a crash."""


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with in_memory() as world:
        yield world


def survives(world: World, fault: Fault) -> None:
    """Run with the fault, look, and run again without it: everything arrives all the same."""
    place = world.copied(world.folder.with_name(f"faulty-{os.getpid()}"))

    def work() -> None:
        # other than AppError: the register's own files and its lock; the program cannot work, says so and ends
        with Disk(fault), contextlib.suppress(ConsentError, OSError):
            told = told_by(lambda: run_to_the_end(place))
            assert told is None or told in TOLD

    def look_and_go_on() -> None:
        check_invariants(place)
        run_to_the_end(place)
        check_end(place)

    try:
        assert in_a_child(work) == "", fault
        assert in_a_child(look_and_go_on) == "", fault
    finally:
        shutil.rmtree(place.folder)


def told_by(work: Callable[[], None]) -> Trouble | None:
    """What a person hears, or None where all went well."""
    try:
        work()
    except AppError as error:
        return error.code
    return None


def some(world: World) -> list[int]:
    return random.Random().sample(range(len(operations(world))), SAMPLE)  # noqa: S311 - other points in every run


@pytest.mark.parametrize("kind", [FailFrom, FlipBit])
def test_promise_20_and_23_a_disk_that_fails_anywhere_loses_nothing(
    world: World, kind: Callable[[int], Fault]
) -> None:
    for point in some(world):
        survives(world, kind(point))


@pytest.mark.slow
@pytest.mark.parametrize("kind", [FailFrom, FlipBit])
def test_promise_20_and_23_a_disk_that_fails_at_every_seventh_operation_loses_nothing(
    world: World, kind: Callable[[int], Fault]
) -> None:
    for point in range(random.randrange(7), len(operations(world)), 7):  # noqa: S311
        survives(world, kind(point))


def test_promise_28_a_card_that_only_says_that_it_deleted_is_not_believed(world: World) -> None:
    place = world.copied(world.folder.with_name("lying"))

    def work() -> None:
        with Disk(UnlinkLies(place.card)):
            run_to_the_end(place)

    def look() -> None:
        check_invariants(place)
        assert len(list(place.card.glob("*.jpg"))) == 21  # all of them, and none is called gone
        run_to_the_end(place)  # the same card in an honest reader
        check_end(place)

    assert in_a_child(work) == ""
    assert in_a_child(look) == ""
    shutil.rmtree(place.folder)
