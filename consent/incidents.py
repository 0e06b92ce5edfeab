"""When something went out that should not have: what is recorded, and the 72 hours to tell the regulator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from consent.accounts import AccountId

TIME_TO_REPORT = timedelta(hours=72)
"""UK GDPR, article 33(1): from becoming aware of it, weekends and nights included."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident. `noticed_at` is when the school became aware; the clock runs from there.

    `post` is the file name of the post, if one is known. `reported_at` is when the regulator was told, or
    `not_reported` says why it need not be (article 33(5) asks for the record either way). Words are what the
    lead typed; they stay in the encrypted store and in the incident's own report.
    """

    id: str
    noticed_at: datetime
    noticed_by: AccountId
    what: str
    post: str = ""
    taken_down_at: datetime | None = None
    families_told_at: datetime | None = None
    reported_at: datetime | None = None
    not_reported: str = ""
    measures: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """How much of the 72 hours is left. `left` is negative once they are over."""

    due: datetime
    left: timedelta
    decided: bool

    @property
    def is_late(self) -> bool:
        """Whether the time is over and it is neither reported nor decided that it need not be."""
        return not self.decided and self.left < timedelta(0)


def clock(incident: Incident, now: datetime) -> Clock:
    """The 72 hours of an incident, as they stand `now`; stopped once it is decided."""
    due = incident.noticed_at + TIME_TO_REPORT
    until = incident.reported_at or incident.closed_at or now
    decided = incident.reported_at is not None or bool(incident.not_reported.strip())
    return Clock(due, due - until, decided)


def may_close(incident: Incident) -> bool:
    """Whether everything that the record needs is there: what was done, and reported or why not."""
    return clock(incident, incident.noticed_at).decided and bool(incident.measures.strip())
