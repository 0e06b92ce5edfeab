"""Looks through the words beside a photo before they are approved: names, contact data, links, tone, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from consent.captions.names import names_in, spellings_in
from consent.captions.remarks import Concern, Part, Remark
from consent.captions.wording import (
    WordLists,
    about_alt_text,
    about_source,
    as_listed,
    contact_in,
    links_in,
    lists_of,
    tone_of,
    words_in,
)
from consent.facts import Facts
from consent.people import PersonId
from consent.permissions import Kind
from consent.platforms import Platform
from consent.publications import Confirmation, Words

__all__ = [
    "Concern",
    "Part",
    "Remark",
    "WordLists",
    "as_listed",
    "check_caption",
    "check_words",
    "links_of",
    "lists_of",
    "named_in",
    "unconfirmed",
]

NO_LISTS = WordLists()


def check_words(
    words: Words,
    facts: Facts,
    platform: Platform,
    *,
    lists: WordLists = NO_LISTS,
    visible: Collection[PersonId] = (),
    sure: Mapping[Part, Collection[PersonId]] | None = None,
) -> tuple[Remark, ...]:
    """Everything to look at in caption, alternative text and source, in this order.

    `visible` are the people who stay recognisable. `sure` are, for each part, the people whom the matcher of
    text in photos takes for named: a word that only might be a name ("May", "Rose") is then a hint.
    """
    return tuple(
        remark
        for part, text in parts_of(words)
        for remark in sorted(
            _about(
                part, text, words, facts=facts, platform=platform, lists=lists, visible=visible, sure=sure
            ),
            key=lambda remark: (remark.start, remark.end),
        )
    )


def check_caption(
    caption: str,
    facts: Facts,
    platform: Platform,
    *,
    visible: Collection[PersonId] = (),
    sure: Collection[PersonId] | None = None,
) -> tuple[Remark, ...]:
    """Names, contact data and links in `caption`, in order; `visible` are the people who stay recognisable.

    A first name or a surname alone counts: whoever reads a school's page knows whom it means. Words are
    compared without case and accents.
    """
    remarks = [*contact_in(caption), *names_in(caption, facts, platform, visible=visible, sure=sure)]
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end)))


def parts_of(words: Words) -> tuple[tuple[Part, str], ...]:
    """Each part with its text."""
    return (Part.CAPTION, words.caption), (Part.ALT_TEXT, words.alt_text), (Part.SOURCE, words.source)


def links_of(words: Words) -> tuple[str, ...]:
    """Every link in them, once, as it is written: an approver ticks each."""
    return tuple(dict.fromkeys(link for _, text in parts_of(words) for link in links_in(text)))


def named_in(words: Words, facts: Facts, platform: Platform) -> tuple[PersonId, ...]:
    """Whom the words name with a live `name` permission on this platform."""
    spelt = (found for _, text in parts_of(words) for found in spellings_in(text, facts))
    people = {person for found in spelt for person in found.people}
    return tuple(sorted(one for one in people if facts.standing(one, platform.id, Kind.NAME).allowed))


def unconfirmed(words: Words) -> frozenset[Confirmation]:
    """What whoever prepares still has to confirm; nothing where nothing is written."""
    if not any(text.strip() for _, text in parts_of(words)):
        return frozenset()
    return frozenset(Confirmation) - words.confirmed


def _about(
    part: Part,
    text: str,
    words: Words,
    *,
    facts: Facts,
    platform: Platform,
    lists: WordLists,
    visible: Collection[PersonId],
    sure: Mapping[Part, Collection[PersonId]] | None,
) -> Iterator[Remark]:
    taken_for_named = None if sure is None else sure.get(part, ())
    found = [
        *check_caption(text, facts, platform, visible=visible, sure=taken_for_named),
        *words_in(text, lists),
        *tone_of(text),
    ]
    yield from (replace(remark, part=part) for remark in found)
    yield from (
        replace(remark, part=part) for remark in _unspelt(text, found, facts, platform, taken_for_named)
    )
    if part is Part.CAPTION:
        yield from about_source(words)
    if part is Part.ALT_TEXT and any(one.strip() for _, one in parts_of(words)):
        yield from about_alt_text(text)


def _unspelt(
    text: str,
    found: Collection[Remark],
    facts: Facts,
    platform: Platform,
    sure: Collection[PersonId] | None,
) -> Iterator[Remark]:
    """People whom the matcher takes for named though no spelling is exact: a slip, an initial, another order."""
    spelt = {person for one in spellings_in(text, facts) for person in one.people}
    del found
    missed = [
        person
        for person in sure or ()
        if person not in spelt
        and not (platform.names_allowed and facts.standing(person, platform.id, Kind.NAME).allowed)
    ]
    if missed:
        told = tuple(sorted(person for person in missed if person not in facts.never_publish))
        concern = Concern.NAME if platform.names_allowed else Concern.NAME_NOT_ALLOWED
        yield Remark(concern, 0, len(text), told)
