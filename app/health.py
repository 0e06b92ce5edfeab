"""What is installed and works: the engines, the second text reader, the window, the store and its disk."""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.devices import phone
from app.own_memory import written_out
from app.places import Places, is_private
from app.unsuitable import why_unsuitable
from app.work import opinion
from app.work.second_reader import installed
from app.work.vision import Vision
from consent.pinned import pin
from vision.errors import VisionError

LEAST_SPACE = 2 * 1024**3
"""Bytes: about three hundred photos of a modern phone."""
MAY_BE_BEHIND = 24 * 60 * 60  # seconds; as `app.services.CLOCK_MAY_BE_BEHIND`
_NOT_TOLD = "cannot be told here; look in the system's settings"
_PAGE_FILE = "Windows has a page file: it is in clear unless BitLocker is on for its disk"


class Grade(StrEnum):
    """How much a failed check matters."""

    NEEDED = "needed"  # without it the main job cannot run
    ADVISED = "advised"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that works or does not; `detail` is a code, a number or a version, never a path or a name."""

    name: str
    works: bool
    grade: Grade
    detail: str = ""


def examine(vision: Vision, places: Places, *more: Check) -> tuple[Check, ...]:
    """Every check, the slow ones (the engines) first. Never raises for what it is there to find out.

    `more` are checks of parts that this one does not know: where the register lies.
    """
    return (*_engines(vision), _second_opinion(), *_programs(), _phones(), *more, *_folders(places.store))


def can_work(checks: tuple[Check, ...]) -> bool:
    """Whether the main job can run."""
    return all(check.works for check in checks if check.grade is Grade.NEEDED)


def _engines(vision: Vision) -> list[Check]:
    try:
        found = vision.doctor()
    except VisionError as error:
        return [Check("vision process", False, Grade.NEEDED, error.code.value), _second_reader("")]
    parts = [Check(part.name, part.works, Grade.NEEDED, part.detail) for part in found.parts]
    walls = [Check(f"wall: {wall.name}", wall.works, Grade.ADVISED, wall.detail) for wall in found.walls]
    memory = f"{found.peak_memory // 1024**2} MB at most so far" if found.peak_memory else ""
    return [
        Check("vision process", bool(parts), Grade.NEEDED, memory),
        *parts,
        *walls,
        _second_reader(found.second_reader),
    ]


def _second_reader(version: str) -> Check:
    """Tesseract, as the vision process reached it: it adds to the first reader and nothing waits for it."""
    missing = "installed, but off or not to be shut in" if installed() else "not installed"
    return Check("second text reader (Tesseract)", bool(version), Grade.ADVISED, version or missing)


def _second_opinion() -> Check:
    """ExifTool, which looks for hidden data in each finished copy beside our own check, and nothing waits for it."""
    version = opinion.version()
    missing = "installed, but not to be shut in" if opinion.installed() else "not installed"
    name = "second opinion on hidden data in finished copies (ExifTool)"
    return Check(name, bool(version), Grade.ADVISED, version or missing)


def _phones() -> Check:
    """Whether phones and cameras can be brought in by a cable, and whether what speaks to them is shut in."""
    name = "phones and cameras on a cable, shut in"
    if not phone.is_installed():
        return Check(name, False, Grade.ADVISED, "not installed: a phone is brought in as a folder")
    found = phone.walls()
    missing = [wall for wall, works in found.items() if not works]
    return Check(
        name,
        bool(found) and not missing,
        Grade.ADVISED,
        ", ".join(missing) or ("" if found else "not started"),
    )


def _programs() -> list[Check]:
    qt = importlib.util.find_spec("PySide6") is not None
    store = importlib.util.find_spec("sqlcipher3") is not None
    return [
        Check("encrypted store (SQLCipher)", store, Grade.NEEDED),
        Check("window (Qt)", qt, Grade.ADVISED),
        Check("store's key is never written to a swap disk", pin(secrets.token_bytes(32)), Grade.ADVISED),
    ]


def _folders(store: Path) -> list[Check]:
    reason = why_unsuitable(store)
    there = store.is_dir()
    nearest = next(folder for folder in (store, *store.parents) if folder.is_dir())
    space = shutil.disk_usage(nearest).free
    encrypted, swapped = is_encrypted(nearest), written_out()
    return [
        Check("store's place", reason is None, Grade.NEEDED, reason.value if reason else ""),
        Check("store", True, Grade.ADVISED, "there" if there else "none yet"),
        Check("clock is not behind the store's files", not _is_behind(store), Grade.ADVISED),
        Check("store is private", not there or is_private(store), Grade.NEEDED),
        Check("store's place can be written", os.access(nearest, os.W_OK), Grade.NEEDED),
        Check("space on the disk", space >= LEAST_SPACE, Grade.ADVISED, f"{space / 1024**3:.1f} GB free"),
        Check(
            "memory is not written to a disk in clear",
            swapped is False,
            Grade.ADVISED,
            {
                True: "swap is on and not encrypted",
                False: "",
                None: _PAGE_FILE if sys.platform == "win32" else _NOT_TOLD,
            }[swapped],
        ),
        Check(
            "disk encryption",
            encrypted is True,
            Grade.ADVISED,
            {True: "on", False: "off", None: _NOT_TOLD}[encrypted],
        ),
    ]


def _is_behind(store: Path) -> bool:
    """Whether the store was written to at a moment that this computer's clock has not come to; the log knows exactly."""
    try:
        written = max(file.stat().st_mtime for file in store.iterdir() if file.is_file())
    except (OSError, ValueError):  # ValueError: nothing there yet
        return False
    return written - time.time() > MAY_BE_BEHIND


def is_encrypted(folder: Path, system: Path = Path("/sys")) -> bool | None:
    """Whether the disk below `folder` is encrypted by the system; None where that cannot be told.

    On Linux by the kernel's list of block devices below `system`: one that dm-crypt made, or that stands on
    such a one (LVM on LUKS). Elsewhere only an administrator may ask.
    """
    if sys.platform != "linux":
        return None
    device = folder.stat().st_dev
    entry = system / "dev" / "block" / f"{os.major(device)}:{os.minor(device)}"
    return _is_encrypted_block(entry.resolve()) if entry.exists() else None


def _is_encrypted_block(block: Path) -> bool:
    name = block / "dm" / "uuid"
    if name.is_file() and name.read_text(encoding="ascii", errors="replace").startswith("CRYPT-"):
        return True
    below = block / "slaves"
    stands_on = [entry.resolve() for entry in below.iterdir()] if below.is_dir() else []
    return bool(stands_on) and all(_is_encrypted_block(one) for one in stands_on)
