"""What can be set for the program on this computer: from the environment first, then from a settings file."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.errors import AppError, Trouble

_PREFIX = "GREENLIGHT_"


class Settings(BaseSettings):
    """Typed settings. Each can be given as GREENLIGHT_… in the environment or by its name in settings.toml.

    Nothing in here weakens what the school decided: that is the policy, and stands in the encrypted store.
    """

    model_config = SettingsConfigDict(env_prefix=_PREFIX, frozen=True, extra="forbid")

    seconds_per_photo: float = Field(60.0, gt=0, le=3600)
    """After how long a photo that is being looked at is given up."""

    memory_for_vision: int = Field(3 * 1024**3, ge=1024**3)
    """Bytes of private memory that the vision process may have."""

    second_text_reader: bool = True
    """Whether Tesseract, where it is installed, reads lines that the first reader was unsure of."""

    lock_after_minutes: int = Field(5, ge=1, le=5)
    """Of no key and no mouse. Five at most: an unattended desk shows children's names."""

    preview_side: int = Field(1600, ge=200, le=4096)
    """Longest side in pixels of a photo on the screen."""

    anchor_folder: Path | None = None
    """Where the end of the log is noted once a day: a folder that another person keeps, such as a network share."""

    register_url: str = ""
    """The server of a register that several PCs share, as postgresql://user@server/database, without its password."""

    register_tls: Literal["verified", "encrypted", "off"] = "verified"
    """How far a server that is not this PC must prove who it is. Weaker than `verified` trusts the network."""

    register_password_file: Path | None = None
    """Where the server's password is read; this computer's keyring is asked otherwise."""

    password_file: Path | None = None
    """Where the command line reads the password; a terminal is asked otherwise."""

    @classmethod
    def load(cls, file: Path) -> Self:
        """The settings of the environment and, for what it does not name, of `file` (which may be missing).

        Raises AppError(WRONG_USE) with the names of the settings that are unknown or out of range.
        """
        try:
            written = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
            return cls(
                **{name: value for name, value in written.items() if _variable(name) not in os.environ}
            )
        except ValidationError as error:
            names = sorted({str(problem["loc"][0]) for problem in error.errors() if problem["loc"]})
            raise AppError(Trouble.WRONG_USE, f"settings: {', '.join(names)}") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            raise AppError(Trouble.WRONG_USE, "settings.toml is not TOML") from None
        except OSError as error:
            raise AppError(Trouble.WRONG_USE, f"settings.toml: errno {error.errno}") from None


def _variable(name: str) -> str:
    """The environment's name for a setting."""
    return f"{_PREFIX}{name}".upper()
