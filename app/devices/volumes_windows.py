"""Windows: volumes from the system's own calls; written by their documentation, run only there."""

from __future__ import annotations

import ctypes
import struct
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from app.devices.volumes import Volume

# winbase.h and winioctl.h
DRIVE_REMOVABLE: Final = 2
DRIVE_FIXED: Final = 3
GENERIC_READ: Final = 0x8000_0000
GENERIC_WRITE: Final = 0x4000_0000
SHARE_READ_WRITE: Final = 0x3
OPEN_EXISTING: Final = 3
FILE_READ_ONLY_VOLUME: Final = 0x0008_0000
IOCTL_STORAGE_QUERY_PROPERTY: Final = 0x002D_1400
FSCTL_LOCK_VOLUME: Final = 0x0009_0018
FSCTL_DISMOUNT_VOLUME: Final = 0x0009_0020
FSCTL_UNLOCK_VOLUME: Final = 0x0009_001C
BUSES: Final = {4: "ieee1394", 7: "usb", 12: "sd", 13: "mmc", 14: "virtual", 15: "loop"}
"""STORAGE_BUS_TYPE: those by which media come and go; 15 is a mounted image."""

_TEXT: Final = 261
_INVALID: Final = ctypes.c_void_p(-1).value


class WindowsVolumes:
    """`Volumes` of Windows."""

    def present(self) -> Sequence[Volume]:
        found = (_volume(f"{letter}:") for letter in _letters())
        return [volume for volume in found if volume is not None]

    def renew(self, volume: Volume) -> Volume | None:
        """Lock and dismount: the next access mounts the volume anew from what the medium holds."""
        with _handle(f"\\\\.\\{volume.source}", GENERIC_READ | GENERIC_WRITE) as handle:
            if handle is None or _control(handle, FSCTL_LOCK_VOLUME) is None:
                return None
            done = _control(handle, FSCTL_DISMOUNT_VOLUME) is not None
            _control(handle, FSCTL_UNLOCK_VOLUME)
        return _volume(volume.source) if done else None


if sys.platform == "win32":

    def _kernel() -> Any:
        return ctypes.WinDLL("kernel32", use_last_error=True)

else:

    def _kernel() -> Any:
        raise OSError


def _letters() -> Iterator[str]:
    mask = _kernel().GetLogicalDrives()
    return (chr(ord("A") + bit) for bit in range(26) if mask >> bit & 1)


def _volume(drive: str) -> Volume | None:
    kernel, root = _kernel(), f"{drive}\\"
    bus, serial = _hardware(drive)
    removable = kernel.GetDriveTypeW(root) == DRIVE_REMOVABLE
    if not removable and (kernel.GetDriveTypeW(root) != DRIVE_FIXED or not bus):
        return None
    label, kind = ctypes.create_unicode_buffer(_TEXT), ctypes.create_unicode_buffer(_TEXT)
    number, longest, flags = ctypes.c_uint32(), ctypes.c_uint32(), ctypes.c_uint32()
    if not kernel.GetVolumeInformationW(
        root,
        label,
        _TEXT,
        ctypes.byref(number),
        ctypes.byref(longest),
        ctypes.byref(flags),
        kind,
        _TEXT,
    ):
        return None  # a reader without a card
    size = ctypes.c_uint64()
    kernel.GetDiskFreeSpaceExW(root, None, ctypes.byref(size), None)
    return Volume(
        id=f"{number.value >> 16:04X}-{number.value & 0xFFFF:04X}",
        place=Path(root),
        label=label.value,
        size=size.value,
        kind=kind.value.casefold(),
        bus=bus,
        serial=serial,
        source=drive,
        writable=not flags.value & FILE_READ_ONLY_VOLUME,
    )


def _hardware(drive: str) -> tuple[str, str]:
    """Bus and serial number from the STORAGE_DEVICE_DESCRIPTOR; the bus is "" for a disk that stays in."""
    with _handle(f"\\\\.\\{drive}", 0) as handle:
        query = struct.pack("<III", 0, 0, 0)  # StorageDeviceProperty, PropertyStandardQuery
        told = None if handle is None else _control(handle, IOCTL_STORAGE_QUERY_PROPERTY, query)
    return ("", "") if told is None else read_descriptor(told)


def read_descriptor(told: bytes) -> tuple[str, str]:
    """Bus and serial number in a STORAGE_DEVICE_DESCRIPTOR (winioctl.h); ("", "") where it is cut short."""
    if len(told) < 32:
        return "", ""
    at, bus = struct.unpack_from("<II", told, 24)  # SerialNumberOffset, BusType
    serial = told[at:].partition(b"\0")[0].decode("ascii", "replace").strip() if 0 < at < len(told) else ""
    return BUSES.get(bus, ""), serial


@contextmanager
def _handle(name: str, access: int) -> Iterator[int | None]:
    kernel = _kernel()
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(name, access, SHARE_READ_WRITE, None, OPEN_EXISTING, 0, None)
    if handle == _INVALID:
        yield None
        return
    try:
        yield handle
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


def _control(handle: int, code: int, given: bytes = b"") -> bytes | None:
    """One DeviceIoControl; what it gives back, or None where it is refused."""
    answer, length = ctypes.create_string_buffer(4096), ctypes.c_uint32()
    question = ctypes.create_string_buffer(given, len(given)) if given else None
    done = _kernel().DeviceIoControl(
        ctypes.c_void_p(handle),
        code,
        question,
        len(given),
        answer,
        len(answer),
        ctypes.byref(length),
        None,
    )
    return answer.raw[: length.value] if done else None
