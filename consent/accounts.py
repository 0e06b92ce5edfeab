"""The staff who work with photos: named people with a role, a training date and a policy version read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

from consent.errors import Code
from consent.policy import Policy

AccountId = NewType("AccountId", str)

SYSTEM = AccountId("system")
"""Whom the log names for what the program did by itself, or someone who had not signed in; no account's id."""


class Role(StrEnum):
    """What someone's work is; an account may have several."""

    OFFICE = "office"
    APPROVER = "approver"
    LEAD = "lead"
    ADMIN = "admin"


class Act(StrEnum):
    """What an account may be allowed to do."""

    LOOK = "look"
    BRING_IN = "bring_in"
    PREPARE = "prepare"
    APPROVE = "approve"
    PUBLISH = "publish"
    KEEP_REGISTER = "keep_register"  # people, permissions, reports, retention, the log
    MARK_NEVER_PUBLISH = "mark_never_publish"
    ADMINISTER = "administer"  # accounts, devices, platforms, policy


@dataclass(frozen=True, slots=True)
class Account:
    """One member of staff. Without training and the current policy read, an account may only look.

    `invited`: the password was chosen by someone else; until it is changed the account may nothing at all.
    """

    id: AccountId
    user_name: str
    full_name: str
    roles: frozenset[Role]
    trained_on: date | None = None
    policy_read: str = ""
    disabled: bool = False
    invited: bool = False


@dataclass(frozen=True, slots=True)
class Computer:
    """A computer whose own keyring opens the store for one account, without its password."""

    id: str
    account: AccountId
    since: date


_OFFICE = frozenset({Act.LOOK, Act.BRING_IN, Act.PREPARE, Act.PUBLISH})
ROLE_ACTS: Mapping[Role, frozenset[Act]] = MappingProxyType(
    {
        Role.OFFICE: _OFFICE,
        Role.APPROVER: _OFFICE | {Act.APPROVE},
        Role.LEAD: frozenset({Act.LOOK, Act.KEEP_REGISTER, Act.MARK_NEVER_PUBLISH}),
        Role.ADMIN: frozenset({Act.LOOK, Act.ADMINISTER}),
    }
)
"""What each role may do; several roles add up."""


def refusal(account: Account, act: Act, policy: Policy) -> Code | None:
    """Why this account may not do this, or None where it may.

    Without a date of training and the policy's current version read, an account may only look.
    """
    if account.disabled:
        return Code.ACCOUNT_DISABLED
    if account.invited:
        return Code.PASSWORD_NOT_CHANGED
    if not any(act in ROLE_ACTS[role] for role in account.roles):
        return Code.NOT_ALLOWED
    return None if act is Act.LOOK else _unprepared(account, policy)


def _unprepared(account: Account, policy: Policy) -> Code | None:
    if account.trained_on is None:
        return Code.NOT_TRAINED
    if account.policy_read != policy.version:
        return Code.POLICY_NOT_READ
    return None


def may(account: Account, act: Act, policy: Policy) -> bool:
    """Whether this account may do this; `refusal` says why not."""
    return refusal(account, act, policy) is None
