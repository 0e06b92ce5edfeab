"""Notices when no one has touched keyboard or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

LOCK_AFTER_MS = 5 * 60 * 1000
"""Promise 47: an unattended desk is locked within five minutes."""

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Put on a window as an event filter."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None, *, after_ms: int = LOCK_AFTER_MS) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.idle.emit)
        self._timer.start()

    def begin(self) -> None:
        """Wait from now on, as when someone has just signed in."""
        self._timer.start()

    @property
    def is_idle(self) -> bool:
        """Whether no one has touched anything for so long."""
        return not self._timer.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Every touch begins the wait anew; nothing is swallowed."""
        if event.type() in TOUCHES:
            self.begin()
        return False
