"""What a school can start from, read from `resources/policy`: platforms, and words to look for in captions."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from pydantic import TypeAdapter

from consent.captions import WordLists
from consent.platforms import Platform

_PLATFORMS = TypeAdapter(tuple[Platform, ...])


def ready_made_platforms() -> tuple[Platform, ...]:
    """Every ready-made platform with its default rules, in the order in which they are offered."""
    text = files("resources").joinpath("policy", "platforms.toml").read_text(encoding="utf-8")
    return _PLATFORMS.validate_python(tomllib.loads(text)["platforms"])


def caption_lists() -> WordLists:
    """The kept lists of words that are looked for beside a photo."""
    text = files("resources").joinpath("policy", "captions.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    return WordLists(*(frozenset(lists[name]) for name in ("swearing", "slang", "negative")))
