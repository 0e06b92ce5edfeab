"""Plug in, and the desk knows what to offer; a folder on the network is told when its photos have all arrived."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.devices.watch import ASK_EVERY, ASKS, QUIET, Change, Watcher
from app.offers import offers, watched_folders
from app.services import Services
from app.steps import path
from app.steps.device import cameras_on, devices_of, find_device, judge_device, know_camera, unknown_cameras
from app.steps.erase import discard
from consent.devices import Standing
from tests.fakes.volumes import FakeVolumes
from tests.path.conftest import CLASS_PHOTO, EMPTY_ROOM, WEBSITE, School


def with_volumes(school: School, volumes: FakeVolumes) -> Services:
    school.office = replace(school.office, volumes=volumes)
    return school.office


def test_a_card_is_told_when_it_comes_and_when_it_goes(tmp_path: Path) -> None:
    volumes = FakeVolumes()
    watcher = Watcher(volumes)
    assert not watcher.look()
    volume = volumes.plug_in(tmp_path / "borrowed")
    assert watcher.look() == Change(came=(volume,))
    assert not watcher.look()
    volumes.pull_out()
    assert watcher.look() == Change(went=(volume,))


def test_a_watched_folder_is_told_once_and_only_when_its_photos_have_all_arrived(tmp_path: Path) -> None:
    share = tmp_path / "share"
    watcher = Watcher(FakeVolumes())
    assert not any(watcher.look([share]) for _ in range(5))  # not there
    share.mkdir()
    told = []
    for number in range(6):
        if number < 3:
            (share / f"{number}.jpg").write_bytes(b"x")
        told.append(bool(watcher.look([share])))
    assert told == [False] * (2 + QUIET) + [True, False]


def test_what_is_offered_is_what_was_not_brought_in_yet(school: School, tmp_path: Path) -> None:
    volumes = FakeVolumes()
    office = with_volumes(school, volumes)
    watcher = Watcher(volumes)
    card = tmp_path / "borrowed"
    volumes.plug_in(card)
    (card / "a.jpg").write_bytes(b"one")
    (stranger,) = offers(office, devices_of(office, watcher.look()))
    assert (stranger.approved, stranger.photos) == (False, 1)
    admin = school.as_("admin")
    device = judge_device(admin, find_device(admin, card), Standing.OWN)
    list(path.bring_in(office, card, title="", platforms=(WEBSITE,)))
    assert offers(office, [device]) == []
    (card / "b.jpg").write_bytes(b"two")
    (known,) = offers(office, [device])
    assert (known.approved, known.photos, known.place) == (True, 1, card)
    # also after the photo was erased here: the school's card keeps it, and nobody wants it offered for ever
    (batch,) = office.store.ledger.batches()
    (photo,) = office.store.ledger.photos(batch.id)
    discard(office, photo.id)
    (known,) = offers(office, [device])
    assert known.photos == 1


def test_an_intake_that_stopped_is_part_of_the_offer(school: School, tmp_path: Path) -> None:
    volumes = FakeVolumes()
    office = with_volumes(school, volumes)
    card = tmp_path / "borrowed"
    volumes.plug_in(card)
    for name in ("a.jpg", "b.jpg"):
        (card / name).write_bytes(name.encode())
    admin = school.as_("admin")
    judge_device(admin, find_device(admin, card), Standing.APPROVED)
    steps = path.bring_in(office, card, title="", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    (offer,) = offers(office, devices_of(office, Watcher(volumes).look()))
    assert (offer.photos, len(offer.unfinished), offer.unsettled) == (1, 1, 1)


def test_folders_are_watched_by_an_admins_word(school: School) -> None:
    admin = school.as_("admin")
    device = find_device(admin, school.device)
    assert not watched_folders(admin)
    judge_device(admin, device, Standing.OWN, watched=True)
    assert watched_folders(school.office) == [school.device]


def test_a_photo_of_an_unknown_camera_on_a_known_card_is_told(school: School) -> None:
    for content, camera in ((CLASS_PHOTO, "Canon EOS R5 (0123)"), (EMPTY_ROOM, "Apple iPhone 15")):
        school.vision.seen[content] = replace(school.vision.seen[content], camera=camera)
    batch, _ = school.bring_in()
    admin = school.as_("admin")
    device = find_device(admin, school.device)
    assert unknown_cameras(admin, batch) == {}  # nobody said yet which cameras belong to it
    assert cameras_on(admin, device) == {"Canon EOS R5 (0123)": 1, "Apple iPhone 15": 1}
    know_camera(admin, device, "Canon EOS R5 (0123)")
    assert unknown_cameras(admin, batch) == {"Apple iPhone 15": 1}


def test_phones_are_asked_for_when_something_was_plugged_in_and_not_at_every_look() -> None:
    plugged: list[frozenset[str] | None] = [frozenset({"usb1 1"})]
    asked: list[int] = []

    def phones() -> list[tuple[str, str]]:
        asked.append(1)
        return [("Phone", "usb:1")] if len(asked) > ASKS else []

    watcher = Watcher(FakeVolumes(), sockets=lambda: plugged[0], phones=phones)
    assert [watcher.look().phones for _ in range(10)] == [()] * 10
    assert len(asked) == ASKS
    plugged[0] = frozenset({"usb1 1", "1-2 7"})
    assert watcher.look().phones == (("Phone", "usb:1"),)
    assert [watcher.look().phones for _ in range(10)] == [()] * 10
    assert len(asked) == 2 * ASKS


def test_where_the_system_does_not_show_what_is_plugged_in_phones_are_asked_for_now_and_then() -> None:
    asked: list[int] = []

    def phones() -> list[tuple[str, str]]:
        asked.append(1)
        return []

    watcher = Watcher(FakeVolumes(), sockets=lambda: None, phones=phones)
    for _ in range(2 * ASK_EVERY):
        watcher.look()
    assert len(asked) == 2
