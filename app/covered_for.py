"""A photo as one person may have it who is in it: everyone else, and whatever is written about them, covered."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from app.correct import PEOPLE
from app.covers import covers_for, expected_for
from app.errors import AppError
from app.services import Services
from consent.decisions import Decision, HeadCount, Outcome, PhotoDecision, Verdict, Why
from consent.facts import Facts
from consent.people import PersonId, by_id
from consent.platforms import Platform, PlatformId
from consent.publications import PhotoRecord
from consent.sightings import Certainty, Sighting, What
from consent.who import is_dismissed
from vision.copies import Output, Refused
from vision.errors import VisionError

LONGEST_SIDE = 1600
"""Pixels: a face of a class photo can still be recognised, and a hundred photos are a file that can be sent."""

QUALITY = 85
_PAGE = Platform(PlatformId("access"), "", longest_side=LONGEST_SIDE, quality=QUALITY)
_HARMLESS = frozenset({What.CREST, What.UNIFORM_COLOUR, What.UNIFORM_NAME, What.SCHOOL, What.OTHER_TEXT})
"""What tells of no one, as long as no one on the register may be meant by it."""


class Withheld(StrEnum):
    """Why a photo is not given out although the person is in it."""

    NOT_HELD = "NOT_HELD"  # deleted, or damaged
    NOT_READABLE = "NOT_READABLE"
    NOT_SAFE = "NOT_SAFE"  # the second look found someone beneath a cover, or a name


def covered_for(
    services: Services, record: PhotoRecord, own: Collection[PersonId], facts: Facts
) -> bytes | Withheld:
    """The photo as JPEG with only the regions of the person (`own`: every id of theirs) left open.

    It is made and looked at again as a published copy is; what cannot be shown safely is withheld.
    """
    decision = _for(record, own)
    try:
        original = services.vault.get(record.id)
        output = Output(longest_side=LONGEST_SIDE, quality=QUALITY)
        copy = services.vision.publish(original, covers_for(record, decision), output)
        expected = expected_for(record, decision, platform=_PAGE, people=by_id(facts.people))
        seen = services.vision.look_again(copy, expected)
    except AppError:
        return Withheld.NOT_HELD
    except VisionError:
        return Withheld.NOT_READABLE
    return Withheld.NOT_SAFE if isinstance(seen, Refused) else copy


def _for(record: PhotoRecord, own: Collection[PersonId]) -> PhotoDecision:
    decisions = tuple(
        Decision(one.region, Outcome.SHOW if _is_open(one, own) else Outcome.COVER, Why.HARMLESS)
        for one in record.sightings
    )
    return PhotoDecision(_PAGE.id, Verdict.CLEAR_WITH_COVERS, decisions, HeadCount())


def _is_open(sighting: Sighting, own: Collection[PersonId]) -> bool:
    """Their own face or name, confirmed; what tells of no one; what a person said is nothing."""
    if is_dismissed(sighting):
        return True
    if sighting.people:
        confirmed = sighting.certainty is Certainty.CONFIRMED and len(sighting.people) == 1
        mine = sighting.what in PEOPLE or sighting.what is What.ROLL_NAME
        return confirmed and mine and sighting.people[0] in own
    return sighting.what in _HARMLESS
