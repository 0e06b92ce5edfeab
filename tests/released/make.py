"""Makes a store with one of everything that the program of this day can keep; see README.md beside it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from consent.accounts import Account, AccountId, Role
from consent.audit import Event
from consent.devices import Device, DeviceId, Standing
from consent.notices import Notice
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import OfficialAccount, Platform, PlatformId, UniformRule
from consent.policy import Policy
from consent.publications import Approval, Batch, BatchId, PhotoId, PhotoRecord, Proposal, Publication
from consent.sightings import Certainty, RegionId, Sighting, What
from consent.stages import Stage
from consent.store import EncryptedStore, create_store
from consent.templates import StoredTemplate
from tests.stores import CHEAP, PASSWORD

SECOND = "second password"
RECOVERY_FILE = "recovery-key.txt"
DAY = date(2026, 2, 28)
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)

ADMIN = Account(
    AccountId("a1"), "ada.admin", "Ada Adminsdottir", frozenset({Role.ADMIN}), date(2026, 9, 1), "2026-09"
)
LEAD = Account(
    AccountId("a2"), "leo.lead", "Leo Léad", frozenset({Role.LEAD, Role.APPROVER}), date(2024, 2, 29), "1"
)
GONE = Account(AccountId("a3"), "gus.gone", "Gus Gone", frozenset({Role.OFFICE}), disabled=True)
PUPIL = Person(
    PersonId("p1"), PersonKind.PUPIL, "Zoë Ólafsdóttir", "Zo", "MIS-0001", "7 Blue", "7",
    (Carer("c1", "Ólafur Jónsson", "father"), Carer("c2", "Anna Smith", "mother", responsible=False)),
)  # fmt: skip
LEAVER = Person(PersonId("p2"), PersonKind.VOLUNTEER, "王小明", left_on=date(2025, 7, 31))
WEBSITE = Platform(
    PlatformId("website"), "School website", longest_side=0, quality=95, approvers_needed=2,
    account=OfficialAccount(
        "https://school.example", "office@school.example", ("a1", "a2"), open_to_all=False, approved_by="a1",
        approved_on=DAY,
    ),
)  # fmt: skip
PRESS = Platform(
    PlatformId("local-press"), "Local press", names_allowed=False, uniform=UniformRule.COVER_BODY,
    group_only=True, minimum_age=13,
)  # fmt: skip
CAMERA = Device(DeviceId("d1"), "Camera", "E:\\DCIM", Standing.APPROVED, "Ada", "a1", date(2027, 7, 31))
OLD_POLICY = Policy(school="Old School", impact_assessment="DPIA 1", impact_assessed_on=DAY)
POLICY = replace(
    OLD_POLICY, school="New School", school_names=("New", "NS"), version="2026-09", owner="Leo",
    next_review=date(2027, 2, 28), retention_days=14, crests=(b"one crest", b"another"),
    uniform_colours=((1, 2, 3),),
)  # fmt: skip
PERMISSIONS = (
    Permission(
        PUPIL.id, WEBSITE.id, Kind.PHOTO, Answer.GRANTED, Giver.CARER, "c1", given_on=DAY, valid_from=DAY,
        valid_until=date(2028, 2, 29), form="form 3", recorded_by="a2", sequence=1,
    ),
    Permission(PUPIL.id, None, Kind.BIOMETRIC, Answer.GRANTED, Giver.CARER, "c1", given_on=DAY, sequence=2),
    Permission(LEAVER.id, PRESS.id, Kind.NAME, Answer.WITHDRAWN, Giver.SELF, given_on=DAY, sequence=3),
)  # fmt: skip
TEMPLATE = StoredTemplate("t1", PUPIL.id, tuple(n / 7 for n in range(128)), date(2026, 9, 1), DAY)
BATCH = Batch(BatchId("b1"), "Sports day", (WEBSITE.id, PRESS.id), "d1", LEAD.id, NOW)
SIGHTING = Sighting(
    RegionId("r1"), What.FACE, (10, 20, 30, 40), ((10.0, 20.0), (30.0, 20.0), (30.0, 40.0), (10.0, 40.0)),
    certainty=Certainty.CONFIRMED, people=(PUPIL.id,),
)  # fmt: skip
PHOTO = PhotoRecord(
    PhotoId("f1"), BATCH.id, "IMG 1.jpg", "ab" * 32, 1000, Stage.REVIEW, 640, 480, (SIGHTING,),
    touched_by=(LEAD.id,),
)  # fmt: skip
PHOTO_KEY = bytes(range(32))
PROPOSAL = Proposal(PHOTO.id, WEBSITE.id, "cd" * 32, "A caption", (PUPIL.id,), LEAD.id, NOW)
APPROVAL = Approval(PROPOSAL, ADMIN.id, NOW)
POST = Publication(
    PHOTO.id, WEBSITE.id, "x.jpg", "cd" * 32, (PUPIL.id,), LEAD.id, ADMIN.id, NOW, "folder", "https://a.example/1"
)  # fmt: skip


def fill(store: EncryptedStore) -> None:
    """Put one of everything in."""
    store.accounts.add_account(LEAD, SECOND)
    store.accounts.add_account(GONE, SECOND)
    register, ledger = store.register, store.ledger
    for policy in (OLD_POLICY, POLICY):
        register.put_policy(policy)
    for platform in (WEBSITE, PRESS):
        register.put_platform(platform)
    register.put_device(CAMERA)
    for person in (PUPIL, LEAVER):
        register.put_person(person)
        register.mark_never_publish(person.id, (ADMIN.id, LEAD.id))
    register.lift_never_publish(PUPIL.id, (LEAD.id, ADMIN.id))
    register.record_permissions(PERMISSIONS)
    register.record_notices([Notice(PUPIL.id, one.id, DAY, "n-1") for one in PUPIL.carers if one.responsible])
    register.put_template(TEMPLATE)
    ledger.put_batch(BATCH)
    ledger.add_photo(PHOTO)
    store.keys.put_key(PHOTO.id, PHOTO_KEY)
    ledger.put_proposal(PROPOSAL)
    ledger.put_approval(APPROVAL)
    ledger.put_publication(POST)
    for number in range(3):
        store.audit.append(Event("person.added", LEAD.id, NOW, PUPIL.id, f"number={number}"))


def make(folder: Path) -> None:
    """A new store in `folder`, filled and closed, with its recovery key beside it."""
    store, recovery_key = create_store(folder, admin=ADMIN, password=PASSWORD, now=NOW, cost=CHEAP)
    fill(store)
    store.close()
    (folder / "lock").unlink()
    (folder / RECOVERY_FILE).write_text(recovery_key + "\n", encoding="ascii")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
