"""Limits that every Unix-like system knows: priority, memory, core dumps, and no growing file."""

from __future__ import annotations

import os
import sys

from app import own_memory
from app.work.vision import Part

NICENESS = 5
"""Low enough that the window stays lively, high enough that a photo does not wait for idle time."""

_NOT_HERE = "no such limit on this system"


def low_priority() -> Part:
    """Give way to the window and to whatever else people do on this computer."""
    if sys.platform == "win32":
        return Part("low priority", works=False, detail=_NOT_HERE)
    os.nice(NICENESS)
    return Part("low priority", works=True)


def no_core_dump() -> Part:
    """A crash must not leave a photo in a dump file."""
    reason = own_memory.no_core_dump()
    return Part("no core dumps", works=not reason, detail=reason or "0")


def no_file_growth() -> Part:
    """No file can be written, even where landlock is missing: files may not grow beyond 0 bytes."""
    return _limited("no written files", "RLIMIT_FSIZE", 0)


def bounded(memory: int) -> Part:
    """At most `memory` bytes of data.

    Linux counts private writable memory, which leaves out mapped libraries and models; elsewhere that limit
    means little, so the whole address space is not bounded there.
    """
    if sys.platform != "linux":
        return Part("bounded memory", works=False, detail=_NOT_HERE)
    return _limited("bounded memory", "RLIMIT_DATA", memory)


def _limited(name: str, limit: str, value: int) -> Part:
    """Set a hard limit, which cannot be raised again."""
    if sys.platform == "win32":
        return Part(name, works=False, detail=_NOT_HERE)
    import resource  # noqa: PLC0415 - not on every system

    try:
        resource.setrlimit(getattr(resource, limit), (value, value))
    except (OSError, ValueError) as error:
        return Part(name, works=False, detail=type(error).__name__)
    return Part(name, works=True, detail=str(value))
