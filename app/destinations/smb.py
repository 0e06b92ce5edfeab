"""A Windows share through fsspec (smbprotocol), encrypted on the way."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

import smbclient
from fsspec.implementations.smb import SMBFileSystem
from smbprotocol.exceptions import LogonFailure, SMBAuthenticationError, SMBException, SMBOSError

from app.destinations.remote import CONNECT_SECONDS
from app.destinations.sftp import host_and_port
from app.errors import AppError, Trouble
from consent.destinations import DestinationRecord
from vision.copies import FIXED_TIME

DEFAULT_PORT = 445


class SmbConnection:
    """`app.destinations.remote.Connection`. Paths begin with the share."""

    appears_at_once = False

    def __init__(self, record: DestinationRecord, secret: str) -> None:
        self._host, self._port = host_and_port(record.address, DEFAULT_PORT)
        with _told():
            self._files = SMBFileSystem(
                self._host,
                port=self._port,
                username=record.user,
                password=secret,
                timeout=CONNECT_SECONDS,
                encrypt=True,
                register_session_retries=0,
                skip_instance_cache=True,
            )

    def prepare(self, folder: str) -> None:
        with _told():
            self._files.makedirs(_rooted(folder), exist_ok=True)

    def write(self, path: str, content: bytes) -> None:
        with _told():
            self._files.pipe_file(_rooted(path), content)
            # the time of a copy says nothing about when it was worked on
            smbclient.utime(self._unc(path), (FIXED_TIME, FIXED_TIME), port=self._port)

    def read(self, path: str) -> bytes | None:
        with _told():
            try:
                content: bytes = self._files.cat_file(_rooted(path))
            except FileNotFoundError:
                return None
            except SMBOSError as error:
                if error.errno == errno.ENOENT:
                    return None
                raise
            return content

    def give_name(self, draft: str, final: str) -> None:
        with _told():
            smbclient.rename(self._unc(draft), self._unc(final), port=self._port)

    def remove(self, path: str) -> None:
        with _told(), contextlib.suppress(FileNotFoundError):
            smbclient.remove(self._unc(path), port=self._port)

    def close(self) -> None:
        with _told():
            smbclient.delete_session(self._host, port=self._port)

    def _unc(self, path: str) -> str:
        return "\\\\" + self._host + "\\" + path.strip("/").replace("/", "\\")


def _rooted(path: str) -> str:
    """As fsspec wants it: without the first stroke the share would become part of the host's name."""
    return "/" + path.lstrip("/")


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """The library's failures as codes, without their words."""
    try:
        yield
    except (SMBAuthenticationError, LogonFailure):
        raise AppError(Trouble.NOT_LET_IN) from None
    except OSError as error:
        raise AppError(*_trouble_of(error)) from None
    except (SMBException, ValueError) as error:
        # the library tells of a failed connection as a plain ValueError
        raise AppError(Trouble.UNREACHABLE, type(error).__name__) from None


def _trouble_of(error: OSError) -> tuple[Trouble, str]:
    match error.errno:
        case errno.EEXIST:
            return Trouble.NOT_WRITABLE, "exists"
        case errno.ENOSPC | errno.EDQUOT:
            return Trouble.DISK_FULL, ""
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Trouble.NOT_WRITABLE, ""
        case _:
            return Trouble.UNREACHABLE, type(error).__name__
