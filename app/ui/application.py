"""Opens the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.ui.appearance import Appearance, keep, load
from app.ui.desk import Desk, Doors, real_doors
from app.ui.icons import icon
from app.ui.idle import LOCK_AFTER_MS
from app.ui.language import speak, spoken
from app.ui.main_window import MainWindow
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.places import Places

TURN_SECONDS = 0.001
"""How long a lane computes before it lets the window go on. Python's own five thousandths of a second stand before
every call into Qt while a lane is busy: building a page of 60 parts took 40 to 60 ms beside a busy lane and takes 10
to 30 ms so (November 2026, on a loaded computer with two cores)."""

STORE_FILE = "register.db"
"""By this file a folder is known as a store (`app.places.Places.database`)."""
SHARED_FILE = "shared.json"
"""By this one as a PC's place at a register on a server (`app.places.Places.seat`)."""

NOWHERE = f"{os.devnull}/nowhere"
"""No folder, on any system: what is to be written there is not."""


def run(store: Path | None) -> int:
    """Show the window on this store, or on the computer's own, until it is closed; the exit status."""
    sys.setswitchinterval(TURN_SECONDS)
    application = make_application()
    places = default_places()
    window = make_window(
        application,
        store or places.store,
        doors=real_doors(),
        appearance=load(places.window_file),
        keep=lambda chosen: keep(places.window_file, chosen),
    )
    window.show()
    window.work_ahead()
    window.desk.plugged.start()
    window.desk.retiring.start()
    return application.exec()


def make_application() -> QApplication:
    """Qt's application, once for each process. Its name tells nothing of who uses it."""
    # Qt's own dialogs would note the folders that were chosen, such as one of a child's pictures, in clear
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, NOWHERE)
    present = QApplication.instance()
    application = present if isinstance(present, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("greenlight")
    application.setApplicationDisplayName("Greenlight")
    application.setWindowIcon(QIcon(icon("greenlight", "#245a9c", size=64)))
    return application


def make_window(
    application: QApplication,
    store: Path,
    *,
    doors: Doors,
    appearance: Appearance = Appearance(),  # noqa: B008 - frozen
    keep: Callable[[Appearance], None] = lambda _chosen: None,
    lock_after_ms: int = LOCK_AFTER_MS,
) -> MainWindow:
    """The window, dressed and on its first page, not yet shown; `keep` remembers what is chosen in it."""
    theme = Theme(appearance.look, text_percent=appearance.text_percent)
    speak(application, appearance.language)
    theme.put_on(application)
    desk = Desk(store, doors)
    window = MainWindow(desk, theme, lock_after_ms=lock_after_ms)
    desk.setParent(window)

    def dress(chosen: Appearance) -> None:
        anew = chosen.language is not spoken() or chosen.text_percent != theme.text_percent
        theme.look, theme.text_percent = chosen.look, chosen.text_percent
        speak(application, chosen.language)
        theme.put_on(application)
        keep(chosen)
        if anew:
            window.build_anew()

    window.appearance_wanted.connect(dress)
    application.aboutToQuit.connect(desk.leave)  # also where the computer ends the program
    window.start(has_store=has_store(store))
    return window


def default_places() -> Places:
    """The folders of this computer account."""
    from app.places import Places  # noqa: PLC0415 - not for a window whose folders are given, as in tests

    return Places.default()


def has_store(store: Path) -> bool:
    """Whether a school has been set up in this folder."""
    return (store / STORE_FILE).is_file() or (store / SHARED_FILE).is_file()
