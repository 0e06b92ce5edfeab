"""Whom to ask: permissions that run out soon, and people who never answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.people.overview import Question, due, register_facts, without_record
from app.people.requests import Waiting, waiting
from app.reports.posts import Named
from app.services import Services
from consent.accounts import AccountId, Act
from consent.people import Person, by_id
from consent.permissions import Kind
from consent.platforms import PlatformId
from consent.retention import DUE_DAYS


@dataclass(frozen=True, slots=True)
class RunsOut:
    """One permission that counts today and not after `ends_on`."""

    person: Named
    class_name: str
    platform: PlatformId | None
    kind: Kind
    ends_on: date


@dataclass(frozen=True, slots=True)
class DueReport:
    """Permissions that run out within `days`, soonest first, and requests for what is held without an answer."""

    made_at: datetime
    made_by: AccountId
    days: int
    found: tuple[RunsOut, ...]
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class WithoutRecord:
    """Everyone on roll who never answered `question`, or nothing at all where none is asked."""

    made_at: datetime
    made_by: AccountId
    question: Question | None
    found: tuple[Person, ...]


def permissions_due(services: Services, days: int = DUE_DAYS) -> DueReport:
    """For the lead: whom to ask again. Raises ConsentError(NOT_ALLOWED)."""
    services.require(Act.KEEP_REGISTER)
    facts = register_facts(services)
    people = by_id(facts.people)
    found = tuple(
        RunsOut(
            Named(one.person, people[one.person].shown_name),
            people[one.person].class_name,
            one.platform,
            one.kind,
            one.ends_on,
        )
        for one in due(services, days, facts)
    )
    services.note("report.due", detail=f"permissions={len(found)}")
    return DueReport(services.clock(), services.account.id, days, found, waiting(services))


def people_without_record(services: Services, question: Question | None = None) -> WithoutRecord:
    """For the lead: whom to ask at all. Raises ConsentError(NOT_ALLOWED)."""
    found = tuple(row.person for row in without_record(services, question))
    services.note("report.without_record", detail=f"people={len(found)}")
    return WithoutRecord(services.clock(), services.account.id, question, found)
