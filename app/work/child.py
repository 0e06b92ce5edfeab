"""One vision process: asked one question at a time, with its answers checked before anyone believes them."""

from __future__ import annotations

from typing import Any

from app.work import messages
from app.work.bare import BareProcess
from app.work.frames import FrameError
from app.work.messages import Call, Ready
from vision.errors import Code, ModelError, PhotoRefusedError

START_SECONDS = 60.0
"""How long a start may take before the first word; usually 0.5 s, but a cold disk on a busy PC is slow."""

_MOST_IN_A_GREETING = 0

_ENVIRONMENT = {
    "OPENCV_LOG_LEVEL": "SILENT",
    # NumPy's own threads bring nothing for pictures and cost memory each
    "OPENBLAS_NUM_THREADS": "1",
    # glibc would keep freed memory in one pool for each thread, and pictures in gaps of its heap. Each
    # larger piece is mapped and unmapped by itself, which costs time: at 1 MB eighteen demo photos took 50 s
    # and 1.25 GB at most, at 4 MB 26 s and 1.30 GB, at 32 MB 22 s and 1.46 GB (November 2026)
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": str(4 * 2**20),
    "MALLOC_TRIM_THRESHOLD_": str(64 * 2**20),
}
"""How many threads to start, and how to deal with memory."""


class Child(BareProcess):
    """A running vision process."""

    def __init__(self, *arguments: str) -> None:
        super().__init__("app.work.vision_process", *arguments, environment=_ENVIRONMENT)
        self._greeting: Ready | None = None
        self._is_spent = False

    @property
    def is_spent(self) -> bool:
        """Whether its last answer said that it ends."""
        return self._is_spent

    def greet(self) -> Ready:
        """Wait for the process's first word. Raises ModelError(CRASHED) where it cannot even start."""
        if self._greeting is None:
            message = self.within(START_SECONDS, _MOST_IN_A_GREETING, None)
            if message is None:
                raise ModelError(Code.CRASHED, f"the vision process did not start: {self.ended_how()}")
            self._greeting = messages.read_ready(message)
        return self._greeting

    def ask(
        self, call: Call, body: object, blocks: tuple[bytes, ...], *, seconds: float, most_bytes: int
    ) -> tuple[Any, tuple[bytes, ...]]:
        """Ask one question and wait for the answer: its body, and at most `most_bytes` beside it.

        Raises the VisionError that comes back; PhotoRefusedError with TOO_SLOW or CRASHED where none does.
        Then the process is at its end.
        """
        self.greet()
        try:
            message = self.within(seconds, most_bytes, messages.question(call, body, blocks))
            if message is not None:
                self._is_spent = messages.is_last(message)
                return messages.read_answer(call, message), message.blocks
        except FrameError:
            self.end()
            raise PhotoRefusedError(Code.CRASHED, "an answer that is none") from None
        if self.was_late:
            raise PhotoRefusedError(Code.TOO_SLOW, f"more than {seconds:.0f} s")
        raise PhotoRefusedError(Code.CRASHED, self.ended_how())
