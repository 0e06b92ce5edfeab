"""The head lets someone else say go live while they are away, and takes it back."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.services import Services
from consent.accounts import AccountId, Act
from consent.audit import Event
from consent.delegations import Delegation
from consent.errors import Code, ConsentError


def delegations(services: Services) -> Sequence[Delegation]:
    """All of them, by their first day."""
    services.require(Act.LOOK)
    return services.store.ledger.delegations()


def delegate(services: Services, to: AccountId, starts: date, *, ends: date) -> Delegation:
    """Let `to` approve in one's place, from `starts` up to and including `ends`.

    Raises ConsentError: NOT_ALLOWED for anyone who may not approve by role, UNKNOWN_ACCOUNT,
    ACCOUNT_DISABLED, INVALID for oneself, for days that are over, or for more than a term.
    """
    services.require(Act.APPROVE)
    if services.store.accounts.account(to).disabled:
        raise ConsentError(Code.ACCOUNT_DISABLED, to)
    if ends < services.today():
        raise ConsentError(Code.INVALID, "over already")
    given = Delegation(secrets.token_hex(8), services.account.id, to, starts, ends)
    return _keep(services, given, "delegation.given")


def revoke(services: Services, delegation: str) -> Delegation:
    """Take it back at once; only whoever gave it. Raises ConsentError: NOT_ALLOWED, UNKNOWN_ACCOUNT."""
    services.require(Act.APPROVE)
    for given in services.store.ledger.delegations():
        if given.id == delegation:
            if given.by != services.account.id:
                raise ConsentError(Code.NOT_ALLOWED)
            return _keep(services, replace(given, revoked=True), "delegation.revoked")
    raise ConsentError(Code.UNKNOWN_ACCOUNT, delegation)


def _keep(services: Services, delegation: Delegation, act: str) -> Delegation:
    with services.store.transaction():
        services.store.ledger.put_delegation(delegation)
        services.store.audit.append(
            Event(act, services.account.id, services.clock(), delegation.id, f"to={delegation.to}")
        )
    return delegation
