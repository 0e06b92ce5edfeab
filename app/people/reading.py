"""Opens a spreadsheet: tells by its bytes, never by its name, what it is."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from app.errors import AppError, Trouble
from app.people.plain_text import read_text
from app.people.refusals import SheetFault, SheetRefusedError
from app.people.sheet import LARGEST_FILE, Sheet
from app.people.workbook import read_workbook

_ZIP = b"PK"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # OLE2: .xls, and .xlsx that is locked with a password


def read_file(path: Path, most: int = LARGEST_FILE) -> bytes:
    """The bytes of one file. Raises AppError: FILE_UNREADABLE, FILE_TOO_LARGE."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise AppError(Trouble.FILE_UNREADABLE, "not a regular file")
            if about.st_size > most:
                raise AppError(Trouble.FILE_TOO_LARGE)
            return file.read(most)
    except (OSError, ValueError):  # ValueError: a null character in the name
        raise AppError(Trouble.FILE_UNREADABLE) from None


def read_sheet(content: bytes, *, encoding: str = "", sheet: str = "") -> Sheet:
    """The rows of a CSV or XLSX file.

    `encoding` is asked only where the bytes do not tell it; `sheet` names the sheet of a workbook (else it
    must be the only one that holds anything). Raises SheetRefusedError.
    """
    if len(content) > LARGEST_FILE:
        raise SheetRefusedError(SheetFault.TOO_LARGE)
    if content.startswith(_OLD_EXCEL):
        raise SheetRefusedError(SheetFault.OLD_EXCEL)
    rows = read_workbook(content, sheet) if content.startswith(_ZIP) else read_text(content, encoding)
    return Sheet(rows, hashlib.sha256(content).hexdigest())


def _without_waiting(path: str, flags: int) -> int:
    """A pipe without a writer must not make the program wait."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
