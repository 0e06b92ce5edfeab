"""The start script on a machine that a test makes up: what it installs, names, passes on, and does only once."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="greenlight.cmd is for Windows")

ALL_LIBRARIES = [
    "GL.so.1",
    "glib-2.0.so.0",
    "xcb.so.1",
    "EGL.so.1",
    "xkbcommon.so.0",
    "dbus-1.so.3",
    "fontconfig.so.1",
    "xcb-cursor.so.0",
    "xkbcommon-x11.so.0",
    "xcb-icccm.so.4",
    "xcb-keysyms.so.1",
    "xcb-image.so.0",
    "xcb-render-util.so.0",
    "xcb-shape.so.0",
]

# a Python that says how it was called
PYTHON = """#!/bin/sh
case "$1" in -c) exit 0 ;; esac
printf 'python'; for word in "$@"; do printf ' [%s]' "$word"; done; echo
exit "${PYTHON_STATUS-0}"
"""

# an installer that can be told to fail
UV = """case "$1" in
    venv) for last in "$@"; do :; done; mkdir -p "$last/bin"; cp "PYTHON" "$last/bin/python" ;;
    pip) exit "${UV_STATUS-0}" ;;
esac
"""


class Machine:
    """A project folder and a PATH with made-up programs in front."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.project = folder / "my school"  # a space, as people have them
        self.programs = folder / "programs"
        self.log = folder / "log"
        self.project.mkdir()
        self.programs.mkdir()
        for name in ("greenlight", "requirements.lock", "requirements-uv.lock"):
            shutil.copy(root / name, self.project / name)
        self.program("uv", UV.replace("PYTHON", f"{folder}/python"))
        (folder / "python").write_text(PYTHON)
        (folder / "python").chmod(0o755)
        self.libraries(*ALL_LIBRARIES)
        self.program("tesseract", "exit 0")
        self.program("id", "echo 1000")
        self.program("uname", "echo Linux")

    def program(self, name: str, does: str) -> None:
        """A program that notes its call and then `does`."""
        file = self.programs / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.log}"\n{does}\n')
        file.chmod(0o755)

    def libraries(self, *names: str) -> None:
        lines = "".join(f"\\tlib{name} (libc6,x86-64) => /lib/lib{name}\\n" for name in names)
        self.program("ldconfig", f"printf '{lines}'")

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", str(self.project / "greenlight"), *arguments],
            cwd=self.programs.parent,
            env={"PATH": f"{self.programs}:/usr/bin:/bin", "HOME": str(self.programs.parent), **environment},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    def called(self, name: str) -> list[str]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line.removeprefix(f"{name} ") for line in lines if line.startswith(f"{name} ")]


@pytest.fixture
def machine(tmp_path: Path, root: Path) -> Machine:
    return Machine(tmp_path, root)


def test_what_was_typed_reaches_the_program_unchanged_and_so_does_its_status(machine: Machine) -> None:
    done = machine.start("inspect", "a photo.jpg", "", PYTHON_STATUS="3")
    assert done.stdout == "python [-m] [app] [inspect] [a photo.jpg] []\n"
    assert done.returncode == 3


def test_test_runs_the_checks_of_the_project(machine: Machine) -> None:
    assert machine.start("test", "--all").stdout == "python [tests/checks.py] [--all]\n"


def test_the_environment_is_made_once_and_again_only_when_the_lock_changed(machine: Machine) -> None:
    machine.start("doctor")
    first = machine.called("uv")
    assert any(call.startswith("pip sync") and "--require-hashes" in call for call in first)
    assert any("--offline" in call and "--no-build-isolation" in call for call in first)
    machine.start("doctor")
    assert machine.called("uv") == first
    with (machine.project / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")
    machine.start("doctor")
    assert len(machine.called("uv")) > len(first)


def test_a_moved_project_is_installed_anew(machine: Machine) -> None:
    machine.start("doctor")
    calls = len(machine.called("uv"))
    machine.project = machine.project.rename(machine.project.with_name("elsewhere"))
    machine.start("doctor")
    assert len(machine.called("uv")) > calls


def test_an_installation_that_failed_is_told_and_tried_again(machine: Machine) -> None:
    failed = machine.start("doctor", UV_STATUS="1")
    assert failed.returncode == 2
    assert failed.stdout == ""
    assert "could not be made" in failed.stderr or "could be fetched" in failed.stderr
    assert machine.start("doctor").returncode == 0


def test_missing_libraries_of_the_window_are_named_and_the_command_runs_all_the_same(
    machine: Machine,
) -> None:
    machine.libraries(*(name for name in ALL_LIBRARIES if name not in {"EGL.so.1", "xcb-cursor.so.0"}))
    done = machine.start("inspect", "a.jpg")
    assert done.stdout.startswith("python")
    assert "libegl1" in done.stderr
    assert "libxcb-cursor0" in done.stderr
    assert "libgl1 " not in done.stderr
    assert "sudo apt-get install" in done.stderr


def test_who_may_install_gets_exactly_what_is_missing(machine: Machine) -> None:
    machine.libraries(*(name for name in ALL_LIBRARIES if name not in {"EGL.so.1", "GL.so.1"}))
    machine.program("id", "echo 0")
    machine.program("apt-get", "exit 0")
    done = machine.start("inspect", "a.jpg")
    assert machine.called("apt-get") == [
        "update -q",
        "install -qy --no-install-recommends libgl1 libegl1",
    ]
    assert "missing" not in done.stderr
    assert done.stdout.startswith("python [-m] [app]")


def test_an_installation_of_libraries_that_fails_does_not_stop_the_command_line(machine: Machine) -> None:
    machine.libraries()
    machine.program("id", "echo 0")
    machine.program("apt-get", "exit 100")
    done = machine.start("inspect", "a.jpg")
    assert done.returncode == 0
    assert "libxkbcommon-x11-0" in done.stderr


def test_a_missing_second_text_reader_is_only_suggested(machine: Machine) -> None:
    (machine.programs / "tesseract").unlink()
    if shutil.which("tesseract", path="/usr/bin:/bin"):
        pytest.skip("tesseract is installed on this machine")
    assert "tesseract-ocr" in machine.start("doctor").stderr


def test_nothing_is_said_when_all_is_there(machine: Machine) -> None:
    machine.start("doctor")
    assert machine.start("doctor").stderr == ""
