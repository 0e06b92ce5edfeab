"""Keeping: a copy of the register elsewhere, and what has been kept for too long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError, Trouble
from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.people import Person
from consent.publications import Batch
from consent.retention import leavers_due, overdue
from consent.stages import Stage

_SHOWN = 16  # digits of a backup's hash that the log keeps


@dataclass(frozen=True, slots=True)
class Overdue:
    """What the school's own periods say must go by now."""

    batches: Sequence[Batch]
    leavers: Sequence[Person]


def back_up(services: Services, target: Path) -> str:
    """Write the register, locked, into the new file `target`; its SHA-256 (hex).

    For an admin or a lead. Photos are not in it. Raises ConsentError(DUPLICATE) where the file exists, AppError:
    FOLDER_MISSING, NOT_WRITABLE.
    """
    if not any(_may(services, act) for act in (Act.ADMINISTER, Act.KEEP_REGISTER)):
        services.require(Act.ADMINISTER)
    if not target.parent.is_dir():
        raise AppError(Trouble.FOLDER_MISSING)
    try:
        digest = services.store.backup(target, by=services.account.id, now=services.clock())
    except OSError as error:
        raise AppError(Trouble.NOT_WRITABLE, f"errno {error.errno}") from None
    services.note("backup.written", detail=f"sha256={digest[:_SHOWN]}")
    return digest


def what_is_overdue(services: Services) -> Overdue:
    """Batches with photos past the school's period, and leavers whose record is past theirs."""
    services.require(Act.KEEP_REGISTER)
    register, ledger = services.store.register, services.store.ledger
    rules, today = register.policy(), services.clock().date()
    kept = [
        batch
        for batch in overdue(ledger.batches(), rules, today)
        if any(photo.stage is not Stage.ERASE for photo in ledger.photos(batch.id))
    ]
    gone = {one.post for one in services.store.aftercare.take_downs() if one.done_at is not None}
    still_up = [one for one in ledger.publications() if one.file_name not in gone]
    leavers = leavers_due(register.people(), still_up, rules, today=today)
    services.note("overdue.listed", detail=f"batches={len(kept)} leavers={len(leavers)}")
    return Overdue(kept, leavers)


def _may(services: Services, act: Act) -> bool:
    try:
        services.require(act)
    except ConsentError as refused:
        if refused.code is not Code.NOT_ALLOWED:
            raise
        return False
    return True
