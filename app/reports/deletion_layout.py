"""How the record of deletions is laid out: a table for the screen, and everything for a file."""

from __future__ import annotations

from app.reports.deletions import BY_ITSELF, Deletion, DeletionReport
from app.reports.layouts import BETWEEN, SHOWN_HASH, Layout, Record, Table

_COLUMNS = ("when", "photo", "sha256", "by", "why", "copies out", "originals")


def deletions_layout(report: DeletionReport) -> Layout:
    """Each deleted photo in one row; a file holds whole hashes and every confirmation."""
    record: Record = {
        "made_at": report.made_at.isoformat(),
        "made_by": report.made_by,
        "seal": report.seal,
        "deletions": [_record(one) for one in report.deletions],
    }
    title = f"{len(report.deletions)} photos were deleted"
    return Layout(
        Table(title, _COLUMNS, tuple(_row(one, SHOWN_HASH) for one in report.deletions)),
        Table(title, _COLUMNS, tuple(_row(one, len(one.sha256)) for one in report.deletions)),
        record,
    )


def _row(one: Deletion, digits: int) -> tuple[str, ...]:
    return (
        one.at.isoformat(timespec="minutes"),
        one.photo[:digits] if digits == SHOWN_HASH else one.photo,
        one.sha256[:digits],
        one.by or BY_ITSELF,
        one.ground,
        BETWEEN.join(f"{c.platform} ({c.approved_by})" for c in one.confirmations),
        BETWEEN.join(f"{count} {fate}" for fate, count in one.originals),
    )


def _record(one: Deletion) -> Record:
    return {
        "photo": one.photo,
        "sha256": one.sha256,
        "at": one.at.isoformat(),
        "by": one.by,
        "ground": one.ground,
        "confirmations": [
            {"platform": c.platform, "approved_by": c.approved_by, "at": c.at.isoformat()}
            for c in one.confirmations
        ],
        "originals": dict(one.originals),
    }
