"""Builders of the register's values with sensible fields, so that a test writes only what it is about."""

from __future__ import annotations

import hashlib
import itertools
from datetime import UTC, date, datetime

from consent.accounts import Account, AccountId, Role
from consent.notices import Notice
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.ports import Register
from consent.publications import Batch, BatchId, PhotoId, PhotoRecord
from consent.sightings import Certainty, RegionId, Sighting, What
from consent.stages import Stage

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
WEBSITE = PlatformId("website")

_sequence = itertools.count(1)


def a_person(
    identity: str = "p1",
    *,
    name: str = "",
    kind: PersonKind = PersonKind.PUPIL,
    carers: tuple[Carer, ...] = (),
) -> Person:
    """A pupil, unless told otherwise."""
    return Person(PersonId(identity), kind, name or f"Person {identity}", carers=carers)


def a_carer(identity: str = "c1", relation: str = "mother") -> Carer:
    return Carer(identity, f"Carer {identity}", relation)


def a_permission(
    person: str = "p1",
    kind: Kind = Kind.PHOTO,
    *,
    answer: Answer = Answer.GRANTED,
    platform: str = WEBSITE,
    giver: Giver = Giver.CARER,
    carer: str = "c1",
    given_on: date = date(2026, 9, 1),
    valid_from: date | None = None,
    valid_until: date | None = None,
    sequence: int | None = None,
) -> Permission:
    """A carer's yes to photos on the website; later calls are later records unless `sequence` is given."""
    return Permission(
        person=PersonId(person),
        platform=None if kind is Kind.BIOMETRIC else PlatformId(platform),
        kind=kind,
        answer=answer,
        giver=giver,
        carer=carer if giver is Giver.CARER else "",
        given_on=given_on,
        valid_from=valid_from,
        valid_until=valid_until,
        form="form-1",
        recorded_by="a1",
        sequence=next(_sequence) if sequence is None else sequence,
    )


def a_notice(person: str = "p1", carer: str = "c1", *, sent_on: date = date(2026, 8, 20)) -> Notice:
    """A notice of section 26 to one carer."""
    return Notice(PersonId(person), carer, sent_on, "notice-1", recorded_by="a1")


def tell_parents(register: Register, person: str = "p1") -> None:
    """Record that each carer with parental responsibility was told, as the law asks before a template."""
    known = register.person(PersonId(person))
    register.record_notices([a_notice(person, carer.id) for carer in known.carers if carer.responsible])


def a_platform(identity: str = WEBSITE, *, names_allowed: bool = True, group_only: bool = False) -> Platform:
    return Platform(
        PlatformId(identity), identity.capitalize(), names_allowed=names_allowed, group_only=group_only
    )


def a_sighting(
    region: str = "r1",
    what: What = What.FACE,
    *,
    people: tuple[str, ...] = (),
    certainty: Certainty | None = None,
    box: tuple[int, int, int, int] = (100, 100, 160, 180),
    text: str = "",
) -> Sighting:
    """A face; confirmed where one person is named, unsure with several, unknown with none."""
    match len(people):
        case 0:
            usual = Certainty.UNKNOWN
        case 1:
            usual = Certainty.CONFIRMED
        case _:
            usual = Certainty.UNSURE
    x1, y1, x2, y2 = (float(edge) for edge in box)
    return Sighting(
        region=RegionId(region),
        what=what,
        box=box,
        outline=((x1, y1), (x2, y1), (x2, y2), (x1, y2)),
        certainty=certainty or usual,
        people=tuple(PersonId(person) for person in people),
        text=text,
    )


def an_account(identity: str = "a1", *roles: Role) -> Account:
    """A trained member of the office who read policy version 1."""
    return Account(
        AccountId(identity),
        user_name=identity,
        full_name=f"Staff {identity}",
        roles=frozenset(roles or (Role.OFFICE,)),
        trained_on=date(2026, 9, 1),
        policy_read="1",
    )


def a_batch(identity: str = "b1", *, platforms: tuple[str, ...] = (WEBSITE,)) -> Batch:
    return Batch(
        id=BatchId(identity),
        title="Sports day",
        platforms=tuple(PlatformId(platform) for platform in platforms),
        device="d1",
        created_by=AccountId("a1"),
        created_at=NOW,
    )


def a_photo(
    identity: str = "f1",
    *,
    batch: str = "b1",
    stage: Stage = Stage.INTAKE,
    sightings: tuple[Sighting, ...] = (),
) -> PhotoRecord:
    """A record of a photo of 1600×1200; its content is whatever the test puts into the vault."""
    return PhotoRecord(
        id=PhotoId(identity),
        batch=BatchId(batch),
        file_name=f"{identity}.jpg",
        sha256=hashlib.sha256(identity.encode()).hexdigest(),
        size=1000,
        stage=stage,
        width=1600,
        height=1200,
        sightings=sightings,
    )
