"""Decides for each region of a photo, and for the photo, what one platform may see, and says why.

Everything starts covered and must find a live yes to be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from consent.decisions import Decision, HeadCount, Outcome, PhotoDecision, Verdict, Why
from consent.facts import Facts
from consent.permissions import Kind
from consent.platforms import Platform, UniformRule
from consent.policy import NeverPublishRule
from consent.sightings import Certainty, Mark, Origin, Sighting, What
from consent.standing import (
    Explanation,
    Standing,
    Voice,
    biometric_allowed,
    biometric_standing,
    explain,
    standing,
)
from consent.who import Crowd, candidates, forbidden, gather, is_dismissed, sure_of

__all__ = [
    "Explanation",
    "Facts",
    "Standing",
    "Voice",
    "biometric_allowed",
    "biometric_standing",
    "decide",
    "explain",
    "standing",
]

_HEADS = frozenset({What.FACE, What.TINY_FACE, What.PERSON})


def decide(sightings: Sequence[Sighting], facts: Facts, platform: Platform) -> PhotoDecision:
    """The outcome of every region and of the photo, in the order of `sightings`.

    A function of values only. `open` marks the regions where an answer by a person could show more.
    """
    crowd = gather(sightings, facts, platform)
    decisions = tuple(_region(sighting, facts, platform, crowd=crowd) for sighting in sightings)
    return PhotoDecision(platform.id, _verdict(decisions), decisions, _count(sightings, decisions))


def _region(sighting: Sighting, facts: Facts, platform: Platform, *, crowd: Crowd) -> Decision:
    """The school's rule first, then what staff marked, then what the region is."""
    if forbidden(sighting, facts):
        # names no one: that this person is marked is told to no one
        return Decision(sighting.region, _school_rule(facts), Why.SCHOOL_RULE)
    if _blocked_uniform(sighting, platform):
        return Decision(sighting.region, Outcome.BLOCK, Why.UNIFORM_RULE)
    if sighting.mark is Mark.COVER:
        return _cover(sighting, Why.COVERED_BY_HAND)
    if sighting.mark is Mark.DISMISSED:
        if is_dismissed(sighting):
            return Decision(sighting.region, Outcome.SHOW, Why.DISMISSED)
        if sighting.certainty is Certainty.CONFIRMED:
            return _cover(sighting, Why.COVERED_BY_HAND)
    return _by_kind(sighting, facts, platform, crowd=crowd)


def _school_rule(facts: Facts) -> Outcome:
    match facts.policy.never_publish:
        case NeverPublishRule.BLOCK:
            return Outcome.BLOCK
        case NeverPublishRule.COVER:
            return Outcome.COVER
        case _:
            assert_never(facts.policy.never_publish)


def _by_kind(sighting: Sighting, facts: Facts, platform: Platform, *, crowd: Crowd) -> Decision:
    match sighting.what:
        case What.FACE | What.PERSON:
            decision = _head(sighting, facts, crowd)
        case What.TINY_FACE:
            decision = _cover(sighting, Why.TOO_SMALL)
        case What.ROLL_NAME:
            decision = _name(sighting, facts, platform)
        case What.SCHOOL | What.OTHER_TEXT:
            decision = _name(sighting, facts, platform) if sighting.people else _harmless(sighting)
        case What.LIKELY_NAME:
            decision = _cover(sighting, Why.LIKELY_NAME)
        case What.CONTACT | What.PLATE | What.CODE:
            decision = _cover(sighting, Why.CONTACT_DATA)
        case What.CREST | What.UNIFORM_COLOUR | What.UNIFORM_NAME:
            decision = _uniform(sighting, platform)
        case What.AREA:
            decision = _cover(sighting, Why.COVERED_BY_HAND)
        case _:
            assert_never(sighting.what)
    return decision


