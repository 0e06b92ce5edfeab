"""Decide: what happens to each region on each platform, by the rules and by today's register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.covers import with_small_faces
from app.services import Services
from consent.audit import Event
from consent.decisions import PhotoDecision
from consent.errors import Code, ConsentError
from consent.people import Person, PersonId
from consent.publications import PhotoId, PhotoRecord
from consent.rules import Facts
from consent.rules import decide as rule
from consent.stages import Stage


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One photo with what the rules say for each platform of its batch; what a page shows."""

    record: PhotoRecord
    decisions: tuple[PhotoDecision, ...]


ONE_BY_ONE = 20
"""Up to so many people are looked up one by one; above, reading everyone is quicker."""


def facts_for(services: Services) -> Facts:
    """Today's register, read once for many photos."""
    register = services.store.register
    return Facts(
        people=tuple(register.people()),
        permissions=tuple(register.permissions()),
        never_publish=register.never_publish(),
        policy=register.policy(),
        platforms=tuple(register.platforms()),
        today=services.today(),
        notices=tuple(register.notices()),
    )


def facts_about(services: Services, records: Iterable[PhotoRecord]) -> Facts:
    """Today's register as far as these photos name anyone: they are judged as with all of it, only sooner."""
    register = services.store.register
    named = {person for record in records for sighting in record.sightings for person in sighting.people}
    people = _known(services, named) if len(named) <= ONE_BY_ONE else tuple(register.people())
    return Facts(
        people=people,
        permissions=tuple(register.permissions(sorted(named | {one.id for one in people}))),
        never_publish=register.never_publish(),
        policy=register.policy(),
        platforms=tuple(register.platforms()),
        today=services.today(),
    )


def _known(services: Services, named: Iterable[PersonId]) -> tuple[Person, ...]:
    """Those of them who are still on record, each once."""
    found: dict[PersonId, Person] = {}
    for identity in sorted(named):
        try:
            person = services.store.register.person(identity)
        except ConsentError as error:
            if error.code is not Code.UNKNOWN_PERSON:
                raise
            continue
        found[person.id] = person
    return tuple(found.values())


def decide(services: Services, record: PhotoRecord, facts: Facts) -> tuple[PhotoDecision, ...]:
    """The decision for each platform of the photo's batch; nothing is stored, so it is never out of date."""
    known = map(services.store.register.platform, services.store.ledger.batch(record.batch).platforms)
    platforms = [platform for platform in known if not platform.is_retired]
    return tuple(
        rule(with_small_faces(record, platform, facts.policy), facts, platform) for platform in platforms
    )


def look(services: Services, photo: PhotoId, facts: Facts | None = None) -> PhotoView:
    """A photo as a page shows it."""
    record = services.store.ledger.photo(photo)
    if not record.sightings and record.stage in {Stage.REFUSED, Stage.ERASE, Stage.INTAKE}:
        return PhotoView(record, ())
    return PhotoView(record, decide(services, record, facts or facts_about(services, (record,))))


def settle(services: Services, record: PhotoRecord) -> PhotoRecord:
    """The photo is ready for a person to look at."""
    with services.store.transaction():
        moved = services.store.ledger.move_photo(record, Stage.DECIDE)
        services.store.audit.append(Event("decide", services.account.id, services.clock(), record.id))
    return moved
