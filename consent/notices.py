"""What each parent was told before a face may be compared: the notice that the law asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consent.people import Carer, Person, PersonId


class Excuse(StrEnum):
    """Why a parent need not be told (Protection of Freedoms Act 2012, section 27)."""

    CANNOT_BE_FOUND = "cannot_be_found"
    LACKS_CAPACITY = "lacks_capacity"
    WELFARE = "welfare"  # the child's welfare requires that this parent is not contacted
    IMPRACTICABLE = "impracticable"


@dataclass(frozen=True, slots=True)
class Notice:
    """That one parent was told on a day, with which form, or need not be; never changed afterwards.

    `carer` is a Carer.id of the person. `sequence` orders notices by when they were entered.
    """

    person: PersonId
    carer: str
    sent_on: date
    form: str
    excused: Excuse | None = None
    recorded_by: str = ""
    sequence: int = 0


def not_told(person: Person, notices: Iterable[Notice], today: date) -> Sequence[Carer]:
    """The carers with parental responsibility to whom no notice had been sent by `today`, nor need be."""
    told = {one.carer for one in notices if one.person == person.id and one.sent_on <= today}
    return [carer for carer in person.carers if carer.responsible and carer.id not in told]
