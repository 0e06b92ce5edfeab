"""The posts that today's register no longer allows, each with the person and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.reports.posts import Named
from app.services import Services
from consent.accounts import AccountId, Act
from consent.audit import Event
from consent.decisions import Why
from consent.facts import Facts
from consent.people import PersonId
from consent.publications import Publication
from consent.takedown import still_up, takedowns


@dataclass(frozen=True, slots=True)
class MustGo:
    """One reason to take down one post; a post may have several.

    `person` is None where the school's rules alone are the reason: whom it is about is told to no one.
    """

    publication: Publication
    why: Why
    person: Named | None


@dataclass(frozen=True, slots=True)
class TakeDownReport:
    """What has to go, in the order of posting; `judged` is how many posts are still up and were looked at."""

    made_at: datetime
    made_by: AccountId
    judged: int
    found: tuple[MustGo, ...]

    @property
    def posts(self) -> int:
        """How many posts have to go: places and names, not reasons."""
        return len({(one.publication.destination, one.publication.file_name) for one in self.found})


def takedown(services: Services, facts: Facts) -> TakeDownReport:
    """Judge every post that is not known to be gone by `facts`, for the lead alone because it names people; the showing is logged first.

    Raises ConsentError(NOT_ALLOWED) for anyone who does not keep the register.
    """
    services.require(Act.KEEP_REGISTER)
    published = still_up(services.store.ledger.publications(), services.store.aftercare.take_downs())
    found = tuple(
        MustGo(one.publication, one.why, None if one.person is None else _named(one.person, facts))
        for one in takedowns(published, facts)
    )
    report = TakeDownReport(services.clock(), services.account.id, len(published), found)
    services.store.audit.append(
        Event("report.takedown", report.made_by, report.made_at, detail=f"posts={report.posts}")
    )
    return report


def _named(person: PersonId, facts: Facts) -> Named:
    known = facts.person(person)
    return Named(person, known.shown_name if known is not None else "")
