"""A school in memory whose lead takes over a roll."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.people.changes import Changes
from app.people.mapping import Mapping, read_mapping
from app.people.reading import read_sheet
from app.people.roll import Accepted, look_at, take_over
from app.places import Places
from app.services import Services
from app.settings import Settings
from app.vault import Vault
from consent.accounts import Role
from consent.decisions import Why
from consent.facts import Facts
from consent.people import Person, PersonId
from consent.permissions import Kind
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.ports import Store
from tests.factories import NOW, a_platform, an_account
from tests.fakes.store import MemoryStore
from tests.fakes.vision import FakeVision
from tests.stores import PASSWORD

LEAD = an_account("lead", Role.LEAD, Role.ADMIN)
CLERK = an_account("olive", Role.OFFICE)
MAPPING = b"""
[columns]
school_id = "ID"
legal_name = "Name"
class_name = "Class"

[[consents]]
column = "Web photo"
kind = "photo"
platforms = ["website"]
"""


@dataclass
class Office:
    """The lead's view of the register."""

    services: Services
    mapping: Mapping
    now: datetime = NOW

    @property
    def store(self) -> Store:
        return self.services.store

    def look(self, csv: str) -> Changes:
        return look_at(self.services, read_sheet(csv.encode()), self.mapping)

    def take(self, csv: str, *accepted: Accepted) -> Changes:
        return take_over(self.services, read_sheet(csv.encode()), self.mapping, accepted=accepted)

    def person(self, school_id: str) -> Person:
        (found,) = [one for one in self.store.register.people() if one.school_id == school_id]
        return found

    def why(self, school_id: str, platform: str = "website", kind: Kind = Kind.PHOTO) -> Why:
        register = self.store.register
        facts = Facts(
            register.people(),
            register.permissions(),
            register.never_publish(),
            register.policy(),
            register.platforms(),
            self.now.date(),
        )
        return facts.standing(PersonId(self.person(school_id).id), PlatformId(platform), kind).why

    def days_later(self, days: int) -> None:
        self.now += timedelta(days=days)


def services_of(store: Store, folder: Path) -> Services:
    """The lead's services on a store, in which a clerk of the office has an account; vision sees nothing."""
    store.accounts.add_account(CLERK, PASSWORD)
    vision = FakeVision({})
    places = Places.of(folder / "store")
    return Services(
        store=store,
        vault=Vault(places.vault, store.keys),
        vision=vision,
        preview=vision,
        account=LEAD,
        clock=lambda: NOW,
        places=places,
        settings=Settings(),
    )


@pytest.fixture
def office(tmp_path: Path) -> Office:
    store = MemoryStore(LEAD)
    store.register.put_policy(Policy(school="Test School"))
    for platform in ("website", "facebook", "newsletter"):
        store.register.put_platform(a_platform(platform))
    made = Office(services_of(store, tmp_path), read_mapping(MAPPING))
    made.services = replace(made.services, clock=lambda: made.now)
    return made
