"""Opens one file inside a folder that may hold anything, and says whether it still is the one that was meant."""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.devices.base import DeviceFile
from app.disk import PIECE
from app.errors import AppError, Trouble

_QUARTER: Final = 15 * 60 * 10**9  # ns: zones differ by whole quarters of an hour
_LARGEST_SHIFT: Final = 26 * 60 * 60 * 10**9  # ns: from UTC-12 to UTC+14
_GRAIN: Final = 2 * 10**9  # ns: vfat counts every second second

_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
"""A link is not followed, and a pipe does not make the program wait."""


@contextmanager
def opened(root: Path, path: str) -> Iterator[int]:
    """A descriptor of the file at `path` below `root`, without following a link at any step."""
    if os.open not in os.supports_dir_fd:
        descriptor = os.open(root.joinpath(*_parts(path)), _FLAGS)
        try:
            yield descriptor
        finally:
            os.close(descriptor)
        return
    with folder_of(root, path) as (folder, name), opened_in(folder, name) as descriptor:
        yield descriptor


@contextmanager
def opened_in(folder: int, name: str) -> Iterator[int]:
    """A descriptor of the file of this name in an open folder, and of nothing that the name may point at."""
    descriptor = os.open(name, _FLAGS, dir_fd=folder)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def folder_of(root: Path, path: str) -> Iterator[tuple[int, str]]:
    """A descriptor of the folder that holds the file, and the file's name in it.

    Each folder is opened inside the one before, so that exchanging a folder for a link in the meantime
    leads nowhere: OSError(ELOOP).
    """
    *above, name = _parts(path)
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for part in above:
            inner = _folder_in(descriptor, part)
            os.close(descriptor)
            descriptor = inner
        yield descriptor, name
    finally:
        os.close(descriptor)


def _folder_in(descriptor: int, name: str) -> int:
    """A descriptor of the folder of this name. Raises OSError, with ELOOP where a link stands there."""
    try:
        return os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=descriptor)
    except NotADirectoryError:
        if stat.S_ISLNK(os.stat(name, dir_fd=descriptor, follow_symlinks=False).st_mode):
            raise OSError(errno.ELOOP, "a link") from None
        raise


def _parts(path: str) -> list[str]:
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        raise AppError(Trouble.FILE_UNREADABLE, "not a path that was listed")
    return parts


def still_listed(file: DeviceFile, now: os.stat_result) -> None:
    """Raise AppError unless this still is the regular file that was listed."""
    listed = (file.size, file.modified_ns)
    # Windows gives no number with a listing
    known = file.identity == (0, 0) or sys.platform == "win32" or file.identity == (now.st_dev, now.st_ino)
    if not stat.S_ISREG(now.st_mode) or not known or listed != (now.st_size, now.st_mtime_ns):
        raise AppError(Trouble.FILE_UNREADABLE, "changed since it was listed")


def holds(descriptor: int, file: DeviceFile, sha256: str) -> bool:
    """Whether this is a regular file with the very content that was taken in, not touched since.

    The time may differ by whole quarters of an hour: cards keep local time, which summer time and another
    computer's zone shift.
    """
    now = os.fstat(descriptor)
    if not stat.S_ISREG(now.st_mode) or now.st_size != file.size:
        return False
    shift = abs(now.st_mtime_ns - file.modified_ns)
    if shift > _LARGEST_SHIFT or min(shift % _QUARTER, -shift % _QUARTER) > _GRAIN:
        return False
    digest = hashlib.sha256()
    for piece in pieces_of(descriptor, file.size):
        digest.update(piece)
    return hmac.compare_digest(digest.hexdigest(), sha256)


def untouched(seen: os.stat_result, now: os.stat_result) -> bool:
    """Whether a name still leads to the file that was looked at a moment ago.

    Its number is not asked: file systems made by a program give the same file another one each time.
    """
    listed, found = ((one.st_mode, one.st_size, one.st_mtime_ns) for one in (seen, now))
    return listed == found


def pieces_of(descriptor: int, size: int) -> Iterator[bytes]:
    """The bytes of a file of this size, PIECE at a time; a file that grew or shrank meanwhile is refused."""
    left = size
    while left:
        piece = os.read(descriptor, min(PIECE, left))
        if not piece:
            raise AppError(Trouble.FILE_UNREADABLE, "changed while it was read")
        left -= len(piece)
        # a device may hand over less at a time; the vault likes whole pieces
        while len(piece) < PIECE and left:
            more = os.read(descriptor, min(PIECE - len(piece), left))
            if not more:
                raise AppError(Trouble.FILE_UNREADABLE, "changed while it was read")
            left -= len(more)
            piece += more
        yield piece
    if os.read(descriptor, 1):
        raise AppError(Trouble.FILE_UNREADABLE, "changed while it was read")
