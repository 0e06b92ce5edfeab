"""Staff accounts behind their port: the records in the database, the ways in beside it."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from consent.accounts import Account, AccountId, Role
from consent.errors import Code, ConsentError
from consent.passwords import check_new_password
from consent.store import schema, signing_in
from consent.store.cost import Cost, fitting, least
from consent.store.database import Database
from consent.store.key_file import KeyFile
from consent.store.keyring import Keyring
from consent.store.keys import Box, seal, seal_for_recovery, unseal_for_recovery
from consent.store.running import Running
from consent.store.text import day_or_none, iso_or_none, listed, words
from consent.wellformed import check_account

_accounts = schema.accounts
_CONFIRMED = "recovery_confirmed"


class StoredAccounts:
    """`consent.ports.Accounts` on a database and the key file beside it."""

    def __init__(
        self, database: Database, keyring: Keyring, *, cost: Cost | None, running: Callable[[], Running]
    ) -> None:
        self._database = database
        self._keyring = keyring
        self._cost = cost
        self._running = running

    def accounts(self) -> Sequence[Account]:
        return [account_of(row) for row in self._database.rows(select(_accounts).order_by(_accounts.c.id))]

    def account(self, account: AccountId) -> Account:
        rows = self._database.rows(select(_accounts).where(_accounts.c.id == account))
        if not rows:
            raise ConsentError(Code.UNKNOWN_ACCOUNT, account)
        return account_of(rows[0])

    def add_account(self, account: Account, password: str) -> None:
        check_account(account)
        check_new_password(password, about=(account.user_name, account.full_name))
        with self._database.transaction():
            try:
                self._database.change(insert(_accounts).values(id=account.id, **_values(account)))
            except IntegrityError:
                raise ConsentError(Code.DUPLICATE, account.id) from None  # the cause repeats the name
            if account.disabled:
                self._keyring.edit(lambda content: _renamed(content, account))
            else:
                self._give_way_in(account, password)

    def put_account(self, account: Account) -> None:
        check_account(account)
        with self._database.transaction():
            before = self.account(account.id)
            try:
                self._database.change(
                    update(_accounts).where(_accounts.c.id == account.id).values(_values(account))
                )
            except IntegrityError:
                raise ConsentError(Code.DUPLICATE, account.id) from None
            self._keep_an_admin()
            if account.disabled:
                self._keyring.edit(lambda content: _without_box(content, account.id))
            if account.user_name != before.user_name:
                self._keyring.edit(lambda content: _renamed(content, account))

    def set_password(self, account: AccountId, password: str) -> None:
        known = self.account(account)
        check_new_password(password, about=(known.user_name, known.full_name))
        if known.disabled:
            raise ConsentError(Code.ACCOUNT_DISABLED, account)
        self._give_way_in(known, password)

    def sign_in(self, user_name: str, password: str, *, now: datetime) -> Account:
        with self._database.threads_waiting():
            opened = signing_in.sign_in(
                self._keyring.place, user_name, password, now=now, running=self._running()
            )
            account = self.account(opened.account)
            if account.disabled:
                raise ConsentError(Code.ACCOUNT_DISABLED, account.id)
            self.strengthen(opened, password)
            return account

    def strengthen(self, opened: signing_in.Opened, password: str) -> None:
        """Lock the data key anew for who signed in, where guesses at this box are cheaper than any may be."""
        weak = opened.box
        if weak.cost is None or not weak.cost.is_below(self._cost or least()):
            return
        try:
            box = self._sealed(opened.account, password)
        except ConsentError as refused:
            if refused.code is not Code.NOT_ENOUGH_MEMORY:
                raise
            return  # who could be let in is let in; the next time may find more

        def replaced(content: KeyFile) -> KeyFile:
            if content.boxes.get(opened.account) != weak:  # another PC was given a new password meanwhile
                return content
            return replace(content, boxes={**content.boxes, opened.account: box})

        self._keyring.edit(replaced)

    def renew_recovery_key(self) -> str:
        """A new recovery key to print; the old one no longer opens this store."""
        bound_to = self._keyring.read().bound_to("")
        box, written = seal_for_recovery(self._keyring.data_key, bound_to=bound_to)
        with self._database.transaction():
            self._keyring.put_fact(_CONFIRMED, "")
            self._keyring.edit(lambda content: replace(content, recovery=box))
        return written

    def confirm_recovery_key(self, typed: str, *, on: date) -> None:
        content = self._keyring.read()
        if unseal_for_recovery(content.recovery, typed, bound_to=content.bound_to("")) is None:
            raise ConsentError(Code.WRONG_PASSWORD, "recovery key")
        self._keyring.put_fact(_CONFIRMED, on.isoformat())

    def recovery_confirmed_on(self) -> date | None:
        return day_or_none(self._keyring.fact(_CONFIRMED) or None)

    def reconcile(self) -> None:
        """Take away ways in that no active account has; a crash may have left them."""
        active = {account.id for account in self.accounts() if not account.disabled}
        content = self._keyring.read()
        for account in {*content.boxes, *(one.account for one in content.computers.values())} - active:
            self._keyring.edit(functools.partial(_without_box, account=account))

    def _keep_an_admin(self) -> None:
        if not any(Role.ADMIN in one.roles and not one.disabled for one in self.accounts()):
            raise ConsentError(Code.LAST_ADMIN)

    def _give_way_in(self, account: Account, password: str) -> None:
        """Lock the data key for this password, once the account is safely in the database."""
        box = self._sealed(account.id, password)
        self._keyring.edit(lambda content: _with_box(content, account, box))

    def _sealed(self, account: AccountId, password: str) -> Box:
        bound_to = self._keyring.read().bound_to(account)
        return seal(self._keyring.data_key, password, bound_to=bound_to, cost=self._cost or fitting())


def _with_box(content: KeyFile, account: Account, box: Box) -> KeyFile:
    named = _without_computers(_renamed(content, account), account.id)
    failures = {key: value for key, value in content.failures.items() if key != account.id}
    return replace(named, boxes={**content.boxes, account.id: box}, failures=failures)


def _renamed(content: KeyFile, account: Account) -> KeyFile:
    others = {tag: owner for tag, owner in content.names.items() if owner != account.id}
    return replace(content, names={**others, content.name_tag(account.user_name): account.id})


def _without_box(content: KeyFile, account: AccountId) -> KeyFile:
    forgotten = _without_computers(content, account)
    return replace(forgotten, boxes={key: box for key, box in content.boxes.items() if key != account})


def _without_computers(content: KeyFile, account: AccountId) -> KeyFile:
    """Whoever changes a password, or is given one, may have lost a computer."""
    kept = {key: one for key, one in content.computers.items() if one.account != account}
    return replace(content, computers=kept)


def account_of(row: Any) -> Account:
    """An account from its row."""
    return Account(
        id=AccountId(row.id),
        user_name=row.user_name,
        full_name=row.full_name,
        roles=frozenset(Role(role) for role in words(row.roles)),
        trained_on=day_or_none(row.trained_on),
        policy_read=row.policy_read,
        disabled=row.disabled,
        invited=row.invited,
    )


def _values(account: Account) -> dict[str, Any]:
    return {
        "user_name": account.user_name,
        "user_name_key": unicodedata.normalize("NFKC", account.user_name).strip().casefold(),
        "full_name": account.full_name,
        "roles": listed(sorted(account.roles)),
        "trained_on": iso_or_none(account.trained_on),
        "policy_read": account.policy_read,
        "disabled": account.disabled,
        "invited": account.invited,
    }
