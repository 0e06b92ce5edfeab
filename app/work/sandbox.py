"""Looks at untrusted photos in a process of its own, so that a hostile one can cost nothing but itself."""

from __future__ import annotations

import hashlib
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from enum import StrEnum
from types import TracebackType
from typing import Any, Self

from app.work.child import Child
from app.work.messages import Call, Looked, Nothing, OnePage, PageSizes, Publish, Side, Sizes
from app.work.opinion import SecondOpinion, second_opinion
from app.work.vision import Engines, Picture, Readers, Reference
from vision.copies import CopyWanted, Cover, Expected, Output, Refused, Verified
from vision.errors import Code, ModelError, PhotoRefusedError, VisionError
from vision.findings import Analysis, Wanted

log = logging.getLogger(__name__)

SECONDS = 60.0
"""For one question. A photo of 200 Mpx takes about 10 s on two cores; six times that is a hang."""

MOST_MEMORY = 3 * 1024**3
"""Bytes of private memory. The largest photo needs 1.5 GB; OpenVINO and the threads' stacks reserve more than
they touch, so the bound lies at twice that: it stops a bomb, not a photo."""

LARGEST_COPY = 512 * 1024 * 1024
"""Bytes of the finished copies of one photo: a PNG of 50 Mpx of pure noise has 150 MB."""


LARGEST_FACE = 64 * 1024
"""Bytes of a face beside a template; one of 160 pixels takes about 6,000."""

_BREAKING = frozenset({Code.CRASHED, Code.TOO_SLOW, Code.OUT_OF_MEMORY})


class Load(StrEnum):
    """What `warm` makes ready."""

    MODELS = "models"
    NOTHING = "nothing"  # a light process for previews: models are loaded only if someone asks after all


