"""An SFTP server (asyncssh)."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncssh

from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from tests.servers.running import FOLDER, SECRET, USER, Server, empty, shown_in


class _Guard(asyncssh.SSHServer):  # type: ignore[misc]
    def __init__(self, open_lines: list[Any], tried: list[str]) -> None:
        self._open_lines, self._tried = open_lines, tried

    def connection_made(self, conn: Any) -> None:
        self._open_lines.append(conn)

    def begin_auth(self, username: str) -> bool:
        self._tried.append(username)
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == (USER, SECRET)


@contextmanager
def sftp_server(
    folder: Path, key: asyncssh.SSHKey | None = None, *, tried: list[str] | None = None
) -> Iterator[Server]:
    """`tried` gets the name of everyone who begins to sign in."""
    names = [] if tried is None else tried
    folder.mkdir(parents=True, exist_ok=True)
    host_key = key or asyncssh.generate_private_key("ssh-ed25519")
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    open_lines: list[Any] = []

    async def begin() -> Any:
        return await asyncssh.create_server(
            lambda: _Guard(open_lines, names),
            "127.0.0.1",
            0,
            server_host_keys=[host_key],
            sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=os.fsencode(folder)),
            allow_scp=False,
        )

    listener = asyncio.run_coroutine_threadsafe(begin(), loop).result(20)
    port = listener.get_port()
    record = DestinationRecord(
        DestinationId("sftp"),
        "School server",
        DestinationKind.SFTP,
        address=f"127.0.0.1:{port}",
        folder=f"/{FOLDER}",
        user=USER,
        pinned=host_key.get_fingerprint("sha256"),
    )
    try:
        yield Server(record, port, lambda: shown_in(folder / FOLDER), lambda: empty(folder / FOLDER))
    finally:

        async def end() -> None:
            listener.close()
            for line in open_lines:
                line.abort()
            for line in open_lines:
                await line.wait_closed()
            await listener.wait_closed()
            await asyncio.sleep(0.05)
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), loop).result(20)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()
