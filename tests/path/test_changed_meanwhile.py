"""What a colleague changes while a photo is being prepared or sent counts: no copy of the state before leaves."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from app import correct
from app.destinations.base import NO_WORDS, Receipt
from app.destinations.folder import FolderDestination
from app.errors import AppError
from app.steps import approve, erase, path, review
from consent.errors import Code, ConsentError
from consent.publications import PhotoId, Words
from consent.sightings import What
from consent.stages import Stage
from tests.fakes.vision import FakeVision
from tests.path.conftest import FACEBOOK, WEBSITE, School
from vision.copies import CopyWanted, Expected, Refused, Verified
from vision.findings import Analysis, Wanted

BACK_OF_A_HEAD = ((600.0, 100.0), (700.0, 100.0), (700.0, 220.0), (600.0, 220.0))


@dataclass
class Interrupted(FakeVision):
    """While it works, someone else does something, once."""

    while_publishing: list[Callable[[], object]] = field(default_factory=list)
    while_analysing: list[Callable[[], object]] = field(default_factory=list)
    while_looking: list[Callable[[], object]] = field(default_factory=list)

    def publish_each(
        self, untrusted: bytes, wanted: tuple[CopyWanted, ...], *, seed: int = 0
    ) -> tuple[bytes, ...]:
        copies = super().publish_each(untrusted, wanted, seed=seed)
        while self.while_publishing:
            self.while_publishing.pop()()
        return copies

    def analyse(self, untrusted: bytes, wanted: Wanted) -> Analysis:
        found = super().analyse(untrusted, wanted)
        while self.while_analysing:
            self.while_analysing.pop()()
        return found

    def look_again(self, published: bytes, expected: Expected) -> Verified | Refused:
        looked = super().look_again(published, expected)
        while self.while_looking:
            self.while_looking.pop()()
        return looked


@pytest.fixture
def vision(school: School) -> Interrupted:
    vision = Interrupted(school.vision.seen)
    school.office = replace(school.office, vision=vision)
    school.bring_in()
    return vision


def draw(school: School, photo: PhotoId) -> None:
    """Someone sees what no finder saw, and covers it."""
    sightings = school.office.store.ledger.photo(photo).sightings
    review.change(school.office, photo, correct.add(sightings, What.AREA, BACK_OF_A_HEAD))


def move(school: School, photo: PhotoId) -> None:
    """A cover that lay beside what it should hide is moved; no rule says anything else."""
    sightings = school.office.store.ledger.photo(photo).sightings
    review.change(
        school.office, photo, correct.reshape(sightings, sightings[0].region, (90.0, 90.0, 200.0, 220.0))
    )


def send_back(school: School, photo: PhotoId) -> None:
    approve.send_back(school.as_("head"), photo, "not this one")


def drawn(school: School, photo: PhotoId) -> bool:
    return any(one.what is What.AREA for one in school.office.store.ledger.photo(photo).sightings)


def test_what_is_drawn_while_a_copy_is_prepared_stays_and_the_copy_is_not_asked_for(
    school: School, vision: Interrupted
) -> None:
    photo = school.photo("a.jpg").id
    vision.while_publishing = [lambda: draw(school, photo)]
    with pytest.raises(ConsentError) as error:
        path.ask_for_approval(school.office, photo)
    assert error.value.code is Code.WRONG_STAGE
    assert drawn(school, photo)
    assert school.office.store.ledger.proposals(photo) == []


@pytest.mark.parametrize("act", [draw, move, send_back])
@pytest.mark.parametrize("moment", ["rendered", "looked at", "sent"])
def test_nothing_leaves_once_its_approval_was_taken_back(
    school: School, vision: Interrupted, act: Callable[[School, PhotoId], None], moment: str
) -> None:
    photo = school.photo("a.jpg").id
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    if moment == "rendered":
        vision.while_publishing = [lambda: act(school, photo)]
    elif moment == "looked at":
        vision.while_looking = [lambda: act(school, photo)]
    sent: list[str] = []

    def destination_of(platform: str) -> FolderDestination:
        if moment == "sent" and not sent:
            act(school, photo)
        sent.append(platform)
        return FolderDestination(school.out / platform)

    with pytest.raises(ConsentError):
        path.deliver_photo(school.as_("head"), photo, destination_of)
    assert school.office.store.ledger.photo(photo).stage is Stage.DECIDE
    out = [file for platform in (WEBSITE, FACEBOOK) for file in (school.out / platform).glob("*")]
    assert out == []
    assert school.office.store.ledger.publications() == []


@pytest.mark.parametrize("name", ["a.jpg", "b.jpg"])
@pytest.mark.parametrize("moment", ["rendered", "looked at", "first copy", "sending"])
def test_two_desks_that_deliver_one_photo_at_once_send_each_copy_once(
    school: School, vision: Interrupted, moment: str, name: str
) -> None:
    photo = school.photo(name).id
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    waiting: list[Callable[[], object]] = [lambda: deliver_beside(school, photo)]
    if moment == "rendered":
        vision.while_publishing = waiting
    elif moment == "looked at":
        vision.while_looking = waiting

    def destination_of(platform: str) -> FolderDestination:
        if moment == "first copy" and waiting:
            waiting.pop()()
        return Slow(school.out / platform, waiting if moment == "sending" else [])

    with contextlib.suppress(ConsentError, AppError):
        path.deliver_photo(school.as_("head"), photo, destination_of)
    for platform in (WEBSITE, FACEBOOK):
        posts = [one for one in school.office.store.ledger.publications() if one.platform == platform]
        files = [file.name for file in (school.out / platform).glob("*")]
        assert len(files) == 1
        assert files == [one.file_name for one in posts]


class Slow(FolderDestination):
    """While it is being sent to, someone else does something, once."""

    def __init__(self, folder: Path, acts: list[Callable[[], object]]) -> None:
        super().__init__(folder)
        self._acts = acts

    def send(self, name: str, content: bytes, words: Words = NO_WORDS) -> Receipt:
        while self._acts:
            self._acts.pop()()
        return super().send(name, content, words)


def deliver_beside(school: School, photo: PhotoId) -> None:
    """A colleague at another desk has pressed the same button."""
    with contextlib.suppress(ConsentError, AppError):
        path.deliver_photo(
            school.as_("head"), photo, lambda platform: FolderDestination(school.out / platform)
        )


def test_what_is_drawn_while_the_register_is_read_for_an_approval_stays(
    school: School, vision: Interrupted
) -> None:
    photo = school.photo("a.jpg").id
    drawing = [lambda: draw(school, photo)]

    def clock() -> datetime:
        while drawing:
            drawing.pop()()
        return school.today

    path.ask_for_approval(replace(school.office, clock=clock), photo)
    assert drawn(school, photo)
    assert vision.asked


@pytest.mark.parametrize(
    ("name", "act", "trouble"),
    [
        ("a.jpg", "erase", "WRONG_STAGE"),
        ("b.jpg", "erase", "VAULT_ERASED"),
        ("b.jpg", "lose", "VAULT_MISSING"),
    ],
)
def test_a_photo_that_is_gone_when_it_is_looked_at_does_not_stop_the_others(
    school: School, name: str, act: str, trouble: str
) -> None:
    vision = Interrupted(school.vision.seen)
    office = school.office = replace(school.office, vision=vision)
    steps = path.bring_in(office, school.device, title="", platforms=(WEBSITE,))
    for _ in range(3):
        next(steps)
    steps.close()  # type: ignore[attr-defined]
    photo = school.photo(name)
    kept = office.places.vault / f"{photo.id}.photo"
    # while the first of them is looked at
    vision.while_analysing = [kept.unlink if act == "lose" else lambda: erase.discard(office, photo.id)]
    told = {step.photo: step.trouble for step in path.look_through(office, photo.batch)}
    assert len(told) == 3
    assert told[photo.id] == trouble
    other = school.photo("b.jpg" if name == "a.jpg" else "a.jpg")
    assert (told[other.id], other.stage) == ("", Stage.DECIDE)
