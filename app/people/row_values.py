"""What one row of a roll says, as values: a person with carers and answers, or why it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.people.answers import Said
from app.people.refusals import Reason
from consent.permissions import Kind
from consent.platforms import PlatformId


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer is about; `platform` is None for a biometric consent alone."""

    platform: PlatformId | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Given:
    """What the row answers to one question, all its columns taken together.

    `given_on` is None where no column tells the day. `by` is the name or relation of who answered, or empty.
    """

    question: Question
    said: Said
    given_on: date | None = None
    by: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class RowCarer:
    """One carer as the row has them."""

    name: str
    relation: str
    responsible: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that can be taken. `fields` holds only what the mapping has a column for."""

    row: int
    school_id: str
    fields: dict[str, str]
    carers: tuple[RowCarer, ...]
    answers: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that is not taken. Its answers can still take a permission away, never give one."""

    row: int
    reason: Reason
    column: str = ""  # the heading, where one cell is to blame
    school_id: str = ""  # empty where it cannot be read
    answers: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A cell of a consent column with a word that is neither a yes nor a no; it counts as no permission."""

    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that the file says."""

    taken: tuple[Entry, ...]
    refused: tuple[RefusedRow, ...]
    unknown_words: tuple[UnknownWord, ...]
