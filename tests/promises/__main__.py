"""Prints what Greenlight promises, with the tests that hold each promise; with --run, after running them.

./greenlight promises [--run] [NUMBER ...]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.promises.listing import (
    TESTS,
    Ended,
    Promise,
    Standing,
    by_name,
    counted,
    promises,
    standing,
    tests_of,
)


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
        cases = ET.parse(report).iter("testcase")  # noqa: S314 - pytest wrote it a moment ago
        return by_name(
            Ended(case.get("name", ""), _how(case), float(case.get("time", "0"))) for case in cases
        )


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
    print(counted(verdicts))
    return int(any(one in (Standing.NOT_KEPT, Standing.NO_TEST) for one in verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
