"""Rows and words of the register on the terminal: changes, answers, notices and carers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from app.people.permits import LineFault
from consent.accounts import AccountId
from consent.errors import Code, ConsentError
from consent.notices import Notice
from consent.pasts import PersonChange
from consent.people import Person
from consent.permissions import Giver, Permission

FAULTS: dict[LineFault, str] = {
    LineFault.UNKNOWN: "no such person on the register",
    LineFault.TWICE: "this person stands in the list twice",
    LineFault.LEFT: "has left the school",
    LineFault.CARER: "this is no carer of the person",
}


def change_row(
    before: PersonChange | None, after: PersonChange, staff: Mapping[AccountId, str]
) -> tuple[str, ...]:
    """When, what, by whom, which fields, and the record as it was from then on."""
    changed = []
    if before is not None and before.person == after.person:
        changed = [
            one.name
            for one in fields(Person)
            if getattr(before.after, one.name) != getattr(after.after, one.name)
        ]
    with_other = f" with {after.other}" if after.other is not None else ""
    person = after.after
    return (
        f"{after.at.astimezone():%d %B %Y, %H:%M}",
        f"{after.happened.value}{with_other}",
        staff.get(AccountId(after.by), after.by),
        ", ".join(changed),
        person.shown_name,
        person.class_name,
        f"{person.left_on:%d %B %Y}" if person.left_on else "",
    )


def permission_row(person: Person, record: Permission, staff: Mapping[AccountId, str]) -> tuple[str, ...]:
    """One answer as it was recorded."""
    return (
        f"{record.given_on:%d %B %Y}",
        record.platform or "",
        record.kind.value,
        record.answer.value,
        giver_of(person, record),
        f"{record.valid_until:%d %B %Y}" if record.valid_until else "",
        record.form,
        record.evidence,
        staff.get(AccountId(record.recorded_by), record.recorded_by),
    )


def notice_row(person: Person, notice: Notice) -> tuple[str, ...]:
    """One notice as it was recorded."""
    carer = next((one for one in person.carers if one.id == notice.carer), None)
    to = notice.carer if carer is None else f"{carer.name} ({carer.relation})"
    why = notice.excused.value.replace("_", " ") if notice.excused else ""
    return (f"{notice.sent_on:%d %B %Y}", to, notice.form, why)


def giver_of(person: Person, record: Permission) -> str:
    """Who gave an answer, for the lead: a carer by name and relation."""
    if record.giver is Giver.SELF:
        return "self"
    carer = next((one for one in person.carers if one.id == record.carer), None)
    if carer is None:
        return record.carer
    return f"{carer.name} ({carer.relation})" if carer.name else carer.relation


def carer_of(person: Person, typed: str) -> str:
    """The id of the carer whom `typed` means: an id, a name or a relation. Raises ConsentError(INVALID)."""
    wanted = typed.casefold()
    meant = [
        one.id
        for one in person.carers
        if wanted in {one.id.casefold(), one.name.casefold(), one.relation.casefold()}
    ]
    if len(meant) != 1:
        raise ConsentError(Code.INVALID, "no one carer of this name or relation")
    return meant[0]
