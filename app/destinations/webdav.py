"""WebDAV through fsspec (webdav4): Nextcloud, SharePoint's door, many school networks."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator

import httpx
from webdav4.client import (
    ClientError,
    HTTPError,
    InsufficientStorage,
    ResourceAlreadyExists,
    ResourceNotFound,
)
from webdav4.fsspec import WebdavFileSystem

from app.destinations.remote import ANSWER_SECONDS, CONNECT_SECONDS
from app.errors import AppError, Trouble
from consent.destinations import DestinationRecord

_NOT_LET_IN = frozenset({401, 403})


class WebdavConnection:
    """`app.destinations.remote.Connection`. Certificates are verified; redirections are not followed."""

    appears_at_once = False

    def __init__(self, record: DestinationRecord, secret: str) -> None:
        self._files = WebdavFileSystem(
            record.address,
            auth=(record.user, secret),
            timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
            skip_instance_cache=True,
        )

    def prepare(self, folder: str) -> None:
        with _told():
            if folder and not self._files.client.exists(folder):
                self._files.makedirs(folder, exist_ok=True)

    def write(self, path: str, content: bytes) -> None:
        with _told():
            self._files.pipe_file(path, content, overwrite=True)

    def read(self, path: str) -> bytes | None:
        with _told():
            try:
                content: bytes = self._files.cat_file(path)
            except (FileNotFoundError, ResourceNotFound):
                return None
            return content

    def give_name(self, draft: str, final: str) -> None:
        with _told():
            self._files.client.move(draft, final, overwrite=False)

    def remove(self, path: str) -> None:
        with _told(), contextlib.suppress(FileNotFoundError, ResourceNotFound):
            self._files.client.remove(path)

    def close(self) -> None:
        self._files.client.http.close()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """The library's failures as codes, without their words."""
    try:
        yield
    except httpx.TransportError as error:
        raise AppError(trouble_of_line(error), type(error).__name__) from None
    except (ResourceAlreadyExists, FileExistsError):
        raise AppError(Trouble.NOT_WRITABLE, "exists") from None
    except InsufficientStorage:
        raise AppError(Trouble.DISK_FULL) from None
    except HTTPError as error:
        code = error.status_code
        raise AppError(trouble_of_status(code), str(code)) from None
    except (ClientError, OSError) as error:
        raise AppError(Trouble.NOT_WRITABLE, type(error).__name__) from None


def trouble_of_status(status: int) -> Trouble:
    """What an answer of a web server means; of a server's own fault it is not known what it did."""
    if status in _NOT_LET_IN:
        return Trouble.NOT_LET_IN
    if status == 507:
        return Trouble.DISK_FULL
    return Trouble.UNREACHABLE if status >= 500 else Trouble.NOT_WRITABLE


def trouble_of_line(error: httpx.TransportError) -> Trouble:
    """A certificate that cannot be trusted is told from a line that is down."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(cause):
            return Trouble.NOT_TRUSTED
        cause = cause.__cause__ or cause.__context__
    return Trouble.UNREACHABLE
