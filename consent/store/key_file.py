"""The small file beside the store that holds the locked boxes and counts wrong passwords."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import sys
import unicodedata
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, Protocol

from pydantic import ConfigDict, TypeAdapter, ValidationError

from consent.accounts import AccountId
from consent.errors import Code, ConsentError
from consent.store.keys import BYTES_AS_BASE64, Box, derived, tag
from consent.store.running import Running

KEY_FILE_NAME = "keys.json"
FORMAT = 2
"""What this program reads. It writes the oldest format that can say what there is to say: 2 knows computers."""
_BOUND_TO = 1  # stands in every box ever sealed
_LIMIT = 1_000_000  # bytes; a thousand accounts need a third of it
_DRAFT = ".new"


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong passwords since the last right one, and when the last was typed: by the clock, and by `Running`."""

    count: int = 0
    last: datetime | None = None
    start: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ComputerBox:
    """The data key for one computer's own keyring: whose account it opens, and since when."""

    __pydantic_config__: ClassVar[ConfigDict] = BYTES_AS_BASE64

    account: AccountId
    since: date
    box: Box


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Everything in the file. User names stand here only as salted hashes.

    `proof` is made with the data key over all but the failures, which must be counted while the store is
    closed. `generation` goes up with every change, so that no two files have the same proof.
    """

    __pydantic_config__: ClassVar[ConfigDict] = BYTES_AS_BASE64

    store: str
    name_salt: bytes
    recovery: Box
    boxes: dict[AccountId, Box] = field(default_factory=dict)
    names: dict[str, AccountId] = field(default_factory=dict)
    failures: dict[str, Failures] = field(default_factory=dict)
    computers: dict[str, ComputerBox] = field(default_factory=dict)
    generation: int = 0
    proof: str = ""
    format: int = 1

    def name_tag(self, user_name: str) -> str:
        """How a user name stands in this file; case and accents' composition do not matter."""
        plain = unicodedata.normalize("NFKC", user_name).strip().casefold().encode()
        return hashlib.blake2b(plain, key=self.name_salt, digest_size=16).hexdigest()

    def bound_to(self, account: str) -> bytes:
        """Where a box belongs: this store and this account ("" for recovery)."""
        return f"greenlight {_BOUND_TO}|{self.store}|{account}".encode()

    def bound_to_computer(self, computer: str, account: AccountId) -> bytes:
        """Where a computer's box belongs."""
        return self.bound_to(f"{account}|computer {computer}")

    def proven(self, data_key: bytes) -> KeyFile:
        """This file with a fresh proof."""
        dated = replace(self, format=FORMAT if self.computers else 1)
        return replace(dated, proof=dated._proof(data_key))  # noqa: SLF001 - of the same kind

    def is_proven(self, data_key: bytes) -> bool:
        """Whether nothing but the failures was changed since the store last wrote it."""
        return secrets.compare_digest(self.proof, self._proof(data_key))

    def _proof(self, data_key: bytes) -> str:
        bare = replace(self, failures={}, proof="")
        return tag(derived(data_key, "key file"), _written(bare))


_ADAPTER = TypeAdapter(KeyFile)


def _written(content: KeyFile, indent: int | None = None) -> bytes:
    """As the format that the file claims has it: byte for byte what the program of that day wrote."""
    left_out = None if content.computers else {"computers"}
    return _ADAPTER.dump_json(content, indent=indent, exclude=left_out)


class KeyPlace(Protocol):
    """Where a store's key file lies."""

    def read(self) -> KeyFile: ...
    def write(self, content: KeyFile) -> None: ...
    def held(self) -> AbstractContextManager[None]:
        """No other program changes it meanwhile."""

    def moment(self, now: datetime, running: Running) -> tuple[datetime, Running]:
        """By what the waits after wrong passwords are counted, where `now` and `running` are this PC's."""


class FolderKeys:
    """The key file beside an encrypted database; whoever holds the folder's lock may use it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self) -> KeyFile:
        return read_key_file(self.folder)

    def write(self, content: KeyFile) -> None:
        write_key_file(self.folder, content)

    def held(self) -> AbstractContextManager[None]:
        return contextlib.nullcontext()

    def moment(self, now: datetime, running: Running) -> tuple[datetime, Running]:
        return now, running


def dump_key_file(content: KeyFile) -> bytes:
    """The bytes of a key file, for whoever keeps it elsewhere than in a folder."""
    return _written(content, indent=1)


def new_key_file(store: str) -> KeyFile:
    """A file for a new store, before it has any box."""
    return KeyFile(store=store, name_salt=secrets.token_bytes(16), recovery=Box(b"", b"", b""))


def read_key_file(folder: Path) -> KeyFile:
    """The file as it stands; ConsentError STORE_MISSING, STORE_DAMAGED or STORE_TOO_NEW."""
    path = folder / KEY_FILE_NAME
    try:
        with path.open("rb") as file:
            untrusted = file.read(_LIMIT + 1)
    except FileNotFoundError as missing:
        raise ConsentError(Code.STORE_MISSING) from missing
    except OSError as unreadable:
        raise ConsentError(Code.STORE_DAMAGED, "key file unreadable") from unreadable
    return parse_key_file(untrusted)


def parse_key_file(untrusted: bytes) -> KeyFile:
    """The value of a file's bytes; ConsentError STORE_DAMAGED or STORE_TOO_NEW."""
    try:
        version = _FORMAT_ONLY.validate_json(untrusted[:_LIMIT]).format
        if version > FORMAT:
            raise ConsentError(Code.STORE_TOO_NEW, str(version))
        return _ADAPTER.validate_json(untrusted)
    except ValidationError:
        # without the cause: pydantic's message repeats the input
        raise ConsentError(Code.STORE_DAMAGED, "key file") from None


def write_key_file(folder: Path, content: KeyFile) -> None:
    """Replace the file whole: a reader, or a power cut, sees the old one or the new one.

    What a single wrong bit would shut for ever is read back from the disk before the old file goes. Raises
    OSError, EIO where the disk holds other bytes than were written; then the old file stands.
    """
    target = folder / KEY_FILE_NAME
    draft = folder / f"{KEY_FILE_NAME}.{secrets.token_hex(4)}{_DRAFT}"
    written = dump_key_file(content)
    with contextlib.ExitStack() as unfinished:
        unfinished.callback(draft.unlink, missing_ok=True)
        file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "wb") as stream:
            stream.write(written)
            stream.flush()
            os.fsync(stream.fileno())
            if sys.platform == "linux":  # elsewhere the answer may come from memory
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        if draft.read_bytes() != written:
            raise OSError(errno.EIO, "the disk holds other bytes than were written")
        draft.replace(target)
        unfinished.pop_all()
    _sync_folder(folder)


def sweep_drafts(folder: Path) -> None:
    """Remove what a killed program left half written; only whoever holds the folder's lock may call this."""
    for draft in folder.glob(f"{KEY_FILE_NAME}.*{_DRAFT}"):
        draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows cannot sync a folder, and need not
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@dataclass(frozen=True, slots=True)
class _Format:
    format: int


_FORMAT_ONLY = TypeAdapter(_Format)
