"""Writes rows as CSV in which no cell can start a formula, whatever someone is called."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet program take a cell for a formula (OWASP, "CSV Injection"), full-width forms too."""


def inert(cell: str) -> str:
    """The cell with an apostrophe before it, where it could be taken for a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_STARTS) else cell


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV in UTF-8 with a mark, so that Excel reads every script; every cell quoted and inert."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in row] for row in (columns, *rows))
    return text.getvalue().encode("utf-8-sig")
