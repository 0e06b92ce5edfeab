"""Which words of a line may stand for a part of a name of the roll, and what is known of where the line stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from vision.text.names import Near, Part, Roll
from vision.text.words import Word, key_of


class Setting(Enum):
    """Where the line stands.

    In the open; where a name is to be expected (beside "Name:"); in a list most of whose lines are names; or among
    words of one kind, such as the months, where a word alone is none.
    """

    OPEN = "open"
    NAME_EXPECTED = "name expected"
    LISTED = "listed"
    AMONG_ITS_KIND = "among its kind"


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `start` up to, not including, `end` may stand for `part`."""

    start: int
    end: int
    part: Part
    distance: int

    def meets(self, other: Hit) -> bool:
        return self.start < other.end and other.start < self.end

    def words(self, line: Sequence[Word]) -> Sequence[Word]:
        return line[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Named:
    """The words at these places may name these people (by their place in the roll)."""

    places: frozenset[int]
    people: frozenset[int]
    distance: int

    @property
    def start(self) -> int:
        return min(self.places)


def hits_in(words: Sequence[Word], roll: Roll, setting: Setting) -> Iterator[Hit]:
    """Every word, and every two or three together, that may be a part of a name."""
    for start, word in enumerate(words):
        yield from (
            Hit(start, start + 1, near.part, near.distance) for near in _parts_near(word, roll, setting)
        )
        joined = word.key
        for end in range(start + 2, min(len(words), start + 3) + 1):
            # the key of both, not both keys: "r" and "n" may have come apart
            joined = key_of("".join(each.plain for each in words[start:end]))
            part = roll.part(joined)
            if part and not all(each.ordinary and len(each.plain) > 1 for each in words[start:end]):
                yield Hit(start, end, part, 0)


def _parts_near(word: Word, roll: Roll, setting: Setting) -> tuple[Near, ...]:
    exact = roll.part(word.key)
    if exact is not None and (word.plain in exact.spellings or not word.ordinary):
        return (Near(exact, 0),)
    if word.ordinary and setting is not Setting.NAME_EXPECTED:
        return ()  # "all" is not Ali, "then" is not Chen
    length = len(word.key)
    if length < 3 or word.plain.isdigit():
        return ()
    limit = 1 if length <= 4 else 2 if length <= 8 else 3
    return roll.near(word.key, limit)


def is_written_as_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Capitals, or nothing else on the line."""
    return all(word.capital for word in words[start:end]) or end - start >= len(words)


def slips_alone(part: Part) -> int:
    """How many letters of a name alone may differ: a name that is also a word allows none."""
    if part.ordinary:
        return 0
    length = len(part.key)
    return 0 if length <= 4 else 1 if length <= 7 else 2
