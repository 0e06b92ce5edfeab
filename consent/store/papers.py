"""Notices to parents, requests for what is held, and scanned forms under a key of their own each, in tables."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import delete, insert, select, update

from consent.errors import Code, ConsentError
from consent.notices import Excuse, Notice
from consent.people import PersonId
from consent.requests import Request, RequestId
from consent.scans import Media, Scan, ScanId
from consent.store import schema_people as schema
from consent.store.database import Database
from consent.store.text import day, day_or_none, iso_or_none

_notices, _scans, _keys = schema.notices, schema.scans, schema.scan_keys
_requests = schema.access_requests
_NONCE = 12  # bytes, random: each key seals one thing once
_FACTS = tuple(column for column in _scans.columns if column.name != "content")


class PaperTables:
    """Reads and writes notices and scans; knows no rules."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def notices(self, people: Sequence[PersonId] | None) -> Sequence[Notice]:
        """The notices of these records or of all, in the order of entry."""
        query = select(_notices).order_by(_notices.c.sequence)
        if people is not None:
            query = query.where(_notices.c.person.in_(people))
        return [_notice(row) for row in self._database.rows(query)]

    def record(self, notice: Notice) -> Notice:
        """Add a notice; the sequence is the table's."""
        values = {
            "person": notice.person,
            "carer": notice.carer,
            "sent_on": notice.sent_on.isoformat(),
            "form": notice.form,
            "excused": None if notice.excused is None else notice.excused.value,
            "recorded_by": notice.recorded_by,
        }
        with self._database.transaction():
            sequence = self._database.next_number(_notices.c.sequence)
            self._database.change(insert(_notices).values(sequence=sequence, **values))
        return replace(notice, sequence=sequence)

    def requests(self, people: Sequence[PersonId] | None) -> Sequence[Request]:
        """The requests about these records or all, by the day on which they came."""
        query = select(_requests)
        if people is not None:
            query = query.where(_requests.c.person.in_(people))
        found = [_request(row) for row in self._database.rows(query)]
        return sorted(found, key=lambda request: (request.received_on, request.id))

    def put_request(self, request: Request) -> None:
        """Add, or replace by id."""
        values = {
            "person": request.person,
            "received_on": request.received_on.isoformat(),
            "recorded_by": request.recorded_by,
            "answered_on": iso_or_none(request.answered_on),
        }
        with self._database.transaction():
            this = update(_requests).where(_requests.c.id == request.id).values(values)
            if not self._database.change(this):
                self._database.change(insert(_requests).values(id=request.id, **values))

    def scans(self, people: Sequence[PersonId] | None) -> Sequence[Scan]:
        """What is kept of these records or of all, without opening anything."""
        query = select(*_FACTS)
        if people is not None:
            query = query.where(_scans.c.person.in_(people))
        found = [_scan(row) for row in self._database.rows(query)]
        return sorted(found, key=lambda scan: (scan.received_on, scan.id))

    def put_scan(self, scan: Scan, content: bytes) -> None:
        """Seal the scan under a new key; the two lie in different tables."""
        key, nonce = AESGCM.generate_key(256), secrets.token_bytes(_NONCE)
        sealed = nonce + AESGCM(key).encrypt(nonce, content, scan.id.encode())
        values = {
            "id": scan.id,
            "person": scan.person,
            "form": scan.form,
            "received_on": scan.received_on.isoformat(),
            "media": scan.media.value,
            "size": scan.size,
            "sha256": scan.sha256,
            "kept_by": scan.kept_by,
            "content": sealed,
        }
        with self._database.transaction():
            self._database.change(insert(_scans).values(values))
            self._database.change(insert(_keys).values(scan=scan.id, key=key))

    def content(self, scan: ScanId) -> bytes:
        """The scan as it came; ConsentError UNKNOWN_SCAN, STORE_DAMAGED."""
        found = self._database.rows(select(_scans.c.content).where(_scans.c.id == scan))
        keys = self._database.rows(select(_keys).where(_keys.c.scan == scan))
        if not found or not keys:
            raise ConsentError(Code.UNKNOWN_SCAN, scan)
        sealed, key = bytes(found[0].content), bytes(keys[0].key)
        try:
            return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], scan.encode())
        except InvalidTag:
            raise ConsentError(Code.STORE_DAMAGED, "scan") from None

    def erase(self, people: Sequence[PersonId]) -> None:
        """Destroy the keys of these people's scans first, then all of their papers."""
        theirs = select(_scans.c.id).where(_scans.c.person.in_(people))
        self._database.change(delete(_keys).where(_keys.c.scan.in_(theirs)))
        self._database.change(delete(_scans).where(_scans.c.person.in_(people)))
        self._database.change(delete(_requests).where(_requests.c.person.in_(people)))
        self._database.change(delete(_notices).where(_notices.c.person.in_(people)))


def _notice(row: Any) -> Notice:
    return Notice(
        PersonId(row.person),
        row.carer,
        day(row.sent_on),
        row.form,
        None if row.excused is None else Excuse(row.excused),
        row.recorded_by,
        row.sequence,
    )


def _request(row: Any) -> Request:
    return Request(
        RequestId(row.id),
        PersonId(row.person),
        day(row.received_on),
        row.recorded_by,
        day_or_none(row.answered_on),
    )


def _scan(row: Any) -> Scan:
    return Scan(
        ScanId(row.id),
        PersonId(row.person),
        row.form,
        day(row.received_on),
        Media(row.media),
        row.size,
        row.sha256,
        row.kept_by,
    )
