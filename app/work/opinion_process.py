"""Shuts itself in, then becomes ExifTool: it reads the finished copies of one photo and says what is in them."""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

from app.work import confine
from app.work.opinion import SECONDS, installed, name_of

MOST_MEMORY = 1024**3
"""Bytes of data; a copy of 50 Mpx has 150 MB as PNG, and of such a one ExifTool may keep the whole."""

_LIBRARY = ("/etc/perl", "/usr/share/perl", "/usr/share/perl5", "/usr/local/share/perl")

ARGUMENTS = ("-config", "", "-json", "-a", "-G1", "-ee", "-u", "-q")
"""No settings of an account, every tag of every group also where it comes twice, embedded and unknown ones too."""


def main() -> None:
    """Only returns where ExifTool is missing or a wall is: then there is no opinion."""
    found = installed()
    threads = list(Path("/proc/self/task").iterdir())  # a second one would stand outside the walls
    if found is None or len(threads) > 1:
        return
    perl, tool = found
    walls = confine.shut_in_with(perl, MOST_MEMORY, also=(tool, *map(Path, _LIBRARY)))
    if not all(wall.works for wall in walls):
        return
    signal.alarm(int(SECONDS))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
    copies = [name_of(int(number)) for number in sys.argv[1:]]
    words = [str(perl), str(tool), *ARGUMENTS, *copies]
    os.execve(perl, words, {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"})  # noqa: S606 - it stands behind the walls


if __name__ == "__main__":
    main()
    sys.exit(1)
