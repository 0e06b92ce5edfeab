from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from app.health import Check, Grade, can_work, examine, is_encrypted
from app.places import Places
from app.work import opinion
from app.work.vision import Engines, Part
from tests.fakes.vision import FakeVision
from vision.errors import Code, ModelError


class Engine(FakeVision):
    def __init__(self, *parts: Part) -> None:
        super().__init__()
        self.parts = parts

    def doctor(self) -> Engines:
        return Engines(self.parts, (Part("network closed", works=False),), peak_memory=300 * 1024**2)


class Broken(FakeVision):
    def doctor(self) -> Engines:
        raise ModelError(Code.MODEL_MISSING)


def test_the_main_job_needs_every_engine_but_not_every_wall(tmp_path: Path) -> None:
    places = Places(tmp_path / "store", tmp_path)
    good = examine(Engine(Part("faces", works=True)), places)
    assert can_work(good)
    assert Check("wall: network closed", works=False, grade=Grade.ADVISED) in good
    assert not can_work(examine(Engine(Part("faces", works=False)), places))
    assert not can_work(examine(Engine(), places))


def test_a_vision_process_that_cannot_start_is_a_finding_and_no_failure(tmp_path: Path) -> None:
    checks = examine(Broken(), Places(tmp_path / "store", tmp_path))
    assert Check("vision process", works=False, grade=Grade.NEEDED, detail="MODEL_MISSING") in checks


def test_no_check_tells_a_path(tmp_path: Path) -> None:
    checks = examine(Engine(Part("faces", works=True)), Places(tmp_path / "store", tmp_path))
    assert not any(str(tmp_path) in check.detail + check.name for check in checks)


def test_a_store_that_others_may_enter_is_found(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir(mode=0o755)
    store.chmod(0o755)
    failed = [c.name for c in examine(Engine(Part("f", works=True)), Places(store, tmp_path)) if not c.works]
    assert "store is private" in failed


@pytest.mark.parametrize(("hours", "behind"), [(-1, False), (5, False), (48, True)])
def test_a_clock_behind_what_was_written_to_the_store_is_found(
    hours: int, *, behind: bool, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    store.mkdir(mode=0o700)
    (store / "register.db").touch()
    moment = time.time() + hours * 3600
    os.utime(store / "register.db", (moment, moment))
    failed = [c.name for c in examine(Engine(Part("f", works=True)), Places(store, tmp_path)) if not c.works]
    assert ("clock is not behind the store's files" in failed) is behind


def block(system: Path, folder: Path, uuid: str, below: str = "") -> None:
    """Write what the kernel would say about the disk below `folder`."""
    device = folder.stat().st_dev
    disk = system / "devices" / "dm-0"
    (disk / "dm").mkdir(parents=True)
    (disk / "dm" / "uuid").write_text(uuid + "\n")
    (disk / "slaves").mkdir()
    if below:
        one = system / "devices" / "dm-1"
        (one / "dm").mkdir(parents=True)
        (one / "dm" / "uuid").write_text(below + "\n")
        (disk / "slaves" / "dm-1").symlink_to(one)
    entries = system / "dev" / "block"
    entries.mkdir(parents=True)
    (entries / f"{os.major(device)}:{os.minor(device)}").symlink_to(disk)


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="reads Linux's list of block devices")
@pytest.mark.parametrize(
    ("uuid", "below", "encrypted"),
    [
        ("CRYPT-LUKS2-0123", "", True),
        ("LVM-abc", "CRYPT-LUKS2-0123", True),
        ("LVM-abc", "LVM-def", False),
        ("LVM-abc", "", False),
    ],
)
def test_an_encrypted_disk_is_recognised_also_below_a_volume(
    uuid: str, below: str, *, encrypted: bool, tmp_path: Path
) -> None:
    block(tmp_path / "sys", tmp_path, uuid, below)
    assert is_encrypted(tmp_path, tmp_path / "sys") is encrypted


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="reads Linux's list of block devices")
def test_an_unknown_disk_is_not_called_encrypted_or_open(tmp_path: Path) -> None:
    assert is_encrypted(tmp_path, tmp_path / "sys") is None


def test_exiftool_is_named_with_what_it_is_for_and_nothing_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> Check:
        checks = examine(Engine(Part("faces", works=True)), Places(tmp_path / "store", tmp_path))
        assert can_work(checks)
        return next(check for check in checks if "ExifTool" in check.name)

    if opinion.installed() is not None:
        assert told().works
        assert re.fullmatch(r"ExifTool \d+\.\d+", told().detail)
    monkeypatch.setattr(opinion, "_PLACES", "/nowhere")
    assert "hidden data" in told().name
    assert (told().works, told().detail) == (False, "not installed")
