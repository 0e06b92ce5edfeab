"""The log of who did what, proven unbroken, with the seal that is kept elsewhere as a proof of this day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.services import Services
from consent.accounts import AccountId, Act
from consent.audit import Anchor, Entry, Event, anchors


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The whole log in its order: ids and codes, never a name.

    `anchors` has one for each day, in the order of the log; both are never empty, because this report is an
    entry itself. `held` are anchors that were kept elsewhere and still fit; `broken` those that do not: since
    that day the log was cut and written anew, or an older backup was restored.
    """

    made_at: datetime
    made_by: AccountId
    entries: tuple[Entry, ...]
    anchors: tuple[Anchor, ...]
    held: tuple[Anchor, ...] = ()
    broken: tuple[Anchor, ...] = ()

    @property
    def anchor(self) -> Anchor:
        """The end of the log: the last seal, its number and its day."""
        return self.anchors[-1]


def audit(services: Services, against: Iterable[Anchor] = ()) -> AuditReport:
    """Prove the chain, hold it against anchors kept elsewhere, put this report into the log, and give the log.

    Raises ConsentError: LOG_DAMAGED with the number of the first entry that does not follow, to which nothing
    is added then; NOT_ALLOWED for anyone who does not keep the register.
    """
    services.require(Act.KEEP_REGISTER)
    log = services.store.audit
    log.verify()
    now = services.clock()
    log.append(Event("report.audit", services.account.id, now))
    entries = tuple(log.entries())
    seals = {entry.number: entry.seal for entry in entries}
    judged = {anchor: seals.get(anchor.number) == anchor.seal for anchor in dict.fromkeys(against)}
    return AuditReport(
        made_at=now,
        made_by=services.account.id,
        entries=entries,
        anchors=anchors(entries),
        held=tuple(anchor for anchor, holds in judged.items() if holds),
        broken=tuple(anchor for anchor, holds in judged.items() if not holds),
    )
