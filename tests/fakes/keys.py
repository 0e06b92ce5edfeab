"""Photo keys in memory."""

from __future__ import annotations

from consent.publications import PhotoId


class KeysInMemory:
    """The contract `consent.ports.PhotoKeys` without a database."""

    def __init__(self) -> None:
        self.held: dict[PhotoId, bytes] = {}

    def put_key(self, photo: PhotoId, key: bytes) -> None:
        self.held[photo] = key

    def key(self, photo: PhotoId) -> bytes | None:
        return self.held.get(photo)

    def destroy_key(self, photo: PhotoId) -> None:
        self.held.pop(photo, None)
