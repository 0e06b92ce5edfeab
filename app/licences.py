"""What Greenlight stands on and under which licences, for the About page; the list is made from the lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Package:
    """One library, as it calls itself."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Carried:
    """Something that a library brings along and that has a licence of its own."""

    name: str
    licence: str
    what: str


@dataclass(frozen=True, slots=True)
class Licences:
    """Everything in the list, in the order of names."""

    packages: Sequence[Package]
    carried: Sequence[Carried]


_LICENCES = TypeAdapter(Licences)


def licences() -> Licences:
    """The list that `python tests/dependencies renew` made when the lock last changed."""
    text = files("resources").joinpath("dependencies", "licences.json").read_text(encoding="utf-8")
    return _LICENCES.validate_json(text)
