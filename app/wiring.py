"""Builds every service once; nothing else constructs a store, a vault or a vision process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import logs
from app.disk import trouble_of
from app.errors import AppError, Trouble
from app.own_keyring import OwnKeyring, Secrets
from app.places import Places, make_private
from app.school import anchors, computer, set_up
from app.school.recovery import Recovered
from app.services import Services, sign_in_beside
from app.settings import Settings
from app.shared import ground_of
from app.steps.erase import sweep_up
from app.vault import Vault
from app.work.sandbox import Load, Sandbox
from app.work.vision import Readers, Vision
from consent.accounts import Account
from consent.errors import Code, ConsentError
from consent.ports import Store

if TYPE_CHECKING:
    from consent.store import SharedGround

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment in this computer's time zone: its date is the one on the school's wall.

    By the date of Greenwich a permission until today would still count tomorrow morning, or for half a day
    in Sydney.
    """
    return datetime.now(tz=UTC).astimezone()


def create_school(
    folder: Path,
    admin: Account,
    password: str,
    *,
    clock: Clock = now,
    furnish: Callable[[Store], None] | None = None,
) -> tuple[Services, str]:
    """A new, empty store in `folder` with its first account, open, and the recovery key to print.

    The key is shown this once and kept nowhere. Raises ConsentError(STORE_EXISTS) and AppError: FOLDER_NOT_PRIVATE,
    NOT_WRITABLE.
    """
    from consent.store import create_store, since_start  # noqa: PLC0415 - half a second that others need not wait

    places = Places.of(folder)
    places.prepare()
    store, recovery_key = create_store(
        places.store, admin=admin, password=password, now=clock(), furnish=furnish, running=since_start
    )
    return _services(places, store, admin, clock), recovery_key


def set_up_school(folder: Path, plan: set_up.Plan, *, clock: Clock = now) -> tuple[Services, str]:
    """A new school as planned, with its first admin signed in, and the recovery key to show once.

    The key is to be typed back (`app.school.recovery.confirm`). Raises as `create_school`; ConsentError(INVALID)
    with the problems of the plan. Where anything fails there is no store.
    """
    admin = set_up.first_admin(plan)
    return create_school(
        folder, admin, plan.admin.password, clock=clock,
        furnish=lambda store: set_up.furnish(store, plan, admin.id, now=clock()),
    )  # fmt: skip


def open_services(
    folder: Path,
    user_name: str,
    password: str,
    *,
    clock: Clock = now,
) -> Services:
    """Sign in to the store in `folder`. The vision processes start on first use, or when warmed.

    Raises ConsentError: STORE_MISSING, STORE_IN_USE, STORE_DAMAGED, STORE_TOO_NEW, WRONG_PASSWORD,
    LOCKED_OUT, ACCOUNT_DISABLED.
    """
    from consent.store import open_store, since_start  # noqa: PLC0415 - half a second that others need not wait

    places = Places.of(folder)
    store, account = open_store(_ground(places), user_name, password, now=clock(), running=since_start)
    return _begun(_services(places, store, account, clock))


def open_on_this_computer(folder: Path, secrets: Secrets, *, clock: Clock = now) -> Services | None:
    """The store in `folder`, without a password, for the person whom this computer remembers; None for no one.

    Raises ConsentError as `open_services`, but WRONG_PASSWORD where the computer was forgotten from elsewhere:
    then its keyring is emptied, too. AppError(NO_KEYRING).
    """
    remembered = computer.remembered_here(folder, secrets)
    if remembered is None:
        return None
    from consent.store import open_on_computer, since_start  # noqa: PLC0415 - half a second that others need not wait

    places = Places.of(folder)
    try:
        store, account = open_on_computer(_ground(places), *remembered, now=clock(), running=since_start)
    except ConsentError as refused:
        if refused.code is Code.WRONG_PASSWORD:
            computer.clear_here(folder, secrets)
        raise
    return _begun(_services(places, store, account, clock))


@contextmanager
def signed_in_here(folder: Path, secrets: Secrets) -> Iterator[Services]:
    """`open_on_this_computer` for the length of a block; ConsentError(NOT_SIGNED_IN) where it remembers no one."""
    services = open_on_this_computer(folder, secrets)
    if services is None:
        raise ConsentError(Code.NOT_SIGNED_IN, "this computer remembers no one")
    try:
        yield services
    finally:
        close(services)


