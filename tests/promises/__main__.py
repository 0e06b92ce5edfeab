"""Prints what Greenlight promises, with the tests that hold each promise; with --run, after running them.

./greenlight promises [--run] [NUMBER ...]
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
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


def took(tests: Sequence[str], ended: Mapping[str, Sequence[Ended]] | None) -> str:
    """The seconds of one promise's tests, such as ` in 12.3 s`; nothing where none ran."""
    if ended is None:
        return ""
    return f" in {sum(run.seconds for test in tests for run in ended.get(test.split('::')[1], ())):.1f} s"


def run(tests: Sequence[str]) -> Mapping[str, Sequence[Ended]]:
    """Run these tests, the slow ones too; how each ended, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "", f"--junit-xml={report}", *tests]
        subprocess.run(command, cwd=TESTS.parent, stdout=sys.stderr, check=False)
        if not report.exists():
            return {}
        ended: dict[str, list[Ended]] = {}
        for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it a moment ago
            name = case.get("name", "")
            ended.setdefault(name.split("[")[0], []).append(
                Ended(name, _how(case), float(case.get("time", "0")))
            )
        return ended


def _how(case: ET.Element) -> str:
    for child in case:
        if child.tag in ("failure", "error"):
            return "failed"
        if child.tag == "skipped":
            return child.get("message", "skipped")
    return "passed"


def told(promise: Promise, tests: Sequence[str], verdict: Standing, why: str, *, time: str) -> Iterator[str]:
    """The lines of one promise; `time` says how long its tests took."""
    yield f"{promise.number:2}  {verdict.value + time:30} {promise.fault}"
    yield f"    {promise.kept_by}"
    for test in tests:
        yield f"      {test}"
    if why:
        yield f"      not run: {why}" if verdict is not Standing.NOT_KEPT else f"      failed: {why}"
    if promise.by_hand:
        yield f"      by hand: {promise.by_hand}"


def main(arguments: Sequence[str]) -> int:
    """Print the list; 0 only where every promise has a test and none failed."""
    parser = argparse.ArgumentParser(prog="greenlight promises", description=__doc__)
    parser.add_argument("--run", action="store_true", help="run the tests first (some take minutes)")
    parser.add_argument("numbers", metavar="NUMBER", type=int, nargs="*", help="only these")
    given = parser.parse_args(arguments)
    found = tests_of()
    wanted = [one for one in promises() if not given.numbers or one.number in given.numbers]
    named = [test for one in wanted for test in found.get(one.number, ())]
    ended = run(named) if given.run else None
    verdicts: list[Standing] = []
    for one in wanted:
        tests = found.get(one.number, ())
        verdict, why = standing(tests, ended)
        verdicts.append(verdict)
        print("\n".join(told(one, tests, verdict, why, time=took(tests, ended))))
    print(", ".join(f"{verdicts.count(one)} {one.value}" for one in Standing if one in verdicts))
    return int(any(one in (Standing.NOT_KEPT, Standing.NO_TEST) for one in verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
