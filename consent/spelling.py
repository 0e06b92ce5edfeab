"""Compares names as people type them: without case, accents, apostrophes and a possessive s."""

from __future__ import annotations

import re
import unicodedata

LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"  # an accent may stand behind its letter
WORD = re.compile(rf"{LETTERS}(?:['’\-]{LETTERS})*")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_WITHOUT_ACCENT = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters that Unicode does not take apart, as people type them on another keyboard."""


def folded(text: str) -> str:
    """Without case and accents, as names are typed in a hurry or on a keyboard that lacks them; signs and blanks stay."""
    apart = unicodedata.normalize("NFKD", text)
    bare = apart if apart.isascii() else "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.casefold()


def plain(word: str) -> str:
    """One word as it is compared."""
    # taken apart first: bold and wide letters have a small form only as the letters that they stand for
    folded = unicodedata.normalize("NFKD", word).casefold()
    decomposed = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", folded))
    return "".join(letter for letter in decomposed.translate(_WITHOUT_ACCENT) if letter.isalpha())


def plain_words(name: str) -> list[str]:
    """The words of a name as they are compared."""
    return [word for match in WORD.finditer(name) if (word := plain(match.group()))]
