"""Originals go from a device that is not the trust's, at once and only then; what cannot be proven is not called so."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import app.devices.card
from app.devices import folder, opened
from app.devices.base import DeviceFile
from app.devices.mark import MARK
from app.errors import AppError, Trouble
from app.originals import LOOKED_AT, seen_to, settle_originals, unsettled
from app.school.agree import agree
from app.school.policy import change as change_policy
from app.steps import path
from app.steps.device import count_photos, find_device, judge_device, require_approved
from app.steps.erase import discard, sweep_up
from app.work.progress import Progress
from consent.accounts import Act, Role
from consent.devices import Device, DeviceKind, Standing
from consent.errors import Code, ConsentError
from consent.originals import Fate
from consent.publications import PhotoId
from consent.stages import Stage
from tests.factories import an_account
from tests.fakes.volumes import FakeVolumes
from tests.path.conftest import FACEBOOK, PASSWORD, WEBSITE, School


class Borrowed:
    """A parent's card, approved for the school, and what is done with it."""

    def __init__(self, school: School, place: Path, volumes: FakeVolumes) -> None:
        self.school = school
        self.place = place
        self.volumes = volumes
        self.sitting = 1

    def approve(self) -> Device:
        admin = self.school.as_("admin")
        return judge_device(admin, find_device(admin, self.place), Standing.APPROVED)

    def bring_in(self) -> list[Progress]:
        return list(
            path.bring_in(self.school.office, self.place, title="Fête", platforms=(WEBSITE, FACEBOOK))
        )

    def settle(self) -> list[Progress]:
        return list(settle_originals(self.school.office, find_device(self.school.office, self.place)))

    def fates(self) -> dict[str, Fate]:
        device = find_device(self.school.office, self.place)
        return {one.path: one.fate for one in self.school.office.store.originals.of_device(device.id)}

    def put(self, name: str, content: bytes) -> Path:
        path_of = self.place / name
        path_of.parent.mkdir(parents=True, exist_ok=True)
        path_of.write_bytes(content)
        return path_of

    def plug_in_again(self) -> None:
        self.sitting += 1

    def left(self) -> set[str]:
        return {
            one.relative_to(self.place).as_posix()
            for one in self.place.rglob("*")
            if one.is_file() and one.name != MARK
        }


@contextmanager
def unreadable(path_of: Path) -> Iterator[None]:
    """The device gives every file but this one."""
    real = opened.still_listed

    def failing(file: DeviceFile, now: os.stat_result) -> None:
        if file.path == path_of.name:
            raise PermissionError(errno.EACCES, "refused")
        real(file, now)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "still_listed", failing)
        yield


