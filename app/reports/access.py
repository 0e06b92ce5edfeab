"""Everything held about one person, for the answer to their request: records, answers, decisions, photos and posts.

The pack is given out of the school, perhaps to one of two parents who disagree. So it holds nobody else: other
people are covered in the photos, carers stand by their relation, staff are not named, captions that name others
are left out, and whether someone is marked "never publish" is told by nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.covered_for import Withheld, covered_for
from app.people.overview import Answered, facts_of, questions, register_facts
from app.people.overview import answer as answer_of
from app.services import Services
from app.work.progress import Progress
from consent.accounts import Act
from consent.audit import Entry
from consent.decisions import Outcome, Why
from consent.facts import Facts
from consent.notices import Notice
from consent.pasts import PersonChange
from consent.people import Person, PersonId
from consent.permissions import Permission
from consent.platforms import PlatformId
from consent.publications import PhotoId, PhotoRecord, Publication
from consent.rules import decide
from consent.scans import Scan
from consent.sightings import Certainty
from consent.stages import Stage
from consent.templates import StoredTemplate

_GONE = frozenset({Stage.ERASE, Stage.REFUSED})
_MARK_ACTS = "never_publish."
"""How the log's acts begin that would tell of a mark."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What today's rules make of the person in one photo on one platform."""

    platform: PlatformId
    outcome: Outcome
    why: Why


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """A photo in which the person is known to be. `jpeg` shows everyone else covered, or is None, and why."""

    photo: PhotoId
    brought_in: datetime
    decided: tuple[Decided, ...]
    jpeg: bytes | None
    withheld: Withheld | None


@dataclass(frozen=True, slots=True)
class OwnPost:
    """A copy that was posted and shows, or names, the person. `caption` only where it names no one else."""

    publication: Publication
    caption: str
    taken_down_on: date | None
    photo_held: bool


class Unsure(StrEnum):
    """Why a photo may show the person and is not in the pack."""

    SUGGESTED = "suggested"  # the comparison says so, and no person has confirmed it
    SEVERAL = "several"  # one of several who come into question


@dataclass(slots=True)
class AccessPack:
    """The pack, complete once `gather` has come to its end. `unsure` counts photos that may show the person."""

    made_at: datetime
    person: Person
    answers: tuple[Answered, ...]
    permissions: tuple[Permission, ...]
    notices: tuple[Notice, ...]
    changes: tuple[PersonChange, ...]
    scans: tuple[Scan, ...]
    templates: tuple[StoredTemplate, ...]
    face_picture: bytes | None
    posts: tuple[OwnPost, ...]
    log: tuple[Entry, ...]
    unsure: dict[Unsure, int]
    wanted: tuple[PhotoRecord, ...] = field(repr=False)
    photos: list[OwnPhoto] = field(default_factory=list)


def begin(services: Services, person: PersonId) -> AccessPack:
    """All but the photos, which `gather` covers one by one; that the pack was asked for is logged first.

    Raises ConsentError: NOT_ALLOWED for whoever does not keep the register, UNKNOWN_PERSON.
    """
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    known = register.person(person)
    services.note("report.access", known.id)
    facts = facts_of(services, known)
    own = {known.id, *known.once}
    wanted, unsure = _photos(services, own)
    return AccessPack(
        made_at=services.clock(),
        person=known,
        answers=tuple(answer_of(facts, known.id, question) for question in questions(services)),
        permissions=tuple(facts.permissions),
        notices=tuple(facts.notices),
        changes=tuple(register.person_changes(known.id)),
        scans=tuple(register.scans([known.id])),
        templates=tuple(one for one in register.templates() if one.person == known.id),
        face_picture=register.face_picture(known.id),
        posts=_posts(services, own),
        log=_log(services, own),
        unsure=unsure,
        wanted=wanted,
    )


def gather(services: Services, pack: AccessPack) -> Iterator[Progress]:
    """Cover the photos one by one into `pack.photos`; each step is a place to stop."""
    services.require(Act.KEEP_REGISTER)
    facts = register_facts(services)
    own = frozenset({pack.person.id, *pack.person.once})
    batches = {batch.id: batch for batch in services.store.ledger.batches()}
    for done, record in enumerate(pack.wanted, start=1):
        jpeg = covered_for(services, record, own, facts)
        found = isinstance(jpeg, bytes)
        pack.photos.append(
            OwnPhoto(
                photo=record.id,
                brought_in=batches[record.batch].created_at,
                decided=_decided(services, record, own, facts),
                jpeg=jpeg if isinstance(jpeg, bytes) else None,
                withheld=None if isinstance(jpeg, bytes) else jpeg,
            )
        )
        trouble = "" if found else str(jpeg)
        yield Progress(Stage.RENDER, done, len(pack.wanted), record.id, trouble)


def _photos(services: Services, own: set[PersonId]) -> tuple[tuple[PhotoRecord, ...], dict[Unsure, int]]:
    """The photos held in which the person is known to be, and how many may show them."""
    sure: list[PhotoRecord] = []
    unsure = dict.fromkeys(Unsure, 0)
    for batch in services.store.ledger.batches():
        for record in services.store.ledger.photos(batch.id):
            if record.stage in _GONE:
                continue
            theirs = [one for one in record.sightings if own.intersection(one.people)]
            certain = {one.certainty for one in theirs}
            if Certainty.CONFIRMED in certain:
                sure.append(record)
            elif Certainty.SUGGESTED in certain:
                unsure[Unsure.SUGGESTED] += 1
            elif theirs:
                unsure[Unsure.SEVERAL] += 1
    return tuple(sure), unsure


def _decided(
    services: Services, record: PhotoRecord, own: frozenset[PersonId], facts: Facts
) -> tuple[Decided, ...]:
    """For each platform of the batch what becomes of the person there: the strictest of their regions."""
    found: list[Decided] = []
    regions = {one.region for one in record.sightings if own.intersection(one.people)}
    for platform in services.store.ledger.batch(record.batch).platforms:
        decision = decide(record.sightings, facts, services.store.register.platform(platform))
        theirs = [one for one in decision.decisions if one.region in regions]
        for outcome in (Outcome.BLOCK, Outcome.COVER, Outcome.SHOW):
            strictest = next((one for one in theirs if one.outcome is outcome), None)
            if strictest is not None:
                found.append(Decided(platform, strictest.outcome, strictest.why))
                break
    return tuple(found)


def _posts(services: Services, own: set[PersonId]) -> tuple[OwnPost, ...]:
    ledger = services.store.ledger
    down = {one.post: one.done_at for one in services.store.aftercare.take_downs()}
    found: list[OwnPost] = []
    for post in ledger.publications():
        if not own & {*post.visible, *post.named}:
            continue
        done = down.get(post.file_name)
        others = set(post.named) - own
        found.append(
            OwnPost(
                publication=post,
                caption="" if others else post.caption,
                taken_down_on=None if done is None else done.date(),
                photo_held=services.store.keys.key(post.photo) is not None,
            )
        )
    return tuple(found)


def _log(services: Services, own: set[PersonId]) -> tuple[Entry, ...]:
    """What the log says of the person, without what would tell of a mark."""
    return tuple(
        entry
        for entry in services.store.audit.entries()
        if entry.event.subject in own and not entry.event.act.startswith(_MARK_ACTS)
    )
