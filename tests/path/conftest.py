"""A small school in a real encrypted store, with a vision that sees what a test tells it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from app.destinations.folder import FolderDestination
from app.places import Places
from app.services import Services
from app.settings import Settings
from app.steps import decide, path
from app.vault import Vault
from app.work.progress import Progress
from app.work.runner import run
from consent.accounts import Account, AccountId, Role
from consent.decisions import PhotoDecision
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.publications import Batch, PhotoRecord
from consent.store import Cost, EncryptedStore, create_store, open_store
from tests.factories import NOW, a_carer, a_permission, a_person, a_platform, an_account
from tests.fakes.vision import FakeVision
from vision.boxes import Box, Quad
from vision.findings import Analysis, FaceFinding, TextFinding, TextKind

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSWORD = "three quiet words"
WEBSITE, FACEBOOK = PlatformId("website"), PlatformId("facebook")
CLASS_PHOTO, EMPTY_ROOM, BROKEN = b"class photo", b"an empty room", b"broken"


@dataclass
class School:
    """The store as the office sees it, and the doors for the others."""

    office: Services
    vision: FakeVision
    device: Path
    out: Path
    today: datetime

    def as_(self, account: str) -> Services:
        """The same open store for another member of staff."""
        return replace(self.office, account=self.office.store.accounts.account(AccountId(account)))

    def bring_in(self) -> tuple[Batch, list[Progress]]:
        told: list[Progress] = []
        run(
            path.bring_in(self.office, self.device, title="Sports day", platforms=(WEBSITE, FACEBOOK)),
            told.append,
        )
        return self.office.store.ledger.batches()[-1], told

    def photo(self, name: str) -> PhotoRecord:
        batches = self.office.store.ledger.batches()
        photos = [p for batch in batches for p in self.office.store.ledger.photos(batch.id)]
        return next(photo for photo in photos if photo.file_name == name)

    def decisions(self, name: str) -> dict[PlatformId, PhotoDecision]:
        view = decide.look(self.office, self.photo(name).id)
        return {decision.platform: decision for decision in view.decisions}

    def deliver(self, batch: Batch) -> list[Progress]:
        told: list[Progress] = []
        run(
            path.deliver(self.as_("head"), batch, lambda platform: FolderDestination(self.out / platform)),
            told.append,
        )
        return told


@pytest.fixture(scope="session")
def made_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The school's closed store and its card, made once: migrating and filling cost more than most tests."""
    folder = tmp_path_factory.mktemp("school")
    places = Places.of(folder / "store")
    places.prepare()
    admin = an_account("admin", Role.ADMIN)
    store, _ = create_store(places.store, admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    _fill(store)
    store.close()
    (folder / "card").mkdir()
    for name, content in {"a.jpg": CLASS_PHOTO, "b.jpg": EMPTY_ROOM, "c.jpg": BROKEN}.items():
        (folder / "card" / name).write_bytes(content)
    for platform in (WEBSITE, FACEBOOK):
        (folder / "out" / platform).mkdir(parents=True)
    return folder


@pytest.fixture
def school(tmp_path: Path, made_school: Path) -> Iterator[School]:
    """Anna may be shown on the website, Ben nowhere; one photo shows both and a name, one shows no one."""
    shutil.copytree(made_school, tmp_path, dirs_exist_ok=True)
    places = Places.of(tmp_path / "store")
    store, admin = open_store(places.store, "admin", PASSWORD, now=NOW, cost=CHEAP)
    vision = FakeVision(
        {
            CLASS_PHOTO: Analysis(
                1600,
                1200,
                faces=(
                    FaceFinding(Box(100, 100, 180, 200), 0.9, "test"),
                    FaceFinding(Box(400, 100, 480, 200), 0.9, "test"),
                ),
                texts=(
                    TextFinding(
                        Quad(((100, 400), (300, 400), (300, 430), (100, 430))),
                        "Name: Ann",
                        0.9,
                        TextKind.LIKELY_NAME,
                    ),
                ),
            ),
            EMPTY_ROOM: Analysis(1600, 1200),
        }
    )
    school = School(_services(places, store, admin, vision), vision, tmp_path / "card", tmp_path / "out", NOW)
    school.office = replace(school.office, clock=lambda: school.today)
    school.office = school.as_("office")
    yield school
    store.close()


def _services(places: Places, store: EncryptedStore, account: Account, vision: FakeVision) -> Services:
    return Services(
        store=store,
        vault=Vault(places.vault, store.keys),
        vision=vision,
        preview=vision,
        account=account,
        clock=lambda: NOW,
        places=places,
        settings=Settings(),
    )


def _fill(store: EncryptedStore) -> None:
    store.accounts.add_account(an_account("office", Role.OFFICE), PASSWORD)
    store.accounts.add_account(an_account("head", Role.APPROVER), PASSWORD)
    store.register.put_policy(Policy(school="Test School"))
    for platform in (WEBSITE, FACEBOOK):
        store.register.put_platform(a_platform(platform))
    for person in ("anna", "ben"):
        store.register.put_person(a_person(person, carers=(a_carer(),)))
    store.register.record_permission(a_permission("anna", Kind.PHOTO, platform=WEBSITE))
    store.register.record_permission(a_permission("ben", Kind.PHOTO, platform=WEBSITE, answer=Answer.REFUSED))