class Sandbox:
    """The contract `app.work.vision.Vision`, kept by another process.

    The process is started by `warm` or by the first call, one question is asked at a time, and after a crash,
    a hang or a lack of memory the next process is started at once. Use as a context manager or call `close`.
    """

    def __init__(
        self,
        load: Load = Load.MODELS,
        *,
        seconds: float = SECONDS,
        memory: int = MOST_MEMORY,
        readers: Readers = Readers.WITH_SECOND,
        opinion: SecondOpinion = second_opinion,
    ) -> None:
        self._load = load
        self._seconds = seconds
        self._memory = memory
        self._readers = readers if load is Load.MODELS else Readers.ONE  # previews read nothing
        self._opinion = opinion
        self._lock = threading.Lock()  # one question at a time
        self._swap = threading.Lock()  # guards `_child` and `_closed`, never held for long
        self._child: Child | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def analyse(self, untrusted: bytes, wanted: Wanted) -> Analysis:
        # crests are bytes, which the text of a message does not carry
        body = replace(wanted, crests=())
        analysis: Analysis = self._ask(Call.ANALYSE, body, (untrusted, *wanted.crests))[0]
        return analysis

    def reference(self, untrusted: bytes) -> Reference:
        found: Reference
        found, blocks = self._ask(Call.REFERENCE, Nothing(), (untrusted,), most_bytes=LARGEST_FACE)
        return replace(found, picture=blocks[0] if blocks else b"")

    def publish(self, untrusted: bytes, covers: tuple[Cover, ...], output: Output, *, seed: int = 0) -> bytes:
        return self.publish_each(untrusted, (CopyWanted(covers, output),), seed=seed)[0]

    def publish_each(
        self, untrusted: bytes, wanted: tuple[CopyWanted, ...], *, seed: int = 0
    ) -> tuple[bytes, ...]:
        each = tuple(dict.fromkeys(wanted))  # platforms that want the same share one file
        _, blocks = self._ask(Call.PUBLISH, Publish(each, seed), (untrusted,), most_bytes=LARGEST_COPY)
        if len(blocks) != len(each):
            raise PhotoRefusedError(Code.CRASHED, "not every copy came back")
        made = dict(zip(each, blocks, strict=True))
        return tuple(made[one] for one in wanted)

    def look_again(self, published: bytes, expected: Expected) -> Verified | Refused:
        return self.look_again_each(((published, expected),))[0]

    def look_again_each(self, copies: tuple[tuple[bytes, Expected], ...]) -> tuple[Verified | Refused, ...]:
        each = tuple(dict.fromkeys(published for published, _ in copies))
        with ThreadPoolExecutor(1, "opinion") as beside:  # a process of its own, which takes longest to start
            asked = beside.submit(self._opinion, each)
            seen = [self._looked(published, expected) for published, expected in copies]
            more = dict(zip(each, asked.result(), strict=True))
        return tuple(
            Refused(outcome.sha256, more[published])
            if isinstance(outcome, Verified) and more[published]
            else outcome
            for outcome, (published, _) in zip(seen, copies, strict=True)
        )

    def _looked(self, published: bytes, expected: Expected) -> Verified | Refused:
        body = replace(expected, crests=replace(expected.crests, pictures=()))
        blocks = (published, *expected.crests.pictures)
        looked: Looked = self._ask(Call.LOOK_AGAIN, body, blocks)[0]
        outcome = looked.refused or looked.verified
        # the process may have been captured by an earlier photo: a proof counts for these bytes or not at all
        if outcome is None or outcome.sha256 != hashlib.sha256(published).hexdigest():
            raise PhotoRefusedError(Code.CRASHED, "a proof for other bytes")
        return outcome

    def preview(self, untrusted: bytes, longest_side: int) -> Picture:
        sizes, blocks = self._ask(
            Call.PREVIEW, Side(longest_side), (untrusted,), most_bytes=3 * longest_side**2
        )
        return _picture(sizes, blocks, longest_side)

    def page(self, untrusted: bytes, number: int, longest_side: int) -> tuple[Picture, int]:
        found: PageSizes
        wanted = OnePage(number, longest_side)
        found, blocks = self._ask(Call.PAGE, wanted, (untrusted,), most_bytes=3 * longest_side**2)
        sizes = Sizes(found.width, found.height, found.width, found.height)
        return _picture(sizes, blocks, longest_side), found.pages

    def doctor(self) -> Engines:
        engines: Engines = self._ask(Call.DOCTOR, Nothing(), ())[0]
        return engines

    def warm(self) -> None:
        with self._swap:
            self._started()

    def close(self) -> None:
        with self._swap:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            child.end()

    @property
    def pid(self) -> int | None:
        """The number of the running process, for measuring."""
        with self._swap:
            return None if self._child is None else self._child.pid

    def _started(self) -> Child:
        """The running process, a new one where there is none; `_swap` is held."""
        if self._closed:
            raise ModelError(Code.CRASHED, "closed")
        if self._child is None or not self._child.is_running:
            if self._child is not None:
                self._child.end()
            self._child = Child(
                self._load.value, str(int(self._seconds) + 1), str(self._memory), self._readers.value
            )
        return self._child

    def _ask(
        self, call: Call, body: object, blocks: tuple[bytes, ...], *, most_bytes: int = 0
    ) -> tuple[Any, tuple[bytes, ...]]:
        with self._lock:
            with self._swap:
                child = self._started()
            try:
                answer = child.ask(call, body, blocks, seconds=self._seconds, most_bytes=most_bytes)
            except VisionError as error:
                if error.code in _BREAKING or isinstance(error, ModelError):
                    log.warning("gave up a photo at %s: %s, %s", call, error.code, error.detail)
                if error.code in _BREAKING:
                    child.end()  # what broke may still be broken inside; a shortage leaves memory in pieces
                if isinstance(error, PhotoRefusedError):
                    self._renew(child)
                raise
            self._renew(child)
            return answer

    def _renew(self, child: Child) -> None:
        """Start the next process at once where this one is at its end.

        One that cannot start at all (ModelError) is tried again only when someone asks.
        """
        if child.is_spent:
            child.end()
        if not child.is_running:
            with self._swap:
                if not self._closed:
                    self._started()


def _picture(sizes: Sizes, blocks: tuple[bytes, ...], longest_side: int) -> Picture:
    """The answer as a picture, if it is one of the size that was asked for."""
    fits = 0 < sizes.width <= longest_side and 0 < sizes.height <= longest_side
    if not fits or len(blocks) != 1 or len(blocks[0]) != sizes.width * sizes.height * 3:
        raise PhotoRefusedError(Code.CRASHED, "not a picture")
    return Picture(sizes.width, sizes.height, sizes.full_width, sizes.full_height, blocks[0])
