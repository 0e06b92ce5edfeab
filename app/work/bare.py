"""A process of our own that touches what strangers made: started bare, spoken to by two pipes, ended when it is late."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from io import RawIOBase
from pathlib import Path
from typing import cast

import app
from app.work import frames
from app.work.frames import FrameError

_LAST_BREATH = 5.0
"""Seconds for a process that closed its end to be gone by itself: it gives back a gigabyte, on a busy computer."""


class BareProcess:
    """A running process. Used by one thread at a time, but `end` may be called from any."""

    def __init__(self, module: str, *arguments: str, environment: Mapping[str, str]) -> None:
        """Start one of our modules. `environment` is all that it knows, beside where our code lies."""
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-P", "-s", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # libraries print what they think of what they were given
            bufsize=0,
            cwd=os.sep,
            env=_with_our_code(environment),
            close_fds=True,
            start_new_session=True,  # Ctrl+C in a terminal is for the window alone
        )
        # `bufsize=0` gives raw streams, though their declared type is wider
        self._to = cast("RawIOBase", self._process.stdin)
        self._from = cast("RawIOBase", self._process.stdout)
        self._late = threading.Event()
        self._lingered = False

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def was_late(self) -> bool:
        """Whether it was ended because no answer came in time."""
        return self._late.is_set()

    def end(self) -> None:
        """End the process now, whatever it is doing. May be called twice."""
        if self._process.poll() is None:
            if os.name == "posix":
                # it leads a group of its own, so this reaches all that it might have started
                _signal_group(self._process.pid)
            self._process.kill()
        self._process.wait()
        for stream in (self._to, self._from):
            with contextlib.suppress(OSError):  # what could not be sent any more is given up
                stream.close()

    def within(
        self, seconds: float, most_bytes: int, message: frames.Message | None
    ) -> frames.Message | None:
        """Send, then read; None where the process ended (or was ended for being late) first.

        Raises FrameError where it answers and the answer is no message. Whatever else breaks in between ends it.
        """
        # reading blocks, so being late is noticed elsewhere: ending the process ends the reading
        watch = threading.Timer(seconds, self._end_late)
        watch.daemon = True
        watch.start()
        try:
            if message is not None:
                frames.write(self._to, message)
            answer = frames.read(self._from, most_bytes=most_bytes)
        except FrameError:
            if self.is_running and not self._late.is_set():
                raise
            answer = None
        except (OSError, ValueError):  # ValueError: `end` closed the stream under our hands
            answer = None
        except BaseException:
            self.end()  # what it still says to this question is not to be taken for the answer to the next one
            raise
        finally:
            watch.cancel()
        if answer is None:
            # it closed its end while dying: how it died is worth a moment, and our signal would hide it
            try:
                self._process.wait(_LAST_BREATH)
            except subprocess.TimeoutExpired:
                self._lingered = not self._late.is_set()
            self.end()
        return answer

    def ended_how(self) -> str:
        """By which signal or status; that it closed its end and stayed, where the signal was ours."""
        if self._lingered:
            return "closed its end"
        status = self._process.wait()
        return f"signal {-status}" if status < 0 else f"status {status}"

    def _end_late(self) -> None:
        self._late.set()
        self._process.kill()


def _with_our_code(environment: Mapping[str, str]) -> dict[str, str]:
    """What the process may know; none of our secrets."""
    known = {"PYTHONPATH": str(Path(app.__file__).resolve().parent.parent), "LANG": "C.UTF-8", **environment}
    if os.name == "nt":
        known |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return known


def _signal_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
