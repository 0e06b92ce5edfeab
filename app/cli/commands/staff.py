"""Staff: accounts, roles, training and passwords from the command line."""

from __future__ import annotations

from app.cli.arguments import Given
from app.cli.printing import print_line, print_table, tell
from app.cli.school_words import print_reminders
from app.cli.signing_in import new_password, password, signed_in, store_folder, user_name
from app.cli.status import Status
from app.school import staff as doors
from app.school.due import due
from consent.accounts import Account, Role
from consent.passwords import suggested

_COLUMNS = ("user name", "name", "roles", "trained", "policy read", "")


def staff_list(given: Given) -> Status:
    """Every account, and what has to be seen to about staff."""
    with signed_in(given) as services:
        accounts = doors.staff(services)
        matters = [one for one in due(services) if one.subject in {account.id for account in accounts}]
    _print(*accounts)
    print_reminders(matters, {account.id: account.full_name for account in accounts})
    return Status.WELL


def staff_invite(given: Given) -> Status:
    """A new account; its first password is printed once."""
    asked, first = vars(given), suggested()
    with signed_in(given) as services:
        account = doors.invite(
            services, asked["who"], asked["name"], roles=_roles(given), first_password=first
        )
    _print(account)
    _hand_over(account, first)
    return Status.WELL


def staff_train(given: Given) -> Status:
    """The day of someone's training."""
    with signed_in(given) as services:
        on = vars(given)["on"] or services.today()
        account = doors.train(services, doors.of_user_name(services, vars(given)["who"]).id, on)
    _print(account)
    return Status.WELL


def staff_roles(given: Given) -> Status:
    """What someone may do."""
    with signed_in(given) as services:
        account = doors.of_user_name(services, vars(given)["who"])
        _print(doors.give_roles(services, account.id, _roles(given)))
    return Status.WELL


def staff_disable(given: Given) -> Status:
    """Shut someone out."""
    with signed_in(given) as services:
        account = doors.of_user_name(services, vars(given)["who"])
        _print(doors.disable(services, account.id))
    return Status.WELL


def staff_enable(given: Given) -> Status:
    """Let someone in again."""
    first = suggested()
    with signed_in(given) as services:
        account = doors.of_user_name(services, vars(given)["who"])
        _print(doors.enable(services, account.id, first))
    _hand_over(account, first)
    return Status.WELL


def staff_password(given: Given) -> Status:
    """One's own password, by the old one; or a first password for someone who forgot theirs."""
    asked = vars(given)
    if asked["who"] is None:
        return _own(given)
    first = suggested()
    with signed_in(given) as services:
        account = doors.of_user_name(services, asked["who"])
        _print(doors.give_password(services, account.id, first))
    _hand_over(account, first)
    return Status.WELL


def _own(given: Given) -> Status:
    from app.wiring import signed_in as opened  # noqa: PLC0415 - brings the store's libraries

    name, old = user_name(given), password()
    with opened(store_folder(given), name, old) as services:
        doors.change_own_password(services, old, new_password(vars(given)["new_password_file"]))
    tell("the password is changed")
    return Status.WELL


def _hand_over(account: Account, first: str) -> None:
    print_line(f"first password of {account.user_name}: {first}")
    tell("hand it over yourself; it opens nothing until it is changed with 'greenlight staff password'")


def _roles(given: Given) -> frozenset[Role]:
    return frozenset(Role(word) for word in vars(given)["role"])


def _print(*accounts: Account) -> None:
    print_table("", _COLUMNS, [_row(account) for account in accounts])


def _row(account: Account) -> tuple[str, ...]:
    state = "disabled" if account.disabled else "invited" if account.invited else ""
    trained = account.trained_on.isoformat() if account.trained_on else "no"
    roles = ", ".join(sorted(account.roles))
    return account.user_name, account.full_name, roles, trained, account.policy_read or "no", state
