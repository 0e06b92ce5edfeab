"""Results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from app.devices.base import shown_name


def print_record(record: Mapping[str, object]) -> None:
    """One JSON object on one line, at once, so that another program can follow along."""
    print(json.dumps(record, allow_nan=False), flush=True)


def print_line(text: str) -> None:
    """One line of a result that a person reads; nothing in it can move the cursor or break the line."""
    print(shown_name(text).replace("\\\\", "\\"), flush=True)


def tell(text: str) -> None:
    """A word beside the results: progress, warnings, reasons."""
    print(f"greenlight: {shown_name(text)}", file=sys.stderr, flush=True)


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table for people; cells are shown as they are, never read as markup."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - rich takes a tenth of a second
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(title=title or None, box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown_name(cell)) for cell in row))
    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=160)
    console.print(table)
