"""Stores lie in private folders of this computer, and nowhere that copies, shares or carries them away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import unsuitable
from app.errors import AppError, Trouble
from app.places import Places, is_private, make_private
from app.unsuitable import Mount, Unsuitable, is_removable, mount_of, read_mounts, why_unsuitable

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")


@posix
def test_a_prepared_store_is_open_to_no_one_else(tmp_path: Path) -> None:
    places = Places.of(tmp_path / "a" / "store")
    places.prepare()
    for folder in (places.store, places.vault, places.logs):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert places.database.is_relative_to(places.store)


@posix
def test_an_open_folder_is_shut(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    folder.chmod(0o755)
    assert not is_private(folder)
    make_private(folder)
    assert is_private(folder)


@posix
def test_a_link_is_no_private_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(AppError) as caught:
        make_private(tmp_path / "link")
    assert caught.value.code is Trouble.NOT_WRITABLE


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AppError) as caught:
        make_private(tmp_path / "file")
    assert caught.value.code is Trouble.NOT_WRITABLE


def test_the_default_store_lies_in_the_programs_own_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Places.default().store.is_relative_to(Places.default().data)


def test_an_ordinary_folder_is_suitable(tmp_path: Path) -> None:
    assert why_unsuitable(tmp_path / "not" / "there" / "yet") is None


@pytest.mark.parametrize(
    "name",
    ["Dropbox", "Dropbox (Personal)", "OneDrive", "OneDrive - Alder School", "Google Drive", "iCloud Drive"],
)
def test_a_store_in_a_folder_of_a_sync_program_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(AppError) as caught:
        Places.of(tmp_path / name / "photos" / "store").prepare()
    assert (caught.value.code, caught.value.detail) == (Trouble.FOLDER_NOT_PRIVATE, Unsuitable.SYNCED)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", ".tmp.drivedownload", ".owncloudsync.log"])
def test_the_marks_of_a_sync_program_above_the_store_are_seen(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).mkdir()
    assert why_unsuitable(tmp_path / "innocent" / "store") is Unsuitable.SYNCED


def test_a_link_into_a_synced_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox")
    assert why_unsuitable(tmp_path / "mine" / "store") is Unsuitable.SYNCED


def test_onedrive_is_found_where_windows_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "elsewhere"))
    assert why_unsuitable(tmp_path / "elsewhere" / "store") is Unsuitable.SYNCED
    assert why_unsuitable(tmp_path / "here") is None


TABLE = r"""
/dev/vda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/vdb1 /home/anna/local ext4 rw 0 0
//server/share /mnt/two\040words cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/srv/store", "ext4"),
        ("/home/anna/store", "nfs4"),
        ("/home/anna/local/store", "ext4"),
        ("/mnt/two words/store", "cifs"),
        ("/homeless", "ext4"),
    ],
)
def test_the_file_system_of_a_folder_is_the_nearest_above(place: str, kind: str) -> None:
    mount = mount_of(Path(place), read_mounts(TABLE))
    assert mount is not None
    assert mount.kind == kind


@pytest.mark.skipif(not Path("/proc/mounts").exists(), reason="Linux names its file systems there")
def test_a_store_on_a_network_folder_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(
        unsuitable, "_mounts", lambda: [Mount(Path("/"), "ext4"), Mount(tmp_path.resolve(), "nfs4")]
    )
    assert why_unsuitable(tmp_path / "store") is Unsuitable.NETWORK


def system_with(tmp_path: Path, disk: str, removable: str, kind: str) -> Path:
    """A tree like the kernel's `/sys` with one disk and one partition, device 8:17."""
    partition = tmp_path / "devices" / disk / "part1"
    partition.mkdir(parents=True)
    (partition.parent / "removable").write_text(f"{removable}\n")
    if kind:
        (partition.parent / "device").mkdir()
        (partition.parent / "device" / "type").write_text(f"{kind}\n")
    (tmp_path / "dev" / "block").mkdir(parents=True)
    (tmp_path / "dev" / "block" / "8:17").symlink_to(partition)
    return tmp_path


@pytest.mark.parametrize(
    ("disk", "flag", "kind", "expected"),
    [
        ("pci0/ata1/block/sdb", "0", "", False),
        ("pci0/ata1/block/sdb", "1", "", True),
        ("pci0/usb2/2-1/block/sdb", "0", "0", True),
        ("platform/mmc_host/mmc0/block/mmcblk0", "0", "SD", True),
        ("platform/mmc_host/mmc0/block/mmcblk0", "0", "MMC", False),
    ],
)
@pytest.mark.skipif(not hasattr(os, "makedev"), reason="device numbers of POSIX systems")
def test_sticks_and_cards_are_removable_also_when_they_call_themselves_fixed(
    tmp_path: Path, disk: str, flag: str, *, kind: str, expected: bool
) -> None:
    assert is_removable(os.makedev(8, 17), system_with(tmp_path, disk, flag, kind)) is expected


def test_an_unknown_device_is_not_called_removable(tmp_path: Path) -> None:
    assert not is_removable(os.makedev(0, 5), tmp_path)
