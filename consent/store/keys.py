"""Locks the store's one data key into boxes: one for each member of staff's password, one for recovery."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import ConfigDict

from consent.store.cost import Cost, stretched

BYTES_AS_BASE64 = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64", extra="forbid")
KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16

_RECOVERY_BYTES = 24  # 192 bits: beyond guessing, so no slow hash is needed
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which people misread."""
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUP = 5


@dataclass(frozen=True, slots=True)
class Box:
    """The data key, sealed. AES-256-GCM; `sealed` holds ciphertext and tag."""

    __pydantic_config__: ClassVar[ConfigDict] = BYTES_AS_BASE64

    salt: bytes
    nonce: bytes
    sealed: bytes
    cost: Cost | None = None  # None: not opened by a password


def fresh_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def normal_password(password: str) -> bytes:
    """The same bytes however a keyboard composes an accent."""
    return unicodedata.normalize("NFKC", password).encode()


def seal(data_key: bytes, password: str, *, bound_to: bytes, cost: Cost) -> Box:
    """A box that this password opens, only in the place that `bound_to` names."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(_stretch(password, salt, cost))
    return Box(salt, nonce, cipher.encrypt(nonce, data_key, _bound(bound_to, cost)), cost)


def unseal(box: Box, password: str, *, bound_to: bytes) -> bytes | None:
    """The data key, or None where the password is wrong or the box was altered or moved."""
    if box.cost is None or not box.cost.sane:
        return None
    cipher = AESGCM(_stretch(password, box.salt, box.cost))
    try:
        return cipher.decrypt(box.nonce, box.sealed, _bound(bound_to, box.cost))
    except InvalidTag:
        return None


def waste_time(password: str, cost: Cost) -> None:
    """Work as long as for a real guess, so that time does not tell whether a user name exists."""
    _stretch(password, bytes(SALT_BYTES), cost)


def seal_for_recovery(data_key: bytes, *, bound_to: bytes) -> tuple[Box, str]:
    """A box and the recovery key that opens it, written in groups for paper."""
    secret = secrets.token_bytes(_RECOVERY_BYTES)
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(_spread(secret, salt)).encrypt(nonce, data_key, bound_to)
    return Box(salt, nonce, sealed), _written(secret)


def unseal_for_recovery(box: Box, recovery_key: str, *, bound_to: bytes) -> bytes | None:
    """The data key, or None where the recovery key is mistyped or another store's."""
    secret = _read(recovery_key)
    if secret is None:
        return None
    try:
        return AESGCM(_spread(secret, box.salt)).decrypt(box.nonce, box.sealed, bound_to)
    except InvalidTag:
        return None


def derived(data_key: bytes, purpose: str) -> bytes:
    """A key for one purpose, made from the data key (HKDF-SHA256), so that no key serves two."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"greenlight {purpose}".encode()).derive(data_key)


def tag(key: bytes, content: bytes) -> str:
    """HMAC-SHA256 in hex."""
    return hmac.new(key, content, hashlib.sha256).hexdigest()


def _stretch(password: str, salt: bytes, cost: Cost) -> bytes:
    return stretched(normal_password(password), salt, cost, length=KEY_BYTES)


def _bound(bound_to: bytes, cost: Cost) -> bytes:
    return b"%b|%d|%d|%d" % (bound_to, cost.memory_kib, cost.passes, cost.lanes)


def _spread(secret: bytes, salt: bytes) -> bytes:
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=salt, info=b"greenlight recovery").derive(secret)


def _written(secret: bytes) -> str:
    """Base 32 with one check byte, in groups of five."""
    number = int.from_bytes(secret + hashlib.sha256(secret).digest()[:1], "big")
    length = (_RECOVERY_BYTES + 1) * 8 // 5
    text = "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(length)))
    return "-".join(text[at : at + _GROUP] for at in range(0, length, _GROUP))


def _read(recovery_key: str) -> bytes | None:
    """The secret of a typed key; spaces, dashes and case do not matter. None where the check fails."""
    text = "".join(recovery_key.split()).replace("-", "").upper().translate(_MISREAD)
    if len(text) != (_RECOVERY_BYTES + 1) * 8 // 5 or not set(text) <= set(_ALPHABET):
        return None
    number = 0
    for letter in text:
        number = number << 5 | _ALPHABET.index(letter)
    content = number.to_bytes(_RECOVERY_BYTES + 1, "big")
    secret, check = content[:-1], content[-1:]
    return secret if hashlib.sha256(secret).digest()[:1] == check else None
