"""Deletes, beside the window, the photos that were kept as long as the school keeps photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui import acts
from app.ui.job import Failure

if TYPE_CHECKING:
    from app.ui.desk import Desk

SOON_MS = 20_000
"""After someone has signed in: what they came for is first."""

AGAIN_MS = 60 * 60 * 1000
"""A window may stand open for weeks, and midnight passes; also while it is locked."""


class Retiring(QObject):
    """Looks soon after someone has signed in, and every hour."""

    erased = Signal(int)  # photos

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._busy = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on."""
        self._desk.signed_in.connect(lambda _same: self._wait(SOON_MS))
        self._wait(SOON_MS)

    def _wait(self, milliseconds: int) -> None:
        self._timer.start(milliseconds)

    def look(self) -> None:
        """Delete what is due, unless that is still going on."""
        self._wait(AGAIN_MS)
        if self._busy or not self._desk.is_open:
            return
        self._busy = True
        self._desk.begin(
            acts.erase_overdue,
            done=self._done,
            failed=self._failed,
            progressed=lambda _step: None,
            stopped=self._stopped,
            lane=self._desk.side,
        )

    def _done(self, erased: int) -> None:
        self._busy = False
        if erased:
            self._desk.count()
            self.erased.emit(erased)

    def _failed(self, _failure: Failure) -> None:
        self._busy = False  # the next hour tries again; what was deleted is deleted

    def _stopped(self) -> None:
        self._busy = False
