"""Who is in the demo school, read from `resources/demo/people.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DemoAnswer:
    """One answer as the file states it. `given` and `lasts` are days: ago, and from then (None: no end).

    `by` is `self`, `carer 1` or `carer 2`. `on` names platforms; empty for biometric.
    """

    kind: str
    answer: str
    by: str
    given: int
    on: tuple[str, ...] = ()
    lasts: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One invented person. `carers` are (name, relation). `left` is how many days ago, or None."""

    id: str
    kind: str
    name: str
    known_as: str
    class_name: str
    year: str
    face: int
    hair: str
    hair_colour: str
    carers: tuple[tuple[str, str], ...]
    answers: tuple[DemoAnswer, ...]
    biometric: bool
    left: int | None


@dataclass(frozen=True, slots=True)
class Cast:
    """The whole school. `never_publish` are ids of members."""

    school: str
    school_names: tuple[str, ...]
    uniform_colour: Colour
    never_publish: tuple[str, ...]
    members: tuple[Member, ...]

    def member(self, id_: str) -> Member:
        """The member with this id; KeyError where there is none."""
        for member in self.members:
            if member.id == id_:
                return member
        raise KeyError(id_)


@cache
def read_cast() -> Cast:
    """The cast as the program carries it."""
    data = tomllib.loads(files("resources").joinpath("demo", "people.toml").read_text(encoding="utf-8"))
    sets = {name: tuple(_answer(entry) for entry in entries) for name, entries in data["answers"].items()}
    members = tuple(
        Member(
            id=entry["id"],
            kind=entry["kind"],
            name=entry["name"],
            known_as=entry.get("known_as", ""),
            class_name=entry.get("class", ""),
            year=entry.get("year", ""),
            face=entry["face"],
            hair=entry["hair"],
            hair_colour=entry["hair_colour"],
            carers=tuple((name, relation) for name, relation in entry.get("carers", ())),
            answers=sets[entry["answers"]],
            biometric=entry.get("biometric", False),
            left=data["left"].get(entry["id"]),
        )
        for entry in data["people"]
    )
    red, green, blue = data["uniform_colour"]
    return Cast(
        data["school"], tuple(data["school_names"]), (red, green, blue), tuple(data["never_publish"]), members
    )


def _answer(entry: dict[str, object]) -> DemoAnswer:
    on = entry.get("on", ())
    lasts = entry.get("lasts")
    if not isinstance(on, list | tuple) or not isinstance(lasts, int | None):
        raise TypeError("people.toml: `on` is a list, `lasts` a number")
    return DemoAnswer(
        kind=str(entry["kind"]),
        answer=str(entry["answer"]),
        by=str(entry["by"]),
        given=int(str(entry["given"])),
        on=tuple(str(word) for word in on),
        lasts=lasts,
    )
