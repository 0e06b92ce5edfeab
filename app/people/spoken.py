"""Names and other words out of a spreadsheet, kept in every script, without what cannot be seen."""

from __future__ import annotations

import unicodedata

from consent.spelling import plain_words

LONGEST_NAME = 200  # characters, after cleaning
_JOINERS = frozenset("\u200c\u200d")  # how letters join in Persian, Hindi and others: part of the spelling
_BEGINS_LIKE_A_FORMULA = frozenset("=+-@#")  # "#N/A" is what a formula came to


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
    """A name as it is compared; one typed by hand, with a blank too many, is the one of a file."""
    return unicodedata.normalize("NFKC", clean(name)).casefold()


def name_words(name: str) -> frozenset[str]:
    """The words of a name in any order, without accents and hyphens: the least by which two names are one."""
    return frozenset(plain_words(name.replace("-", " "))) or frozenset({name_key(name)})


def is_same_name(one: str, other: str) -> bool:
    """Whether these can be one person's name: all words of the one are among those of the other."""
    first, second = name_words(one), name_words(other)
    return first <= second or second <= first


def is_name(text: str) -> bool:
    """Whether this can be someone's name: a letter in it, and no beginning that a spreadsheet would run."""
    letters = any(unicodedata.category(letter).startswith("L") for letter in text)
    return letters and text[0] not in _BEGINS_LIKE_A_FORMULA


def _stays(letter: str) -> bool:
    """Blanks of every kind stay for now; of the rest all but control, format, private and half signs."""
    return letter.isspace() or letter in _JOINERS or not unicodedata.category(letter).startswith("C")
