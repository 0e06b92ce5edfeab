"""macOS: the system tells every program when the screen is locked or saved, or the computer goes to sleep."""

from __future__ import annotations

import ctypes
import ctypes.util
import platform
from typing import Any

from PySide6.QtCore import QObject

from app.ui.away.base import AwayWatch

TOLD = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
"""Distributed notifications of loginwindow and of the screen saver; a Mac that sleeps locks or saves its screen."""

UTF_8 = 0x08000100
AT_ONCE = 4
"""kCFStringEncodingUTF8; CFNotificationSuspensionBehaviorDeliverImmediately."""


class MacAway(AwayWatch):
    """Listens at the centre for distributed notifications; it hears on the window's own thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._callback: Any = None
        self._core: Any = None
        self._centre: Any = None

    def begin(self, window: int) -> bool:
        del window
        if platform.system() != "Darwin":
            return False
        core = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
        pointer = ctypes.c_void_p
        core.CFNotificationCenterGetDistributedCenter.restype = pointer
        core.CFStringCreateWithCString.restype = pointer
        core.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
        kind = ctypes.CFUNCTYPE(None, pointer, pointer, pointer, pointer, pointer)
        core.CFNotificationCenterAddObserver.argtypes = [
            pointer,
            pointer,
            kind,
            pointer,
            pointer,
            ctypes.c_long,
        ]
        core.CFNotificationCenterRemoveEveryObserver.argtypes = [pointer, pointer]
        self._core, self._callback = core, kind(lambda *_told: self.away.emit())
        self._centre = core.CFNotificationCenterGetDistributedCenter()
        for name in TOLD:
            text = core.CFStringCreateWithCString(None, name, UTF_8)
            core.CFNotificationCenterAddObserver(self._centre, id(self), self._callback, text, None, AT_ONCE)
        return True

    def end(self) -> None:
        if self._core is not None:
            self._core.CFNotificationCenterRemoveEveryObserver(self._centre, id(self))
