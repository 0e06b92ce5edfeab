"""Clock: what is done where this computer's clock is behind the log, by whose latest moment permissions are judged."""

from __future__ import annotations

from datetime import datetime

from app.school.agree import require_agreement
from app.services import Services
from consent.accounts import Act
from consent.agreement import Agreement
from consent.audit import PUT_RIGHT
from consent.errors import Code, ConsentError


def behind(services: Services) -> datetime | None:
    """The moment by which permissions are judged, where this computer's clock has not come to it; else None."""
    services.require(Act.LOOK)
    judged = services.judged_at()
    return judged if judged > services.clock() else None


def put_right(services: Services, agreed: Agreement) -> None:
    """The clock was ahead and is right now: from this moment on it counts again.

    What ran out by the wrong clock is alive again, so two who keep the register say it. Raises ConsentError:
    NOT_ALLOWED, TWO_PEOPLE_NEEDED, and INVALID where the clock is not behind at all.
    """
    services.require(Act.KEEP_REGISTER)
    require_agreement(services, agreed, frozenset({Act.KEEP_REGISTER}))
    if behind(services) is None:
        raise ConsentError(Code.INVALID, "the clock is not behind")
    with services.store.transaction():
        services.note(PUT_RIGHT, detail=f"with={agreed.second}")