def _head(sighting: Sighting, facts: Facts, crowd: Crowd) -> Decision:
    person = sure_of(sighting, facts)
    if person is not None:
        why = crowd.why(person)
        outcome = Outcome.SHOW if why is Why.GRANTED else Outcome.COVER
        return Decision(sighting.region, outcome, why, person)
    match sighting.certainty:
        case Certainty.UNKNOWN:
            return Decision(sighting.region, Outcome.COVER, Why.UNKNOWN_PERSON)
        case Certainty.NOT_LISTED:
            return Decision(sighting.region, Outcome.COVER, Why.NOT_LISTED)
        case Certainty.UNSURE | Certainty.CONFIRMED:  # confirmed as several people, or as none
            why = Why.UNSURE_WHO
        case Certainty.SUGGESTED:
            why = Why.NOT_CONFIRMED
        case _:
            assert_never(sighting.certainty)
    named = candidates(sighting)
    # a marked candidate keeps the question open, so that a person looks and the block can fall
    answerable = any(one in facts.never_publish or crowd.might_show(one) for one in named)
    suggested = named[0] if named and why is Why.NOT_CONFIRMED else None
    return Decision(sighting.region, Outcome.COVER, why, suggested, open=answerable)


def _name(sighting: Sighting, facts: Facts, platform: Platform) -> Decision:
    """A text that may name people: everyone it may name must have agreed, not only the likeliest."""
    named = candidates(sighting)
    only = named[0] if len(named) == 1 else None
    if not platform.names_allowed:
        return Decision(sighting.region, Outcome.COVER, Why.NAME_NOT_ALLOWED, only)
    if not named:
        return Decision(sighting.region, Outcome.COVER, Why.UNKNOWN_PERSON)
    answers = [facts.standing(one, platform.id, Kind.NAME) for one in named]
    if all(answer.allowed for answer in answers) and facts.never_publish.isdisjoint(named):
        return Decision(sighting.region, Outcome.SHOW, Why.GRANTED, only)
    return Decision(
        sighting.region, Outcome.COVER, answers[0].why if only is not None else Why.UNSURE_WHO, only
    )


def _blocked_uniform(sighting: Sighting, platform: Platform) -> bool:
    """Whether a uniform keeps the photo off this platform; a cover drawn over it does not change that."""
    return (
        platform.uniform is UniformRule.BLOCK
        and sighting.what in {What.CREST, What.UNIFORM_COLOUR, What.UNIFORM_NAME}
        and not is_dismissed(sighting)
    )


def _uniform(sighting: Sighting, platform: Platform) -> Decision:
    match platform.uniform:
        case UniformRule.ALLOWED:
            return _harmless(sighting)
        case UniformRule.COVER_CREST:
            if sighting.what is What.UNIFORM_COLOUR:
                return _harmless(sighting)
            return _cover(sighting, Why.UNIFORM_RULE)
        case UniformRule.COVER_BODY | UniformRule.BLOCK:
            return _cover(sighting, Why.UNIFORM_RULE)
        case _:
            assert_never(platform.uniform)


def _harmless(sighting: Sighting) -> Decision:
    return Decision(sighting.region, Outcome.SHOW, Why.HARMLESS)


def _cover(sighting: Sighting, why: Why) -> Decision:
    known = sighting.certainty is Certainty.CONFIRMED and len(sighting.people) == 1
    return Decision(sighting.region, Outcome.COVER, why, sighting.people[0] if known else None)


def _verdict(decisions: Sequence[Decision]) -> Verdict:
    if any(decision.outcome is Outcome.BLOCK for decision in decisions):
        return Verdict.BLOCKED
    if any(decision.open for decision in decisions):
        return Verdict.NEEDS_A_PERSON
    if any(decision.outcome is Outcome.COVER for decision in decisions):
        return Verdict.CLEAR_WITH_COVERS
    return Verdict.CLEAR


def _count(sightings: Sequence[Sighting], decisions: Sequence[Decision]) -> HeadCount:
    """The head count: found + added by hand = shown + covered + removed by hand."""
    heads = [pair for pair in zip(sightings, decisions, strict=True) if pair[0].what in _HEADS]
    there = [(head, decision) for head, decision in heads if decision.why is not Why.DISMISSED]
    return HeadCount(
        found=sum(head.origin is Origin.FOUND for head, _ in heads),
        tiny=sum(head.what is What.TINY_FACE for head, _ in there),
        named=sum(head.certainty is Certainty.CONFIRMED for head, _ in there),
        shown=sum(decision.outcome is Outcome.SHOW for _, decision in there),
        covered=sum(decision.outcome is not Outcome.SHOW for _, decision in there),
        unknown=sum(head.certainty in {Certainty.UNKNOWN, Certainty.NOT_LISTED} for head, _ in there),
        added_by_hand=sum(head.origin is Origin.BY_HAND for head, _ in heads),
        removed_by_hand=len(heads) - len(there),
    )
