"""Everything that was ever posted: what, where, when, who answered for it, and who can be seen on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services import Services
from consent.accounts import AccountId, Act
from consent.audit import Event
from consent.people import PersonId, by_id
from consent.publications import Publication


@dataclass(frozen=True, slots=True)
class Named:
    """A person of the register; `name` is "" for someone whose record was erased."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Post:
    """One copy that left the program; staff by their user names."""

    publication: Publication
    prepared_by: str
    approved_by: str
    visible: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PostsReport:
    """The register of posts in the order of posting."""

    made_at: datetime
    made_by: AccountId
    posts: tuple[Post, ...]


def posts(services: Services) -> PostsReport:
    """The register of posts, for the lead alone because it names people; that it was shown is logged first.

    Raises ConsentError(NOT_ALLOWED) for anyone who does not keep the register.
    """
    services.require(Act.KEEP_REGISTER)
    names = {one: person.shown_name for one, person in by_id(services.store.register.people()).items()}
    staff = {account.id: account.user_name for account in services.store.accounts.accounts()}
    found = tuple(
        Post(
            publication,
            staff.get(publication.prepared_by, publication.prepared_by),
            staff.get(publication.approved_by, publication.approved_by),
            tuple(Named(person, names.get(person, "")) for person in publication.visible),
        )
        for publication in services.store.ledger.publications()
    )
    now = services.clock()
    services.store.audit.append(Event("report.posts", services.account.id, now, detail=f"posts={len(found)}"))
    return PostsReport(now, services.account.id, found)
