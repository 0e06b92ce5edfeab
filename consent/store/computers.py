"""Computers that open the store by themselves for one member of staff; each can be forgotten from any other."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from consent.accounts import AccountId, Computer
from consent.errors import Code, ConsentError
from consent.store.database import Database
from consent.store.key_file import ComputerBox, KeyFile
from consent.store.keyring import Keyring
from consent.store.keys import seal_for_recovery, unseal_for_recovery
from consent.store.staff import StoredAccounts


class StoredComputers:
    """`consent.ports.Computers` on the key file beside the database."""

    def __init__(self, database: Database, keyring: Keyring, accounts: StoredAccounts) -> None:
        self._database = database
        self._keyring = keyring
        self._accounts = accounts

    def computers(self) -> Sequence[Computer]:
        found = self._keyring.read().computers
        return [Computer(key, one.account, one.since) for key, one in sorted(found.items())]

    def remember_computer(self, account: AccountId, *, on: date) -> tuple[Computer, str]:
        known = self._accounts.account(account)
        if known.disabled or known.invited:
            raise ConsentError(
                Code.ACCOUNT_DISABLED if known.disabled else Code.PASSWORD_NOT_CHANGED, account
            )
        computer = Computer(secrets.token_hex(8), account, on)
        bound_to = self._keyring.read().bound_to_computer(computer.id, account)
        # as strong as the printed recovery key, and never typed
        box, secret = seal_for_recovery(self._keyring.data_key, bound_to=bound_to)
        held = ComputerBox(account, on, box)
        self._keyring.edit(
            lambda content: replace(content, computers={**content.computers, computer.id: held})
        )
        return computer, secret

    def forget_computer(self, computer: str) -> None:
        self._keyring.edit(
            lambda content: replace(
                content, computers={key: one for key, one in content.computers.items() if key != computer}
            )
        )


def opened_by_computer(content: KeyFile, computer: str, secret: str) -> tuple[AccountId, bytes]:
    """Whose account, and the data key; ConsentError(WRONG_PASSWORD) where this computer was forgotten."""
    held = content.computers.get(computer)
    if held is None:
        raise ConsentError(Code.WRONG_PASSWORD, "computer")
    bound_to = content.bound_to_computer(computer, held.account)
    data_key = unseal_for_recovery(held.box, secret, bound_to=bound_to)
    if data_key is None:
        raise ConsentError(Code.WRONG_PASSWORD, "computer")
    return held.account, data_key
