"""The memory that models hold does not grow with the number of different photos."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GROWTH_ALLOWED = 300  # MB over the last six sizes; without the setting it grew by 100 MB for each new size
SETTLED_AFTER = 7  # photos: until then the allocators' own pools fill, however many sizes there are

# what the process has asked for, which is what its walls bound, after the first photo and after twelve more
LOOK_AT_MANY_SIZES = """
import numpy as np
from vision.analyse import Analyser
from vision.findings import Wanted
from vision.image import Container, Photo, StoredGrid
from vision.sessions import Sessions

def asked_for():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmData"))

analyser = Analyser(Sessions())
rng = np.random.default_rng(0)
for number in range(13):
    height, width = 480 + 32 * number, 928 - 32 * number
    pixels = rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
    grid = StoredGrid(1, 1, 0, 1)
    analyser.analyse(Photo(pixels, width, height, 1, Container.PNG, grid), Wanted())
    print(asked_for())
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the process's memory from /proc")
def test_photos_of_many_sizes_do_not_fill_the_memory(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK_AT_MANY_SIZES],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    asked_for = [int(line) for line in done.stdout.split()]
    assert max(asked_for[SETTLED_AFTER:]) - asked_for[SETTLED_AFTER - 1] < GROWTH_ALLOWED, asked_for
