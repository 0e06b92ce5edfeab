"""A spreadsheet as rows of plain text, read within limits from whatever a school's system wrote."""

from __future__ import annotations

from dataclasses import dataclass

from app.people.refusals import SheetFault, SheetRefusedError

# Limits (product: 50,000 rows). The largest school in the United Kingdom has under 4,000 pupils; the rest is
# what such a file can need with everything that a records system prints into it, 2026-11-20.
LARGEST_FILE = 32 * 1024 * 1024  # bytes
MOST_ROWS = 50_000  # that hold anything, headings included
MOST_COLUMNS = 200
LONGEST_CELL = 2_000  # characters
MOST_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` is what a spreadsheet program shows beside it, from 1; blank rows are left out.

    `formulas` are the positions (from 0) of cells that hold a formula; their text here is empty. `width` is how
    many cells the file gives this row, or 0 where the kind of file does not tell; empty cells at the end are
    left out of `cells`.
    """

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()
    width: int = 0

    def cell(self, place: int) -> str:
        """The text at a position from 0; empty beyond the last."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every row that holds anything. `sha256` (hex) is of the file, to say later which file it was."""

    rows: tuple[Row, ...]
    sha256: str


class Gathered:
    """Rows that are still being read, counted against the limits."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._cells = 0

    def add(
        self, number: int, cells: list[str], formulas: frozenset[int] = frozenset(), *, width: int = 0
    ) -> None:
        """Take a row, without the empty cells at its end. Raises SheetRefusedError beyond a limit."""
        last = max(formulas, default=-1) + 1
        while len(cells) > last and not cells[-1].strip():
            cells.pop()
        if not cells:
            return
        self._cells += len(cells)
        if len(self._rows) >= MOST_ROWS or self._cells > MOST_CELLS:
            raise SheetRefusedError(SheetFault.TOO_MANY_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise SheetRefusedError(SheetFault.TOO_MANY_COLUMNS)
        if max(map(len, cells)) > LONGEST_CELL:
            raise SheetRefusedError(SheetFault.CELL_TOO_LONG)
        self._rows.append(Row(number, tuple(cells), formulas, width))

    def all(self) -> tuple[Row, ...]:
        """Everything taken. Raises SheetRefusedError(EMPTY) where there is nothing."""
        if not self._rows:
            raise SheetRefusedError(SheetFault.EMPTY)
        return tuple(self._rows)
