"""Makes the demo school: painted photos, an encrypted store with people and permissions, staff, templates."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app import wiring
from app.demo.cast import Cast, DemoAnswer, Member, read_cast
from app.demo.report import DemoSchool, DemoStaff
from app.errors import AppError, Trouble
from app.people.enrol import enrol, look_at_reference
from app.ready_made import ready_made_platforms
from app.services import Services
from consent.accounts import Account, AccountId, Role
from consent.devices import Device, DeviceId, Standing
from consent.notices import Notice
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import OfficialAccount, PlatformId
from consent.policy import Policy

POLICY_VERSION = "2026-09"
FORM = "photo consent form, September 2026"

ADMIN = DemoStaff("admin", "copper-lantern-orchard-27", "Rosalind Peverham", "admin")
LEAD = DemoStaff("lead", "quiet-harbour-saffron-61", "Tobias Merriwold", "lead")
HEAD = DemoStaff("head", "winter-meadow-compass-48", "Orla Beacontree", "approver, lead")
OFFICE = DemoStaff("office", "purple-kettle-sparrow-35", "Wilhelmina Dray", "office")
STAFF = (ADMIN, LEAD, HEAD, OFFICE)

PAINTING_SECONDS = 180
"""How long painting may take; measured: 12 s on 2 cores (November 2026)."""


def make_demo(folder: Path) -> DemoSchool:
    """The demo school in `folder`, which is made if it is missing and must be empty, and closed again.

    Raises AppError: WRONG_USE where the folder holds something, NOT_INSTALLED where painting is impossible,
    FOLDER_NOT_PRIVATE; VisionError where the engines cannot work.
    """
    school, services = open_new_school(folder)
    wiring.close(services)
    return school


def open_new_school(folder: Path) -> tuple[DemoSchool, Services]:
    """As `make_demo`, with its store left open and the administrator signed in."""
    folder = folder.expanduser().absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AppError(Trouble.WRONG_USE, "the folder for the demo must be new or empty")
    folder.mkdir(parents=True, exist_ok=True)
    trained_on = wiring.now().date() - timedelta(days=60)
    admin = _account(ADMIN, trained_on)
    services, _ = wiring.create_school(folder / "store", admin, ADMIN.password)
    with ExitStack() as undo:
        undo.callback(wiring.close, services)
        services.vision.warm()
        _paint(folder)
        cast = read_cast()
        today = services.clock().date()
        ids = {member.id: PersonId(secrets.token_hex(8)) for member in cast.members}
        with services.store.transaction():
            _put_rules(services, cast, (folder / "crest.png").read_bytes(), today)
            _put_staff(services, trained_on)
            _put_people(services, cast, ids, today)
            _put_card(services, folder / "device")
        templates = _enrol(services, cast, ids, folder / "references")
        undo.pop_all()
    school = DemoSchool(
        folder=folder,
        store=folder / "store",
        device=folder / "device",
        out=folder / "out",
        staff=STAFF,
        people=len(cast.members),
        templates=templates,
    )
    return school, services


def _paint(folder: Path) -> None:
    """Run the painter in a process of its own, so that this one never loads a picture library."""
    command = [sys.executable, "-m", "app.demo.pictures", os.fspath(folder)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and a folder as its only argument
            command, check=False, capture_output=True, timeout=PAINTING_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        raise AppError(Trouble.NOT_INSTALLED, "the demo's pictures could not be painted") from None
    if done.returncode != 0:
        raise AppError(Trouble.NOT_INSTALLED, f"painting ended with status {done.returncode}")


def _put_rules(services: Services, cast: Cast, crest: bytes, today: date) -> None:
    """The school's policy, with matching switched on by an impact assessment, and every ready-made platform."""
    register = services.store.register
    register.put_policy(
        Policy(
            school=cast.school,
            school_names=cast.school_names,
            version=POLICY_VERSION,
            next_review=today + timedelta(days=240),
            owner=LEAD.full_name,
            impact_assessment="DPIA 2026/4 (demo)",
            impact_assessed_on=today - timedelta(days=90),
            crests=(crest,),
            uniform_colours=(cast.uniform_colour,),
            face_pictures=True,
        )
    )
    for platform in ready_made_platforms():
        account = OfficialAccount(
            address=f"https://{platform.id}.example/aldergreen",
            email="office@aldergreen.example",
            staff=(AccountId(OFFICE.user_name), AccountId(HEAD.user_name)),
            approved_by=ADMIN.full_name,
            approved_on=today - timedelta(days=100),
        )
        register.put_platform(replace(platform, account=account))


