"""What other systems tell of their volumes is read from what they print, so that it can be tried here."""

from __future__ import annotations

import plistlib
import struct
from pathlib import Path

import pytest

from app.devices.sittings import read_mountinfo
from app.devices.volumes import Volume
from app.devices.volumes_macos import names_in, read_plist, volume_of
from app.devices.volumes_windows import read_descriptor

CARD = {
    "MountPoint": "/Volumes/CANON_DC",
    "VolumeName": "CANON_DC",
    "VolumeUUID": "1A2B3C4D-0000-1111-2222-333344445555",
    "DeviceNode": "/dev/disk4s1",
    "FilesystemType": "msdos",
    "BusProtocol": "Secure Digital",
    "TotalSize": 31_902_400_512,
    "RemovableMediaOrExternalDevice": True,
    "WritableVolume": False,
}


def test_macos_tells_of_a_card_in_a_property_list() -> None:
    assert volume_of(read_plist(plistlib.dumps(CARD))) == Volume(
        id="1A2B3C4D-0000-1111-2222-333344445555",
        place=Path("/Volumes/CANON_DC"),
        label="CANON_DC",
        size=31_902_400_512,
        kind="msdos",
        bus="secure digital",
        source="/dev/disk4s1",
        writable=False,
    )


@pytest.mark.parametrize(
    "changed",
    [{"MountPoint": ""}, {"MountPoint": "/"}, {"RemovableMediaOrExternalDevice": False, "Internal": True}],
)
def test_macos_volumes_that_are_not_mounted_or_built_in_are_left_out(changed: dict[str, object]) -> None:
    assert volume_of({**CARD, **changed}) is None


@pytest.mark.parametrize("printed", [None, b"", b"<plist", b"not a list", plistlib.dumps(["a list"])])
def test_what_is_no_property_list_is_nothing(printed: bytes | None) -> None:
    assert read_plist(printed) == {}
    assert names_in(read_plist(printed)) == []


def test_windows_tells_bus_and_serial_in_a_descriptor() -> None:
    serial = b"  SN-123\0"
    head = struct.pack("<IIBBBBIIIIII", 40, 60, 0, 0, 1, 0, 0, 0, 0, 36, 7, 0)
    assert len(head) == 36
    assert read_descriptor(head + serial) == ("usb", "SN-123")


@pytest.mark.parametrize("told", [b"", b"\0" * 31, struct.pack("<8I", 0, 0, 0, 0, 0, 0, 10**9, 17)])
def test_a_descriptor_that_is_cut_short_or_lies_tells_nothing(told: bytes) -> None:
    assert read_descriptor(told) == ("", "")


def test_the_table_of_mounts_is_read_with_its_odd_names() -> None:
    table = (
        "26 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
        "42 26 8:17 / /media/A\\040B rw,nosuid - vfat /dev/sdb1 ro,fmask=0022\n"
        "half a line\n"
    )
    root, card = read_mountinfo(table)
    assert (root.place, root.writable) == (Path("/"), True)
    assert (card.number, card.device, card.place, card.kind, card.source) == (
        42,
        "8:17",
        Path("/media/A B"),
        "vfat",
        "/dev/sdb1",
    )
    assert not card.writable
    assert card.options == ("nosuid", "ro", "fmask=0022")
