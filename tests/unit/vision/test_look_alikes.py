"""A face between two people of the list: made by blending the numbers, and the pictures, of real faces."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.face_network import CHIP
from vision.faces.compare import compare
from vision.findings import Template, Verdict
from vision.image import Pixels
from vision.sessions import Sessions

PAIRS = 30


@pytest.fixture(scope="module")
def chips(small_faces: Path) -> list[Pixels]:
    """Real faces, aligned alike, in the size that the describing network takes."""
    faces = (np.load(small_faces)[: 2 * PAIRS] * 255).astype(np.uint8)
    large = (cv2.resize(face, (CHIP, CHIP), interpolation=cv2.INTER_CUBIC) for face in faces)
    return [np.repeat(np.asarray(face, np.uint8)[..., None], 3, axis=2) for face in large]


@pytest.fixture(scope="module")
def sessions() -> Sessions:
    return Sessions()


def described(chips: list[Pixels], sessions: Sessions) -> list[Template]:
    numbers = sessions.describer()(np.stack(chips))
    return [tuple(float(number) for number in row) for row in numbers]


def test_numbers_halfway_between_two_people_are_suggested_as_neither(
    chips: list[Pixels], sessions: Sessions
) -> None:
    known = np.array(described(chips, sessions))
    for one, other in zip(known[::2], known[1::2], strict=True):
        references = {"one": [tuple(one)], "other": [tuple(other)]}
        (match,) = compare([tuple((one + other) / 2)], references)
        assert match.verdict is not Verdict.SUGGESTED


def test_most_pictures_blended_of_two_people_are_suggested_as_neither(
    chips: list[Pixels], sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    """A blend of pixels lies nearer to the one whose edges are stronger, so some are taken for that one."""
    known = described(chips, sessions)
    blends = [
        np.asarray(cv2.addWeighted(chips[2 * n], 0.5, chips[2 * n + 1], 0.5, 0), np.uint8)
        for n in range(PAIRS)
    ]
    taken = 0
    for n, template in enumerate(described(blends, sessions)):
        (match,) = compare([template], {"one": [known[2 * n]], "other": [known[2 * n + 1]]})
        taken += match.verdict is Verdict.SUGGESTED
    with capsys.disabled():
        print(f"\nof {PAIRS} blended pictures {taken} were suggested as one of the two")
    assert taken <= PAIRS // 6


def test_each_of_them_alone_is_suggested_so_the_blends_are_a_real_test(
    chips: list[Pixels], sessions: Sessions
) -> None:
    known = described(chips[:20], sessions)
    lighter = [np.asarray(cv2.convertScaleAbs(chip, alpha=0.9, beta=8), np.uint8) for chip in chips[:20]]
    references = {str(n): [template] for n, template in enumerate(known)}
    matches = compare(described(lighter, sessions), references)
    assert sum(match.verdict is Verdict.SUGGESTED for match in matches) >= 15
