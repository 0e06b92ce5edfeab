"""Writes a file so that it is surely on the disk, whole, under its name, or not there at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
from collections.abc import Callable, Iterable
from io import FileIO
from pathlib import Path

from app.errors import AppError, Trouble

PIECE = 1024 * 1024
"""Bytes that are read or written at once."""

UNFINISHED = ".part"
"""Ending of files that were never finished; `sweep` removes those that a power cut left behind."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# vfat, exFAT and some network folders know no second name for a file
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def write_new(
    path: Path,
    pieces: Iterable[bytes],
    *,
    prove: Callable[[FileIO], bool],
    mode: int = 0o600,
    modified: float | None = None,
) -> None:
    """Write `pieces` as the new file `path`; never over one that is there.

    The bytes are synced, thrown out of the system's memory where it can be asked to, and read back from the
    disk by `prove` before the file gets its name; then the folder is synced. `modified` is the time to set,
    in seconds since 1970. Raises AppError: DISK_FULL; NOT_PROVEN where `prove` says no or the disk fails;
    NOT_WRITABLE for all else, with "exists" where the name is taken. Then nothing is left behind.
    """
    draft = path.parent / f".{secrets.token_hex(8)}{UNFINISHED}"
    try:
        _write_draft(draft, pieces, mode, modified)
        if not _is_proven(draft, prove):
            raise AppError(Trouble.NOT_PROVEN, "the disk holds other bytes than were written")
        _give_name(draft, path)
        _sync_name(path)
    except FileExistsError:
        raise AppError(Trouble.NOT_WRITABLE, "exists") from None
    except OSError as error:
        raise AppError(trouble_of(error), f"errno {error.errno}") from None
    finally:
        with contextlib.suppress(OSError):  # a stick that was pulled out cannot be tidied
            draft.unlink(missing_ok=True)


def trouble_of(error: OSError) -> Trouble:
    """The code for an error of the system while writing."""
    if error.errno in _FULL:
        return Trouble.DISK_FULL
    return Trouble.NOT_PROVEN if error.errno == errno.EIO else Trouble.NOT_WRITABLE


def forget_cached(file: int) -> None:
    """Ask the system to drop what it holds of this synced file, so that the next reading asks the disk.

    Linux only drops pages that are already written, hence the sync before. macOS is told not to cache this
    descriptor; Windows has no such request, there a read-back may be answered from memory.
    """
    if sys.platform == "linux":
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    elif sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on every system

        fcntl.fcntl(file, fcntl.F_NOCACHE, 1)


def sync_folder(folder: Path) -> None:
    """Make names that were added or removed in `folder` survive a power cut."""
    if os.name != "posix":
        return  # Windows has no descriptor for a folder; its journal orders names itself
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # some network and phone folders cannot be synced; the file itself already is
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)


def _sync_name(path: Path) -> None:
    """Make the new name last; where that fails the file goes again, for whoever tries once more under this name."""
    try:
        sync_folder(path.parent)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> int:
    """Remove drafts that were never finished; how many there were. Only while no one writes in `folder`."""
    drafts = [entry for entry in folder.glob(f".*{UNFINISHED}") if entry.is_file()]
    for draft in drafts:
        draft.unlink(missing_ok=True)
    return len(drafts)


def _write_draft(draft: Path, pieces: Iterable[bytes], mode: int, modified: float | None) -> None:
    """Create the draft, fill it, sync it and drop it from the cache."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(draft, flags, mode), "wb", buffering=0) as file:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[file.write(rest) :]
        if modified is not None and os.utime in os.supports_fd:
            os.utime(file.fileno(), (modified, modified))
        os.fsync(file.fileno())
        forget_cached(file.fileno())
    if modified is not None and os.utime not in os.supports_fd:
        os.utime(draft, (modified, modified))


def _is_proven(draft: Path, prove: Callable[[FileIO], bool]) -> bool:
    with draft.open("rb", buffering=0) as file:
        forget_cached(file.fileno())
        return prove(file)


def _give_name(draft: Path, final: Path) -> None:
    """Rename without ever replacing what is there. Raises FileExistsError."""
    if os.name == "nt":
        draft.rename(final)  # Windows refuses by itself
        return
    try:
        os.link(draft, final, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    else:
        return
    # reserve the name with an empty file of our own, then put the draft in its place
    os.close(os.open(final, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        draft.replace(final)
    except OSError:
        final.unlink(missing_ok=True)
        raise
