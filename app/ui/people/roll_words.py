"""What a compared roll says, in the office's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.errors import Trouble
from app.people.consents import HeldWhy
from app.people.refusals import MappingFault, Reason, SheetFault
from app.people.roll import Accepted
from app.ui.job import Failure
from app.ui.marked import QT_TRANSLATE_NOOP

SHEET: dict[SheetFault, str] = {
    SheetFault.EMPTY: QT_TRANSLATE_NOOP("roll", "There is nothing in the file."),
    SheetFault.TOO_LARGE: QT_TRANSLATE_NOOP("roll", "The file is larger than any roll."),
    SheetFault.UNPACKS_TOO_LARGE: QT_TRANSLATE_NOOP(
        "roll", "The workbook unpacks to far more than it seems to hold."
    ),
    SheetFault.TOO_MANY_ROWS: QT_TRANSLATE_NOOP("roll", "There are more than 50,000 rows."),
    SheetFault.TOO_MANY_COLUMNS: QT_TRANSLATE_NOOP("roll", "There are more than 200 columns."),
    SheetFault.CELL_TOO_LONG: QT_TRANSLATE_NOOP("roll", "A cell holds more than 2,000 characters."),
    SheetFault.ENCODING: QT_TRANSLATE_NOOP("roll", "The letters cannot be read. Save it as CSV UTF-8."),
    SheetFault.BROKEN: QT_TRANSLATE_NOOP("roll", "The file is damaged. Export it again."),
    SheetFault.ENTITIES: QT_TRANSLATE_NOOP(
        "roll", "The workbook holds definitions that no real workbook has."
    ),
    SheetFault.OLD_EXCEL: QT_TRANSLATE_NOOP(
        "roll", "An old or locked Excel file. Save it as XLSX without a password."
    ),
    SheetFault.SEVERAL_SHEETS: QT_TRANSLATE_NOOP(
        "roll", "Several sheets hold something. Save the right one alone."
    ),
    SheetFault.NO_SUCH_SHEET: QT_TRANSLATE_NOOP("roll", "The workbook has no sheet of this name."),
}

MAPPING: dict[MappingFault, str] = {
    MappingFault.NOT_READABLE: QT_TRANSLATE_NOOP("roll", "What the columns mean is not whole."),
    MappingFault.MISSING_COLUMN: QT_TRANSLATE_NOOP("roll", "Choose the column with the school number."),
    MappingFault.COLUMN_TWICE: QT_TRANSLATE_NOOP("roll", "Two columns of the file have this heading."),
    MappingFault.NO_NAME_COLUMN: QT_TRANSLATE_NOOP(
        "roll", "Choose a column for the whole name, or one for forenames and one for surnames."
    ),
    MappingFault.NO_PLATFORM: QT_TRANSLATE_NOOP(
        "roll", "Tick each platform that this consent was asked for."
    ),
    MappingFault.UNKNOWN_PLATFORM: QT_TRANSLATE_NOOP("roll", "The school has no such platform."),
    MappingFault.PLATFORM_NOT_ALLOWED: QT_TRANSLATE_NOOP("roll", "A biometric consent is for no platform."),
    MappingFault.LOOKS_LIKE_OBJECTION: QT_TRANSLATE_NOOP(
        "roll", "A yes in this column may be a no. Say what a yes means."
    ),
    MappingFault.NOT_A_YES: QT_TRANSLATE_NOOP("roll", "Blank, or a word for no, cannot be made a yes."),
}

REASONS: dict[Reason, str] = {
    Reason.NO_ID: QT_TRANSLATE_NOOP("roll", "no school number"),
    Reason.NO_NAME: QT_TRANSLATE_NOOP("roll", "no name"),
    Reason.NOT_A_NAME: QT_TRANSLATE_NOOP("roll", "not a name"),
    Reason.TOO_LONG: QT_TRANSLATE_NOOP("roll", "a name or number is too long"),
    Reason.FORMULA: QT_TRANSLATE_NOOP("roll", "a formula, which is never worked out"),
    Reason.UNEVEN: QT_TRANSLATE_NOOP("roll", "more or fewer cells than headings; it may have slipped"),
    Reason.DUPLICATE_ID: QT_TRANSLATE_NOOP("roll", "another row has the same number"),
    Reason.DUPLICATE_ON_REGISTER: QT_TRANSLATE_NOOP("roll", "two people of the register have this number"),
    Reason.OTHER_KIND: QT_TRANSLATE_NOOP("roll", "the number belongs to someone of another kind"),
    Reason.OTHER_NAME: QT_TRANSLATE_NOOP(
        "roll", "the number stands on the register under another name; correct one of the two first"
    ),
    Reason.SAME_NAME: QT_TRANSLATE_NOOP("roll", "someone of this name is on the register without a number"),
    Reason.NAMESAKE: QT_TRANSLATE_NOOP("roll", "someone of this name is on the register with another number"),
    Reason.UPN_TAKEN: QT_TRANSLATE_NOOP("roll", "someone else has this unique pupil number"),
    Reason.BAD_UPN: QT_TRANSLATE_NOOP("roll", "not a unique pupil number; perhaps mistyped"),
    Reason.BAD_DATE: QT_TRANSLATE_NOOP("roll", "not a day, or one to come"),
    Reason.GIVER_UNKNOWN: QT_TRANSLATE_NOOP("roll", "who answered is no carer of this person"),
}

HELD: dict[HeldWhy, str] = {
    HeldWhy.NO_STANDS: QT_TRANSLATE_NOOP(
        "roll", "a no on the register stands; a yes without its day, or as old, does not lift it"
    ),
    HeldWhy.EXPIRED: QT_TRANSLATE_NOOP("roll", "it has run out; a yes without its day does not renew it"),
}

ACCEPT: dict[Accepted, str] = {
    Accepted.REFUSED_ROWS: QT_TRANSLATE_NOOP("roll", "Leave the refused rows out"),
    Accepted.MANY_LEAVERS: QT_TRANSLATE_NOOP("roll", "So many have really left: the file is whole"),
}

FIELDS: dict[str, str] = {
    "school_id": QT_TRANSLATE_NOOP("roll", "School number"),
    "legal_name": QT_TRANSLATE_NOOP("roll", "Whole name"),
    "forename": QT_TRANSLATE_NOOP("roll", "Forename"),
    "surname": QT_TRANSLATE_NOOP("roll", "Surname"),
    "known_as": QT_TRANSLATE_NOOP("roll", "Known as"),
    "class_name": QT_TRANSLATE_NOOP("roll", "Class"),
    "year": QT_TRANSLATE_NOOP("roll", "Year"),
    "carers": QT_TRANSLATE_NOOP("roll", "Parents and carers"),
    "left_on": QT_TRANSLATE_NOOP("roll", "Day of leaving"),
}


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("roll", text)


def field_words(field: str) -> str:
    """The name of a person's field; a field of another version by its own name."""
    return words(FIELDS[field]) if field in FIELDS else field


def fault_words(failure: Failure) -> str:
    """Why a file or its mapping is not taken; "" for every other failure."""
    if failure.code is Trouble.SHEET_REFUSED and failure.detail in SheetFault.__members__:
        return words(SHEET[SheetFault[failure.detail]])
    if failure.code is Trouble.MAPPING_REFUSED and failure.detail in MappingFault.__members__:
        return words(MAPPING[MappingFault[failure.detail]])
    return ""
