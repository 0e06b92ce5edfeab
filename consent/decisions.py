"""What happens to each region and each photo on one platform, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consent.people import PersonId
from consent.platforms import PlatformId
from consent.sightings import RegionId


class Outcome(StrEnum):
    """What becomes of one region on one platform."""

    SHOW = "show"
    COVER = "cover"
    BLOCK = "block"


class Why(StrEnum):
    """The reason for an outcome; sentences for it live in `app.ui.messages`."""

    GRANTED = "granted"
    NO_RECORD = "no_record"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REQUESTED = "requested"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    CARER_REFUSED = "carer_refused"  # one carer's no beats another's yes
    OWN_OBJECTION = "own_objection"
    NO_NOTICE = "no_notice"  # biometric: not every parent has been told
    GROUP_TOO_SMALL = "group_too_small"
    UNSURE_WHO = "unsure_who"
    NOT_CONFIRMED = "not_confirmed"  # suggested, but no one said yes yet
    UNKNOWN_PERSON = "unknown_person"
    NOT_LISTED = "not_listed"
    LEFT = "left"  # no longer on roll
    TOO_SMALL = "too_small"  # a tiny face
    SCHOOL_RULE = "school_rule"  # never publish: the reason is told to no one
    NAME_NOT_ALLOWED = "name_not_allowed"  # by the platform
    LIKELY_NAME = "likely_name"
    CONTACT_DATA = "contact_data"
    UNIFORM_RULE = "uniform_rule"
    COVERED_BY_HAND = "covered_by_hand"
    HARMLESS = "harmless"  # other text, an allowed uniform
    DISMISSED = "dismissed"


class Verdict(StrEnum):
    """What can be done with the photo on one platform."""

    CLEAR = "clear"
    CLEAR_WITH_COVERS = "clear with covers"
    NEEDS_A_PERSON = "needs a person"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome for one region. `open` says that an answer by a person could change it."""

    region: RegionId
    outcome: Outcome
    why: Why
    person: PersonId | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people were found, and what became of them."""

    found: int = 0
    tiny: int = 0
    named: int = 0
    shown: int = 0
    covered: int = 0
    unknown: int = 0
    added_by_hand: int = 0
    removed_by_hand: int = 0


@dataclass(frozen=True, slots=True)
class PhotoDecision:
    """Everything decided for one photo on one platform. `visible` are the people who stay recognisable."""

    platform: PlatformId
    verdict: Verdict
    decisions: tuple[Decision, ...]
    heads: HeadCount

    @property
    def visible(self) -> tuple[PersonId, ...]:
        return tuple(
            sorted({d.person for d in self.decisions if d.outcome is Outcome.SHOW and d.person is not None})
        )
