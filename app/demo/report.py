"""What a run of the demo school gave, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from consent.decisions import Verdict


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """One invented member of staff, with a password that is printed because nothing real stands behind it."""

    user_name: str
    password: str
    full_name: str
    roles: str  # such as "office" or "admin, lead"


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """Where the demo school lies: its encrypted store, its camera card, and where copies go."""

    folder: Path
    store: Path
    device: Path
    out: Path
    staff: tuple[DemoStaff, ...]
    people: int
    templates: int


@dataclass(frozen=True, slots=True)
class DemoLine:
    """One photo on one platform: a line of the table.

    `verdict` is the last word after the office's corrections; None where the photo was refused as a file, and
    then `trouble` holds the code. With a verdict, `trouble` is why an approved photo did not go out after all.
    `open_regions` wait for a person. `file` is the published copy, if there is one.
    """

    photo: str
    platform: str
    verdict: Verdict | None
    trouble: str = ""
    faces_found: int = 0
    faces_shown: int = 0
    faces_covered: int = 0
    names_covered: int = 0
    open_regions: int = 0
    file: Path | None = None

    @property
    def verdict_words(self) -> str:
        """The verdict as the table prints it: `clear`, …, `refused (TRUNCATED)`, or with what held it back."""
        if self.verdict is None:
            return f"refused ({self.trouble})"
        return f"{self.verdict.value}, held back ({self.trouble})" if self.trouble else self.verdict.value


@dataclass(frozen=True, slots=True)
class StageSeconds:
    """How long one step of the path took for all photos together."""

    stage: str
    seconds: float


@dataclass(frozen=True, slots=True)
class DemoReport:
    """The whole run: one line for each photo and platform, in the order of the card and the platforms."""

    school: DemoSchool
    lines: tuple[DemoLine, ...]
    suggested: int  # faces for which the comparison named someone, before the office looked
    unsure: int
    unknown: int
    seconds: tuple[StageSeconds, ...]
    total_seconds: float
