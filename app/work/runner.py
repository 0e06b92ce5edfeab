"""Drives a long piece of work to its end, and lets a person stop it between two photos."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from app.work.progress import Progress


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended. `steps` counts what was reported, `troubled` those of them that carried a code."""

    steps: int
    troubled: int
    stopped: bool


class Stop:
    """A wish to stop, made on one thread and seen on another."""

    def __init__(self) -> None:
        self._wished = threading.Event()

    def wish(self) -> None:
        """Ask the work to stop after the photo it is at."""
        self._wished.set()

    @property
    def wished(self) -> bool:
        return self._wished.is_set()


def run(work: Iterator[Progress], tell: Callable[[Progress], None], *, stop: Stop | None = None) -> Ended:
    """Take `work` step by step; `tell` hears of each.

    Whatever happens (the end, a wish to stop, an error in the work or in `tell`), the generator is closed
    here and now, so that its `finally` clears up on this thread and not whenever memory is collected.
    Errors of the work pass through unchanged.
    """
    steps = troubled = 0
    try:
        for progress in work:
            steps += 1
            troubled += bool(progress.trouble)
            tell(progress)
            if stop is not None and stop.wished:
                return Ended(steps, troubled, stopped=True)
    finally:
        if isinstance(work, Generator):
            work.close()
    return Ended(steps, troubled, stopped=False)
