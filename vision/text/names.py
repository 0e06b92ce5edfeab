"""The names of the roll, indexed so that any way of writing one is found in a moment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from vision.text.words import is_ordinary, key_of, plain, set_of, words_of

_KNOWN_AS = re.compile(r"[(\[\"“”]([^()\[\]\"“”]+)[)\]\"“”]|\b(?:known as|aka)\s+(\S+)", re.IGNORECASE)

PARTICLES = set_of(
    "al ap bin bint da dal de del della den der di do dos du el ferch ibn la le mac mc o "
    "san st ter ud ul van von"
)
"""Small words that belong to the surname after them."""


@dataclass(slots=True)
class Part:
    """One piece of a name, by its key: who bears it as first name, as first name or surname, and anywhere.

    People are counted in the order of the roll. `spellings` are the plain words that have this key;
    `ordinary` tells that one of them is also a common English word.
    """

    key: str
    spellings: set[str] = field(default_factory=set)
    ordinary: bool = False
    given: set[int] = field(default_factory=set)
    alone: set[int] = field(default_factory=set)
    together: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Near:
    """A part of the roll that a word may stand for, and how many letters differ (0: none that counts)."""

    part: Part
    distance: int


class Roll:
    """The names of all people whom text is compared with. Build it once for each roll: `Roll.of(names)`."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.given_initials: list[frozenset[str]] = []
        self.family_initials: list[frozenset[str]] = []
        self._parts: dict[str, Part] = {}
        self._whole: defaultdict[str, set[int]] = defaultdict(set)
        self._accounts: defaultdict[str, set[int]] = defaultdict(set)
        for person, name in enumerate(names):
            self._enter(person, name)
        self._parts_by_length = _by_length(self._parts)
        self._whole_by_length = _by_length(self._whole)
        self._near: dict[tuple[str, int], tuple[Near, ...]] = {}

    @staticmethod
    def of(names: Iterable[str]) -> Roll:
        """A roll of these names, one person each; empty lines and repetitions are left out."""
        return Roll(tuple(dict.fromkeys(name.strip() for name in names if name.strip())))

    def _enter(self, person: int, name: str) -> None:
        given, middle, family = split_name(name)
        self.given_initials.append(frozenset(key_of(piece[0]) for piece in given))
        self.family_initials.append(frozenset(key_of(piece[0]) for piece in family))
        for piece in given:
            self._part(piece).given.add(person)
        for piece in (*given, *family):
            self._part(piece).alone.add(person)
            self._part(piece).together.add(person)
        for piece in middle:
            self._part(piece).together.add(person)
        everything = "".join(word.plain for word in words_of(name))
        forms = {everything}
        for first in given:
            for last in family:
                forms |= {first + last, last + first}
        for form in forms:
            self._whole[key_of(form)].add(person)
        for form in _account_names(name, given, family):
            self._accounts[key_of(form)].add(person)

    def _part(self, piece: str) -> Part:
        key = key_of(piece)
        part = self._parts.setdefault(key, Part(key))
        part.spellings.add(piece)
        part.ordinary = part.ordinary or is_ordinary(piece)
        return part

    def part(self, key: str) -> Part | None:
        """The part of exactly this key."""
        return self._parts.get(key)

    def near(self, key: str, limit: int) -> tuple[Near, ...]:
        """Every part within `limit` differing letters of this key, nearest first."""
        asked = (key, limit)
        if asked not in self._near:
            if len(self._near) > 20_000:  # a worker reads thousands of photos with one roll
                self._near.clear()
            found = [Near(self._parts[hit], far) for hit, far in _search(key, self._parts_by_length, limit)]
            self._near[asked] = tuple(sorted(found, key=lambda near: near.distance))
        return self._near[asked]

    def whole(self, key: str) -> frozenset[int]:
        """Who has exactly this first name and surname when written as one word, in either order."""
        return frozenset(self._whole.get(key, ()))

    def account(self, key: str) -> frozenset[int]:
        """Whose account may be called so: "epatel", "patele", "emmap", "mjsmith"."""
        return frozenset(self._accounts.get(key, ()))

    def whole_near(self, key: str, limit: int) -> list[tuple[int, int]]:
        """(person, differing letters) for whole names written as one word, nearest first."""
        hits = sorted(_search(key, self._whole_by_length, limit), key=lambda hit: hit[1])
        return [(person, far) for form, far in hits for person in sorted(self._whole[form])]


def split_name(name: str) -> tuple[list[str], list[str], list[str]]:
    """First names (with known-as names), names in between, and surnames, each in plain letters.

    A hyphened name counts whole and by its pieces; small words such as "van der" belong to the surname.
    "Khan, Aisha" is turned round. A name of one word is both.
    """
    known_as = [found for pair in _KNOWN_AS.findall(name) for found in pair if found]
    bare = _KNOWN_AS.sub(" ", name)
    if bare.count(",") == 1:
        last, first = bare.split(",")
        bare = f"{first} {last}" if first.strip() and last.strip() else bare.replace(",", " ")
    pieces = [piece for piece in bare.split() if words_of(piece)]
    if not pieces:
        return [], [], []
    start = len(pieces) - 1
    while start > 1 and plain(pieces[start - 1]) in PARTICLES:
        start -= 1
    given = [form for piece in (pieces[0], *known_as) for form in _forms([piece])]
    middle = [form for piece in pieces[1:start] for form in _forms([piece])]
    family = _forms(pieces[start:])
    if start > 1:  # "Maria Silva Santos": both may be the surname
        family = list(dict.fromkeys([*family, *_forms(pieces[start - 1 :])[:1]]))
    return given, middle, family


def _account_names(name: str, given: Sequence[str], family: Sequence[str]) -> set[str]:
    """One name and the other's initial, and all initials before the last word."""
    words = [word.plain for word in words_of(name)]
    names = {"".join(word[0] for word in words[:-1]) + words[-1]} if words else set()
    for first in given:
        for last in family:
            names |= {first[0] + last, last + first[0], first + last[0]}
    return names


def _forms(pieces: list[str]) -> list[str]:
    """The pieces as one word, and each word in them of two letters or more that is no small word."""
    words = [word.plain for piece in pieces for word in words_of(piece)]
    longer = [word for word in words if len(word) > 1 and (word not in PARTICLES or len(words) == 1)]
    return list(dict.fromkeys(["".join(words), *longer]))


def _by_length(keys: Iterable[str]) -> dict[int, list[str]]:
    sorted_in: defaultdict[int, list[str]] = defaultdict(list)
    for key in keys:
        sorted_in[len(key)].append(key)
    return dict(sorted_in)


def _search(key: str, by_length: dict[int, list[str]], limit: int) -> list[tuple[str, int]]:
    """Keys within `limit` edits (insert, delete, change, swap neighbours), with their distance."""
    found: list[tuple[str, int]] = []
    for length in range(len(key) - limit, len(key) + limit + 1):
        choices = by_length.get(length)
        if choices:
            hits = process.extract(key, choices, scorer=OSA.distance, score_cutoff=limit, limit=None)
            found += [(str(hit), int(far)) for hit, far, _ in hits]
    return found
