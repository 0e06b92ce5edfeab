"""Staff: who has an account, in which roles, trained when, and with which version of the policy read."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.services import Services, sign_in_beside
from consent.accounts import Account, AccountId, Act, Role
from consent.errors import Code, ConsentError
from consent.passwords import check_new_password


def staff(services: Services) -> Sequence[Account]:
    """Every account, also the disabled ones, by name; for whoever looks after staff or the register."""
    _require_one_of(services, Act.ADMINISTER, Act.KEEP_REGISTER)
    services.note("staff.listed")
    return sorted(
        services.store.accounts.accounts(), key=lambda one: (one.disabled, one.full_name.casefold())
    )


def of_user_name(services: Services, user_name: str) -> Account:
    """The account with this user name; ConsentError(UNKNOWN_ACCOUNT)."""
    wanted = user_name.strip().casefold()
    for account in services.store.accounts.accounts():
        if account.user_name.strip().casefold() == wanted:
            return account
    raise ConsentError(Code.UNKNOWN_ACCOUNT)


def invite(
    services: Services, user_name: str, full_name: str, *, roles: frozenset[Role], first_password: str
) -> Account:
    """A new account. Its password is handed over and opens nothing until its owner has changed it.

    Raises ConsentError: NOT_ALLOWED, DUPLICATE, WEAK_PASSWORD, INVALID without a name or a role.
    """
    services.require(Act.ADMINISTER)
    account = Account(
        id=AccountId(secrets.token_hex(8)),
        user_name=user_name.strip(),
        full_name=full_name.strip(),
        roles=roles,
        invited=True,
    )
    _check_password(services, first_password)
    with services.store.transaction():
        services.store.accounts.add_account(account, first_password)
        services.note("staff.invited", account.id, _listed(roles))
    return account


def give_roles(services: Services, account: AccountId, roles: frozenset[Role]) -> Account:
    """Change what someone may do. Raises ConsentError: LAST_ADMIN, INVALID without a role."""
    services.require(Act.ADMINISTER)
    return _put(services, account, "staff.roles", _listed(roles), roles=roles)


def disable(services: Services, account: AccountId) -> Account:
    """Shut someone out at once; the account stays, so that the log can still say who did what.

    Raises ConsentError(LAST_ADMIN).
    """
    services.require(Act.ADMINISTER)
    return _put(services, account, "staff.disabled", disabled=True)


def enable(services: Services, account: AccountId, first_password: str) -> Account:
    """Let someone in again, by a new first password."""
    services.require(Act.ADMINISTER)
    return _give(services, account, first_password, act="staff.enabled")


def give_password(services: Services, account: AccountId, first_password: str) -> Account:
    """A new first password for someone who forgot theirs; it has to be changed like an invitation's.

    Raises ConsentError: ACCOUNT_DISABLED, and SAME_PERSON for one's own account.
    """
    services.require(Act.ADMINISTER)
    if account == services.account.id:
        raise ConsentError(Code.SAME_PERSON)  # that way would not ask for the old one
    if services.store.accounts.account(account).disabled:
        raise ConsentError(Code.ACCOUNT_DISABLED, account)
    return _give(services, account, first_password, act="staff.password_given")


def change_own_password(services: Services, old: str, new: str) -> Account:
    """The signed-in person's new password; whoever was invited may work from then on.

    Every computer that was remembered for this account is forgotten. Raises ConsentError: WRONG_PASSWORD,
    LOCKED_OUT, WEAK_PASSWORD (also where it is the old one).
    """
    present = sign_in_beside(services, services.account.user_name, old)
    if new == old:
        raise ConsentError(Code.WEAK_PASSWORD, "the same")
    _check_password(services, new)
    changed = replace(present, invited=False)
    with services.store.transaction():
        services.store.accounts.put_account(changed)
        services.store.accounts.set_password(changed.id, new)
        services.note("staff.password_changed", changed.id)
    return changed


def train(services: Services, account: AccountId, on: date) -> Account:
    """Record the day of someone's training; an admin or a lead may, and not their own.

    Raises ConsentError: SAME_PERSON, INVALID for a day to come.
    """
    _require_one_of(services, Act.ADMINISTER, Act.KEEP_REGISTER)
    if account == services.account.id:
        raise ConsentError(Code.SAME_PERSON)
    if on > services.today():
        raise ConsentError(Code.INVALID, "a day to come")
    return _put(services, account, "staff.trained", on.isoformat(), trained_on=on)


def read_policy(services: Services, version: str) -> Account:
    """The signed-in person has read this version of the policy.

    Raises ConsentError: INVALID where it is not (or no longer) the one in force.
    """
    services.require(Act.LOOK)
    if version != services.store.register.policy().version:
        raise ConsentError(Code.INVALID, "not the version in force")
    return _put(services, services.account.id, "policy.read", policy_read=version)


def _put(services: Services, account: AccountId, act: str, detail: str = "", **changes: object) -> Account:
    with services.store.transaction():
        changed = replace(services.store.accounts.account(account), **changes)  # type: ignore[arg-type]
        services.store.accounts.put_account(changed)
        services.note(act, account, detail)
    return changed


def _give(services: Services, account: AccountId, first_password: str, *, act: str) -> Account:
    _check_password(services, first_password)
    with services.store.transaction():
        changed = _put(services, account, act, disabled=False, invited=True)
        services.store.accounts.set_password(account, first_password)
    return changed


def _check_password(services: Services, password: str) -> None:
    """The store knows the owner's names; here the school's come in."""
    policy = services.store.register.policy()
    check_new_password(password, about=(policy.school, *policy.school_names))


def _require_one_of(services: Services, act: Act, other: Act) -> None:
    try:
        services.require(act)
    except ConsentError as refused:
        if refused.code is not Code.NOT_ALLOWED:
            raise
        services.require(other)


def _listed(roles: frozenset[Role]) -> str:
    return " ".join(sorted(roles))
