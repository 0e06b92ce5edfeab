"""This computer's own keyring: where the operating system keeps secrets for the person who is signed in to it."""

from __future__ import annotations

from typing import Any, Protocol

from app.errors import AppError, Trouble

_SERVICE = "Greenlight"
_TRUSTED = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    }
)
"""The systems' own. Others keep secrets in plain files, or in whatever a setting names."""


class Secrets(Protocol):
    """One secret for each place."""

    def secret(self, place: str) -> str | None: ...
    def put_secret(self, place: str, secret: str) -> None: ...
    def remove_secret(self, place: str) -> None: ...


class OwnKeyring:
    """`Secrets` in the keyring of Windows, macOS or the Linux desktop.

    Every call raises AppError(NO_KEYRING) where there is none, or it stays locked.
    """

    def secret(self, place: str) -> str | None:
        """What was put there, or None."""
        from keyring.errors import KeyringError  # noqa: PLC0415 - asks the system; not with the window

        try:
            found: str | None = _backend().get_password(_SERVICE, place)
        except KeyringError:
            raise AppError(Trouble.NO_KEYRING) from None
        return found

    def put_secret(self, place: str, secret: str) -> None:
        """Keep a secret, in place of the one before it."""
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            _backend().set_password(_SERVICE, place, secret)
        except KeyringError:
            raise AppError(Trouble.NO_KEYRING) from None

    def remove_secret(self, place: str) -> None:
        """Forget a secret; silent where there is none."""
        from keyring.errors import KeyringError, PasswordDeleteError  # noqa: PLC0415

        try:
            _backend().delete_password(_SERVICE, place)
        except PasswordDeleteError:
            return
        except KeyringError:
            raise AppError(Trouble.NO_KEYRING) from None


def _backend() -> Any:
    """The best of the trusted keyrings that work here, whatever a setting may have chosen."""
    from keyring.backend import get_all_keyring  # noqa: PLC0415

    able = [one for one in get_all_keyring() if f"{type(one).__module__}.{type(one).__name__}" in _TRUSTED]
    if not able:
        raise AppError(Trouble.NO_KEYRING)
    return max(able, key=lambda one: one.priority)
