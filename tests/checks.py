"""Runs every check of this project, one after the other, and fails when any of them fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
EVERY_TEST = ("-m", "")  # overrides the marker expression of pyproject.toml
MOST_AT_ONCE = 4
"""Each process that runs tests holds the finders' models in memory, up to a gigabyte."""


def checks(arguments: list[str]) -> list[tuple[str, list[str]]]:
    """The checks in order, pytest last, so that its closing line ends the output."""
    rest = [argument for argument in arguments if argument != "--all"]
    chosen = list(EVERY_TEST) if "--all" in arguments else []
    if "-s" not in rest:  # figures are printed as they come by one process only
        # what a file's tests share is made once
        chosen += ["-n", str(min(os.cpu_count() or 1, MOST_AT_ONCE)), "--dist", "loadfile"]
    return [
        ("ruff check", [str(BIN / "ruff"), "check", "."]),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("mypy", [sys.executable, "-m", "mypy"]),
        ("import-linter", [str(BIN / "lint-imports")]),
        ("pytest", [sys.executable, "-m", "pytest", *chosen, *rest]),
    ]


def main(arguments: list[str]) -> int:
    """Run all checks even when one fails; the exit status is 1 when any did."""
    failed = []
    for name, command in checks(arguments):
        print(f"── {name}", flush=True)
        start = time.monotonic()
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
        if name != "pytest":
            print(f"   {'failed' if name in failed else 'passed'}, {time.monotonic() - start:.1f} s")
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
