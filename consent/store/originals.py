"""Files on devices, the files that belong to a photo, and intakes that are not through, in tables."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from consent.devices import DeviceId
from consent.originals import Companion, Fate, OpenIntake, Original
from consent.publications import BatchId, PhotoId
from consent.store import schema
from consent.store.database import Database

_originals, _companions, _intakes = schema.originals, schema.companions, schema.intakes


class StoredOriginals:
    """`consent.ports.Originals` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_device(self, device: DeviceId) -> Sequence[Original]:
        query = select(_originals).where(_originals.c.device == device).order_by(_originals.c.number)
        return [_original(row) for row in self._database.rows(query)]

    def with_fate(self, fates: Collection[Fate]) -> Sequence[Original]:
        words = [fate.value for fate in fates]
        query = select(_originals).where(_originals.c.fate.in_(words)).order_by(_originals.c.number)
        return [_original(row) for row in self._database.rows(query)]

    def put(self, original: Original) -> None:
        values = {
            "photo": original.photo,
            "sha256": original.sha256,
            "size": original.size,
            "modified_ns": original.modified_ns,
            "fate": original.fate.value,
            "sitting": original.sitting,
        }
        place = {"device": original.device, "path": _bytes(original.path)}
        with self._database.transaction():
            here = [_originals.c[name] == value for name, value in place.items()]
            if not self._database.change(update(_originals).where(*here).values(values)):
                self._database.change(insert(_originals).values(**place, **values))

    def forget(self, photo: PhotoId, fates: Collection[Fate]) -> None:
        words = [fate.value for fate in fates]
        self._database.change(
            delete(_originals).where(_originals.c.photo == photo, _originals.c.fate.in_(words))
        )

    def companions(self, photo: PhotoId) -> Sequence[Companion]:
        query = select(_companions).where(_companions.c.photo == photo).order_by(_companions.c.number)
        return [
            Companion(PhotoId(row.id), PhotoId(row.photo), row.file_name, row.sha256, row.size)
            for row in self._database.rows(query)
        ]

    def all_companions(self) -> frozenset[PhotoId]:
        return frozenset(PhotoId(row.id) for row in self._database.rows(select(_companions.c.id)))

    def add_companion(self, companion: Companion) -> None:
        self._database.change(
            insert(_companions).values(
                id=companion.id,
                photo=companion.photo,
                file_name=companion.file_name,
                sha256=companion.sha256,
                size=companion.size,
            )
        )

    def forget_companions(self, photo: PhotoId) -> None:
        self._database.change(delete(_companions).where(_companions.c.photo == photo))

    def open_intakes(self) -> Sequence[OpenIntake]:
        return [
            OpenIntake(
                BatchId(row.batch), DeviceId(row.device), _text(row.within), _chosen(bytes(row.chosen or b""))
            )
            for row in self._database.rows(select(_intakes).order_by(_intakes.c.number))
        ]

    def open_intake(self, intake: OpenIntake) -> None:
        chosen = b"" if intake.chosen is None else json.dumps(sorted(intake.chosen)).encode("ascii")
        self._database.change(
            insert(_intakes).values(
                batch=intake.batch, device=intake.device, within=_bytes(intake.within), chosen=chosen
            )
        )

    def close_intake(self, batch: BatchId) -> None:
        self._database.change(delete(_intakes).where(_intakes.c.batch == batch))


def _original(row: Any) -> Original:
    return Original(
        device=DeviceId(row.device),
        path=_text(row.path),
        photo=PhotoId(row.photo),
        sha256=row.sha256,
        size=row.size,
        modified_ns=row.modified_ns,
        fate=Fate(row.fate),
        sitting=row.sitting,
    )


# a name on a device need not be text, so it is kept as bytes
def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")


def _text(path: bytes) -> str:
    return bytes(path).decode("utf-8", "surrogatepass")


def _chosen(written: bytes) -> frozenset[str] | None:
    return frozenset(json.loads(written)) if written else None
