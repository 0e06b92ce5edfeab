"""A biometric consent ends: the template is gone at once, and the backups that still hold it are named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.people.enrol import ENROLLED
from app.people.permits import record
from app.services import Services
from consent.accounts import Act
from consent.audit import Entry
from consent.people import PersonId
from consent.permissions import Answer, Giver, Kind, Permission

_BACKUP = "backup_made"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What became of a person's templates.

    `backups` are when backups were made that still hold them: to be replaced by a new one, and deleted.
    """

    recorded: Permission | None
    templates: int
    backups: tuple[datetime, ...]


def withdraw(
    services: Services, person: PersonId, *, giver: Giver, carer: str = "", on: date, form: str
) -> Withdrawn:
    """Record that someone took the consent to face templates back, or that the child objects.

    The store destroys the templates together with the record, and cuts its log at once. Raises as
    `permits.record`.
    """
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    known = register.person(person).id
    kept = [one for one in register.templates() if one.person == known]
    backups = backups_with(services, {one.id for one in kept})
    recorded = record(
        services,
        Permission(
            person=known,
            platform=None,
            kind=Kind.BIOMETRIC,
            answer=Answer.WITHDRAWN,
            giver=giver,
            carer=carer,
            given_on=on,
            form=form,
        ),
    )
    if kept:
        services.note("templates_destroyed", known, f"templates={len(kept)} backups={len(backups)}")
    return Withdrawn(recorded, len(kept), backups)


def forget_templates(services: Services, person: PersonId) -> int:
    """Destroy the templates of someone whose consent still stands; how many there were. Raises as `erase`."""
    services.require(Act.KEEP_REGISTER)
    with services.store.transaction():
        known = services.store.register.person(person).id
        destroyed = services.store.register.destroy_templates(known)
        services.note("templates_destroyed", known, f"templates={destroyed}")
    return destroyed


def erase(services: Services, person: PersonId) -> Withdrawn:
    """Forget a person: record, answers, papers, past, marks and templates. Only ids stay, in the log and in posts.

    Nothing brings it back. Raises ConsentError: NOT_ALLOWED, UNKNOWN_PERSON.
    """
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    with services.store.transaction():
        known = register.person(person)
        templates = sum(one.person == known.id for one in register.templates())
        backups = tuple(entry.event.at for entry in _backups(services))
        register.erase_person(known.id)
        services.note("person.erased", known.id, f"templates={templates} backups={len(backups)}")
    return Withdrawn(None, templates, backups)


def backups_with(services: Services, templates: Collection[str]) -> tuple[datetime, ...]:
    """When backups were made that hold one of these templates, by their ids.

    Those that stand in the log behind the first enrolment of any of them, whatever the clock said at either; all,
    where the log tells of no enrolment.
    """
    if not templates:
        return ()
    entries = services.store.audit.entries()
    made = [one.number for one in entries if one.event.act == ENROLLED and one.event.detail in templates]
    first = min(made) if len(made) == len(templates) else 0
    return tuple(entry.event.at for entry in _backups(services) if entry.number > first)


def _backups(services: Services) -> Sequence[Entry]:
    return [entry for entry in services.store.audit.entries() if entry.event.act == _BACKUP]
