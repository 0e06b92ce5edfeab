"""A phone or camera on a cable (PTP, MTP), through libgphoto2; Linux and macOS only.

Elsewhere, and where the system shows a phone as a folder, it is brought in as a folder. What a phone says it
deleted may lie under "Recently Deleted" for a month, where no cable reaches: it is never called proven. The library
runs in a process of its own, behind walls (`app.devices.phone_process`): a phone may say anything.
"""

from __future__ import annotations

import hashlib
import hmac
import importlib.util
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.devices.base import DeviceFile, LeftOut, Presence, Removal, Survey, in_order
from app.devices.belonging import MAY_BELONG, with_companions
from app.devices.cable import ABSENT, Cable, Entry
from app.devices.endings import why_left_out
from app.devices.folder import LARGEST_FILE, MOST_FILES
from app.disk import PIECE
from app.errors import AppError, Trouble


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone or camera that answers on a cable. `port` is where; it changes with every plugging in."""

    model: str
    port: str
    serial: str


def plugged_in() -> Sequence[tuple[str, str]]:
    """Model and port of everything that answers, without opening it; nothing where the library is missing.

    Takes the start of a process, a third of a second.
    """
    if not is_installed():
        return ()
    with closing(Cable()) as cable:
        return _plugged_into(cable)


_SOCKETS = Path("/sys/bus/usb/devices")


def sockets() -> frozenset[str] | None:
    """What the kernel shows as plugged in, each plugging in under another number; None where no system tells it."""
    try:
        places = sorted(_SOCKETS.iterdir())
    except OSError:
        return None
    return frozenset(f"{place.name} {_number(place)}" for place in places)


def _number(place: Path) -> str:
    try:
        return (place / "devnum").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def is_installed() -> bool:
    """Whether this system has the library."""
    return importlib.util.find_spec("gphoto2") is not None


def walls() -> Mapping[str, bool]:
    """What keeps the process that speaks to phones away from files, network and programs; empty where it cannot start."""
    if not is_installed():
        return {}
    with closing(Cable()) as cable:
        _plugged_into(cable)
        return cable.walls


def _plugged_into(cable: Cable) -> Sequence[tuple[str, str]]:
    try:
        return cable.plugged_in()
    except AppError:
        return ()


def phones() -> Sequence[Phone]:
    """Everything that answers and lets itself be opened, with the serial number that it gives."""
    if not is_installed():
        return ()
    found = []
    with closing(Cable()) as cable:
        for model, port in _plugged_into(cable):
            try:
                found.append(Phone(model, port, cable.open(port)))
            except AppError:
                continue  # another program holds it, it is locked, or it brought the process down
    return found


def find_phone(serial: str) -> PhoneDevice:
    """The phone with this serial number. Raises AppError(DEVICE_GONE)."""
    for phone in phones():
        if phone.serial == serial:
            return PhoneDevice(phone.port)
    raise AppError(Trouble.DEVICE_GONE)


class PhoneDevice:
    """`Originals` over a cable. Used by one thread at a time; opened with the first question."""

    def __init__(self, port: str, cable: Cable | None = None) -> None:
        self._port = port
        self._cable = cable or Cable()
        self._is_open = False
        # each plugging in, and each opening, shows the phone afresh
        self._sitting = secrets.token_hex(8)

    @property
    def sitting(self) -> str:
        return self._sitting

    @property
    def keeps_deleted(self) -> bool:
        return True

    def close(self) -> None:
        """Let go of the phone. May be called twice."""
        self._is_open = False
        self._cable.close()

    def survey(self, within: str = "") -> Survey:
        """See `PhotoSource.survey`."""
        listing = self._opened().entries(within)
        if len(listing.files) > MOST_FILES:
            raise AppError(Trouble.FILE_TOO_LARGE, f"more than {MOST_FILES} entries")
        photos: list[DeviceFile] = []
        loose: list[DeviceFile] = []
        left_out: Counter[LeftOut] = Counter(
            {LeftOut.TOO_DEEP: listing.too_deep, LeftOut.NOT_A_FILE: listing.nameless}
        )
        for entry in listing.files:
            reason = why_left_out(entry.name)
            if entry.name.startswith(".") or (reason is not None and reason not in MAY_BELONG):
                left_out[reason or LeftOut.HIDDEN] += 1
            elif not 0 < entry.size <= LARGEST_FILE:
                left_out[LeftOut.TOO_LARGE if entry.size else LeftOut.EMPTY] += 1
            else:
                (photos if reason is None else loose).append(_file(entry))
        kept, alone = with_companions(in_order(photos), loose)
        return Survey(kept, dict(left_out + alone))

    def list_files(self) -> Sequence[DeviceFile]:
        return self.survey().files

    def pieces(self, file: DeviceFile) -> Iterator[bytes]:
        """See `PhotoSource.pieces`. The library hands a file over whole, so that it is held once."""
        content = self.read(file)
        for start in range(0, len(content), PIECE):
            yield content[start : start + PIECE]

    def read(self, file: DeviceFile) -> bytes:
        if file.size > LARGEST_FILE:
            raise AppError(Trouble.FILE_TOO_LARGE)
        content = self._opened().read(*_place(file.path), file.size)
        if len(content) != file.size:
            raise AppError(Trouble.FILE_UNREADABLE, _CHANGED)
        return content

    def remove(self, file: DeviceFile, sha256: str) -> Removal:
        """See `Originals.remove`: what cannot be read is not deleted either."""
        try:
            seen = self._seen(file, sha256)
            if seen is Presence.SAME:
                self._opened().delete(*_place(file.path))
        except AppError as error:
            if error.code is Trouble.DEVICE_GONE:
                raise
            return Removal.LOCKED
        return _REMOVAL[seen]

    def look(self, file: DeviceFile, sha256: str) -> Presence:
        """See `Originals.look`."""
        try:
            return self._seen(file, sha256)
        except AppError as error:
            if error.code is Trouble.DEVICE_GONE:
                raise
            return Presence.SAME  # it cannot be read: nothing is proven

    def _seen(self, file: DeviceFile, sha256: str) -> Presence:
        """What was read under the file's name. Raises AppError, FILE_UNREADABLE where it is there and cannot be read."""
        try:
            content = self.read(file)
        except AppError as error:
            if error.code is Trouble.FILE_UNREADABLE and error.detail in _SEEN:
                return _SEEN[error.detail]
            raise
        found = hashlib.sha256(content).hexdigest()
        return Presence.SAME if hmac.compare_digest(found, sha256) else Presence.OTHER

    def lies_elsewhere(self, file: DeviceFile, sha256: str) -> bool:
        """Where a phone keeps what was deleted no cable reaches: see `keeps_deleted`."""
        del file, sha256
        return False

    def settle(self) -> None:
        """A phone writes down by itself."""

    def renew(self) -> bool:
        """Open it anew: some then show again what they said was deleted."""
        self.close()
        self._opened()
        self._sitting = secrets.token_hex(8)
        return True

    def _opened(self) -> Cable:
        """The cable with the phone open at its other end."""
        if not self._is_open or not self._cable.is_up:
            self._cable.open(self._port)
            self._is_open = True
        return self._cable


_CHANGED = "changed since it was listed"
_SEEN = {ABSENT: Presence.ABSENT, _CHANGED: Presence.OTHER}
"""What stands under a file's name where it could not be read, and why not."""

_REMOVAL = {
    Presence.ABSENT: Removal.ABSENT,
    Presence.OTHER: Removal.CHANGED,
    Presence.SAME: Removal.ASKED,
}


def _file(entry: Entry) -> DeviceFile:
    path = f"{entry.folder}/{entry.name}".lstrip("/")
    return DeviceFile(path, entry.size, entry.modified * 10**9)


def _place(path: str) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    return "/" + folder, name
