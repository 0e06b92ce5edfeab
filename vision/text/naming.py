"""Say whom of the roll a line of writing names: in full, with an initial, or by one name alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from vision.catalogue import names as catalogue
from vision.text.names import Near, Part, Roll
from vision.text.words import Word, key_of, set_of, words_of

LEADING_IN = set_of("and by dear for from hello hi is to with")
"""Words after which a capital starts a name even in a line of two words."""


_SEVERAL = re.compile(r"[,;&/+]|\band\b", re.IGNORECASE)
"""Signs that a line lists people, as in "Emma & Liam Patel"."""


class Setting(Enum):
    """Where the line stands: in the open, or where a name is to be expected (beside "Name:")."""

    OPEN = "open"
    NAME_EXPECTED = "name expected"


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `start` up to, not including, `end` may stand for `part`."""

    start: int
    end: int
    part: Part
    distance: int

    def meets(self, other: Hit) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Named:
    """The words at these places may name these people (by their place in the roll)."""

    places: frozenset[int]
    people: frozenset[int]
    distance: int

    @property
    def start(self) -> int:
        return min(self.places)


def people_in(text: str, roll: Roll, setting: Setting = Setting.OPEN) -> tuple[str, ...]:
    """Everyone of the roll whom the line may name, the likeliest first; nobody for ordinary writing."""
    return _spelt(_named(text, roll, setting), roll)


def each_named(text: str, roll: Roll, setting: Setting = Setting.OPEN) -> tuple[tuple[str, ...], ...]:
    """The same people, name by name: who may be meant by the same words stands together, the likeliest first.

    "Emma and Liam Patel" are two names, and who is told by one of them says nothing of the other.
    """
    groups: list[tuple[frozenset[int], list[Named]]] = []
    for name in sorted(_named(text, roll, setting), key=lambda name: -len(name.places)):
        group = next((group for places, group in groups if name.places <= places), None)
        if group is None:
            groups.append((name.places, group := []))
        group.append(name)
    groups.sort(key=lambda each: sorted(each[0]))
    return tuple(dict.fromkeys(_spelt(group, roll) for _, group in groups))


def _spelt(named: Sequence[Named], roll: Roll) -> tuple[str, ...]:
    people: dict[int, None] = {}
    for name in sorted(named, key=lambda name: (name.distance, name.start)):
        people.update(dict.fromkeys(sorted(name.people)))
    return tuple(roll.names[person] for person in people)


def _named(text: str, roll: Roll, setting: Setting) -> list[Named]:
    words = words_of(text)
    if not roll.names or not words:
        return []
    several = _SEVERAL.search(text) is not None
    hits = list(_hits(words, roll, setting))
    named = _in_full(words, hits, setting)
    named += _outside(named, _with_initial(words, hits, roll), several=several)
    named += _outside(named, _alone(words, hits, setting), several=several)
    if not any(name.distance == 0 for name in named):
        named += _run_together(words, roll, setting)
    return named


def _hits(words: Sequence[Word], roll: Roll, setting: Setting) -> Iterator[Hit]:
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
    if word.ordinary and setting is Setting.OPEN:
        return ()  # "all" is not Ali, "then" is not Chen
    length = len(word.key)
    if length < 3 or word.plain.isdigit():
        return ()
    limit = 1 if length <= 4 else 2 if length <= 8 else 3
    return roll.near(word.key, limit)


def _is_written_as_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Capitals, or nothing else on the line."""
    return all(word.capital for word in words[start:end]) or end - start >= len(words)


def _in_full(words: Sequence[Word], hits: Sequence[Hit], setting: Setting) -> list[Named]:
    """Two parts of one person's name near each other, in any order.

    Names may share words ("Emma and Liam Patel"). Only what reads the very words of a better name worse is not meant.
    """
    pairs = [
        Named(
            frozenset((*range(one.start, one.end), *range(two.start, two.end))),
            frozenset(one.part.together & two.part.together),
            one.distance + two.distance,
        )
        for i, one in enumerate(hits)
        for two in hits[i + 1 :]
        if _could_be_one_name(words, one, two, setting)
    ]
    pairs.sort(key=lambda pair: (pair.distance, -len(pair.places), pair.start))
    chosen: list[Named] = []
    for pair in pairs:
        rivals = [kept for kept in chosen if pair.places <= kept.places]
        # next to a name that was read without fault a similar one is not meant; else a near rival is
        if not pair.distance or all(kept.distance and pair.distance <= kept.distance + 1 for kept in rivals):
            chosen.append(pair)
    return chosen


def _could_be_one_name(words: Sequence[Word], one: Hit, two: Hit, setting: Setting) -> bool:
    if one.part is two.part or one.meets(two) or not one.part.together & two.part.together:
        return False
    start, end = min(one.start, two.start), max(one.end, two.end)
    between = max(one.start, two.start) - min(one.end, two.end)
    if between > catalogue.WORDS_BETWEEN:
        return False
    letters = len(one.part.key) + len(two.part.key)
    if one.distance + two.distance > catalogue.SLIPS_IN_FULL_NAME * letters:
        return False
    meant = (*words[one.start : one.end], *words[two.start : two.end])
    if setting is Setting.OPEN and all(word.ordinary for word in meant):
        return between == 0 and _is_written_as_name(words, start, end)
    return True


def _with_initial(words: Sequence[Word], hits: Sequence[Hit], roll: Roll) -> list[Named]:
    """A first name with the surname's initial, or the other way round: "Leo F", "A. Khan", "Khan, A"."""
    found = []
    for hit in hits:
        if hit.distance > _slips_alone(hit.part):
            continue
        ordinary = all(word.ordinary for word in words[hit.start : hit.end])
        if ordinary and not (len(words) <= 3 and _is_written_as_name(words, hit.start, hit.end)):
            continue
        for place in (hit.end, hit.start - 1):
            if 0 <= place < len(words) and len(words[place].plain) == 1:
                letter = words[place].key
                people = frozenset(
                    person
                    for person in hit.part.alone
                    if letter in roll.given_initials[person] or letter in roll.family_initials[person]
                )
                if people:
                    places = frozenset((place, *range(hit.start, hit.end)))
                    found.append(Named(places, people, hit.distance))
    return found


