"""Where photos are posted, and what each place allows; records, not code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

PlatformId = NewType("PlatformId", str)
"""A short word such as `website`; used on the command line and as a folder name."""


class UniformRule(StrEnum):
    """What a platform does with the school's uniform."""

    ALLOWED = "allowed"
    COVER_CREST = "cover_crest"
    COVER_BODY = "cover_body"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class OfficialAccount:
    """The school's own account on a platform."""

    address: str = ""
    email: str = ""
    staff: tuple[str, ...] = ()  # account ids of at least two named staff
    open_to_all: bool = True
    approved_by: str = ""
    approved_on: date | None = None
    retired_on: date | None = (
        None  # nothing new is posted there from that day; what was posted stays on record
    )


class PublishedAs(StrEnum):
    """The kind of file that a platform wants."""

    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class Platform:
    """One place where photos are posted. `longest_side` 0 publishes full size.

    `destination` is where its copies are sent ("": into a folder that is chosen each time). `watermark`: a line
    in each copy says whose picture it is, the photo's source or else the school.
    """

    id: PlatformId
    name: str
    names_allowed: bool = True
    uniform: UniformRule = UniformRule.ALLOWED
    group_only: bool = False
    minimum_age: int = 0
    longest_side: int = 2048
    quality: int = 90
    approvers_needed: int = 1
    account: OfficialAccount = OfficialAccount()
    destination: str = ""
    published_as: PublishedAs = PublishedAs.JPEG
    watermark: bool = False

    @property
    def is_retired(self) -> bool:
        """Whether the school no longer posts there."""
        return self.account.retired_on is not None
