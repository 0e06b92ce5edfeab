"""Find the school's own written name on clothes, signs and paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from vision.catalogue import names as catalogue
from vision.text.words import Word, set_of, words_of

_KINDS_OF_SCHOOL = set_of(
    "academy and at c ce church catholic centre children childcare college community e first for grammar high house "
    "in infant infants junior kindergarten lower middle nursery of playgroup preparatory preschool prep primary "
    "rc roman saint school schools secondary sixth form st special the trust upper voluntary"
)
"""Words that many schools share."""


def names_school(text: str, school_names: Sequence[str]) -> bool:
    """Whether the line gives one of the school's names, whole or by the words that are its own."""
    words = words_of(text)
    return bool(words) and any(_is_named(words, name) for name in school_names)


def without_school(text: str, school_names: Sequence[str]) -> str:
    """The words of the line that are not words of the school's name, so that a pupil's name beside it shows."""
    own = [word.key for name in school_names for word in _words_of_school(name)[1]]
    left = [
        written
        for written in text.split()
        if not words_of(written) or not all(any(_alike(w.key, key) for key in own) for w in words_of(written))
    ]
    return " ".join(left)


def _is_named(words: Sequence[Word], name: str) -> bool:
    everything, own = _words_of_school(name)
    if not everything:
        return False
    written = " ".join(word.key for word in words)
    if len(written) >= catalogue.SCHOOL_SHARE * len(everything):
        longer = len(written) >= len(everything)
        if fuzz.partial_ratio(everything, written) >= catalogue.SCHOOL_LIKENESS and longer:
            return True
        if fuzz.ratio(everything, written) >= catalogue.SCHOOL_LIKENESS:
            return True
    if not own or sum(len(word.key) for word in own) < catalogue.SCHOOL_SHORTEST:
        return False
    if all(word.ordinary for word in own) and not _whole_line_is(words, own):
        return False
    return all(any(_alike(word.key, each.key) for each in words) for word in own)


def _whole_line_is(words: Sequence[Word], own: Sequence[Word]) -> bool:
    """A school called "Hill Top" is meant by a line with nothing else but kinds of school on it."""
    names = {word.key for word in own}
    return all(word.key in names or word.plain in _KINDS_OF_SCHOOL for word in words)


def _alike(one: str, other: str) -> bool:
    if one.rstrip("s") == other.rstrip("s"):  # "St Marys" is "St Mary's"
        return True
    return OSA.distance(one, other) <= (0 if len(one) <= 4 else 1 if len(one) <= 7 else 2)


@lru_cache(maxsize=256)
def _words_of_school(name: str) -> tuple[str, tuple[Word, ...]]:
    words = words_of(name)
    own = tuple(word for word in words if word.plain not in _KINDS_OF_SCHOOL)
    return " ".join(word.key for word in words), own
