"""The photos that were named on the command line: files, and folders that hold some."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.devices.base import DeviceFile
from app.devices.folder import LARGEST_FILE, FolderDevice
from app.errors import AppError, Trouble
from vision.errors import Code, PhotoRefusedError


@dataclass(frozen=True, slots=True)
class Named:
    """One photo. `name` is how it was named (a folder's photos below that folder's name)."""

    name: str
    read: Callable[[], bytes]


def named(paths: Iterable[str]) -> Iterator[Named]:
    """Every photo behind these paths, in their order. A folder gives the photos in it and below.

    Raises AppError: FOLDER_EMPTY for a folder without a photo.
    """
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - the name stays as it was typed
            yield Named(path, partial(read_photo, path))
            continue
        device = FolderDevice(Path(path))
        files = device.list_files()
        if not files:
            raise AppError(Trouble.FOLDER_EMPTY)
        for file in files:
            yield Named(f"{path.rstrip('/')}/{file.path}", partial(_read_listed, device, file))


def read_photo(path: str) -> bytes:
    """The bytes of one file. Raises PhotoRefusedError: UNREADABLE, TOO_LARGE.

    A pipe does not make the program wait, and a file that has no end does not fill the memory.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise PhotoRefusedError(Code.UNREADABLE, "not a regular file")
            if about.st_size > LARGEST_FILE:
                raise PhotoRefusedError(Code.TOO_LARGE, "bytes")
            return file.read(LARGEST_FILE)
    except OSError as error:
        raise PhotoRefusedError(Code.UNREADABLE, errno.errorcode.get(error.errno or 0, "")) from None
    except ValueError:  # a null character in the name
        raise PhotoRefusedError(Code.UNREADABLE, "name") from None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _read_listed(device: FolderDevice, file: DeviceFile) -> bytes:
    """A folder's photo; what goes wrong costs this photo alone."""
    try:
        return device.read(file)
    except AppError as error:
        code = Code.TOO_LARGE if error.code is Trouble.FILE_TOO_LARGE else Code.UNREADABLE
        raise PhotoRefusedError(code, error.detail) from None
