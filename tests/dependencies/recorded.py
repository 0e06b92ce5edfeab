"""The recorded list of known vulnerabilities, asked of what the lock pins; it needs no network."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of the lock; a package with two versions, for two Pythons, is two pins."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Hole:
    """A pinned version with a known vulnerability, by each id that it goes by."""

    pin: Pin
    ids: frozenset[str]

    def __str__(self) -> str:
        return f"{self.pin.name} {self.pin.version}: {' '.join(sorted(self.ids))}"


@dataclass(frozen=True, slots=True)
class Advisory:
    """What is known of some versions of a package, by each of its ids, and whether Greenlight would be at risk."""

    package: str
    ids: tuple[str, ...]
    affected: SpecifierSet
    what: str
    touches: bool
    why: str

    def is_about(self, pin: Pin) -> bool:
        """Whether this very version is affected; a pre-release counts as what it is."""
        return pin.name == self.package and self.affected.contains(Version(pin.version), prereleases=True)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything in the list, and the day up to which it was looked for."""

    looked_at: date
    advisories: tuple[Advisory, ...]

    def holes(self, pins: Iterable[Pin]) -> Sequence[Hole]:
        """Each pinned version that is affected, once for each advisory about it, whether it touches us or not."""
        return [Hole(pin, frozenset(one.ids)) for pin in pins for one in self.advisories if one.is_about(pin)]

    def excuse(self, hole: Hole) -> str:
        """Why this does not touch us; "" where it does, or where the list knows nothing of it."""
        for one in self.advisories:
            if one.is_about(hole.pin) and not one.touches and hole.ids & set(one.ids):
                return one.why
        return ""


def read(file: Path) -> Recorded:
    """The list from its file. Raises KeyError or InvalidSpecifier where the file is not whole."""
    with file.open("rb") as opened:
        content = tomllib.load(opened)
    return Recorded(content["looked_at"], tuple(_advisory(one) for one in content["advisory"]))


def pins(lock: str) -> Sequence[Pin]:
    """Name and version of everything in the text of a lock."""
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    return [Pin(canonicalize_name(name), version) for name, version in found]


def _advisory(entry: dict[str, object]) -> Advisory:
    ids, touches = entry["ids"], entry["touches"]
    if not isinstance(ids, list) or not isinstance(touches, bool):
        raise TypeError(f"{entry['package']}: ids is a list, touches is true or false")
    what, why = str(entry["what"]), str(entry["why"]).strip()
    if not why:
        raise ValueError(f"{entry['package']}: {ids}: says not why")
    affected = SpecifierSet(str(entry["affected"]))
    return Advisory(
        canonicalize_name(str(entry["package"])), tuple(map(str, ids)), affected, what, touches, why
    )
