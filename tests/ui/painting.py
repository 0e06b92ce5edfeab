"""A vision whose pictures can be told apart on the screen: photos are green, copies are blue."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from app.work.vision import Picture
from tests.fakes.vision import FakeVision
from vision.boxes import Box
from vision.errors import Code, PhotoRefusedError
from vision.findings import Analysis, FaceFinding, Wanted

PHOTO_COLOUR = (30, 160, 60)
COPY_COLOUR = (30, 60, 200)


@dataclass
class PaintingVision(FakeVision):
    """Finds one face in every photo that is not called broken or told in `seen`; `gate` holds analyses back while it is shut."""

    gate: threading.Event = field(default_factory=threading.Event)
    previews: int = 0

    _allowed: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def __post_init__(self) -> None:
        self.gate.set()

    def let_through(self, many: int) -> None:
        """So many analyses pass the shut gate."""
        self._allowed.release(many)

    def _pass(self) -> None:
        for _ in range(1000):
            if self.gate.wait(0.01) or self._allowed.acquire(blocking=False):
                return

    def analyse(self, untrusted: bytes, wanted: Wanted) -> Analysis:
        self._pass()
        self.asked.append(wanted)
        if untrusted == b"broken":
            raise PhotoRefusedError(Code.TRUNCATED)
        if untrusted in self.seen:
            return self.seen[untrusted]
        return Analysis(1600, 1200, faces=(FaceFinding(Box(300, 300, 400, 420), 0.9, "test"),))

    def preview(self, untrusted: bytes, longest_side: int) -> Picture:
        self.previews += 1
        colour = COPY_COLOUR if untrusted.startswith(b"copy ") else PHOTO_COLOUR
        width = min(longest_side, 800)
        height = width * 3 // 4
        return Picture(width, height, 1600, 1200, bytes(colour) * (width * height))
