"""A face template of a person who agreed to be matched, and where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from consent.people import PersonId

GROWN_OLD = timedelta(days=365)
"""After so long a child's face has changed enough to ask for a new picture: a school year and its photo day (issue 4).
All people on whom recognising was measured are adults, so no figure stands behind it."""


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """128 numbers made from one reference picture. `taken_on` is when the picture was taken, if known."""

    id: str
    person: PersonId
    numbers: tuple[float, ...]
    enrolled_on: date
    taken_on: date | None = None


def grown_old(templates: Iterable[StoredTemplate], *, today: date) -> date | None:
    """The day of the newest picture where even that is more than a year old; else None.

    A picture of unknown day counts from when it was enrolled.
    """
    newest = max((one.taken_on or one.enrolled_on for one in templates), default=today)
    return newest if today - newest > GROWN_OLD else None
