"""Reads rows of text with separators (CSV): finds out how its letters and its cells are written."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from app.people.refusals import SheetFault, SheetRefusedError
from app.people.sheet import LONGEST_CELL, MOST_COLUMNS, Gathered, Row

SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = frozenset(
    {"utf-8", "utf-16", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
     "windows-1257", "iso-8859-1", "iso-8859-2", "iso-8859-15", "mac-roman", "cp437", "cp850"}
)  # fmt: skip
"""What a mapping may name. Stateful encodings (utf-7, the ISO-2022 family) are not read: they can hide signs."""

MOST_LINES = 2 * 1_048_576
"""Ends of lines, of which Windows writes two for each; Excel knows half as many rows. 32 MB of blank lines took 21 s."""

LONGEST_LINE = MOST_COLUMNS * (2 * LONGEST_CELL + 3)
"""Characters: every column full, every letter a doubled quote. One row of 33 million cells took 1 GB."""

_LOOKED_AT = 20  # rows by which the separator is found
# the longer marks first: a UTF-32 mark begins like one of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARK = "\ufeff"
_UTF_8_TOO = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x90-\xa6]|\xe1\xba[\x80-\x85]")
"""Letters of western and central Europe, dashes and quotes, and Welsh ẁ, as UTF-8 writes them; in Windows-1252 they would be
such as "Ã«", which no name holds."""

_SAID = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)  # a first line that Excel understands
_AS_TEXT = re.compile(r'="([^"]*)"')  # how some systems keep Excel from eating the zeros of a number


def read_text(content: bytes, encoding: str = "") -> tuple[Row, ...]:
    """Every row that holds anything. Raises SheetRefusedError."""
    text = decoded(content, encoding)
    if "\x00" in text:
        raise SheetRefusedError(SheetFault.ENCODING)
    _measure(text)
    said = _SAID.match(text)
    separator = said[1] if said and said[1] in SEPARATORS else _separator(text)
    gathered = Gathered()
    try:
        # the line that says the separator is not shown by a spreadsheet program, so it has no number
        for number, cells in enumerate(_cells(text, separator), start=0 if said else 1):
            if number == 0:
                continue
            values, formulas = _without_formulas(cells)
            gathered.add(number, values, formulas, width=len(cells))
    except csv.Error:
        raise SheetRefusedError(SheetFault.BROKEN) from None
    return gathered.all()


def _measure(text: str) -> None:
    """Raise SheetRefusedError where there is more than any school's list could hold, before it is cut into cells."""
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise SheetRefusedError(SheetFault.TOO_MANY_ROWS)
    if any(len(line) > LONGEST_LINE for line in io.StringIO(text, newline="")):
        raise SheetRefusedError(SheetFault.TOO_MANY_COLUMNS)


def decoded(content: bytes, encoding: str = "") -> str:
    """The file's text: by its mark, by its zeros (UTF-16 without a mark), as UTF-8, else as `encoding`.

    Without an `encoding` Windows-1252 is taken, which is what Excel writes in western Europe, unless some of the file
    is UTF-8: of two lists put together, one would come in with other letters than its own. Marks in the middle, where
    such a list begins, are left out. Raises SheetRefusedError(ENCODING) where the bytes do not fit.
    """
    try:
        return _by_its_signs(content, encoding).replace(_MARK, "")
    except (UnicodeDecodeError, LookupError):
        raise SheetRefusedError(SheetFault.ENCODING) from None


def _by_its_signs(content: bytes, encoding: str) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name)
    start = content[:1024]
    if b"\x00" in start:
        return content.decode("utf-16-be" if start[:1] == b"\x00" else "utf-16-le")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if not encoding and _UTF_8_TOO.search(content):
            raise
        return content.decode(encoding or "windows-1252")


def _cells(text: str, separator: str) -> Iterator[list[str]]:
    # strict: a quote that never ends would swallow the rest of the school in one cell
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _separator(text: str) -> str:
    """The one that cuts most of the first rows into the same, largest number of cells."""
    best, most = SEPARATORS[0], (0, 0)
    for separator in SEPARATORS:
        widths: Counter[int] = Counter()
        try:
            widths.update(len(cells) for cells in islice(_cells(text, separator), _LOOKED_AT) if cells)
        except csv.Error:
            continue
        width, often = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        if width > 1 and (often, width) > most:
            best, most = separator, (often, width)
    return best


def _without_formulas(cells: list[str]) -> tuple[list[str], frozenset[int]]:
    """The cells with formulas emptied, and where they were; ="0012" is text, not a formula."""
    values, formulas = list(cells), set()
    for place, cell in enumerate(cells):
        if cell.lstrip().startswith("="):
            as_text = _AS_TEXT.fullmatch(cell.strip())
            values[place] = as_text[1] if as_text else ""
            if not as_text:
                formulas.add(place)
    return values, frozenset(formulas)
