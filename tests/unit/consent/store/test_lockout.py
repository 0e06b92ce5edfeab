"""Waiting after wrong passwords: no setting of the clock and no new start makes it shorter."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from consent.store.key_file import Failures
from consent.store.lockout import LONGEST_DELAY, delay_after, failed, left_to_wait, settled
from consent.store.running import Running, since_start, unknown
from tests.factories import NOW

BOOT = Running("boot 1", 1000.0)
ANY_CLOCK = st.timedeltas(timedelta(days=-4000), timedelta(days=4000))


def locked(count: int, running: Running = BOOT) -> Failures:
    failures = Failures()
    for _ in range(count):
        failures = failed(failures, NOW, running)
    return failures


def wait(failures: Failures, clock: timedelta, running: Running) -> timedelta:
    now = NOW + clock
    return left_to_wait(settled(failures, now, running), now, running)


def test_delays_grow_from_nothing_to_an_hour() -> None:
    delays = [delay_after(count) for count in range(1000)]
    assert delays[:5] == [timedelta(0)] * 5
    assert delays == sorted(delays)
    assert delays[5] == timedelta(seconds=30)
    assert delays[-1] == LONGEST_DELAY


@given(st.integers(0, 2000), st.floats(0, 10_000), ANY_CLOCK)
def test_while_the_computer_runs_on_no_clock_shortens_or_lengthens_the_wait(
    count: int, later: float, clock: timedelta
) -> None:
    running = Running("boot 1", BOOT.seconds + later)
    left = wait(locked(count), clock, running)
    # without any failure there is nothing to wait for
    expected = delay_after(count) - (timedelta(seconds=later) if count else timedelta(0))
    assert abs(left - expected) < timedelta(milliseconds=1)


@given(st.integers(5, 2000), st.timedeltas(timedelta(days=-4000), timedelta(0)))
def test_after_a_new_start_a_clock_set_back_gives_the_full_wait_and_no_more(
    count: int, clock: timedelta
) -> None:
    assert wait(locked(count), clock, Running("boot 2", 1.0)) == delay_after(count)


@given(st.integers(5, 2000))
def test_after_a_new_start_a_right_clock_counts(count: int) -> None:
    assert wait(locked(count), delay_after(count), Running("boot 2", 1.0)) <= timedelta(0)
    assert wait(locked(count), delay_after(count) / 2, Running("boot 2", 1.0)) > timedelta(0)


@given(st.integers(0, 2000), ANY_CLOCK)
def test_where_nothing_is_known_of_the_start_the_clock_alone_counts(count: int, clock: timedelta) -> None:
    failures = locked(count, unknown())
    assert wait(failures, clock, unknown()) == wait(failures, clock, Running("boot 2", 1e6))


def test_this_computer_knows_how_long_it_runs() -> None:
    first, then = since_start(), since_start()
    assert first.start
    assert first.start == then.start
    assert first.seconds <= then.seconds
