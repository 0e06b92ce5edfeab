"""Why a spreadsheet, a mapping or one row of it is not taken, as codes."""

from __future__ import annotations

from enum import StrEnum

from app.errors import AppError, Trouble


class SheetFault(StrEnum):
    """Why a file is not read at all."""

    EMPTY = "EMPTY"
    TOO_LARGE = "TOO_LARGE"  # bytes of the file
    UNPACKS_TOO_LARGE = "UNPACKS_TOO_LARGE"  # a zip bomb, or very nearly
    TOO_MANY_ROWS = "TOO_MANY_ROWS"
    TOO_MANY_COLUMNS = "TOO_MANY_COLUMNS"
    CELL_TOO_LONG = "CELL_TOO_LONG"
    ENCODING = "ENCODING"  # the letters cannot be told
    BROKEN = "BROKEN"
    ENTITIES = "ENTITIES"  # XML that defines its own words: never in a real workbook
    OLD_EXCEL = "OLD_EXCEL"  # .xls, or locked with a password
    SEVERAL_SHEETS = "SEVERAL_SHEETS"  # the mapping must name one
    NO_SUCH_SHEET = "NO_SUCH_SHEET"


class SheetRefusedError(AppError):
    """A file that is not read; nothing was taken from it."""

    def __init__(self, fault: SheetFault) -> None:
        super().__init__(Trouble.SHEET_REFUSED, fault.value)
        self.fault = fault


class MappingFault(StrEnum):
    """Why a mapping cannot be used, alone or with this file."""

    NOT_READABLE = "NOT_READABLE"  # neither TOML nor JSON, or a field that is not known
    MISSING_COLUMN = "MISSING_COLUMN"
    COLUMN_TWICE = "COLUMN_TWICE"  # two columns of the file bear this heading
    NO_NAME_COLUMN = "NO_NAME_COLUMN"
    NO_PLATFORM = "NO_PLATFORM"  # each platform must be written out
    UNKNOWN_PLATFORM = "UNKNOWN_PLATFORM"
    PLATFORM_NOT_ALLOWED = "PLATFORM_NOT_ALLOWED"  # a biometric consent is for no platform
    LOOKS_LIKE_OBJECTION = "LOOKS_LIKE_OBJECTION"  # "opt out": what does a yes in it mean?
    NOT_A_YES = "NOT_A_YES"  # blank or a plain no can never be made a yes


class MappingRefusedError(AppError):
    """A mapping that cannot be used. `column` is a heading as the mapping has it, for the person who wrote it."""

    def __init__(self, fault: MappingFault, column: str = "") -> None:
        super().__init__(Trouble.MAPPING_REFUSED, fault.value)
        self.fault = fault
        self.column = column


class Reason(StrEnum):
    """Why one row is refused."""

    NO_ID = "NO_ID"
    NO_NAME = "NO_NAME"
    NOT_A_NAME = "NOT_A_NAME"  # no letter in it, or it begins like a formula
    TOO_LONG = "TOO_LONG"
    FORMULA = "FORMULA"  # a formula in a column that is used; formulas are never worked out
    UNEVEN = "UNEVEN"  # more or fewer cells than headings: the row may have slipped
    DUPLICATE_ID = "DUPLICATE_ID"
    DUPLICATE_ON_REGISTER = "DUPLICATE_ON_REGISTER"  # two people of the register have this number
    OTHER_KIND = "OTHER_KIND"  # the number belongs to someone of another kind (staff, pupil)
    OTHER_NAME = (
        "OTHER_NAME"  # the number stands on the register under a name that shares too little with this one
    )
    SAME_NAME = "SAME_NAME"  # someone of this name is on the register without a number
    NAMESAKE = "NAMESAKE"  # someone of this name is, or was, on the register with another number
    UPN_TAKEN = "UPN_TAKEN"  # someone else has this Unique Pupil Number
    BAD_DATE = "BAD_DATE"
    BAD_UPN = "BAD_UPN"  # no Unique Pupil Number, or mistyped: its check letter does not fit
    GIVER_UNKNOWN = "GIVER_UNKNOWN"  # who answered is no carer of this row
