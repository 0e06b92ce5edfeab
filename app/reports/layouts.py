"""How each report is laid out: a table for people, on the terminal and on paper, and everything for a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.reports.asking import DueReport, WithoutRecord
from app.reports.audit import AuditReport
from app.reports.posts import Named, Post, PostsReport
from app.reports.takedown import MustGo, TakeDownReport
from consent.accounts import AccountId
from consent.decisions import Why
from consent.publications import Publication

Record = dict[str, object]

SHOWN_HASH = 12
"""Digits of a hash on the terminal, enough to tell two apart; files hold the whole."""

BETWEEN = " | "
"""Between people in one cell: no spreadsheet program takes it for the end of a cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of text, with a heading for the terminal."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """One report three ways: `shown` on the terminal and as PDF, `sheet` as CSV, `record` as JSON."""

    shown: Table
    sheet: Table
    record: Record


def audit_layout(report: AuditReport) -> Layout:
    """The log: its end on the terminal, all entries in a file, from which the seals can be worked out anew."""
    anchor = report.anchor
    entries: list[Record] = [
        {
            "number": entry.number,
            "at": entry.event.at.isoformat(),
            "act": entry.event.act,
            "actor": entry.event.actor,
            "subject": entry.event.subject,
            "detail": entry.event.detail,
            "seal": entry.seal,
        }
        for entry in report.entries
    ]
    days: list[Record] = [
        {"day": one.day.isoformat(), "number": one.number, "seal": one.seal} for one in report.anchors
    ]
    shown = Table(
        "the log is unbroken"
        if not report.broken
        else "the log is whole, but not the one of the anchors kept",
        ("what", "value"),
        (
            ("entries", str(len(entries))),
            ("last seal", report.entries[-1].seal),
            *(
                (f"anchor kept on {one.day:%d %B %Y}", f"holds, up to entry {one.number}")
                for one in report.held
            ),
            *((f"anchor kept on {one.day:%d %B %Y}", "DOES NOT HOLD") for one in report.broken),
            (f"anchor of {anchor.day:%d %B %Y}", f"{anchor.day.isoformat()} {anchor.number} {anchor.seal}"),
        ),
    )
    against: list[Record] = [
        {"day": one.day.isoformat(), "number": one.number, "seal": one.seal, "holds": one in report.held}
        for one in (*report.held, *report.broken)
    ]
    head = _head("audit", report.made_at, report.made_by)
    record = {**head, "anchors": days, "against": against, "entries": entries}
    return Layout(
        shown, _sheet(("number", "at", "act", "actor", "subject", "detail", "seal"), entries), record
    )


def posts_layout(report: PostsReport) -> Layout:
    """The register of posts."""
    columns = (
        "platform", "file", "sha256", "published_at", "prepared_by", "approved_by", "visible", "destination",
        "address",
    )  # fmt: skip
    records = [_post_record(post) for post in report.posts]
    rows = [
        {**record, "visible": BETWEEN.join(f"{_name(one)} ({one.person})" for one in post.visible)}
        for record, post in zip(records, report.posts, strict=True)
    ]
    shown = Table(
        f"posts: {len(report.posts)}",
        ("platform", "file", "hash", "posted", "prepared", "approved", "visible", "destination", "address"),
        tuple(
            (
                *_place(post.publication),
                post.publication.sha256[:SHOWN_HASH],
                _moment(post.publication.published_at),
                post.prepared_by,
                post.approved_by,
                ", ".join(_name(one) for one in post.visible),
                post.publication.destination,
                post.publication.address,
            )
            for post in report.posts
        ),
    )
    record = {**_head("posts", report.made_at, report.made_by), "posts": records}
    return Layout(shown, _sheet(columns, rows), record)


def takedown_layout(report: TakeDownReport) -> Layout:
    """What has to go, one line for each reason."""
    columns = (
        "platform", "file", "sha256", "published_at", "destination", "address", "person", "name", "why",
    )  # fmt: skip
    records = [_must_go_record(one) for one in report.found]
    shown = Table(
        f"to take down: {report.posts} of {report.judged} posts",
        ("platform", "file", "posted", "person", "why", "destination", "address"),
        tuple(
            (
                *_place(one.publication),
                _moment(one.publication.published_at),
                _name(one.person) if one.person is not None else "",
                _why(one.why),
                one.publication.destination,
                one.publication.address,
            )
            for one in report.found
        ),
    )
    head = _head("takedown", report.made_at, report.made_by)
    record = {**head, "judged": report.judged, "posts": report.posts, "reasons": records}
    return Layout(shown, _sheet(columns, records), record)


def due_layout(report: DueReport) -> Layout:
    """Whom to answer and whom to ask again, soonest first."""
    columns = ("person", "name", "class", "platform", "kind", "last_day")
    records: list[Record] = [
        {
            "person": one.person.person,
            "name": one.person.name,
            "class": one.class_name,
            "platform": one.platform or "",
            "kind": one.kind.value,
            "last_day": one.ends_on.isoformat(),
        }
        for one in report.found
    ]
    asked: list[Record] = [
        {
            "person": one.person.id,
            "name": one.person.shown_name,
            "class": one.person.class_name,
            "platform": "",
            "kind": "request",
            "last_day": one.request.due.isoformat(),
        }
        for one in report.waiting
    ]
    shown = Table(
        f"permissions that run out within {report.days} days: {len(records)}, requests to answer: {len(asked)}",
        ("last day", "name", "class", "platform", "kind"),
        tuple(
            (f"{one.request.due:%d %B %Y}", one.person.shown_name, one.person.class_name, "", "request")
            for one in report.waiting
        )
        + tuple(
            (f"{one.ends_on:%d %B %Y}", one.person.name, one.class_name, one.platform or "", one.kind.value)
            for one in report.found
        ),
    )
    record = {
        **_head("due", report.made_at, report.made_by),
        "days": report.days,
        "permissions": records,
        "requests": [
            {**one, "received_on": w.request.received_on.isoformat()}
            for one, w in zip(asked, report.waiting, strict=True)
        ],
    }
    return Layout(shown, _sheet(columns, [*asked, *records]), record)


def without_record_layout(report: WithoutRecord) -> Layout:
    """Whom to ask at all."""
    columns = ("person", "name", "kind", "class", "year")
    records: list[Record] = [
        {
            "person": one.id,
            "name": one.shown_name,
            "kind": one.kind.value,
            "class": one.class_name,
            "year": one.year,
        }
        for one in report.found
    ]
    asked = report.question
    about = "anything" if asked is None else f"{asked.kind.value} {asked.platform or ''}".strip()
    shown = Table(
        f"people who never answered {about}: {len(records)}",
        ("name", "kind", "class", "year"),
        tuple((one.shown_name, one.kind.value, one.class_name, one.year) for one in report.found),
    )
    record = {**_head("without-record", report.made_at, report.made_by), "about": about, "people": records}
    return Layout(shown, _sheet(columns, records), record)


def _head(report: str, made_at: datetime, made_by: AccountId) -> Record:
    return {"report": report, "made_at": made_at.isoformat(), "made_by": made_by}


def _post_record(post: Post) -> Record:
    return {
        **_publication_record(post.publication),
        "prepared_by": post.prepared_by,
        "approved_by": post.approved_by,
        "visible": [{"person": one.person, "name": one.name} for one in post.visible],
    }


def _must_go_record(one: MustGo) -> Record:
    return {
        **_publication_record(one.publication),
        "person": one.person.person if one.person is not None else "",
        "name": one.person.name if one.person is not None else "",
        "why": one.why.value,
    }


def _publication_record(publication: Publication) -> Record:
    return {
        "platform": publication.platform,
        "file": publication.file_name,
        "sha256": publication.sha256,
        "published_at": publication.published_at.isoformat(),
        "destination": publication.destination,
        "address": publication.address,
    }


def _sheet(columns: tuple[str, ...], records: list[Record]) -> Table:
    return Table("", columns, tuple(tuple(str(record[column]) for column in columns) for record in records))


def _place(publication: Publication) -> tuple[str, str]:
    return publication.platform, publication.file_name


def _name(one: Named) -> str:
    return one.name or one.person


def _why(why: Why) -> str:
    """The code in plain words; a mark is the school's rules and nothing more."""
    return "the school's rules" if why is Why.SCHOOL_RULE else why.value.replace("_", " ")


def _moment(moment: datetime) -> str:
    """By the clock of this computer, for a person to read."""
    return f"{moment.astimezone():%d %B %Y, %H:%M}"
