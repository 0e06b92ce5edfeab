"""A vision that sees what a test tells it, and makes copies that depend on what a real copy depends on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from app.work.vision import Engines, Picture, Reference
from vision.copies import CopyWanted, Cover, Expected, Output, Problem, Refused, Verified
from vision.errors import Code, PhotoRefusedError
from vision.faces.quality import Quality
from vision.findings import Analysis, Wanted


@dataclass
class FakeVision:
    """`app.work.vision.Vision` by look-up: `seen` gives the findings for a photo's bytes."""

    seen: dict[bytes, Analysis] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What the next second looks complain of."""

    asked: list[Wanted] = field(default_factory=list)
    looked_for: list[Expected] = field(default_factory=list)

    def analyse(self, untrusted: bytes, wanted: Wanted) -> Analysis:
        self.asked.append(wanted)
        if untrusted not in self.seen:
            raise PhotoRefusedError(Code.BROKEN)
        return self.seen[untrusted]

    def reference(self, untrusted: bytes) -> Reference:
        del untrusted
        return Reference(None, Quality.NO_FACE)

    def publish(self, untrusted: bytes, covers: tuple[Cover, ...], output: Output, *, seed: int = 0) -> bytes:
        plan = repr((hashlib.sha256(untrusted).hexdigest(), covers, output, seed))
        return b"copy " + hashlib.sha256(plan.encode()).digest()

    def publish_each(
        self, untrusted: bytes, wanted: tuple[CopyWanted, ...], *, seed: int = 0
    ) -> tuple[bytes, ...]:
        return tuple(self.publish(untrusted, one.covers, one.output, seed=seed) for one in wanted)

    def look_again(self, published: bytes, expected: Expected) -> Verified | Refused:
        self.looked_for.append(expected)
        sha256 = hashlib.sha256(published).hexdigest()
        if self.problems:
            return Refused(sha256, self.problems)
        return Verified(sha256, width=800, height=600, faces=len(expected.visible))

    def look_again_each(self, copies: tuple[tuple[bytes, Expected], ...]) -> tuple[Verified | Refused, ...]:
        return tuple(self.look_again(published, expected) for published, expected in copies)

    def preview(self, untrusted: bytes, longest_side: int) -> Picture:
        del untrusted
        width, height = longest_side, longest_side * 3 // 4
        return Picture(width, height, 1600, 1200, bytes(width * height * 3))

    def page(self, untrusted: bytes, number: int, longest_side: int) -> tuple[Picture, int]:
        pages = untrusted.count(b"/Type /Page\n")
        if number >= pages:
            raise PhotoRefusedError(Code.UNSUPPORTED if pages else Code.BROKEN)
        width, height = longest_side * 7 // 10, longest_side
        return Picture(width, height, width, height, b"\xff" * (width * height * 3)), pages

    def doctor(self) -> Engines:
        return Engines((), ())

    def warm(self) -> None:
        """Nothing to start."""

    def close(self) -> None:
        """Nothing to end."""
