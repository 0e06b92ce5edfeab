"""The rows of a spreadsheet as people and answers, by the school's mapping; rows that are in doubt are refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from app.people.answers import Said, objection, said, together, word
from app.people.mapping import Asks, CarerColumns, ConsentColumn, Mapping, headings
from app.people.refusals import MappingFault, MappingRefusedError, Reason
from app.people.row_values import Entries, Entry, Given, Question, RefusedRow, RowCarer, UnknownWord
from app.people.sheet import Row, Sheet
from app.people.spoken import LONGEST_NAME, clean, heading, is_name, name_key, number_key
from consent.people import is_upn
from consent.permissions import Kind

_EARLIEST = date(1990, 1, 1)
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_SHORT_FIELDS = ("known_as", "class_name", "year", "upn")


class _RowRefusedError(Exception):
    def __init__(self, reason: Reason, column: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.column = column


def entries_of(sheet: Sheet, mapping: Mapping, *, today: date) -> Entries:
    """Every row below the headings, taken or refused. Raises MappingRefusedError where a column is missing."""
    head = next((row for row in sheet.rows if row.number == mapping.heading_row), None)
    if head is None:
        raise MappingRefusedError(MappingFault.MISSING_COLUMN, mapping.columns.school_id)
    rows = [row for row in sheet.rows if row.number > mapping.heading_row]
    reader = _RowReader(mapping, _places(head, mapping), len(head.cells), today)
    reader.count(rows)
    taken: list[Entry] = []
    refused: list[RefusedRow] = []
    for row in rows:
        try:
            taken.append(reader.entry(row))
        except _RowRefusedError as why:
            answers = reader.answers_in_doubt(row)
            refused.append(RefusedRow(row.number, why.reason, why.column, reader.school_id(row), answers))
    return Entries(tuple(taken), tuple(refused), tuple(reader.unknown_words))


def _places(head: Row, mapping: Mapping) -> dict[str, int]:
    """The position of each heading that the mapping names."""
    found = [heading(cell) for cell in head.cells]
    places: dict[str, int] = {}
    for named in headings(mapping):
        match found.count(heading(named)):
            case 0:
                raise MappingRefusedError(MappingFault.MISSING_COLUMN, named)
            case 1:
                places[named] = found.index(heading(named))
            case _:
                raise MappingRefusedError(MappingFault.COLUMN_TWICE, named)
    return places


class _RowReader:
    """Reads single rows by one mapping."""

    def __init__(self, mapping: Mapping, places: dict[str, int], width: int, today: date) -> None:
        self._mapping = mapping
        self._places = places
        self._width = width
        self._today = today
        self._words = {consent: frozenset(map(word, consent.yes)) for consent in mapping.consents}
        self._times: Counter[str] = Counter()
        self.unknown_words: list[UnknownWord] = []

    def count(self, rows: Sequence[Row]) -> None:
        """How often each number stands in the file, in rows that are refused for something else, too."""
        self._times.update(number_key(self.school_id(row)) for row in rows)

    def school_id(self, row: Row) -> str:
        return self._text(row, self._mapping.columns.school_id)

    def entry(self, row: Row) -> Entry:
        """The row as a person. Raises _RowRefusedError."""
        if len(row.cells) > self._width or 0 < row.width < self._width:
            raise _RowRefusedError(Reason.UNEVEN)
        for column, place in self._places.items():
            if place in row.formulas:
                raise _RowRefusedError(Reason.FORMULA, column)
        school_id = self.school_id(row)
        if not school_id:
            raise _RowRefusedError(Reason.NO_ID, self._mapping.columns.school_id)
        if self._times[number_key(school_id)] > 1:
            raise _RowRefusedError(Reason.DUPLICATE_ID, self._mapping.columns.school_id)
        fields = self._fields(row)
        if max(map(len, (school_id, *fields.values()))) > LONGEST_NAME:
            raise _RowRefusedError(Reason.TOO_LONG)
        return Entry(row.number, school_id, fields, self._carers(row), self._answers(row))

    def answers_in_doubt(self, row: Row) -> tuple[Given, ...]:
        """What a refused row still says: its plain noes; everything else in it is open."""
        slipped = len(row.cells) > self._width or 0 < row.width < self._width
        found: dict[Question, Said] = {}
        for consent in self._mapping.consents:
            answer = Said.OPEN if slipped else self._said(row, consent)
            for question in _questions(consent):
                found[question] = together([answer, found.get(question, answer)])
        return tuple(
            Given(question, Said.NO if answer is Said.NO else Said.OPEN) for question, answer in found.items()
        )

    def _fields(self, row: Row) -> dict[str, str]:
        columns = self._mapping.columns
        if columns.legal_name:
            name = self._text(row, columns.legal_name)
        else:
            name = f"{self._text(row, columns.forename)} {self._text(row, columns.surname)}".strip()
        if not name:
            raise _RowRefusedError(Reason.NO_NAME, columns.legal_name or columns.surname)
        fields = {"legal_name": name}
        for field in _SHORT_FIELDS:
            column = getattr(columns, field)
            if column:
                fields[field] = self._text(row, column)
        if fields.get("upn"):
            fields["upn"] = number_key(fields["upn"]).upper()
            if not is_upn(fields["upn"]):
                raise _RowRefusedError(Reason.BAD_UPN, columns.upn)
        for field in ("legal_name", "known_as"):
            if fields.get(field) and not is_name(fields[field]):
                raise _RowRefusedError(Reason.NOT_A_NAME, getattr(columns, field) or columns.surname)
        return fields

    def _carers(self, row: Row) -> tuple[RowCarer, ...]:
        found: dict[str, RowCarer] = {}
        for columns in self._mapping.carers:
            carer = self._carer(row, columns)
            if carer is None:
                continue
            key = name_key(carer.name)
            twin = found.get(key)
            # named twice: parental responsibility only if both say so
            responsible = carer.responsible and (twin is None or twin.responsible)
            found[key] = RowCarer(carer.name, twin.relation if twin else carer.relation, responsible)
        return tuple(found.values())

    def _carer(self, row: Row, columns: CarerColumns) -> RowCarer | None:
        name = self._text(row, columns.name)
        if not name:
            return None
        relation = self._text(row, columns.relation_column) or columns.relation
        if not is_name(name):
            raise _RowRefusedError(Reason.NOT_A_NAME, columns.name)
        if max(len(name), len(relation)) > LONGEST_NAME:
            raise _RowRefusedError(Reason.TOO_LONG, columns.name)
        responsible = bool(columns.responsible)
        if columns.responsible_column:
            responsible = said(self._text(row, columns.responsible_column)) is Said.YES
        return RowCarer(name, relation, responsible)

    def _answers(self, row: Row) -> tuple[Given, ...]:
        by_question: dict[Question, list[Given]] = {}
        for consent in self._mapping.consents:
            answer = self._said(row, consent)
            if answer is Said.UNKNOWN:
                self.unknown_words.append(UnknownWord(row.number, consent.column))
            on = self._day(row, consent.given_on)
            by = self._text(row, consent.given_by)
            for question in _questions(consent):
                given = Given(question, answer, on, by, consent.valid_until)
                by_question.setdefault(question, []).append(given)
        return tuple(one for answers in by_question.values() for one in _as_one(answers))

    def _said(self, row: Row, consent: ConsentColumn) -> Said:
        understand = objection if consent.asks is Asks.OBJECTION else said
        return understand(row.cell(self._places[consent.column]), self._words[consent])

    def _day(self, row: Row, column: str) -> date | None:
        text = self._text(row, column)
        if not text:
            return None
        day = read_day(text)
        if day is None or not _EARLIEST <= day <= self._today:
            raise _RowRefusedError(Reason.BAD_DATE, column)
        return day

    def _text(self, row: Row, column: str) -> str:
        return clean(row.cell(self._places[column])) if column else ""


def read_day(text: str) -> date | None:
    """A day as 2026-09-01 (with or without a time) or with the day first, as schools write it; else None."""
    day_first = _DAY_FIRST.fullmatch(text)
    try:
        if day_first:
            day, month, year = map(int, day_first.groups())
            return date(year, month, day)
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _questions(consent: ConsentColumn) -> Sequence[Question]:
    """One for each platform that the mapping writes out."""
    if consent.kind is Kind.BIOMETRIC:
        return (Question(None, consent.kind),)
    return tuple(Question(platform, consent.kind) for platform in dict.fromkeys(consent.platforms))


def _as_one(answers: Sequence[Given]) -> Sequence[Given]:
    """Several columns about one question: a yes only if all are, of the earliest day, until the earliest end.

    Each giver's no is theirs: that the mother takes hers back lifts no other.
    """
    answer = together(given.said for given in answers)
    telling = [given for given in answers if given.said is answer]
    if answer is Said.NO:
        return tuple({name_key(given.by): given for given in reversed(telling)}.values())[::-1]
    if answer is not Said.YES:
        return telling[:1]
    days = [given.given_on for given in answers]
    ends = [given.valid_until for given in answers if given.valid_until is not None]
    earliest = None if None in days else min(day for day in days if day is not None)
    return (Given(telling[0].question, answer, earliest, telling[0].by, min(ends, default=None)),)
