"""Reads a workbook (XLSX) that may be hostile: each part is measured and looked through before it is used."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from app.people.refusals import SheetFault, SheetRefusedError
from app.people.sheet import Gathered, Row

# Limits, measured on exports of 50,000 rows by 20 columns, 2026-11-20: the sheet unpacks to about 45 MB at a
# ratio of 10 to 25.
MOST_PARTS = 1_000
MOST_UNPACKED = 160 * 1024 * 1024  # bytes, all parts together
STEEPEST = 150  # unpacked bytes for each packed one, in parts over SMALL; deflate can reach 1,032
SMALL = 1024 * 1024
MOST_AROUND = 300_000  # elements outside rows and shared strings
MOST_INSIDE = 65_536  # elements of one row or string: as wide as Excel can be, each cell with what is in it
MOST_ROW_TAGS = 200_000  # blank rows that are only formatted count here
MOST_STRINGS = 1_000_000
DEEPEST = 64
LONGEST_TAG = (
    1024 * 1024
)  # bytes; expat before 2.6 reads an endless one anew with each piece (CVE-2023-52425)
WIDEST = 16_384  # cells of one row; the most that Excel knows
LAST_ROW = 1_048_576  # the last row that Excel knows
_PIECE = 256 * 1024
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LET_GO = {f"{_MAIN} row": MOST_ROW_TAGS, f"{_MAIN} si": MOST_STRINGS}

_BROKEN = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, NotImplementedError, RuntimeError, EOFError,
    OSError, AssertionError, zipfile.BadZipFile, zlib.error, ParseError, expat.ExpatError,
)  # fmt: skip
"""What the libraries raise over a damaged workbook."""


def read_workbook(content: bytes, sheet: str = "") -> tuple[Row, ...]:
    """Every row that holds anything, of the named sheet or of the only one that does.

    Formulas are neither worked out nor believed: their place is noted. Raises SheetRefusedError.
    """
    with _named_damage():
        checked = _checked_copy(content)
        with _opened(checked) as book:
            return _rows_of_one(book, sheet)


@contextmanager
def _named_damage() -> Iterator[None]:
    try:
        yield
    except SheetRefusedError:
        raise
    except _BROKEN:
        raise SheetRefusedError(SheetFault.BROKEN) from None


def _checked_copy(content: bytes) -> io.BytesIO:
    """A new archive of the XML parts alone, each looked through.

    The reader gets this copy, so that it can come upon nothing that was not looked at, under whatever name.
    """
    copy = io.BytesIO()
    left = MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(copy, "w") as checked:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise SheetRefusedError(SheetFault.UNPACKS_TOO_LARGE)
        if len({part.filename.casefold() for part in parts}) < len(parts):
            raise SheetRefusedError(SheetFault.BROKEN)
        for part in parts:
            if part.file_size > max(SMALL, part.compress_size * STEEPEST):
                raise SheetRefusedError(SheetFault.UNPACKS_TOO_LARGE)
            if part.filename.endswith((".xml", ".rels")):
                unpacked = _looked_through(archive, part, left)
                left -= len(unpacked)
                checked.writestr(zipfile.ZipInfo(part.filename), unpacked)
    copy.seek(0)
    return copy


def _looked_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> bytes:
    """One part unpacked. Raises SheetRefusedError: ENTITIES, UNPACKS_TOO_LARGE (over `left` bytes); ExpatError."""
    look = _Look()
    unpacked = io.BytesIO()
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            if unpacked.tell() + len(piece) > left:
                raise SheetRefusedError(SheetFault.UNPACKS_TOO_LARGE)
            look.at(piece)
            unpacked.write(piece)
    look.at(b"", end=True)
    return unpacked.getvalue()


class _Look:
    """Goes through XML without keeping it; a parser, because a search for words can be fooled by encodings.

    openpyxl 3.1 parses with the standard library, whose expat (2.4.1 and later) stops entities that multiply,
    but not a merely large one; no workbook has a document type at all, so any is refused. Rows and shared
    strings are let go one by one while they are read, everything else stays in memory, so it is counted apart.
    """

    def __init__(self) -> None:
        self._fed = 0  # bytes
        self._left = dict(_LET_GO)  # rows and shared strings that may still come
        self._inside = 0  # elements of the one that is open
        self._around = 0
        self._depth = 0
        self._open_at = 0  # depth of the open row or string, or 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def at(self, piece: bytes, *, end: bool = False) -> None:
        self._parser.Parse(piece, end)
        self._fed += len(piece)
        if not end and self._fed - self._parser.CurrentByteIndex > LONGEST_TAG:
            raise SheetRefusedError(SheetFault.UNPACKS_TOO_LARGE)

    def _doctype(self, *_: object) -> None:
        raise SheetRefusedError(SheetFault.ENTITIES)

    def _start(self, name: str, _: object) -> None:
        self._depth += 1
        if self._open_at:
            self._inside += 1
            if self._inside > MOST_INSIDE:
                raise SheetRefusedError(SheetFault.TOO_MANY_COLUMNS)
        elif name in self._left:
            self._open_at = self._depth
            self._inside = 0
            self._left[name] -= 1
            if self._left[name] < 0:
                raise SheetRefusedError(SheetFault.TOO_MANY_ROWS)
        else:
            self._around += 1
        if self._depth > DEEPEST or self._around > MOST_AROUND:
            raise SheetRefusedError(SheetFault.UNPACKS_TOO_LARGE)

    def _end(self, _: str) -> None:
        if self._depth == self._open_at:
            self._open_at = 0
        self._depth -= 1


@contextmanager
def _opened(checked: io.BytesIO) -> Iterator[Any]:
    """The workbook: formulas as text, no macros, no links to other files."""
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second, only where a workbook is read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which are not used
        book = load_workbook(checked, read_only=True, data_only=False, keep_links=False, keep_vba=False)
        try:
            yield book
        finally:
            book.close()


def _rows_of_one(book: Any, wanted: str) -> tuple[Row, ...]:
    sheets = [one for one in book.worksheets if one.title == wanted or not wanted]
    if not sheets:
        raise SheetRefusedError(SheetFault.NO_SUCH_SHEET)
    if not wanted:
        # a hidden sheet counts too: the school may not know what is in it
        sheets = [one for one in sheets if any(True for _ in _filled(one))] or sheets[:1]
        if len(sheets) > 1:
            raise SheetRefusedError(SheetFault.SEVERAL_SHEETS)
    gathered = Gathered()
    for number, cells, formulas in _filled(sheets[0]):
        gathered.add(number, cells, formulas)
    return gathered.all()


def _filled(sheet: Any) -> Iterator[tuple[int, list[str], frozenset[int]]]:
    """Number, cells and places of formulas of each row that holds anything."""
    sheet.reset_dimensions()  # what the file says about its own size is often wrong
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if number > LAST_ROW:
            raise SheetRefusedError(SheetFault.TOO_MANY_ROWS)
        if len(row) > WIDEST:
            raise SheetRefusedError(SheetFault.TOO_MANY_COLUMNS)
        # "e": an error such as #N/A is what a formula came to
        formulas = frozenset(place for place, cell in enumerate(row) if cell.data_type in {"f", "e"})
        cells = ["" if place in formulas else _text(cell.value) for place, cell in enumerate(row)]
        if formulas or any(cells):
            yield number, cells, formulas


def _text(value: object) -> str:
    """A cell as its reader would type it; whole numbers without a point, days as 2026-09-01."""
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat() if value.time() == time.min else value.isoformat()
        case date():
            return value.isoformat()
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
