"""Checks the words beside a photo with the same matcher that reads names in photos."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from app.ready_made import caption_lists
from app.services import Services
from consent.captions import Part, Remark, WordLists, lists_of, parts_of
from consent.captions import check_words as check
from consent.facts import Facts
from consent.people import PersonId
from consent.permissions import Kind
from consent.platforms import Platform
from consent.publications import Proposal, Words
from consent.standing import has_left, standing
from vision.text.names import Roll
from vision.text.naming import people_in

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")

Register = tuple[Roll, dict[str, tuple[PersonId, ...]]]
"""The names to be read against, and who bears each of them."""


def check_words(
    facts: Facts, platform: Platform, words: Words, *, visible: Collection[PersonId] = ()
) -> tuple[Remark, ...]:
    """Everything to look at in these words on this platform; quick enough to run while they are typed."""
    return check(
        words,
        facts,
        platform,
        lists=lists_of(_kept(), facts.policy),
        visible=visible,
        sure=_named(words, facts),
    )


def is_fit(facts: Facts, platform: Platform, proposal: Proposal) -> bool:
    """Whether today's register still lets these words stand beside the photo."""
    if proposal.words == Words():
        return True
    remarks = check_words(facts, platform, proposal.words, visible=proposal.visible)
    return not any(remark.forbids for remark in remarks)


def are_still_named(services: Services, proposal: Proposal) -> bool:
    """The same of whom the words name, asked of the register at once: the last question before a copy leaves."""
    if not proposal.named:
        return True
    register = services.store.register
    marked = register.never_publish()
    today = services.today()
    permissions = register.permissions(list(proposal.named))
    return register.platform(proposal.platform).names_allowed and all(
        person not in marked
        and standing(permissions, register.person(person), proposal.platform, Kind.NAME, today=today).allowed
        for person in proposal.named
    )


def _named(words: Words, facts: Facts) -> dict[Part, frozenset[PersonId]]:
    """For each part whom it names, sentence by sentence as the matcher reads lines."""
    roll, ids = roll_of(facts)
    return {
        part: frozenset(
            person
            for sentence in _SENTENCE.findall(text)
            for name in people_in(sentence, roll)
            for person in ids[name]
        )
        for part, text in parts_of(words)
    }


def roll_of(facts: Facts) -> Register:
    """Of everyone who is here today."""
    ids = _ids(facts)
    return _roll(tuple(ids)), ids


def _ids(facts: Facts) -> dict[str, tuple[PersonId, ...]]:
    ids: dict[str, tuple[PersonId, ...]] = {}
    for person in facts.people:
        if not has_left(person, facts.today):
            for name in dict.fromkeys((person.legal_name, person.known_as)):
                if name:
                    ids[name] = (*ids.get(name, ()), person.id)
    return ids


@lru_cache(maxsize=2)
def _roll(names: tuple[str, ...]) -> Roll:
    """Laid out once for a register: a thousand names take about a tenth of a second."""
    return Roll(names)


@lru_cache(maxsize=1)
def _kept() -> WordLists:
    return caption_lists()
