"""Where a shared register lies: a server's address as a school writes it, and how it must be spoken to."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from consent.errors import Code, ConsentError

DEFAULT_PORT = 5432
_SCHEMES = frozenset({"postgresql", "postgres"})
_KNOWN = frozenset({"host", "sslrootcert"})
"""What may follow the question mark; anything else could turn off what is checked here."""


class Tls(StrEnum):
    """How far the way to a server that is not this PC must be trusted."""

    VERIFIED = "verified"  # encrypted, and the certificate names this server
    ENCRYPTED = "encrypted"  # encrypted, to whoever answers
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Address:
    """One database on one server. It never holds the password."""

    host: str  # a name, an address, or the folder of a local socket
    port: int
    database: str
    user: str
    certificate: str = ""  # the file of the school's own certificate authority; "": the system's

    @property
    def is_local(self) -> bool:
        """Whether the way to the server never leaves this PC."""
        if self.host.startswith("/") or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def written(self) -> str:
        """As it stands in a file, and as the system's keyring knows it."""
        return _url(self).render_as_string(hide_password=True)

    def connect_arguments(self, password: str, tls: Tls) -> dict[str, Any]:
        """For libpq: what is not named here is not left to the environment where it matters."""
        return {
            "host": self.host,
            "port": self.port,
            "dbname": self.database,
            "user": self.user,
            "password": password or None,
            "application_name": "greenlight",
            "connect_timeout": 10,
            "keepalives_idle": 30,
            "tcp_user_timeout": 30_000,
            "gssencmode": "disable",
            **self._tls_arguments(tls),
        }

    def _tls_arguments(self, tls: Tls) -> dict[str, Any]:
        if self.is_local:
            return {"sslmode": "disable" if self.host.startswith("/") else "prefer"}
        match tls:
            case Tls.VERIFIED:
                return {"sslmode": "verify-full", "sslrootcert": self.certificate or "system"}
            case Tls.ENCRYPTED:
                # whoever answers must not be handed the password itself
                return {"sslmode": "require", "require_auth": "scram-sha-256"}
            case Tls.OFF:
                return {"sslmode": "disable", "require_auth": "scram-sha-256"}


def read_address(untrusted: str) -> Address:
    """postgresql://user@server/database, and after `?` only sslrootcert (a file) or host (a local socket).

    Raises ConsentError(INVALID) saying what is wrong; a password in it is refused, because the address is
    kept in a file.
    """
    try:
        url = make_url(untrusted.strip())
    except (ArgumentError, ValueError):
        raise ConsentError(Code.INVALID, "not an address: postgresql://user@server/database") from None
    if url.drivername not in _SCHEMES:
        raise ConsentError(Code.INVALID, "not an address: postgresql://user@server/database")
    if url.password is not None:
        raise ConsentError(Code.INVALID, "leave the password out of the address: it is asked for")
    if not url.username or not url.database:
        raise ConsentError(Code.INVALID, "the address needs a user and a database")
    query = {name: value for name, value in url.query.items() if isinstance(value, str)}
    if set(url.query) - _KNOWN or len(query) != len(url.query):
        raise ConsentError(Code.INVALID, "only sslrootcert and host may follow the question mark")
    socket = query.get("host", "")
    if socket and (url.host or not socket.startswith("/")):
        raise ConsentError(Code.INVALID, "host after the question mark is the folder of a local socket")
    host = url.host or socket
    if not host or "," in host:
        raise ConsentError(Code.INVALID, "the address needs one server")
    return Address(host, url.port or DEFAULT_PORT, url.database, url.username, query.get("sslrootcert", ""))


def _url(address: Address) -> URL:
    is_socket = address.host.startswith("/")
    query = {"host": address.host} if is_socket else {}
    if address.certificate:
        query["sslrootcert"] = address.certificate
    return URL.create(
        "postgresql",
        address.user,
        host=None if is_socket else address.host,
        port=None if address.port == DEFAULT_PORT else address.port,
        database=address.database,
        query=query,
    )
