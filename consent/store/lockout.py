"""How long someone must wait after wrong passwords; neither a restart nor a clock that is set shortens it."""

from __future__ import annotations

from datetime import datetime, timedelta

from consent.store.key_file import Failures
from consent.store.running import Running

FREE_TRIES = 5
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=1)
"""NCSC, "Password policy" (2018): throttle after five to ten wrong tries, with delays that grow."""


def delay_after(count: int) -> timedelta:
    """The wait after this many wrong passwords in a row: none for five, then 30 s, doubling to an hour."""
    if count < FREE_TRIES:
        return timedelta(0)
    doublings = min(count - FREE_TRIES, 16)
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)


def left_to_wait(failures: Failures, now: datetime, running: Running) -> timedelta:
    """How long no password is looked at yet; zero or less: it is looked at.

    While the computer has not been started anew since the last failure, only the time that it ran counts:
    setting the clock forward gains nothing, setting it back costs nothing. After a new start there is only
    the clock; that is why `settled` comes first.
    """
    if failures.last is None:
        return timedelta(0)
    if running.start and running.start == failures.start:
        passed = timedelta(seconds=max(0.0, running.seconds - failures.seconds))
    else:
        passed = now - failures.last
    return delay_after(failures.count) - passed


def settled(failures: Failures, now: datetime, running: Running) -> Failures:
    """The same count, with the last failure never in the future.

    A clock that ran ahead and was put right would otherwise lock staff out for as long as it was wrong;
    the full delay starts again from now instead, so setting the clock back gains nothing either.
    """
    if failures.last is None or (running.start and running.start == failures.start):
        return failures
    return _at(failures.count, now, running) if failures.last > now else failures


def failed(failures: Failures, now: datetime, running: Running) -> Failures:
    """After one more wrong password."""
    return _at(failures.count + 1, now, running)


def _at(count: int, now: datetime, running: Running) -> Failures:
    return Failures(count, now, running.start, running.seconds)
