"""A place in a photo, what is there, and who it may be: the one value between findings and rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from consent.people import PersonId

RegionId = NewType("RegionId", str)
"""Names a region within one photo; stays the same when a person moves or names it."""


SECOND_LOOK = "second look"
"""By what a region was found that was seen in a finished copy, although it was to be hidden there."""


class What(StrEnum):
    """What is seen in a region."""

    FACE = "face"
    TINY_FACE = "tiny_face"  # too small to recognise at published size: covered without asking
    PERSON = "person"  # seen from behind, or drawn by hand as a whole person
    ROLL_NAME = "roll_name"
    LIKELY_NAME = "likely_name"
    CONTACT = "contact"
    PLATE = "plate"
    CODE = "code"
    SCHOOL = "school"
    OTHER_TEXT = "other_text"
    CREST = "crest"
    UNIFORM_COLOUR = "uniform_colour"
    UNIFORM_NAME = "uniform_name"
    AREA = "area"  # drawn by hand: hide this, whatever it is


class Certainty(StrEnum):
    """How sure it is who (or whose name) this is."""

    CONFIRMED = "confirmed"  # a person of the office said so
    SUGGESTED = "suggested"  # the comparison says so
    UNSURE = "unsure"  # several come into question
    UNKNOWN = "unknown"
    NOT_LISTED = "not_listed"  # a person of the office said: no one on the register


class Origin(StrEnum):
    """Whether a machine found a region or a person drew it."""

    FOUND = "found"
    BY_HAND = "by_hand"


class Mark(StrEnum):
    """What a person of the office decided for a region, over the rules; never more than the rules show."""

    NONE = "none"
    COVER = "cover"
    DISMISSED = "dismissed"  # there is no face, name or crest here


class Because(StrEnum):
    """Why a person of the office says that the finder was wrong; the second person reads it."""

    NONE = ""
    NOTHING_THERE = "nothing_there"  # no one, no writing, no crest
    NOT_A_PERSON = "not_a_person"  # a drawing, a statue, a toy
    NOT_PERSONAL = "not_personal"  # writing that is nobody's name, number or address


@dataclass(frozen=True, slots=True)
class Sighting:
    """One region. `box` is x1, y1, x2, y2 in upright full-size pixels, half-open; `outline` its corners.

    `people` are the candidates, likeliest first; one person exactly where `certainty` is CONFIRMED.
    `distances` stands beside `people` for faces. `rejected` are people of whom staff said "not this one".
    `text` is what was read. `found_by` names the pass. `because` stands where `mark` is DISMISSED.
    """

    region: RegionId
    what: What
    box: tuple[int, int, int, int]
    outline: tuple[tuple[float, float], ...] = ()
    certainty: Certainty = Certainty.UNKNOWN
    people: tuple[PersonId, ...] = ()
    distances: tuple[float, ...] = ()
    rejected: tuple[PersonId, ...] = ()
    text: str = ""
    score: float = 1.0
    found_by: str = ""
    origin: Origin = Origin.FOUND
    mark: Mark = Mark.NONE
    because: Because = Because.NONE
