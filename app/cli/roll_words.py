"""A compared roll on the terminal: tables for people, one record for each change for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.cli.printing import print_line, print_record, print_table
from app.people.changes import Changes
from app.people.consents import HeldWhy
from app.people.refusals import MappingFault, Reason, SheetFault
from app.people.roll import Accepted
from app.people.row_values import Question
from consent.people import Person, PersonId

MOST_LINES = 200  # of one table; --json gives all

SHEET: dict[SheetFault, str] = {
    SheetFault.EMPTY: "there is nothing in the file",
    SheetFault.TOO_LARGE: "the file is larger than any roll",
    SheetFault.UNPACKS_TOO_LARGE: "the workbook unpacks to far more than it seems to hold",
    SheetFault.TOO_MANY_ROWS: "there are more than 50,000 rows",
    SheetFault.TOO_MANY_COLUMNS: "there are more than 200 columns",
    SheetFault.CELL_TOO_LONG: "a cell holds more than 2,000 characters",
    SheetFault.ENCODING: "the letters cannot be read: save it as CSV UTF-8, or name the encoding in the mapping",
    SheetFault.BROKEN: "the file is damaged",
    SheetFault.ENTITIES: "the workbook holds definitions that no real workbook has",
    SheetFault.OLD_EXCEL: "an old or locked Excel file: save it as XLSX without a password",
    SheetFault.SEVERAL_SHEETS: "several sheets hold something: name one as sheet in the mapping",
    SheetFault.NO_SUCH_SHEET: "the workbook has no sheet of this name",
}
MAPPING: dict[MappingFault, str] = {
    MappingFault.NOT_READABLE: "not TOML or JSON as it should be",
    MappingFault.MISSING_COLUMN: "the file has no column with this heading",
    MappingFault.COLUMN_TWICE: "two columns of the file have this heading",
    MappingFault.NO_NAME_COLUMN: "name legal_name, or surname and forename",
    MappingFault.NO_PLATFORM: "write out each platform that this consent was asked for",
    MappingFault.UNKNOWN_PLATFORM: "the school has no such platform",
    MappingFault.PLATFORM_NOT_ALLOWED: "a biometric consent is for no platform",
    MappingFault.LOOKS_LIKE_OBJECTION: 'a yes here may be a no: say asks = "objection" or asks = "permission"',
    MappingFault.NOT_A_YES: "blank, or a word for no, cannot be made a yes",
}
REASONS: dict[Reason, str] = {
    Reason.NO_ID: "no school number",
    Reason.NO_NAME: "no name",
    Reason.NOT_A_NAME: "not a name",
    Reason.TOO_LONG: "a name or number is too long",
    Reason.FORMULA: "a formula, which is never worked out",
    Reason.UNEVEN: "more or fewer cells than headings; it may have slipped",
    Reason.DUPLICATE_ID: "another row has the same number",
    Reason.DUPLICATE_ON_REGISTER: "two people of the register have this number",
    Reason.OTHER_KIND: "the number belongs to someone of another kind",
    Reason.OTHER_NAME: "the number stands on the register under another name; correct one of the two first",
    Reason.SAME_NAME: "someone of this name is on the register without a number",
    Reason.NAMESAKE: "someone of this name is on the register with another number",
    Reason.UPN_TAKEN: "someone else has this unique pupil number",
    Reason.BAD_UPN: "not a unique pupil number; perhaps mistyped",
    Reason.BAD_DATE: "not a day, or one to come",
    Reason.GIVER_UNKNOWN: "who answered is no carer of this person",
}
HELD: dict[HeldWhy, str] = {
    HeldWhy.NO_STANDS: "a no on the register stands; a yes without its day, or as old, does not lift it",
    HeldWhy.EXPIRED: "it has run out; a yes without its day does not renew it",
}
ACCEPT: dict[Accepted, str] = {
    Accepted.REFUSED_ROWS: "rows are refused: correct the file, or give --accept-refused to leave them out",
    Accepted.MANY_LEAVERS: "more than a third would leave: is the file whole? If so, give --accept-leavers",
}


def print_changes(changes: Changes, names: Mapping[PersonId, Person]) -> None:
    """Everything that someone must see before a roll is taken over. `names` are the people of the register."""
    people = {**names, **{person.id: person for person in changes.joined}}
    for title, columns, rows in _tables(changes, people):
        if rows:
            print_table(title, columns, rows[:MOST_LINES])
            if len(rows) > MOST_LINES:
                print_line(f"and {len(rows) - MOST_LINES} more; --json gives all")
    if changes.leavers_held:
        print_line("No one leaves: a row without a number could be anyone.")
    print_line(", ".join(f"{name} {count}" for name, count in _summary(changes).items()))


def print_json(changes: Changes) -> None:
    """One record for each change, ids for people of the register, and a summary at the end."""
    for record in _records(changes):
        print_record(record)
    print_record({"change": "summary", **_summary(changes)})


def _summary(changes: Changes) -> dict[str, int]:
    return {
        "joined": len(changes.joined),
        "returned": len(changes.returned),
        "left": len(changes.left),
        "changed": len(changes.changed),
        "unchanged": len(changes.unchanged),
        "refused rows": len(changes.refused),
        "permissions": len(changes.permissions),
        "not recorded": len(changes.held),
        "unknown words": len(changes.unknown_words),
        "posts affected": len({one.publication for one in changes.posts}),
    }


def _tables(
    changes: Changes, people: Mapping[PersonId, Person]
) -> Iterator[tuple[str, Sequence[str], Sequence[Sequence[str]]]]:
    def named(person: PersonId | None) -> str:
        return people[person].shown_name if person is not None and person in people else ""

    whom = ["name", "number", "class"]
    for title, group in (("Joined", changes.joined), ("Left", changes.left)):
        yield title, whom, [(one.shown_name, one.school_id, one.class_name) for one in group]
    for title, moved in (("Returned", changes.returned), ("Changed", changes.changed)):
        yield (
            title,
            ["row", "name", "fields"],
            [(str(one.row), one.after.shown_name, ", ".join(one.fields)) for one in moved],
        )
    joined = {person.id for person in changes.joined}
    yield (
        "Permissions of those who were here before",
        ["name", "about", "before", "after"],
        [
            (named(one.person), _about(one.question), one.before.value, one.after.value)
            for one in changes.permissions
            if one.person not in joined
        ],
    )
    new = Counter(
        (_about(one.question), one.after.value) for one in changes.permissions if one.person in joined
    )
    yield (
        "Permissions of those who join",
        ["about", "answer", "people"],
        [(about, answer, str(count)) for (about, answer), count in sorted(new.items())],
    )
    yield (
        "Not recorded",
        ["name", "about", "why"],
        [(named(one.person), _about(one.question), HELD[one.why]) for one in changes.held],
    )
    yield (
        "Words that are neither yes nor no",
        ["column", "rows"],
        [
            (column, str(count))
            for column, count in Counter(one.column for one in changes.unknown_words).items()
        ],
    )
    yield (
        "Posts that must come down or be looked at",
        ["platform", "file", "name", "why"],
        [
            (one.publication.platform, one.publication.file_name, named(one.person), one.why.value)
            for one in changes.posts
        ],
    )
    yield (
        "Refused rows",
        ["row", "column", "why"],
        [(str(one.row), one.column, REASONS[one.reason]) for one in changes.refused],
    )


def _records(changes: Changes) -> Iterator[dict[str, object]]:
    for change, group in (("joined", changes.joined), ("left", changes.left)):
        for person in group:
            yield {"change": change, "school_id": person.school_id, "name": person.legal_name}
    for change, moved in (("returned", changes.returned), ("changed", changes.changed)):
        for one in moved:
            yield {"change": change, "row": one.row, "person": one.after.id, "fields": list(one.fields)}
    numbers = {person.id: person.school_id for person in changes.joined}
    for permission in changes.permissions:
        yield {
            "change": "permission",
            # who joins has no id yet that will stay
            **_who(permission.person, numbers),
            "about": _about(permission.question),
            "before": permission.before.value,
            "after": permission.after.value,
        }
    for held in changes.held:
        yield {
            "change": "not_recorded", **_who(held.person, numbers), "about": _about(held.question),
            "why": held.why.value,
        }  # fmt: skip
    for unknown in changes.unknown_words:
        yield {"change": "unknown_word", "row": unknown.row, "column": unknown.column}
    for post in changes.posts:
        yield {
            "change": "post", "platform": post.publication.platform, "file": post.publication.file_name,
            "person": post.person, "why": post.why.value,
        }  # fmt: skip
    for row in changes.refused:
        yield {"change": "refused", "row": row.row, "reason": row.reason.value, "column": row.column}


def _who(person: PersonId, numbers: Mapping[PersonId, str]) -> dict[str, object]:
    return {"school_id": numbers[person]} if person in numbers else {"person": person}


def _about(question: Question) -> str:
    return f"{question.kind.value} {question.platform}" if question.platform else question.kind.value
