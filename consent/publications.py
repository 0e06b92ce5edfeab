"""Photos on their way to a platform: batches, proposals, approvals, and the register of what was posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from consent.accounts import AccountId
from consent.people import PersonId
from consent.platforms import PlatformId
from consent.sightings import RegionId, Sighting
from consent.stages import Stage

PhotoId = NewType("PhotoId", str)
BatchId = NewType("BatchId", str)


@dataclass(frozen=True, slots=True)
class Batch:
    """Photos that were brought in together, and the platforms they are meant for.

    `told_on`: the day on which someone was first told that what is left of it goes at the end of retention.
    """

    id: BatchId
    title: str
    platforms: tuple[PlatformId, ...]
    device: str
    created_by: AccountId
    created_at: datetime
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a member of staff was in a batch, so that reviewing goes on exactly there."""

    account: AccountId
    batch: BatchId
    photo: PhotoId
    region: str = ""
    platform: str = ""


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """One photo in the store. `file_name` and the content live in the encrypted store and vault only.

    `sha256` is of the original bytes. `trouble` is a vision error code where the photo was refused.
    """

    id: PhotoId
    batch: BatchId
    file_name: str
    sha256: str
    size: int
    stage: Stage
    width: int = 0
    height: int = 0
    sightings: tuple[Sighting, ...] = ()
    trouble: str = ""
    touched_by: tuple[AccountId, ...] = ()  # everyone who prepared or corrected it
    camera: str = ""  # as the photo itself says; see `vision.camera`


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a photo stands on the path, without what is in it.

    `published` says that a copy of it went out, `sent_back` that an approver wrote a note to which nobody has
    answered yet.
    """

    photo: PhotoId
    batch: BatchId
    stage: Stage
    touched_by: tuple[AccountId, ...]
    published: bool
    sent_back: bool


class Confirmation(StrEnum):
    """What whoever prepares a caption confirms about it."""

    PURPOSE = "purpose"  # it serves a purpose of the school
    POSITIVE = "positive"  # it is positive and relevant
    NO_ONE_DISPARAGED = "no_one_disparaged"


@dataclass(frozen=True, slots=True)
class Words:
    """What is written beside a photo on one platform.

    `alt_text` says what the picture shows, for those who do not see it; `source` names whose picture or text
    it is where it is not the school's own.
    """

    caption: str = ""
    alt_text: str = ""
    source: str = ""
    confirmed: frozenset[Confirmation] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be published, exactly: bound to the hash of the rendered bytes.

    `named` are the people whom the caption names.
    """

    photo: PhotoId
    platform: PlatformId
    sha256: str
    caption: str
    visible: tuple[PersonId, ...]
    prepared_by: AccountId
    prepared_at: datetime
    alt_text: str = ""
    source: str = ""
    confirmed: tuple[Confirmation, ...] = ()
    named: tuple[PersonId, ...] = ()

    @property
    def words(self) -> Words:
        """What is written beside the photo."""
        return Words(self.caption, self.alt_text, self.source, frozenset(self.confirmed))


@dataclass(frozen=True, slots=True)
class Approval:
    """A second person's "go live" for one proposal; void when anything in the proposal changes.

    `ticked` are the links that they looked at; `on_behalf_of` is the head for whom they stood in, if so.
    """

    proposal: Proposal
    approved_by: AccountId
    approved_at: datetime
    ticked: tuple[str, ...] = ()
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """Why a photo was sent back, and about which region of it (None: about the whole)."""

    photo: PhotoId
    region: RegionId | None
    words: str
    by: AccountId
    at: datetime
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """One copy that left the program. `file_name` is random and names the post, too.

    `account` is the address of the official account; `address` is the post's own, as far as it is known.
    `permissions` are the sequence numbers of the answers by which the visible people could be shown; `named`
    are the people whom the caption names.
    """

    photo: PhotoId
    platform: PlatformId
    file_name: str
    sha256: str
    visible: tuple[PersonId, ...]
    prepared_by: AccountId
    approved_by: AccountId
    published_at: datetime
    destination: str
    address: str = ""
    account: str = ""
    caption: str = ""
    alt_text: str = ""
    named: tuple[PersonId, ...] = ()
    permissions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenDown:
    """A post that has to go, since when, and how it is known to be gone.

    `post` is the publication's file name. `note` says how it was seen to be gone; a screenshot is kept beside
    it where `has_proof`. A post that is posted again is another post.
    """

    post: str
    listed_at: datetime
    done_at: datetime | None = None
    done_by: AccountId | None = None
    note: str = ""
    has_proof: bool = False
