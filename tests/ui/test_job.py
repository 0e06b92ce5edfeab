"""Work beside the window: progress, cancel, errors as codes, and everything told on the window's own thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Generator, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.errors import AppError, Trouble
from app.ui.job import Failure, Lane, Urgency


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    """One lane, closed again."""
    del qtbot
    made = Lane("test")
    yield made
    made.close()


def rest(qtbot: QtBot, lane: Lane) -> None:
    qtbot.waitUntil(lambda: not lane.busy, timeout=5000)


def test_a_call_is_done_elsewhere_and_told_here(lane: Lane, qtbot: QtBot) -> None:
    threads: list[int] = []
    told: list[tuple[int, int]] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 7

    lane.submit(work, done=lambda value: told.append((value, threading.get_ident())))
    rest(qtbot, lane)
    assert told == [(7, threading.get_ident())]
    assert threads[0] != threading.get_ident()


def test_a_generator_tells_each_step_and_its_result(lane: Lane, qtbot: QtBot) -> None:
    def work() -> Generator[int, None, str]:
        yield 1
        yield 2
        return "end"

    steps: list[int] = []
    ends: list[str] = []
    lane.submit(work, progressed=steps.append, done=ends.append)
    rest(qtbot, lane)
    assert steps == [1, 2]
    assert ends == ["end"]


def test_cancel_stops_at_the_next_yield_and_clears_up(lane: Lane, qtbot: QtBot) -> None:
    events: list[str] = []
    go = threading.Event()

    def work() -> Iterator[str]:
        try:
            yield "first"
            go.wait(5)
            yield "second"
            yield "third"
        finally:
            events.append("cleared up")

    job = lane.submit(work, progressed=events.append, stopped=lambda: events.append("stopped"))
    qtbot.waitUntil(lambda: "first" in events)
    job.cancel()
    go.set()
    rest(qtbot, lane)
    assert "third" not in events
    assert "cleared up" in events
    assert events[-1] == "stopped"


def test_an_expected_failure_comes_as_its_code(lane: Lane, qtbot: QtBot) -> None:
    failures: list[Failure] = []

    def work() -> None:
        raise AppError(Trouble.DISK_FULL)

    lane.submit(work, failed=failures.append)
    rest(qtbot, lane)
    assert [failure.code for failure in failures] == [Trouble.DISK_FULL]


def test_a_fault_is_logged_without_its_message(
    lane: Lane, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failures: list[Failure] = []

    def work() -> None:
        raise ValueError("/home/someone/Anna.jpg")

    with caplog.at_level(logging.ERROR):
        lane.submit(work, failed=failures.append)
        rest(qtbot, lane)
    assert failures == [Failure(None, "ValueError")]
    assert "ValueError" in caplog.text
    assert "Anna" not in caplog.text


def test_what_is_urgent_comes_first(lane: Lane, qtbot: QtBot) -> None:
    order: list[str] = []
    go = threading.Event()
    lane.submit(lambda: go.wait(5))
    lane.submit(lambda: order.append("later"), urgency=Urgency.LATER)
    lane.submit(lambda: order.append("now"), urgency=Urgency.NOW)
    go.set()
    rest(qtbot, lane)
    assert order == ["now", "later"]


def test_a_cancelled_job_that_waits_is_never_begun(lane: Lane, qtbot: QtBot) -> None:
    begun: list[str] = []
    go = threading.Event()
    lane.submit(lambda: go.wait(5))
    lane.submit(lambda: begun.append("begun")).cancel()
    go.set()
    rest(qtbot, lane)
    assert begun == []


def test_a_thousand_jobs_leave_nothing_behind(lane: Lane, qtbot: QtBot) -> None:
    told: list[int] = []
    for number in range(1000):
        lane.submit(lambda n=number: n, done=told.append)  # type: ignore[misc]
    rest(qtbot, lane)
    assert told == list(range(1000))
