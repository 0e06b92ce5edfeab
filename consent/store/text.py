"""Turns days, times, ids and sightings into the text of a table and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from pydantic import TypeAdapter

from consent.sightings import Sighting

_SIGHTINGS: TypeAdapter[tuple[Sighting, ...]] = TypeAdapter(tuple[Sighting, ...])


@lru_cache(maxsize=8192)
def day(text: str) -> date:
    """A day from ISO text; the register holds few different ones, many times."""
    return date.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """A day from ISO text, or None."""
    return None if text is None else day(text)


def iso_or_none(when: date | None) -> str | None:
    """A day as ISO text, or None."""
    return None if when is None else when.isoformat()


def listed(words: Iterable[str]) -> str:
    """Ids as one text."""
    return json.dumps(list(words))


def words(text: str) -> tuple[str, ...]:
    """The ids of such a text."""
    return tuple(json.loads(text))


def sightings_text(sightings: tuple[Sighting, ...]) -> str:
    """Sightings as one text."""
    return _SIGHTINGS.dump_json(sightings).decode()


def sightings_of(text: str) -> tuple[Sighting, ...]:
    """The sightings of such a text."""
    return _SIGHTINGS.validate_json(text)
