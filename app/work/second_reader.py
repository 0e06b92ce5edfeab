"""Asks the process in which Tesseract reads lines that the first reader was unsure of; absent is no failure."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import threading
from io import RawIOBase
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

import app
from app.work import frames
from app.work.frames import FrameError, Message

SECONDS = 4.0
"""For one line in Tesseract: usually 0.15 s on two cores (November 2026)."""

_PATIENCE = SECONDS + 2.0
"""For the whole way there and back: it also starts within this time, in 0.2 s."""

_PLACES = "/usr/bin:/usr/local/bin:/bin"
"""Where the program may lie: what the system's administrator installed, never a folder of an account."""

LONGEST_TEXT = 200
"""Signs of one line."""


def installed() -> Path | None:
    """Tesseract's program file, or None. Only on Linux: elsewhere nothing could shut it in."""
    found = shutil.which("tesseract", path=_PLACES) if sys.platform == "linux" else None
    return Path(found) if found else None


class SecondReader:
    """A running reader process. It must be started before its starter gives up starting programs.

    Used by one thread at a time or several. Once it is dead or late it is not asked again.
    """

    def __init__(self, *command: str, patience: float = _PATIENCE) -> None:
        """Start `command`, or our own process; never raises. `patience` is in seconds for one answer."""
        self._patience = patience
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._has_greeted = False
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
                command or (sys.executable, "-P", "-s", "-m", "app.work.second_process"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                cwd=os.sep,
                env=_environment(),
                close_fds=True,
            )
        except OSError:
            return

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def version(self) -> str:
        """Such as `tesseract 5.3.0`; empty where there is no reader, or it is not shut in."""
        answer = self._ask(Message(b"version"))
        return answer.head.decode("ascii", "replace")[:40] if answer else ""

    def read(self, strip: NDArray[np.uint8]) -> tuple[str, float] | None:
        """What one upright line says and how sure that is (0 to 1); None where there is no answer.

        `strip` has shape (height, width), grey bytes. Never raises.
        """
        height, width = strip.shape
        answer = self._ask(Message(f"{width} {height}".encode(), (strip.tobytes(),)))
        return None if answer is None else _understood(answer.head)

    def close(self) -> None:
        """Let go of the process: it ends where its pipe ends."""
        with self._lock:
            self._give_up()

    def _ask(self, question: Message) -> Message | None:
        with self._lock:
            if self._process is None:
                return None
            to, back = cast("RawIOBase", self._process.stdin), cast("RawIOBase", self._process.stdout)
            try:
                if not self._has_greeted:
                    self._wait(back)
                    self._has_greeted = True
                frames.write(to, question)
                return self._wait(back)
            except (OSError, ValueError, FrameError):
                self._give_up()
                return None

    def _wait(self, back: RawIOBase) -> Message:
        """The next message. Raises FrameError where none comes in time."""
        waiting = select.poll()
        waiting.register(back, select.POLLIN)
        # a whole answer is one small write, so what begins in time also ends
        message = frames.read(back, most_bytes=0) if waiting.poll(self._patience * 1000) else None
        if message is None:
            raise FrameError
        return message

    def _give_up(self) -> None:
        """Close the pipes, at which the process ends; this process may have given up ending others itself."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        process.poll()
        # what is not waited for here is waited for when this process ends; no warning about it
        process.returncode = process.returncode if process.returncode is not None else 0


def _environment() -> dict[str, str]:
    """Where the code lies, and that NumPy starts no thread: it would stand outside the walls."""
    return {"PYTHONPATH": str(Path(app.__file__).resolve().parent.parent), "OPENBLAS_NUM_THREADS": "1"}


def _understood(head: bytes) -> tuple[str, float] | None:
    """The answer, if it is one: it comes from a program that has read a stranger's picture."""
    try:
        said = json.loads(head)
        text, score = said["text"], said["score"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(text, str) or not isinstance(score, float) or not 0 <= score <= 1:
        return None
    return text[:LONGEST_TEXT], score
