"""How fast photos come in from a card, against copying, hashing and reading back by the system's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.devices.volumes_linux import LinuxVolumes
from app.steps.device import find_device, judge_device
from app.steps.intake import intake, open_batch
from consent.accounts import AccountId
from consent.devices import Standing
from tests.cards import RealCard, a_card
from tests.path.conftest import WEBSITE
from tests.path.power_cut import build

pytestmark = pytest.mark.slow

PHOTOS = int(os.environ.get("GREENLIGHT_TEST_INTAKE_PHOTOS", "40"))
SIZE = 4_000_000
ROUNDS = 3


def cold(folder: Path) -> None:
    """Throw what the system holds of these files out of its memory."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def by_hand(card: Path, out: Path) -> float:
    """cp, sha256sum of what was copied, then all of it read again from the disk; seconds."""
    cold(card)
    start = time.perf_counter()
    subprocess.run(["cp", "-r", str(card), str(out)], check=True)
    subprocess.run(f"sha256sum {out}/*.jpg > /dev/null && sync", shell=True, check=True)  # noqa: S602
    cold(out)
    subprocess.run(f"cat {out}/*.jpg > /dev/null", shell=True, check=True)  # noqa: S602
    spent = time.perf_counter() - start
    shutil.rmtree(out)
    return spent


def by_intake(card: RealCard, folder: Path) -> float:
    """The intake of the same photos, each of them encrypted, synced and read back; seconds."""
    office = replace(build(folder).opened(), volumes=LinuxVolumes())
    admin = replace(office, account=office.store.accounts.account(AccountId("admin")))
    device = judge_device(admin, find_device(admin, card.place), Standing.OWN)
    batch = open_batch(office, device, "", (WEBSITE,), within="DCIM")
    cold(card.place)
    start = time.perf_counter()
    told = list(intake(office, device, batch))
    spent = time.perf_counter() - start
    assert [step.trouble for step in told] == [""] * PHOTOS
    office.store.close()
    shutil.rmtree(folder)
    return spent


def test_intake_is_no_slower_than_copying_hashing_and_reading_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with a_card(tmp_path / "slot", "ext4", megabytes=PHOTOS * 5 + 64) as card:
        folder = card.place / "DCIM"
        folder.mkdir()
        for number in range(PHOTOS):
            (folder / f"IMG_{number}.jpg").write_bytes(os.urandom(SIZE))
        rounds = [
            (by_hand(folder, tmp_path / "out"), by_intake(card, tmp_path / f"world{number}"))
            for number in range(ROUNDS)
        ]
    best_by_hand, best = (min(seconds) for seconds in zip(*rounds, strict=True))
    with capsys.disabled():
        ratio = 100 * best_by_hand / best
        megabytes = PHOTOS * SIZE / 1e6
        print(f"\nintake of {PHOTOS} photos of 4 MB: {best:.2f} s ({megabytes / best:.0f} MB/s);", end=" ")
        print(f"cp + sha256sum + cold read-back: {best_by_hand:.2f} s; {ratio:.0f} % of its speed")
