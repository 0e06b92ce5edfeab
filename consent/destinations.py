"""Where finished copies are sent: a folder, a server, the school's own pages; records, not code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

DestinationId = NewType("DestinationId", str)


class DestinationKind(StrEnum):
    """What stands at the other end."""

    FOLDER = "folder"  # on this computer or on a network share that the system has opened
    SFTP = "sftp"
    WEBDAV = "webdav"  # Nextcloud, SharePoint's door
    SMB = "smb"
    S3 = "s3"
    WORDPRESS = "wordpress"
    BY_HAND = "by_hand"  # a folder with the copy and its caption, which a person posts


LOCAL = frozenset({DestinationKind.FOLDER, DestinationKind.BY_HAND})
"""Kinds that need no connection of this program's own."""


@dataclass(frozen=True, slots=True)
class DestinationRecord:
    """One place for copies. Its secret (password, application password, secret key) is kept apart from it.

    `address` is a host with or without a port, or a web address; `folder` is what it keeps copies in (for SMB
    beginning with the share, for S3 with the bucket); `pinned` is the host key of an SFTP server as it was
    shown and accepted when the destination was set up ("SHA256:…").
    """

    id: DestinationId
    name: str
    kind: DestinationKind
    address: str = ""
    folder: str = ""
    user: str = ""
    pinned: str = ""

    def has_door_of(self, other: DestinationRecord) -> bool:
        """Whether both lead to the same server as the same user, so that one's secret is the other's."""
        return (self.kind, self.address, self.user, self.pinned) == (
            other.kind,
            other.address,
            other.user,
            other.pinned,
        )