@contextmanager
def recovered(folder: Path, recovery_key: str, *, clock: Clock = now) -> Iterator[Recovered]:
    """The store in `folder`, opened by the printed key, to give an admin a new password; shut afterwards.

    Raises ConsentError as `open_services`; WRONG_PASSWORD for a wrong or mistyped key.
    """
    from consent.store import open_with_recovery  # noqa: PLC0415 - half a second that others need not wait

    store = open_with_recovery(_ground(Places.of(folder)), recovery_key, now=clock())
    try:
        yield Recovered(store, clock)
    finally:
        store.close()


def restore(backup: Path, folder: Path) -> None:
    """Unpack a backup into a folder without a store; whoever had a password on its day signs in there.

    Photos are not in a backup: those that were on their way are listed as lost. Raises ConsentError: STORE_EXISTS,
    STORE_DAMAGED, STORE_TOO_NEW; AppError: FOLDER_NOT_PRIVATE, NOT_WRITABLE, FILE_UNREADABLE.
    """
    from consent.store import restore_backup  # noqa: PLC0415 - half a second that others need not wait

    if not backup.is_file():
        raise AppError(Trouble.FILE_UNREADABLE)
    places = Places.of(folder)
    places.prepare()
    try:
        restore_backup(backup, places.store)
    except OSError as error:
        raise AppError(trouble_of(error), f"errno {error.errno}") from None


def restore_over(backup: Path, folder: Path, *, clock: Clock = now) -> Path:
    """As `restore`, in place of a store that is damaged; the folder inside it to which that one was moved.

    Its photos go with it, because their keys do. Raises ConsentError, too: STORE_MISSING, STORE_IN_USE.
    """
    from consent.store import replace_by_backup  # noqa: PLC0415 - half a second that others need not wait

    if not backup.is_file():
        raise AppError(Trouble.FILE_UNREADABLE)
    places = Places.of(folder)
    try:
        aside = replace_by_backup(backup, places.store, now=clock())
        if places.vault.is_dir():
            places.vault.rename(aside / places.vault.name)
    except OSError as error:
        raise AppError(trouble_of(error), f"errno {error.errno}") from None
    places.prepare()
    return aside


def _begun(services: Services) -> Services:
    """What is done each time that a store was opened."""
    sweep_up(services)
    services.vault.share()
    anchors.keep_daily(services)
    return services


def switch_account(services: Services, user_name: str, password: str) -> Services:
    """The same open store for another member of staff; raises as signing in does."""
    switched = replace(services, account=sign_in_beside(services, user_name, password))
    switched.note("sign_in")
    return switched


def close(services: Services) -> None:
    """End the vision processes and shut the store, its log checkpointed and its end noted elsewhere."""
    services.vision.close()
    services.preview.close()
    anchors.keep_last(services)
    services.store.close()
    logs.stop()


@contextmanager
def signed_in(folder: Path, user_name: str, password: str) -> Iterator[Services]:
    """`open_services` for the length of a block."""
    services = open_services(folder, user_name, password)
    try:
        yield services
    finally:
        close(services)


def open_vision() -> Vision:
    """A vision process for work without a store."""
    return _vision(Load.MODELS, Settings.load(Places.default().settings_file))


def _vision(load: Load, settings: Settings) -> Sandbox:
    return Sandbox(
        load,
        seconds=settings.seconds_per_photo,
        memory=settings.memory_for_vision,
        readers=Readers.WITH_SECOND if settings.second_text_reader else Readers.ONE,
    )


def _ground(places: Places) -> Path | SharedGround:
    return ground_of(places, Settings.load(places.settings_file), OwnKeyring())


def _services(places: Places, store: Store, account: Account, clock: Clock) -> Services:
    settings = Settings.load(places.settings_file)
    make_private(places.logs)
    logs.start(places.logs)
    return Services(
        store=store,
        vault=Vault(places.vault, store.keys, store.shelf),
        vision=_vision(Load.MODELS, settings),
        preview=_vision(Load.NOTHING, settings),
        account=account,
        clock=clock,
        places=places,
        settings=settings,
    )
