"""How many made look-alikes, pictures blended half and half of two known people, are suggested as one of them.

Run with `pytest -m evaluation -s tests/benchmarks/test_blends_of_people.py`.
"""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.decode import decode
from vision.faces.align import cut_out
from vision.faces.compare import compare
from vision.faces.find import find_faces
from vision.findings import Template, Verdict
from vision.image import Pixels
from vision.sessions import Sessions

pytestmark = pytest.mark.evaluation

MOST_SUGGESTED = 0.06
"""Share of the blends; 0.05 and 0.03 in November 2026 (resources/decisions/accuracy.md)."""

AT_ONCE = 16


@pytest.fixture(scope="module")
def sessions() -> Sessions:
    return Sessions()


@pytest.fixture(scope="module")
def chips(eval_folder: Path, sessions: Sessions) -> dict[str, list[Pixels]]:
    """Each person's reference faces, cut out and turned upright."""
    known: dict[str, list[Pixels]] = {}
    for path in sorted((eval_folder / "people" / "references").glob("*/*")):
        photo = decode(path.read_bytes())
        face = max(find_faces(photo, sessions, published_side=2048), key=lambda one: one.box.area)
        chip = cut_out(photo, face.box, face.landmarks, predictor=sessions.landmarks())
        known.setdefault(path.parent.name, []).append(chip)
    return known


def described(pictures: list[Pixels], sessions: Sessions) -> list[Template]:
    made: list[Template] = []
    for start in range(0, len(pictures), AT_ONCE):
        rows = sessions.describer()(np.stack(pictures[start : start + AT_ONCE]))
        made += [tuple(float(number) for number in row) for row in rows]
    return made


def test_hardly_a_blend_of_two_people_is_suggested_as_one_of_them(
    chips: dict[str, list[Pixels]], sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    known = {person: described(faces, sessions) for person, faces in chips.items()}
    made = [
        ((one, i), (other, j))
        for one, other in combinations(chips, 2)
        for i, j in product(range(len(chips[one])), range(len(chips[other])))
    ]
    blends = [
        np.asarray(cv2.addWeighted(chips[one][i], 0.5, chips[other][j], 0.5, 0), np.uint8)
        for (one, i), (other, j) in made
    ]
    with_own = without_own = 0
    for parents, template in zip(made, described(blends, sessions), strict=True):
        others = {
            person: [numbers for n, numbers in enumerate(all_of) if (person, n) not in parents]
            for person, all_of in known.items()
        }
        with_own += compare([template], known)[0].verdict is Verdict.SUGGESTED
        without_own += compare([template], others)[0].verdict is Verdict.SUGGESTED
    with capsys.disabled():
        print(f"\nof {len(made)} blends {with_own} suggested, compared with other pictures {without_own}")
    assert max(with_own, without_own) <= MOST_SUGGESTED * len(made)


def test_a_reference_picture_is_suggested_by_the_others_of_its_person(
    chips: dict[str, list[Pixels]], sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    known = {person: described(faces, sessions) for person, faces in chips.items()}
    right = total = 0
    for person, templates in known.items():
        for n, template in enumerate(templates):
            others = {**known, person: [*templates[:n], *templates[n + 1 :]]}
            (match,) = compare([template], others)
            right += match.verdict is Verdict.SUGGESTED
            total += 1
            assert match.verdict is not Verdict.SUGGESTED or match.candidates[0].person == person
    with capsys.disabled():
        print(f"\n{right} of {total} reference pictures suggested by the others")
    assert right >= 0.9 * total
