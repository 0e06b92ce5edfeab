"""Runs the system's own small programs that know about disks, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from typing import Final

_PLACES: Final = "/usr/bin:/bin:/usr/sbin:/sbin"
"""Where the system keeps them; a program of the same name elsewhere is not asked."""

SECONDS: Final = 60.0
"""A slow stick may need as long to write down what the system still holds."""


def answer_of(program: str, *arguments: str) -> bytes | None:
    """What the program prints, or None where it is missing, fails or takes too long."""
    found = shutil.which(program, path=_PLACES)
    if found is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, no shell, arguments from the kernel
            [found, *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
