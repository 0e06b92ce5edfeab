"""What can be found in a photo: the one set of values that all finders hand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vision.boxes import Box, Point, Quad

Template = tuple[float, ...]
"""128 numbers that describe one face (face_recognition's network); compare by Euclidean distance."""


class TextKind(StrEnum):
    """What a piece of legible text is about."""

    ROLL_NAME = "roll_name"
    LIKELY_NAME = "likely_name"
    CONTACT = "contact"
    PLATE = "plate"
    CODE = "code"
    SCHOOL = "school"
    OTHER = "other"


class Cue(StrEnum):
    """By what a uniform was recognised."""

    CREST = "crest"
    COLOUR = "colour"
    NAME = "name"


class Verdict(StrEnum):
    """How sure the comparison of one face with the references is."""

    SUGGESTED = "suggested"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FaceFinding:
    """One face. `box` is in upright full-size pixels and goes from hairline to chin.

    `landmarks` are eye, eye, nose tip, mouth corner, mouth corner (left of the picture first) where the
    finder gave them. `found_by` names the pass that found it. `tiny` says that it is smaller than
    `catalogue.SMALLEST_FACE` at the largest published size: covered without asking, counted apart.
    """

    box: Box
    score: float
    found_by: str
    landmarks: tuple[Point, ...] = ()
    tiny: bool = False


@dataclass(frozen=True, slots=True)
class TextFinding:
    """One line of writing or one code. `people` are the names of the roll that it may mean."""

    quad: Quad
    text: str
    score: float
    kind: TextKind = TextKind.OTHER
    people: tuple[str, ...] = ()
    found_by: str = ""

    @property
    def box(self) -> Box:
        return self.quad.box


@dataclass(frozen=True, slots=True)
class UniformFinding:
    """One sight of the school's uniform. `which` names the crest, `crest-0` for the first that was given.

    `found_by` names what found it, as for faces and texts.
    """

    box: Box
    cue: Cue
    score: float
    which: str = ""
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person whom a face may be, with the distance between the templates (0 is the same picture)."""

    person: str
    distance: float


@dataclass(frozen=True, slots=True)
class Match:
    """The candidates for one face, nearest first, and how sure the nearest is."""

    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long each part took."""

    decode: float = 0.0
    faces: float = 0.0
    text: float = 0.0
    uniform: float = 0.0
    match: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one photo.

    `templates` stands beside `faces`, or is empty where none was asked for; `None` in it marks a face too poor
    to describe. `camera` is what the photo says took it (`vision.camera`).
    """

    width: int
    height: int
    faces: tuple[FaceFinding, ...] = ()
    texts: tuple[TextFinding, ...] = ()
    uniforms: tuple[UniformFinding, ...] = ()
    templates: tuple[Template | None, ...] = ()
    seconds: Seconds = field(default_factory=Seconds)
    camera: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an analysis is to look for.

    `published_side` is the longest side, in pixels, at which the photo will be published; 0 is full size.
    `names` are the roll's names, `school_names` how the school is written, `crests` encoded reference
    pictures, `uniform_colours` sRGB triples. `templates` asks for face templates (only with matching on).
    `read_twice_in` are the places where a doubtful line is worth a second reader's time; None: everywhere.
    """

    published_side: int = 2048
    names: tuple[str, ...] = ()
    school_names: tuple[str, ...] = ()
    crests: tuple[bytes, ...] = ()
    uniform_colours: tuple[tuple[int, int, int], ...] = ()
    templates: bool = False
    read_twice_in: tuple[Box, ...] | None = None
