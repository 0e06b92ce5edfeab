"""A stick with a whole archive on it keeps the desk lively, and takes no more memory than its list."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.devices.base import LeftOut, Survey
from app.devices.folder import FolderDevice
from app.ui.ahead import leave_out_what_is_there, look_through_rarely
from app.ui.job import Lane
from tests.ui.driving import wait_until

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("memory_as_before")]

FILES, FOLDERS, NESTED = 100_000, 100, 1_000
MOST_MEMORY = 250 * 2**20
"""Bytes for the list of 100,000 files: about 1 kB each and the interpreter's own."""


@pytest.fixture
def archive() -> Iterator[Path]:
    """100,000 photos in 100 folders, one of 50 GB, and folders nested a thousand deep."""
    # a folder of its own, removed by rm: what is nested so deep is too much for Python's own way
    stick = Path(tempfile.mkdtemp())
    for folder in range(FOLDERS):
        place = stick / f"{folder:03}"
        place.mkdir(parents=True)
        for number in range(FILES // FOLDERS):
            os.close(os.open(place / f"IMG_{number:04}.jpg", os.O_CREAT | os.O_WRONLY))
            os.truncate(place / f"IMG_{number:04}.jpg", 5_000_000)  # a hole: it takes no space
    os.close(os.open(stick / "huge.jpg", os.O_CREAT | os.O_WRONLY))
    os.truncate(stick / "huge.jpg", 50 * 2**30)
    deep = os.open(stick, os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(NESTED):
        os.mkdir("d", dir_fd=deep)
        inner = os.open("d", os.O_RDONLY | os.O_DIRECTORY, dir_fd=deep)
        os.close(deep)
        deep = inner
    os.close(deep)
    yield stick
    subprocess.run(["rm", "-rf", str(stick)], check=True)


def test_promise_44_a_hundred_thousand_files_are_listed_in_bounds_beside_a_lively_window(
    qapp: QApplication, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # as the window does before anyone can choose a folder
    look_through_rarely()
    leave_out_what_is_there()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lane, gaps = Lane("survey"), [0.0]
    found: list[Survey] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(qapp, interval=5)
    timer.timeout.connect(tick)
    timer.start()
    start = time.perf_counter()
    lane.submit(FolderDevice(archive).survey, done=found.append)
    wait_until(lambda: bool(found), seconds=120)
    spent = time.perf_counter() - start
    timer.stop()
    lane.close()
    survey = found[0]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert len(survey.files) == FILES
    assert survey.left_out == {LeftOut.TOO_LARGE: 1, LeftOut.TOO_DEEP: 1}
    assert grown < MOST_MEMORY
    with capsys.disabled():
        print(
            f"\n{FILES} files listed in {spent:.1f} s, {grown / 2**20:.0f} MiB; longest stall {1000 * max(gaps):.0f} ms"
        )
