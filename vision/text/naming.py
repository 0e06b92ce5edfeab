"""Say whom of the roll a line of writing names: in full, with an initial, or by one name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vision.catalogue import names as catalogue
from vision.text.alone import alone
from vision.text.hits import Hit, Named, Setting, hits_in, is_written_as_name, slips_alone
from vision.text.names import Roll
from vision.text.words import Word, is_ordinary, key_of, words_of

_SEVERAL = re.compile(r"[,;&/+]|\band\b", re.IGNORECASE)
"""Signs that a line lists people, as in "Emma & Liam Patel"."""

_FILES = re.compile(r"[\\/@_]")
"""Signs within addresses and names of files."""


def people_in(text: str, roll: Roll, setting: Setting = Setting.OPEN) -> tuple[str, ...]:
    """Everyone of the roll whom the line may name, the likeliest first; nobody for ordinary writing."""
    return _spelt(named_in(text, roll, setting), roll)


def each_named(text: str, roll: Roll, setting: Setting = Setting.OPEN) -> tuple[tuple[str, ...], ...]:
    """The same people, name by name: who may be meant by the same words stands together, the likeliest first.

    "Emma and Liam Patel" are two names, and who is told by one of them says nothing of the other.
    """
    groups: list[tuple[frozenset[int], list[Named]]] = []
    for name in sorted(named_in(text, roll, setting), key=lambda name: -len(name.places)):
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


def named_in(text: str, roll: Roll, setting: Setting) -> list[Named]:
    """Each name that the line may give, by the places of its words and by people of the roll."""
    words = words_of(text)
    if not roll.names or not words:
        return []
    several = _SEVERAL.search(text) is not None
    hits = list(hits_in(words, roll, setting))
    named = _in_full(words, hits, setting)
    named += _outside(named, _with_initial(words, hits, roll, setting), several=several)
    named += _outside(named, alone(words, hits, setting), several=several)
    named += _outside(named, _accounts(words, roll), several=several)
    if not any(name.distance == 0 for name in named):
        named += _run_together(words, roll, setting)
    return named


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
    if setting is not Setting.NAME_EXPECTED and all(word.ordinary for word in meant):
        return between == 0 and (setting is Setting.LISTED or is_written_as_name(words, start, end))
    return True


def _with_initial(words: Sequence[Word], hits: Sequence[Hit], roll: Roll, setting: Setting) -> list[Named]:
    """A first name with the surname's initial, or the other way round: "Leo F", "A. Khan", "Khan, A"."""
    found = []
    for hit in hits:
        if hit.distance > slips_alone(hit.part):
            continue
        ordinary = all(word.ordinary for word in words[hit.start : hit.end])
        few = len(words) <= 3 or setting is Setting.LISTED
        if ordinary and not (few and is_written_as_name(words, hit.start, hit.end)):
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


def _accounts(words: Sequence[Word], roll: Roll) -> list[Named]:
    """A whole name as one word of a line, or as accounts are called: "EmmaPatel_Homework.docx", "epatel07"."""
    found = []
    for place, word in enumerate(words):
        bare = word.plain.rstrip("0123456789")
        if len(bare) < catalogue.SHORTEST_ACCOUNT or is_ordinary(bare):
            continue
        in_a_file = len(words) == 1 or bare != word.plain or _FILES.search(word.before)
        people = roll.whole(key_of(bare)) or (roll.account(key_of(bare)) if in_a_file else frozenset())
        if people:
            found.append(Named(frozenset((place,)), people, 0))
    return found


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
    if setting is not Setting.NAME_EXPECTED and (
        long or sum(word.ordinary for word in words) * 2 > len(words)
    ):
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
