"""Recovery: the printed key that opens the store when no password does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.services import Services
from consent.accounts import SYSTEM, Account, AccountId, Act, Role
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.ports import Store


@dataclass(frozen=True, slots=True)
class Recovered:
    """A store that was opened by the printed key: for one purpose, and no one is signed in."""

    store: Store
    clock: Callable[[], datetime]

    @property
    def admins(self) -> Sequence[Account]:
        """Who may be given a new password."""
        accounts = self.store.accounts.accounts()
        return [one for one in accounts if Role.ADMIN in one.roles and not one.disabled]

    def give_password(self, account: AccountId, password: str) -> None:
        """A new password for one of the admins. Raises ConsentError: NOT_ALLOWED, WEAK_PASSWORD."""
        found = [one for one in self.admins if one.id == account]
        if not found:
            raise ConsentError(Code.NOT_ALLOWED, account)
        with self.store.transaction():
            self.store.accounts.set_password(account, password)
            # whoever holds the key chose this password for themselves
            self.store.accounts.put_account(replace(found[0], invited=False))
            self.store.audit.append(Event("recovery.password_given", SYSTEM, self.clock(), account))


def confirm(services: Services, typed: str) -> None:
    """The key was printed and typed back. Raises ConsentError(WRONG_PASSWORD) where it is not the key.

    Also by an admin whose training or policy is still to come: this is part of the first day.
    """
    services.require(Act.LOOK)
    services.store.accounts.confirm_recovery_key(typed, on=services.clock().date())
    services.note("recovery.confirmed")


def renew(services: Services) -> str:
    """A new key to show once; the one before it opens nothing any more."""
    services.require(Act.ADMINISTER)
    with services.store.transaction():
        written = services.store.accounts.renew_recovery_key()
        services.note("recovery.renewed")
    return written


def confirmed_on(services: Services) -> date | None:
    """When the present key was typed back; None: print a new one."""
    return services.store.accounts.recovery_confirmed_on()
