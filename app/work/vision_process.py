"""The process that opens untrusted photos: it shuts itself in first, then answers questions until the pipe ends."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from io import FileIO
from pathlib import Path

import app
from app.work import confine, frames, messages
from app.work.second_reader import SecondReader, installed
from app.work.vision import Readers

SPENT = 2 / 3
"""Part of the allowed memory beyond which the process makes room for a fresh one after its answer: libraries
keep some for sizes that they saw, and a photo that finds too little left would be refused without a fault."""

OWN = ("app", "vision", "consent", "resources")
"""Our own packages, which the process may read."""

MOST_ASKED = 1024 * 1024 * 1024
"""Bytes of one question: a photo of at most 200 MB and the crests."""


def main() -> int:
    """Run until the other side closes the pipe; the exit status."""
    load, patience, memory, readers = sys.argv[1:]
    incoming, outgoing = frames.take_streams()
    own = tuple(Path(app.__file__).resolve().parent.parent / name for name in OWN)
    # before the walls: behind them nothing can be started. It puts up its own and needs no waiting for
    second = SecondReader() if readers == Readers.WITH_SECOND and installed() else None
    walls = confine.shut_in(int(memory), own=own)
    frames.write(outgoing, messages.ready(walls))
    # only now, with the walls up, come the libraries and whatever a photo may do to them
    from app.work.looking import Looking, reserved_memory  # noqa: PLC0415

    looking = Looking(walls, second)
    if load == "models":
        threading.Thread(target=looking.warm, daemon=True).start()
    waiting: queue.SimpleQueue[frames.Message] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, waiting), daemon=True).start()
    while True:
        message = waiting.get()
        _set_alarm(int(patience))
        call, body = messages.read_question(message)
        answer = looking.answer(call, body, message.blocks)
        is_spent = reserved_memory() > SPENT * int(memory)
        frames.write(outgoing, messages.as_last(answer) if is_spent else answer)
        _set_alarm(0)
        if is_spent:
            return 0


def _listen(incoming: FileIO, waiting: queue.SimpleQueue[frames.Message]) -> None:
    """Hand on each question; leave at once when the program that asks is gone."""
    try:
        while (message := frames.read(incoming, most_bytes=MOST_ASKED)) is not None:
            waiting.put(message)
    finally:
        os._exit(0)


def _set_alarm(seconds: int) -> None:
    """Let the system end this process after `seconds`, also when the program that watches it was killed."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds and seconds + 5)


if __name__ == "__main__":
    sys.exit(main())
