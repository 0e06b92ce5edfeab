"""Desk: the window, opened from the command line."""

from __future__ import annotations

from pathlib import Path

from app.cli.arguments import Given
from app.cli.printing import tell
from app.cli.status import Status
from app.errors import AppError, Trouble


def desk(given: Given) -> Status:
    """Open the window on the named store, or on this computer account's own."""
    return show_window(given, Path(given.store) if given.store else None)


def show_window(given: Given, store: Path | None) -> Status:
    """Open the window and wait until it is closed. Raises AppError(NOT_INSTALLED)."""
    try:
        ended = given.open_window(store)
    except ImportError as error:
        # on a bare Linux the window's system libraries are missing; the start script names them
        tell(f"the window cannot start: {error.msg}")
        raise AppError(Trouble.NOT_INSTALLED) from None
    return Status.WELL if ended == 0 else Status.FAILED
