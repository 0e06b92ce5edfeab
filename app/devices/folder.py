"""A folder (of this computer, a card or a stick) from which photos are taken."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.devices.base import DeviceFile, LeftOut, Presence, Removal, Survey, in_order
from app.devices.belonging import MAY_BELONG, with_companions
from app.devices.elsewhere import Elsewhere
from app.devices.endings import why_left_out
from app.devices.opened import folder_of, holds, opened, opened_in, pieces_of, still_listed, untouched
from app.devices.sittings import lies_here, sitting_of
from app.disk import sync_folder
from app.errors import AppError, Trouble

# folders that systems and cameras keep for themselves
_JUNK: Final = frozenset(
    {
        "$recycle.bin",
        "system volume information",
        "lost+found",
        "__macosx",
        "thumbs.db",
        "desktop.ini",
        "ehthumbs.db",
        "@eadir",
    }
)

DEEPEST = 12
"""How many folders may lie one in another. Cameras use two or three; a person's own sorting rarely six."""

MOST_FILES = 200_000
"""Entries after which looking stops: no school's card holds as many, and memory stays bounded."""

LARGEST_FILE = 200_000_000
"""Bytes, as `vision.decode` has it: refusing a larger file here saves the copying."""

_ABSENT: Final = "absent"
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
"""Not where a link stands in the way (ELOOP): what it leads to was moved, not deleted."""

_GONE: Final = frozenset(
    {errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN}
)


