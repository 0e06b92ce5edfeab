"""Which odd ways of writing a name are read; prints what each scene was read as.

Run with `pytest -m evaluation -s tests/benchmarks/test_odd_writing.py`.
"""

from __future__ import annotations

import numpy as np
import pytest

from tests.benchmarks.made_writing import PEOPLE, scenes
from vision.findings import TextKind
from vision.image import Container, Photo, StoredGrid
from vision.sessions import Sessions
from vision.text.kinds import Roll, sort_texts
from vision.text.read import read_text
from vision.text.second import without_repetition

pytestmark = pytest.mark.evaluation


def test_names_are_covered_in_most_odd_ways_of_writing(capsys: pytest.CaptureFixture[str]) -> None:
    sessions, roll = Sessions(), Roll.of(PEOPLE)
    covered = []
    for name, picture in scenes():
        pixels = np.ascontiguousarray(np.asarray(picture.convert("RGB")))
        photo = Photo(pixels, picture.width, picture.height, 1, Container.PNG, StoredGrid(1, 1, 0, 1))
        read = read_text(photo, sessions, published_side=2048)
        found = without_repetition(sort_texts(read, roll))
        told = [text for text in found if text.kind in {TextKind.ROLL_NAME, TextKind.CONTACT}]
        covered.append(any(text.people for text in told))
        with capsys.disabled():
            print(f"{'found ' if covered[-1] else 'missed'} {name}: {[text.text for text in found]}")
    with capsys.disabled():
        print(f"{sum(covered)} of {len(covered)}")
    assert sum(covered) >= 0.86 * len(covered)  # 29 of 53 before mirrors, letters and accounts counted
