"""The corpus is read without surprise in every run; the fuzzing itself, for a bounded time, in the slow one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TARGETS = ("photo", "structure", "roll", "settings", "key_file", "vault")
SECONDS = 15
"""For each target: a minute and a half in all. `python tests/fuzz TARGET 3600` for a night."""


def fuzzing(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("atheris", reason="atheris runs on Linux alone")
    command = [sys.executable, str(root / "tests" / "fuzz"), *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=180)


def test_every_target_has_seeds_and_they_are_small(root: Path) -> None:
    for target in TARGETS:
        seeds = [path.stat().st_size for path in (root / "tests" / "fuzz" / "corpus" / target).iterdir()]
        assert len(seeds) >= 2
        assert max(seeds) < 20_000


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_promise_39_whatever_grows_out_of_the_seeds_is_read_or_refused(root: Path, target: str) -> None:
    ended = fuzzing(root, target, str(SECONDS))
    assert ended.returncode == 0, ended.stderr[-3000:]
    tried = next(
        int(line.split()[-1]) for line in ended.stderr.splitlines() if "number_of_executed_units" in line
    )
    assert tried > 50
