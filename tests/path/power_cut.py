"""Twenty photos on a borrowed card go the whole way, and what must hold wherever that is cut off."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.destinations.folder import FolderDestination
from app.devices.card import Card
from app.devices.mark import MARK
from app.errors import AppError, Trouble
from app.originals import settle_originals
from app.places import Places
from app.services import Services
from app.settings import Settings
from app.steps import path
from app.steps.device import find_device, judge_device
from app.steps.erase import finish_erasing, sweep_up
from app.vault import Vault
from consent.accounts import AccountId, Role
from consent.devices import Device, Standing
from consent.originals import Fate
from consent.policy import Policy
from consent.publications import PhotoRecord
from consent.stages import Stage
from consent.store import EncryptedStore, create_store, open_store
from tests.factories import NOW, a_platform, an_account
from tests.fakes.vision import FakeVision
from tests.fakes.volumes import FakeVolumes
from tests.faults import Disk, NoFault
from tests.path.conftest import CHEAP, PASSWORD, WEBSITE
from tests.path.forked import in_a_child
from vision.findings import Analysis

PHOTOS = 20
CONTENTS = tuple(b"photo %d " % number * 20 for number in range(PHOTOS))
MOVIE, TWIN = b"a short movie", CONTENTS[3]
STRAYS = 0
"""Copies that were written and not put on record when the program was killed between the two."""

HASHES = tuple(hashlib.sha256(content).hexdigest() for content in CONTENTS)


@dataclass(frozen=True)
class World:
    """A store, a card and a place for copies in one folder, which can be copied whole."""

    folder: Path

    @property
    def card(self) -> Path:
        return self.folder / "card"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def vault(self) -> Path:
        return self.folder / "store" / "photos"

    def copied(self, to: Path) -> World:
        """The same somewhere else, with every time of every file."""
        shutil.copytree(self.folder, to)
        return World(to)

    def opened(self) -> Services:
        """The store, open for the office; nothing is swept up yet."""
        places = Places.of(self.folder / "store")
        store, account = open_store(places.store, "office", PASSWORD, now=NOW, cost=CHEAP)
        return self._services(store, places, account.id)

    def _services(self, store: EncryptedStore, places: Places, account: AccountId) -> Services:
        vision = FakeVision({content: Analysis(1600, 1200) for content in CONTENTS})
        volumes = FakeVolumes()
        volumes.plug_in(self.card)
        return Services(
            store=store,
            vault=Vault(places.vault, store.keys),
            vision=vision,
            preview=vision,
            account=store.accounts.account(account),
            clock=lambda: NOW,
            places=places,
            settings=Settings(),
            volumes=volumes,
        )


def build(folder: Path) -> World:
    """A new world: nothing is brought in yet, and the card is approved."""
    world = World(folder)
    places = Places.of(folder / "store")
    places.prepare()
    for each in (world.card, world.out / WEBSITE):
        each.mkdir(parents=True)
    admin = an_account("admin", Role.ADMIN)
    store, _ = create_store(places.store, admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    store.accounts.add_account(an_account("office", Role.OFFICE), PASSWORD)
    store.accounts.add_account(an_account("head", Role.APPROVER), PASSWORD)
    store.register.put_policy(Policy(school="Test School"))
    store.register.put_platform(a_platform(WEBSITE))
    for number, content in enumerate(CONTENTS):
        (world.card / f"{number:02}.jpg").write_bytes(content)
    (world.card / "05.mov").write_bytes(MOVIE)
    (world.card / "twin.jpg").write_bytes(TWIN)
    services = world._services(store, places, AccountId("admin"))
    judge_device(services, find_device(services, world.card), Standing.APPROVED)
    store.close()
    return world


def run_to_the_end(world: World) -> None:
    """What an office does, from wherever the last run ended: bring in, prepare, approve, deliver, erase."""
    services = world.opened()
    sweep_up(services)
    ledger = services.store.ledger
    for wish in services.store.originals.open_intakes():
        list(path.resume(services, wish.batch))
    if not ledger.batches():
        list(path.bring_in(services, world.card, title="Fête", platforms=(WEBSITE,)))
    list(settle_originals(services, find_device(services, world.card)))
    head = replace(services, account=services.store.accounts.account(AccountId("head")))
    for batch in ledger.batches():
        list(path.look_through(services, batch.id))
        for photo in ledger.photos(batch.id):
            if photo.stage is Stage.DECIDE:
                path.ask_for_approval(services, photo.id)
            if ledger.photo(photo.id).stage is Stage.REVIEW:
                path.go_live(head, photo.id)
        list(path.deliver(head, batch, lambda platform: FolderDestination(world.out / platform)))
    finish_erasing(services)
    services.store.close()


def records(services: Services) -> list[PhotoRecord]:
    """Every photo on record."""
    ledger = services.store.ledger
    return [photo for batch in ledger.batches() for photo in ledger.photos(batch.id)]


def check_invariants(world: World) -> None:
    """I1 to I5 after a cut, before anything was tidied up."""
    services = world.opened()
    try:
        kept = records(services)
        by_content = {record.sha256: record for record in kept}
        assert len(by_content) == len(kept), "I3: a photo is in the store twice"
        originals = {one.path: one for one in services.store.originals.of_device(_card(services).id)}
        for number, sha256 in enumerate(HASHES):
            name = f"{number:02}.jpg"
            record = by_content.get(sha256)
            if not (world.card / name).exists():
                assert record is not None, f"I1: {name} is nowhere"
                if record.stage is not Stage.ERASE:
                    assert originals[name].fate in {Fate.DUE, Fate.UNPROVEN, Fate.GONE}, "I4"
            elif name in originals:
                assert originals[name].fate is not Fate.GONE, f"I4: {name} is called gone and is there"
        for record in kept:
            assert_stage_is_true(services, record)
        assert (world.card / "twin.jpg").read_bytes() == TWIN, "a duplicate was deleted"
        posted = services.store.ledger.publications()
        assert len({(one.photo, one.platform) for one in posted}) == len(posted), "I3: published twice"
        services.store.check()
    finally:
        services.store.close()


def assert_stage_is_true(services: Services, record: PhotoRecord) -> None:
    """I2 and I5: what is not erased can be read whole, what is erased cannot be read at all."""
    if record.stage is Stage.ERASE:
        assert services.store.keys.key(record.id) is None, "I5: an erased photo has its key"
        with pytest.raises(AppError) as erased:
            services.vault.get(record.id)
        assert erased.value.code is Trouble.VAULT_ERASED
        return
    content = services.vault.get(record.id)
    assert hashlib.sha256(content).hexdigest() == record.sha256, "I2: the stage is not true"
    for companion in services.store.originals.companions(record.id):
        assert services.vault.get(companion.id) == MOVIE


def check_end(world: World) -> None:
    """After the run that followed the cut: everything is out once, and nothing is left behind."""
    services = world.opened()
    try:
        kept = records(services)
        assert {record.stage for record in kept} == {Stage.ERASE}
        assert sorted(record.sha256 for record in kept) == sorted(HASHES)
        assert len(services.store.ledger.publications()) == PHOTOS
        copies = {one.name for one in (world.out / WEBSITE).iterdir() if one.suffix == ".jpg"}
        recorded = {one.file_name for one in services.store.ledger.publications()}
        assert recorded <= copies, "a copy on record is not there"
        assert len(copies - recorded) <= STRAYS, f"I3: {len(copies)} copies are out"
        assert {one.name for one in world.card.iterdir()} == {MARK, "twin.jpg"}
        assert list(world.vault.iterdir()) == [], "I5: something is left in the vault"
        assert not services.store.originals.open_intakes()
        services.store.audit.verify()
    finally:
        services.store.close()
    log = world.folder / "store" / "register.db-wal"
    assert not log.exists() or log.stat().st_size == 0, "I5: the write-ahead log"


def _card(services: Services) -> Device:
    return services.store.register.devices()[0]


def new_sitting_for_each_process() -> property:
    """A card's sitting: every start of the program stands for a card that was put in again."""
    return property(lambda _card: f"sitting {os.getpid()}")


@contextmanager
def in_memory() -> Iterator[World]:
    """A world in memory, where a sync costs nothing."""
    memory = Path("/dev/shm")  # noqa: S108
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Card, "sitting", new_sitting_for_each_process())
            yield build(folder / "world")
    finally:
        shutil.rmtree(folder)


def operations(world: World) -> list[str]:
    """What a run does that nothing disturbs, found by watching it: the kind of each operation."""
    place = world.copied(world.folder.with_name("counted"))
    kinds = place.folder / "kinds"

    def work() -> None:
        with Disk(NoFault()) as disk:
            run_to_the_end(place)
        assert disk.missed == []
        kinds.write_text(json.dumps([operation.what for operation in disk.log]))
        check_end(place)

    assert in_a_child(work) == ""
    found: list[str] = json.loads(kinds.read_text())
    shutil.rmtree(place.folder)
    return found
