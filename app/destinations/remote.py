"""The way of a copy to any server with folders: a draft, read back and compared, then its name."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Protocol

from app.destinations.base import NO_WORDS, Found, Presence, Receipt, checked_name
from app.errors import AppError, Trouble
from consent.publications import Words

CONNECT_SECONDS = 15
ANSWER_SECONDS = 60
"""For one answer of a server, not for a whole file: a slow line is no fault."""

SETTLING = timedelta(minutes=2)
"""Longer than any server works on a request whose connection was cut (Apache and nginx give up after 60 s)."""

DRAFT = ".part"


class Connection(Protocol):
    """One open connection. Everything raises AppError: UNREACHABLE, NOT_LET_IN, NOT_TRUSTED, NOT_WRITABLE, …"""

    @property
    def appears_at_once(self) -> bool:
        """Whether a written file is there whole or not at all, so that it needs no draft."""

    def prepare(self, folder: str) -> None:
        """Make the folder where it is missing."""

    def write(self, path: str, content: bytes) -> None: ...
    def read(self, path: str) -> bytes | None:
        """The whole file as the server holds it now; None where there is none."""

    def give_name(self, draft: str, final: str) -> None:
        """Rename; never over something that is there."""

    def remove(self, path: str) -> None: ...
    def close(self) -> None: ...


class RemoteDestination:
    """`Destination` over a `Connection`, which is made when it is first needed and again after a cut."""

    is_remote = True
    settling = SETTLING

    def __init__(self, label: str, folder: str, connect: Callable[[], Connection]) -> None:
        self.label = label
        self._folder = folder.rstrip("/")
        self._connect = connect
        self._open: Connection | None = None

    def send(self, name: str, content: bytes, words: Words = NO_WORDS) -> Receipt:
        """See `Destination.send`. A draft that an earlier attempt left is written over."""
        del words  # a folder takes the picture alone
        final = self._path(checked_name(name))
        expected = hashlib.sha256(content).hexdigest()
        there = self._read(final)
        if there is not None:
            return _receipt_for(there, expected, final)
        with self._dropped_on_failure():
            connection = self._connected()
        if not connection.appears_at_once:
            self._put_draft(connection, name, content)
        try:
            with self._dropped_on_failure():
                if connection.appears_at_once:
                    connection.write(final, content)
                else:
                    connection.give_name(final + DRAFT, final)
                there = connection.read(final)
        except AppError as error:
            return self._after_a_cut(name, expected, error)
        if there is None or hashlib.sha256(there).hexdigest() != expected:
            raise AppError(Trouble.DOUBTFUL, "the server holds other bytes than were sent")
        return Receipt(expected, final)

    def look(self, name: str, sha256: str) -> Found:
        """See `Destination.look`: the whole copy is read back."""
        final = self._path(checked_name(name))
        there = self._read(final)
        if there is None:
            return Found(Presence.ABSENT)
        found = hashlib.sha256(there).hexdigest()
        return Found(Presence.THERE, Receipt(found, final)) if found == sha256 else Found(Presence.ANOTHER)

    def take_back(self, name: str, sha256: str) -> None:
        """See `Destination.take_back`: only the draft, which nobody but Greenlight makes."""
        del sha256
        draft = self._path(checked_name(name)) + DRAFT
        with self._dropped_on_failure():
            connection = self._connected()
            if not connection.appears_at_once:
                connection.remove(draft)

    def test(self) -> None:
        """See `Destination.test`."""
        probe = self._path(f"{secrets.token_hex(16)}.jpg")
        with self._dropped_on_failure():
            connection = self._connected()
            connection.prepare(self._folder)
            connection.write(probe, b"a probe")
            try:
                if connection.read(probe) != b"a probe":
                    raise AppError(Trouble.NOT_PROVEN)
            finally:
                connection.remove(probe)

    def close(self) -> None:
        """See `Destination.close`."""
        if self._open is not None:
            with contextlib.suppress(AppError):
                self._open.close()
            self._open = None

    def _read(self, path: str) -> bytes | None:
        """What the server holds there; a line that was open since the last copy may have died meanwhile."""
        was_open = self._open is not None
        try:
            with self._dropped_on_failure():
                return self._connected().read(path)
        except AppError as error:
            if not was_open or error.code is not Trouble.UNREACHABLE:
                raise
        with self._dropped_on_failure():
            return self._connected().read(path)

    def _put_draft(self, connection: Connection, name: str, content: bytes) -> None:
        """A draft that was cut off goes again: its copy may never be sent once more. Only who answers can be asked."""
        try:
            with self._dropped_on_failure():
                connection.prepare(self._folder)
                self._write_draft(connection, self._path(name) + DRAFT, content)
        except AppError:
            with contextlib.suppress(AppError):
                self.take_back(name, "")
            raise

    def _write_draft(self, connection: Connection, draft: str, content: bytes) -> None:
        connection.write(draft, content)
        if connection.read(draft) != content:
            connection.remove(draft)
            raise AppError(Trouble.NOT_PROVEN, "the server holds other bytes than were sent")

    def _after_a_cut(self, name: str, expected: str, error: AppError) -> Receipt:
        """The last act was cut off: only a look can tell. What is not there yet may still turn up."""
        if error.detail == "exists":
            raise error
        try:
            found = self.look(name, expected)
        except AppError:
            raise AppError(Trouble.DOUBTFUL, error.code.value) from None
        if found.receipt is None:
            raise AppError(Trouble.DOUBTFUL, error.code.value)
        return found.receipt

    def _connected(self) -> Connection:
        if self._open is None:
            self._open = self._connect()
        return self._open

    @contextlib.contextmanager
    def _dropped_on_failure(self) -> Iterator[None]:
        """A connection on which something failed is not used again."""
        try:
            yield
        except AppError:
            self.close()
            raise

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}" if self._folder else name


def _receipt_for(there: bytes, expected: str, final: str) -> Receipt:
    """It is there already: ours, of an earlier attempt under this random name, or something that is not ours."""
    if hashlib.sha256(there).hexdigest() != expected:
        raise AppError(Trouble.NOT_WRITABLE, "exists")
    return Receipt(expected, final)
