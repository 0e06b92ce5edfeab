"""Writes a report into a new file of its own: JSON, CSV or PDF, whole or not at all, for this account only."""

from __future__ import annotations

import hashlib
import json
from io import FileIO
from pathlib import Path

from app import disk
from app.errors import AppError, Trouble
from app.people.inert import csv_bytes
from app.reports.layouts import Layout
from app.reports.markup import document, paragraph, table
from app.work.paper import pdf_of

ENDINGS = frozenset({".json", ".csv", ".pdf"})
PRIVATE = 0o600


def new_file(out: str | None) -> Path | None:
    """Where the report goes, looked at before it is made. Raises AppError(WRONG_USE)."""
    if out is None:
        return None
    path = Path(out)
    if path.suffix.lower() not in ENDINGS:
        raise AppError(Trouble.WRONG_USE, "the ending of --out chooses the format: .json, .csv or .pdf")
    if path.exists() or path.is_symlink():
        raise AppError(
            Trouble.WRONG_USE, "--out is there already, and a report replaces nothing: choose another name"
        )
    if not path.parent.is_dir():
        raise AppError(Trouble.WRONG_USE, "the folder of --out is not there")
    return path


def content_of(layout: Layout, ending: str) -> bytes:
    """The report as a file of this kind. Raises AppError(NOT_PRINTED)."""
    match ending:
        case ".csv":
            return csv_bytes(layout.sheet.columns, layout.sheet.rows)
        case ".pdf":
            return pdf_of(page_of(layout), title=layout.shown.title)
        case _:
            return json.dumps(layout.record, indent=1, allow_nan=False).encode("ascii") + b"\n"


def page_of(layout: Layout) -> str:
    """The report as HTML: the table for people, with when it was made."""
    made = paragraph(f"Made {layout.record['made_at']} by {layout.record['made_by']}.")
    title = layout.shown.title
    return document(title[:1].upper() + title[1:], made, table(layout.shown.columns, layout.shown.rows))


def write_report(path: Path, layout: Layout) -> None:
    """Write the report as the ending of `path` says. Raises AppError as `disk.write_new` and NOT_PRINTED."""
    write_private(path, content_of(layout, path.suffix.lower()))


def write_private(path: Path, content: bytes) -> None:
    """A new file for this account only, read back before it gets its name. Raises AppError as `disk.write_new`."""
    expected = hashlib.sha256(content).hexdigest()

    def holds(file: FileIO) -> bool:
        return hashlib.file_digest(file, "sha256").hexdigest() == expected

    disk.write_new(path, [content], prove=holds, mode=PRIVATE)
