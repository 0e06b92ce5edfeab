"""The register's words: kinds of people, of permission, answers, who gave them; taken when they are shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.people import explaining
from app.people.explaining import Tongue
from app.people.form_signer import is_form_signer
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.reading_people import Count
from consent.people import Carer, Person, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.standing import Explanation

WHO: dict[PersonKind, str] = {
    PersonKind.PUPIL: QT_TRANSLATE_NOOP("people", "Pupil"),
    PersonKind.STAFF: QT_TRANSLATE_NOOP("people", "Staff"),
    PersonKind.VOLUNTEER: QT_TRANSLATE_NOOP("people", "Volunteer"),
    PersonKind.VISITOR: QT_TRANSLATE_NOOP("people", "Visitor"),
}

KINDS: dict[Kind, str] = {
    Kind.PHOTO: QT_TRANSLATE_NOOP("people", "Photo"),
    Kind.GROUP: QT_TRANSLATE_NOOP("people", "Photo in a group"),
    Kind.NAME: QT_TRANSLATE_NOOP("people", "Name"),
    Kind.VIDEO: QT_TRANSLATE_NOOP("people", "Video"),
    Kind.BIOMETRIC: QT_TRANSLATE_NOOP("people", "Recognising the face"),
}

ANSWERS: dict[Answer, str] = {
    Answer.GRANTED: QT_TRANSLATE_NOOP("people", "Yes"),
    Answer.REFUSED: QT_TRANSLATE_NOOP("people", "No"),
    Answer.WITHDRAWN: QT_TRANSLATE_NOOP("people", "Withdrawn"),
    Answer.REQUESTED: QT_TRANSLATE_NOOP("people", "Asked, no answer yet"),
}

COUNTS: dict[Count, str] = {
    Count.YES: QT_TRANSLATE_NOOP("people", "yes"),
    Count.ENDS_SOON: QT_TRANSLATE_NOOP("people", "yes, ends soon"),
    Count.NO: QT_TRANSLATE_NOOP("people", "no"),
    Count.NO_ANSWER: QT_TRANSLATE_NOOP("people", "no answer"),
}


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("people", text)


def day(value: date | None) -> str:
    """A day as this language writes it; "" for none."""
    if value is None or value == date.min:
        return ""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMMM yyyy")


def giver_of(record: Permission, person: Person) -> str:
    """Who gave an answer: themselves, or a carer by name and relation."""
    if record.giver is Giver.SELF:
        return person.shown_name
    carer = next((one for one in person.carers if one.id == record.carer), None)
    return words(QT_TRANSLATE_NOOP("people", "a parent or carer")) if carer is None else carer_words(carer)


def carer_words(carer: Carer) -> str:
    """A carer by name and relation, as far as they are known."""
    if is_form_signer(carer):
        return words(QT_TRANSLATE_NOOP("people", "whoever signed the school's form"))
    return ", ".join(part for part in (carer.name, carer.relation) if part)


def explained(explanation: Explanation) -> str:
    """Why someone may or may not be shown, in one sentence, the same as in reports and on the command line."""
    return explaining.explained(explanation, Tongue(_say, day))


def _say(text: str) -> str:
    return QCoreApplication.translate(explaining.CONTEXT, text)
