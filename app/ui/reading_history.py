"""What History shows: each report as its own values, made beside the window; every showing stands in the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from consent.accounts import Act
from consent.incidents import Incident
from consent.people import Person, PersonId
from consent.platforms import PlatformId
from consent.publications import PhotoId, Publication, TakenDown
from consent.requests import Request, waiting
from consent.retention import DUE_DAYS, Renewal, renewals_due

if TYPE_CHECKING:
    from app.posts.taking_down import ToTakeDown
    from app.reports.audit import AuditReport
    from app.reports.deletions import DeletionReport
    from app.reports.posts import PostsReport
    from app.services import Services

# ruff: noqa: PLC0415 - the reports are loaded when the first one is asked for


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called: platforms, and staff by account id."""

    platforms: Mapping[PlatformId, str]
    staff: Mapping[str, str]
    others: Mapping[str, str] = field(default_factory=dict)  # whatever else the log speaks of, by id

    def without_people(self) -> Names:
        """What platforms are called, and nothing that anyone typed of people, photos or devices."""
        return Names(self.platforms, {}, {str(key): name for key, name in self.platforms.items()})


@dataclass(frozen=True, slots=True)
class Due:
    """The requests that wait for an answer and the permissions that run out soon, with whom they are of."""

    requests: Sequence[Request]
    renewals: Sequence[Renewal]
    people: Mapping[PersonId, Person]


@dataclass(frozen=True, slots=True)
class Coming:
    """The posts that have to come down, with the people of the register."""

    posts: Sequence[ToTakeDown]
    people: Mapping[PersonId, Person]


@dataclass(frozen=True, slots=True)
class Happened:
    """Every incident, and the moment at which the clock was read."""

    incidents: Sequence[Incident]
    now: datetime


@dataclass(frozen=True, slots=True)
class Unaddressed:
    """Posts without an address, the oldest first, and the title of the batch of each photo."""

    posts: Sequence[Publication]
    batches: Mapping[PhotoId, str]

    def beside(self, file_name: str) -> tuple[str, ...]:
        """The other posts of the same batch on the same platform."""
        front = next(one for one in self.posts if one.file_name == file_name)
        of = (self.batches.get(front.photo), front.platform)
        return tuple(
            one.file_name
            for one in self.posts
            if one is not front and (self.batches.get(one.photo), one.platform) == of
        )


@dataclass(frozen=True, slots=True)
class Gone:
    """What was taken down, in the order of that, and the platform of each post by its file name."""

    taken: Sequence[TakenDown]
    platforms: Mapping[str, PlatformId]


def names(services: Services) -> Names:
    """The names behind ids."""
    return Names(
        {one.id: one.name for one in services.store.register.platforms()},
        {one.id: one.full_name for one in services.store.accounts.accounts()},
    )


def posts_report(services: Services) -> tuple[PostsReport, Names]:
    """Everything that was posted."""
    from app.reports.posts import posts

    return posts(services), names(services)


def takedown_report(services: Services) -> tuple[Coming, Names]:
    """What must come down today, and is not known to be gone."""
    from app.posts.taking_down import to_take_down
    from app.steps.decide import facts_for

    facts = facts_for(services)
    found = Coming(to_take_down(services, facts), {one.id: one for one in facts.people})
    services.note("report.takedown", detail=f"posts={len(found.posts)}")
    return found, names(services)


def addresses_report(services: Services) -> tuple[Unaddressed, Names]:
    """The posts of which nobody entered yet where they can be seen."""
    from app.posts.addresses import without_address

    posts, ledger = without_address(services), services.store.ledger
    titles = {one.id: one.title for one in ledger.batches()}
    photos = dict.fromkeys(one.photo for one in posts)
    return (
        Unaddressed(posts, {photo: titles.get(ledger.photo(photo).batch, "") for photo in photos}),
        names(services),
    )


def gone_report(services: Services) -> tuple[Gone, Names]:
    """What was taken down, with how it is known."""
    from app.posts.taking_down import history

    taken = sorted((one for one in history(services) if one.done_at is not None), key=_done)
    posts = {one.file_name: one.platform for one in services.store.ledger.publications()}
    return Gone(taken, posts), names(services)


def _done(taken: TakenDown) -> datetime:
    return taken.done_at or taken.listed_at


def deletions_report(services: Services) -> tuple[DeletionReport, Names]:
    """Which photos were deleted here, when and on what ground."""
    from app.reports.deletions import deletions

    return deletions(services), names(services)


def incidents_report(services: Services) -> tuple[Happened, Names]:
    """What went wrong, and what was done about it."""
    from app.posts.incidents import incidents

    return Happened(tuple(incidents(services)), services.clock()), names(services)


def due_report(services: Services) -> tuple[Due, Names]:
    """What runs out within DUE_DAYS."""
    from app.steps.decide import facts_for

    services.require(Act.KEEP_REGISTER)
    facts = facts_for(services)
    services.note("report.due")
    requests = waiting(services.store.register.requests())
    return Due(requests, renewals_due(facts, DUE_DAYS), {one.id: one for one in facts.people}), names(
        services
    )


def audit_report(services: Services) -> tuple[AuditReport, Names]:
    """The log, proven unbroken."""
    from app.reports.audit import audit

    known = names(services)
    return audit(services), replace(known, others=_called(services, known))


def _called(services: Services, known: Names) -> Mapping[str, str]:
    """What the ids in the log are called, for whoever keeps the register; what is erased has no name any more."""
    store = services.store
    called: dict[str, str] = {}
    for batch in store.ledger.batches():
        called[batch.id] = batch.title
        for number, photo in enumerate(store.ledger.photos(batch.id), start=1):
            called[photo.id] = f"{batch.title} · {number}"
    for person in store.register.people():
        called |= dict.fromkeys((person.id, *person.once), person.shown_name)
    called |= {one.id: one.name for one in store.register.devices()}
    called |= {one.id: one.name for one in store.outbox.destinations()}
    return {**called, **{str(key): name for key, name in known.platforms.items()}, **known.staff}


def save_pdf(title: str, html: str, file: Path) -> None:
    """Write a report as a new PDF. Raises AppError: NOT_PRINTED, NOT_WRITABLE, DISK_FULL."""
    from app.disk import write_new
    from app.work.paper import pdf_of

    content = pdf_of(html, title=title)
    write_new(file, [content], prove=lambda written: written.read() == content)
