"""Destinations with their secrets, and copies on their way, behind their port."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Executable, delete, insert, select, update

from consent.deliveries import UNSETTLED, Delivery
from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from consent.errors import Code, ConsentError
from consent.publications import PhotoId
from consent.store import schema_posts as schema
from consent.store.database import Database
from consent.wellformed import check_destination

_destinations, _secrets, _deliveries = schema.destinations, schema.destination_secrets, schema.deliveries
_DELIVERY = TypeAdapter(Delivery)


class StoredOutbox:
    """`consent.ports.Outbox` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def destinations(self) -> Sequence[DestinationRecord]:
        query = select(_destinations).order_by(_destinations.c.id)
        return [_destination(row) for row in self._database.rows(query)]

    def destination(self, destination: DestinationId) -> DestinationRecord:
        found = self._database.rows(select(_destinations).where(_destinations.c.id == destination))
        if not found:
            raise ConsentError(Code.UNKNOWN_DESTINATION, destination)
        return _destination(found[0])

    def put_destination(self, destination: DestinationRecord, secret: str | None = None) -> None:
        check_destination(destination)
        values = {
            "name": destination.name,
            "kind": destination.kind.value,
            "address": destination.address,
            "folder": destination.folder,
            "user": destination.user,
            "pinned": destination.pinned,
        }
        with self._database.transaction():
            same = _destinations.c.id == destination.id
            before = [_destination(row) for row in self._database.rows(select(_destinations).where(same))]
            if not all(destination.has_door_of(one) for one in before):
                self._forget_secret(destination.id)
            if not self._database.change(update(_destinations).where(same).values(values)):
                self._database.change(insert(_destinations).values(id=destination.id, **values))
            if secret is not None:
                self._forget_secret(destination.id)
                self._database.change(insert(_secrets).values(destination=destination.id, secret=secret))

    def remove_destination(self, destination: DestinationId) -> None:
        with self._database.transaction():
            self._forget_secret(destination)
            if not self._database.change(delete(_destinations).where(_destinations.c.id == destination)):
                raise ConsentError(Code.UNKNOWN_DESTINATION, destination)

    def secret(self, destination: DestinationId) -> str:
        found = self._database.rows(select(_secrets.c.secret).where(_secrets.c.destination == destination))
        return str(found[0].secret) if found else ""

    def _forget_secret(self, destination: DestinationId) -> None:
        if self._database.change(delete(_secrets).where(_secrets.c.destination == destination)):
            # a secret that was replaced must not be read from a free page or the write-ahead log
            self._database.shrink_after_commit()

    def deliveries(self, photo: PhotoId | None = None) -> Sequence[Delivery]:
        query = select(_deliveries)
        if photo is not None:
            query = query.where(_deliveries.c.photo == photo)
        return self._deliveries(query)

    def unsettled(self) -> Sequence[Delivery]:
        states = [sent.value for sent in UNSETTLED]
        return self._deliveries(select(_deliveries).where(_deliveries.c.sent.in_(states)))

    def _deliveries(self, query: Executable) -> Sequence[Delivery]:
        found = [_DELIVERY.validate_json(row.document) for row in self._database.rows(query)]
        return sorted(found, key=lambda one: (one.at, one.file_name))

    def put_delivery(self, delivery: Delivery) -> None:
        values = {
            "photo": delivery.photo,
            "sent": delivery.sent.value,
            "document": _DELIVERY.dump_json(delivery).decode(),
        }
        with self._database.transaction():
            same = _deliveries.c.file_name == delivery.file_name
            if not self._database.change(update(_deliveries).where(same).values(values)):
                self._database.change(insert(_deliveries).values(file_name=delivery.file_name, **values))


def _destination(row: Any) -> DestinationRecord:
    return DestinationRecord(
        DestinationId(row.id),
        row.name,
        DestinationKind(row.kind),
        address=row.address,
        folder=row.folder,
        user=row.user,
        pinned=row.pinned,
    )
