"""Notices what is plugged in and pulled out, and new photos in watched folders, by looking now and then.

Looking is cheap: the table of mounts and the time of a folder. A system's own notices differ everywhere and say
nothing of network shares.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.devices.base import DeviceFile
from app.devices.folder import FolderDevice
from app.devices.phone import plugged_in, sockets
from app.devices.volumes import Volume, Volumes
from app.errors import AppError

QUIET = 2
"""Looks in which a watched folder must stay as it is, before its new photos are told: they are still being copied."""


@dataclass(frozen=True, slots=True)
class Change:
    """What came and went since the last look. `phones` are model and port, `folders` watched ones with new photos."""

    came: tuple[Volume, ...] = ()
    went: tuple[Volume, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    folders: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.phones or self.folders)


ASKS = 3
"""Looks at which phones are asked for after something was plugged in or out: that starts a process, and a phone needs a
moment before it answers."""

ASK_EVERY = 15
"""The same where the system does not show what is plugged in."""


class Watcher:
    """Looks when it is asked to; what is there at the first look has come with it."""

    def __init__(
        self,
        volumes: Volumes,
        *,
        sockets: Callable[[], frozenset[str] | None] = sockets,
        phones: Callable[[], Sequence[tuple[str, str]]] = plugged_in,
    ) -> None:
        """`sockets` tells cheaply whether anything was plugged in or out; `phones` asks which phones answer."""
        self._volumes = volumes
        self._sockets, self._ask_phones = sockets, phones
        self._occupied: frozenset[str] | None = None
        self._asks_left = self._looks = 0
        self._seen: frozenset[Volume] = frozenset()
        self._phones: frozenset[tuple[str, str]] = frozenset()
        self._folders: dict[Path, tuple[object, int]] = {}

    def look(self, watched: Iterable[Path] = ()) -> Change:
        """What changed since the last look. Takes milliseconds; call it beside the window."""
        now = frozenset(self._volumes.present())
        phones = self._phones_now()
        change = Change(
            came=_in_order(now - self._seen),
            went=_in_order(self._seen - now),
            phones=tuple(sorted(phones - self._phones)),
            folders=tuple(folder for folder in watched if self._has_settled(folder)),
        )
        self._seen, self._phones = now, phones
        return change

    def _phones_now(self) -> frozenset[tuple[str, str]]:
        """The phones that answer, or answered when they were asked last."""
        occupied = self._sockets()
        if occupied is None:
            due = self._looks % ASK_EVERY == 0
        else:
            if occupied != self._occupied:
                self._occupied, self._asks_left = occupied, ASKS
            due = self._asks_left > 0
            self._asks_left -= due
        self._looks += 1
        return frozenset(self._ask_phones()) if due else self._phones

    def _has_settled(self, folder: Path) -> bool:
        """Whether something in this folder changed and has been quiet since; told once."""
        state = _state_of(folder)
        before, quiet = self._folders.get(folder, (None, 0))
        quiet = quiet + 1 if state == before else 0
        self._folders[folder] = (state, quiet)
        return quiet == QUIET and state is not None


def _in_order(volumes: Iterable[Volume]) -> tuple[Volume, ...]:
    return tuple(sorted(volumes, key=lambda volume: str(volume.place)))


def _state_of(folder: Path) -> object:
    """What changes when photos arrive in a folder or one of those below it; None where it is not there.

    Only folders are asked for their times, and sizes of the files in them: a share of thousands of photos is
    looked through in a fraction of a second.
    """
    try:
        files: Sequence[DeviceFile] = FolderDevice(folder).list_files()
    except (AppError, OSError):
        return None
    return hash(tuple((file.path, file.size, file.modified_ns) for file in files)), os.fspath(folder)
