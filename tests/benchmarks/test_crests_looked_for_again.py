"""How surely the second look sees a crest that was left bare, and how often it sees one where all were covered."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.made_crests import DESIGNS, scene
from vision.boxes import Box
from vision.check.look_again import look_again
from vision.copies import Cover, Crests, Expected, Flaw, Output, Problem, Refused, Style
from vision.decode import decode
from vision.findings import Analysis, Wanted
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.image import Container, Photo
from vision.uniform.crest import Crest, find_crests

pytestmark = pytest.mark.evaluation

SIZES = (40, 64, 96, 160)
SCENES = 2  # for each design
OUTPUTS = (Output(), Output(longest_side=1080), Output(Container.PNG))


class FindsCrests:
    """An analyser of crests alone; prepares each picture once."""

    def __init__(self) -> None:
        self._ready: dict[bytes, Crest] = {}
        self.seconds, self.looks = 0.0, 0

    def crests(self, pictures: Sequence[bytes]) -> list[Crest]:
        for one in pictures:
            if one not in self._ready:
                self._ready[one] = Crest.prepare("crest-0", one)
        return [self._ready[one] for one in pictures]

    def analyse(self, photo: Photo, wanted: Wanted) -> Analysis:
        crests = self.crests(wanted.crests)
        start = time.process_time()
        seen = find_crests(photo, crests, published_side=wanted.published_side)
        self.seconds += time.process_time() - start
        self.looks += 1
        return Analysis(photo.width, photo.height, uniforms=seen)


@dataclass(frozen=True, slots=True)
class Worn:
    """One photo, the crest that is worn in it, and where; empty where that is not known."""

    photo: Photo
    picture: bytes
    boxes: tuple[Box, ...] = ()


def worn(eval_folder: Path) -> Iterator[Worn]:
    """Photos with crests: made ones, and the evaluation's scenes with each of its crests."""
    for number, design in enumerate(DESIGNS):
        for seed in range(SCENES):
            made = scene(design, SIZES, seed=7000 + 100 * number + seed)
            yield Worn(made.photo, design.reference(), made.boxes)
    pictures = [path.read_bytes() for path in sorted((eval_folder / "scenes" / "crests").iterdir())]
    for path in sorted((eval_folder / "scenes").glob("*.jpg")):
        for picture in pictures:
            yield Worn(decode(path.read_bytes()), picture)


def problems(
    photo: Photo, covers: list[Cover], output: Output, *, expected: Expected, finder: FindsCrests
) -> list[Problem]:
    outcome = look_again(encode(cover(photo, covers), output), expected, finder)
    found = outcome.problems if isinstance(outcome, Refused) else ()
    return [one for one in found if one.flaw is Flaw.CREST_VISIBLE]


def scaled(box: Box, scale: float) -> Box:
    return Box(*(round(edge * scale) for edge in box.as_list()))


def test_a_crest_left_bare_is_seen_and_covered_ones_are_not(
    eval_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finder = FindsCrests()
    counted: Counter[str] = Counter()
    for one in worn(eval_folder):
        boxes = [seen.box for seen in find_crests(one.photo, finder.crests([one.picture]))]
        for output in OUTPUTS if boxes else ():
            scale = min(1.0, output.longest_side / max(one.photo.width, one.photo.height))
            hidden = tuple(scaled(box, scale) for box in boxes)
            expected = Expected(hidden=hidden, crests=Crests((one.picture,), hidden=hidden))
            for style in Style:
                counted[f"all covered, {style}"] += 1
                laid = [Cover.of_box(box, style) for box in boxes]
                for problem in problems(one.photo, laid, output, expected=expected, finder=finder):
                    # a crest that the first look missed is rightly seen now
                    real = any(problem.box.iou(scaled(box, scale)) > 0.3 for box in one.boxes if problem.box)
                    counted["seen where it was missed" if real else "seen where none is"] += 1
            for bare in boxes:
                if scale * max(bare.width, bare.height) >= SIZES[0]:
                    counted["one left bare"] += 1
                    laid = [Cover.of_box(box, Style.SOLID) for box in boxes if box != bare]
                    counted["one left bare, and seen"] += bool(
                        problems(one.photo, laid, output, expected=expected, finder=finder)
                    )
    with capsys.disabled():
        print("\n" + "\n".join(f"{count:>6} {what}" for what, count in counted.items()))
        print(f"{finder.seconds / finder.looks:.3f} s of processor a look")
    assert counted["seen where none is"] == 0
    assert counted["one left bare, and seen"] >= 0.97 * counted["one left bare"]
