"""Keeping: a copy of the register elsewhere, and whose record has been kept for too long."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.errors import AppError, Trouble
from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.people import Person
from consent.retention import leavers_due
from consent.takedown import still_up

_SHOWN = 16  # digits of a backup's hash that the log keeps


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


def leavers_overdue(services: Services) -> Sequence[Person]:
    """Who left longer ago than the school keeps a record, and is in no post that is still up."""
    services.require(Act.KEEP_REGISTER)
    register, ledger = services.store.register, services.store.ledger
    posts = still_up(ledger.publications(), services.store.aftercare.take_downs())
    found = leavers_due(register.people(), posts, register.policy(), today=services.clock().date())
    services.note("overdue.listed", detail=f"leavers={len(found)}")
    return found


def _may(services: Services, act: Act) -> bool:
    try:
        services.require(act)
    except ConsentError as refused:
        if refused.code is not Code.NOT_ALLOWED:
            raise
        return False
    return True
