"""Computer: whether this one opens the store for one person without a password; off until that person wishes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.own_keyring import Secrets
from app.places import Places
from app.services import Services, sign_in_beside
from consent.accounts import Act, Computer
from consent.errors import Code, ConsentError


def remember(services: Services, password: str, secrets: Secrets) -> Computer:
    """From now on this computer's keyring opens the store for who is signed in, and for no one else.

    The password is asked for once more: someone at a desk that was left open must not make a lasting way in.
    Raises ConsentError: WRONG_PASSWORD, LOCKED_OUT; AppError(NO_KEYRING). After a lock the password is still
    asked for: only the start goes without.
    """
    services.require(Act.LOOK)
    sign_in_beside(services, services.account.user_name, password)
    place = _place(services.places.store)
    before = _read(secrets.secret(place))
    services.places.opens_here.touch()
    computers, today = services.store.computers, services.clock().date()
    with services.store.transaction():
        if before is not None:
            computers.forget_computer(before[0])
        computer, secret = computers.remember_computer(services.account.id, on=today)
        secrets.put_secret(place, f"{computer.id} {secret}")
        services.note("computer.remembered", services.account.id, computer.id)
    return computer


def computers(services: Services) -> Sequence[Computer]:
    """All for whoever looks after accounts; one's own for anyone else."""
    services.require(Act.LOOK)
    return [one for one in services.store.computers.computers() if _may_see(services, one)]


def forget(services: Services, computer: str) -> None:
    """One that was lost, sold or stolen opens the store no more. Raises ConsentError(NOT_ALLOWED)."""
    services.require(Act.LOOK)
    known = [one for one in services.store.computers.computers() if one.id == computer]
    if not known:
        return
    if not _may_see(services, known[0]):
        raise ConsentError(Code.NOT_ALLOWED)
    with services.store.transaction():
        services.store.computers.forget_computer(computer)
        services.note("computer.forgotten", known[0].account, computer)


def this_one(services: Services, secrets: Secrets) -> Computer | None:
    """Since when, and for whom, this computer opens the store by itself; None where it asks for a password."""
    services.require(Act.LOOK)
    remembered = remembered_here(services.places.store, secrets)
    known = services.store.computers.computers()
    return next((one for one in known if remembered is not None and one.id == remembered[0]), None)


def forget_this_one(services: Services, secrets: Secrets) -> None:
    """From now on this computer asks for a password at every start. Raises ConsentError(NOT_ALLOWED)."""
    here = this_one(services, secrets)
    if here is not None:
        forget(services, here.id)
    clear_here(services.places.store, secrets)


def remembered_here(folder: Path, secrets: Secrets) -> tuple[str, str] | None:
    """The computer's id and its secret for the store in `folder`, if this computer was remembered.

    Where it was not, the keyring is not asked: a system may show a dialog of its own for that.
    """
    return _read(secrets.secret(_place(folder))) if Places.of(folder).opens_here.exists() else None


def clear_here(folder: Path, secrets: Secrets) -> None:
    """Empty this computer's keyring: its secret opens nothing any more, or its owner wishes it."""
    if Places.of(folder).opens_here.exists():
        secrets.remove_secret(_place(folder))
        Places.of(folder).opens_here.unlink(missing_ok=True)


def _may_see(services: Services, computer: Computer) -> bool:
    if computer.account == services.account.id:
        return True
    try:
        services.require(Act.ADMINISTER)
    except ConsentError:
        return False
    return True


def _place(folder: Path) -> str:
    return str(folder.expanduser().absolute())


def _read(kept: str | None) -> tuple[str, str] | None:
    computer, _, secret = (kept or "").partition(" ")
    return (computer, secret) if computer and secret else None
