"""What the columns of the school's spreadsheet mean; made once by the school and kept."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from app.people.answers import NO, OPEN, word
from app.people.plain_text import ENCODINGS
from app.people.refusals import MappingFault, MappingRefusedError
from consent.people import PersonKind
from consent.permissions import Kind
from consent.platforms import PlatformId

LARGEST = 256 * 1024  # bytes

_STRICT = ConfigDict(extra="forbid")  # a field that is written wrongly must not be passed over
_OBJECTION = re.compile(
    r"opt\W?(ed\W?)?out|\bnot?\b|n['’]t\b|\brefus|\bobject|\bwithdr[ae]w|\bdecline|\bwithout\b|\bexcept"
    r"|\bexclu|\brestrict|\bprohib|\bban(ned)?\b|\bnever\b|\bdisagree|\bwithh[eo]ld|\bcan[n’']?o?t\b|\bdont\b"
    r"|\bden(y|ie[ds])\b|\brevo[ck]|\bforb[ia]d|\bblock|\bstop|\bunable|\bavoid|\bcancel|\bremov|\bhid(e|den)\b"
    r"|\bgwrth|\bd?dim\b|\b(p|b|ph)eidi|\bheb\b"
)  # fmt: skip
"""Headings in which a "yes" may well be a no, in English and Welsh."""


class Listed(StrEnum):
    """Whom the file holds."""

    EVERYONE = "everyone"  # of the kind: who is not in it has left
    SOME = "some"  # a class, the new ones: no one leaves by it


class Asks(StrEnum):
    """What a yes in a consent column agrees to."""

    PERMISSION = "permission"
    OBJECTION = "objection"  # a yes is a no, and nothing in it is a yes


class Speaker(StrEnum):
    """Whose answer it is where no column says so. Adults without carers always answer for themselves."""

    FIRST_CARER = "first carer"  # the first of the mapping's carers who has a name in the row
    CARER = (
        "carer"  # whoever signed the school's form: one carer without a name, with parental responsibility
    )


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Columns:
    """Headings of the columns for each field; empty: not in this file, the register's stays."""

    school_id: str
    legal_name: str = ""
    forename: str = ""
    surname: str = ""
    known_as: str = ""
    class_name: str = ""
    year: str = ""
    upn: str = ""


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class CarerColumns:
    """Where one carer stands. Without a column for parental responsibility the mapping says it for all.

    `relation` is a word such as mother; `relation_column` a heading. A carer without the responsibility is kept,
    and their yes does not count.
    """

    name: str
    responsible: bool | None = None
    responsible_column: str = ""
    relation: str = "carer"
    relation_column: str = ""


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class ConsentColumn:
    """One consent of the school's system: which kind it is, and each platform it was asked for, by name.

    `yes` are words that mean yes here beside the usual ones. `given_on` is the heading of the day of the answer,
    `given_by` of who gave it (a carer's name or relation). `valid_until` is the last day of every yes in it.
    """

    column: str
    kind: Kind
    platforms: tuple[PlatformId, ...] = ()
    asks: Asks | None = None
    yes: tuple[str, ...] = ()
    given_on: str = ""
    given_by: str = ""
    valid_until: date | None = None


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Mapping:
    """Everything the school says once about its file. `form` is the wording's version and where it is kept."""

    columns: Columns
    kind: PersonKind = PersonKind.PUPIL
    listed: Listed = Listed.EVERYONE
    carers: tuple[CarerColumns, ...] = ()
    consents: tuple[ConsentColumn, ...] = ()
    given_by: Speaker = Speaker.CARER
    form: str = ""
    heading_row: int = 1  # as a spreadsheet program counts
    sheet: str = ""
    encoding: str = ""


PLAIN = Mapping(
    Columns(school_id="School ID", legal_name="Name", class_name="Class", year="Year"), listed=Listed.SOME
)
"""What is read without a mapping: names and classes under these headings, no answers, and no one leaves."""

_MAPPING = TypeAdapter(Mapping)


def read_mapping(content: bytes) -> Mapping:
    """A mapping from TOML or JSON, checked. Raises MappingRefusedError."""
    if len(content) > LARGEST:
        raise MappingRefusedError(MappingFault.NOT_READABLE)
    try:
        document = _document(content.decode("utf-8-sig"))
        mapping = _MAPPING.validate_python(document)
    except ValidationError as wrong:
        place = ".".join(str(part) for part in wrong.errors(include_input=False)[0]["loc"])
        raise MappingRefusedError(MappingFault.NOT_READABLE, place) from None
    except (ValueError, RecursionError):
        raise MappingRefusedError(MappingFault.NOT_READABLE) from None
    check_mapping(mapping)
    return mapping


def mapping_text(mapping: Mapping) -> str:
    """The mapping as JSON, to be kept; `read_mapping` gives the same value back."""
    return _MAPPING.dump_json(mapping).decode()


def check_mapping(mapping: Mapping) -> None:
    """Raise MappingRefusedError where a mapping leaves open what an answer means."""
    columns = mapping.columns
    if not columns.school_id:
        raise MappingRefusedError(MappingFault.MISSING_COLUMN, "school_id")
    if not (columns.legal_name or (columns.surname and columns.forename)):
        raise MappingRefusedError(MappingFault.NO_NAME_COLUMN)
    if (mapping.encoding and mapping.encoding.casefold() not in ENCODINGS) or mapping.heading_row < 1:
        raise MappingRefusedError(MappingFault.NOT_READABLE, "encoding or heading_row")
    for carer in mapping.carers:
        if (carer.responsible is None) == (not carer.responsible_column) or not carer.name:
            raise MappingRefusedError(MappingFault.NOT_READABLE, carer.name or "carers")
    for consent in mapping.consents:
        _check_consent(consent)


def _check_consent(consent: ConsentColumn) -> None:
    if not consent.column.strip():
        raise MappingRefusedError(MappingFault.MISSING_COLUMN, "consents")
    if consent.kind is Kind.BIOMETRIC:
        if consent.platforms:
            raise MappingRefusedError(MappingFault.PLATFORM_NOT_ALLOWED, consent.column)
    elif not consent.platforms:
        raise MappingRefusedError(MappingFault.NO_PLATFORM, consent.column)
    if consent.asks is None and _OBJECTION.search(consent.column.casefold()):
        raise MappingRefusedError(MappingFault.LOOKS_LIKE_OBJECTION, consent.column)
    if any(word(yes) in NO | OPEN for yes in consent.yes):
        raise MappingRefusedError(MappingFault.NOT_A_YES, consent.column)


def check_platforms(mapping: Mapping, known: frozenset[PlatformId]) -> None:
    """Raise MappingRefusedError(UNKNOWN_PLATFORM) for a platform that the school does not have ("all" is none)."""
    for consent in mapping.consents:
        if not known.issuperset(consent.platforms):
            raise MappingRefusedError(MappingFault.UNKNOWN_PLATFORM, consent.column)


def headings(mapping: Mapping) -> tuple[str, ...]:
    """Every heading that the mapping speaks of, once."""
    columns = mapping.columns
    named = [columns.school_id, columns.legal_name, columns.forename, columns.surname, columns.known_as]
    named += [columns.class_name, columns.year, columns.upn]
    for carer in mapping.carers:
        named += [carer.name, carer.responsible_column, carer.relation_column]
    for consent in mapping.consents:
        named += [consent.column, consent.given_on, consent.given_by]
    return tuple(dict.fromkeys(name for name in named if name))


def _document(text: str) -> Any:
    return json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
