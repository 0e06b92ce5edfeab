"""A folder into which finished copies are written, on this computer or on a share that the system opened."""

from __future__ import annotations

import hashlib
import os
import secrets
from datetime import timedelta
from io import FileIO
from pathlib import Path

from app import disk
from app.destinations.base import NO_WORDS, Found, Presence, Receipt, checked_name
from app.errors import AppError, Trouble
from consent.publications import Words
from vision.copies import FIXED_TIME

_READABLE = 0o644
"""Published copies may be read by whoever may enter the folder."""


class FolderDestination:
    """Copies go into one folder, which is made if it is missing. `label` is the folder where none is given."""

    is_remote = False
    settling = timedelta(0)

    def __init__(self, folder: Path, label: str = "") -> None:
        self._folder = folder
        self.label = label or os.fspath(folder.absolute())

    def send(self, name: str, content: bytes, words: Words = NO_WORDS) -> Receipt:
        """See `Destination.send`. The copy appears under its name only when it is whole and proven."""
        del words  # a folder takes the picture alone
        path = self._folder / checked_name(name)
        self._prepare()
        write_proven(path, content)
        return Receipt(hashlib.sha256(content).hexdigest(), os.fspath(path))

    def look(self, name: str, sha256: str) -> Found:
        """See `Destination.look`."""
        path = self._folder / checked_name(name)
        if not self._folder.is_dir():
            raise AppError(Trouble.FOLDER_MISSING)
        try:
            with path.open("rb", buffering=0) as file:
                disk.forget_cached(file.fileno())
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return Found(Presence.ABSENT)
        except OSError as error:
            raise AppError(Trouble.FILE_UNREADABLE, f"errno {error.errno}") from None
        if found != sha256:
            return Found(Presence.ANOTHER)
        return Found(Presence.THERE, Receipt(found, os.fspath(path)))

    def take_back(self, name: str, sha256: str) -> None:
        """See `Destination.take_back`. Here a copy is there whole or not at all."""

    def test(self) -> None:
        """See `Destination.test`."""
        self._prepare()
        probe = self._folder / f"{secrets.token_hex(16)}.jpg"
        try:
            write_proven(probe, b"a probe")
        finally:
            probe.unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing is open."""

    def _prepare(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise AppError(Trouble.FOLDER_MISSING, "a file bears the folder's name") from None
        except OSError as error:
            raise AppError(disk.trouble_of(error), f"errno {error.errno}") from None


def write_proven(path: Path, content: bytes) -> None:
    """Write a file that others may read, with a time that tells nothing. Raises as `disk.write_new`."""
    expected = hashlib.sha256(content).hexdigest()

    def holds(file: FileIO) -> bool:
        return hashlib.file_digest(file, "sha256").hexdigest() == expected

    pieces = (content[at : at + disk.PIECE] for at in range(0, len(content), disk.PIECE))
    disk.write_new(path, pieces, prove=holds, mode=_READABLE, modified=FIXED_TIME)