@pytest.fixture
def card(school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Borrowed:
    volumes = FakeVolumes()
    place = tmp_path / "media" / "CARD"
    volumes.plug_in(place)
    school.office = replace(school.office, volumes=volumes)
    borrowed = Borrowed(school, place, volumes)
    # the folder of a test has no slot that a card could be put into again
    monkeypatch.setattr(app.devices.card.Card, "sitting", property(lambda _: f"sitting {borrowed.sitting}"))
    return borrowed


def test_originals_of_an_approved_card_go_at_once_and_are_proven_by_mounting_it_anew(card: Borrowed) -> None:
    for number in range(3):
        card.put(f"DCIM/{number}.jpg", b"photo %d" % number)
    card.approve()
    told = card.bring_in()
    assert card.left() == set()
    assert set(card.fates().values()) == {Fate.GONE}
    assert not any(step.trouble for step in told if step.stage is Stage.ERASE)
    photos = [
        p
        for b in card.school.office.store.ledger.batches()
        for p in card.school.office.store.ledger.photos(b.id)
    ]
    assert sorted(card.school.office.vault.get(photo.id) for photo in photos) == [
        b"photo 0",
        b"photo 1",
        b"photo 2",
    ]


def test_promise_27_the_trusts_own_device_keeps_its_originals_unless_two_people_switched_it(
    card: Borrowed,
) -> None:
    card.put("a.jpg", b"one")
    admin = card.school.as_("admin")
    judge_device(admin, find_device(admin, card.place), Standing.OWN)
    card.bring_in()
    assert card.left() == {"a.jpg"}
    assert card.fates() == {"a.jpg": Fate.STAYS}
    rules = admin.store.register.policy()
    switched_on = replace(rules, delete_own_originals=("admin", "admin2"))
    with pytest.raises(ConsentError) as refused:
        change_policy(admin, switched_on)
    assert refused.value.code is Code.TWO_PEOPLE_NEEDED
    card.put("b.jpg", b"two")
    card.bring_in()
    assert card.left() == {"a.jpg", "b.jpg"}
    admin.store.accounts.add_account(an_account("admin2", Role.ADMIN), PASSWORD)
    change_policy(admin, switched_on, agreed=agree(admin, "admin2", PASSWORD, act=Act.ADMINISTER))
    card.put("c.jpg", b"three")
    card.bring_in()
    assert card.left() == {"a.jpg", "b.jpg"}  # what was brought in before stays: nobody was asked then
    change_policy(admin, rules)
    card.put("d.jpg", b"four")
    card.bring_in()
    assert card.left() == {"a.jpg", "b.jpg", "d.jpg"}


def test_a_card_that_became_the_trusts_own_meanwhile_keeps_what_was_due(card: Borrowed) -> None:
    card.put("a.jpg", b"one")
    card.approve()
    steps = path.bring_in(card.school.office, card.place, title="", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    admin = card.school.as_("admin")
    judge_device(admin, find_device(admin, card.place), Standing.OWN)
    card.settle()
    assert card.left() == {"a.jpg"}
    assert card.fates() == {"a.jpg": Fate.STAYS}


@pytest.mark.parametrize("change", ["alter", "swap", "touch", "same size and time"])
def test_promise_25_a_picture_that_changed_since_intake_is_not_deleted_and_is_shown(
    card: Borrowed, change: str
) -> None:
    original = card.put("a.jpg", b"as taken in")
    card.approve()
    steps = path.bring_in(card.school.office, card.place, title="", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    about = original.stat()
    match change:
        case "alter":
            original.write_bytes(b"as edited later")
        case "swap":
            card.put("b.jpg", b"another one")
            (card.place / "b.jpg").replace(original)
        case "touch":
            os.utime(original, ns=(about.st_mtime_ns + 77_000_000_000, about.st_mtime_ns + 77_000_000_000))
        case _:
            original.write_bytes(b"AS TAKEN IN")
            os.utime(original, ns=(about.st_atime_ns, about.st_mtime_ns))
    now = original.read_bytes()
    (step,) = card.settle()
    assert step.trouble == Trouble.ORIGINAL_CHANGED
    assert original.read_bytes() == now
    (shown,) = unsettled(card.school.office)
    assert shown.fate is Fate.CHANGED
    assert card.settle() == []  # and is left alone from then on
    seen_to(card.school.office, shown)
    assert not unsettled(card.school.office)
    assert original.exists()


def test_summer_time_on_a_card_is_no_change(card: Borrowed) -> None:
    original = card.put("a.jpg", b"one")
    card.approve()
    steps = path.bring_in(card.school.office, card.place, title="", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    hour_later = original.stat().st_mtime_ns + 3600 * 10**9
    os.utime(original, ns=(hour_later, hour_later))
    card.settle()
    assert card.fates() == {"a.jpg": Fate.GONE}


def test_promise_26_failed_duplicate_and_already_there_are_never_deleted_and_never_marked_done(
    card: Borrowed,
) -> None:
    school = card.school
    school.bring_in()  # the class photo is in already, from the school's own folder
    there = (school.device / "a.jpg").read_bytes()
    card.put("already there.jpg", there)
    card.put("first.jpg", b"twice")
    card.put("second.jpg", b"twice")
    locked = card.put("failed.jpg", b"cannot be read")
    card.approve()
    with unreadable(locked):
        told = {step.name: step.trouble for step in card.bring_in() if step.stage is Stage.INTAKE}
    assert told == {
        "already there.jpg": "DUPLICATE",
        "failed.jpg": "FILE_UNREADABLE",
        "first.jpg": "",
        "second.jpg": "DUPLICATE",
    }
    assert card.left() == {"already there.jpg", "failed.jpg", "second.jpg"}
    assert card.fates() == {"first.jpg": Fate.GONE}


def test_promise_22_a_card_pulled_out_while_deleting_is_looked_at_again_when_it_comes_back(
    card: Borrowed,
) -> None:
    for number in range(3):
        card.put(f"{number}.jpg", b"photo %d" % number)
    card.approve()
    card.volumes.renewable = False
    told = card.bring_in()
    assert [step.trouble for step in told if step.stage is Stage.ERASE][-3:] == [
        Trouble.ORIGINAL_NOT_PROVEN
    ] * 3
    assert set(card.fates().values()) == {Fate.UNPROVEN}
    assert {step.trouble for step in card.settle()} == {
        "",
        Trouble.ORIGINAL_NOT_PROVEN,
    }  # the same sitting proves nothing
    # the card had not written down the deletion of one of them when it was pulled out
    card.put("1.jpg", b"photo 1")
    about = next(one for one in unsettled(card.school.office) if one.path == "1.jpg")
    os.utime(card.place / "1.jpg", ns=(about.modified_ns, about.modified_ns))
    card.plug_in_again()
    card.settle()
    assert card.fates() == {"0.jpg": Fate.GONE, "1.jpg": Fate.UNPROVEN, "2.jpg": Fate.GONE}
    assert card.left() == set()  # asked for once more
    card.plug_in_again()
    card.settle()
    assert set(card.fates().values()) == {Fate.GONE}
    assert not unsettled(card.school.office)


def test_a_card_whose_files_come_back_after_mounting_is_said_to_hold_them(
    card: Borrowed, tmp_path: Path
) -> None:
    card.put("a.jpg", b"one")
    card.approve()
    shutil.copy2(card.place / "a.jpg", tmp_path / "kept")

    def comes_back() -> None:
        shutil.copy2(tmp_path / "kept", card.place / "a.jpg")

    card.volumes.on_renew = comes_back
    told = card.bring_in()
    assert [s.trouble for s in told if s.stage is Stage.ERASE][-1] == Trouble.ORIGINAL_PRESENT
    assert card.fates() == {"a.jpg": Fate.PRESENT}
    (again,) = card.settle()
    assert again.trouble == Trouble.ORIGINAL_PRESENT  # not tried for ever


def test_promise_21_a_card_pulled_out_while_copying_goes_on_where_it_was_without_asking(
    card: Borrowed,
) -> None:
    for number in range(4):
        card.put(f"{number}.jpg", b"photo %d" % number)
    card.approve()
    steps = path.bring_in(card.school.office, card.place, title="", platforms=(WEBSITE,))
    next(steps)
    away = card.place.with_name("away")
    card.place.rename(away)
    plugged = card.volumes.plugged
    card.volumes.pull_out()
    with pytest.raises(AppError) as gone:
        list(steps)
    assert gone.value.code is Trouble.DEVICE_GONE
    assert {one.name for one in away.iterdir()} == {MARK, "0.jpg", "1.jpg", "2.jpg", "3.jpg"}
    (wish,) = card.school.office.store.originals.open_intakes()
    away.rename(card.place)
    card.volumes.plugged = plugged
    told = [step for step in path.resume(card.school.office, wish.batch) if step.stage is Stage.INTAKE]
    assert [(step.name, step.trouble) for step in told] == [(f"{n}.jpg", "") for n in range(4)]
    assert len(card.school.office.store.ledger.photos(wish.batch)) == 4
    assert card.left() == set()
    assert not card.school.office.store.originals.open_intakes()


def test_from_an_unknown_card_nothing_but_the_count_is_read(card: Borrowed) -> None:
    card.put("a.jpg", b"one")
    card.put("b.jpg", b"two")
    device = find_device(card.school.office, card.place)
    assert device.standing is Standing.UNKNOWN
    assert device.kind is DeviceKind.VOLUME
    assert count_photos(card.school.office, device) == 2
    with pytest.raises(AppError) as refused:
        card.bring_in()
    assert refused.value.code is Trouble.DEVICE_NOT_APPROVED
    assert not card.school.office.store.ledger.batches()


def test_a_copied_id_is_not_enough(card: Borrowed, tmp_path: Path) -> None:
    card.put("a.jpg", b"one")
    device = card.approve()
    copy = tmp_path / "media" / "COPY"
    card.volumes.pull_out()
    card.volumes.plug_in(copy)  # the same id
    shutil.copy(card.place / "a.jpg", copy)
    card.place = copy
    with pytest.raises(AppError) as refused:
        card.bring_in()
    assert refused.value.code is Trouble.MARK_MISSING
    assert card.left() == {"a.jpg"}
    # a mark copied to a stick with another number is void too
    card.volumes.pull_out()
    card.volumes.plug_in(copy, serial="S2")
    shutil.copy(card.place.with_name("CARD") / MARK, copy / MARK)
    other = find_device(card.school.office, copy)
    assert other.id != device.id
    assert other.standing is Standing.UNKNOWN


def test_a_new_approval_voids_the_old_mark_and_a_refusal_takes_it_away(card: Borrowed) -> None:
    card.approve()
    old = (card.place / MARK).read_bytes()
    card.approve()
    require_approved(card.school.office, find_device(card.school.office, card.place))
    (card.place / MARK).write_bytes(old)
    assert find_device(card.school.office, card.place).standing is Standing.UNKNOWN
    admin = card.school.as_("admin")
    judge_device(admin, card.approve(), Standing.REFUSED)
    assert not (card.place / MARK).exists()
    assert find_device(card.school.office, card.place).standing is Standing.REFUSED


def test_what_belongs_to_a_photo_is_kept_with_it_never_published_and_shares_its_fate(card: Borrowed) -> None:
    for name, content in {
        "DCIM/IMG_1.HEIC": b"still",
        "DCIM/IMG_1.MOV": b"live movie",
        "DCIM/IMG_1.AAE": b"edits",
        "DCIM/IMG_O1.AAE": b"first edits",
        "DCIM/IMG_2.JPG": b"jpeg",
        "DCIM/IMG_2.CR3": b"raw",
        "DCIM/IMG_2.JPG.xmp": b"notes",
        "DCIM/MVI_3.MP4": b"a film of its own",
    }.items():
        card.put(name, content)
    card.approve()
    card.bring_in()
    store, vault = card.school.office.store, card.school.office.vault
    assert card.left() == {"DCIM/MVI_3.MP4"}
    photos = {p.file_name: p for b in store.ledger.batches() for p in store.ledger.photos(b.id)}
    assert set(photos) == {"DCIM/IMG_1.HEIC", "DCIM/IMG_2.JPG"}
    first = store.originals.companions(photos["DCIM/IMG_1.HEIC"].id)
    assert {vault.get(one.id) for one in first} == {b"live movie", b"edits", b"first edits"}
    assert sweep_up(card.school.office) == 0  # they are no strays
    discard(card.school.office, photos["DCIM/IMG_1.HEIC"].id)
    assert not store.originals.companions(photos["DCIM/IMG_1.HEIC"].id)
    for one in first:
        with pytest.raises(AppError) as erased:
            vault.get(one.id)
        assert erased.value.code is Trouble.VAULT_ERASED
    assert {b"raw", b"notes"} == {
        vault.get(one.id) for one in store.originals.companions(photos["DCIM/IMG_2.JPG"].id)
    }


def test_a_photo_whose_raw_picture_cannot_be_read_is_in_and_all_of_it_stays_on_the_card(
    card: Borrowed,
) -> None:
    card.put("a.jpg", b"still")
    raw = card.put("a.cr3", b"raw")
    card.approve()
    with unreadable(raw):
        told = [step for step in card.bring_in() if step.stage is Stage.INTAKE]
    assert [step.trouble for step in told] == [Trouble.ORIGINAL_HELD]
    assert card.left() == {"a.jpg", "a.cr3"}


def test_an_erased_photo_leaves_no_name_among_the_originals_and_is_known_as_brought_in(
    card: Borrowed,
) -> None:
    card.put("Anna in class 3.jpg", b"one")
    card.approve()
    card.bring_in()
    (batch,) = card.school.office.store.ledger.batches()
    (photo,) = card.school.office.store.ledger.photos(batch.id)
    discard(card.school.office, photo.id)
    assert not any("Anna" in name for name in card.fates())
    assert len(card.fates()) == 1


def lose(school: School, photo: PhotoId, how: str) -> None:
    """The copy is not in the vault any more: a backup holds no keys, and disks fail."""
    match how:
        case "its key":
            school.office.store.keys.destroy_key(photo)
        case "its file":
            (school.office.places.vault / f"{photo}.photo").unlink()
        case _:
            (school.office.places.vault / f"{photo}.photo").write_bytes(b"other bytes")


@pytest.mark.parametrize("lost", ["its key", "its file", "its content"])
@pytest.mark.parametrize("fate", sorted(LOOKED_AT))
@pytest.mark.parametrize("discarded", [False, True])
@pytest.mark.parametrize("part", ["a.jpg", "a.cr3"])
def test_no_original_goes_whose_copy_was_lost_since_it_was_brought_in(
    card: Borrowed, lost: str, fate: Fate, *, discarded: bool, part: str
) -> None:
    card.put("a.jpg", b"still")
    card.put("a.cr3", b"raw")
    card.approve()
    steps = path.bring_in(card.school.office, card.place, title="", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    originals = card.school.office.store.originals
    device = find_device(card.school.office, card.place)
    (still,) = {one.photo for one in originals.of_device(device.id)}
    for one in originals.of_device(device.id):
        originals.put(replace(one, fate=fate))
    (raw,) = originals.companions(still)
    lose(card.school, still if part == "a.jpg" else raw.id, lost)
    if discarded:
        discard(card.school.office, still)
    card.plug_in_again()
    card.settle()
    assert part in card.left()
    assert card.fates()[part] is Fate.HELD
    # whoever saw to it can bring it in again, from what stayed
    if not discarded:
        discard(card.school.office, still)
    card.bring_in()
    assert "a.jpg" not in card.left()


def test_a_photo_whose_copy_was_lost_is_not_called_in_already(card: Borrowed) -> None:
    card.put("a.jpg", b"one")
    card.approve()
    steps = path.bring_in(card.school.office, card.place, title="", platforms=(WEBSITE,))
    photo = next(steps).photo
    steps.close()  # type: ignore[attr-defined]
    assert photo is not None
    lose(card.school, photo, "its key")
    card.put("b.jpg", b"one")
    told = {step.name: step.trouble for step in card.bring_in() if step.stage is Stage.INTAKE}
    assert told == {"a.jpg": Trouble.VAULT_MISSING, "b.jpg": Trouble.VAULT_MISSING}
    assert card.left() == {"a.jpg", "b.jpg"}


@pytest.mark.parametrize("fate", sorted(LOOKED_AT - {Fate.BY_HAND}))
def test_the_bare_folder_where_a_share_is_not_mounted_proves_no_deletion(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fate: Fate
) -> None:
    share, away = tmp_path / "share", tmp_path / "away"
    share.mkdir()
    (share / "a.jpg").write_bytes(b"one")
    admin = school.as_("admin")
    judge_device(admin, find_device(admin, share), Standing.APPROVED)
    steps = path.bring_in(school.office, share, title="", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    device = find_device(school.office, share)
    originals = school.office.store.originals
    (original,) = originals.of_device(device.id)
    originals.put(replace(original, fate=fate))
    # the share is gone, and the folder on which it was mounted shows itself
    share.rename(away)
    share.mkdir()
    monkeypatch.setattr(folder.FolderDevice, "sitting", property(lambda _: "another sitting"))
    with pytest.raises(AppError) as gone:
        list(settle_originals(school.office, device))
    assert gone.value.code is Trouble.DEVICE_GONE
    assert [one.fate for one in originals.of_device(device.id)] == [fate]
    share.rmdir()
    away.rename(share)
    list(settle_originals(school.office, device))
    assert not (share / "a.jpg").exists()


def due(card: Borrowed) -> None:
    """One photo is in, and its original still on the card."""
    card.put("DCIM/a.jpg", b"one")
    card.approve()
    steps = path.bring_in(card.school.office, card.place, title="", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("sittings", [0, 1])
@pytest.mark.parametrize(
    "where",
    ["DCIM/renamed.jpg", "sorted/a.jpg", ".Trashes/501/a.jpg", "$RECYCLE.BIN/$R1.jpg", ".Trash-1000/files/a"],
)
def test_a_photo_that_someone_moved_on_its_card_is_not_called_deleted(
    card: Borrowed, where: str, sittings: int
) -> None:
    due(card)
    moved = card.place / where
    moved.parent.mkdir(parents=True, exist_ok=True)
    (card.place / "DCIM" / "a.jpg").rename(moved)
    for _ in range(2):
        for _ in range(sittings):
            card.plug_in_again()
        told = card.settle()
        assert [step.trouble for step in told] == [Trouble.ORIGINAL_PRESENT]
    assert moved.read_bytes() == b"one"
    moved.unlink()
    card.plug_in_again()
    card.settle()
    assert card.fates() == {"DCIM/a.jpg": Fate.GONE}


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX systems")
@pytest.mark.parametrize("linked", ["DCIM/a.jpg", "DCIM"])
def test_a_link_in_the_place_of_a_photo_or_its_folder_proves_no_deletion(
    card: Borrowed, tmp_path: Path, linked: str
) -> None:
    due(card)
    (card.place / linked).rename(tmp_path / "moved")
    (card.place / linked).symlink_to(tmp_path / "moved")
    card.plug_in_again()
    told = card.settle()
    assert [step.trouble for step in told] == [Trouble.ORIGINAL_LOCKED]
    assert next(tmp_path.glob("moved/a.jpg"), tmp_path / "moved").read_bytes() == b"one"
