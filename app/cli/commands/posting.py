"""Deliver, and what surrounds a post: doubtful copies, addresses, take-downs, incidents, papers for parents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_table, tell
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.outbox.opening import opened_destinations
from app.people.reading import read_file
from app.posts import addresses, doubtful, incidents, taking_down
from app.reports.files import new_file, write_private
from app.reports.impact import impact, impact_document
from app.reports.incident import incident as incident_report_of
from app.reports.incident import incident_document
from app.reports.notices import Tongue, biometric_notice, photo_form
from app.services import Services
from app.steps import path
from app.work.paper import pdf_of
from consent.incidents import clock
from consent.publications import Batch


def deliver(given: Given) -> Status:
    """Render to erase for every approved photo; WAITING where one could not go out, and each is named."""
    asked = vars(given)
    out = Path(asked["out"]).absolute() if asked["out"] else None
    left_out: list[tuple[str, str]] = []
    done = 0
    with signed_in(given) as services, opened_destinations(services, out) as destination_of:
        for batch in _batches(services, asked["batches"]):
            for step in path.deliver(services, batch, destination_of):
                tell(f"{step.done} of {step.total}")
                if step.trouble:
                    left_out.append((step.name, step.trouble))
                else:
                    done += 1
    print_table(f"photos whose copies are out: {done}", ("left here", "why"), left_out)
    return Status.WAITING if left_out else Status.WELL


def post_doubtful(given: Given) -> Status:
    """Copies of which it is not known whether they arrived."""
    with signed_in(given) as services:
        rows = [
            (one.file_name, one.platform, one.post.destination, f"{one.at.astimezone():%d %B %Y, %H:%M}")
            for one in doubtful.doubtful(services)
        ]
    print_table("", ("file", "platform", "destination", "begun"), rows)
    return Status.WAITING if rows else Status.WELL


def post_settle(given: Given) -> Status:
    """Say what you saw at the destination, or let Greenlight look again."""
    asked = vars(given)
    with signed_in(given) as services:
        if asked["seen"] == "look":
            settled = doubtful.look_again(services, asked["file"])
        else:
            there = asked["seen"] == "there"
            seen = doubtful.Settled.IS_THERE if there else doubtful.Settled.IS_NOT_THERE
            settled = doubtful.settle(services, asked["file"], seen)
    tell(f"{asked['file']}: {settled.sent.value.replace('_', ' ')}")
    return Status.WELL if settled.is_settled else Status.WAITING


def post_address(given: Given) -> Status:
    """Where a post that was made by hand can be seen."""
    asked = vars(given)
    with signed_in(given) as services:
        addresses.record_address(services, asked["file"], asked["address"])
    return Status.WELL


def post_gone(given: Given) -> Status:
    """A post was taken down, and this is how it is known."""
    asked = vars(given)
    seen = asked["screenshot"]
    screenshot = read_file(Path(seen), taking_down.LARGEST_PROOF) if seen else b""
    with signed_in(given) as services:
        done = taking_down.taken_down(services, asked["file"], note=asked["note"], screenshot=screenshot)
    tell(f"on record; it took {taking_down.time_taken(done)} from the listing to the proof")
    return Status.WELL


def post_still_there(given: Given) -> Status:
    """A post was put down as gone by mistake: it is judged and listed again."""
    with signed_in(given) as services:
        taking_down.still_there(services, given.file)
    return Status.WELL


def incident_list(given: Given) -> Status:
    """Every incident and what is left of its 72 hours."""
    with signed_in(given) as services:
        now = services.clock()
        found = [(one, clock(one, now)) for one in incidents.incidents(services)]
    rows = [
        (
            one.id,
            one.what,
            "closed" if one.closed_at else "late" if left.is_late else str(left.left).split(".")[0],
        )
        for one, left in found
    ]
    print_table("", ("id", "what", "time left"), rows)
    return Status.WAITING if any(row[2] == "late" for row in rows) else Status.WELL


def incident_open(given: Given) -> Status:
    """Put an incident down; the clock runs from now."""
    asked = vars(given)
    with signed_in(given) as services:
        opened = incidents.open_incident(services, asked["words"], post=asked["post"])
    print_table(
        "",
        ("id", "72 hours end"),
        [(opened.id, f"{clock(opened, opened.noticed_at).due.astimezone():%d %B %Y, %H:%M}")],
    )
    return Status.WELL


def incident_report(given: Given) -> Status:
    """One incident as PDF."""
    asked = vars(given)
    out = _pdf(asked["out"])
    with signed_in(given) as services:
        report = incident_report_of(services, asked["incident"])
    write_private(out, pdf_of(incident_document(report), title=f"Incident {report.incident.id}"))
    return Status.WELL


def report_impact(given: Given) -> Status:
    """The impact assessment pack, filled from the settings."""
    out = _pdf(vars(given)["out"])
    with signed_in(given) as services:
        report = impact(services)
    write_private(out, pdf_of(impact_document(report), title="Data protection impact assessment"))
    tell("the pack is written: the data protection lead completes its last part")
    return Status.WELL


def paper(given: Given) -> Status:
    """Papers for parents, as PDF."""
    asked = vars(given)
    out, tongue = _pdf(asked["out"]), Tongue(asked["language"])
    with signed_in(given) as services:
        form = photo_form if asked["what"] == "photo-consent" else biometric_notice
        page, school = form(services, tongue), services.store.register.policy().school
    write_private(out, pdf_of(page, title=school or "Greenlight"))
    return Status.WELL


def _batches(services: Services, named: list[str]) -> Iterator[Batch]:
    known = services.store.ledger.batches()
    for word in named:
        if not any(word in {batch.id, batch.title} for batch in known):
            raise wrong_use("there is no batch of this title or id")
    return (batch for batch in known if not named or {batch.id, batch.title} & set(named))


def _pdf(out: str) -> Path:
    path_ = new_file(out)
    if path_ is None or path_.suffix.lower() != ".pdf":
        raise wrong_use("--out is a new .pdf file")
    return path_
