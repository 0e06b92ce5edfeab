"""The report of one incident, for the record and for the regulator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.reports.markup import document, heading, paragraph, table
from app.services import Services
from consent.accounts import AccountId, Act
from consent.audit import Event
from consent.incidents import Clock, Incident, clock
from consent.publications import Publication


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """One incident with its post, the school and the clock. Who is visible is said as a number."""

    made_at: datetime
    made_by: AccountId
    school: str
    incident: Incident
    noticed_by: str
    clock: Clock
    post: Publication | None


def incident(services: Services, identity: str) -> IncidentReport:
    """What is known of it now; that it was printed is logged. Raises ConsentError: NOT_ALLOWED, UNKNOWN_INCIDENT."""
    services.require(Act.KEEP_REGISTER)
    found = services.store.aftercare.incident(identity)
    now = services.clock()
    staff = {account.id: account.full_name for account in services.store.accounts.accounts()}
    posts = {post.file_name: post for post in services.store.ledger.publications()}
    services.store.audit.append(Event("report.incident", services.account.id, now, identity))
    return IncidentReport(
        now,
        services.account.id,
        services.store.register.policy().school,
        found,
        staff.get(found.noticed_by, found.noticed_by),
        clock(found, now),
        posts.get(found.post),
    )


def incident_document(report: IncidentReport) -> str:
    """The report as HTML, in the order in which the regulator asks (UK GDPR, article 33(3))."""
    one, post = report.incident, report.post
    rows = [
        ("Noticed", f"{_moment(one.noticed_at)}, by {report.noticed_by}"),
        ("72 hours end", _moment(report.clock.due)),
        ("Taken down", _moment(one.taken_down_at)),
        ("Families told", _moment(one.families_told_at)),
        ("Reported to the regulator", _moment(one.reported_at)),
        ("Why it is not reported", one.not_reported or "-"),
        ("Closed", _moment(one.closed_at)),
    ]
    parts = [
        paragraph(f"{report.school}. Printed on {_moment(report.made_at)}."),
        heading("What happened"),
        paragraph(one.what),
        heading("When"),
        table(("What", "When"), rows),
        heading("The post"),
    ]
    if post is None:
        parts.append(paragraph("No post is named."))
    else:
        facts = [
            ("Platform and account", f"{post.platform} {post.account}"),
            ("Posted", _moment(post.published_at)),
            ("Address", post.address or "not on record"),
            ("File and its SHA-256", f"{post.file_name} {post.sha256}"),
            ("Prepared and approved by", f"{post.prepared_by}, {post.approved_by}"),
            ("People who can be seen", str(len(post.visible))),
            ("People who are named", str(len(post.named))),
        ]
        parts.append(table(("What", "Which"), facts))
    parts += [
        heading("What was done, and what keeps it from happening again"),
        paragraph(one.measures or "Still open."),
    ]
    return document(f"Incident {one.id}", *parts)


def _moment(moment: datetime | None) -> str:
    return "not yet" if moment is None else f"{moment.astimezone():%d %B %Y, %H:%M}"
