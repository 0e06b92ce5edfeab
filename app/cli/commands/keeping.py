"""Keeping: backup, restoring, the recovery key, and computers that open the store by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_line, print_table, tell
from app.cli.signing_in import new_password, password, recovery_key, signed_in, store_folder, user_name
from app.cli.status import Status
from app.own_keyring import OwnKeyring
from app.school import computer as computers
from app.school import keeping, recovery
from consent.accounts import Account


def backup(given: Given) -> Status:
    """Write the register into one new file."""
    target = Path(vars(given)["file"])
    with signed_in(given) as services:
        digest = keeping.back_up(services, target)
    print_line(f"sha256 {digest}")
    tell("it opens with any password of today, and with the recovery key; photos are not in it")
    return Status.WELL


def restore(given: Given) -> Status:
    """Unpack a backup where there is no store, or with --over in place of a damaged one."""
    from app import wiring  # noqa: PLC0415 - brings the store's libraries

    file, folder = Path(vars(given)["file"]), store_folder(given)
    if vars(given)["over"]:
        aside = wiring.restore_over(file, folder)
        tell(f"what was there is now in {aside}; delete it when all is well")
    else:
        wiring.restore(file, folder)
    tell("restored: sign in with a password of the backup's day, or use 'greenlight recovery use'")
    return Status.WELL


def recovery_confirm(given: Given) -> Status:
    """The printed key, typed back."""
    with signed_in(given) as services:
        recovery.confirm(services, recovery_key(vars(given)["key_file"]))
    tell("that is the key: lock it away")
    return Status.WELL


def recovery_renew(given: Given) -> Status:
    """A new key, printed once."""
    with signed_in(given) as services:
        key = recovery.renew(services)
    print_line(f"recovery key: {key}")
    tell("the key before it opens nothing any more; lock this one away, then 'greenlight recovery confirm'")
    return Status.WELL


def recovery_use(given: Given) -> Status:
    """A new password for an admin, by the printed key."""
    from app.wiring import recovered  # noqa: PLC0415 - brings the store's libraries

    asked = vars(given)
    with recovered(store_folder(given), recovery_key(asked["key_file"])) as opened:
        admin = _chosen(opened.admins, asked["admin"])
        opened.give_password(admin.id, new_password(asked["new_password_file"]))
    tell(f"the password of {admin.user_name} is changed; print a new key with 'greenlight recovery renew'")
    return Status.WELL


def _chosen(admins: Sequence[Account], named: str | None) -> Account:
    """The one that was named, or the only one."""
    if named is None and len(admins) == 1:
        return admins[0]
    for admin in admins:
        if named is not None and admin.user_name.strip().casefold() == named.strip().casefold():
            return admin
    raise wrong_use(f"say with --admin who gets it: {', '.join(admin.user_name for admin in admins)}")


def computer_remember(given: Given) -> Status:
    """This computer's keyring opens the store for who signs in, from the desk."""
    from app.wiring import signed_in as opened  # noqa: PLC0415 - brings the store's libraries

    name, typed = user_name(given), password()
    with opened(store_folder(given), name, typed) as services:
        remembered = computers.remember(services, typed, OwnKeyring())
    tell(
        f"remembered as {remembered.id}: whoever is signed in to this computer as you opens the desk as you, without "
        "a password, and uses commands with --remembered; 'greenlight computer forget' takes it back"
    )
    return Status.WELL


def computer_list(given: Given) -> Status:
    """One's own; for an admin all."""
    with signed_in(given) as services:
        names = {account.id: account.user_name for account in services.store.accounts.accounts()}
        found = [(one.id, names[one.account], one.since.isoformat()) for one in computers.computers(services)]
    print_table("", ("id", "opens for", "since"), found)
    return Status.WELL


def computer_forget(given: Given) -> Status:
    """Take a computer's way in away: this one's, or that of the one named."""
    named = vars(given)["computer"]
    with signed_in(given) as services:
        if named is None:
            computers.forget_this_one(services, OwnKeyring())
        else:
            computers.forget(services, named)
    return Status.WELL
