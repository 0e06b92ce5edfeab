"""The folders in which the program keeps things, open to no one but the person who is signed in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from app.errors import AppError, Trouble
from app.unsuitable import why_unsuitable

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Places:
    """Where one store lives. Everything is inside `store`, so that moving or deleting that folder is whole.

    `data` is the program's own folder of this computer account: settings, nothing of any photo or person.
    """

    store: Path
    data: Path

    @staticmethod
    def default() -> Places:
        """The platform's own data folder for this computer account."""
        data = Path(platformdirs.user_data_dir("greenlight", appauthor=False))
        return Places(data / "store", data)

    @staticmethod
    def of(store: Path) -> Places:
        """A store in a folder that the user named."""
        return Places(store.expanduser().absolute(), Places.default().data)

    @property
    def database(self) -> Path:
        return self.store / "register.db"

    @property
    def seat(self) -> Path:
        """Stands instead of the database where the register lies on a server."""
        return self.store / "shared.json"

    @property
    def opens_here(self) -> Path:
        """Says, empty, that this computer's keyring may be asked for a way in; it is none itself."""
        return self.store / "opens-here"

    @property
    def vault(self) -> Path:
        return self.store / "photos"

    @property
    def logs(self) -> Path:
        return self.store / "log"

    @property
    def settings_file(self) -> Path:
        return self.data / "settings.toml"

    @property
    def window_file(self) -> Path:
        """The window's language, colours and size of text."""
        return self.data / "window.ini"

    def prepare(self) -> None:
        """Make the store's folders, private.

        Raises AppError: FOLDER_NOT_PRIVATE where the folder is synced, shared over a network or removable;
        NOT_WRITABLE where it cannot be made private.
        """
        reason = why_unsuitable(self.store)
        if reason is not None:
            raise AppError(Trouble.FOLDER_NOT_PRIVATE, reason.value)
        for folder in (self.store, self.vault, self.logs):
            make_private(folder)


def make_private(folder: Path) -> None:
    """Make `folder` and what is missing above it, and shut it to other accounts of this computer.

    Raises AppError(NOT_WRITABLE), also where the folder belongs to someone else or is a link: another
    account could exchange it later.
    """
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if folder.is_symlink():
            raise AppError(Trouble.NOT_WRITABLE, "the folder is a link")
        # an older folder, or a umask, may have left it open to others
        folder.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise AppError(Trouble.NOT_WRITABLE, f"errno {error.errno}") from None
    if not is_private(folder):
        raise AppError(Trouble.NOT_WRITABLE, "the folder cannot be made private")


def is_private(folder: Path) -> bool:
    """Whether only this account may enter. True on Windows, where a profile's folders inherit that."""
    if os.name != "posix":
        return True
    found = folder.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & 0o077
