"""Keeps each photo encrypted under a key of its own; destroying that key is how a photo is deleted.

The file of a photo is a header and pieces of 1 MiB, each sealed with AES-256-GCM. This is the STREAM
construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the nonce of a piece is a random prefix, the
piece's number and a mark on the last one, so that no piece can be cut off, repeated or put elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import re
import secrets
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app import disk
from app.errors import AppError, Trouble
from app.places import PRIVATE_FILE, make_private
from consent.ports import PhotoKeys, PhotoShelf
from consent.publications import PhotoId

HEADER = b"GREENLIGHT PHOTO\x01"
"""Names the format; its last byte is the version."""

CHUNK = 1024 * 1024
"""Bytes of a photo that are sealed together."""

KEY_BITS = 256
PREFIX = 7  # random bytes of each nonce; 4 count the pieces and 1 marks the last: 12 in all
TAG = 16

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A photo that lies on the disk, proven, and whose key is not kept yet. `sha256` (hex) and `size` are of the photo."""

    photo: PhotoId
    sha256: str
    size: int
    key: bytes = field(repr=False)


class Vault:
    """Photos at rest in one private folder, with their keys in the encrypted register.

    Nothing is ever written in clear, not even for a moment. Raises AppError throughout.
    """

    def __init__(self, folder: Path, keys: PhotoKeys, shelf: PhotoShelf | None = None) -> None:
        """`shelf`: where the other PCs of a shared register fetch what this one took in."""
        make_private(folder)
        self._shelf = shelf
        self._folder = folder
        self._keys = keys

    def put(self, photo: PhotoId, content: bytes) -> None:
        """`seal` and `keep` in one."""
        self.keep(self.seal(photo, (content,)))

    def seal(self, photo: PhotoId, pieces: Iterable[bytes]) -> Sealed:
        """Write what `pieces` give, and believe it only after it was read back from the disk and opened.

        Only one piece and two chunks are held at a time. The file means nothing until `keep` stores its key;
        a power cut in between leaves a stray, which is swept up. Raises DISK_FULL, NOT_WRITABLE or
        NOT_PROVEN, and leaves nothing behind, also when `pieces` raises; WRONG_USE where the photo is kept.
        """
        path = self._path(photo)
        if self._keys.key(photo) is not None:
            raise AppError(Trouble.WRONG_USE, f"{photo} is kept already")
        # a power cut may have come between file and key
        path.unlink(missing_ok=True)
        key = AESGCM.generate_key(KEY_BITS)
        taken = _Taken(pieces)

        def opens(file: BinaryIO) -> bool:
            found = hashlib.sha256()
            try:
                for chunk in _unsealed(file, key, photo):
                    found.update(chunk)
            except AppError:
                return False
            return hmac.compare_digest(found.digest(), taken.digest.digest())

        disk.write_new(path, _sealed(taken, key, photo), prove=opens, mode=PRIVATE_FILE)
        return Sealed(photo, taken.digest.hexdigest(), taken.size, key)

    def keep(self, sealed: Sealed) -> None:
        """Store the key of what was sealed: from now on, or from the running transaction's end, it is kept."""
        try:
            self._keys.put_key(sealed.photo, sealed.key)
            if self._shelf is not None:
                self._shelf.put(sealed.photo, self.sealed(sealed.photo))
        except BaseException:
            self.drop(sealed)
            raise

    def drop(self, sealed: Sealed) -> None:
        """Remove what was sealed and is not to be kept."""
        self._path(sealed.photo).unlink(missing_ok=True)

    def room(self) -> int:
        """Bytes that may still be written on the disk of the vault. Raises NOT_WRITABLE."""
        try:
            return shutil.disk_usage(self._folder).free
        except OSError as error:
            raise AppError(Trouble.NOT_WRITABLE, f"errno {error.errno}") from None

    def holds(self, photo: PhotoId) -> bool:
        """Whether the photo's key is kept and its file is here or on the shelf; `get` says whether it opens."""
        if self._keys.key(photo) is None:
            return False
        return self._path(photo).is_file() or (self._shelf is not None and any(self._shelf.get(photo)))

    def get(self, photo: PhotoId) -> bytes:
        """The photo's bytes, all of them and unaltered.

        Raises VAULT_ERASED where there is no key, VAULT_MISSING where there is no file, VAULT_DAMAGED where
        anything in it was altered, cut, added or exchanged, FILE_UNREADABLE where the disk does not give it.
        """
        path = self._path(photo)
        key = self._keys.key(photo)
        if key is None:
            raise AppError(Trouble.VAULT_ERASED, photo)
        try:
            with path.open("rb") as file:
                return b"".join(_unsealed(file, key, photo))
        except FileNotFoundError:
            return self._fetched(photo, key)
        except OSError as error:
            raise AppError(Trouble.FILE_UNREADABLE, f"{photo} errno {error.errno}") from None

    def sealed(self, photo: PhotoId) -> Iterator[bytes]:
        """The photo's encrypted file as it lies here. Raises FILE_UNREADABLE or VAULT_MISSING."""
        try:
            with self._path(photo).open("rb") as file:
                while piece := file.read(CHUNK):
                    yield piece
        except FileNotFoundError:
            raise AppError(Trouble.VAULT_MISSING, photo) from None
        except OSError as error:
            raise AppError(Trouble.FILE_UNREADABLE, f"{photo} errno {error.errno}") from None

    def _fetched(self, photo: PhotoId, key: bytes) -> bytes:
        """A photo that another PC took in: kept here too, still encrypted, until its key is destroyed."""
        sealed = b"".join(self._shelf.get(photo)) if self._shelf is not None else b""
        if not sealed:
            raise AppError(Trouble.VAULT_MISSING, photo)
        content = b"".join(_unsealed(io.BytesIO(sealed), key, photo))
        disk.write_new(
            self._path(photo), (sealed,), prove=lambda file: file.read() == sealed, mode=PRIVATE_FILE
        )
        return content

    def share(self) -> int:
        """Put on the shelf what a power cut kept from it, and take off what nobody can open; how many files."""
        if self._shelf is None:
            return 0
        waiting = [photo for photo in self.kept() - self._shelf.kept() if self._keys.key(photo) is not None]
        for photo in waiting:
            self._shelf.put(photo, self.sealed(photo))
        return len(waiting) + self._shelf.sweep()

    def destroy(self, photo: PhotoId) -> None:
        """Destroy the key, which is the deletion, then remove the file. Calling it again does no harm.

        Raises NOT_WRITABLE where the file could not be removed; the key is gone all the same.
        """
        path = self._path(photo)
        self._keys.destroy_key(photo)
        if self._shelf is not None:
            self._shelf.remove(photo)
        try:
            path.unlink(missing_ok=True)
            disk.sync_folder(self._folder)
        except OSError as error:
            raise AppError(disk.trouble_of(error), f"{photo} errno {error.errno}") from None

    def kept(self) -> frozenset[PhotoId]:
        """The photos whose files are here."""
        return frozenset(PhotoId(path.stem) for path in self._folder.glob("*.photo"))

    def sweep(self, known: Collection[PhotoId]) -> int:
        """Remove what a power cut left, while no photo is being put; how much there was.

        That is: unfinished files, and files of photos that are not among `known`.
        """
        strays = [photo for photo in self.kept() if photo not in known]
        for photo in strays:
            self.destroy(photo)
        return len(strays) + disk.sweep(self._folder)

    def _path(self, photo: PhotoId) -> Path:
        # ids are made by this program; anything else could lead out of the folder
        if not _ID.fullmatch(photo):
            raise AppError(Trouble.WRONG_USE, "not a photo's id")
        return self._folder / f"{photo}.photo"


