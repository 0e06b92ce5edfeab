"""What an answer in a spreadsheet means: a yes only if it says so in plain words."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from enum import StrEnum

YES = frozenset(
    {
        "yes", "y", "true", "1", "granted", "given", "consent given", "consent granted", "permission given",
        "permission granted", "consented", "agreed", "agree", "allowed", "permitted", "✓", "✔", "☑", "✅", "🗹",
    }
)  # fmt: skip
"""The only words that can be a yes. An x or a bare tick box is none: it marks a no just as often."""

NO = frozenset(
    {
        "no", "n", "false", "0", "refused", "refuse", "declined", "denied", "not granted", "not given",
        "no consent", "consent not given", "consent refused", "consent withdrawn", "withdrawn", "not allowed",
        "not permitted", "do not agree", "disagree", "opt-out", "opt out", "opted out", "optout", "✗", "✘", "❌", "☒",
    }
)  # fmt: skip
OPEN = frozenset(
    {"", "-", "–", "n/a", "na", "requested", "pending", "awaiting", "unknown", "not known", "not asked"}
)


class Said(StrEnum):
    """What one cell, or several about the same thing, come to."""

    YES = "yes"
    NO = "no"
    OPEN = "open"  # nothing was answered: as good as a no, but no one said it
    UNKNOWN = "unknown"  # a word that is not known: the same, and a person should look


def said(cell: str, yes: Collection[str] = ()) -> Said:
    """What a cell answers. `yes` are further words of the school, in the form of `word`; NO and OPEN come first."""
    text = word(cell)
    if text in NO:
        return Said.NO
    if text in OPEN:
        return Said.OPEN
    return Said.YES if text in YES or text in yes else Said.UNKNOWN


def objection(cell: str, yes: Collection[str] = ()) -> Said:
    """What a cell answers to "do you object?": a yes is a no, and all else is no permission either."""
    match said(cell, yes):
        case Said.YES:
            return Said.NO
        case Said.NO:
            return Said.OPEN
        case other:
            return other


def together(answers: Iterable[Said]) -> Said:
    """Several answers to one question: a yes only if each of them is one; a plain no beats what is open."""
    given = set(answers)
    if given == {Said.YES}:
        return Said.YES
    for strongest in (Said.NO, Said.UNKNOWN):
        if strongest in given:
            return strongest
    return Said.OPEN


def word(cell: str) -> str:
    """A cell as it is compared: without case, outer blanks, signs that cannot be seen, and colour of a tick."""
    seen = "".join(letter for letter in cell if unicodedata.category(letter) != "Cf" and letter != "\ufe0f")
    return " ".join(unicodedata.normalize("NFC", seen).casefold().split())
