"""Takes each promise's protection out of a copy of the program and shows that the promise's tests then fail.

python tests/mutations [--at-once N] [NUMBER ...]      all, or only these; the files themselves are never touched
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import tomllib
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # started as a folder, it knows only itself

from tests.mutations.trial import copy_of, ends, tests_of

TABLE = Path(__file__).with_name("mutations.toml")


@dataclass(frozen=True, slots=True)
class Change:
    """One text of one file that becomes another."""

    file: str
    cut: str
    put: str

    def made(self, content: str) -> str:
        """The changed content; ValueError where the text is not there exactly once."""
        if content.count(self.cut) != 1:
            raise ValueError(f"{self.file}: found {content.count(self.cut)} times: {self.cut.strip()[:60]}")
        return content.replace(self.cut, self.put)


@dataclass(frozen=True, slots=True)
class Mutation:
    """One promise without its protection, and the files whose tests of it have to notice."""

    promise: int
    changes: tuple[Change, ...]
    files: tuple[str, ...]
    slow: bool = False

    @property
    def said(self) -> str:
        """What is taken out, in a line of the list."""
        return f"{self.changes[0].file}: {' '.join(self.changes[0].cut.split())[:70]}"


@dataclass(frozen=True, slots=True)
class Trial:
    """How one mutation ended, which test noticed it, and how long that took."""

    mutation: Mutation
    verdict: str
    test: str
    seconds: float

    @property
    def is_noticed(self) -> bool:
        return self.verdict == "noticed"


def mutations() -> Iterator[Mutation]:
    """The table, in its order."""
    with TABLE.open("rb") as file:
        for entry in tomllib.load(file)["mutation"]:
            changes = [Change(entry["file"], entry["cut"], entry["put"])]
            if "and_cut" in entry:
                changes.append(Change(entry["file"], entry["and_cut"], entry["and_put"]))
            changes += [Change(**also) for also in entry.get("also", ())]
            yield Mutation(
                entry["promise"], tuple(changes), tuple(entry["tests"].split()), entry.get("slow", False)
            )


def tried(copy: Path, mutation: Mutation, sound: Collection[str]) -> Trial:
    """What the promise's tests say while its protection is out; the copy is whole again afterwards.

    Only a test that is `sound`, which passes while the protection is there, can notice that it is not.
    """
    start = time.monotonic()
    tests = tests_of(mutation.promise, mutation.files)
    if not tests:
        return Trial(mutation, "NOT TRIED: no test of this number in its files", "", 0.0)
    before = {change.file: (copy / change.file).read_text(encoding="utf-8") for change in mutation.changes}
    try:
        for change in mutation.changes:
            path = copy / change.file
            path.write_text(change.made(path.read_text(encoding="utf-8")), encoding="utf-8")
        ended = ends(copy, tests, slow=mutation.slow, until_one_fails=True)
    except ValueError as stale:
        return Trial(mutation, f"NOT TRIED: {stale}", "", 0.0)
    finally:
        for file, content in before.items():
            (copy / file).write_text(content, encoding="utf-8")
    failed = [name for name, how in ended.items() if how == "failed"]
    noticing = [name for name in failed if name in sound]
    seconds = time.monotonic() - start
    if noticing:
        return Trial(mutation, "noticed", noticing[0], seconds)
    verdict = "NOT TRIED: its test fails or is skipped here anyway" if failed or not ended else "NOT NOTICED"
    return Trial(mutation, verdict, next(iter(failed), ""), seconds)


def trials(chosen: Sequence[Mutation], at_once: int) -> Iterator[Trial]:
    """Each mutation's trial as it ends, `at_once` of them at a time, each in a copy of its own."""
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        first = copy_of(Path(folder) / "0")
        for number in range(1, at_once):
            copies.put(copy_of(Path(folder) / str(number)))
        sound = _sound(first, chosen)
        copies.put(first)

        def one(mutation: Mutation) -> Trial:
            copy = copies.get()
            try:
                return tried(copy, mutation, sound)
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(at_once) as pool:
            yield from pool.map(one, chosen)


def _sound(copy: Path, chosen: Sequence[Mutation]) -> Collection[str]:
    """The tests that pass while every protection is there."""
    sound: set[str] = set()
    for slow in (False, True):
        tests = [test for one in chosen if one.slow == slow for test in tests_of(one.promise, one.files)]
        if tests:
            ended = ends(copy, tests, slow=slow, until_one_fails=False)
            sound |= {name for name, how in ended.items() if how == "passed"}
    return sound


def main(arguments: Sequence[str]) -> int:
    """0 only where every protection that was taken out was missed by a test."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at-once", type=int, default=2, metavar="N", help="how many run side by side")
    parser.add_argument("numbers", metavar="NUMBER", type=int, nargs="*", help="only these promises")
    given = parser.parse_args(arguments)
    chosen = [one for one in mutations() if not given.numbers or one.promise in given.numbers]
    start, kept = time.monotonic(), 0
    for trial in trials(chosen, given.at_once):
        kept += trial.is_noticed
        print(f"{trial.mutation.promise:2}  {trial.verdict:12} {trial.seconds:6.1f} s  {trial.mutation.said}")
        if trial.test:
            print(f"      by {trial.test}", flush=True)
    spent = time.monotonic() - start
    print(f"{kept} of {len(chosen)} protections are missed when they are taken out; {spent:.0f} s in all")
    return int(kept != len(chosen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
