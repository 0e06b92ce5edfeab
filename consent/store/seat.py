"""What one PC remembers of a shared register: where it lies, which it is, and the last it saw of its log."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from consent.errors import Code, ConsentError
from consent.store.address import Address, read_address

SEAT_NAME = "shared.json"
FORMAT = 1
_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Seat:
    """In clear in the store's folder: no name, no password, no key.

    `seen` and `seal` are the number and the seal of the newest entry of the log when this PC last looked: a
    server that was put back to an earlier day cannot show them.
    """

    address: str
    store: str
    seen: int = 0
    seal: str = ""
    format: int = FORMAT

    @property
    def server(self) -> Address:
        """ConsentError(INVALID) where the file was edited badly."""
        return read_address(self.address)


_ADAPTER = TypeAdapter(Seat)


def read_seat(folder: Path) -> Seat | None:
    """None where this folder's register is not shared; ConsentError STORE_DAMAGED or STORE_TOO_NEW."""
    try:
        with (folder / SEAT_NAME).open("rb") as file:
            seat = _ADAPTER.validate_json(file.read(_LIMIT))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValidationError):
        raise ConsentError(Code.STORE_DAMAGED, SEAT_NAME) from None
    if seat.format > FORMAT:
        raise ConsentError(Code.STORE_TOO_NEW, str(seat.format))
    return seat


def write_seat(folder: Path, seat: Seat) -> None:
    """Replace the file whole."""
    draft = folder / f"{SEAT_NAME}.{secrets.token_hex(4)}.new"
    with contextlib.ExitStack() as unfinished:
        unfinished.callback(draft.unlink, missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_ADAPTER.dump_json(seat, indent=1))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / SEAT_NAME)
        unfinished.pop_all()
