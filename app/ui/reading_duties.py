"""What else someone has to see to, beside photos: the policy, staff, permissions that run out, posts to take down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consent.accounts import Role
from consent.reminders import Matter, Reminder
from consent.requests import Request, waiting
from consent.retention import renewals_due

if TYPE_CHECKING:
    from app.services import Services
    from app.steps.erase import Ending

# ruff: noqa: PLC0415 - asked for after the page is shown

RENEWAL_DAYS = 60

OF_STAFF = frozenset({Matter.NOT_TRAINED, Matter.POLICY_NOT_READ})
"""Reminders of which there may be one for each colleague: they are counted."""

WORKERS = frozenset({Role.OFFICE, Role.APPROVER})
SHOWN_TO = frozenset({Role.LEAD, Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Duties:
    """Only what is this person's business. `names` are those of platforms, by id."""

    reminders: Sequence[Reminder] = ()
    renewals: int = 0
    requests: Sequence[Request] = ()
    take_downs: int = 0
    doubtful: int = 0
    endings: Sequence[Ending] = ()
    roles: frozenset[Role] = frozenset()
    names: Mapping[str, str] | None = None

    @property
    def works(self) -> bool:
        """Whether this person works with photos."""
        return bool(self.roles & WORKERS)


def duties(services: Services) -> Duties:
    """What is due today for whoever is signed in."""
    roles = services.account.roles
    keeps, works = Role.LEAD in roles, bool(roles & WORKERS)
    return Duties(
        [one for one in _reminders(services) if roles & SHOWN_TO or one.matter is Matter.CLOCK_BEHIND],
        renewals=_renewals(services) if keeps else 0,
        requests=waiting(services.store.register.requests()) if keeps else (),
        take_downs=_take_downs(services) if works or keeps else 0,
        doubtful=_doubtful(services) if works else 0,
        endings=_endings(services) if works or keeps else (),
        roles=roles,
        names={platform.id: platform.name for platform in services.store.register.platforms()},
    )


def _endings(services: Services) -> Sequence[Ending]:
    from app.steps.erase import ending

    return ending(services)


def told(services: Services, found: Duties) -> None:
    """What was shown counts as said: the school's days of notice begin."""
    from app.steps.erase import tell

    tell(services, found.endings)


def _reminders(services: Services) -> Sequence[Reminder]:
    from app.school.due import due

    return due(services)


def _renewals(services: Services) -> int:
    from app.steps.decide import facts_for

    return len(renewals_due(facts_for(services), RENEWAL_DAYS))


def _take_downs(services: Services) -> int:
    from app.posts.taking_down import to_take_down
    from app.steps.decide import facts_for

    return len(to_take_down(services, facts_for(services)))


def _doubtful(services: Services) -> int:
    from app.posts.doubtful import doubtful

    return len(doubtful(services))
