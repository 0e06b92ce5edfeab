"""Tell where a name is to be expected: after "Name:", "awarded to", "Mrs" and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vision.boxes import Quad
from vision.catalogue import names as catalogue
from vision.findings import TextFinding
from vision.text.alone import is_mark
from vision.text.words import set_of, words_of

_LABEL = re.compile(
    r"^\W*(?:(?:my|first|last|full|child'?s?|pupil'?s?|student'?s?|parent'?s?|teacher'?s?|family|christian|given|your)\s+)?"
    r"(?P<label>name(?:\s+(?:is|of\s+(?:child|pupil|student)))?|surname|forename|pupil|student|teacher|class\s+teacher|"
    r"author|artist|key\s*(?:person|worker)|star\s+of\s+the\s+(?:week|day)|star\s+(?:pupil|writer|reader)|"
    r"this\s+(?:book\s+)?belongs\s+to|belongs\s+to|property\s+of|i\s+am|my\s+name'?s?|happy\s+birthday|"
    r"(?:made|written|drawn|painted|designed|signed|created)\s+by|by)\s*(?P<mark>[:;.\-–=]*)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"\b(?P<label>(?:awarded|presented|given|certify|certifies|congratulations|well\s+done|thank\s+you|goes)\s*(?:to|that|,)?)"
    r"\s*[:;.\-–!]*\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"(?<![\w])(?:Mr|Mrs|Ms|Mx|Dr|MR|MRS|MS|MX|DR|Miss|MISS|Sir|Prof|Rev|Coach|Nurse|Sister|Master)\.?\s*"
    r"([A-Z][\w'’-]+)"
)
_ALWAYS_A_PERSON = re.compile(r"(?<![\w])(?:Mr|Mrs|Ms|Mx|Dr|MR|MRS|MS|MX)\.?\s*[A-Z][\w'’-]*")

_LOOSE = set_of("name surname forename pupil student teacher author artist")
"""Labels that are also ordinary words: they need a colon or an empty rest."""

_ANNOUNCING = set_of("to that")


def rest_after_label(text: str) -> str | None:
    """What follows a label such as "Name:" in this line; "" where the label stands alone; None without one."""
    label = _LABEL.match(text)
    if label is not None:
        rest = label["rest"].strip()
        if not rest or label["mark"] or words_of(label["label"])[-1].plain not in _LOOSE:
            return rest
    given = _GIVEN_TO.search(text)
    if given is not None:
        rest = given["rest"].strip()
        # praise alone does not announce a name below it; "awarded to" does
        return rest if rest or words_of(given["label"])[-1].plain in _ANNOUNCING else None
    return None


def looks_like_a_person(text: str) -> bool:
    """Whether the line holds an honorific with a name, or a label with something like a name after it."""
    if _ALWAYS_A_PERSON.search(text):
        return True
    honoured = _HONORIFIC.search(text)
    if honoured and (not all(word.ordinary for word in words_of(honoured[1])) or len(words_of(text)) <= 2):
        return True
    rest = rest_after_label(text)
    return bool(rest) and could_be_a_name(rest or "")


def could_be_a_name(text: str) -> bool:
    """One to four words with letters, not all of them common words, or written with capitals."""
    words = words_of(text)
    letters = sum(letter.isalpha() for letter in text)
    if not 1 <= len(words) <= catalogue.WORDS_OF_A_NAME_LINE or letters < 2:
        return False
    return not all(word.ordinary for word in words) or (
        len(words) <= 3 and all(word.capital for word in words)
    )


def is_like_a_name(text: str) -> bool:
    """One to three words with capitals, beside numbers and initials, of which one is no common word."""
    words = [word for word in words_of(text) if not is_mark(word)]
    return (
        0 < len(words) <= catalogue.WORDS_OF_A_LISTED_NAME
        and all(word.capital for word in words)
        and not all(word.ordinary for word in words)
    )


def expecting_names(texts: Sequence[TextFinding]) -> frozenset[int]:
    """Which lines stand beside or under a label that has no name in its own line, by place in `texts`."""
    found = set()
    for place, label in enumerate(texts):
        if rest_after_label(label.text) == "":
            follower = _next_line(place, texts)
            if follower is not None:
                found.add(follower)
    return frozenset(found)


def _next_line(place: int, texts: Sequence[TextFinding]) -> int | None:
    """The nearest line to the right of this one or below it, seen along its own direction of writing."""
    frame = _Frame(texts[place].quad)
    best: tuple[float, int] | None = None
    for other, text in enumerate(texts):
        if other == place or rest_after_label(text.text) is not None:
            continue
        gap = frame.gap_to(text.quad)
        if gap is not None and (best is None or gap < best[0]):
            best = (gap, other)
    return best[1] if best else None


def next_below(place: int, texts: Sequence[TextFinding]) -> int | None:
    """The nearest line under this one, seen along its own direction of writing."""
    frame = _Frame(texts[place].quad)
    below = [
        (gap, other)
        for other, text in enumerate(texts)
        if other != place and (gap := frame.gap_below(text.quad)) is not None
    ]
    return min(below)[1] if below else None


class _Frame:
    """Distances as seen from one line of writing, in multiples of its height."""

    def __init__(self, quad: Quad) -> None:
        corners = np.array(quad.points)
        along, down = corners[1] - corners[0], corners[3] - corners[0]
        self._width = float(np.linalg.norm(along)) or 1.0
        self._height = float(np.linalg.norm(down)) or 1.0
        self._origin = corners[0]
        self._along, self._down = along / self._width, down / self._height

    def gap_to(self, quad: Quad) -> float | None:
        """How far that line is off to the right or below; None when it is neither."""
        x, y = self._seen(quad)
        right = float(x.min()) - self._width / self._height
        if 0 <= float(y.mean()) <= 1 and -0.5 <= right <= catalogue.LABEL_REACH_RIGHT:
            return max(0.0, right)
        below = self.gap_below(quad)
        return None if below is None else below + 0.5

    def gap_below(self, quad: Quad) -> float | None:
        """How far that line is below; None when it is not."""
        x, y = self._seen(quad)
        below = float(y.min()) - 1
        beside = min(float(x.max()), self._width / self._height + 2) - max(float(x.min()), -2.0)
        return max(0.0, below) if -0.5 <= below <= catalogue.LABEL_REACH_BELOW and beside > 0 else None

    def _seen(self, quad: Quad) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Its corners along and down this line's writing, from this line's beginning, in heights."""
        corners = np.array(quad.points, np.float64) - self._origin
        return corners @ self._along / self._height, corners @ self._down / self._height
