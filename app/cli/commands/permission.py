"""Answers recorded from the command line: one, a class list, and their history."""

from __future__ import annotations

import hashlib
from io import FileIO
from pathlib import Path
from typing import Any

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_line, print_table, tell
from app.cli.register_words import FAULTS, carer_of, permission_row
from app.cli.roll_words import SHEET
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.disk import write_new
from app.errors import AppError, Trouble
from app.people import permits
from app.people.answers import Said, said
from app.people.enrol import named_person
from app.people.permits import ClassList, ClassListRefusedError, Line
from app.people.reading import read_file, read_sheet
from app.people.refusals import SheetRefusedError
from app.people.sheet import Row
from app.services import Services
from consent.errors import Code, ConsentError
from consent.people import Person, PersonId
from consent.permissions import Answer, Giver, Kind
from consent.platforms import PlatformId
from consent.scans import LARGEST_SCAN, ScanId

_ANSWERS = {Said.YES: Answer.GRANTED, Said.NO: Answer.REFUSED, Said.OPEN: Answer.REQUESTED}
_SELF = "self"


def permission_record(given: Given) -> Status:
    """One answer, on each platform that was named, with its scanned form where there is one."""
    asked = vars(given)
    with signed_in(given) as services:
        person = named_person(services, asked["person"])
        answers = _class_list(asked, (_line(person, asked),))
        evidence = ""
        if asked["scan"]:
            scanned = read_file(Path(asked["scan"]), LARGEST_SCAN)
            kept = permits.keep_scan(
                services, person.id, scanned, form=asked["form"], received_on=asked["given_on"]
            )
            evidence = kept.id
        recorded = permits.bulk(services, answers, evidence)
    print_line(f"answers recorded: {len(recorded)}")
    return Status.WELL


def permission_bulk(given: Given) -> Status:
    """A class list: a person and an answer in each row; all of it or nothing."""
    asked = vars(given)
    try:
        sheet = read_sheet(read_file(Path(asked["file"])))
    except SheetRefusedError as refused:
        tell(SHEET[refused.fault])
        raise
    with signed_in(given) as services:
        lines = tuple(_line_of(services, row) for row in sheet.rows)
        try:
            recorded = permits.bulk(services, _class_list(asked, lines))
        except ClassListRefusedError as refused:
            numbers = [row.number for row in sheet.rows]
            for line in refused.lines:
                tell(f"row {numbers[line.number - 1]}: {FAULTS[line.fault]}")
            raise
    print_line(f"answers recorded: {len(recorded)}, of {len(lines)} people")
    return Status.WELL


def permission_history(given: Given) -> Status:
    """Every answer about someone."""
    with signed_in(given) as services:
        person = named_person(services, given.person)
        records = permits.permission_history(services, person.id)
        staff = {one.id: one.user_name for one in services.store.accounts.accounts()}
    columns = ("given", "platform", "kind", "answer", "by", "until", "form", "scan", "recorded by")
    print_table(person.shown_name, columns, [permission_row(person, one, staff) for one in records])
    return Status.WELL


def permission_scan(given: Given) -> Status:
    """A kept form, as it came, in a new file."""
    out = Path(given.out)
    with signed_in(given) as services:
        content = permits.open_scan(services, ScanId(given.scan))
    expected = hashlib.sha256(content).hexdigest()

    def holds(file: FileIO) -> bool:
        return hashlib.file_digest(file, "sha256").hexdigest() == expected

    write_new(out, [content], prove=holds)
    tell("the form is not encrypted: keep it only as long as it is needed")
    return Status.WELL


def _class_list(asked: dict[str, Any], lines: tuple[Line, ...]) -> ClassList:
    kind = Kind(asked["kind"])
    if (kind is Kind.BIOMETRIC) != (not asked["platform"]):
        raise wrong_use("name each --platform that the form asked for; a biometric answer is for none")
    platforms = tuple(PlatformId(one) for one in dict.fromkeys(asked["platform"]))
    return ClassList(platforms, kind, asked["given_on"], asked["form"], lines, asked["until"])


def _line(person: Person, asked: dict[str, Any]) -> Line:
    answer, by = Answer(asked["answer"]), asked["by"]
    if by == _SELF:
        return Line(person.id, answer, Giver.SELF)
    return Line(person.id, answer, carer=carer_of(person, by) if by else "")


def _line_of(services: Services, row: Row) -> Line:
    """A row of the list. A word that is neither yes nor no is no answer, and an unknown name no person."""
    answer = said(row.cell(1))
    if answer is Said.UNKNOWN or row.formulas:
        tell(f"row {row.number}: neither a yes nor a no")
        raise AppError(Trouble.LIST_REFUSED)
    try:
        person = named_person(services, row.cell(0).strip()).id
    except ConsentError as error:
        if error.code not in {Code.UNKNOWN_PERSON, Code.DUPLICATE}:
            raise
        person = PersonId("")  # refused with its row, beside all others that are wrong
    return Line(person, _ANSWERS[answer])
