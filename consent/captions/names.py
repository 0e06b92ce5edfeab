"""Finds the names of the roll in the words beside a photo."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from consent.captions.remarks import Concern, Remark
from consent.facts import Facts
from consent.people import Person, PersonId
from consent.permissions import Kind
from consent.platforms import Platform
from consent.spelling import WORD, plain, plain_words
from consent.standing import has_left

_SHORTEST_SINGLE = 2  # letters; initials alone name no one


@dataclass(frozen=True, slots=True)
class Spelling:
    """Letters from `start` up to `end` that spell a name of `people`; `full`: more than one word of it."""

    start: int
    end: int
    people: frozenset[PersonId]
    full: bool


def names_in(
    text: str,
    facts: Facts,
    platform: Platform,
    *,
    visible: Collection[PersonId],
    sure: Collection[PersonId] | None,
) -> Iterator[Remark]:
    """Names of the roll in `text`, as remarks wherever they may not stand there.

    `sure` are the people whom the matcher of text in photos takes for named; without it every spelling counts.
    """
    for found in spellings_in(text, facts):
        concern = _concern(found, facts, platform, visible=visible)
        if concern is None:
            continue
        if sure is not None and not found.full and found.people.isdisjoint(sure):
            concern = Concern.MAYBE_NAME
        yield Remark(concern, found.start, found.end, tuple(sorted(found.people - facts.never_publish)))


def spellings_in(text: str, facts: Facts) -> Iterator[Spelling]:
    """Every place where letters spell a name of someone on roll: in full, or a first name or surname alone."""
    found = list(WORD.finditer(text))
    spelt = [plain(match.group()) for match in found]
    index = _index(facts)
    at = 0
    while at < len(found):
        length, people = _longest(spelt, at, index)
        if people:
            yield Spelling(found[at].start(), found[at + length - 1].end(), people, full=length > 1)
        at += max(length, 1)


def _concern(
    found: Spelling, facts: Facts, platform: Platform, *, visible: Collection[PersonId]
) -> Concern | None:
    if not platform.names_allowed:
        return Concern.NAME_NOT_ALLOWED
    if not all(_may_be_named(person, facts, platform) for person in found.people):
        return Concern.NAME
    if found.full and not found.people.isdisjoint(visible):
        return Concern.FULL_NAME_AND_FACE
    return None


def _may_be_named(person: PersonId, facts: Facts, platform: Platform) -> bool:
    return person not in facts.never_publish and facts.standing(person, platform.id, Kind.NAME).allowed


_Index = dict[tuple[str, ...], frozenset[PersonId]]


def _index(facts: Facts) -> _Index:
    """Every way in which someone on roll may be named, longest spellings included."""
    index: dict[tuple[str, ...], set[PersonId]] = {}
    for person in facts.people:
        if has_left(person, facts.today):
            continue
        for spelling in _spellings(person):
            index.setdefault(spelling, set()).add(person.id)
    return {spelling: frozenset(people) for spelling, people in index.items()}


def _spellings(person: Person) -> Iterator[tuple[str, ...]]:
    legal, known = plain_words(person.legal_name), plain_words(person.known_as)
    for words in (legal, known):
        if words:
            yield tuple(words)
            yield tuple(reversed(words))
            yield from ((word,) for word in (words[0], words[-1]) if len(word) >= _SHORTEST_SINGLE)
    if len(legal) > 1:
        yield legal[0], legal[-1]
        yield legal[-1], legal[0]
        if known:
            yield known[0], legal[-1]


def _longest(spelt: Sequence[str], at: int, index: _Index) -> tuple[int, frozenset[PersonId]]:
    for length in range(min(5, len(spelt) - at), 0, -1):
        people = index.get(tuple(spelt[at : at + length]))
        if people:
            return length, people
    return 0, frozenset()
