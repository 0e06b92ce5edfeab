"""Cost of a photo against its size and against the number of faces; prints the table."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks.cost import FACES, SIZES, drawing, measured, table

pytestmark = [
    pytest.mark.evaluation,
    pytest.mark.skipif(
        sys.platform != "linux", reason="the time and memory of a process are read as Linux tells them"
    ),
]


def test_a_photo_costs_little_more_for_its_size_and_a_bounded_part_more_for_each_face(
    portrait: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    costs = list(measured(portrait))
    with capsys.disabled():
        print("\n" + table(costs))
    assert len(costs) == len(SIZES) + len(FACES) - 1
    assert all(cost.found >= cost.faces for cost in costs)
    assert max(cost.peak for cost in costs) < 1_500_000_000
    assert drawing(costs).count("<circle") == len(SIZES) + len(FACES)
