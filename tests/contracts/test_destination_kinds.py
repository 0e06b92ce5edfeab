"""Every kind of destination keeps one contract, each against a real server of its kind on this computer."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.destinations.base import Destination, Presence
from app.destinations.on_record import open_record
from app.errors import AppError, Trouble
from consent.destinations import LOCAL, DestinationId, DestinationKind, DestinationRecord
from consent.publications import Words
from tests.pictures import a_jpeg, a_scene
from tests.servers.every_kind import REMOTE_PARAMS, Starts
from tests.servers.running import Server, empty, shown_in

COPY = a_jpeg(a_scene(640, 480), quality=95)
HASH = hashlib.sha256(COPY).hexdigest()
NAME = "0123456789abcdef0123456789abcdef.jpg"


def local(kind: DestinationKind) -> Starts:
    """A folder, which is no server."""

    @contextlib.contextmanager
    def made(folder: Path) -> Iterator[Server]:
        record = DestinationRecord(DestinationId(kind.value), "Folder", kind, folder=str(folder / "out"))

        def holds() -> dict[str, bytes]:
            shown = shown_in(folder / "out").items()
            return {name: content for name, content in shown if name.endswith(".jpg")}

        yield Server(record, 0, holds, lambda: empty(folder / "out"))

    return made


EVERY = [*(pytest.param(local(kind), id=kind) for kind in sorted(LOCAL)), *REMOTE_PARAMS]


@pytest.fixture(params=EVERY, scope="module")
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with request.param(tmp_path_factory.mktemp("server")) as server:
        yield server


def code_of(error: pytest.ExceptionInfo[AppError]) -> tuple[Trouble, str]:
    return error.value.code, error.value.detail


def test_a_copy_arrives_whole_under_its_name_and_is_seen_to_be_there(
    server: Server, destination: Destination
) -> None:
    receipt = destination.send(NAME, COPY, Words("Sports Day", "children running", "Wessex Press"))
    assert receipt.sha256 == HASH
    assert server.holds() == {NAME: COPY}
    found = destination.look(NAME, HASH)
    assert found.presence is Presence.THERE
    assert found.receipt is not None
    assert found.receipt.sha256 == HASH
    assert destination.is_remote is (server.record.kind not in LOCAL)
    assert destination.label == server.record.id


def test_a_look_tells_absent_from_another(server: Server, destination: Destination) -> None:
    destination.send(NAME, COPY)
    assert destination.look("ffff.jpg", HASH).presence is Presence.ABSENT
    assert destination.look(NAME, "00" * 32).presence is Presence.ANOTHER


def test_promise_31_the_same_name_and_bytes_again_are_held_once(
    server: Server, destination: Destination
) -> None:
    destination.send(NAME, COPY)
    if server.record.kind in LOCAL:
        with pytest.raises(AppError) as error:
            destination.send(NAME, COPY)
        assert code_of(error) == (Trouble.NOT_WRITABLE, "exists")
    else:
        assert destination.send(NAME, COPY).sha256 == HASH
    assert server.holds() == {NAME: COPY}


def test_promise_4_nothing_is_written_over_another_file(server: Server, destination: Destination) -> None:
    destination.send(NAME, COPY + b"longer")
    with pytest.raises(AppError) as error:
        destination.send(NAME, COPY)
    assert code_of(error) == (Trouble.NOT_WRITABLE, "exists")
    assert server.holds() == {NAME: COPY + b"longer"}


def test_several_copies_go_through_one_destination(server: Server, destination: Destination) -> None:
    copies = {f"{number:032x}.jpg": COPY + bytes([number]) for number in range(3)}
    for name, content in copies.items():
        destination.send(name, content)
    assert server.holds() == copies


def test_a_test_of_a_destination_leaves_nothing_there(server: Server, destination: Destination) -> None:
    destination.test()
    assert server.holds() == {}


@pytest.mark.parametrize("name", ["../a.jpg", "a/b.jpg", "a.exe", "CON.jpg", ""])
def test_only_harmless_names_are_taken(destination: Destination, name: str) -> None:
    with pytest.raises(AppError) as error:
        destination.send(name, b"x")
    assert error.value.code is Trouble.WRONG_USE


def test_a_wrong_password_is_told_and_nothing_is_sent(server: Server) -> None:
    if server.record.kind in LOCAL | {DestinationKind.S3}:
        pytest.skip("asks for no password here")
    opened = open_record(server.record, "not the secret")
    with pytest.raises(AppError) as error:
        opened.send(NAME, COPY)
    opened.close()
    assert error.value.code is Trouble.NOT_LET_IN
    assert server.holds() == {}


def test_promise_49_opening_a_destination_connects_to_nothing(server: Server) -> None:
    if server.record.kind in LOCAL:
        pytest.skip("connects to nothing at all")
    nowhere = replace(server.record, address=server.record.address.replace(str(server.port), "9"))
    opened = open_record(nowhere, server.secret)
    with pytest.raises(AppError) as error:
        opened.send(NAME, COPY)
    opened.close()
    assert error.value.code is Trouble.UNREACHABLE
