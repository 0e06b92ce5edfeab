"""How long this computer has been running: a time that no one can set, unlike the clock."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_THIS_PROGRAM = f"program {secrets.token_hex(8)}"


@dataclass(frozen=True, slots=True)
class Running:
    """`seconds` since the start that `start` names. Two moments can be compared only where `start` is equal."""

    start: str = ""
    seconds: float = 0.0


def unknown() -> Running:
    """Where nothing but the clock is to count."""
    return Running()


def since_start() -> Running:
    """Since this computer started, sleep included; where it cannot tell, since this program did."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    if boottime is not None:
        try:
            return Running(_BOOT_ID.read_text(encoding="ascii").strip(), time.clock_gettime(boottime))
        except OSError:
            pass
    return Running(_THIS_PROGRAM, time.monotonic())
