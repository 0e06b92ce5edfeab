"""Looks through words for what does not belong on a school's page: swearing, slang, shouting, contact data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consent.captions.remarks import Concern, Part, Remark
from consent.policy import Policy
from consent.publications import Words
from consent.spelling import plain

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LINK = re.compile(
    r"\b(?:https?://|www\.)\S+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:com|org|net|uk|eu|info|io|me|ie|school|edu)\b(?:/\S*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/])(?:\+|00|\(?0)[\d\s()/.-]{7,}\d(?!\w)")
_CLOSING = ".,;:!?)]}'\"”’"

_TOKEN = re.compile(r"[\w@$!*'’]+")
# how letters are written so that a list does not see them
_DISGUISES = str.maketrans({"@": "a", "$": "s", "0": "o", "1": "i", "3": "e", "5": "s", "!": "i"})
_ENDINGS = ("", "s", "es", "ed", "er", "ers", "ing", "in", "y")
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?:\W+[A-Z]{4,})+\b")
_EXCLAIMED = re.compile(r"!(?:\s*!)+")
_THIRD_PARTY = re.compile(
    r"©|\(c\)|\b(?:photo|picture|image|film|music|song|poem|text|words|credit)s?\s*(?:by|from|:)\s|\bcourtesy of\b"
    r"|\breproduced\b|[\"“][^\"”]{60,}[\"”]",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:an?\s+|the\s+)?(?:photo(?:graph)?|picture|image)\s+(?:of|showing)\b", re.IGNORECASE
)

LONGEST_ALT_TEXT = 250
"""Letters; screen readers read it in one go (BBC and gov.uk advise a sentence or two)."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words to look for, each in plain small letters."""

    swearing: frozenset[str] = frozenset()
    slang: frozenset[str] = frozenset()
    negative: frozenset[str] = frozenset()


def lists_of(kept: WordLists, policy: Policy) -> WordLists:
    """The kept lists as this school has them: with its own words, without those that it allows."""
    allowed = frozenset(policy.words_allowed)
    return WordLists(
        (kept.swearing | frozenset(policy.words_refused)) - allowed,
        kept.slang - allowed,
        (kept.negative | frozenset(policy.words_advised)) - allowed,
    )


def as_listed(typed: str) -> tuple[str, ...]:
    """Words as someone types them, with commas or spaces between, in the form in which they are kept; each once."""
    return tuple(sorted({word for one in re.split(r"[\s,;]+", typed) if (word := plain(one))}))


def contact_in(text: str) -> Iterator[Remark]:
    """E-mail addresses and telephone numbers, which never stand there, and links, which are ticked."""
    for concern, pattern in ((Concern.EMAIL, _EMAIL), (Concern.PHONE, _PHONE)):
        for match in pattern.finditer(text):
            yield Remark(concern, match.start(), match.end())
    for start, end in _links(text):
        yield Remark(Concern.LINK, start, end)


def links_in(text: str) -> tuple[str, ...]:
    """Every link as it is written, without the full stop behind it."""
    return tuple(text[start:end] for start, end in _links(text))


def _links(text: str) -> Iterator[tuple[int, int]]:
    for match in LINK.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip(_CLOSING))


def words_in(text: str, lists: WordLists) -> Iterator[Remark]:
    """Words of the kept lists, however they are disguised or inflected; never a part of another word."""
    kinds = (
        (lists.swearing, Concern.SWEARING), (lists.slang, Concern.SLANG), (lists.negative, Concern.NEGATIVE),
    )  # fmt: skip
    for match in _TOKEN.finditer(text):
        token = match.group()
        # an exclamation mark is an i in disguise, or is one
        as_read = (
            token,
            *(one.casefold().translate(_DISGUISES).strip("*") for one in (token, token.rstrip("!"))),
        )
        written = {plain(one) for one in as_read}
        for words, concern in kinds:
            if any(_is_listed(one, words) for one in written):
                end = match.start() + len(token.rstrip("!"))
                yield Remark(concern, match.start(), end)
                break


def tone_of(text: str) -> Iterator[Remark]:
    """Hints about the tone: capitals and exclamation marks in a row."""
    for concern, pattern in ((Concern.SHOUTING, _SHOUTED), (Concern.EXCLAMATION, _EXCLAIMED)):
        for match in pattern.finditer(text):
            yield Remark(concern, match.start(), match.end())


def about_source(words: Words) -> Iterator[Remark]:
    """Where something sounds like someone else's, its source must be given."""
    if words.source.strip():
        return
    match = _THIRD_PARTY.search(words.caption)
    if match is not None:
        yield Remark(Concern.SOURCE_MISSING, match.start(), match.end())


def about_alt_text(alt_text: str) -> Iterator[Remark]:
    """Hints about what the picture shows."""
    if not alt_text.strip():
        yield Remark(Concern.ALT_TEXT_MISSING, 0, 0, part=Part.ALT_TEXT)
        return
    if len(alt_text) > LONGEST_ALT_TEXT:
        yield Remark(Concern.ALT_TEXT_LONG, LONGEST_ALT_TEXT, len(alt_text), part=Part.ALT_TEXT)
    opening = _OPENING.match(alt_text)
    if opening is not None:
        yield Remark(Concern.ALT_TEXT_OPENING, 0, opening.end(), part=Part.ALT_TEXT)


def _is_listed(word: str, words: frozenset[str]) -> bool:
    """Whether the word, or the word without an ending, is on a list; the doubled letter of "running" too."""
    for ending in _ENDINGS:
        if not word.endswith(ending):
            continue
        stem = word.removesuffix(ending) if ending else word
        if stem in words or (ending and stem + "e" in words):
            return True
        if ending and len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in words:
            return True
    return False
