"""The people who may stand in a photo, and those who speak for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", str)
"""A random id; the only thing about a person that logs and the audit chain may hold."""


class PersonKind(StrEnum):
    """Why someone is on the register; pupils are spoken for by their carers."""

    PUPIL = "pupil"
    STAFF = "staff"
    VOLUNTEER = "volunteer"
    VISITOR = "visitor"


@dataclass(frozen=True, slots=True)
class Carer:
    """Someone with parental responsibility for a pupil. `relation` is a word such as father or carer."""

    id: str
    name: str
    relation: str
    responsible: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the register.

    `school_id` is the number of the school's own records system, `upn` the national one (Unique Pupil Number),
    where the school wants to keep it. `once` are ids of records that became part of this one: photos, posts and
    the log may still speak of them.
    """

    id: PersonId
    kind: PersonKind
    legal_name: str
    known_as: str = ""
    school_id: str = ""
    class_name: str = ""
    year: str = ""
    carers: tuple[Carer, ...] = ()
    left_on: date | None = None
    upn: str = ""
    once: tuple[PersonId, ...] = ()

    @property
    def shown_name(self) -> str:
        """The name that staff use for this person."""
        return self.known_as or self.legal_name


def by_id(people: Iterable[Person]) -> dict[PersonId, Person]:
    """People by every id that they ever had."""
    return {identity: person for person in people for identity in (person.id, *person.once)}


_UPN = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]")
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def is_upn(text: str) -> bool:
    """Whether this is a Unique Pupil Number: a check letter and 12 places, the last a letter while it is temporary.

    Check letter: the places' values times 2 to 13, modulo 23 (Department for Education, "Unique pupil numbers").
    """
    if not _UPN.fullmatch(text):
        return False
    values = [int(place) if place.isdigit() else _UPN_LETTERS.index(place) for place in text[1:]]
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    return _UPN_LETTERS[total % len(_UPN_LETTERS)] == text[0]
