"""Finds what keeps the window from answering: how long each stall was, whose computing it was, and where it stood."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5
LATE = 0.04
"""Seconds without a beat after which it is looked what the threads are doing."""

LOOK = 0.005
LONG = 0.1
"""Seconds: a stall that a person feels."""


@dataclass(frozen=True, slots=True)
class Stall:
    """One time that the loop was late: seconds by the clock, and how many of them the window's thread computed."""

    part: str
    seconds: float
    computed: float
    places: tuple[str, ...] = ()


class Stalls(QObject):
    """A timer in the event loop, and a thread that looks at the window's stack while the timer is late.

    `seconds` counts also what other programs of this computer took; `computed` is the window's thread alone.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: list[Stall] = []
        self.part = ""
        self._ui = threading.get_ident()
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._seen: list[str] = []
        self.tidied: list[float] = []
        self._tidying = 0.0
        gc.callbacks.append(self._tidies)
        self._over = threading.Event()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start(BEAT_MS)
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()

    def begin(self, part: str) -> None:
        """From now on stalls belong to this part of the journey; the one that ends is told."""
        self._tell_part(self.part)
        self.part = part

    def end(self) -> None:
        """Stop looking."""
        self._over.set()
        self._watch.join()
        gc.callbacks.remove(self._tidies)

    def _tidies(self, phase: str, told: dict[str, int]) -> None:
        """Python looks through its memory; no thread goes on meanwhile."""
        if phase == "start":
            self._tidying = time.thread_time()
        elif told["generation"] == 2:
            self.tidied.append(time.thread_time() - self._tidying)

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        late = now - self._last - BEAT_MS / 1000
        self.all.append(Stall(self.part, late, used - self._used, tuple(self._seen)))
        self._seen.clear()
        self._last, self._used = now, used

    def _look(self) -> None:
        while not self._over.wait(LOOK):
            if time.perf_counter() - self._last > LATE:
                frame = sys._current_frames().get(self._ui)
                if frame is not None:
                    self._seen.append(place_of(frame))

    def tell(self) -> None:
        """The last part, then how often Python looked through its memory."""
        self._tell_part(self.part)
        longest = max(self.tidied, default=0.0) * 1000
        print(f"memory was looked through {len(self.tidied)} times, at most {longest:.0f} ms of computing")

    def _tell_part(self, part: str) -> None:
        """A part's figures, then where its long stalls stood, the most often seen first."""
        found = [stall for stall in self.all if stall.part == part]
        if not found:
            return
        seconds, computed = sorted(s.seconds for s in found), sorted(s.computed for s in found)
        print(
            f"{part}: longest stall {seconds[-1] * 1000:.0f} ms (computing {computed[-1] * 1000:.0f} ms), "
            f"over 100 ms {sum(s > LONG for s in seconds)} ({sum(s > LONG for s in computed)}) of {len(found)}",
            flush=True,
        )
        for stall in sorted(found, key=lambda one: -one.seconds)[:4]:
            if stall.seconds > LONG / 2:
                self._tell_one(stall)

    @staticmethod
    def _tell_one(stall: Stall) -> None:
        print(f"    {stall.seconds * 1000:.0f} ms, computing {stall.computed * 1000:.0f} ms:")
        for place, times in Counter(stall.places).most_common(4):
            print(f"      {times:3d}× {place}")


def place_of(frame: FrameType | None) -> str:
    """Where a thread stands: the innermost five of our own functions, the outermost of them first."""
    found: list[str] = []
    while frame is not None:
        code = frame.f_code
        path = code.co_filename
        if "/app/" in path or "/consent/" in path or not found:
            found.append(f"{path.rsplit('/', 1)[-1]}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return " > ".join(reversed(found[:5]))
