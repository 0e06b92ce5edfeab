"""What Greenlight promises, the tests that hold each promise, and what can be said of it after a run."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
_NAMED = re.compile(r"^\s*(?:async )?def (test_promise_(\d+(?:_and_\d+)*)_\w+)\(", re.MULTILINE)


class Standing(StrEnum):
    """What can be said of one promise."""

    KEPT = "kept"
    NOT_KEPT = "NOT KEPT"
    NOT_HERE = "not testable here"
    NOT_RUN = "tested, not run now"
    NO_TEST = "NO TEST"


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of the list."""

    number: int
    fault: str
    kept_by: str
    by_hand: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """How one test ended, "passed", "failed" or why it was skipped, and how long it took."""

    name: str
    how: str
    seconds: float = 0.0


def promises() -> Sequence[Promise]:
    """All fifty, in their order."""
    with (TESTS / "promises" / "promises.toml").open("rb") as file:
        return [Promise(**entry) for entry in tomllib.load(file)["promise"]]


def tests_of() -> Mapping[int, Sequence[str]]:
    """The tests of each promise, as file::name, found by the number in their names."""
    found: dict[int, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for name, numbers in _NAMED.findall(path.read_text(encoding="utf-8")):
            for number in numbers.split("_and_"):
                found.setdefault(int(number), []).append(f"{path.relative_to(TESTS.parent)}::{name}")
    return found


def standing(tests: Sequence[str], ended: Mapping[str, Sequence[Ended]] | None) -> tuple[Standing, str]:
    """The verdict on one promise, and the reason where it is not kept or cannot be shown here."""
    if not tests:
        return Standing.NO_TEST, ""
    if ended is None:
        return Standing.NOT_RUN, ""
    runs = [run for test in tests for run in ended.get(test.split("::")[1], ())]
    failed = sorted({run.name for run in runs if run.how == "failed"})
    if failed:
        return Standing.NOT_KEPT, ", ".join(failed)
    if any(run.how == "passed" for run in runs):
        return Standing.KEPT, "; ".join(sorted({run.how for run in runs} - {"passed"}))
    return Standing.NOT_HERE, "; ".join(sorted({run.how for run in runs})) or "not collected"


def by_name(ended: Iterable[Ended]) -> Mapping[str, Sequence[Ended]]:
    """All runs of each test function, whatever they were given."""
    runs: dict[str, list[Ended]] = {}
    for one in ended:
        runs.setdefault(one.name.split("[")[0], []).append(one)
    return runs


def counted(verdicts: Sequence[Standing]) -> str:
    """Such as "49 kept, 1 not testable here"."""
    return ", ".join(f"{verdicts.count(one)} {one.value}" for one in Standing if one in verdicts)
