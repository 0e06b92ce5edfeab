"""Photos of a shared register on its server, so that whoever approves on another PC can see them.

What lies here is what lies in a PC's vault: each photo encrypted under a key of its own, in pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, delete, insert, select

from consent.errors import Code, ConsentError
from consent.publications import PhotoId
from consent.store.database import Database
from consent.store.schema import photo_keys

PIECE = 1024 * 1024
LARGEST = 256 * PIECE
"""Bytes of one photo; a camera's largest JPEG is a fifth of it."""

# not among the schema's tables: an encrypted file of one PC has no use for it
_pieces = Table(
    "photo_pieces",
    MetaData(),
    Column("photo", String, primary_key=True),
    Column("piece", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)


class StoredShelf:
    """`consent.ports.PhotoShelf` on a server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self) -> None:
        """Make the table; inside the transaction that makes the register."""
        _pieces.create(self._database.connection(), checkfirst=True)

    def put(self, photo: PhotoId, sealed: Iterable[bytes]) -> None:
        """Keep a photo's encrypted file, whole or not at all; ConsentError(INVALID) where it is too large."""
        with self._database.transaction():
            self.remove(photo)
            for number, content in enumerate(_cut(sealed)):
                if number * PIECE >= LARGEST:
                    raise ConsentError(Code.INVALID, "photo too large to be shared")
                self._database.change(insert(_pieces).values(photo=photo, piece=number, content=content))

    def get(self, photo: PhotoId) -> Iterator[bytes]:
        """The pieces in their order; none where the photo is not here."""
        numbers = self._database.rows(
            select(_pieces.c.piece).where(_pieces.c.photo == photo).order_by(_pieces.c.piece)
        )
        for (number,) in numbers:
            here = (_pieces.c.photo == photo) & (_pieces.c.piece == number)
            for row in self._database.rows(select(_pieces.c.content).where(here)):
                yield bytes(row.content)

    def remove(self, photo: PhotoId) -> None:
        self._database.change(delete(_pieces).where(_pieces.c.photo == photo))

    def kept(self) -> frozenset[PhotoId]:
        """The photos whose files are here."""
        return frozenset(
            PhotoId(row.photo) for row in self._database.rows(select(_pieces.c.photo).distinct())
        )

    def sweep(self) -> int:
        """Remove files without a key, which nobody can open; how many pieces there were."""
        keys = select(photo_keys.c.photo)
        return self._database.change(delete(_pieces).where(_pieces.c.photo.not_in(keys)))


def _cut(sealed: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size."""
    waiting = bytearray()
    for part in sealed:
        waiting += part
        while len(waiting) >= PIECE:
            yield bytes(waiting[:PIECE])
            del waiting[:PIECE]
    if waiting:
        yield bytes(waiting)
