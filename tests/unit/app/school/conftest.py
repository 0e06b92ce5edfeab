"""A school in memory with one of each: admin, two leads, a head, the office."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from app.places import Places
from app.services import Services
from app.settings import Settings
from app.vault import Vault
from consent.accounts import Account, AccountId, Role
from consent.ports import Store
from tests.factories import NOW, an_account
from tests.fakes.store import MemoryStore
from tests.fakes.vision import FakeVision
from tests.stores import PASSWORD


@dataclass
class School:
    """The admin's view of the store, and the views of the others."""

    services: Services
    now: datetime = NOW

    @property
    def store(self) -> Store:
        return self.services.store

    def as_(self, account: str) -> Services:
        """The same open store for another member of staff, as the record is now."""
        return replace(self.services, account=self.store.accounts.account(AccountId(account)))

    def log(self, since: int = 0) -> list[tuple[str, str, str, str]]:
        """Act, actor, subject and detail of each entry."""
        events = [entry.event for entry in self.store.audit.entries()[since:]]
        return [(one.act, one.actor, one.subject, one.detail) for one in events]

    def put(self, account: Account) -> None:
        self.store.accounts.add_account(account, PASSWORD)


@pytest.fixture
def school(tmp_path: Path) -> School:
    """User names are the ids; everyone has PASSWORD."""
    store = MemoryStore(an_account("admin", Role.ADMIN), PASSWORD)
    places = Places.of(tmp_path / "store")
    vision = FakeVision()
    services = Services(
        store=store,
        vault=Vault(places.vault, store.keys),
        vision=vision,
        preview=vision,
        account=store.accounts.account(AccountId("admin")),
        clock=lambda: opened.now,
        places=places,
        settings=Settings(),
    )
    opened = School(services)
    for name, role in (
        ("lead", Role.LEAD),
        ("lead2", Role.LEAD),
        ("head", Role.APPROVER),
        ("office", Role.OFFICE),
    ):
        opened.put(an_account(name, role))
    return opened
