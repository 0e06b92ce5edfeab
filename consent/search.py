"""Finds people while their name, class or number is being typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from consent.people import Person
from consent.spelling import plain_words
from consent.standing import has_left

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Directory:
    """Everyone of the register, laid out once for searching on `today`."""

    people: Sequence[Person]
    today: date
    _entries: list[tuple[Person, tuple[str, ...], tuple[str, ...]]] = field(
        init=False, repr=False, compare=False, default_factory=list
    )

    def __post_init__(self) -> None:
        for person in self.people:
            names = (*plain_words(person.known_as), *plain_words(person.legal_name))
            marks = (person.school_id.casefold(), person.class_name.casefold(), person.year.casefold())
            self._entries.append((person, names, tuple(mark for mark in marks if mark)))

    def find(self, typed: str, *, limit: int = 20) -> Sequence[Person]:
        """The people in whose name, number, class or year each typed word begins a word, best first.

        Case and accents do not matter. Who is on roll comes before who has left, whoever is called so before
        whose surname it is. Nothing typed finds no one.
        """
        parts = [part for part in _BLANK.split(typed.strip()) if part]
        if not parts:
            return []
        wanted = [(part.casefold(), _as_name(part)) for part in parts]
        found = [
            (_rank(person, names, wanted[0][1], today=self.today), person)
            for person, names, marks in self._entries
            if all(_matches(names, marks, part) for part in wanted)
        ]
        found.sort(key=lambda pair: (pair[0], pair[1].shown_name.casefold(), pair[1].id))
        return [person for _, person in found[:limit]]


def _as_name(part: str) -> list[str]:
    """The words of a name that was typed; none where a digit shows that it is a number or a class."""
    return [] if any(letter.isdigit() for letter in part) else plain_words(part)


def _matches(names: tuple[str, ...], marks: tuple[str, ...], part: tuple[str, list[str]]) -> bool:
    raw, words = part
    if any(mark.startswith(raw) for mark in marks):
        return True
    return bool(words) and all(any(name.startswith(word) for name in names) for word in words)


def _rank(person: Person, names: tuple[str, ...], first: list[str], *, today: date) -> tuple[bool, int]:
    """Sorts before others: on roll, then the whole first name typed, then its beginning."""
    typed = first[0] if first else ""
    if names and typed and names[0] == typed:
        place = 0
    elif names and typed and names[0].startswith(typed):
        place = 1
    else:
        place = 2
    return has_left(person, today), place
