"""A small school under the real window: a store in memory, a real vault, and a vision that paints what a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import AppError, Trouble
from app.own_keyring import Secrets
from app.places import Places
from app.school import computer
from app.services import Services
from app.settings import Settings
from app.ui.desk import Desk, Doors
from app.ui.idle import LOCK_AFTER_MS
from app.ui.main_window import MainWindow
from app.ui.theme import Look, Theme
from app.vault import Vault
from consent.accounts import Role
from consent.devices import Device, DeviceId, Standing
from consent.errors import Code, ConsentError
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.publications import BatchId, PhotoId, PhotoRecord
from consent.sightings import Certainty, RegionId, Sighting, What
from consent.stages import Stage
from tests.factories import NOW, a_batch, a_carer, a_permission, a_person, a_platform, an_account
from tests.fakes.secrets import SecretsInMemory
from tests.fakes.store import PASSWORD, MemoryStore
from tests.ui.driving import settle, sign_in
from tests.ui.painting import PaintingVision

WEBSITE, FACEBOOK = PlatformId("website"), PlatformId("facebook")
BATCH = BatchId("b1")


@dataclass
class Desktop:
    """The window with everything behind it."""

    window: MainWindow
    services: Services
    store: MemoryStore
    vision: PaintingVision
    folder: Path
    opened: list[str] = field(default_factory=list)

    def photo(self, identity: str) -> PhotoRecord:
        return self.store.ledger.photo(PhotoId(identity))

    def sighting(self, photo: str, region: str) -> Sighting:
        return next(s for s in self.photo(photo).sightings if s.region == region)

    def sign_in(self, user_name: str = "office") -> None:
        sign_in(self.window, user_name, PASSWORD)

    def settle(self) -> None:
        settle(self.window)


def face(
    region: str, x: int, *people: str, certainty: Certainty | None = None, distance: float = 0.4
) -> Sighting:
    """A face of 100×120 pixels at `x`, suggested where one person is named, unsure where several are."""
    usual = {0: Certainty.UNKNOWN, 1: Certainty.SUGGESTED}.get(len(people), Certainty.UNSURE)
    return Sighting(
        RegionId(region),
        What.FACE,
        (x, 300, x + 100, 420),
        certainty=certainty or usual,
        people=tuple(people),  # type: ignore[arg-type]
        distances=tuple(distance + 0.05 * n for n in range(len(people))),
    )


PHOTOS: dict[str, tuple[Sighting, ...]] = {
    "f1": (face("r1", 200, "anna"), face("r2", 600, "ben"), face("r3", 1000, "anna", "cara")),
    "f2": (
        face("r1", 300, "cara"),
        Sighting(RegionId("t1"), What.LIKELY_NAME, (200, 800, 500, 860), text="Name: Cara"),
    ),
    "f3": (),
}


def fill(store: MemoryStore) -> None:
    """Anna and Cara may be shown on the website, Ben nowhere; three photos wait for review."""
    store.accounts.add_account(replace(an_account("office", Role.OFFICE), full_name="Olive Office"), PASSWORD)
    store.accounts.add_account(replace(an_account("head", Role.APPROVER), full_name="Hal Head"), PASSWORD)
    store.accounts.add_account(replace(an_account("lead", Role.LEAD), full_name="Lea Lead"), PASSWORD)
    store.register.put_policy(Policy(school="Test School"))
    for platform in (WEBSITE, FACEBOOK):
        store.register.put_platform(a_platform(platform))
    for person in ("anna", "ben", "cara"):
        store.register.put_person(a_person(person, name=f"{person.title()} Test", carers=(a_carer(),)))
    for person in ("anna", "cara"):
        store.register.record_permission(a_permission(person, Kind.PHOTO, platform=WEBSITE))
    store.register.record_permission(a_permission("ben", Kind.PHOTO, platform=WEBSITE, answer=Answer.REFUSED))


def add_batch(services: Services, photos: dict[str, tuple[Sighting, ...]]) -> None:
    """A batch whose photos were analysed and matched already."""
    batch = replace(a_batch("b1", platforms=(WEBSITE, FACEBOOK)), created_by=services.account.id)
    services.store.ledger.put_batch(batch)
    for identity, sightings in photos.items():
        content = f"photo {identity}".encode()
        record = PhotoRecord(
            PhotoId(identity), BATCH, f"{identity}.jpg", identity, len(content), Stage.INTAKE, 1600, 1200
        )
        services.vault.put(record.id, content)
        services.store.ledger.add_photo(record)
        moved = services.store.ledger.move_photo(replace(record, sightings=sightings), Stage.ANALYSE)
        moved = services.store.ledger.move_photo(moved, Stage.MATCH)
        services.store.ledger.move_photo(moved, Stage.DECIDE)


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """Qt's application, dressed."""
    Theme(Look.LIGHT).put_on(qapp)
    return qapp


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """The small school, with nothing brought in."""
    places = Places(tmp_path / "store", tmp_path / "data")
    places.prepare()
    store = MemoryStore(an_account("admin", Role.ADMIN), PASSWORD)
    fill(store)
    vision = PaintingVision()
    return Services(
        store=store,
        vault=Vault(places.vault, store.keys),
        vision=vision,
        preview=vision,
        account=store.accounts.account(an_account("office").id),
        clock=lambda: NOW,
        places=places,
        settings=Settings(),
    )


