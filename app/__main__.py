"""Starts Greenlight: the window where nothing else is asked, a command otherwise."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from app import own_memory


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the desk; the exit status (see `app.cli.status`)."""
    own_memory.no_core_dump()
    from app.cli.run import run  # noqa: PLC0415 - only once it is known that something is to be run

    return run(sys.argv[1:] if arguments is None else arguments, open_window=open_window)


def desk() -> int:
    """Open the window; what a start menu calls."""
    return main(["desk"])


def open_window(store: Path | None) -> int:
    """Show the window until it is closed. The command line and the window meet only here."""
    from app.ui.application import run  # noqa: PLC0415 - Qt is for the window alone

    return run(store)


if __name__ == "__main__":
    sys.exit(main())
