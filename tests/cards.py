"""Real cards for tests: images on loop devices with ext4, exFAT and vfat, mounted, pulled out and put in again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MAKERS = {
    "ext4": ["mkfs.ext4", "-q", "-F", "-L", "CARD"],
    "exfat": ["mkfs.exfat", "-L", "CARD"],
    "vfat": ["mkfs.vfat", "-n", "CARD"],
}


class RealCard:
    """One image. `put_in` mounts it by a loop device of its own; `pull_out` tears it away."""

    def __init__(self, folder: Path, kind: str, *, megabytes: int = 24) -> None:
        self.kind = kind
        self.image = folder / "card.img"
        self.place = folder / "media"
        self.loop = ""
        self.place.mkdir(parents=True)
        with self.image.open("wb") as file:
            file.truncate(megabytes * 2**20)
        run(*MAKERS[kind], str(self.image))

    def put_in(self, options: str = "rw") -> Path:
        """Mount it; the place."""
        if self.kind == "vfat":  # no driver in every kernel; in user space it needs no loop device
            run("fusefat", "-o", f"{options}+,allow_other", str(self.image), str(self.place))
            return self.place
        self.loop = run("losetup", "--find", "--show", str(self.image)).strip()
        if self.kind == "ext4":
            run("mount", "-t", "ext4", "-o", options, self.loop, str(self.place))
        else:
            run("mount.exfat-fuse", "-o", options, self.loop, str(self.place))
        return self.place

    def take_out(self) -> None:
        """Unmount it in good order; nothing where it is not in."""
        subprocess.run(["umount", "-l", str(self.place)], check=False, capture_output=True)
        if self.loop:
            subprocess.run(["losetup", "-d", self.loop], check=False, capture_output=True)
            self.loop = ""

    def tear(self) -> Path:
        """Pull the medium out from under the mounted card; a copy of what it held."""
        kept = self.image.with_suffix(".kept")
        os.sync()
        shutil.copy(self.image, kept)
        os.truncate(self.image, 0)
        Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")
        return kept

    def put_back(self, kept: Path) -> Path:
        """The same medium again, as it was."""
        self.take_out()
        kept.replace(self.image)
        return self.put_in()


def run(*command: str) -> str:
    """Run one program of the system; skips the test where it is missing or not allowed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed on this machine")
    done = subprocess.run(list(command), check=False, capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip(f"this machine does not let a test use {command[0]}: {done.stderr.strip()[-80:]}")
    return done.stdout


@contextmanager
def a_card(folder: Path, kind: str, *, megabytes: int = 24) -> Iterator[RealCard]:
    """A card that is put in, and taken out in the end whatever happened."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a card")
    card = RealCard(folder, kind, megabytes=megabytes)
    try:
        card.put_in()
        yield card
    finally:
        card.take_out()
