"""What can be said about the words beside a photo, and where in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consent.people import PersonId


class Part(StrEnum):
    """Which of the words is meant."""

    CAPTION = "caption"
    ALT_TEXT = "alt_text"
    SOURCE = "source"


class Concern(StrEnum):
    """What is wrong, or must be looked at, in the words beside a photo."""

    NAME = "name"  # of someone without a live `name` permission here
    NAME_NOT_ALLOWED = "name_not_allowed"  # by the platform
    FULL_NAME_AND_FACE = "full_name_and_face"
    MAYBE_NAME = "maybe_name"  # a word that is also someone's name
    EMAIL = "email"
    PHONE = "phone"
    SWEARING = "swearing"
    SOURCE_MISSING = "source_missing"  # of something that is not the school's own
    LINK = "link"  # an approver ticks each
    SLANG = "slang"
    SHOUTING = "shouting"
    EXCLAMATION = "exclamation"
    NEGATIVE = "negative"
    ALT_TEXT_MISSING = "alt_text_missing"
    ALT_TEXT_LONG = "alt_text_long"
    ALT_TEXT_OPENING = "alt_text_opening"  # "photo of …": a reader says so anyway


_ADVISES = frozenset(
    {
        Concern.MAYBE_NAME, Concern.SLANG, Concern.SHOUTING, Concern.EXCLAMATION, Concern.NEGATIVE,
        Concern.ALT_TEXT_MISSING, Concern.ALT_TEXT_LONG, Concern.ALT_TEXT_OPENING,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remark:
    """A concern about the letters of `part` from `start` up to but not including `end`.

    `people` are those whom the letters may name, without anyone marked "never publish".
    """

    concern: Concern
    start: int
    end: int
    people: tuple[PersonId, ...] = ()
    part: Part = Part.CAPTION

    @property
    def forbids(self) -> bool:
        """Whether the words cannot stay like this."""
        return self.concern is not Concern.LINK and self.concern not in _ADVISES

    @property
    def advises(self) -> bool:
        """Whether it is a hint and no more: it never stops anything."""
        return self.concern in _ADVISES