def opened_here(services: Services, folder: Path, secrets: Secrets) -> Services | None:
    """As `app.wiring.open_on_this_computer` does it on a real store."""
    remembered = computer.remembered_here(folder, secrets)
    if remembered is None:
        return None
    known = {one.id: one.account for one in services.store.computers.computers()}
    if remembered[0] not in known:
        computer.clear_here(folder, secrets)
        raise ConsentError(Code.WRONG_PASSWORD)
    return replace(services, account=services.store.accounts.account(known[remembered[0]]))


@pytest.fixture
def make_desktop(
    application: QApplication, services: Services, tmp_path: Path
) -> Iterator[Callable[..., Desktop]]:
    """Opens windows on the small school; each is shut again."""
    windows: list[MainWindow] = []
    secrets = SecretsInMemory()

    def make(
        *,
        photos: dict[str, tuple[Sighting, ...]] | None = None,
        lock_after_ms: int = LOCK_AFTER_MS,
        theme: Theme | None = None,
    ) -> Desktop:
        assert isinstance(services.store, MemoryStore)
        assert isinstance(services.vision, PaintingVision)
        if photos is None or photos:
            add_batch(services, PHOTOS if photos is None else photos)

        def switch(present: Services, user_name: str, password: str) -> Services:
            account = present.store.accounts.sign_in(user_name, password, now=NOW)
            return replace(present, account=account)

        def no_demo(_folder: Path) -> None:
            raise AppError(Trouble.NOT_INSTALLED)

        doors = Doors(
            open=lambda _folder, user_name, password: switch(services, user_name, password),
            switch=switch,
            close=lambda _services: None,
            make_demo=no_demo,  # type: ignore[arg-type]
            open_here=lambda folder, secrets: opened_here(services, folder, secrets),
            secrets=secrets,
        )
        theme = theme or Theme(Look.LIGHT)
        desk = Desk(tmp_path / "store", doors)
        window = MainWindow(desk, theme, lock_after_ms=lock_after_ms)
        desk.setParent(window)
        window.start(has_store=True)
        window.resize(1366, 768)
        window.show()
        windows.append(window)
        return Desktop(window, services, services.store, services.vision, tmp_path)

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    # windows that only wait to be deleted would make each later test slower
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop], qtbot: QtBot) -> Desktop:
    """The window, with the office signed in and three photos waiting for review."""
    del qtbot
    made = make_desktop()
    made.sign_in()
    return made


@pytest.fixture
def card(tmp_path: Path, services: Services) -> Path:
    """A camera card that is approved, with three photos, one of them broken."""
    folder = tmp_path / "card"
    folder.mkdir()
    for name, content in {"a.jpg": b"one", "b.jpg": b"two", "c.jpg": b"broken"}.items():
        (folder / name).write_bytes(content)
    services.store.register.put_device(Device(DeviceId("d1"), "Card", str(folder.resolve()), Standing.OWN))
    return folder
