"""S3 and what speaks like it, through fsspec (s3fs): an object is there whole, or not at all."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace
from typing import Any

import aiohttp
import s3fs
from aiobotocore.httpsession import AIOHTTPSession
from botocore.exceptions import BotoCoreError, ClientError, SSLError

from app.destinations.remote import ANSWER_SECONDS, CONNECT_SECONDS
from app.errors import AppError, Trouble
from consent.destinations import DestinationRecord

_REGION = re.compile(r"https://s3[.-]([a-z0-9-]+)\.amazonaws\.com/?")


class _Straight(AIOHTTPSession):  # type: ignore[misc]  # the library is not typed
    """The library's own way to a server, without following redirections: another host would be given the copy."""

    async def _get_session(self, proxy_url: str | None) -> Any:
        session = await super()._get_session(proxy_url)
        return SimpleNamespace(request=partial(session.request, allow_redirects=False))


class S3Connection:
    """`app.destinations.remote.Connection`. Paths begin with the bucket; `user` is the access key's id."""

    appears_at_once = True

    def __init__(self, record: DestinationRecord, secret: str) -> None:
        region = _REGION.fullmatch(record.address)
        self._files = s3fs.S3FileSystem(
            key=record.user,
            secret=secret,
            endpoint_url=record.address.rstrip("/"),
            client_kwargs={"region_name": region.group(1) if region else "us-east-1"},
            config_kwargs={
                "connect_timeout": CONNECT_SECONDS,
                "read_timeout": ANSWER_SECONDS,
                "retries": {"total_max_attempts": 1},  # whether to send again is decided here
                "http_session_cls": _Straight,
            },
            skip_instance_cache=True,
            use_listings_cache=False,
        )
        self._files.retries = 1

    def prepare(self, folder: str) -> None:
        """Nothing: there are no folders, and a bucket is made by its owner."""

    def write(self, path: str, content: bytes) -> None:
        with _told():
            self._files.pipe_file(path, content)

    def read(self, path: str) -> bytes | None:
        with _told():
            try:
                content: bytes = self._files.cat_file(path)
            except FileNotFoundError:
                return None
            return content

    def give_name(self, draft: str, final: str) -> None:
        raise AppError(Trouble.WRONG_USE, f"an object keeps its name {draft!r} {final!r}")

    def remove(self, path: str) -> None:
        with _told():
            self._files.rm_file(path)

    def close(self) -> None:
        self._files.close_session(self._files.loop, self._files.s3)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """The library's failures as codes, without their words."""
    try:
        yield
    except FileNotFoundError:
        raise AppError(Trouble.FOLDER_MISSING, "bucket") from None
    except PermissionError:
        raise AppError(Trouble.NOT_LET_IN) from None
    except SSLError:
        raise AppError(Trouble.NOT_TRUSTED) from None
    except (aiohttp.ClientError, BotoCoreError, ClientError, OSError, TimeoutError) as error:
        raise AppError(Trouble.UNREACHABLE, type(error).__name__) from None
