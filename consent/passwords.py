"""Which new passwords are good enough: long, and not made of words that anyone would try first."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterable

from consent.errors import Code, ConsentError

MIN_PASSWORD = 12
"""Characters. NCSC, "Three random words" (2021): three short ones have as many. A password here is all that keeps
the register of a stolen computer shut; eight (NIST SP 800-63B-4, with a second factor) would not do."""

MIN_OF_ITS_OWN = 5
"""Letters that must be left once the words that are tried first are taken away, and four of them different."""
_MIN_DIFFERENT = 4
_CONSONANTS, _VOWELS = "bdfghjklmnprstvwz", "aeiou"

TRIED_FIRST = (
    "password",
    "passwort",
    "qwertyuiop",
    "qwerty",
    "letmein",
    "welcome",
    "greenlight",
    "school",
    "admin",
)
"""Out of the lists of leaked passwords (NCSC, top 100,000, 2019), what an office would add a year to."""


def check_new_password(password: str, *, about: Iterable[str] = ()) -> None:
    """Refuse with ConsentError(WEAK_PASSWORD) what is too short or easily guessed.

    `about` are words that are known of its owner: user name, names, the school's name.
    """
    plain = unicodedata.normalize("NFKC", password).casefold()
    if len(plain) < MIN_PASSWORD:
        raise ConsentError(Code.WEAK_PASSWORD, "short")
    for word in sorted((*TRIED_FIRST, *_parts(about)), key=len, reverse=True):
        plain = plain.replace(word, "")
    own = re.sub(r"[\W\d_]", "", plain)
    if len(own) < MIN_OF_ITS_OWN or len(set(own)) < _MIN_DIFFERENT:
        raise ConsentError(Code.WEAK_PASSWORD, "guessed")


def _parts(about: Iterable[str]) -> Iterable[str]:
    """The words that are long enough to mean someone."""
    for name in about:
        for part in re.split(r"\W+", unicodedata.normalize("NFKC", name).casefold()):
            if len(part) >= 4:
                yield part


def suggested() -> str:
    """A first password to be handed over and changed: eight syllables that can be read out, 51 bits."""
    syllables = [secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(8)]
    return " ".join("".join(syllables[at : at + 2]) for at in range(0, 8, 2))
