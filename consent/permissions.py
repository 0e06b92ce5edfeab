"""What a person, or who speaks for them, agreed to: for one platform and one kind of use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consent.people import PersonId
from consent.platforms import PlatformId


class Kind(StrEnum):
    """What a permission is about."""

    PHOTO = "photo"  # recognisable on their own
    GROUP = "group"  # only among three or more who are visible
    NAME = "name"  # the name beside or in the photo
    VIDEO = "video"
    BIOMETRIC = "biometric"  # a face template may be made and matched; not bound to a platform


class Answer(StrEnum):
    """What was answered; only `granted` can ever count as a yes."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REQUESTED = "requested"


class Giver(StrEnum):
    """Who gave the answer. The pupil's own objection beats every carer."""

    SELF = "self"
    CARER = "carer"


@dataclass(frozen=True, slots=True)
class Permission:
    """One answer, as recorded; never changed afterwards, only followed by another.

    `platform` is None only for `Kind.BIOMETRIC`. `sequence` orders records by when they were entered and
    does not depend on a clock. Valid from `valid_from` (or `given_on`) up to and including `valid_until`.
    """

    person: PersonId
    platform: PlatformId | None
    kind: Kind
    answer: Answer
    giver: Giver
    carer: str = ""  # Carer.id where giver is CARER
    given_on: date = date.min
    valid_from: date | None = None
    valid_until: date | None = None
    form: str = ""  # the wording's version, and where the signed paper lies
    recorded_by: str = ""
    sequence: int = 0
    evidence: str = ""  # ScanId of the signed paper, where it was scanned
