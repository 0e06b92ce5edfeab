"""Judges everything that was ever posted against the register of today, a few posts at a time."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime

from app.posts.taking_down import ToTakeDown, to_take_down
from app.services import Services
from app.work.progress import Progress
from consent.accounts import Act
from consent.audit import Event
from consent.facts import Facts
from consent.stages import Stage
from consent.takedown import still_up


@dataclass(frozen=True, slots=True)
class Reaudit:
    """The outcome: how many posts were judged, how many are gone already, and what has to go."""

    made_at: datetime
    judged: int
    gone: int
    found: tuple[ToTakeDown, ...]


def reaudit(services: Services, facts: Facts) -> Generator[Progress, None, Reaudit]:
    """Judge every post; what has to go is listed from now on. Raises ConsentError(NOT_ALLOWED)."""
    services.require(Act.KEEP_REGISTER)
    posted = services.store.ledger.publications()
    posts = still_up(posted, services.store.aftercare.take_downs())
    yield Progress(Stage.UPLOAD, 0, len(posts))
    found = to_take_down(services, facts)
    now = services.clock()
    services.store.audit.append(
        Event("reaudit", services.account.id, now, detail=f"posts={len(posts)} found={len(found)}")
    )
    yield Progress(Stage.UPLOAD, len(posts), len(posts))
    return Reaudit(now, len(posts), len(posted) - len(posts), found)