class FolderDevice:
    """Photos in a folder and the folders below it. Links are never followed; `remove` is the only change."""

    def __init__(self, folder: Path, *, largest_file: int = LARGEST_FILE, deepest: int = DEEPEST) -> None:
        self._folder = folder
        self._largest = largest_file
        self._deepest = deepest
        self._touched: set[str] = set()
        self._has_removed = False
        self._root = self._root_now()
        self._elsewhere = Elsewhere(folder, most=MOST_FILES)

    def survey(self, within: str = "") -> Survey:
        """See `PhotoSource.survey`. Each folder is opened once and each entry asked for once."""
        if not self._folder.joinpath(within).is_dir():
            raise AppError(Trouble.FOLDER_MISSING)
        files: list[DeviceFile] = []
        loose: list[DeviceFile] = []
        left_out: Counter[LeftOut] = Counter()
        for number, (entry, path, depth) in enumerate(self._entries(left_out, within)):
            if number >= MOST_FILES:
                raise AppError(Trouble.FILE_TOO_LARGE, f"more than {MOST_FILES} entries")
            try:
                found = self._judge(entry, path, depth)
            except OSError:
                found = LeftOut.UNREADABLE
            match found:
                case DeviceFile():
                    (files if why_left_out(entry.name) is None else loose).append(found)
                case LeftOut():
                    left_out[found] += 1
                case None:
                    pass
        kept, alone = with_companions(in_order(files), loose)
        return Survey(kept, dict(left_out + alone))

    def list_files(self) -> Sequence[DeviceFile]:
        return self.survey().files

    def pieces(self, file: DeviceFile) -> Iterator[bytes]:
        """See `PhotoSource.pieces`."""
        if file.size > self._largest:
            raise AppError(Trouble.FILE_TOO_LARGE)
        with self._told_apart(), opened(self._folder, file.path) as descriptor:
            # looked at before and after: a file that is still being written, or was exchanged for
            # another since it was listed, must not be taken for the photo that the user saw
            still_listed(file, os.fstat(descriptor))
            yield from pieces_of(descriptor, file.size)
            still_listed(file, os.fstat(descriptor))

    def read(self, file: DeviceFile) -> bytes:
        """See `PhotoSource.read`."""
        return b"".join(self.pieces(file))

    @property
    def sitting(self) -> str:
        """A folder on this computer's own disk is always the same; a network folder's sitting ends with its mount."""
        return sitting_of(self._folder)

    @property
    def keeps_deleted(self) -> bool:
        return False

    def remove(self, file: DeviceFile, sha256: str) -> Removal:
        """See `Originals.remove`: the name is looked at, read and hashed anew, and removed inside its own folder."""
        if os.unlink not in os.supports_dir_fd:
            return self._remove_by_path(file, sha256)
        try:
            with self._told_apart(), folder_of(self._folder, file.path) as (folder, name):
                with opened_in(folder, name) as descriptor:
                    if not holds(descriptor, file, sha256):
                        return Removal.CHANGED
                    seen = os.fstat(descriptor)
                # closed first: a file system made by a program (FUSE) only renames what is still open, and the
                # photo would stay on a card that is pulled out then
                if not untouched(seen, os.stat(name, dir_fd=folder, follow_symlinks=False)):
                    return Removal.CHANGED
                os.unlink(name, dir_fd=folder)
                self._touched.add(file.path.rpartition("/")[0])
        except AppError as error:
            return self._removal_of(error)
        self._has_removed = True
        return Removal.ASKED

    def _remove_by_path(self, file: DeviceFile, sha256: str) -> Removal:
        """The same where a system knows no names inside an open folder, and no removing of an open file."""
        try:
            with self._told_apart():
                with opened(self._folder, file.path) as descriptor:
                    if not holds(descriptor, file, sha256):
                        return Removal.CHANGED
                self._folder.joinpath(*file.path.split("/")).unlink()
        except AppError as error:
            return self._removal_of(error)
        self._has_removed = True
        return Removal.ASKED

    def look(self, file: DeviceFile, sha256: str) -> Presence:
        """See `Originals.look`."""
        try:
            with self._told_apart(), opened(self._folder, file.path) as descriptor:
                return Presence.SAME if holds(descriptor, file, sha256) else Presence.OTHER
        except AppError as error:
            if error.detail == _ABSENT:
                self._require_something()
                return Presence.ABSENT
            if error.code is Trouble.DEVICE_GONE:
                raise
            return Presence.SAME  # it cannot be read: nothing is proven

    def lies_elsewhere(self, file: DeviceFile, sha256: str) -> bool:
        """See `Originals.lies_elsewhere`. The folder is looked through once."""
        return self._elsewhere.holds(file, sha256)

    def settle(self) -> None:
        """See `Originals.settle`."""
        touched, self._touched = self._touched, set()
        try:
            with self._told_apart():
                for folder in touched:
                    sync_folder(self._folder.joinpath(*folder.split("/")) if folder else self._folder)
        except AppError as error:
            if error.code is Trouble.DEVICE_GONE:
                raise
            raise AppError(Trouble.ORIGINAL_NOT_PROVEN, error.detail) from None

    def renew(self) -> bool:
        """What this computer's own disk shows after a sync is the truth; any other folder cannot be seen afresh."""
        return lies_here(self._folder)

    def close(self) -> None:
        """Nothing is held open."""

    @contextmanager
    def _told_apart(self) -> Iterator[None]:
        """Tell a device that is gone from a file that cannot be read, and from one that is not there."""
        try:
            self._require_same_root()
            yield
        except OSError as error:
            if error.errno in _GONE or not self._folder.is_dir():
                raise AppError(Trouble.DEVICE_GONE, f"errno {error.errno}") from None
            detail = _ABSENT if error.errno in _NOT_THERE else f"errno {error.errno}"
            raise AppError(Trouble.FILE_UNREADABLE, detail) from None

    def move_to(self, folder: Path) -> None:
        """The same device was mounted anew, perhaps elsewhere."""
        self._folder = folder
        self._root = self._root_now()
        self._elsewhere = Elsewhere(folder, most=MOST_FILES)

    def _require_same_root(self) -> None:
        """Raise AppError(DEVICE_GONE) where something else is there now.

        The bare folder under a card that was pulled out holds none of its files, and would look as if all of
        them had been deleted.
        """
        now = self._root_now()
        if self._root is None:
            self._root = now
        if now is None or now != self._root:
            raise AppError(Trouble.DEVICE_GONE, "another file system")

    def _removal_of(self, error: AppError) -> Removal:
        """What the failure of a removal means. Raises the error itself where the device is gone."""
        if error.code is Trouble.DEVICE_GONE:
            raise error
        if error.detail != _ABSENT:
            return Removal.LOCKED
        self._require_something()
        return Removal.ABSENT

    def _require_something(self) -> None:
        """Raise AppError(DEVICE_GONE) where nothing at all is there, and it was not this sitting that removed it.

        So looks the folder on which a share is mounted while it is not: no file that is missing there was deleted.
        What is mounted and empty is the truth.
        """
        with self._told_apart():
            if not (self._has_removed or self._folder.is_mount() or any(self._folder.iterdir())):
                raise AppError(Trouble.DEVICE_GONE, "a bare folder")

    def _root_now(self) -> tuple[int, int] | None:
        try:
            about = self._folder.stat()
        except OSError:
            return None
        return about.st_dev, about.st_ino

    def _entries(
        self, left_out: Counter[LeftOut], within: str
    ) -> Iterator[tuple[os.DirEntry[str], str, int]]:
        """Every entry with its path from the root and its depth; folders below the limit are not opened."""
        waiting = [(str(self._folder.joinpath(within)), within, 0)]
        while waiting:
            place, path, depth = waiting.pop()
            try:
                with os.scandir(place) as entries:
                    for entry in entries:
                        inner = f"{path}/{entry.name}" if path else entry.name
                        yield entry, inner, depth
                        if depth < self._deepest and _is_open_folder(entry):
                            waiting.append((entry.path, inner, depth + 1))
            except OSError as error:
                if path == within:
                    raise AppError(Trouble.DEVICE_GONE, f"errno {error.errno}") from None
                left_out[LeftOut.UNREADABLE] += 1

    def _judge(self, entry: os.DirEntry[str], path: str, depth: int) -> DeviceFile | LeftOut | None:
        """What an entry is; None for a folder that is looked into."""
        if _is_hidden(entry.name):
            return LeftOut.HIDDEN
        if entry.is_dir(follow_symlinks=False):
            return LeftOut.TOO_DEEP if depth >= self._deepest else None
        if not entry.is_file(follow_symlinks=False):
            return LeftOut.NOT_A_FILE
        reason = why_left_out(entry.name)
        if reason is not None and reason not in MAY_BELONG:
            return reason
        about = entry.stat(follow_symlinks=False)
        if about.st_size == 0 or about.st_size > self._largest:
            return reason or (LeftOut.TOO_LARGE if about.st_size else LeftOut.EMPTY)
        return DeviceFile(path, about.st_size, about.st_mtime_ns, (about.st_dev, about.st_ino))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _JUNK


def _is_open_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return not _is_hidden(entry.name) and entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
