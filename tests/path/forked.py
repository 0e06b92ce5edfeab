"""Work in a forked process, and how it ended: an earlier run's memory must help no later one."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable


def begun(work: Callable[[], None]) -> tuple[int, int]:
    """A forked process that does `work`: its number, and where it tells what went wrong."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        told = b""
        try:
            work()
        except BaseException:  # noqa: BLE001 - the parent must hear of everything
            told = traceback.format_exc().encode()
        os.write(writing, told[-4000:])
        os._exit(1 if told else 0)
    os.close(writing)
    return child, reading


def ended(child: int, reading: int) -> str | None:
    """Wait for it: "" where it ended well, None where it was killed, else what went wrong."""
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else told.decode()


def in_a_child(work: Callable[[], None]) -> str | None:
    """Run `work` in a forked process, to its end."""
    return ended(*begun(work))
