"""A new school in a real store, as the lead who is also its admin sees it; for whatever is measured on many people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.places import Places
from app.services import Services
from app.settings import Settings
from app.vault import Vault
from consent.accounts import Role
from consent.store import create_store
from tests.factories import NOW, an_account
from tests.fakes.vision import FakeVision
from tests.stores import CHEAP, PASSWORD


@contextmanager
def a_new_school(folder: Path) -> Iterator[Services]:
    """Open, and shut afterwards."""
    places = Places.of(folder)
    places.prepare()
    lead = an_account("lead", Role.LEAD, Role.ADMIN)
    store, _ = create_store(places.store, admin=lead, password=PASSWORD, now=NOW, cost=CHEAP)
    vision = FakeVision({})
    yield Services(
        store=store,
        vault=Vault(places.vault, store.keys),
        vision=vision,
        preview=vision,
        account=lead,
        clock=lambda: NOW,
        places=places,
        settings=Settings(),
    )
    store.close()
