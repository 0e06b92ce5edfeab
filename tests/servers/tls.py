"""Web servers with certificates as a test wants them: they answer nothing, and remember what they were told."""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HERE = "127.0.0.1"


@dataclass
class Listener:
    """A TLS server. `told` is everything that came through a finished handshake, in clear."""

    port: int
    told: bytearray = field(default_factory=bytearray)
    greeted: int = 0
    """Handshakes that were begun."""


@dataclass(frozen=True)
class Authority:
    """Whoever signs certificates; `file` is its own certificate, as a computer that trusts it has it."""

    folder: Path
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def file(self) -> Path:
        return self.folder / "authority.pem"

    def sign(self, name: str, *, until: dt.timedelta = dt.timedelta(days=2)) -> Path:
        """A certificate with its key for a host's name or address, as one file."""
        key = ec.generate_private_key(ec.SECP256R1())
        now = dt.datetime.now(tz=dt.UTC)
        try:
            host: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(name))
        except ValueError:
            host = x509.DNSName(name)
        made = (
            x509.CertificateBuilder()
            .subject_name(_named(name))
            .issuer_name(self.certificate.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=9))
            .not_valid_after(now + until)
            .add_extension(x509.SubjectAlternativeName([host]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
            )
            .sign(self.key, hashes.SHA256())
        )
        file = self.folder / f"{x509.random_serial_number()}.pem"
        plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file.write_bytes(key.private_bytes(*plain) + made.public_bytes(serialization.Encoding.PEM))
        return file


def an_authority(folder: Path) -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    now = dt.datetime.now(tz=dt.UTC)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(_named("Authority of a test"))
        .issuer_name(_named("Authority of a test"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=9))
        .not_valid_after(now + dt.timedelta(days=9))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    authority = Authority(folder, key, made)
    authority.file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return authority


@contextlib.contextmanager
def listening(certificate: Path) -> Iterator[Listener]:
    """A server with this certificate, for the length of a block."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server((HERE, 0)) as door:
        listener = Listener(door.getsockname()[1])
        thread = threading.Thread(target=_serve, args=(door, context, listener), daemon=True)
        thread.start()
        yield listener
        with contextlib.suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _serve(door: socket.socket, context: ssl.SSLContext, listener: Listener) -> None:
    while True:
        try:
            line, _ = door.accept()
        except OSError:
            return
        listener.greeted += 1
        line.settimeout(2)
        try:
            with context.wrap_socket(line, server_side=True) as secure:
                listener.told += secure.recv(65536)
        except OSError:
            line.close()


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
