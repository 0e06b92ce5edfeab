"""Does beforehand, while the hand rests, what would make the window wait later: pages are built, memory is tidied."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from app.ui.idle import IdleWatch
from app.ui.job import Lane, Urgency
from app.ui.stop import Stop

RESTS_MS = 600
"""A hand that has not moved for so long reads; whoever types a password pauses less between two keys."""

STEP_MS = 60
"""Between two pages, so that a key that comes meanwhile is heard."""

NEVER = 2**30
WORTH_TIDYING = 20
"""Passes over the young part of memory (of about 7,000 objects each) after which the whole is looked through."""


def look_through_rarely() -> None:
    """Python looks through its young memory as ever, and through the whole only when it is told to.

    With the program loaded the whole takes 65 ms of one core, which falls on whichever key is just pressed, and
    several times as much while 100,000 files are listed: the longest stall beside that was 617 ms, and is 58 ms so
    (November 2026, on a loaded computer with two cores).
    """
    often, old, _whole = gc.get_threshold()
    gc.set_threshold(often, old, NEVER)


def leave_out_what_is_there() -> None:
    """What is loaded stays until the program ends: it is never looked through again."""
    gc.freeze()


class Ahead(QObject):
    """Modules are loaded beside the window, then one page is built at each step while nobody touches anything.

    From then on all of memory is looked through only while the hand rests.
    """

    def __init__(
        self,
        lane: Lane,
        stops: Sequence[Stop],
        *,
        build_next: Callable[[], bool],
        parent: QObject,
        rests_ms: int = RESTS_MS,
    ) -> None:
        super().__init__(parent)
        self._build_next = build_next
        self._loading = len(stops)
        self._built = False
        self.rest = IdleWatch(self, after_ms=rests_ms)
        self.rest.idle.connect(self.go_on)
        self._step = QTimer(self, singleShot=True, interval=STEP_MS)
        self._step.timeout.connect(self.go_on)
        look_through_rarely()
        for stop in stops:
            lane.submit(stop.load, done=self._loaded, failed=self._loaded, urgency=Urgency.LATER)

    @property
    def done(self) -> bool:
        """Whether there is nothing left to load or to build for whoever is signed in."""
        return self._built

    def _loaded(self, _what: object) -> None:
        self._loading -= 1
        if not self._loading:
            leave_out_what_is_there()
            self.go_on()

    def go_on(self) -> None:
        """Build the next page, unless someone touches something or all is there; as when someone has signed in."""
        if self._loading or not self.rest.is_idle:
            return
        self._built = not self._build_next()
        if not self._built:
            self._step.start()
        elif gc.get_count()[2] >= WORTH_TIDYING:
            gc.collect()
