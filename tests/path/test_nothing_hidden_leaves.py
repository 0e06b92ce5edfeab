"""A copy in which something is seen that was to be hidden stops all copies of its photo, whatever it is and wherever."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from app import correct
from app.covers import output_for
from app.demo.cast import read_cast
from app.demo.pictures import papers, places
from app.demo.pictures.crest import crest
from app.demo.pictures.draw import lay, write
from app.demo.pictures.scenes import Scene
from app.destinations.folder import FolderDestination
from app.errors import Trouble
from app.places import Places
from app.services import Services
from app.settings import Settings
from app.steps import path, review
from app.vault import Vault
from app.work.sandbox import Sandbox
from app.work.vision import Vision
from consent.accounts import AccountId, Role
from consent.people import PersonId
from consent.permissions import Kind
from consent.platforms import Platform, PlatformId, PublishedAs, UniformRule
from consent.policy import Policy
from consent.publications import PhotoRecord
from consent.sightings import Because, Sighting, What
from consent.stages import Stage
from consent.store import Cost, EncryptedStore, create_store, open_store
from tests.factories import NOW, a_carer, a_permission, a_person, an_account
from vision.boxes import Box
from vision.copies import CopyWanted, Cover, Expected, Output, Refused, Verified

pytestmark = pytest.mark.slow

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSWORD = "three quiet words"
ANNA = PersonId("anna")
NAMED = "Rowan Thistlewood"
SCHOOL = "Alder Green School"
HIDDEN = {
    "a face": What.FACE,
    "a name": What.ROLL_NAME,
    "perhaps a name": What.LIKELY_NAME,
    "an address": What.CONTACT,
    "a plate": What.PLATE,
    "the school's name": What.UNIFORM_NAME,
    "a code": What.CODE,
    "the crest": What.CREST,
}
PLATFORMS = tuple(
    Platform(
        PlatformId(name), name, uniform=uniform, longest_side=side, published_as=kind, names_allowed=False
    )
    for name, uniform, side, kind in (
        ("website", UniformRule.COVER_CREST, 2048, PublishedAs.JPEG),
        ("poster", UniformRule.COVER_CREST, 0, PublishedAs.PNG),
        ("network", UniformRule.COVER_BODY, 1200, PublishedAs.JPEG),
        ("newsletter", UniformRule.ALLOWED, 1600, PublishedAs.JPEG),
    )
)
"""In the last the uniform may be seen; the others hide it."""


class Careless(Sandbox):
    """The real vision, but for what a mistake of ours would do: of one kind of copy, covers at one place are missing.

    What was made or looked at once is not again: the same wishes give the same bytes.
    """

    def __init__(self) -> None:
        super().__init__(seconds=600)  # a busy machine is no hang
        self.bare: tuple[Box, Output] | None = None
        self._made: dict[CopyWanted, bytes] = {}
        self._seen: dict[tuple[bytes, Expected], Verified | Refused] = {}

    def publish_each(
        self, untrusted: bytes, wanted: tuple[CopyWanted, ...], *, seed: int = 0
    ) -> tuple[bytes, ...]:
        meant = tuple(map(self._meant, wanted))
        new = tuple(one for one in meant if one not in self._made)
        self._made.update(zip(new, super().publish_each(untrusted, new, seed=seed), strict=True))
        return tuple(self._made[one] for one in meant)

    def look_again_each(self, copies: tuple[tuple[bytes, Expected], ...]) -> tuple[Verified | Refused, ...]:
        new = tuple(one for one in copies if one not in self._seen)
        self._seen.update(zip(new, super().look_again_each(new), strict=True))
        return tuple(self._seen[one] for one in copies)

    def _meant(self, wanted: CopyWanted) -> CopyWanted:
        if self.bare is None or wanted.output != self.bare[1]:
            return wanted
        laid = tuple(one for one in wanted.covers if not _lies_over(one, self.bare[0]))
        assert len(laid) < len(wanted.covers)
        return replace(wanted, covers=laid)


def _lies_over(cover: Cover, place: Box) -> bool:
    xs, ys = zip(*cover.outline, strict=True)
    box = Box(int(min(xs)), int(min(ys)), round(max(xs)), round(max(ys)))
    return 2 * box.intersection(place).area >= place.area


def a_photo_of_everything() -> bytes:
    """Two pupils in uniform before a wall with a name at a peg, a code, and writing of every kind, as PNG."""
    rng = np.random.default_rng(5)
    scene = Scene(places.wall((1600, 1200), rng), read_cast(), rng)
    scene.put("P03", 150, (420, 420))
    scene.put("P08", 156, (820, 420))
    lay(scene.photo, papers.peg(NAMED, 360, (60, 100, 150)), (1130, 120))
    papers.pinned(scene.photo, papers.qr_code("https://www.example.org/a", 220).convert("RGB"), (1200, 560))
    for at, words in (
        ((330, 50), "office@fernwell.example.org"),
        ((840, 50), "Name: Quill Farrow"),
        ((260, 150), "AB12 CDE"),
        ((760, 150), SCHOOL),
    ):
        write(scene.photo, at, words, size=40, colour=(24, 26, 34))
    written = io.BytesIO()
    scene.finish().photo.save(written, "PNG")
    return written.getvalue()


@pytest.fixture(scope="module")
def eyes() -> Iterator[Careless]:
    with Careless() as running:
        yield running


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, eyes: Careless) -> Path:
    """The closed store of a school in which one photo was looked through and one of its pupils named."""
    folder = tmp_path_factory.mktemp("school")
    places_ = Places.of(folder / "store")
    places_.prepare()
    admin = an_account("admin", Role.ADMIN)
    store, _ = create_store(places_.store, admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    _fill(store)
    (folder / "card").mkdir()
    (folder / "card" / "a.png").write_bytes(a_photo_of_everything())
    office = replace(_services(places_, store, eyes), account=store.accounts.account(AccountId("office")))
    for _ in path.bring_in(
        office, folder / "card", title="Open day", platforms=tuple(one.id for one in PLATFORMS)
    ):
        pass
    photo = _photo(office)
    first, _second = sorted(_of(photo, What.FACE), key=lambda face: face.box)
    review.change(office, photo.id, correct.confirm(photo.sightings, first.region, ANNA))
    store.close()
    return folder


def _fill(store: EncryptedStore) -> None:
    store.accounts.add_account(an_account("office", Role.OFFICE), PASSWORD)
    store.accounts.add_account(an_account("head", Role.APPROVER), PASSWORD)
    picture = io.BytesIO()
    crest(300).save(picture, "PNG")
    store.register.put_policy(
        Policy(school="Test School", school_names=(SCHOOL,), crests=(picture.getvalue(),))
    )
    for platform in PLATFORMS:
        store.register.put_platform(platform)
    store.register.put_person(a_person("anna", carers=(a_carer(),)))
    store.register.put_person(replace(a_person("rowan", carers=(a_carer(),)), legal_name=NAMED, known_as=""))
    for platform in PLATFORMS:
        store.register.record_permission(a_permission("anna", Kind.PHOTO, platform=platform.id))


def _services(places_: Places, store: EncryptedStore, vision: Vision) -> Services:
    return Services(
        store=store,
        vault=Vault(places_.vault, store.keys),
        vision=vision,
        preview=vision,
        account=store.accounts.account(AccountId("admin")),
        clock=lambda: NOW,
        places=places_,
        settings=Settings(),
    )


def _photo(services: Services) -> PhotoRecord:
    (batch,) = services.store.ledger.batches()
    (photo,) = services.store.ledger.photos(batch.id)
    return photo


def _of(photo: PhotoRecord, what: What) -> list[Sighting]:
    return [one for one in photo.sightings if one.what is what]


@dataclass
class School:
    """The same store in a folder of its own, open."""

    services: Services
    vision: Careless
    out: Path

    def as_(self, account: str) -> Services:
        return replace(self.services, account=self.services.store.accounts.account(AccountId(account)))

    @property
    def photo(self) -> PhotoRecord:
        return _photo(self.services)

    def hidden(self, what: What) -> Sighting:
        """The region of this kind that no rule shows."""
        return next(one for one in _of(self.photo, what) if ANNA not in one.people)

    def leave_bare(self, region: Sighting, platform: Platform) -> None:
        self.vision.bare = (Box(*region.box), output_for(platform))

    def publish(self) -> str:
        """Ask, approve and deliver; the trouble that the photo had."""
        path.ask_for_approval(self.as_("office"), self.photo.id)
        path.go_live(self.as_("head"), self.photo.id)
        (batch,) = self.services.store.ledger.batches()
        (told,) = path.deliver(
            self.as_("head"), batch, lambda platform: FolderDestination(self.out / platform)
        )
        return told.trouble

    def files(self) -> list[Path]:
        return [file for platform in PLATFORMS for file in (self.out / platform.id).iterdir()]


@pytest.fixture
def school(tmp_path: Path, decided: Path, eyes: Careless) -> Iterator[School]:
    shutil.copytree(decided, tmp_path, dirs_exist_ok=True)
    for platform in PLATFORMS:
        (tmp_path / "out" / platform.id).mkdir(parents=True)
    places_ = Places.of(tmp_path / "store")
    store, _ = open_store(places_.store, "admin", PASSWORD, now=NOW, cost=CHEAP)
    eyes.bare = None
    yield School(_services(places_, store, eyes), eyes, tmp_path / "out")
    store.close()


def test_where_everything_is_covered_each_platform_gets_its_copy(school: School) -> None:
    """In the newsletter's both crests are seen, in all of them Anna: what may be seen stops nothing."""
    assert len(_of(school.photo, What.CREST)) == 2
    assert school.publish() == ""
    assert len(school.files()) == len(PLATFORMS)


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: str(platform.id))
@pytest.mark.parametrize("thing", HIDDEN)
def test_promise_3_what_was_to_be_hidden_and_is_seen_in_one_copy_stops_every_copy(
    school: School, thing: str, platform: Platform
) -> None:
    what = HIDDEN[thing]
    region = school.hidden(what)
    if what in {What.CREST, What.UNIFORM_NAME} and platform.uniform is UniformRule.ALLOWED:
        # there a person of the office hid one by hand, and the other may still be seen
        review.change(
            school.as_("office"), school.photo.id, correct.cover(school.photo.sightings, region.region)
        )
    school.leave_bare(region, platform)
    before = {one.region for one in school.photo.sightings}
    assert school.publish() == Trouble.NOT_VERIFIED
    assert school.files() == []
    assert school.photo.stage is Stage.DECIDE
    ledger = school.services.store.ledger
    assert not ledger.approvals(school.photo.id)
    assert not ledger.publications()
    assert school.services.vault.get(school.photo.id)
    seen = [one for one in school.photo.sightings if one.region not in before]
    if what in {
        What.FACE,
        What.CODE,
        What.CREST,
    }:  # writing is not always read among dark covers: then its cover is missed
        assert any(one.what is what and Box(*one.box).iou(Box(*region.box)) > 0.3 for one in seen), seen


def test_a_code_that_staff_said_tells_of_no_one_stops_nothing(school: School) -> None:
    (code,) = _of(school.photo, What.CODE)
    sightings = correct.dismiss(school.photo.sightings, code.region, Because.NOT_PERSONAL)
    review.change(school.as_("office"), school.photo.id, sightings)
    assert school.publish() == ""
    assert len(school.files()) == len(PLATFORMS)
