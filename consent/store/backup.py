"""One file that holds the whole register, still locked, to be kept elsewhere and restored on any PC."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy import delete

from consent.errors import Code, ConsentError
from consent.store.database import Database
from consent.store.key_file import KEY_FILE_NAME, parse_key_file
from consent.store.keyring import Keyring
from consent.store.local import DATABASE_NAME, LocalDatabase
from consent.store.lock import FolderLock
from consent.store.schema import photo_keys

RESTORED_NAME = "restored"
"""An empty file in a folder whose store came out of a backup and has not been opened since."""
_NAMES = [KEY_FILE_NAME, DATABASE_NAME]
_ALL_NAMES = (*_NAMES, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm", RESTORED_NAME)
_MAGIC = b"SQLite format 3\x00"  # what an encrypted database must not begin with
_PAGE = 4096
_LARGEST = 4 * 1024**3  # bytes; 1,500 people with five years of history need 3 million
_PIECE = 1024 * 1024


def make_backup(database: Database, keyring: Keyring, folder: Path, *, target: Path) -> str:
    """Write the register as it stands in `folder` into the new file `target`; its SHA-256 (hex).

    Keys of photos are left out: a photo that is erased later must not live on in a backup. Templates are in
    it until the backup is destroyed. Raises ConsentError(DUPLICATE) where `target` exists, and OSError.
    """

    def copy_to(copy: Path) -> bytes:
        with database.threads_waiting():
            database.shrink()
            shutil.copyfile(folder / DATABASE_NAME, copy)
            keys = (folder / KEY_FILE_NAME).read_bytes()
        _leave_out_photos(copy, keyring)
        return keys

    return pack_backup(folder, target, copy_to)


def pack_backup(folder: Path, target: Path, copy_to: Callable[[Path], bytes]) -> str:
    """Pack what `copy_to` writes (a database at the path that it is given, and the key file it returns)."""
    draft = target.with_name(f".{secrets.token_hex(8)}.part")
    copy = folder / f"backup-{secrets.token_hex(8)}.db"
    with contextlib.ExitStack() as parts:
        for part in (draft, copy, Path(f"{copy}-wal"), Path(f"{copy}-shm")):
            parts.callback(part.unlink, missing_ok=True)
        _pack(draft, copy_to(copy), copy)
        with _opened(draft) as archive:
            if archive.testzip() is not None:
                raise ConsentError(Code.STORE_DAMAGED, "backup not written as it should be")
        _take_name(target)  # never over another file, even one that comes in the meantime
        draft.replace(target)
    return _digest(target)


def _take_name(target: Path) -> None:
    try:
        _new(target).close()
    except FileExistsError:
        raise ConsentError(Code.DUPLICATE, "backup exists") from None


def _new(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def restore_backup(untrusted: Path, folder: Path) -> None:
    """Unpack a backup into a folder without a store; who has a password of that day can open it.

    Raises ConsentError: STORE_EXISTS, STORE_DAMAGED (not a backup, or not whole), STORE_TOO_NEW.
    """
    if any((folder / name).exists() for name in _NAMES):
        raise ConsentError(Code.STORE_EXISTS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FolderLock(folder)
    with contextlib.ExitStack() as unfinished:
        unfinished.callback(lock.release)
        for name in (*_NAMES, RESTORED_NAME):
            unfinished.callback((folder / name).unlink, missing_ok=True)
        with _opened(untrusted) as archive:
            keys = _limited(archive, KEY_FILE_NAME, 1_000_000)
            parse_key_file(keys)
            _unpack(archive, folder / DATABASE_NAME)
        _new(folder / RESTORED_NAME).close()
        # the key file comes last: without it there is no store
        with _new(folder / KEY_FILE_NAME) as file:
            file.write(keys)
            _sync(file)
        unfinished.pop_all()
        lock.release()


def replace_by_backup(untrusted: Path, folder: Path, *, now: datetime) -> Path:
    """Restore a backup in place of a store that cannot be opened; where that one lies from now on.

    Nothing is deleted: what was there is moved into a folder of its own inside `folder`, and only once the backup
    has been unpacked whole. Raises ConsentError as `restore_backup`; STORE_MISSING, STORE_IN_USE.
    """
    present = [folder / name for name in _ALL_NAMES if (folder / name).exists()]
    if not present:
        raise ConsentError(Code.STORE_MISSING)
    lock = FolderLock(folder)
    draft = folder / f"restoring-{secrets.token_hex(8)}"
    with contextlib.ExitStack() as finished:
        finished.callback(lock.release)
        finished.callback(shutil.rmtree, draft, ignore_errors=True)
        restore_backup(untrusted, draft)
        aside = folder / f"set-aside-{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        aside.mkdir(mode=0o700)
        # the key file goes first and comes last: without it there is no store
        for file in present:
            file.rename(aside / file.name)
        for name in (DATABASE_NAME, RESTORED_NAME, KEY_FILE_NAME):
            (draft / name).rename(folder / name)
    return aside


def _leave_out_photos(copy: Path, keyring: Keyring) -> None:
    copied = LocalDatabase(copy, keyring.data_key)
    try:
        copied.check()
        copied.change(delete(photo_keys))
        copied.shrink()
    finally:
        copied.close()


def _pack(draft: Path, keys: bytes, database: Path) -> None:
    """Uncompressed: what is encrypted does not get smaller."""
    with _new(draft) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(KEY_FILE_NAME), keys)
            with database.open("rb") as source, archive.open(zipfile.ZipInfo(DATABASE_NAME), "w") as packed:
                shutil.copyfileobj(source, packed, _PIECE)
        _sync(file)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _opened(untrusted: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, if it holds exactly our two files, uncompressed."""
    try:
        with zipfile.ZipFile(untrusted) as archive:
            entries = archive.infolist()
            plain = all(
                entry.compress_type == zipfile.ZIP_STORED and entry.file_size <= _LARGEST for entry in entries
            )
            if not plain or [entry.filename for entry in entries] != _NAMES:
                raise ConsentError(Code.STORE_DAMAGED, "not a backup")
            yield archive
    except (zipfile.BadZipFile, EOFError, OSError) as damaged:
        raise ConsentError(Code.STORE_DAMAGED, "backup") from damaged


def _limited(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as packed:
        content = packed.read(limit + 1)
    if len(content) > limit:
        raise ConsentError(Code.STORE_DAMAGED, "backup")
    return content


def _unpack(archive: zipfile.ZipFile, target: Path) -> None:
    size = archive.getinfo(DATABASE_NAME).file_size
    with archive.open(DATABASE_NAME) as packed, _new(target) as file:
        first = packed.read(_PAGE)
        if first.startswith(_MAGIC) or size % _PAGE or len(first) < _PAGE:
            raise ConsentError(Code.STORE_DAMAGED, "backup")
        file.write(first)
        shutil.copyfileobj(packed, file, _PIECE)
        _sync(file)


def _sync(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
