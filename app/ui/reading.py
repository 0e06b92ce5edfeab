"""What pages show, read from the store in one go; runs beside the window and knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from consent.accounts import AccountId, Role
from consent.platforms import Platform
from consent.publications import (
    Batch,
    BatchId,
    PhotoId,
    ReviewNote,
    Whereabouts,
)
from consent.stages import UNPUBLISHED, Stage

if TYPE_CHECKING:
    from app.services import Services

UNFINISHED = frozenset({Stage.INTAKE, Stage.ANALYSE, Stage.MATCH})
TO_DELIVER = frozenset({Stage.APPROVE, Stage.RENDER, Stage.VERIFY, Stage.EXPORT, Stage.UPLOAD})


@dataclass(frozen=True, slots=True)
class Who:
    """The person at the desk."""

    id: AccountId
    name: str
    roles: frozenset[Role]
    school: str
    invited: bool = False  # the first password is still to be changed
    trained: bool = True
    policy_read: bool = True
    policy_version: str = ""
    policy_text: str = ""
    policy_owner: str = ""
    next_review: date | None = None
    helpers: tuple[str, ...] = ()  # who enters a date of training
    stands_in_for: str = ""  # the name of the head in whose place they may say go live today

    def may_prepare(self) -> bool:
        return bool(self.roles & {Role.OFFICE, Role.APPROVER})

    def may_approve(self) -> bool:
        return Role.APPROVER in self.roles or bool(self.stands_in_for)


@dataclass(frozen=True, slots=True)
class BatchLine:
    """How far one batch has come, in numbers of photos. `mine` says that I prepared or corrected in it."""

    batch: Batch
    photos: int = 0
    unfinished: int = 0
    to_review: int = 0
    to_approve: int = 0
    to_deliver: int = 0
    delivered: int = 0
    refused: int = 0
    deleted: int = 0  # by a person, never published
    unpublished: int = 0  # may be deleted by a person
    mine: bool = False
    sent_back: int = 0  # of those to review: an approver wrote why


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that waits, batch by batch, newest first."""

    lines: tuple[BatchLine, ...] = ()

    @property
    def to_review(self) -> int:
        return sum(line.to_review for line in self.lines)

    @property
    def sent_back(self) -> int:
        return sum(line.sent_back for line in self.lines)

    @property
    def to_approve(self) -> int:
        """Those that someone else prepared: nobody approves their own."""
        return sum(line.to_approve for line in self.lines if not line.mine)

    @property
    def for_another(self) -> int:
        return sum(line.to_approve for line in self.lines if line.mine)

    @property
    def to_deliver(self) -> int:
        return sum(line.to_deliver for line in self.lines)

    @property
    def unfinished(self) -> int:
        return sum(line.unfinished for line in self.lines)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be used. `code` is a code of `messages`; `photo` is what of it is kept here."""

    name: str
    code: str
    photo: PhotoId | None = None


def who(services: Services) -> Who:
    """The person who is signed in."""
    account, policy = services.account, services.store.register.policy()
    helpers = () if account.trained_on is not None else _helpers(services)
    return Who(
        account.id,
        account.full_name,
        account.roles,
        policy.school,
        invited=account.invited,
        trained=account.trained_on is not None,
        policy_read=account.policy_read == policy.version,
        policy_version=policy.version,
        policy_text=policy.text,
        policy_owner=policy.owner,
        next_review=policy.next_review,
        helpers=helpers,
        stands_in_for=_stands_in_for(services),
    )


def _stands_in_for(services: Services) -> str:
    from app.steps.approve import stands_in_for  # noqa: PLC0415 - the window is up before the steps load

    if not any(one.to == services.account.id for one in services.store.ledger.delegations()):
        return ""  # nearly everyone: the steps need not be loaded to know that
    head = stands_in_for(services)
    return services.store.accounts.account(head).full_name if head is not None else ""


def _helpers(services: Services) -> tuple[str, ...]:
    """The colleagues who may enter this person's date of training."""
    return tuple(
        one.full_name
        for one in services.store.accounts.accounts()
        if one.id != services.account.id and not one.disabled and one.roles & {Role.ADMIN, Role.LEAD}
    )


def waiting(services: Services) -> Waiting:
    """What waits in every batch."""
    ledger, me = services.store.ledger, services.account.id
    of_batch: dict[BatchId, list[Whereabouts]] = {}
    for photo in ledger.whereabouts():
        of_batch.setdefault(photo.batch, []).append(photo)
    lines = [_line(batch, of_batch.get(batch.id, ()), me) for batch in ledger.batches()]
    # a batch in which every file was here already, or of which every photo was deleted unpublished
    lines = [line for line in lines if line.photos > line.deleted]
    lines.sort(key=lambda line: line.batch.created_at, reverse=True)
    return Waiting(tuple(lines))


def _line(batch: Batch, photos: Sequence[Whereabouts], me: AccountId) -> BatchLine:
    stages = [photo.stage for photo in photos]
    delivered = sum(photo.stage is Stage.ERASE and photo.published for photo in photos)
    return BatchLine(
        batch,
        photos=len(stages),
        unfinished=sum(stage in UNFINISHED for stage in stages),
        to_review=stages.count(Stage.DECIDE),
        to_approve=stages.count(Stage.REVIEW),
        to_deliver=sum(stage in TO_DELIVER for stage in stages),
        delivered=delivered,
        refused=stages.count(Stage.REFUSED),
        deleted=stages.count(Stage.ERASE) - delivered,
        unpublished=sum(stage in UNPUBLISHED for stage in stages),
        mine=any(me in photo.touched_by for photo in photos),
        sent_back=sum(photo.stage is Stage.DECIDE and photo.sent_back for photo in photos),
    )


def platforms(services: Services) -> tuple[Platform, ...]:
    """Where photos may be meant for."""
    return tuple(one for one in services.store.register.platforms() if not one.is_retired)


def open_notes(notes: Sequence[ReviewNote]) -> tuple[ReviewNote, ...]:
    """Those to which nobody has answered yet by asking for approval again."""
    return tuple(note for note in notes if not note.settled)


def photos_at(services: Services, batch: BatchId, stages: Collection[Stage]) -> tuple[PhotoId, ...]:
    """The photos of a batch that stand at one of `stages`."""
    return tuple(photo.id for photo in services.store.ledger.photos(batch) if photo.stage in stages)


def latest_batch(services: Services) -> BatchId | None:
    """The batch that this person opened last, if there is a photo in it that can be reviewed."""
    ledger = services.store.ledger
    mine = [batch for batch in ledger.batches() if batch.created_by == services.account.id]
    if not mine:
        return None
    batch = max(enumerate(mine), key=lambda pair: (pair[1].created_at, pair[0]))[1].id
    return batch if any(photo.stage is Stage.DECIDE for photo in ledger.photos(batch)) else None
