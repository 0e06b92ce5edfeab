"""Take a line of writing apart into words that can be compared in spite of reading slips."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_SPECIAL = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "\u0131": "i",
    "ħ": "h",
}
SPECIAL = str.maketrans(_SPECIAL | {"Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "Th", "Æ": "Ae", "Œ": "Oe"})
"""Letters that Unicode does not take apart into a plain letter and a mark."""

CONFUSED = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "5": "s", "$": "s", "8": "b"})
"""Signs that readers take for each other; both sides of a comparison go through this."""

CONFUSED_PAIRS = (("rn", "m"), ("vv", "w"))

_APOSTROPHES = re.compile(r"[\u2018\u2019\u0060\u00b4]")
_WORDS = re.compile(r"(?:[^\W_]|[|$])(?:(?:[^\W_]|[|$!'])*(?:[^\W_]|[|$]))?")
_STOP = re.compile(r"[.!?:]")
_POSSESSIVE = re.compile(r"'s$", re.IGNORECASE)

_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "y", "est", "ness", "ful", "ment", "al", "able")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line. `plain` is lower case without accents; `key` also without what readers confuse.

    `capital` tells that it was written with a capital first letter, `opens` that it begins the line or a
    sentence, where every word has one. `ordinary` tells that it is a common
    English word, whatever else it may be. `before` are the signs between it and the word before it, `owns` tells
    that it was written with 's.
    """

    plain: str
    key: str
    capital: bool
    opens: bool
    ordinary: bool
    before: str
    owns: bool


def set_of(words: str) -> frozenset[str]:
    """The words of a text with spaces between them, as a set."""
    return frozenset(words.split())


def without_accents(text: str) -> str:
    """The text with every accent taken off and every apostrophe made plain; upper and lower case stay."""
    taken_apart = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
    return _APOSTROPHES.sub("'", bare.translate(SPECIAL))


def plain(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    return without_accents(text).casefold().replace("'", "")


def key_of(plain_word: str) -> str:
    """The word with one sign for each group of signs that readers confuse."""
    key = plain_word.translate(CONFUSED)
    for read, meant in CONFUSED_PAIRS:
        key = key.replace(read, meant)
    return key


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a line in order; hyphens part words, apostrophes do not, an English 's at the end goes."""
    bare = without_accents(text)
    found: list[Word] = []
    end = 0
    for match in _WORDS.finditer(bare):
        between = bare[end : match.start()]
        # the dot of an initial or of "Mr." ends no sentence
        opens = not found or (bool(_STOP.search(between)) and len(found[-1].plain) > 3)
        written = _POSSESSIVE.sub("", match.group()).replace("'", "")
        small = written.casefold()
        owns = _POSSESSIVE.search(match.group()) is not None
        found.append(
            Word(small, key_of(small), not written[0].islower(), opens, is_ordinary(small), between, owns)
        )
        end = match.end()
    return tuple(found)


@lru_cache(maxsize=1)
def _ordinary_words() -> frozenset[str]:
    return frozenset(files("vision.text").joinpath("ordinary.txt").read_text("utf-8").split())


@lru_cache(maxsize=4096)
def is_ordinary(plain_word: str) -> bool:
    """Whether it is a common English word, as it stands or with a common ending taken off."""
    common = _ordinary_words()
    if plain_word in common or len(plain_word) == 1 or plain_word.isdigit():
        return True
    for ending in _ENDINGS:
        stem = plain_word.removesuffix(ending)
        if len(stem) >= 3 and stem != plain_word:
            if stem in common or stem + "e" in common or stem + "y" in common:
                return True
            if stem[-1] == stem[-2] and stem[:-1] in common:
                return True
            if stem.endswith("i") and stem[:-1] + "y" in common:
                return True
    return False
