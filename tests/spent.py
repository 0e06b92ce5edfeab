"""How much time of the processor another process took: what a busy machine does not stretch."""

from __future__ import annotations

import os
import resource
from pathlib import Path


def spent_with(process: int | None) -> float:
    """Seconds of processor time of a process so far, over all its threads, and of all that have ended (Linux).

    So that a process which makes room for the next one between two questions takes no time with it.
    """
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + ended.ru_utime + ended.ru_stime