class _Taken:
    """The pieces of a photo cut into chunks of equal length, hashed and counted while they pass."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self.digest = hashlib.sha256()
        self.size = 0

    def chunks(self) -> Iterator[bytes | memoryview]:
        """Chunks of CHUNK bytes; the last may be shorter, and is empty only for empty content."""
        rest = bytearray()
        for piece in self._pieces:
            self.digest.update(piece)
            self.size += len(piece)
            if len(piece) == CHUNK and not rest:
                yield piece  # what devices hand over, without a copy
                continue
            rest += piece
            while len(rest) >= CHUNK:
                yield bytes(rest[:CHUNK])
                del rest[:CHUNK]
        if rest or not self.size:
            yield bytes(rest)


def _sealed(taken: _Taken, key: bytes, photo: PhotoId) -> Iterator[bytes]:
    """The file's bytes: header, nonce prefix, then the sealed chunks."""
    prefix = secrets.token_bytes(PREFIX)
    cipher = AESGCM(key)
    chunks = taken.chunks()
    yield HEADER + prefix
    chunk = next(chunks)
    number = 0
    while True:
        following = next(chunks, None)
        nonce, about = _bound(prefix, photo, number, last=following is None)
        yield cipher.encrypt(nonce, chunk, about)
        if following is None:
            return
        chunk = following
        number += 1


def _unsealed(file: BinaryIO, key: bytes, photo: PhotoId) -> Iterator[bytes]:
    """The photo's pieces in order, each proven before it is handed on. Raises AppError(VAULT_DAMAGED)."""
    start = _exactly(file, len(HEADER) + PREFIX)
    if len(start) != len(HEADER) + PREFIX or not start.startswith(HEADER):
        raise AppError(Trouble.VAULT_DAMAGED, f"{photo} header")
    prefix = start[len(HEADER) :]
    cipher = AESGCM(key)
    number = 0
    chunk = _exactly(file, CHUNK + TAG)
    while True:
        following = _exactly(file, CHUNK + TAG)
        nonce, about = _bound(prefix, photo, number, last=not following)
        try:
            yield cipher.decrypt(nonce, chunk, about)
        except InvalidTag:
            raise AppError(Trouble.VAULT_DAMAGED, f"{photo} piece {number}") from None
        if not following:
            return
        chunk = following
        number += 1


def _bound(prefix: bytes, photo: PhotoId, number: int, *, last: bool) -> tuple[bytes, bytes]:
    """Nonce and associated data of one piece: it is valid for this photo, at this place, and nowhere else."""
    place = number.to_bytes(4, "big") + bytes([last])
    return prefix + place, HEADER + photo.encode("ascii") + b"\x00" + place


def _exactly(file: BinaryIO, count: int) -> bytes:
    """Up to `count` bytes; fewer only at the file's end (an unbuffered file may hand over less at a time)."""
    taken = bytearray()
    while len(taken) < count:
        piece = file.read(count - len(taken))
        if not piece:
            break
        taken += piece
    return bytes(taken)
