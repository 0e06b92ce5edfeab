"""Linux: logind tells of sleep and of a locked session, the desktop's screen saver of a locked screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import QDBusConnection

from app.ui.away.base import AwayWatch

LOGIND = "org.freedesktop.login1"

SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
"""Interfaces whose ActiveChanged(true) says that the screen is off or locked."""


CHANGED: Any = SLOT("_changed(bool)")
TOLD: Any = SLOT("_told()")
"""PySide's own description of `connect` asks for bytes here, and refuses them when it is called."""


class LinuxAway(AwayWatch):
    """Listens only; it asks nothing of anyone, and needs none of these services to be there."""

    def begin(self, window: int) -> bool:
        del window
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        heard = False
        if system.isConnected():
            path, manager = "/org/freedesktop/login1", f"{LOGIND}.Manager"
            heard |= system.connect(LOGIND, path, manager, "PrepareForSleep", self, CHANGED)
            # of any session: whoever locks one of this computer's screens is no reason to show names
            heard |= system.connect(LOGIND, "", f"{LOGIND}.Session", "Lock", self, TOLD)
        if session.isConnected():
            for saver in SAVERS:
                heard |= session.connect("", "", saver, "ActiveChanged", self, CHANGED)
        return heard

    @Slot(bool)
    def _changed(self, begins: bool) -> None:  # noqa: FBT001 - as the bus sends it
        if begins:
            self.away.emit()

    @Slot()
    def _told(self) -> None:
        self.away.emit()
