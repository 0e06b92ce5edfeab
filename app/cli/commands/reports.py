"""Reports: the log, what was posted, and what must come down; and everything about one person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_table, tell
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.errors import AppError, Trouble
from app.people.enrol import named_person
from app.people.overview import Question
from app.reports.access import begin, gather
from app.reports.access_files import new_folder, write_pack
from app.reports.asking import people_without_record, permissions_due
from app.reports.audit import AuditReport
from app.reports.audit import audit as audit_report
from app.reports.deletion_layout import deletions_layout
from app.reports.deletions import deletions as deletions_report
from app.reports.files import new_file, write_report
from app.reports.layouts import (
    Layout,
    audit_layout,
    due_layout,
    posts_layout,
    takedown_layout,
    without_record_layout,
)
from app.reports.posts import posts as posts_report
from app.reports.takedown import takedown as takedown_report
from app.school import anchors
from app.services import Services
from app.steps.decide import facts_for
from consent.audit import written
from consent.permissions import Kind
from consent.platforms import PlatformId


def access(given: Given) -> Status:
    """Everything held about one person, into a new folder; WAITING where a photo had to be left out."""
    folder = new_folder(given.out)
    with signed_in(given) as services:
        pack = begin(services, named_person(services, given.person).id)
        for step in gather(services, pack):
            tell(f"photo {step.done} of {step.total}{': ' if step.trouble else ''}{step.trouble}")
        write_pack(folder, pack)
    left_out = sum(photo.jpeg is None for photo in pack.photos)
    rows = [
        ("answers", str(len(pack.permissions))),
        ("photos, others covered", str(len(pack.photos) - left_out)),
        ("photos left out", str(left_out)),
        ("photos that may show the person", str(sum(pack.unsure.values()))),
        ("posts", str(len(pack.posts))),
    ]
    print_table("the pack is written", ("what", "how many"), rows)
    tell("look through the photos before the pack is handed over; no finder sees everything")
    return Status.WAITING if left_out else Status.WELL


def takedown(given: Given) -> Status:
    """Posts that today's register no longer allows. WELL also where some must come down: the list is whole."""
    return _report(given, lambda services: takedown_layout(takedown_report(services, facts_for(services))))


def audit(given: Given) -> Status:
    """The log, proven unbroken. Raises ConsentError(LOG_DAMAGED) that names the first entry that is not."""
    asked = vars(given)
    anchor = _new_text(asked["anchor"])
    try:
        against = [one for file in asked["against"] for one in anchors.read_file(Path(file))]
    except OSError:
        raise AppError(Trouble.FILE_UNREADABLE) from None
    if asked["against"] and not against:
        raise wrong_use("there is no anchor in what --against names")
    made: list[AuditReport] = []

    def make(services: Services) -> Layout:
        made.append(audit_report(services, [*against, *anchors.kept(services.settings.anchor_folder)]))
        return audit_layout(made[0])

    status = _report(given, make)
    report = made[0]
    if anchor is not None:
        anchors.save(anchor, [report.anchor])
        tell("the anchor is written: keep it where those who may change this computer cannot change it")
    for one in report.broken:
        tell(f"the log is not the one of which this anchor was taken: {written(one)}")
    return Status.FAILED if report.broken else status


def posts(given: Given) -> Status:
    """The register of posts."""
    return _report(given, lambda services: posts_layout(posts_report(services)))


def deletions(given: Given) -> Status:
    """The record of deletions."""
    return _report(given, lambda services: deletions_layout(deletions_report(services)))


def _new_text(named: str | None) -> Path | None:
    if named is None:
        return None
    path = Path(named)
    if path.exists() or path.is_symlink():
        raise wrong_use("--anchor is there already, and nothing is replaced: choose another name")
    if not path.parent.is_dir():
        raise wrong_use("the folder of --anchor is not there")
    return path


def due(given: Given) -> Status:
    """Permissions that run out soon."""
    return _report(given, lambda services: due_layout(permissions_due(services, given.days)))


def without_record(given: Given) -> Status:
    """Who is on roll and never answered, for one platform and kind or at all."""
    platform: str | None = given.platform
    question = None if platform is None else Question(PlatformId(platform), Kind(given.kind))

    def made(services: Services) -> Layout:
        if question is not None and question.platform is not None:
            services.store.register.platform(question.platform)
        return without_record_layout(people_without_record(services, question))

    return _report(given, made)


def _report(given: Given, made: Callable[[Services], Layout]) -> Status:
    """Make the report, write it where a file was named, and print its table."""
    out = new_file(given.out)
    with signed_in(given) as services:
        layout = made(services)
    if out is not None:
        write_report(out, layout)
        tell("the report is written; keep the file as carefully as the register")
    print_table(layout.shown.title, layout.shown.columns, layout.shown.rows)
    return Status.WELL
