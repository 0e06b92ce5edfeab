"""Due: what the school has to see to, from the policy's review to an account that nobody approved."""

from __future__ import annotations

from collections.abc import Sequence

from app.services import Services
from consent.accounts import Act
from consent.reminders import Reminder, reminders


def due(services: Services) -> Sequence[Reminder]:
    """Every reminder of today; anyone who may look may know what waits."""
    services.require(Act.LOOK)
    register, accounts = services.store.register, services.store.accounts
    return reminders(
        register.policy(),
        accounts.accounts(),
        register.platforms(),
        today=services.clock().date(),
        recovery_confirmed=accounts.recovery_confirmed_on(),
        judged_by=services.today(),
    )
