"""Someone asked for what is held about a person: when, and until when the answer has to go out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NewType

from consent.people import PersonId

RequestId = NewType("RequestId", str)
"""Random; the same on every PC."""


def answer_by(received: date) -> date:
    """The last day to answer someone's request for their data: a month of the calendar later.

    The same day of the next month, or its last day where it has no such day (Information Commissioner's Office,
    "How long do we have to comply?"). Weekends are not added, so the day is never too late.
    """
    year, month = (received.year + 1, 1) if received.month == 12 else (received.year, received.month + 1)
    return date(year, month, min(received.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Request:
    """One subject access request; `answered_on` is None while it waits."""

    id: RequestId
    person: PersonId
    received_on: date
    recorded_by: str = ""
    answered_on: date | None = None

    @property
    def due(self) -> date:
        """The last day for the answer."""
        return answer_by(self.received_on)


def waiting(requests: Iterable[Request]) -> Sequence[Request]:
    """Those without an answer, the most urgent first."""
    found = [one for one in requests if one.answered_on is None]
    return sorted(found, key=lambda one: (one.due, one.received_on, one.person, one.id))
