"""A second opinion on the few lines that the first reader was unsure of, kept only where it names someone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from vision.boxes import Quad
from vision.catalogue import writing as catalogue
from vision.findings import TextFinding, TextKind
from vision.image import Pixels
from vision.sessions import SecondReader

FOUND_BY = "tesseract"
MIRRORED = "ppocr mirrored"

ADDED = frozenset({FOUND_BY, MIRRORED})
"""By whom a reading is found that stands beside another of the same line."""

_TELLING = frozenset({TextKind.ROLL_NAME, TextKind.CONTACT})


def is_worth_asking(text: TextFinding, width: float, height: float) -> bool:
    """Whether a line is doubtful, and yet looks like writing: long enough, with several letters read in it.

    `width` along the writing and `height` across it are in any one unit.
    """
    return (
        text.score < catalogue.READ_WELL
        and sum(sign.isalpha() for sign in text.text) >= catalogue.SECOND_LETTERS
        and width >= catalogue.LINE_SHAPE * height
    )


def read_again(
    doubtful: Sequence[tuple[TextFinding, Pixels]], reader: SecondReader
) -> tuple[TextFinding, ...]:
    """What the second reader says to the least sure lines, as further findings at the same places.

    Each line comes with its upright strip in RGB. At most `catalogue.MOST_SECOND_READINGS` are asked for.
    """
    least_sure = sorted(doubtful, key=lambda pair: pair[0].score)[: catalogue.MOST_SECOND_READINGS]
    said = [(text, reader(_grey(strip))) for text, strip in least_sure]
    return tuple(
        replace(text, text=answer[0], score=answer[1], found_by=FOUND_BY)
        for text, answer in said
        if answer is not None and answer[0] and answer[1] >= catalogue.SECOND_SCORE
    )


def without_repetition(texts: Sequence[TextFinding]) -> tuple[TextFinding, ...]:
    """The sorted texts; of the second reader and of the mirror only what names someone or a contact that the first did not.

    A second reading adds, and never replaces: where the two differ, a name in either is covered.
    """
    first: dict[Quad, list[TextFinding]] = {}
    for text in texts:
        if text.found_by not in ADDED:
            first.setdefault(text.quad, []).append(text)
    return tuple(
        text for text in texts if text.found_by not in ADDED or _adds(text, first.get(text.quad, ()))
    )


def _adds(text: TextFinding, before: Sequence[TextFinding]) -> bool:
    """Whether it tells what the first reader's findings in the same place do not."""
    if text.kind not in _TELLING:
        return False
    known = {person for one in before for person in one.people}
    return all(one.kind not in _TELLING for one in before) or not set(text.people) <= known


def _grey(strip: Pixels) -> Pixels:
    """In grey, with the rim that Tesseract needs around letters."""
    rim = catalogue.SECOND_RIM
    grey = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.copyMakeBorder(grey, rim, rim, rim, rim, cv2.BORDER_REPLICATE), np.uint8)
