"""Keeps a second running program out of a store that is in use."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from consent.errors import Code, ConsentError

LOCK_NAME = "lock"
_CLOSE_ON_EXEC = getattr(os, "O_CLOEXEC", 0)  # a child process must not keep the store locked; not on Windows


class FolderLock:
    """Holds a store's folder until `release`; the operating system lets go when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Take the lock; ConsentError STORE_IN_USE, or STORE_DAMAGED where the folder cannot be written."""
        self._file: int | None = None
        try:
            self._file = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | _CLOSE_ON_EXEC, 0o600)
        except OSError as unusable:
            raise ConsentError(Code.STORE_DAMAGED, "folder cannot be written") from unusable
        try:
            _take(self._file)
        except OSError as refused:
            self.release()
            raise ConsentError(Code.STORE_IN_USE) from refused

    def release(self) -> None:
        """Let go; the file stays, because removing it would race with the next program."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
