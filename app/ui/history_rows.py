"""The rows of each report, in the office's words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.ui.history_words import SEAL_SHOWN, SOMEONE, Rows, moment, whom, words
from app.ui.log_words import about, detail, told
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.people_words import KINDS, day
from app.ui.people_words import words as people_words
from app.ui.posts_rows import addresses_rows, gone_rows, posts_rows, takedown_rows
from app.ui.reading_history import Due, Happened, Names
from app.ui.widgets.records_table import Record
from consent.incidents import Incident, clock
from consent.platforms import PlatformId

if TYPE_CHECKING:
    from app.reports.audit import AuditReport
    from app.reports.deletions import DeletionReport


def deletions_rows(report: DeletionReport, names: Names) -> Rows:
    """One row for each photo that was deleted here, newest first."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "When")),
        words(QT_TRANSLATE_NOOP("history", "By whom")),
        words(QT_TRANSLATE_NOOP("history", "Out before on")),
        words(QT_TRANSLATE_NOOP("history", "Fingerprint of the original")),
    )
    records = []
    for place, one in reversed(list(enumerate(report.deletions))):
        out = [names.platforms.get(PlatformId(copy.platform), copy.platform) for copy in one.confirmations]
        cells = (
            moment(one.at),
            whom(one.by, names.staff),
            ", ".join(out) or words(QT_TRANSLATE_NOOP("history", "never published")),
            one.sha256[:SEAL_SHOWN],
        )
        records.append(Record(str(place), cells, order=(one.at.isoformat(), *cells[1:])))
    said = words(QT_TRANSLATE_NOOP("history", "Every photo that was deleted on this computer, newest first."))
    return columns, records, said


def incidents_rows(happened: Happened, names: Names) -> Rows:
    """One row for each incident, newest first, with what is left of the 72 hours."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "Noticed")),
        words(QT_TRANSLATE_NOOP("history", "By whom")),
        words(QT_TRANSLATE_NOOP("history", "What happened")),
        words(QT_TRANSLATE_NOOP("history", "Decision")),
        words(QT_TRANSLATE_NOOP("history", "What was done")),
    )
    records = [
        Record(
            one.id,
            (
                moment(one.noticed_at),
                names.staff.get(one.noticed_by, one.noticed_by),
                one.what,
                _decision(one, happened.now),
                one.measures or "–",
            ),
            order=(one.noticed_at.isoformat(), one.noticed_by, one.what, "", one.measures),
        )
        for one in reversed(happened.incidents)
    ]
    said = words(
        QT_TRANSLATE_NOOP(
            "history",
            "Within 72 hours of noticing, the lead decides whether an incident is reported to the ICO.",
        )
    )
    return columns, records, said


def _decision(incident: Incident, now: datetime) -> str:
    """What was decided, or how much time is left for it."""
    if incident.closed_at is not None:
        return words(QT_TRANSLATE_NOOP("history", "closed"))
    if incident.reported_at is not None:
        return words(QT_TRANSLATE_NOOP("history", "reported on {day}")).format(
            day=day(incident.reported_at.date())
        )
    if incident.not_reported:
        return words(QT_TRANSLATE_NOOP("history", "not reported: {why}")).format(why=incident.not_reported)
    left = clock(incident, now)
    if left.is_late:
        return words(QT_TRANSLATE_NOOP("history", "overdue: decide now"))
    hours = int(left.left.total_seconds() // 3600)
    return words(QT_TRANSLATE_NOOP("history", "open: {n} h left")).format(n=hours)


def due_rows(due: Due, names: Names) -> Rows:
    """One row for each request that waits for an answer, then for each permission that runs out soon."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "Last day")),
        words(QT_TRANSLATE_NOOP("history", "Who")),
        words(QT_TRANSLATE_NOOP("history", "Class")),
        words(QT_TRANSLATE_NOOP("history", "About")),
        words(QT_TRANSLATE_NOOP("history", "Platform")),
    )
    records = []
    for asked in due.requests:
        person = due.people.get(asked.person)
        cells = (
            day(asked.due),
            person.shown_name if person is not None else words(SOMEONE),
            person.class_name if person is not None else "",
            words(QT_TRANSLATE_NOOP("history", "Asked for what is held")),
            "–",
        )
        records.append(Record(asked.person, cells, order=(asked.due.isoformat(), *cells[1:])))
    for one in due.renewals:
        person = due.people.get(one.person)
        platform = names.platforms.get(one.platform, one.platform) if one.platform is not None else "–"
        cells = (
            day(one.ends_on),
            person.shown_name if person is not None else words(SOMEONE),
            person.class_name if person is not None else "",
            people_words(KINDS[one.kind]),
            platform,
        )
        records.append(Record(one.person, cells, order=(one.ends_on.isoformat(), *cells[1:])))
    said = words(
        QT_TRANSLATE_NOOP(
            "history",
            "Requests are answered by their last day; permissions that run out within 60 days are asked for again.",
        )
        if records
        else QT_TRANSLATE_NOOP("history", "No permission runs out within 60 days.")
    )
    return columns, records, said


def log_rows(report: AuditReport, names: Names) -> Rows:
    """One row for each entry, newest first, in words; the tip tells the codes, as they stand in the chain."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "Number")),
        words(QT_TRANSLATE_NOOP("history", "When")),
        words(QT_TRANSLATE_NOOP("history", "By whom")),
        words(QT_TRANSLATE_NOOP("history", "Act")),
        words(QT_TRANSLATE_NOOP("history", "About")),
        words(QT_TRANSLATE_NOOP("history", "Detail")),
        words(QT_TRANSLATE_NOOP("history", "Seal")),
    )
    records = []
    for entry in reversed(report.entries):
        event = entry.event
        cells = (
            str(entry.number),
            moment(event.at),
            whom(event.actor, names.staff),
            told(event.act),
            about(event.subject, names.others),
            detail(event.detail, names.others),
            entry.seal[:SEAL_SHOWN],
        )
        codes = " · ".join(part for part in (event.act, event.subject, event.detail, entry.seal) if part)
        records.append(
            Record(str(entry.number), cells, order=(cells[0], event.at.isoformat(), *cells[2:]), tip=codes)
        )
    said = words(QT_TRANSLATE_NOOP("history", "The log is unbroken. Anchor of today: entry {number}, {seal}"))
    return columns, records, said.format(number=report.anchor.number, seal=report.anchor.seal)


LAYOUTS: dict[str, Callable[[Any, Names], Rows]] = {
    "posts": posts_rows,
    "takedown": takedown_rows,
    "gone": gone_rows,
    "addresses": addresses_rows,
    "due": due_rows,
    "incidents": incidents_rows,
    "deletions": deletions_rows,
    "log": log_rows,
}
"""By the names of the reports on the page."""


def on_paper(name: str, report: Any, names: Names) -> Rows:
    """The rows as a file may hold them: on paper the log says no more than in itself, ids and never a name.

    A file outlives the people who are erased; whoever keeps the register reads the names on the screen (decision 22).
    """
    if name != "log":
        return LAYOUTS[name](report, names)
    columns, records, said = log_rows(report, names.without_people())
    by_ids = QT_TRANSLATE_NOOP(
        "history",
        "People stand here by their ids, as in the log itself; Greenlight shows who they are to whoever keeps the register.",
    )
    return columns, records, f"{said}\n{words(by_ids)}"
