"""Signing in from the command line: who it is, the password, and the open store."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import Given, wrong_use
from app.cli.printing import tell
from app.errors import AppError, Trouble
from app.own_keyring import OwnKeyring
from app.places import Places
from consent.errors import Code, ConsentError

if TYPE_CHECKING:
    from app.services import Services
    from consent.accounts import Act
    from consent.agreement import Agreement

LONGEST_PASSWORD_FILE = 4096  # bytes


def store_folder(given: Given) -> Path:
    """The store that was named, or this computer account's own."""
    return Path(given.store) if given.store else Places.default().store


@contextmanager
def signed_in(given: Given) -> Iterator[Services]:
    """The open store of a signed-in person, for the length of a command.

    Raises ConsentError: STORE_MISSING, NOT_SIGNED_IN where there is no one to ask, and as signing in does.
    """
    from app import wiring  # noqa: PLC0415 - brings the store's libraries

    folder = store_folder(given)
    if not folder.is_dir():
        raise ConsentError(Code.STORE_MISSING)
    opened = (
        wiring.signed_in_here(folder, OwnKeyring())
        if given.remembered
        else wiring.signed_in(folder, user_name(given), password())
    )
    with opened as services:
        yield services


def user_name(given: Given) -> str:
    """From --user, else from the environment, else from the terminal."""
    named = given.user or os.environ.get("GREENLIGHT_USER", "")
    return named or ask("User name: ", secretly=False)


def password() -> str:
    """The first line of the file named in GREENLIGHT_PASSWORD_FILE, else from the terminal, without an echo.

    Never from an argument or a variable itself: both can be seen by other programs.
    """
    file = os.environ.get("GREENLIGHT_PASSWORD_FILE")
    return secret_of(file) if file else ask("Password: ", secretly=True)


def server_password() -> str:
    """The password of a shared register's server, found as `password` is; may be empty at the terminal."""
    file = os.environ.get("GREENLIGHT_REGISTER_PASSWORD_FILE")
    return secret_of(file) if file else ask("Password of the register's server: ", secretly=True)


def new_password(file: str | None, whose: str = "New password") -> str:
    """From a file's first line, else from the terminal, typed twice. Raises AppError(WRONG_USE) where they differ."""
    if file:
        return secret_of(file)
    typed = ask(f"{whose}: ", secretly=True)
    if typed != ask(f"{whose} once more: ", secretly=True):
        raise wrong_use("the two passwords differ")
    return typed


def second_password(file: str | None) -> str:
    """The password of a second person who agrees."""
    return secret_of(file) if file else ask("Password of the second person: ", secretly=True)


def agreed_by_second(given: Given, services: Services, acts: frozenset[Act]) -> Agreement | None:
    """What a second person agrees to with a password of their own; None where no act needs two.

    Raises ConsentError: TWO_PEOPLE_NEEDED where no --second was named, and as `app.school.agree.agree`.
    """
    if not acts:
        return None
    if not given.second:
        raise ConsentError(Code.TWO_PEOPLE_NEEDED)
    from app.school.agree import agree  # noqa: PLC0415 - brings the store's libraries

    return agree(services, given.second, second_password(given.second_password_file), act=min(acts))


def recovery_key(file: str | None) -> str:
    """The printed recovery key; what is typed is shown, because it is long and meant to be compared."""
    return secret_of(file) if file else ask("Recovery key: ", secretly=False)


def secret_of(file: str) -> str:
    """The first line of a file. Raises AppError(PASSWORD_FILE)."""
    try:
        with Path(file).open("rb") as opened:
            if os.name == "posix" and os.fstat(opened.fileno()).st_mode & 0o077:
                tell("warning: other accounts of this computer may read the password file")
            line = opened.readline(LONGEST_PASSWORD_FILE).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise AppError(Trouble.PASSWORD_FILE) from None
    if not line.strip():
        raise AppError(Trouble.PASSWORD_FILE, "empty")
    return line.rstrip("\r\n")


def ask(prompt: str, *, secretly: bool = False) -> str:
    """Ask at the terminal; standard output stays free for results. Raises ConsentError(NOT_SIGNED_IN)."""
    if not sys.stdin.isatty():
        raise ConsentError(Code.NOT_SIGNED_IN, "no terminal to ask at")
    try:
        if secretly:
            return getpass.getpass(prompt, stream=sys.stderr)
        print(prompt, end="", file=sys.stderr, flush=True)
        return input()
    except EOFError:
        raise ConsentError(Code.NOT_SIGNED_IN) from None
