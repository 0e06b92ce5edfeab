"""The rows of what was posted, what has to come down, and what is gone, in the office's words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.ui.count import counted
from app.ui.history_words import RULES, SOMEONE, Rows, moment, words
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.reading_history import Coming, Gone, Names, Unaddressed
from app.ui.why import REASONS
from app.ui.why import words as why_words
from app.ui.widgets.records_table import Record
from consent.people import PersonId

if TYPE_CHECKING:
    from app.reports.posts import PostsReport


def posts_rows(report: PostsReport, names: Names) -> Rows:
    """One row for each copy that went out, newest first."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "When")),
        words(QT_TRANSLATE_NOOP("history", "Platform")),
        words(QT_TRANSLATE_NOOP("history", "Who is visible")),
        words(QT_TRANSLATE_NOOP("history", "Prepared by")),
        words(QT_TRANSLATE_NOOP("history", "Approved by")),
        words(QT_TRANSLATE_NOOP("history", "File")),
    )
    records = []
    for place, post in reversed(list(enumerate(report.posts))):
        one = post.publication
        cells = (
            moment(one.published_at),
            names.platforms.get(one.platform, one.platform),
            ", ".join(who.name or words(SOMEONE) for who in post.visible) or "–",
            names.staff.get(one.prepared_by, post.prepared_by),
            names.staff.get(one.approved_by, post.approved_by),
            one.file_name,
        )
        records.append(Record(str(place), cells, order=(one.published_at.isoformat(), *cells[1:])))
    said = words(QT_TRANSLATE_NOOP("history", "Everything that went out, newest first."))
    return columns, records, said


def takedown_rows(coming: Coming, names: Names) -> Rows:
    """One row for each post that has to go, with every reason."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "Platform")),
        words(QT_TRANSLATE_NOOP("history", "Who and why")),
        words(QT_TRANSLATE_NOOP("history", "Posted")),
        words(QT_TRANSLATE_NOOP("history", "Where")),
        words(QT_TRANSLATE_NOOP("history", "Who can take it down")),
        words(QT_TRANSLATE_NOOP("history", "File")),
    )
    records = []
    for found in coming.posts:
        one = found.publication
        reasons = [
            f"{words(RULES) if why.person is None else _name(why.person, coming)}: {why_words(REASONS[why.why])}"
            for why in found.reasons
        ]
        cells = (
            names.platforms.get(one.platform, one.platform),
            "; ".join(dict.fromkeys(reasons)),
            moment(one.published_at),
            one.address or found.account,
            ", ".join(found.staff) or "–",
            one.file_name,
        )
        order = (cells[0], cells[1], one.published_at.isoformat(), *cells[3:])
        records.append(Record(one.file_name, cells, order=order))
    said = words(
        QT_TRANSLATE_NOOP(
            "history",
            "These posts show someone who may no longer be shown there. Take them down, and say so here.",
        )
        if records
        else QT_TRANSLATE_NOOP("history", "Nothing must come down. Every post was looked at.")
    )
    return columns, records, said


def _name(person: PersonId, coming: Coming) -> str:
    known = coming.people.get(person)
    return known.shown_name if known is not None else words(SOMEONE)


def addresses_rows(found: Unaddressed, names: Names) -> Rows:
    """One row for each post of which nobody entered yet where it can be seen, newest first."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "Platform")),
        words(QT_TRANSLATE_NOOP("history", "Batch")),
        words(QT_TRANSLATE_NOOP("history", "Posted")),
        words(QT_TRANSLATE_NOOP("history", "Account")),
        words(QT_TRANSLATE_NOOP("history", "File")),
    )
    records = []
    for one in reversed(found.posts):
        cells = (
            names.platforms.get(one.platform, one.platform),
            found.batches.get(one.photo, "–"),
            moment(one.published_at),
            one.account or "–",
            one.file_name,
        )
        records.append(
            Record(one.file_name, cells, order=(*cells[:2], one.published_at.isoformat(), *cells[3:]))
        )
    said = words(
        QT_TRANSLATE_NOOP(
            "history",
            "These posts were made by hand. With their addresses they are found at once when they must come down.",
        )
        if records
        else QT_TRANSLATE_NOOP("history", "Every post has its address.")
    )
    return columns, records, said


def gone_rows(found: Gone, names: Names) -> Rows:
    """One row for each post that was taken down, newest first, with how that is known."""
    columns = (
        words(QT_TRANSLATE_NOOP("history", "Gone since")),
        words(QT_TRANSLATE_NOOP("history", "Platform")),
        words(QT_TRANSLATE_NOOP("history", "It took")),
        words(QT_TRANSLATE_NOOP("history", "By whom")),
        words(QT_TRANSLATE_NOOP("history", "How it is known")),
        words(QT_TRANSLATE_NOOP("history", "Picture")),
        words(QT_TRANSLATE_NOOP("history", "File")),
    )
    records = []
    for one in reversed(found.taken):
        platform = found.platforms.get(one.post)
        done = one.done_at or one.listed_at
        cells = (
            moment(done),
            names.platforms.get(platform, platform) if platform is not None else "–",
            _span(done - one.listed_at),
            names.staff.get(one.done_by or "", "–"),
            one.note or "–",
            words(QT_TRANSLATE_NOOP("history", "kept")) if one.has_proof else "–",
            one.post,
        )
        span = f"{int((done - one.listed_at).total_seconds()):012d}"
        records.append(Record(one.post, cells, order=(done.isoformat(), cells[1], span, *cells[3:])))
    said = words(
        QT_TRANSLATE_NOOP("history", "Every post that was taken down, newest first, with its proof.")
    )
    return columns, records, said


def _span(taken: timedelta) -> str:
    """How long it took, in the two largest measures."""
    hours, minutes = divmod(int(taken.total_seconds()) // 60, 60)
    if hours >= 48:
        return counted("%n day(s)", hours // 24)
    return words(QT_TRANSLATE_NOOP("history", "{hours} h {minutes} min")).format(hours=hours, minutes=minutes)
