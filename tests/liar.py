"""A file system that lies: it shows a folder's files, and is wrong about them in the way that a test asks for.

    python -m tests.liar FOLDER PLACE LIE

runs until it is unmounted or killed, as a card is pulled out. Through `a_lying_card` a test has it as a context.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


class Lie(StrEnum):
    """What it is wrong about."""

    NONE = "none"
    STAYS = "stays"  # says deleted, and goes on showing the file
    HIDES = "hides"  # says deleted, and hides the file until it is mounted anew
    REFUSES = "refuses"  # never lets a file be deleted
    OTHER_BYTES = "other bytes"  # another content each time that a file is opened
    SHORT_READS = "short reads"  # hands over 1,000 bytes at a time
    LARGER = "larger"  # sizes are larger than what can be read
    SMALLER = "smaller"  # sizes are smaller
    GHOSTS = "ghosts"  # lists photos that are not there, and each name twice
    ONE_BYTE_MORE = "one byte more"  # a file that grows whenever it is looked at
    LONG_NAMES = "long names"  # of 300 bytes, which no disk holds


LONG = "x" * 296
GHOST = "ghost.jpg"
PER_READ = 1_000


class Liar:
    """What the kernel asks, answered from a folder; paths begin with "/"."""

    use_ns = True

    def __init__(self, folder: Path, lie: Lie) -> None:
        self._folder = str(folder)
        self._lie = lie
        self._hidden: set[str] = set()
        self._opened = 0
        self._asked = 0

    def _real(self, path: str) -> str:
        if path in self._hidden:
            raise FileNotFoundError(errno.ENOENT, path)
        if self._lie is Lie.LONG_NAMES:
            path = path.replace(LONG, "")
        return self._folder + path

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        about = os.lstat(self._real(path))
        told = {name: getattr(about, name) for name in ("st_mode", "st_nlink", "st_uid", "st_gid", "st_size")}
        told |= {name: getattr(about, f"{name}_ns") for name in ("st_atime", "st_mtime", "st_ctime")}
        if not os.path.isdir(self._real(path)):  # noqa: PTH112
            self._asked += 1
            match self._lie:
                case Lie.LARGER:
                    told["st_size"] += 10_000
                case Lie.SMALLER:
                    told["st_size"] -= 10_000
                case Lie.ONE_BYTE_MORE:
                    told["st_size"] += self._asked
        return told

    def readdir(self, path: str, fh: int) -> list[str]:
        names = [name for name in os.listdir(self._real(path)) if f"{path}/{name}" not in self._hidden]  # noqa: PTH208
        match self._lie:
            case Lie.GHOSTS:
                names = [*names, *names, GHOST]
            case Lie.LONG_NAMES:
                names = [name.replace(".", f"{LONG}.") for name in names]
        return [".", "..", *names]

    def open(self, path: str, flags: int) -> int:
        self._opened += 1
        return os.open(self._real(path), flags)

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        if self._lie is Lie.SHORT_READS:
            size = min(size, PER_READ)
        content = os.pread(fh, size, offset)
        if self._lie is Lie.OTHER_BYTES:
            content = bytes(byte ^ self._opened & 0xFF for byte in content)
        return content

    def release(self, path: str, fh: int) -> int:
        os.close(fh)
        return 0

    def unlink(self, path: str) -> int:
        match self._lie:
            case Lie.STAYS:
                pass
            case Lie.HIDES:
                self._hidden.add(path)
            case Lie.REFUSES:
                raise OSError(errno.EPERM, path)
            case _:
                os.unlink(self._real(path))  # noqa: PTH108
        return 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        return {"f_bsize": 4096, "f_blocks": 2**18, "f_bfree": 2**17, "f_bavail": 2**17, "f_namemax": 1024}


class LyingCard:
    """The files of `truth`, shown at `place`; put in anew it has forgotten what it hid."""

    def __init__(self, folder: Path, lie: Lie) -> None:
        self.truth, self.place, self._lie = folder / "truth", folder / "media", lie
        self._process: subprocess.Popen[bytes] | None = None
        for each in (self.truth, self.place):
            each.mkdir(parents=True)

    def photograph(self, *names: str, size: int = 50_000) -> None:
        for name in names:
            (self.truth / name).write_bytes(os.urandom(size))

    def photos(self) -> list[str]:
        """What is really there."""
        return sorted(one.name for one in self.truth.iterdir())

    def put_in(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.liar", str(self.truth), str(self.place), self._lie.value],
            cwd=ROOT, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for _ in range(500):
            if os.path.ismount(self.place):
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.02)
        self.take_out()
        pytest.skip("this machine does not let a test mount a file system of its own")

    def tear(self) -> None:
        """The program behind the file system is gone in the middle of everything."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def take_out(self) -> None:
        subprocess.run(["umount", "-l", str(self.place)], check=False, capture_output=True)
        if self._process is not None:
            self._process.kill()
            self._process.wait()


@contextmanager
def a_lying_card(folder: Path, lie: Lie, *photos: str) -> Iterator[LyingCard]:
    """A card with these photos that is put in, and taken out in the end whatever happened."""
    if sys.platform != "linux" or os.geteuid() != 0 or not Path("/dev/fuse").exists():
        pytest.skip("only root, and only where there is /dev/fuse, may mount a file system of its own")
    card = LyingCard(folder, lie)
    card.photograph(*photos)
    try:
        card.put_in()
        yield card
    finally:
        card.take_out()


def main() -> None:
    """Serve until unmounted."""
    import mfusepy  # noqa: PLC0415 - without libfuse it cannot even be imported

    folder, place, lie = sys.argv[1:]
    # nothing of a file is kept by the kernel: each read asks, as of a card that was just put in
    mfusepy.FUSE(
        Liar(Path(folder), Lie(lie)), place, foreground=True, nothreads=True, direct_io=True, fsname="liar"
    )


if __name__ == "__main__":
    main()
