"""Promise 31: cut at every phase of its way, a copy is never lost, never doubled unasked, never deleted too early."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pytest

from app.destinations import s3, sftp, webdav, wordpress
from app.destinations.base import NO_WORDS, Destination, Found, Presence, Receipt
from app.destinations.folder import FolderDestination
from app.destinations.on_record import open_record
from app.errors import AppError, Trouble
from app.outbox.handover import look_after
from app.steps import path
from consent.deliveries import Sent
from consent.publications import Words
from consent.stages import Stage
from tests.path.conftest import WEBSITE, School
from tests.path.conftest import made_school as made_school  # noqa: PLC0414 - what the fixture stands on
from tests.path.conftest import school as school  # noqa: PLC0414 - the fixture
from tests.path.test_path import approved
from tests.pictures import a_jpeg, a_scene
from tests.servers.cutter import Line, line_to
from tests.servers.every_kind import REMOTE, REMOTE_PARAMS
from tests.servers.running import Server

pytestmark = [
    # a handle whose line was cut cannot be closed; the library says so
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in. <function SMBRawIO:pytest.PytestUnraisableExceptionWarning"
    ),
    pytest.mark.filterwarnings("ignore:unclosed SMB handle:ResourceWarning"),
]
SHARES = (0.0, 0.05, 0.3, 0.6, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 1.0)
"""Of the bytes that a whole delivery takes: before, during, after the last byte, before the answer."""

CONTENT = a_jpeg(a_scene(400, 300), quality=95)
SMALL = a_jpeg(a_scene(8, 8), quality=30)
WORDS = Words("Sports day", "two children with a ball")


@pytest.fixture(params=REMOTE_PARAMS, scope="module")
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with request.param(tmp_path_factory.mktemp("server")) as server:
        yield server


@contextlib.contextmanager
def over(line: Line, server: Server) -> Iterator[Destination]:
    """The server, reached over a line that may break."""
    address = server.record.address.replace(str(server.port), str(line.port))
    opened = open_record(replace(server.record, address=address), server.secret)
    try:
        yield opened
    finally:
        opened.close()


def whole_delivery(line: Line, server: Server, content: bytes = CONTENT) -> tuple[int, int]:
    """How many bytes go each way when nothing is cut."""
    server.clear()
    line.reset()
    with over(line, server) as destination:
        destination.send("00ff.jpg", content, WORDS)
    return line.sent, line.answered


def cut_once(
    line: Line,
    server: Server,
    name: str,
    *,
    up: int | None = None,
    down: int | None = None,
    mute_after: int | None = None,
    content: bytes = CONTENT,
) -> None:
    """Send with a line that breaks there; then do as the program does when the line is mended."""
    server.clear()
    line.reset()
    line.to_server, line.to_client, line.mute_after = up, down, mute_after
    with over(line, server) as destination:
        code = outcome_of(destination, name, content)
        line.mend()
        server.settled()  # as long as `destination.settling` in the program
        found = destination.look(name, hashlib.sha256(content).hexdigest()).presence
        if code is None:
            assert found is Presence.THERE
        elif code is not Trouble.DOUBTFUL:
            assert found is not Presence.THERE, f"called {code}, and yet it is there"
        assert found is not Presence.ANOTHER, "half a copy was shown under its name"
        if found is not Presence.THERE:
            destination.send(name, content, WORDS)
    assert server.holds() == {name: content}


def outcome_of(destination: Destination, name: str, content: bytes) -> Trouble | None:
    try:
        destination.send(name, content, WORDS)
    except AppError as error:
        return error.code
    return None


@pytest.mark.parametrize("way", ["to the server", "back"])
@pytest.mark.parametrize("share", [0.5, pytest.param(0.97, marks=pytest.mark.slow)])
def test_promise_31_a_line_that_breaks_neither_loses_nor_doubles_a_copy(
    running: Server, share: float, way: str
) -> None:
    with line_to(running.port) as line:
        sent, answered = whole_delivery(line, running)
        up = int(share * sent) if way == "to the server" else None
        down = int(share * answered) if way == "back" else None
        cut_once(line, running, "ab12.jpg", up=up, down=down)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["to the server", "back"])
def test_promise_31_a_line_may_break_anywhere(running: Server, way: str) -> None:
    with line_to(running.port) as line:
        sent, answered = whole_delivery(line, running)
        for number, share in enumerate(SHARES):
            up = int(share * sent) if way == "to the server" else None
            down = int(share * answered) if way == "back" else None
            cut_once(line, running, f"{number:04x}.jpg", up=up, down=down)


@pytest.mark.parametrize("apart", [251, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("way", ["to the server", "back"])
def test_promise_31_a_line_may_break_at_each_byte(way: str, apart: int, tmp_path: Path) -> None:
    with REMOTE["wordpress"](tmp_path) as server, line_to(server.port) as line:
        sent, answered = whole_delivery(line, server, SMALL)
        for at in range(0, (sent if way == "to the server" else answered) + 1, apart):
            up, down = (at, None) if way == "to the server" else (None, at)
            cut_once(line, server, "00ff.jpg", up=up, down=down, content=SMALL)


PATIENT = [
    pytest.param("webdav", webdav, id="webdav"),
    pytest.param("wordpress", wordpress, id="wordpress"),
    pytest.param("sftp", sftp, id="sftp", marks=pytest.mark.slow),
    pytest.param("s3", s3, id="s3", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
@pytest.mark.parametrize(("kind", "module"), PATIENT)
def test_promise_31_an_answer_that_does_not_come_is_no_answer(
    kind: str, module: ModuleType, share: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything was sent, the line holds, and the server says nothing more: the wait ends, and with it the attempt."""
    with REMOTE[kind](tmp_path) as server, line_to(server.port) as line:
        _, answered = whole_delivery(line, server, SMALL)
        monkeypatch.setattr(module, "ANSWER_SECONDS", 1)
        cut_once(line, server, "00ff.jpg", mute_after=int(share * answered), content=SMALL)


