"""Windows: the session tells when it is locked or left, the power manager when the computer goes to sleep."""

from __future__ import annotations

import ctypes
import platform
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

from app.ui.away.base import AwayWatch

# winuser.h and wtsapi32.h
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x2, 0x4, 0x6, 0x7
LEFT = frozenset({WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK})
NOTIFY_FOR_THIS_SESSION = 0


def says_away(message: int, what: int) -> bool:
    """Whether a window message says that the person went away."""
    if message == WM_WTSSESSION_CHANGE:
        return what in LEFT
    return message == WM_POWERBROADCAST and what == PBT_APMSUSPEND


class WindowsAway(AwayWatch):
    """Asks Windows to tell this window of its session's changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        self._window = 0

    def begin(self, window: int) -> bool:
        if platform.system() != "Windows":
            return False
        self._window = window
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        return bool(ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION))

    def end(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        if platform.system() == "Windows" and self._window:
            ctypes.CDLL("wtsapi32").WTSUnRegisterSessionNotification(self._window)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsAway) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:  # noqa: N802
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name == b"windows_generic_MSG":
            found = wintypes.MSG.from_address(int(message))
            if says_away(found.message, found.wParam):
                self._watch.away.emit()
        return False, 0
