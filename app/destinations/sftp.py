"""SFTP through fsspec (paramiko): the server must show the very host key that was seen when it was set up."""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Iterator
from typing import Any

import paramiko
from fsspec.implementations.sftp import SFTPFileSystem

from app.destinations.remote import ANSWER_SECONDS, CONNECT_SECONDS
from app.errors import AppError, Trouble
from consent.destinations import DestinationRecord
from vision.copies import FIXED_TIME

DEFAULT_PORT = 22


class _Pinned(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # the library is not typed
    """Lets in the server of one host key and no other. No file of known hosts of this computer is asked."""

    def __init__(self, fingerprint: str) -> None:
        self._fingerprint = fingerprint

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:
        del client, hostname
        if fingerprint_of(key) != self._fingerprint:
            raise AppError(Trouble.NOT_TRUSTED, "host key")


class SftpConnection:
    """`app.destinations.remote.Connection`."""

    appears_at_once = False

    def __init__(self, record: DestinationRecord, secret: str) -> None:
        host, port = host_and_port(record.address, DEFAULT_PORT)
        with _told():
            self._files = SFTPFileSystem(
                host,
                port=port,
                username=record.user,
                password=secret,
                host_key_policy=_Pinned(record.pinned),
                timeout=CONNECT_SECONDS,
                banner_timeout=CONNECT_SECONDS,
                auth_timeout=CONNECT_SECONDS,
                allow_agent=False,  # only what the school put down for this destination
                look_for_keys=False,
                skip_instance_cache=True,
            )
            self._files.ftp.get_channel().settimeout(ANSWER_SECONDS)

    def prepare(self, folder: str) -> None:
        with _told():
            if folder and not self._exists(folder):
                self._files.makedirs(folder, exist_ok=True)

    def write(self, path: str, content: bytes) -> None:
        with _told():
            self._files.pipe_file(path, content)
            # the time of a copy says nothing about when it was worked on
            self._files.ftp.utime(path, (FIXED_TIME, FIXED_TIME))

    def read(self, path: str) -> bytes | None:
        with _told():
            try:
                content: bytes = self._files.cat_file(path)
            except FileNotFoundError:
                return None
            return content

    def give_name(self, draft: str, final: str) -> None:
        with _told():
            if self._exists(final):
                raise AppError(Trouble.NOT_WRITABLE, "exists")
            self._files.ftp.rename(draft, final)

    def remove(self, path: str) -> None:
        with _told(), contextlib.suppress(FileNotFoundError):
            self._files.ftp.remove(path)

    def close(self) -> None:
        self._files.client.close()

    def _exists(self, path: str) -> bool:
        """Asked of the server itself: fsspec's own `exists` takes every failure for "no"."""
        try:
            self._files.ftp.stat(path)
        except FileNotFoundError:
            return False
        return True


def host_key(address: str) -> str:
    """The fingerprint of the key that this server shows now, to be compared with the server's owner and pinned.

    Raises AppError(UNREACHABLE).
    """
    host, port = host_and_port(address, DEFAULT_PORT)
    with _told(), socket.create_connection((host, port), CONNECT_SECONDS) as line:
        transport = paramiko.Transport(line)
        try:
            transport.start_client(timeout=CONNECT_SECONDS)
            return fingerprint_of(transport.get_remote_server_key())
        finally:
            transport.close()


def fingerprint_of(key: paramiko.PKey) -> str:
    """As OpenSSH shows it: "SHA256:" and 43 letters."""
    return str(key.fingerprint)


def host_and_port(address: str, default: int) -> tuple[str, int]:
    """A host with its port, where one is written. Raises AppError(WRONG_USE)."""
    host, colon, port = address.rpartition(":")
    if not colon or address.endswith("]"):
        return address.strip("[]"), default
    if not port.isdecimal() or not 0 < int(port) < 1 << 16:
        raise AppError(Trouble.WRONG_USE, "not a port")
    return host.strip("[]"), int(port)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """The library's failures as codes, without their words: these may hold a path or a name."""
    try:
        yield
    except paramiko.AuthenticationException:
        raise AppError(Trouble.NOT_LET_IN) from None
    except FileNotFoundError:
        raise
    except PermissionError:
        raise AppError(Trouble.NOT_WRITABLE) from None
    except (paramiko.SSHException, paramiko.SFTPError, EOFError, OSError) as error:
        raise AppError(_trouble_of(error), type(error).__name__) from None


def _trouble_of(error: Any) -> Trouble:
    number = getattr(error, "errno", None)
    if number in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble.DISK_FULL
    # a plain failure of the server's file system comes without a number, and so does a line that is closed
    if type(error) is OSError and number is None and str(error) != "Socket is closed":
        return Trouble.NOT_WRITABLE
    return Trouble.UNREACHABLE
