"""A program that crashes leaves no memory behind, nothing in clear, and no name in its log."""

from __future__ import annotations

import faulthandler
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import logs
from app.own_memory import no_core_dump
from tests.canaries import CANARIES
from tests.clear_text import found_below, found_in_bytes
from tests.faults import CrashAt, Disk
from tests.path.forked import in_a_child
from tests.path.power_cut import CONTENTS, MOVIE, World, in_memory, operations, run_to_the_end

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and looks behind descriptors")

POINTS = 20
SAMPLE = 3
"""Points in the usual run."""
TELLING = [
    *(content.decode()[:24] for content in CONTENTS),
    MOVIE.decode(),
    "twin.jpg",
    "00.jpg",
    "Test School",
]
"""What photos, their names and the school look like in clear."""


@pytest.fixture
def world() -> Iterator[World]:
    with in_memory() as world:
        yield world


@pytest.mark.parametrize("points", [SAMPLE, pytest.param(POINTS, marks=pytest.mark.slow)])
def test_promise_48_a_crash_anywhere_leaves_no_core_nothing_in_clear_and_no_names(
    world: World, points: int
) -> None:
    count = len(operations(world))
    numbers = random.Random()  # noqa: S311 - other points in every run
    for point in numbers.sample(range(count), points):
        place = world.copied(world.folder.with_name("crashed"))
        scratch = place.folder / "scratch"
        scratch.mkdir()

        def work(place: World = place, scratch: Path = scratch, point: int = point) -> None:
            faulthandler.disable()  # pytest's own; it would only print to the terminal
            no_core_dump()
            assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
            os.environ["TMPDIR"] = str(scratch)
            tempfile.tempdir = None
            os.chdir(scratch)
            logs.start(place.folder / "store" / "log")
            with Disk(CrashAt(point, numbers.choice((signal.SIGSEGV, signal.SIGABRT)))):
                run_to_the_end(place)

        assert in_a_child(work) is None
        assert list(scratch.iterdir()) == []
        assert found_below(place.folder / "store", TELLING) == []
        shutil.rmtree(place.folder)


# what an office does on a PC, with whatever caches, settings and temporary files the system would offer it
JOURNEY = """
import sys
from pathlib import Path
from app import __main__, logs
from consent.accounts import Role
from tests.canaries import NAMES, fill
from tests.factories import an_account
from tests.path.conftest import PASSWORD
from tests.path.power_cut import World, run_to_the_end
world = World(Path(sys.argv[1]))
logs.start(world.folder / "store" / "log")
run_to_the_end(world)
services = world.opened()
services.store.accounts.add_account(an_account("a1", Role.OFFICE), PASSWORD)
with services.store.transaction():
    fill(services.store)
services.store.register.people()
try:
    raise ValueError(NAMES[0])
except ValueError as error:
    logs.told(error)
services.store.close()
"""


@pytest.mark.slow
def test_promise_33_a_whole_journey_leaves_nothing_in_clear_beside_card_and_copies(world: World) -> None:
    home = world.folder / "home"
    home.mkdir()
    places = {
        name: str(home) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
    }
    environment = {
        **places,
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", JOURNEY, str(world.folder)],
        cwd=home, env=environment, capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    words = [*CANARIES, *TELLING]
    assert found_in_bytes(done.stdout + done.stderr, words) == []
    assert found_below(home, words) == []
    assert found_below(world.folder / "store", words) == []
    # the same search finds what lies on the card and what was handed over
    assert found_below(world.card, TELLING)
