"""Shuts a process in before it opens a stranger's photo: no files, no network, no other program.

What is not there on a system is said, never passed over: `doctor` prints every wall with "works" or not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.work.confine import limits
from app.work.confine.places_read import CABLES, TOLD_OF_CABLES, places_read, places_read_by
from app.work.vision import Part

FILES_CLOSED = "files closed"
NETWORK_CLOSED = "network closed"
PROGRAMS_CLOSED = "other programs closed"

_ELSEWHERE = "no such wall on this system yet"


def shut_in(memory: int, *, own: tuple[Path, ...]) -> tuple[Part, ...]:
    """Put every wall around this process that the system has; they can never be taken down again.

    `memory` bounds the process's data in bytes. `own` are folders that it may still read, beside Python's own
    and the libraries'. Must run while there is one thread: threads started later inherit the walls, those
    started before would stand outside.
    """
    walls = [limits.low_priority(), limits.no_core_dump(), limits.no_file_growth(), limits.bounded(memory)]
    if sys.platform == "linux":
        from app.work.confine import landlock, seccomp  # noqa: PLC0415 - Linux alone has them

        walls.append(landlock.restrict(FILES_CLOSED, places_read(own)))
        walls.extend(seccomp.restrict(NETWORK_CLOSED, PROGRAMS_CLOSED))
    else:
        walls.extend(
            Part(name, works=False, detail=_ELSEWHERE)
            for name in (FILES_CLOSED, NETWORK_CLOSED, PROGRAMS_CLOSED)
        )
    return tuple(walls)


def shut_in_with(program: Path, memory: int, *, also: tuple[Path, ...] = ()) -> tuple[Part, ...]:
    """Put up the same walls but one: this process may start `program`, and it stands behind them as well.

    `also` are places that the program must read beside the system's libraries. Everything that this process
    itself still needs must be imported already: Python's folders are closed too.
    Must run while there is one thread.
    """
    walls = [limits.low_priority(), limits.no_core_dump(), limits.no_file_growth(), limits.bounded(memory)]
    if sys.platform == "linux":
        from app.work.confine import landlock, seccomp  # noqa: PLC0415 - Linux alone has them

        readable, runnable = places_read_by(program)
        walls.append(landlock.restrict(FILES_CLOSED, (*readable, *also), runnable=runnable))
        walls.append(seccomp.restrict_but_programs(NETWORK_CLOSED))
    else:
        walls.extend(Part(name, works=False, detail=_ELSEWHERE) for name in (FILES_CLOSED, NETWORK_CLOSED))
    return tuple(walls)


def shut_in_with_cables(memory: int, *, own: tuple[Path, ...]) -> tuple[Part, ...]:
    """Put up the same walls, with one gate: the sockets of this computer into which phones and cameras are plugged.

    Must run while there is one thread.
    """
    walls = [limits.low_priority(), limits.no_core_dump(), limits.no_file_growth(), limits.bounded(memory)]
    if sys.platform == "linux":
        from app.work.confine import landlock, seccomp  # noqa: PLC0415 - Linux alone has them

        readable = (*places_read(own), *(place for place in TOLD_OF_CABLES if place.exists()))
        walls.append(landlock.restrict(FILES_CLOSED, readable, spoken_to=(CABLES,)))
        walls.extend(seccomp.restrict_but_cables(NETWORK_CLOSED, PROGRAMS_CLOSED))
    else:
        walls.extend(
            Part(name, works=False, detail=_ELSEWHERE)
            for name in (FILES_CLOSED, NETWORK_CLOSED, PROGRAMS_CLOSED)
        )
    return tuple(walls)
