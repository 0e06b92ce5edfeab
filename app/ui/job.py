"""Work that takes time is done beside the window, so that the window always answers; the only thread code."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.errors import AppError, Trouble
from consent.errors import Code as ConsentCode
from consent.errors import ConsentError
from vision.errors import Code as VisionCode
from vision.errors import VisionError

log = logging.getLogger(__name__)

FailureCode = VisionCode | ConsentCode | Trouble


class Urgency(IntEnum):
    """What a lane does first; equal ones in the order of asking."""

    NOW = 0
    SOON = 1
    LATER = 2


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job did not end well. `code` None is a fault of the program itself; its place is in the log."""

    code: FailureCode | None
    detail: str = ""


def _nothing(_value: Any = None) -> None:
    return None


@dataclass(slots=True, eq=False)
class Job:
    """One piece of work: a call, or a call that gives a generator whose items are progress.

    All four functions are called on the window's own thread: `progressed` with each item, then exactly one
    of `done` with the result, `failed` with a Failure, or `stopped` after a cancel.
    """

    work: Callable[[], Any]
    done: Callable[[Any], None] = _nothing
    failed: Callable[[Failure], None] = _nothing
    progressed: Callable[[Any], None] = _nothing
    stopped: Callable[[], None] = _nothing
    over: bool = False
    _cancel: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Stop at the next yield, or before the start; what is finished stays finished."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        return self._cancel.is_set()


class _Kind(Enum):
    PROGRESS = "progress"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class Lane(QThread):
    """One thread that does jobs one after another.

    The object lives on the window's thread and so does `_hand_on`: a plain function connected to a signal
    of a worker object would run on the worker's thread, which is the trap that this avoids.
    """

    busy_changed = Signal()
    _reported = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heap: list[tuple[int, int, Job]] = []
        self._order = itertools.count()
        self._wake = threading.Condition()
        self._closing = False
        self._open_jobs = 0
        self._reported.connect(self._hand_on)

    def submit(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None] = _nothing,
        failed: Callable[[Failure], None] = _nothing,
        progressed: Callable[[Any], None] = _nothing,
        stopped: Callable[[], None] = _nothing,
        urgency: Urgency = Urgency.NOW,
    ) -> Job:
        """Put work in the queue; the lane starts by itself."""
        job = Job(work, done, failed, progressed, stopped)
        with self._wake:
            heapq.heappush(self._heap, (int(urgency), next(self._order), job))
            self._open_jobs += 1
            self._wake.notify()
        if not self.isRunning() and not self._closing:
            self.start()
        if self._open_jobs == 1:
            self.busy_changed.emit()
        return job

    @property
    def busy(self) -> bool:
        """Whether anything waits, runs, or has not yet been handed on."""
        return self._open_jobs > 0

    def close(self) -> None:
        """Cancel everything and wait for the job in hand to reach its next yield."""
        with self._wake:
            self._closing = True
            for _, _, job in self._heap:
                job.cancel()
            if self._current is not None:
                self._current.cancel()
            self._wake.notify()
        self.wait()

    _current: Job | None = None

    def run(self) -> None:
        """The thread's own life; Qt calls it."""
        while (job := self._next()) is not None:
            self._do(job)

    def _next(self) -> Job | None:
        with self._wake:
            self._current = None
            while not self._heap and not self._closing:
                self._wake.wait()
            if self._closing:
                return None
            self._current = heapq.heappop(self._heap)[2]
            return self._current

    def _do(self, job: Job) -> None:
        if job.cancelled:
            self._report(job, _Kind.STOPPED, None)
            return
        try:
            kind, value = self._drive(job)
        except (VisionError, ConsentError, AppError) as error:
            kind, value = _Kind.FAILED, Failure(error.code, error.detail)
        except Exception as error:  # noqa: BLE001 - a job ends here
            place = traceback.extract_tb(error.__traceback__)[-1]
            log.error("job failed: %s at %s:%s", type(error).__name__, place.name, place.lineno)  # noqa: TRY400 - a message may hold a path
            kind, value = _Kind.FAILED, Failure(None, type(error).__name__)
        self._report(job, kind, value)

    def _drive(self, job: Job) -> tuple[_Kind, Any]:
        result = job.work()
        if not isinstance(result, Iterator):
            return _Kind.DONE, result
        try:
            while not job.cancelled:
                try:
                    item = next(result)
                except StopIteration as end:
                    return _Kind.DONE, end.value
                self._report(job, _Kind.PROGRESS, item)
            return _Kind.STOPPED, None
        finally:
            close = getattr(result, "close", None)
            if close is not None:
                close()

    def _report(self, job: Job, kind: _Kind, value: Any) -> None:
        self._reported.emit(job, kind, value)

    @Slot(object, object, object)
    def _hand_on(self, job: Job, kind: _Kind, value: Any) -> None:
        if kind is _Kind.PROGRESS:
            job.progressed(value)
            return
        job.over = True
        self._open_jobs -= 1
        if self._open_jobs == 0:
            self.busy_changed.emit()
        match kind:
            case _Kind.DONE:
                job.done(value)
            case _Kind.FAILED:
                job.failed(value)
            case _:
                job.stopped()
