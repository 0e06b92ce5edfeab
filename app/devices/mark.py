"""The mark on an approved card or stick: signed, so that an id that was copied from it is not enough.

Anyone can give a stick the id of another. The mark is bound to the id, to the hardware's number and to a
secret that never leaves the register; copied to another stick it is void. Only a copy of the whole medium
under the same hardware number would pass.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
from pathlib import Path
from typing import Final

from app import disk
from app.devices.opened import opened
from app.errors import AppError, Trouble
from consent.devices import Device

MARK: Final = ".greenlight-device"
_FIRST: Final = "greenlight device 1"
_LONGEST: Final = 1024  # bytes that are read of what may be anything


def put_mark(place: Path, device: Device) -> None:
    """Write the mark of this device into the root of its volume, in place of any other.

    Raises AppError: CARD_LOCKED where it cannot be written, DISK_FULL, NOT_PROVEN.
    """
    path = place / MARK
    content = "\n".join((_FIRST, device.id, _signature(device), "")).encode("utf-8")
    try:
        path.unlink(missing_ok=True)
        disk.write_new(path, (content,), prove=lambda file: file.read(_LONGEST) == content)
    except OSError as error:
        raise AppError(Trouble.CARD_LOCKED, f"errno {error.errno}") from None
    except AppError as error:
        if error.code is Trouble.NOT_WRITABLE:
            raise AppError(Trouble.CARD_LOCKED, error.detail) from None
        raise


def remove_mark(place: Path) -> None:
    """Take the mark away, where that is possible."""
    with contextlib.suppress(OSError):
        (place / MARK).unlink(missing_ok=True)


def bears_mark(place: Path, device: Device) -> bool:
    """Whether the volume at `place` bears the mark that was made for this device."""
    if not device.seal:
        return False
    try:
        with opened(place, MARK) as descriptor:
            lines = os.read(descriptor, _LONGEST).decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    return (
        len(lines) >= 3
        and lines[:2] == [_FIRST, device.id]
        and hmac.compare_digest(lines[2].encode(), _signature(device).encode())
    )


def _signature(device: Device) -> str:
    """HMAC-SHA256 (hex) over everything that makes this volume this device."""
    told = f"{_FIRST}\0{device.id}\0{device.volume}\0{device.serial}"
    return hmac.new(device.seal, told.encode("utf-8"), hashlib.sha256).hexdigest()
