"""The log of who did what when: each entry seals the one before it, and none holds a name or a picture."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

FIRST_SEAL = "0" * 64
"""What stands before the first entry."""


_BETWEEN = r'[\s",:a-z]{1,40}'
_ANCHOR = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d){_BETWEEN}(?P<number>\d{{1,12}}){_BETWEEN}(?P<seal>[0-9a-f]{{64}})(?![0-9a-f])",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Event:
    """One act.

    `actor` is an account id (or `consent.accounts.SYSTEM`), `subject` an id; `detail` holds codes, never words that people
    typed.
    """

    act: str
    actor: str
    at: datetime
    subject: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the chain. `seal` is the SHA-256 (hex) over the previous seal and this event."""

    number: int
    event: Event
    seal: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of the log on one day, to be printed or kept elsewhere.

    The chain alone cannot tell that its newest entries were cut off and written anew; a log that still holds
    the entry of an anchor is the same up to there.
    """

    day: date
    number: int
    seal: str


def seal(previous: str, event: Event) -> str:
    """The SHA-256 (hex) that binds an event to everything before it."""
    content = [previous, event.act, event.actor, event.at.isoformat(), event.subject, event.detail]
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


def first_bad(entries: Iterable[Entry]) -> int | None:
    """The number of the first entry that does not follow from those before it, or None."""
    previous, expected = FIRST_SEAL, 1
    for entry in entries:
        if entry.number != expected:
            return expected
        if entry.seal != seal(previous, entry.event):
            return entry.number
        previous, expected = entry.seal, expected + 1
    return None


def anchors(entries: Iterable[Entry]) -> tuple[Anchor, ...]:
    """One for each day on which something was logged, in the order of the log.

    Days are those of each entry's own clock. A clock that was set back gives its day again.
    """
    found: list[Anchor] = []
    for entry in entries:
        anchor = anchor_of(entry)
        if found and found[-1].day == anchor.day:
            found.pop()
        found.append(anchor)
    return tuple(found)


def anchor_of(last: Entry) -> Anchor:
    """The anchor of a log that ends with this entry."""
    return Anchor(last.event.at.date(), last.number, last.seal)


PUT_RIGHT = "clock.put_right"
"""The act by which two people say that the moments before it come from a clock that ran ahead."""


def latest(acts: Iterable[tuple[str, datetime]], seen: datetime | None = None) -> datetime | None:
    """The latest moment among these acts and `seen`, which was before them; of what came after PUT_RIGHT, if it did.

    By it, and never by an earlier one, permissions are judged: else whoever sets a clock back brings back to life
    what has run out.
    """
    for act, at in acts:
        seen = at if seen is None or at > seen or act == PUT_RIGHT else seen
    return seen


def written(anchor: Anchor) -> str:
    """An anchor as one line for paper or a file: day, number, seal."""
    return f"{anchor.day.isoformat()} {anchor.number} {anchor.seal}"


def read_anchors(untrusted: str) -> tuple[Anchor, ...]:
    """Every anchor in a text, in its order: lines as `written` makes them, or the parts of a JSON report."""
    found: list[Anchor] = []
    for match in _ANCHOR.finditer(untrusted):
        try:
            day = date.fromisoformat(match["day"])
        except ValueError:
            continue
        found.append(Anchor(day, int(match["number"]), match["seal"]))
    return tuple(found)


def holds(entries: Iterable[Entry], anchor: Anchor) -> bool:
    """Whether the log is still the one of which this anchor was taken."""
    return any(entry.number == anchor.number and entry.seal == anchor.seal for entry in entries)
