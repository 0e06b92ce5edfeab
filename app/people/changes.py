"""What taking over a roll would change: everything that a person should see before it happens, as one value."""

from __future__ import annotations

from dataclasses import dataclass, fields

from app.people.consents import Held
from app.people.row_values import Question, RefusedRow, UnknownWord
from consent.decisions import Why
from consent.people import Person, PersonId
from consent.permissions import Permission
from consent.takedown import TakeDown

# A year that leaves is a sixth of a school at most; more than a third gone is more likely half a file.
MANY_LEAVERS = 1 / 3
FEW = 5  # leavers that are never too many


@dataclass(frozen=True, slots=True)
class Changed:
    """A person before and after."""

    row: int
    before: Person
    after: Person

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        names = (one.name for one in fields(Person))
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class PermissionChange:
    """What counts for one person and question before and after."""

    person: PersonId
    question: Question
    before: Why
    after: Why


@dataclass(frozen=True, slots=True)
class Changes:
    """The dry run. `unchanged` are people whose own record stays; their permissions may still change.

    `records` are what would be written, in this order; `permissions` what that comes to. `posts` are those that
    would have to come down and need not before. `leavers_held`: no one leaves, because a row without a number
    could be anyone. `on_roll` is how many could have left.
    """

    joined: tuple[Person, ...] = ()
    returned: tuple[Changed, ...] = ()
    changed: tuple[Changed, ...] = ()
    left: tuple[Person, ...] = ()
    unchanged: tuple[PersonId, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    records: tuple[Permission, ...] = ()
    permissions: tuple[PermissionChange, ...] = ()
    held: tuple[Held, ...] = ()
    unknown_words: tuple[UnknownWord, ...] = ()
    posts: tuple[TakeDown, ...] = ()
    leavers_held: bool = False
    on_roll: int = 0

    @property
    def many_leavers(self) -> bool:
        """Whether so many would leave that the file is more likely incomplete."""
        return len(self.left) > max(FEW, self.on_roll * MANY_LEAVERS)
