"""One key for each photo, in a table; deleting the key deletes the photo."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from consent.publications import PhotoId
from consent.store.database import Database
from consent.store.schema import photo_keys


class StoredPhotoKeys:
    """`consent.ports.PhotoKeys` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put_key(self, photo: PhotoId, key: bytes) -> None:
        with self._database.transaction():
            self.destroy_key(photo)
            self._database.change(insert(photo_keys).values(photo=photo, key=key))

    def key(self, photo: PhotoId) -> bytes | None:
        rows = self._database.rows(select(photo_keys).where(photo_keys.c.photo == photo))
        return bytes(rows[0].key) if rows else None

    def destroy_key(self, photo: PhotoId) -> None:
        self._database.change(delete(photo_keys).where(photo_keys.c.photo == photo))
