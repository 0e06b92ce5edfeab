"""A draft that was cut off does not stay on a server that still answers."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from app.destinations.remote import RemoteDestination
from app.errors import AppError, Trouble

NAME = "0123456789abcdef0123456789abcdef.jpg"


@dataclass
class Server:
    """Takes half of the first file and then fails; its lines are new each time."""

    trouble: Trouble
    files: dict[str, bytes] = field(default_factory=dict)
    lines: int = 0
    failed: bool = False
    appears_at_once: bool = False

    def connect(self) -> Server:
        self.lines += 1
        return self

    def prepare(self, folder: str) -> None:
        """There are no folders."""

    def write(self, path: str, content: bytes) -> None:
        if not self.failed:
            self.failed = True
            self.files[path] = content[: len(content) // 2]
            raise AppError(self.trouble)
        self.files[path] = content

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def give_name(self, draft: str, final: str) -> None:
        self.files[final] = self.files.pop(draft)

    def remove(self, path: str) -> None:
        self.files.pop(path, None)

    def close(self) -> None:
        """Nothing is held."""


@pytest.mark.parametrize("trouble", [Trouble.UNREACHABLE, Trouble.DISK_FULL, Trouble.NOT_WRITABLE])
def test_half_a_copy_leaves_nothing_and_is_called_what_it_was(trouble: Trouble) -> None:
    server = Server(trouble)
    destination = RemoteDestination("server", "photos", server.connect)
    with pytest.raises(AppError) as caught:
        destination.send(NAME, b"a whole copy")
    assert caught.value.code is trouble
    assert server.files == {}
    assert server.lines > 1, "over the line on which something failed nothing more is asked"
    destination.send(NAME, b"a whole copy")
    assert server.files == {f"photos/{NAME}": b"a whole copy"}
