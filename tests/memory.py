"""Looks through the memory of another process for some bytes, as a thief of a swap disk would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_AREA = re.compile(r"(?P<low>[0-9a-f]+)-(?P<high>[0-9a-f]+) (?P<rights>\S+) ")
_FLAGS = "VmFlags:"


def lying(process: int, wanted: Sequence[bytes]) -> Iterator[bool]:
    """For each place where one of these lies in writable memory, whether the system keeps that place off disks.

    Raises PermissionError where this system lets no process look into its child.
    """
    for low, high, is_locked in _writable(process):
        content = _read(process, low, high)
        for one in wanted:
            yield from (is_locked for _ in re.finditer(re.escape(one), content))


def _writable(process: int) -> Iterator[tuple[int, int, bool]]:
    """Each writable area: where it begins and ends, and whether it is locked (`lo`, see `proc_pid_smaps(5)`)."""
    area: re.Match[str] | None = None
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        if begun := _AREA.match(line):
            area = begun
        elif line.startswith(_FLAGS) and area is not None and area["rights"].startswith("rw"):
            yield int(area["low"], 16), int(area["high"], 16), "lo" in line.split()


def _read(process: int, low: int, high: int) -> bytes:
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        try:
            memory.seek(low)
            return memory.read(high - low)
        except PermissionError:
            raise
        except OSError:
            return b""  # an area that no program can read
