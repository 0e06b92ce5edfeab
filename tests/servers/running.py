"""What a test needs to know of a running server: its record for the program, and what it really holds."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from consent.destinations import DestinationRecord

USER, SECRET = "office", "a secret of the school"
FOLDER = "photos"


@dataclass(frozen=True)
class Server:
    """One running server. `holds` gives every file that a visitor could see; `clear` empties it for the next test.

    `settled` waits until it works on nothing any more, even where the one who asked was cut off. `misbehave` lets it
    do something that such servers do, until it is cleared.
    """

    record: DestinationRecord
    port: int
    holds: Callable[[], dict[str, bytes]]
    clear: Callable[[], None]
    secret: str = SECRET
    settled: Callable[[], None] = lambda: None
    misbehave: Callable[[str], None] = lambda _: None


def shown_in(folder: Path) -> dict[str, bytes]:
    """Finished files of a folder; drafts are not shown to anyone."""
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".part"}


def empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