class PowerCutError(BaseException):
    """Ends everything at once, as a killed program does."""


class CutDestination:
    """A folder that dies before or after the copy has its name."""

    is_remote = False
    settling = timedelta(0)

    def __init__(self, folder: FolderDestination, *, before: bool) -> None:
        self._folder, self._before = folder, before
        self.label = folder.label

    def send(self, name: str, content: bytes, words: Words = NO_WORDS) -> Receipt:
        if not self._before:
            self._folder.send(name, content, words)
        raise PowerCutError

    def look(self, name: str, sha256: str) -> Found:
        return self._folder.look(name, sha256)

    def take_back(self, name: str, sha256: str) -> None:
        """Never in part."""

    def test(self) -> None:
        """Not asked."""

    def close(self) -> None:
        """Nothing is open."""


class HalfDestination(CutDestination):
    """A site that has the picture and no post around it; it is quiet after a minute."""

    settling = timedelta(minutes=1)

    def __init__(self, folder: FolderDestination, *, gives_back: bool) -> None:
        super().__init__(folder, before=False)
        self._gives_back = gives_back
        self.taken_back: list[str] = []

    def look(self, name: str, sha256: str) -> Found:
        return Found(Presence.ABSENT if name in self.taken_back else Presence.PART)

    def take_back(self, name: str, sha256: str) -> None:
        if not self._gives_back:
            raise AppError(Trouble.UNREACHABLE)
        self.taken_back.append(name)


@pytest.mark.parametrize("gives_back", [True, False])
def test_promise_31_not_sent_means_that_nothing_of_a_copy_is_there(
    school: School, *, gives_back: bool
) -> None:
    batch, _ = approved(school)
    half = HalfDestination(FolderDestination(school.out / WEBSITE), gives_back=gives_back)
    with contextlib.suppress(PowerCutError):
        list(path.deliver(school.as_("head"), batch, lambda _: half))
    services = school.as_("head")
    (delivery,) = services.store.outbox.unsettled()
    assert not look_after(services, delivery, half).is_settled, "the site may still be working on it"
    assert half.taken_back == []
    later = replace(services, clock=lambda: delivery.at + half.settling)
    looked = look_after(later, delivery, half)
    assert (looked.sent is Sent.NOT_SENT) is gives_back
    assert half.taken_back == [delivery.file_name] * gives_back
    assert len(services.store.outbox.unsettled()) == (0 if gives_back else 1), "told until it is gone"


def website_posts(school: School) -> list[str]:
    return [p.file_name for p in school.office.store.ledger.publications() if p.platform == WEBSITE]


@pytest.mark.parametrize("before", [True, False], ids=["before the copy is there", "before our record"])
def test_promise_31_a_crash_at_any_moment_leaves_one_copy_and_the_photo_until_then(
    school: School, *, before: bool
) -> None:
    batch, photo = approved(school)
    folder = FolderDestination(school.out / WEBSITE)
    with contextlib.suppress(PowerCutError):
        list(path.deliver(school.as_("head"), batch, lambda _: CutDestination(folder, before=before)))
    assert school.office.vault.get(photo), "deleted before it was proven elsewhere"
    ledger = school.office.store.ledger
    assert ledger.photo(photo).stage is Stage.VERIFY
    told = school.deliver(batch)
    assert {progress.trouble for progress in told} == {""}
    per_platform = [(p.photo, p.platform) for p in ledger.publications()]
    assert len(per_platform) == len(set(per_platform)) == 4
    for publication in ledger.publications():
        assert publication.file_name
    copies = [file.name for file in (school.out / WEBSITE).iterdir()]
    assert sorted(copies) == sorted(website_posts(school) + _elsewhere(school))
    assert ledger.photo(photo).stage is Stage.ERASE
    assert all(delivery.is_settled for delivery in school.office.store.outbox.deliveries())


def _elsewhere(school: School) -> list[str]:
    """Copies for the other platform that the cut delivery had put into the same folder."""
    there = {file.name for file in (school.out / WEBSITE).iterdir()}
    return [
        p.file_name
        for p in school.office.store.ledger.publications()
        if p.platform != WEBSITE and p.file_name in there
    ]


@pytest.mark.parametrize("lost", ["intent", "record"])
def test_promise_31_a_store_that_cannot_write_stops_before_or_settles_after(
    school: School, lost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch, photo = approved(school)
    outbox = school.office.store.outbox
    kept: Callable[..., None] = outbox.put_delivery
    calls: list[int] = []

    def put(delivery: object) -> None:
        calls.append(1)
        if len(calls) == (1 if lost == "intent" else 2):
            raise PowerCutError
        kept(delivery)

    monkeypatch.setattr(outbox, "put_delivery", put)
    with contextlib.suppress(PowerCutError):
        school.deliver(batch)
    monkeypatch.undo()
    there = [file for platform in school.out.iterdir() for file in platform.iterdir()]
    assert len(there) == (0 if lost == "intent" else 1)
    assert school.office.vault.get(photo)
    school.deliver(batch)
    there = [file for platform in school.out.iterdir() for file in platform.iterdir()]
    assert len(there) == len(school.office.store.ledger.publications()) == 4
