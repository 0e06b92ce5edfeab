"""Who must never be published, and which two people said so."""

from __future__ import annotations

from dataclasses import dataclass

from consent.accounts import AccountId
from consent.people import PersonId


@dataclass(frozen=True, slots=True)
class NeverPublish:
    """A mark in force. Its reason is no part of it: only `by` may ask for that. `since` is an ISO day, or ""."""

    person: PersonId
    by: tuple[AccountId, AccountId]
    since: str = ""