def _is_list_of_names(words: Sequence[Word], hits: Sequence[Hit]) -> bool:
    """Nothing but names, each with a capital: "Rose, Hope and Mark"."""
    taken = {place for hit in hits if hit.distance == 0 for place in range(hit.start, hit.end)}
    others = [word for place, word in enumerate(words) if place not in taken]
    return (
        len(taken) > 1
        and all(words[place].capital for place in taken)
        and all(word.plain == "and" or len(word.plain) == 1 for word in others)
    )


def _alone(words: Sequence[Word], hits: Sequence[Hit], setting: Setting) -> list[Named]:
    """One first name or surname by itself."""
    by_place: defaultdict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.part.alone and _may_stand_alone(words, hit, setting):
            by_place[hit.start, hit.end].append(hit)
    if _is_list_of_names(words, hits):
        for hit in hits:
            if hit.distance == 0 and hit.part.alone and hit not in by_place[hit.start, hit.end]:
                by_place[hit.start, hit.end].append(hit)
    found = []
    for (start, end), here in by_place.items():
        if not here:
            continue
        nearest = min(hit.distance for hit in here)
        people = frozenset(who for hit in here if hit.distance == nearest for who in hit.part.alone)
        found.append(Named(frozenset(range(start, end)), people, nearest))
    return found


def _may_stand_alone(words: Sequence[Word], hit: Hit, setting: Setting) -> bool:
    if setting is Setting.NAME_EXPECTED:
        return hit.distance <= _slips_alone(hit.part) + 1
    if hit.distance > _slips_alone(hit.part):
        return False
    meant = words[hit.start : hit.end]
    length = sum(len(word.plain) for word in meant)
    capital = all(word.capital for word in meant)
    whole_line = hit.end - hit.start == len(words)
    if all(word.ordinary for word in meant):
        return capital and (whole_line or _stands_out(words, hit))
    if hit.distance or length <= 3:
        # short words and slips need the look of a name: a capital, or hardly anything else on the line
        return (capital and length > 2) or (whole_line and (capital or length > 2))
    return True


def _stands_out(words: Sequence[Word], hit: Hit) -> bool:
    """A capital inside a sentence that is otherwise written small: "this is for Rose", not "Rose Hill"."""
    if words[hit.start].opens or any(word.plain[:1].isdigit() for word in words):
        return False  # the first word of a sentence has a capital anyway; "4 May" is a date
    rest = [word for i, word in enumerate(words) if i > 0 and not hit.start <= i < hit.end]
    led_in = hit.start == 1 and words[0].plain in LEADING_IN
    return (bool(rest) or led_in) and not any(word.capital and len(word.plain) > 1 for word in rest)


def _slips_alone(part: Part) -> int:
    """How many letters of a name alone may differ: a name that is also a word allows none."""
    if part.ordinary:
        return 0
    length = len(part.key)
    return 0 if length <= 4 else 1 if length <= 7 else 2


def _outside(kept: Sequence[Named], more: Sequence[Named], *, several: bool) -> list[Named]:
    """Those of `more` whose words no name of `kept` has taken.

    A word between those of a name is its middle name, but where the line names `several`: then it is another's.
    """
    taken: set[int] = set()
    for name in kept:
        taken |= name.places if several else set(range(name.start, max(name.places) + 1))
    return [name for name in more if taken.isdisjoint(name.places)]


def _run_together(words: Sequence[Word], roll: Roll, setting: Setting) -> list[Named]:
    """First name and surname with the space lost, in the wrong place, or with several slips."""
    long = len(words) > catalogue.WORDS_OF_A_NAME_LINE
    if setting is Setting.OPEN and (long or sum(word.ordinary for word in words) * 2 > len(words)):
        return []
    key = key_of("".join(word.plain for word in words))
    whole = frozenset(range(len(words)))
    exact = roll.whole(key)
    if exact:
        return [Named(whole, exact, 0)]
    share = catalogue.SLIPS_EXPECTED if setting is Setting.NAME_EXPECTED else catalogue.SLIPS_RUN_TOGETHER
    limit = int(share * len(key))
    if len(key) < catalogue.SHORTEST_RUN_TOGETHER or limit == 0:
        return []
    near = roll.whole_near(key, limit)
    best = near[0][1] if near else 0
    return [Named(whole, frozenset((person,)), far) for person, far in near if far <= best + 1]
