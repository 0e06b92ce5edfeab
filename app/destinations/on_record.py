"""From a destination's record to the destination itself."""

from __future__ import annotations

from pathlib import Path

from app.destinations.base import Destination
from app.destinations.by_hand import ByHandDestination
from app.destinations.folder import FolderDestination
from app.destinations.remote import Connection, RemoteDestination
from app.errors import AppError, Trouble
from consent.destinations import DestinationKind, DestinationRecord

# ruff: noqa: PLC0415 - see `_connect`


def open_record(record: DestinationRecord, secret: str) -> Destination:
    """The destination of this record; nothing is connected yet."""
    match record.kind:
        case DestinationKind.FOLDER:
            return FolderDestination(Path(record.folder), record.id)
        case DestinationKind.BY_HAND:
            return ByHandDestination(Path(record.folder), record.id)
        case DestinationKind.WORDPRESS:
            from app.destinations.wordpress import WordPressDestination

            return WordPressDestination(record, secret)
        case _:
            return RemoteDestination(record.id, record.folder, lambda: _connect(record, secret))


def _connect(record: DestinationRecord, secret: str) -> Connection:
    """Each library is loaded when something is first sent its way."""
    match record.kind:
        case DestinationKind.SFTP:
            from app.destinations.sftp import SftpConnection

            return SftpConnection(record, secret)
        case DestinationKind.WEBDAV:
            from app.destinations.webdav import WebdavConnection

            return WebdavConnection(record, secret)
        case DestinationKind.SMB:
            from app.destinations.smb import SmbConnection

            return SmbConnection(record, secret)
        case DestinationKind.S3:
            from app.destinations.s3 import S3Connection

            return S3Connection(record, secret)
        case _:
            raise AppError(Trouble.WRONG_USE, "no server")
