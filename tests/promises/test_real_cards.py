"""Real file systems on real block devices: pulled out, locked, full of odd names, and mounted again."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.devices.volumes import volume_at
from app.devices.volumes_linux import LinuxVolumes
from app.errors import AppError, Trouble
from app.originals import settle_originals, unsettled
from app.services import Services
from app.steps import path
from app.steps.device import find_device, judge_device
from app.work.progress import Progress
from consent.accounts import AccountId
from consent.devices import DeviceKind, Standing
from consent.originals import Fate
from consent.stages import Stage
from tests.cards import RealCard, a_card
from tests.path.conftest import WEBSITE
from tests.path.power_cut import build


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    services = replace(build(tmp_path / "world").opened(), volumes=LinuxVolumes())
    yield services
    services.store.close()


@pytest.fixture(params=["ext4", "exfat", "vfat"])
def card(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RealCard]:
    with a_card(tmp_path / "slot", request.param) as found:
        yield found


@pytest.fixture
def ext4(tmp_path: Path) -> Iterator[RealCard]:
    with a_card(tmp_path / "slot", "ext4") as found:
        yield found


def approve(office: Services, place: Path) -> None:
    admin = replace(office, account=office.store.accounts.account(AccountId("admin")))
    judge_device(admin, find_device(admin, place), Standing.APPROVED)


def photograph(place: Path, *names: str, size: int = 300_000) -> None:
    folder = place / "DCIM" / "100CANON"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(os.urandom(size))


def bring_in(office: Services, place: Path) -> list[Progress]:
    return list(path.bring_in(office, place, title="", platforms=(WEBSITE,)))


def fates(office: Services, place: Path) -> set[Fate]:
    return {one.fate for one in office.store.originals.of_device(find_device(office, place).id)}


def photos_left(place: Path) -> list[str]:
    return sorted(one.name for one in place.rglob("*.jpg"))


def test_a_card_gives_its_photos_and_loses_them(office: Services, card: RealCard) -> None:
    photograph(card.place, "IMG_1.jpg", "IMG_2.jpg")
    device = find_device(office, card.place)
    assert device.standing is Standing.UNKNOWN
    approve(office, card.place)
    told = bring_in(office, card.place)
    assert [step.trouble for step in told if step.stage is Stage.INTAKE] == ["", ""]
    assert photos_left(card.place) == []
    # only the kernel's own file systems can be mounted anew by the program: of the others it is not proven yet
    proven = card.kind == "ext4"
    assert fates(office, card.place) == {Fate.GONE if proven else Fate.UNPROVEN}
    card.take_out()
    card.put_in()
    list(settle_originals(office, find_device(office, card.place)))
    assert fates(office, card.place) == {Fate.GONE}


def test_a_volume_is_recognised_by_what_its_file_system_says(
    office: Services, ext4: RealCard, tmp_path: Path
) -> None:
    volume = volume_at(office.volumes, ext4.place / "lost+found")
    assert volume is not None
    assert (volume.label, volume.bus, volume.kind, volume.writable) == ("CARD", "loop", "ext4", True)
    assert len(volume.id) == 36
    assert 20 * 2**20 < volume.size <= 24 * 2**20
    approve(office, ext4.place)
    ext4.take_out()
    ext4.place = tmp_path / "another place"
    ext4.place.mkdir()
    ext4.put_in()
    device = find_device(office, ext4.place)
    assert (device.kind, device.standing, device.location) == (
        DeviceKind.VOLUME,
        Standing.APPROVED,
        str(ext4.place),
    )


def test_promise_21_a_card_torn_out_while_copying_goes_on_where_it_was(
    office: Services, ext4: RealCard
) -> None:
    photograph(ext4.place, *(f"IMG_{number}.jpg" for number in range(6)))
    approve(office, ext4.place)
    steps = path.bring_in(office, ext4.place, title="", platforms=(WEBSITE,))
    next(steps)
    kept = ext4.tear()
    with pytest.raises(AppError) as gone:
        list(steps)
    assert gone.value.code is Trouble.DEVICE_GONE
    (wish,) = office.store.originals.open_intakes()
    inside = len(office.store.ledger.photos(wish.batch))
    assert 1 <= inside < 6
    assert list(office.vault.kept()) != []
    ext4.put_back(kept)
    assert len(photos_left(ext4.place)) == 6  # nothing on it was changed
    told = list(path.resume(office, wish.batch))
    assert {step.trouble for step in told if step.stage is Stage.INTAKE} == {""}
    assert len(office.store.ledger.photos(wish.batch)) == 6
    assert photos_left(ext4.place) == []
    assert fates(office, ext4.place) == {Fate.GONE}


def test_promise_22_deletions_that_never_reached_the_card_are_found_when_it_comes_back(
    office: Services, ext4: RealCard
) -> None:
    photograph(ext4.place, "IMG_1.jpg", "IMG_2.jpg")
    approve(office, ext4.place)
    steps = path.bring_in(office, ext4.place, title="", platforms=(WEBSITE,))
    next(steps)
    next(steps)
    with (ext4.place / "held open").open("wb"):  # another program uses the card: it cannot be mounted anew
        kept = ext4.tear()
        ext4_gone = ext4.image.read_bytes() == b""
        with pytest.raises(AppError) as gone:
            list(steps)
    assert ext4_gone
    assert gone.value.code is Trouble.DEVICE_GONE
    assert Fate.GONE not in fates_of_all(office)
    ext4.put_back(kept)
    assert len(photos_left(ext4.place)) == 2
    list(settle_originals(office, find_device(office, ext4.place)))
    assert photos_left(ext4.place) == []
    assert fates_of_all(office) == {Fate.GONE}


def fates_of_all(office: Services) -> set[Fate]:
    return {one.fate for one in office.store.originals.with_fate(frozenset(Fate))}


def test_promise_29_a_locked_card_and_a_locked_file_are_told_and_not_tried_for_ever(
    office: Services, ext4: RealCard
) -> None:
    photograph(ext4.place, "IMG_1.jpg", "IMG_2.jpg")
    approve(office, ext4.place)
    locked = ext4.place / "DCIM" / "100CANON" / "IMG_1.jpg"
    subprocess.run(["chattr", "+i", str(locked)], check=True)
    told = bring_in(office, ext4.place)
    assert Trouble.ORIGINAL_LOCKED in {step.trouble for step in told}
    assert photos_left(ext4.place) == ["IMG_1.jpg"]
    (shown,) = unsettled(office)
    assert shown.fate is Fate.LOCKED
    before = office.store.audit.entries()[-1].number
    (again,) = settle_originals(office, find_device(office, ext4.place))
    assert again.trouble == Trouble.ORIGINAL_LOCKED
    assert office.store.audit.entries()[-1].number == before  # it was not even asked
    subprocess.run(["chattr", "-i", str(locked)], check=True)
    ext4.take_out()
    ext4.put_in("ro")
    (again,) = settle_originals(office, find_device(office, ext4.place))
    assert again.trouble == Trouble.ORIGINAL_LOCKED
    assert photos_left(ext4.place) == ["IMG_1.jpg"]
    ext4.take_out()
    ext4.put_in()
    list(settle_originals(office, find_device(office, ext4.place)))
    assert photos_left(ext4.place) == []


def test_promise_29_a_locked_card_cannot_be_approved_and_says_why(office: Services, ext4: RealCard) -> None:
    ext4.take_out()
    ext4.put_in("ro")
    with pytest.raises(AppError) as refused:
        approve(office, ext4.place)
    assert refused.value.code is Trouble.CARD_LOCKED


NASTY = (
    "new\nline.jpg", "tab\tin.jpg", "gpj.\u202eexe.jpg", "x" * 240 + ".jpg", "CON.jpg", "nul.jpg", "com1.jpg",
    "-rf.jpg", "$(reboot).jpg", "`id`.jpg", "a;b.jpg", "a&b.jpg", "a|b.jpg", "a'b.jpg", 'a"b.jpg', "a<b>.jpg",
    "%00.jpg", "%2e%2e%2f.jpg", "..jpg.jpg", "...jpg", "a b.jpg", " .jpg", "é.jpg", "e\u0301.jpg", "日本.jpg",
    "🙂.jpg", "\u200b.jpg", "\ufeff.jpg", "\u2028.jpg", "A.JPG", "a.jpeg", "a.jpg.png", "a.jpg\u0000".rstrip("\0"),
    "\\\\server\\share.jpg", "C:\\x.jpg", "a:b.jpg", "a*b.jpg", "a?b.jpg", "=cmd.jpg", "@x.jpg", "~x.jpg",
    "ALLCAPS.PNG", "dot..jpg", "\x7f.jpg", "\x1b[31m.jpg", "ﬀ.jpg", "İ.jpg", "ß.jpg", "\u0130i.jpg",
)  # fmt: skip


def test_promise_43_a_card_full_of_nasty_names_and_kinds_is_brought_in_or_refused_by_name(
    office: Services, ext4: RealCard
) -> None:
    folder = ext4.place / "DCIM"
    folder.mkdir()
    names = dict.fromkeys(NASTY)
    for number, name in enumerate(names):
        (folder / name).write_bytes(b"photo %d" % number)
    (folder / os.fsdecode(b"\xff\xfe.jpg")).write_bytes(b"not even text")
    os.mkfifo(folder / "pipe.jpg")
    os.mknod(folder / "device.jpg", 0o600 | 0o060000, os.makedev(1, 3))
    (folder / "link.jpg").symlink_to("/etc/passwd")
    (folder / "up").symlink_to("..")
    for odd in ("a.eps", "b.svg", "c.exe", "d", ".hidden.jpg"):
        (folder / odd).write_bytes(b"x")
    (folder / "empty.jpg").write_bytes(b"")
    approve(office, ext4.place)
    told = bring_in(office, ext4.place)
    taken = [step for step in told if step.stage is Stage.INTAKE]
    offered = {name for name in names if not name.startswith(".")}
    assert len(taken) == len(offered) + 1
    assert {step.trouble for step in taken} == {""}
    assert all(step.name.isprintable() for step in taken)
    left = {one.name for one in folder.iterdir()}
    assert {
        "pipe.jpg",
        "device.jpg",
        "link.jpg",
        "up",
        "a.eps",
        "b.svg",
        "c.exe",
        "d",
        ".hidden.jpg",
        "empty.jpg",
    } <= left
    assert not offered & left
    assert Path("/etc/passwd").exists()


@pytest.mark.parametrize("kind", ["exfat", "vfat"])
def test_promise_43_names_that_a_cards_own_file_system_allows_are_brought_in(
    office: Services, tmp_path: Path, kind: str
) -> None:
    with a_card(tmp_path / "slot", kind) as card:
        folder = card.place / "DCIM"
        folder.mkdir()
        offered: dict[bytes, bytes] = {}
        for number, name in enumerate(dict.fromkeys(NASTY)):
            content = b"photo %d" % number
            try:
                (folder / name).write_bytes(content)
            except OSError:
                continue  # this file system knows no such name
        for file in folder.iterdir():  # two names may be one here: upper and lower case
            if not file.name.startswith("."):
                offered[os.fsencode(file.name)] = file.read_bytes()
        assert len(offered) > 20
        approve(office, card.place)
        told = [step for step in bring_in(office, card.place) if step.stage is Stage.INTAKE]
        assert len(told) == len(offered)
        assert {step.trouble for step in told} == {""}
        assert all(step.name.isprintable() for step in told)
        ledger = office.store.ledger
        stored = [office.vault.get(one.id) for batch in ledger.batches() for one in ledger.photos(batch.id)]
        assert sorted(stored) == sorted(offered.values())
        assert [one.name for one in folder.iterdir() if os.fsencode(one.name) in offered] == []


def test_promise_20_a_disk_that_is_too_small_is_told_before_anything_is_copied(
    tmp_path: Path, ext4: RealCard
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(small)], check=False, capture_output=True
    ).returncode:
        pytest.skip("this machine does not let a test mount a disk")
    try:
        office = replace(build(small / "world").opened(), volumes=LinuxVolumes())
        photograph(ext4.place, *(f"IMG_{number}.jpg" for number in range(10)), size=1_000_000)
        approve(office, ext4.place)
        with pytest.raises(AppError) as full:
            bring_in(office, ext4.place)
        assert full.value.code is Trouble.DISK_FULL
        assert list(office.vault.kept()) == []
        assert len(photos_left(ext4.place)) == 10
        (wish,) = office.store.originals.open_intakes()
        subprocess.run(["mount", "-o", "remount,size=200m", str(small)], check=True)
        list(path.resume(office, wish.batch))
        assert photos_left(ext4.place) == []
        office.store.close()
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)
