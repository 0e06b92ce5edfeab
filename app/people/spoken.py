"""Names and other words out of a spreadsheet, kept in every script, without what cannot be seen."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 200  # characters, after cleaning
_JOINERS = frozenset("\u200c\u200d")  # how letters join in Persian, Hindi and others: part of the spelling
_BEGINS_LIKE_A_FORMULA = frozenset("=+-@")


def clean(cell: str) -> str:
    """One line in NFC: blanks become single spaces; control signs, direction overrides and the like go."""
    kept = "".join(letter for letter in unicodedata.normalize("NFC", cell) if _stays(letter))
    return " ".join(kept.split()).strip("\u200c\u200d")


def heading(cell: str) -> str:
    """A heading as it is compared."""
    return clean(cell).casefold()


def number_key(school_id: str) -> str:
    """A school number as it is compared: full-width digits and case do not make two people of one."""
    return unicodedata.normalize("NFKC", school_id).casefold()


def name_key(name: str) -> str:
    """A name as it is compared."""
    return unicodedata.normalize("NFKC", name).casefold()


def is_name(text: str) -> bool:
    """Whether this can be someone's name: a letter in it, and no beginning that a spreadsheet would run."""
    letters = any(unicodedata.category(letter).startswith("L") for letter in text)
    return letters and text[0] not in _BEGINS_LIKE_A_FORMULA


def _stays(letter: str) -> bool:
    """Blanks of every kind stay for now; of the rest all but control, format, private and half signs."""
    return letter.isspace() or letter in _JOINERS or not unicodedata.category(letter).startswith("C")
