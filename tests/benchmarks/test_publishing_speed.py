"""How long one 12-megapixel photo takes to be rendered and looked at again for three platforms; prints seconds.

With ExifTool where it is installed, which has a process of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from app.work.sandbox import Sandbox
from tests.benchmarks.test_speed import six_faces
from tests.spent import spent_with
from vision.boxes import Box
from vision.copies import CopyWanted, Cover, Expected, Output, Verified
from vision.findings import Wanted
from vision.hide.cover import head_outline
from vision.hide.encode import published_size

pytestmark = pytest.mark.evaluation

ROUNDS = 3
SIDES = (2048, 2048, 1440)
"""Website and Facebook want the same size, Instagram a smaller one; the open networks hide more."""

Result = TypeVar("Result")


def scaled(box: Box, side: int) -> Box:
    by = side / 4032
    return Box(int(box.x1 * by), int(box.y1 * by), round(box.x2 * by), round(box.y2 * by))


def test_print_the_seconds_of_publishing_on_three_platforms(
    portrait: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    encoded = six_faces(portrait)
    lines: list[str] = []

    def timed(what: str, vision: Sandbox, work: Callable[[], Result]) -> Result:
        rounds = []
        for _ in range(ROUNDS):
            start, before = time.perf_counter(), spent_with(vision.pid)
            result = work()
            rounds.append((time.perf_counter() - start, spent_with(vision.pid) - before))
        wall, used = min(rounds)
        lines.append(f"{what}: {wall:.2f} s ({used:.2f} s of processor time)")
        return result

    with Sandbox() as vision:
        faces = [face.box for face in vision.analyse(encoded, Wanted()).faces]
        assert len(faces) == 6
        hidden = (faces[:2], faces[:3], faces[:3])  # one face more on the open networks
        wanted = tuple(
            CopyWanted(tuple(Cover(head_outline(box)) for box in boxes), Output(longest_side=side))
            for boxes, side in zip(hidden, SIDES, strict=True)
        )
        one_by_one = timed(
            "three copies, one by one", vision,
            lambda: tuple(vision.publish(encoded, one.covers, one.output) for one in wanted),
        )  # fmt: skip
        copies = timed("three copies, together", vision, lambda: vision.publish_each(encoded, wanted))
        assert copies == one_by_one
        looks = [
            (
                copy,
                Expected(
                    *published_size(4032, 3024, side),
                    visible=tuple(scaled(box, side) for box in faces if box not in boxes),
                ),
            )
            for copy, boxes, side in zip(copies, hidden, SIDES, strict=True)
        ]
        alone = timed(
            "three second looks, one by one",
            vision,
            lambda: tuple(vision.look_again(copy, seen) for copy, seen in looks),
        )
        outcomes = timed("three second looks, together", vision, lambda: vision.look_again_each(tuple(looks)))
        assert outcomes == alone
        assert all(isinstance(one, Verified) for one in outcomes)
    with capsys.disabled():
        print("\n" + "\n".join(lines))
