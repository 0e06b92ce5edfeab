"""Makes a store, and opens it with a password or with the recovery key."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from consent.accounts import SYSTEM, Account, AccountId, Role
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.passwords import check_new_password
from consent.pinned import pin
from consent.store import signing_in
from consent.store.aftercare import StoredAftercare
from consent.store.computers import StoredComputers, opened_by_computer
from consent.store.cost import Cost
from consent.store.database import Database
from consent.store.ground import Ground, LocalGround
from consent.store.key_file import new_key_file
from consent.store.keyring import Keyring
from consent.store.keys import (
    fresh_key,
    seal_for_recovery,
    unseal_for_recovery,
)
from consent.store.ledger import StoredLedger
from consent.store.log import StoredAudit
from consent.store.originals import StoredOriginals
from consent.store.outbox import StoredOutbox
from consent.store.photo_keys import StoredPhotoKeys
from consent.store.register import StoredRegister
from consent.store.running import Running, unknown
from consent.store.shared_ground import SharedGround
from consent.store.shelf import StoredShelf
from consent.store.staff import StoredAccounts
from consent.wellformed import check_account


class EncryptedStore:
    """`consent.ports.Store` on its ground: an encrypted file of this PC, or a server that several share."""

    def __init__(
        self,
        ground: Ground,
        database: Database,
        keyring: Keyring,
        *,
        cost: Cost | None,
        running: Callable[[], Running],
    ) -> None:
        self.database = database
        self._ground = ground
        self._keyring = keyring
        self.register = StoredRegister(database)
        self.ledger = StoredLedger(database)
        self.originals = StoredOriginals(database)
        self.keys = StoredPhotoKeys(database)
        self.accounts = StoredAccounts(database, keyring, cost=cost, running=running)
        self.computers = StoredComputers(database, keyring, self.accounts)
        self.audit = StoredAudit(database)
        self.outbox = StoredOutbox(database)
        self.aftercare = StoredAftercare(database)
        self.shelf = ground.shelf(database)

    def transaction(self) -> AbstractContextManager[None]:
        return self.database.transaction()

    def shrink(self) -> None:
        self.database.shrink()

    def backup(self, target: Path, *, by: AccountId, now: datetime) -> str:
        """Write the whole register, locked, into one new file; its SHA-256 (hex). See `make_backup`."""
        if target.exists():
            raise ConsentError(Code.DUPLICATE, "backup exists")
        # before it is made, so that the backup tells of itself
        self.audit.append(Event("backup_made", by, now))
        return self._ground.backup(self.database, self._keyring, target)

    @contextlib.contextmanager
    def handed_over(self, ground: SharedGround, *, by: AccountId, now: datetime) -> Iterator[StoredShelf]:
        """Copy everything to a server; what the block puts on the shelf goes along. It counts only afterwards."""
        with contextlib.ExitStack() as after:
            after.callback(ground.disconnect)
            ground.receive(self.database, self._keyring, by=by, now=now)
            yield ground.shelf(ground.database)
            ground.switch(self._keyring)

    def check(self) -> None:
        """Read every page and the whole log; ConsentError STORE_DAMAGED or LOG_DAMAGED."""
        self.database.check()
        self.audit.verify()

    def close(self) -> None:
        self._ground.leave(self.database)

    def __repr__(self) -> str:
        return "EncryptedStore"


def create_store(
    place: Path | Ground,
    *,
    admin: Account,
    password: str,
    now: datetime,
    cost: Cost | None = None,
    furnish: Callable[[EncryptedStore], None] | None = None,
    running: Callable[[], Running] = unknown,
) -> tuple[EncryptedStore, str]:
    """A new store in a folder, or on another ground, with its first account, open, and the recovery key to print.

    `furnish` puts in what a new school begins with; where it fails, there is no store.

    Raises ConsentError: STORE_EXISTS, STORE_IN_USE, INVALID. The key file is written last: without it
    there is no store.
    """
    check_account(admin)
    if Role.ADMIN not in admin.roles or admin.disabled:
        raise ConsentError(Code.INVALID, "no admin")
    check_new_password(password, about=(admin.user_name, admin.full_name))
    data_key = fresh_key()
    pin(data_key)
    with contextlib.ExitStack() as unfinished:
        ground = _ground(place)
        ground.clear(unfinished)
        content = new_key_file(secrets.token_hex(16))
        box, recovery_key = seal_for_recovery(data_key, bound_to=content.bound_to(""))
        content = replace(content, recovery=box).proven(data_key)
        database, keyring = ground.make(data_key, content, unfinished)
        store = EncryptedStore(ground, database, keyring, cost=cost, running=running)
        with store.transaction():
            store.accounts.add_account(admin, password)
            store.audit.append(Event("store_created", admin.id, now))
            if furnish is not None:
                furnish(store)
        unfinished.pop_all()
    return store, recovery_key


def open_store(
    place: Path | Ground,
    user_name: str,
    password: str,
    *,
    now: datetime,
    cost: Cost | None = None,
    running: Callable[[], Running] = unknown,
) -> tuple[EncryptedStore, Account]:
    """The store in a folder, or on another ground, and who signed in.

    Raises ConsentError: STORE_MISSING, STORE_IN_USE, STORE_DAMAGED, STORE_TOO_NEW, WRONG_PASSWORD,
    LOCKED_OUT, ACCOUNT_DISABLED. `cost` is for boxes made from now on, None: what fits this computer; old boxes
    carry their own. `running` tells how long the computer runs, for delays that setting the clock must not shorten.
    """
    with _entered(place) as (ground, unfinished):
        opened = signing_in.sign_in(ground.keys, user_name, password, now=now, running=running())
        store = _opened(ground, opened.data_key, cost=cost, running=running, unfinished=unfinished)
        account = _active(store, opened.account)
        store.accounts.strengthen(opened, password)
        _note_restored(store, ground, by=account.id, now=now)
        with store.transaction():
            if opened.failures_before:
                store.audit.append(Event("sign_in_failed", account.id, now, "", str(opened.failures_before)))
            store.audit.append(Event("sign_in", account.id, now))
        return store, account


def open_on_computer(
    place: Path | Ground,
    computer: str,
    secret: str,
    *,
    now: datetime,
    cost: Cost | None = None,
    running: Callable[[], Running] = unknown,
) -> tuple[EncryptedStore, Account]:
    """The store in a folder, or on another ground, opened by this computer's own keyring for the account that it remembers.

    Raises ConsentError as `open_store`; WRONG_PASSWORD where the computer was forgotten.
    """
    with _entered(place) as (ground, unfinished):
        account_id, data_key = opened_by_computer(ground.keys.read(), computer, secret)
        store = _opened(ground, data_key, cost=cost, running=running, unfinished=unfinished)
        account = _active(store, account_id)
        _note_restored(store, ground, by=account.id, now=now)
        store.audit.append(Event("sign_in", account.id, now, "", "computer"))
        return store, account


def open_with_recovery(
    place: Path | Ground,
    recovery_key: str,
    *,
    now: datetime,
    cost: Cost | None = None,
    running: Callable[[], Running] = unknown,
) -> EncryptedStore:
    """The store in a folder, or on another ground, opened with the printed key, so that an admin can be given a new password.

    Raises ConsentError as `open_store`; WRONG_PASSWORD for a wrong or mistyped key.
    """
    with _entered(place) as (ground, unfinished):
        content = ground.keys.read()
        data_key = unseal_for_recovery(content.recovery, recovery_key, bound_to=content.bound_to(""))
        if data_key is None:
            raise ConsentError(Code.WRONG_PASSWORD, "recovery key")
        store = _opened(ground, data_key, cost=cost, running=running, unfinished=unfinished)
        _note_restored(store, ground, by=SYSTEM, now=now)
        store.audit.append(Event("recovery_key_used", SYSTEM, now))
        return store


def _ground(place: Path | Ground) -> Ground:
    return LocalGround(place) if isinstance(place, Path) else place


@contextlib.contextmanager
def _entered(place: Path | Ground) -> Iterator[tuple[Ground, contextlib.ExitStack]]:
    """Hold the store's folder; what is called back in the stack happens only if the opening fails."""
    ground = _ground(place)
    with contextlib.ExitStack() as unfinished:
        ground.enter(unfinished)
        yield ground, unfinished
        unfinished.pop_all()


def _opened(
    ground: Ground,
    data_key: bytes,
    *,
    cost: Cost | None,
    running: Callable[[], Running],
    unfinished: contextlib.ExitStack,
) -> EncryptedStore:
    pin(data_key)
    database, keyring = ground.open(data_key, unfinished)
    store = EncryptedStore(ground, database, keyring, cost=cost, running=running)
    store.accounts.reconcile()
    return store


def _note_restored(store: EncryptedStore, ground: Ground, *, by: str, now: datetime) -> None:
    """What stands here came out of a backup: whoever reads the log must know that later days may be missing."""
    if ground.came_out_of_a_backup():
        store.audit.append(Event("store_restored", by, now))
        ground.forget_backup()


def _active(store: EncryptedStore, opened: AccountId) -> Account:
    account = store.accounts.account(opened)
    if account.disabled:
        raise ConsentError(Code.ACCOUNT_DISABLED, account.id)
    return account
