"""What to hide in a photo, how to write the copy, and what was proven about the written file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vision.boxes import Box, Point
from vision.image import Container

FIXED_TIME = 946_684_800
"""Seconds since 1970: midnight of 1 January 2000, UTC. Every published file gets it as its time of change, so
that it does not tell when a photo was worked on."""


class Style(StrEnum):
    """How a cover looks. Neither depends on the pixels beneath it."""

    BLUR = "blur"  # a soft fill of outside colours with seeded noise, which looks like a blur
    SOLID = "solid"


@dataclass(frozen=True, slots=True)
class Cover:
    """One area to hide: the corners of its outline in upright full-size pixels (three or more)."""

    outline: tuple[Point, ...]
    style: Style = Style.BLUR

    @staticmethod
    def of_box(box: Box, style: Style = Style.BLUR) -> Cover:
        corners = ((box.x1, box.y1), (box.x2, box.y1), (box.x2, box.y2), (box.x1, box.y2))
        return Cover(tuple((float(x), float(y)) for x, y in corners), style)


@dataclass(frozen=True, slots=True)
class Watermark:
    """A line drawn on a copy that says whose picture it is; see `vision.hide.watermark`.

    `clear_of` are the places that it must not touch, in pixels of the *published* picture.
    """

    text: str
    clear_of: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """How a copy is written. `longest_side` 0 keeps the full size; a smaller photo is never enlarged."""

    container: Container = Container.JPEG
    longest_side: int = 2048
    quality: int = 90
    watermark: Watermark | None = None


@dataclass(frozen=True, slots=True)
class CopyWanted:
    """One copy of a photo: what is hidden in it, and how it is written."""

    covers: tuple[Cover, ...]
    output: Output = Output()


@dataclass(frozen=True, slots=True)
class Crests:
    """Which of the school's crests may be seen: boxes in pixels of the *published* picture.

    `pictures` are encoded pictures of what is looked for; without any, no crest is. `hidden` is where one was to be
    hidden, `visible` where one may be seen. `may_be_elsewhere` says what holds for a crest in neither place.
    """

    pictures: tuple[bytes, ...] = ()
    hidden: tuple[Box, ...] = ()
    visible: tuple[Box, ...] = ()
    may_be_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What a published file may show: boxes in pixels of the *published* picture.

    `visible` are the faces that may be seen; `hidden` are the covers, beneath which nothing may be found, and `solid`
    the outlines of those that have one colour throughout;
    `hidden_names` are names of the roll that may not be legible; `visible_codes` are the codes of which staff said
    that they tell of no one. `watermark` is the line that was drawn on it.
    `width` and `height` 0: any size.
    """

    width: int = 0
    height: int = 0
    visible: tuple[Box, ...] = ()
    hidden: tuple[Box, ...] = ()
    solid: tuple[tuple[Point, ...], ...] = ()
    hidden_names: tuple[str, ...] = ()
    visible_codes: tuple[Box, ...] = ()
    watermark: Watermark | None = None
    crests: Crests = Crests()


BENEATH, OUTSIDE = "beneath a cover", "outside covers"
"""Where in the picture a problem with a place lies."""


class Flaw(StrEnum):
    """What can be wrong with a published file."""

    NOT_READABLE = "NOT_READABLE"
    WRONG_SIZE = "WRONG_SIZE"
    METADATA = "METADATA"  # a segment or chunk that is not on the allow-list
    TRAILING_BYTES = "TRAILING_BYTES"
    FACE_VISIBLE = "FACE_VISIBLE"  # a face outside what may be seen
    NAME_LEGIBLE = "NAME_LEGIBLE"
    CODE_LEGIBLE = "CODE_LEGIBLE"
    COVER_MISSING = "COVER_MISSING"  # where a solid cover was to lie, its colour does not
    CREST_VISIBLE = "CREST_VISIBLE"  # the school's crest, where it was to be hidden


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a published file.

    `where` is the segment's name, never its content; BENEATH or OUTSIDE for what has a `box` in the picture.
    """

    flaw: Flaw
    where: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """Proof that the file of this SHA-256 (hex) was opened again and holds only what it may."""

    sha256: str
    width: int
    height: int
    faces: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The published file may not go out, and why."""

    sha256: str
    problems: tuple[Problem, ...]
