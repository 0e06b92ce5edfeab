"""The servers that keep the contract of a destination, by name; `WordPress itself` is the one of Debian's package."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.servers import real_wordpress, smb
from tests.servers.running import Server
from tests.servers.s3 import s3_server
from tests.servers.sftp import sftp_server
from tests.servers.webdav import webdav_server
from tests.servers.wordpress import Site, wordpress_server

Starts = Callable[[Path], AbstractContextManager[Server]]
"""Starts a server for the length of a block; what it needs on disk it may put into the folder."""


def _samba(folder: Path) -> AbstractContextManager[Server]:
    if smb.WHY_NOT:
        pytest.skip(smb.WHY_NOT)
    return smb.smb_server(folder)


def _wordpress_itself(_: Path) -> AbstractContextManager[Server]:
    if real_wordpress.WHY_NOT:
        pytest.skip(real_wordpress.WHY_NOT)
    return real_wordpress.real_wordpress()


REMOTE: dict[str, Starts] = {
    "sftp": sftp_server,
    "webdav": webdav_server,
    "smb": _samba,
    "s3": lambda _: s3_server(),
    "wordpress": lambda _: wordpress_server(Site()),
}

_ITSELF = pytest.param(_wordpress_itself, id="WordPress itself", marks=pytest.mark.slow)
REMOTE_PARAMS = [*(pytest.param(starts, id=name) for name, starts in REMOTE.items()), _ITSELF]
WORDPRESS_PARAMS = [pytest.param(REMOTE["wordpress"], id="wordpress"), _ITSELF]
