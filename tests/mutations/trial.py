"""Runs some tests in a copy of the program and tells how each ended."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PARTS = (
    "app",
    "consent",
    "vision",
    "resources",
    "tests",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
)
"""What a copy holds."""

_TEST = re.compile(r"^\s*(?:async )?def (test_promise_(\d+(?:_and_\d+)*)_\w+)\(", re.MULTILINE)


def copy_of(folder: Path) -> Path:
    """A copy of the program and its tests in this new folder."""
    folder.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    return folder


def tests_of(promise: int, files: Sequence[str]) -> Sequence[str]:
    """The tests of one promise in these files, as pytest takes them; an entry `file::test` stands for itself."""
    found: list[str] = []
    for file in files:
        if "::" in file:
            found.append(file)
            continue
        for name, numbers in _TEST.findall((ROOT / file).read_text(encoding="utf-8")):
            if promise in map(int, numbers.split("_and_")):
                found.append(f"{file}::{name}")
    return found


def ends(copy: Path, tests: Sequence[str], *, slow: bool, until_one_fails: bool) -> Mapping[str, str]:
    """How each of these tests ended, "passed", "failed" or "skipped", by its name with its parameters."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        # a found failure is enough: it is neither made smaller nor kept for the next run
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junit-xml={report}"]
        command += ["--hypothesis-profile=mutations", *(["-x"] if until_one_fails else [])]
        command += [*(["-m", ""] if slow else []), *tests]
        environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False)
        if not report.exists():
            return {}
        cases = ET.parse(report).iter("testcase")  # noqa: S314 - pytest wrote it a moment ago
        return {f"{case.get('classname', '')}::{case.get('name', '')}": _how(case) for case in cases}


def _how(case: ET.Element) -> str:
    tags = {child.tag for child in case}
    if tags & {"failure", "error"}:
        return "failed"
    return "skipped" if "skipped" in tags else "passed"
