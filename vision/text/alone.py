"""Tell a first name or surname by itself, which may also be a common word, from that word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vision.catalogue import names as catalogue
from vision.text.hits import Hit, Named, Setting, slips_alone
from vision.text.vocabulary import COUNTED, KINDS, LABELS_OF_THINGS, LEADING_IN, SEASONS, WHAT_PEOPLE_DO
from vision.text.words import Word

_MARK = re.compile(r"\d{1,4}(?:[a-fhijl-oq-z]|[a-z]{2})?|[a-z]{1,2}\d{1,2}|[a-z]|year|yr|class|form|age|aged")
"""What stands beside a name in a register: a number, a class or year, an initial, an age."""

_OF_A_CHILD = re.compile(r"\d{1,2}(?:[a-fhijl-oq-z]|[a-z]{2})|age|aged")
"""Marks of a class or an age, which a season or a month never bears."""

_LEADS_TO = re.compile(r"[:=>→\-–—…]|\.\.")
"""Signs between a part, a post or a place and whoever has it: "Narrator: Rose", "Innkeeper .... Mark"."""


def alone(words: Sequence[Word], hits: Sequence[Hit], setting: Setting) -> list[Named]:
    """One first name or surname by itself, for each place where the line has such."""
    by_place: defaultdict[tuple[int, int], list[Hit]] = defaultdict(list)
    together = frozenset(place for run in _runs(words, hits) for place in run)
    for hit in hits:
        in_a_list = hit.distance == 0 and together.issuperset(range(hit.start, hit.end))
        if hit.part.alone and (in_a_list or _may_stand_alone(words, hit, setting)):
            by_place[hit.start, hit.end].append(hit)
    found = []
    for (start, end), here in by_place.items():
        nearest = min(hit.distance for hit in here)
        people = frozenset(who for hit in here if hit.distance == nearest for who in hit.part.alone)
        found.append(Named(frozenset(range(start, end)), people, nearest))
    return found


def is_mark(word: Word) -> bool:
    """Whether it is a number, a class, a year or an initial, and no word."""
    return _MARK.fullmatch(word.plain) is not None


def kinds_of(words: Sequence[Word]) -> Iterator[int]:
    """Each closed set of words (the months, say, by its place in `KINDS`) to which all words of the line belong."""
    named = [word.plain for word in words if not is_mark(word)]
    if 0 < len(named) <= 2:
        yield from (kind for kind, members in enumerate(KINDS) if members.issuperset(named))


def _may_stand_alone(words: Sequence[Word], hit: Hit, setting: Setting) -> bool:
    if setting is Setting.NAME_EXPECTED:
        return hit.distance <= slips_alone(hit.part) + 1
    if hit.distance > slips_alone(hit.part):
        return False
    meant = hit.words(words)
    if all(word.ordinary for word in meant):
        return _is_word_meant_as_name(words, hit, setting)
    length = sum(len(word.plain) for word in meant)
    if hit.distance or length <= 3:
        # short words and slips need the look of a name: a capital, or hardly anything else on the line
        capital = all(word.capital for word in meant)
        whole_line = hit.end - hit.start == len(words)
        return (capital and length > 2) or (whole_line and (capital or length > 2))
    return True


def _is_word_meant_as_name(words: Sequence[Word], hit: Hit, setting: Setting) -> bool:
    """Whether the place of a common word in its line, or of the line among others, makes it a name."""
    capital = all(word.capital for word in hit.words(words))
    if setting is Setting.LISTED and hit.part.given:
        return capital or sum(not is_mark(word) for word in words) == 1
    if not capital:
        return False
    by_itself = hit.end - hit.start == len(words) or _is_marked(words, hit)
    if by_itself and setting is not Setting.AMONG_ITS_KIND:
        return True
    if _stands_out(words, hit):
        return True
    tells = (_is_led_to, _does_what_people_do, _is_described)
    return bool(hit.part.given) and any(tell(words, hit) for tell in tells)


def _is_marked(words: Sequence[Word], hit: Hit) -> bool:
    """Nothing beside it but a number, a class or an age: "7 Rose", "Rose 4B", "May, aged 7"; no "4 May"."""
    marks = [word for place, word in enumerate(words) if not hit.start <= place < hit.end]
    if not all(is_mark(word) for word in marks) or not any(
        sign.isdigit() for word in marks for sign in word.plain
    ):
        return False
    word = words[hit.start].plain
    if any(_OF_A_CHILD.fullmatch(mark.plain) for mark in marks):
        return True
    counted = word in COUNTED and all(mark.plain.isdigit() or len(mark.plain) == 1 for mark in marks)
    return not counted and word not in SEASONS


def _is_described(words: Sequence[Word], hit: Hit) -> bool:
    """The first word of a line, with brackets or a score behind it: "Rose (flute)", "Rose 12 points"."""
    after = words[hit.end : hit.end + 1]
    if hit.start or not after:
        return False
    scored = after[0].plain.isdigit() and len(words) <= catalogue.WORDS_OF_A_NAME_LINE
    return "(" in after[0].before or (scored and words[0].plain not in COUNTED | SEASONS)


def _stands_out(words: Sequence[Word], hit: Hit) -> bool:
    """A capital inside a sentence that is otherwise written small: "this is for Rose", not "Rose Hill"."""
    if words[hit.start].opens or any(word.plain[:1].isdigit() for word in words):
        return False  # the first word of a sentence has a capital anyway; "4 May" is a date
    rest = [word for i, word in enumerate(words) if i > 0 and not hit.start <= i < hit.end]
    led_in = hit.start == 1 and words[0].plain in LEADING_IN
    return (bool(rest) or led_in) and not any(word.capital and len(word.plain) > 1 for word in rest)


def _is_led_to(words: Sequence[Word], hit: Hit) -> bool:
    """The last word of the line, after a post and a sign: "Goal keeper: Rose", but not "Monday: Art"."""
    last = hit.end == len(words) or all(is_mark(word) for word in words[hit.end :])
    if not last or hit.start == 0 or not _LEADS_TO.search(words[hit.start].before):
        return False
    return words[hit.start - 1].plain not in LABELS_OF_THINGS and words[0].plain not in LABELS_OF_THINGS


def _does_what_people_do(words: Sequence[Word], hit: Hit) -> bool:
    """At a sentence's beginning with a person's doing behind it, or something of its own: "Rose says", "Rose's"."""
    if not words[hit.start].opens:
        return False
    if words[hit.end - 1].owns:
        return True
    following = [word.plain for word in words[hit.end : hit.end + 2]]
    return bool(following) and (
        following[0] in WHAT_PEOPLE_DO or (following[0] == "has" and following[-1] in WHAT_PEOPLE_DO)
    )


def _runs(words: Sequence[Word], hits: Sequence[Hit]) -> Iterator[range]:
    """Places of names that follow each other: "Rose, Hope and Mark", "Table 1 Rose Hope", "Emma Rose"."""
    taken: dict[int, Hit] = {}
    for hit in hits:
        if hit.distance == 0 and hit.part.alone and all(word.capital for word in hit.words(words)):
            taken |= dict.fromkeys(range(hit.start, hit.end), hit)
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and (end in taken or (end > start and _joins(words[end]))):
            end += 1
        while end > start and end - 1 not in taken:
            end -= 1
        if _is_list(words, range(start, end), taken):
            yield range(start, end)
        start = max(end, start + 1)


def _joins(word: Word) -> bool:
    return word.plain == "and" or len(word.plain) == 1


def _is_list(words: Sequence[Word], run: range, taken: dict[int, Hit]) -> bool:
    """Two first names or more, of which one is no common word, or which end the line; or nothing but names.

    Words that are all of one kind, as the colours are, make no list unless all of them are first names here.
    """
    named = [words[place] for place in run if place in taken]
    given = [words[place] for place in run if place in taken and taken[place].part.given]
    of_one_kind = any(kind.issuperset(word.plain for word in named) for kind in KINDS)
    if len(named) < 2 or (of_one_kind and len(given) < len(named)):
        return False
    others = [word for place, word in enumerate(words) if place not in run]
    if all(_joins(word) for word in others):
        return True
    at_the_end = all(is_mark(word) for word in words[run.stop :])
    return len(given) > 1 and (at_the_end or not all(word.ordinary for word in given))
