"""Seals single values of a shared register, so that a value opens only where the program put it."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

from consent.errors import Code, ConsentError
from consent.store.keys import NONCE_BYTES, derived


class Cells:
    """The keys of a register's cells, made from its data key.

    AES-256-GCM with random nonces: one key is good for 2^32 cells (NIST SP 800-38D, 8.3), some four thousand
    times a large school's. AES-256-SIV (RFC 5297) where equal values must be equal bytes.
    """

    def __init__(self, data_key: bytes) -> None:
        self._cipher = AESGCM(derived(data_key, "cells"))
        self._finder = AESSIV(derived(data_key, "findable cells 1") + derived(data_key, "findable cells 2"))

    def __repr__(self) -> str:
        return "Cells"  # a key must not reach a traceback

    def seal(self, content: bytes, place: str, row: bytes) -> bytes:
        """`place` is table and column, `row` whatever says which row this is."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, _bound(place, row))

    def open(self, sealed: bytes, place: str, row: bytes) -> bytes:
        """ConsentError(STORE_DAMAGED, table and column) where it was altered, or is from elsewhere."""
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound(place, row))
        except (InvalidTag, ValueError):
            raise ConsentError(Code.STORE_DAMAGED, place) from None

    def seal_findable(self, content: bytes, place: str) -> bytes:
        """The same content at the same place is the same bytes."""
        return self._finder.encrypt(content, [place.encode()])

    def open_findable(self, sealed: bytes, place: str) -> bytes:
        """ConsentError(STORE_DAMAGED, table and column) where it was altered, or is another column's."""
        try:
            return self._finder.decrypt(sealed, [place.encode()])
        except (InvalidTag, ValueError):
            raise ConsentError(Code.STORE_DAMAGED, place) from None


def _bound(place: str, row: bytes) -> bytes:
    return place.encode() + b"\x00" + row
