"""What the program asks of the process that looks at photos, and what it gets back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from vision.boxes import Box
from vision.copies import CopyWanted, Cover, Expected, Output, Refused, Verified
from vision.faces.quality import Quality
from vision.findings import Analysis, Template, Wanted


@dataclass(frozen=True, slots=True)
class Picture:
    """A small upright copy for the screen: `rgb` holds rows from the top, each of width * 3 bytes.

    Colours are sRGB. `full_width` and `full_height` are the upright size of the photo itself, in which all boxes are given.
    """

    width: int
    height: int
    full_width: int
    full_height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference picture gives for enrolment.

    `template` is that of the one clear face where `quality` is GOOD, else None. `box` is that face in upright
    full-size pixels, also where it was refused for being small, blurred or turned away. `picture` is
    the face with its hair as a small JPEG, where there is a template.
    """

    template: Template | None
    quality: Quality
    box: Box | None = None
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that works or does not. `detail` is a code, a version or a number; never a path or a name."""

    name: str
    works: bool
    detail: str = ""


class Readers(StrEnum):
    """Who reads the writing in a photo."""

    ONE = "one"
    WITH_SECOND = "with_second"  # Tesseract as well, where it is installed and can be shut in


@dataclass(frozen=True, slots=True)
class Engines:
    """What the vision process found out about itself.

    `parts` are the models and readers, each tried on a drawn picture; `second_reader` is Tesseract's version, as
    it answers from behind its own walls, empty where it is not there or not wanted; `walls` is what keeps the process away
    from files, network and memory; `peak_memory` is its largest resident size so far, in bytes (0: unknown).
    """

    parts: tuple[Part, ...]
    walls: tuple[Part, ...]
    peak_memory: int = 0
    second_reader: str = ""


class Vision(Protocol):
    """Looks at untrusted photos somewhere safe.

    Every call takes the bytes of one file and raises `vision.errors.VisionError`: PhotoRefusedError with the
    reason when this photo cannot be used (also TOO_SLOW, CRASHED and OUT_OF_MEMORY: it cost this photo and
    nothing else), ModelError when a finder cannot work at all. Safe to use from several threads; calls wait
    for each other.
    """

    def analyse(self, untrusted: bytes, wanted: Wanted) -> Analysis:
        """Everything that can be found in the photo."""

    def reference(self, untrusted: bytes) -> Reference:
        """The template of the only clear face, for enrolment, or why there is none."""

    def publish(self, untrusted: bytes, covers: tuple[Cover, ...], output: Output, *, seed: int = 0) -> bytes:
        """The covered, clean copy as a file's bytes. Same arguments, same bytes."""

    def publish_each(
        self, untrusted: bytes, wanted: tuple[CopyWanted, ...], *, seed: int = 0
    ) -> tuple[bytes, ...]:
        """As `publish`, for several copies of one photo, which is opened once for all of them."""

    def look_again(self, published: bytes, expected: Expected) -> Verified | Refused:
        """Open a finished copy as a stranger would, and prove or refuse it.

        With every finder of ours, and with ExifTool where it is installed: what either sees refuses it.
        """

    def look_again_each(self, copies: tuple[tuple[bytes, Expected], ...]) -> tuple[Verified | Refused, ...]:
        """As `look_again`, for several copies of one photo; each is opened and looked at for itself."""

    def preview(self, untrusted: bytes, longest_side: int) -> Picture:
        """The photo for the screen, at most `longest_side` pixels long; never enlarged."""

    def page(self, untrusted: bytes, number: int, longest_side: int) -> tuple[Picture, int]:
        """One page of a PDF, counted from 0, drawn for the screen; and how many pages there are."""

    def doctor(self) -> Engines:
        """Which models and readers work, and what shuts the process in."""

    def warm(self) -> None:
        """Start in the background, so that the first photo does not wait. Returns at once."""

    def close(self) -> None:
        """End the process; what it is doing is given up. May be called twice."""
