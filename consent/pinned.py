"""Asks the system never to write the place in memory where a key lies to a disk."""

from __future__ import annotations

import ctypes
import sys


def pin(key: bytes) -> bool:
    """Keep these very bytes in memory until this program ends; whether the system does so.

    It holds for this one object, not for copies: hand the object on, and let nothing format or join it. What is
    pinned are the whole pages it lies on (4 KiB), of which Linux gives every account at least 64 KiB. Windows
    promises of locked pages that they are not written to the page file (Microsoft, "VirtualLock"). They are
    not let go of again: another key may lie on the same page, and a second pin of one page costs nothing.
    """
    place = ctypes.cast(ctypes.c_char_p(key), ctypes.c_void_p)  # CPython hands over where the bytes lie
    try:
        if sys.platform == "win32":
            return bool(ctypes.WinDLL("kernel32").VirtualLock(place, ctypes.c_size_t(len(key))))
        return bool(ctypes.CDLL(None).mlock(place, ctypes.c_size_t(len(key))) == 0)
    except (OSError, AttributeError):
        return False  # a system without such a call