def _account(staff: DemoStaff, trained_on: date) -> Account:
    return Account(
        id=AccountId(staff.user_name),
        user_name=staff.user_name,
        full_name=staff.full_name,
        roles=frozenset(Role(word) for word in staff.roles.split(", ")),
        trained_on=trained_on,
        policy_read=POLICY_VERSION,
    )


def _put_staff(services: Services, trained_on: date) -> None:
    for staff in (LEAD, HEAD, OFFICE):
        services.store.accounts.add_account(_account(staff, trained_on), staff.password)


def _put_people(services: Services, cast: Cast, ids: dict[str, PersonId], today: date) -> None:
    register = services.store.register
    for member in cast.members:
        person = _person(member, ids[member.id], today)
        register.put_person(person)
        for answer in member.answers:
            for permission in _permissions(answer, person, today):
                register.record_permission(permission)
        if member.biometric:
            register.record_notices(_notices(person, today))
            register.record_permission(_biometric(person, today))
    for marked in cast.never_publish:
        by = (AccountId(LEAD.user_name), AccountId(HEAD.user_name))
        register.mark_never_publish(ids[marked], by)


def _person(member: Member, person: PersonId, today: date) -> Person:
    return Person(
        id=person,
        kind=PersonKind(member.kind),
        legal_name=member.name,
        known_as=member.known_as,
        school_id=member.id,
        class_name=member.class_name,
        year=member.year,
        carers=tuple(
            Carer(f"carer {number}", name, relation)
            for number, (name, relation) in enumerate(member.carers, start=1)
        ),
        left_on=None if member.left is None else today - timedelta(days=member.left),
    )


def _permissions(answer: DemoAnswer, person: Person, today: date) -> list[Permission]:
    given = today - timedelta(days=answer.given)
    own = answer.by == Giver.SELF
    return [
        Permission(
            person=person.id,
            platform=PlatformId(platform),
            kind=Kind(answer.kind),
            answer=Answer(answer.answer),
            giver=Giver.SELF if own else Giver.CARER,
            carer="" if own else answer.by,
            given_on=given,
            valid_until=None if answer.lasts is None else given + timedelta(days=answer.lasts),
            form=FORM,
            recorded_by=LEAD.user_name,
        )
        for platform in answer.on
    ]


def _notices(person: Person, today: date) -> list[Notice]:
    """What section 26 asks for first: each parent was told."""
    sent = today - timedelta(days=90)
    return [
        Notice(person.id, carer.id, sent, "face matching notice 2026", recorded_by=LEAD.user_name)
        for carer in person.carers
        if carer.responsible
    ]


def _biometric(person: Person, today: date) -> Permission:
    carer = person.carers[0].id if person.carers else ""
    return Permission(
        person=person.id,
        platform=None,
        kind=Kind.BIOMETRIC,
        answer=Answer.GRANTED,
        giver=Giver.CARER if carer else Giver.SELF,
        carer=carer,
        given_on=today - timedelta(days=80),
        form="notice and consent under the Protection of Freedoms Act 2012, section 26",
        recorded_by=LEAD.user_name,
    )


def _put_card(services: Services, card: Path) -> None:
    services.store.register.put_device(
        Device(
            id=DeviceId("camera-1"),
            name="School camera, card 2",
            location=os.fspath(card.resolve()),
            standing=Standing.OWN,
            owner=read_cast().school,
            approved_by=ADMIN.user_name,
        )
    )


def _enrol(services: Services, cast: Cast, ids: dict[str, PersonId], pictures: Path) -> int:
    """The lead enrols everyone with biometric consent whose picture is good enough; how many there are."""
    lead = next(one for one in services.store.accounts.accounts() if one.user_name == LEAD.user_name)
    services = replace(services, account=lead)
    templates = 0
    for member in cast.members:
        if not member.biometric:
            continue
        looked = look_at_reference(services, ids[member.id], (pictures / f"{member.id}.jpg").read_bytes())
        if looked.template is not None:
            enrol(services, looked)
            templates += 1
    return templates
