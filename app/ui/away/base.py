"""What every system's watch offers, and which one this computer has."""

from __future__ import annotations

import platform

from PySide6.QtCore import QObject, Signal

# ruff: noqa: PLC0415 - each system has its own, with libraries that the others lack


class AwayWatch(QObject):
    """`away` is emitted when the computer goes to sleep or its screen is locked.

    The idle clock of `app.ui.idle` locks the desk in any case: a system that tells nothing costs minutes, not
    safety.
    """

    away = Signal()

    def begin(self, window: int) -> bool:  # noqa: ARG002 - the window's handle, for the systems that ask for one
        """Begin to listen; whether the system tells anything."""
        return False

    def end(self) -> None:
        """Stop listening."""


def away_watch(parent: QObject) -> AwayWatch:
    """The watch of this system."""
    if platform.system() == "Windows":
        from app.ui.away.windows import WindowsAway

        return WindowsAway(parent)
    if platform.system() == "Darwin":
        from app.ui.away.mac import MacAway

        return MacAway(parent)
    from app.ui.away.linux import LinuxAway

    return LinuxAway(parent)
