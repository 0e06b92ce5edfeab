"""What has to be taken down, where and by whom; ticked when it is gone, with the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.people import PersonId
from consent.publications import Publication, TakenDown
from consent.takedown import TakeDown, still_up, takedowns

LARGEST_PROOF = 20 * 1024 * 1024
"""Bytes of a screenshot; one of a 4K screen as PNG stays below."""

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class ToTakeDown:
    """One post that has to go: why, on which account, who looks after that account, and since when it is listed."""

    publication: Publication
    reasons: tuple[TakeDown, ...]
    account: str
    staff: tuple[str, ...]
    since: datetime


def to_take_down(
    services: Services, facts: Facts, *, person: PersonId | None = None
) -> tuple[ToTakeDown, ...]:
    """Every post that today's register no longer allows and that is not known to be gone, in order of posting.

    Only of `person`, where one is named: what is shown at once when their permission ends. What is listed
    for the first time is put down with the present moment, so that the time taken can be told.
    """
    services.require(Act.LOOK)
    live = still_up(services.store.ledger.publications(), services.store.aftercare.take_downs())
    reasons: dict[str, list[TakeDown]] = {}
    for found in takedowns(live, facts):
        reasons.setdefault(found.publication.file_name, []).append(found)
    posts = [
        post
        for post in live
        if post.file_name in reasons
        and (person is None or facts.kept(person) in map(facts.kept, (*post.visible, *post.named)))
    ]
    since = _listed(services, posts)
    platforms = {platform.id: platform for platform in facts.platforms}
    names: dict[str, str] = {account.id: account.full_name for account in services.store.accounts.accounts()}
    return tuple(
        ToTakeDown(
            post,
            tuple(reasons[post.file_name]),
            account=post.account or platforms[post.platform].account.address,
            staff=tuple(names.get(one, one) for one in platforms[post.platform].account.staff),
            since=since[post.file_name],
        )
        for post in posts
    )


def taken_down(services: Services, file_name: str, *, note: str = "", screenshot: bytes = b"") -> TakenDown:
    """The post is gone, and this is how it is known: a note, a screenshot (kept encrypted), or both.

    Raises ConsentError: UNKNOWN_POST; INVALID without any proof, or with a screenshot that is no PNG or JPEG
    or too large.
    """
    services.require(Act.PUBLISH)
    if file_name not in {post.file_name for post in services.store.ledger.publications()}:
        raise ConsentError(Code.UNKNOWN_POST, file_name)
    if not note.strip() and not screenshot:
        raise ConsentError(Code.INVALID, "without a proof")
    if screenshot and not (screenshot.startswith(_PICTURES) and len(screenshot) <= LARGEST_PROOF):
        raise ConsentError(Code.INVALID, "not a screenshot")
    now = services.clock()
    listed = {one.post: one for one in services.store.aftercare.take_downs()}
    done = replace(
        listed.get(file_name, TakenDown(file_name, now)),
        done_at=now,
        done_by=services.account.id,
        note=note.strip(),
        has_proof=bool(screenshot),
    )
    with services.store.transaction():
        services.store.aftercare.put_take_down(done, screenshot or None)
        services.store.audit.append(Event("takedown.done", services.account.id, now, file_name))
    return done


def still_there(services: Services, file_name: str) -> TakenDown:
    """The post was put down as gone by mistake, or came back: from now on it is judged and listed again.

    Raises ConsentError(UNKNOWN_POST) where it was not put down as gone.
    """
    services.require(Act.PUBLISH)
    found = {one.post: one for one in services.store.aftercare.take_downs() if one.done_at is not None}
    if file_name not in found:
        raise ConsentError(Code.UNKNOWN_POST, file_name)
    up = replace(found[file_name], done_at=None, done_by=None, note="")
    with services.store.transaction():
        services.store.aftercare.put_take_down(up)
        services.note("takedown.undone", file_name)
    return up


def proof_of(services: Services, file_name: str) -> bytes:
    """The screenshot that proves that a post is gone; that it was shown is logged. Raises ConsentError(UNKNOWN_POST)."""
    services.require(Act.LOOK)
    kept = services.store.aftercare.proof(file_name)
    if kept is None:
        raise ConsentError(Code.UNKNOWN_POST, file_name)
    services.note("takedown.proof_shown", file_name)
    return kept


def history(services: Services) -> Sequence[TakenDown]:
    """What was listed and what was taken down, the oldest first."""
    services.require(Act.LOOK)
    return services.store.aftercare.take_downs()


def time_taken(taken: TakenDown) -> timedelta | None:
    """From the listing to the proof; None while it is not gone."""
    return None if taken.done_at is None else taken.done_at - taken.listed_at


def _listed(services: Services, posts: Sequence[Publication]) -> dict[str, datetime]:
    """Since when each post is listed; new ones from now on."""
    since = {one.post: one.listed_at for one in services.store.aftercare.take_downs()}
    new = [post.file_name for post in posts if post.file_name not in since]
    if new:
        now = services.clock()
        with services.store.transaction():
            for file_name in new:
                services.store.aftercare.put_take_down(TakenDown(file_name, now))
                services.store.audit.append(Event("takedown.listed", services.account.id, now, file_name))
        since.update(dict.fromkeys(new, now))
    return since
