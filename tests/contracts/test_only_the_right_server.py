"""Copies and passwords go to the server that was set up, or nowhere: certificates and host keys of another are refused."""

from __future__ import annotations

import base64
import gc
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import asyncssh
import pytest

from app.cli.sentences import sentence
from app.destinations.base import Destination
from app.destinations.on_record import open_record
from app.destinations.sftp import host_key
from app.errors import AppError, Trouble
from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from tests.servers.running import SECRET, USER
from tests.servers.sftp import sftp_server
from tests.servers.tls import HERE, Authority, Listener, an_authority, listening

NAME = "0123456789abcdef0123456789abcdef.jpg"
COPY = b"\xff\xd8 a finished copy \xff\xd9"
WEB = [DestinationKind.WEBDAV, DestinationKind.S3, DestinationKind.WORDPRESS]
DOORS: dict[str, Callable[[Destination], object]] = {
    "send": lambda destination: destination.send(NAME, COPY),
    "look": lambda destination: destination.look(NAME, "00" * 32),
    "test": lambda destination: destination.test(),
}


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """One that this computer trusts, and no other."""
    made = an_authority(tmp_path)
    for name in ("SSL_CERT_FILE", "AWS_CA_BUNDLE"):
        monkeypatch.setenv(name, str(made.file))
    return made


@contextmanager
def opened(kind: DestinationKind, listener: Listener) -> Iterator[Destination]:
    record = DestinationRecord(
        DestinationId("web"), "Pages", kind, address=f"https://{HERE}:{listener.port}", folder="school/photos", user=USER
    )  # fmt: skip
    destination = open_record(record, SECRET)
    yield destination
    destination.close()


def certificate(authority: Authority, wrong: str, folder: Path) -> Path:
    match wrong:
        case "of another host":
            return authority.sign("pages.another.example")
        case "too old":
            return authority.sign(HERE, until=-timedelta(days=1))
        case _:
            (folder / "stranger").mkdir()
            return an_authority(folder / "stranger").sign(HERE)


@pytest.mark.parametrize("wrong", ["of another host", "too old", "of an authority that no one trusts"])
@pytest.mark.parametrize("door", sorted(DOORS))
@pytest.mark.parametrize("kind", WEB, ids=str)
def test_a_server_whose_certificate_does_not_fit_gets_neither_copy_nor_password(
    kind: DestinationKind, door: str, wrong: str, authority: Authority, tmp_path: Path
) -> None:
    with (
        listening(certificate(authority, wrong, tmp_path)) as listener,
        opened(kind, listener) as destination,
    ):
        with pytest.raises(AppError) as refused:
            DOORS[door](destination)
        assert refused.value.code is Trouble.NOT_TRUSTED
        assert listener.greeted
        assert not listener.told
    assert sentence(refused.value.code) == "the server is not the one that was set up; nothing was sent"
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize("kind", WEB, ids=str)
def test_a_certificate_that_fits_is_what_lets_a_request_through(
    kind: DestinationKind, authority: Authority
) -> None:
    with listening(authority.sign(HERE)) as listener, opened(kind, listener) as destination:
        with pytest.raises(AppError) as cut:  # it listens, and answers nothing
            destination.look(NAME, "00" * 32)
        assert cut.value.code is Trouble.UNREACHABLE
        assert b"HTTP/1.1" in listener.told
        if kind is not DestinationKind.S3:  # which signs, and sends no password
            assert base64.b64encode(f"{USER}:{SECRET}".encode()) in bytes(listener.told)


@contextmanager
def answering(location: str, told: list[bytes]) -> Iterator[int]:
    """A plain web server on this computer that sends whoever asks to `location`, and keeps what it was told."""

    class Sends(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # by which S3 asks before it sends a body

        def handle_any(self) -> None:
            told.append(
                str(self.headers).encode() + self.rfile.read(int(self.headers.get("Content-Length", 0)))
            )
            self.send_response(307)
            self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.send_header("Connection", "close")
            self.end_headers()

        def __getattr__(self, name: str) -> object:
            if name.startswith("do_"):  # whatever the method is
                return self.handle_any
            raise AttributeError(name)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer((HERE, 0), Sends)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.mark.parametrize("door", sorted(DOORS))
@pytest.mark.parametrize("kind", WEB, ids=str)
def test_a_server_cannot_send_copy_or_password_on_to_another(kind: DestinationKind, door: str) -> None:
    told: list[bytes] = []
    elsewhere: list[bytes] = []
    with (
        answering("http://192.0.2.1/", elsewhere) as other,
        answering(f"http://{HERE}:{other}/", told) as port,
    ):
        record = DestinationRecord(
            DestinationId("web"), "Pages", kind, address=f"http://{HERE}:{port}", folder="school/photos", user=USER
        )  # fmt: skip
        destination = open_record(record, SECRET)
        with pytest.raises(AppError):
            DOORS[door](destination)
        destination.close()
        with (
            warnings.catch_warnings()
        ):  # aiohttp forgets the line on which it was refused before it sent the body
            warnings.simplefilter("ignore", ResourceWarning)
            del destination
            gc.collect()
    assert told
    assert elsewhere == []


@pytest.mark.parametrize("door", sorted(DOORS))
def test_a_server_with_another_host_key_is_not_even_told_who_asks(door: str, tmp_path: Path) -> None:
    tried: list[str] = []
    with sftp_server(tmp_path / "server", tried=tried) as server:
        other = asyncssh.generate_private_key("ssh-ed25519").get_fingerprint("sha256")
        destination = open_record(replace(server.record, pinned=other), server.secret)
        with pytest.raises(AppError) as refused:
            DOORS[door](destination)
        destination.close()
        assert (refused.value.code, refused.value.detail) == (Trouble.NOT_TRUSTED, "host key")
        assert tried == []
        assert server.holds() == {}


def test_a_host_key_that_changed_is_seen_and_told_beside_the_one_that_was_pinned(tmp_path: Path) -> None:
    old, new = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    tried: list[str] = []
    with sftp_server(tmp_path / "server", old, tried=tried) as server:
        first = open_record(server.record, server.secret)
        assert first.send(NAME, COPY).sha256
        first.close()
        assert tried == [USER]
        pinned = server.record.pinned
    with sftp_server(tmp_path / "server", new, tried=tried) as server:
        later = open_record(replace(server.record, pinned=pinned), server.secret)
        with pytest.raises(AppError) as refused:
            later.send(NAME, COPY)
        later.close()
        assert refused.value.code is Trouble.NOT_TRUSTED
        assert tried == [USER]
        assert host_key(server.record.address) == new.get_fingerprint("sha256") != pinned
