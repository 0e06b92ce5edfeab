"""What the program asks of a store, whatever stands behind it; the store's fakes pass the same tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from consent.accounts import Account, AccountId, Computer
from consent.audit import Entry, Event
from consent.delegations import Delegation
from consent.deliveries import Delivery
from consent.destinations import DestinationId, DestinationRecord
from consent.devices import Device, DeviceId
from consent.incidents import Incident
from consent.marks import NeverPublish
from consent.notices import Notice
from consent.originals import Companion, Fate, OpenIntake, Original
from consent.pasts import Merge, PersonChange
from consent.people import Person, PersonId
from consent.permissions import Permission
from consent.platforms import Platform, PlatformId
from consent.policy import Policy
from consent.publications import (
    Approval,
    Batch,
    BatchId,
    Bookmark,
    PhotoId,
    PhotoRecord,
    Proposal,
    Publication,
    ReviewNote,
    TakenDown,
    Whereabouts,
    Words,
)
from consent.requests import Request
from consent.scans import Scan, ScanId
from consent.stages import Stage
from consent.templates import StoredTemplate


class Register(Protocol):
    """People, what they agreed to, platforms, devices, and the school's own rules."""

    def people(self) -> Sequence[Person]:
        """Everyone once; whoever was merged into another is found in that person's `once`."""

    def person(self, person: PersonId) -> Person:
        """Who stands under this id today; for an id that was merged, the person it became part of."""

    def put_person(self, person: Person) -> None: ...
    def erase_person(self, person: PersonId) -> None:
        """Forget a person: carers, answers, marks, papers, past and templates. Only ids stay, in log and posts."""

    def note_change(self, change: PersonChange) -> None: ...
    def person_changes(self, person: PersonId) -> Sequence[PersonChange]:
        """How the record came to be what it is, with those that were merged into it, oldest first."""

    def merges(self) -> Sequence[Merge]: ...
    def merge(self, merge: Merge) -> Merge:
        """From now on both records are read as one; templates that the two together do not allow are destroyed."""

    def end_merge(self, gone: PersonId) -> Merge: ...
    def permissions(self, people: Sequence[PersonId] | None = None) -> Sequence[Permission]: ...
    def record_permission(self, permission: Permission) -> Permission: ...
    def record_permissions(self, permissions: Sequence[Permission]) -> Sequence[Permission]:
        """Many at once, in this order, all or nothing: a class list, an import."""

    def notices(self, people: Sequence[PersonId] | None = None) -> Sequence[Notice]: ...
    def record_notices(self, notices: Sequence[Notice]) -> Sequence[Notice]: ...
    def scans(self, people: Sequence[PersonId] | None = None) -> Sequence[Scan]: ...
    def put_scan(self, scan: Scan, content: bytes) -> None: ...
    def scan_content(self, scan: ScanId) -> bytes: ...
    def requests(self, people: Sequence[PersonId] | None = None) -> Sequence[Request]: ...
    def put_request(self, request: Request) -> None:
        """Add, or replace the one of this id; ConsentError UNKNOWN_PERSON, INVALID."""

    def never_publish(self) -> frozenset[PersonId]:
        """Every id under which someone marked may be spoken of."""

    def never_publish_marks(self) -> Sequence[NeverPublish]: ...
    def mark_never_publish(
        self, person: PersonId, by: tuple[AccountId, AccountId], *, reason: str = "", since: str = ""
    ) -> None: ...
    def lift_never_publish(
        self, person: PersonId, by: tuple[AccountId, AccountId], *, since: str = ""
    ) -> None: ...
    def never_publish_reason(self, person: PersonId, account: AccountId) -> str | None:
        """Why the mark was set, for one of the two who set it; None for everyone else."""

    def templates(self) -> Sequence[StoredTemplate]: ...
    def put_template(self, template: StoredTemplate) -> None: ...
    def destroy_templates(self, person: PersonId) -> int: ...
    def roll_mappings(self) -> Mapping[str, str]:
        """What the columns of each roll mean, as the school said once, by the mapping's name."""

    def put_roll_mapping(self, name: str, document: str) -> None: ...
    def face_picture(self, person: PersonId) -> bytes | None:
        """The face of this person's newest reference picture (JPEG), where one is kept."""

    def put_face_picture(self, person: PersonId, picture: bytes) -> None:
        """Keep it as long as the templates, with which it is destroyed.

        ConsentError: NO_BIOMETRIC_CONSENT where no template of theirs is kept, INVALID where the school does not
        keep pictures or this one is too large.
        """

    def platforms(self) -> Sequence[Platform]: ...
    def platform(self, platform: PlatformId) -> Platform: ...
    def put_platform(self, platform: Platform) -> None: ...
    def devices(self) -> Sequence[Device]: ...
    def put_device(self, device: Device) -> None: ...
    def device(self, device: DeviceId) -> Device: ...
    def policy(self) -> Policy: ...
    def policies(self) -> Sequence[Policy]:
        """Every policy that was ever in force, oldest first, without the defaults before the first."""

    def put_policy(self, policy: Policy) -> None: ...


class Ledger(Protocol):
    """Batches and photos on the path, proposals, approvals and publications."""

    def batches(self) -> Sequence[Batch]: ...
    def batch(self, batch: BatchId) -> Batch: ...
    def put_batch(self, batch: Batch) -> None: ...
    def bookmark(self, account: AccountId, batch: BatchId) -> Bookmark | None: ...
    def put_bookmark(self, bookmark: Bookmark) -> None:
        """Where someone is in a batch; the one before it is forgotten."""

    def photos(self, batch: BatchId) -> Sequence[PhotoRecord]: ...
    def whereabouts(self) -> Sequence[Whereabouts]:
        """Every photo that was ever brought in, in the order in which they came: enough to count what waits."""

    def photo(self, photo: PhotoId) -> PhotoRecord: ...
    def photo_of_content(self, sha256: str) -> PhotoRecord | None: ...
    def photos_left(self) -> Mapping[BatchId, int]:
        """How many photos of each batch are not erased; batches without any are left out."""

    def add_photo(self, photo: PhotoRecord) -> None: ...
    def put_photo(self, photo: PhotoRecord) -> None:
        """Replace a record at the same stage."""

    def move_photo(self, photo: PhotoRecord, to: Stage) -> PhotoRecord:
        """Replace a record and move its stage; ConsentError(WRONG_STAGE) where the move does not exist."""

    def words(self, photo: PhotoId) -> Mapping[PlatformId, Words]:
        """What is being written beside a photo, for each platform; nothing of it is proposed yet."""

    def put_words(self, photo: PhotoId, words: Mapping[PlatformId, Words]) -> None:
        """Replace what is being written; nothing where `words` is empty."""

    def proposals(self, photo: PhotoId) -> Sequence[Proposal]: ...
    def put_proposal(self, proposal: Proposal) -> None: ...
    def approvals(self, photo: PhotoId) -> Sequence[Approval]: ...
    def put_approval(self, approval: Approval) -> None: ...
    def void_approvals(self, photo: PhotoId) -> int:
        """Remove proposals and approvals of a photo; how many approvals there were."""

    def notes(self, photo: PhotoId) -> Sequence[ReviewNote]: ...
    def add_note(self, note: ReviewNote) -> None: ...
    def settle_notes(self, photo: PhotoId) -> int: ...
    def delegations(self) -> Sequence[Delegation]: ...
    def put_delegation(self, delegation: Delegation) -> None: ...
    def publications(self) -> Sequence[Publication]: ...
    def publications_of(self, photo: PhotoId) -> Sequence[Publication]: ...
    def put_publication(self, publication: Publication) -> None: ...


class Originals(Protocol):
    """What became of the files on devices, the files that belong to a photo, and intakes that are not through."""

    def of_device(self, device: DeviceId) -> Sequence[Original]: ...
    def with_fate(self, fates: Collection[Fate]) -> Sequence[Original]: ...
    def put(self, original: Original) -> None:
        """Add, or replace by device and path."""

    def forget(self, photo: PhotoId, fates: Collection[Fate]) -> None:
        """Remove the records of a photo's originals that met one of these fates."""

    def companions(self, photo: PhotoId) -> Sequence[Companion]: ...
    def all_companions(self) -> frozenset[PhotoId]: ...
    def add_companion(self, companion: Companion) -> None: ...
    def forget_companions(self, photo: PhotoId) -> None: ...
    def open_intakes(self) -> Sequence[OpenIntake]: ...
    def open_intake(self, intake: OpenIntake) -> None: ...
    def close_intake(self, batch: BatchId) -> None: ...


class Outbox(Protocol):
    """Where finished copies are sent, and each copy on its way there."""

    def destinations(self) -> Sequence[DestinationRecord]: ...
    def destination(self, destination: DestinationId) -> DestinationRecord: ...
    def put_destination(self, destination: DestinationRecord, secret: str | None = None) -> None:
        """Add or replace; without a secret the one before it stays, but for another server or user it is forgotten."""

    def remove_destination(self, destination: DestinationId) -> None:
        """With its secret, which then cannot be read from the disk any more."""

    def secret(self, destination: DestinationId) -> str:
        """The password or key of a destination; empty where there is none."""

    def deliveries(self, photo: PhotoId | None = None) -> Sequence[Delivery]: ...
    def unsettled(self) -> Sequence[Delivery]:
        """Copies of which it is not known whether they arrived."""

    def put_delivery(self, delivery: Delivery) -> None:
        """Add, or replace the one of this file name."""


class Aftercare(Protocol):
    """What follows a post: its taking down with the proof, and incidents."""

    def take_downs(self) -> Sequence[TakenDown]: ...
    def put_take_down(self, taken_down: TakenDown, proof: bytes | None = None) -> None:
        """Add, or replace the one of this post; without a proof the one before it stays, while the post is gone."""

    def proof(self, post: str) -> bytes | None: ...
    def incidents(self) -> Sequence[Incident]: ...
    def incident(self, incident: str) -> Incident: ...
    def put_incident(self, incident: Incident) -> None: ...


class PhotoKeys(Protocol):
    """One random key for each photo; destroying it deletes the photo wherever its bytes lie."""

    def put_key(self, photo: PhotoId, key: bytes) -> None: ...
    def key(self, photo: PhotoId) -> bytes | None: ...
    def destroy_key(self, photo: PhotoId) -> None: ...


class PhotoShelf(Protocol):
    """Encrypted files of photos where every PC of a shared register can fetch them."""

    def put(self, photo: PhotoId, sealed: Iterable[bytes]) -> None:
        """Keep the file, whole or not at all; ConsentError(INVALID) where it is too large."""

    def get(self, photo: PhotoId) -> Iterator[bytes]:
        """Its bytes in pieces; none where it is not there."""

    def remove(self, photo: PhotoId) -> None: ...
    def kept(self) -> frozenset[PhotoId]: ...
    def sweep(self) -> int:
        """Remove files whose photo has no key any more; how many pieces there were."""


class Accounts(Protocol):
    """Staff accounts. Signing in happens when the store is opened."""

    def accounts(self) -> Sequence[Account]: ...
    def account(self, account: AccountId) -> Account: ...
    def add_account(self, account: Account, password: str) -> None: ...
    def put_account(self, account: Account) -> None:
        """Change an account; disabling it destroys its way in, so that enabling needs a new password."""

    def set_password(self, account: AccountId, password: str) -> None: ...
    def renew_recovery_key(self) -> str:
        """A new recovery key to print; the one before it no longer opens the store."""

    def confirm_recovery_key(self, typed: str, *, on: date) -> None:
        """Someone typed the printed key back; ConsentError(WRONG_PASSWORD) where it is not the key."""

    def recovery_confirmed_on(self) -> date | None:
        """When the present recovery key was typed back, or None: nobody knows whether it was ever printed."""

    def sign_in(self, user_name: str, password: str, *, now: datetime) -> Account:
        """The account; ConsentError with WRONG_PASSWORD, LOCKED_OUT or ACCOUNT_DISABLED."""


class Computers(Protocol):
    """Computers whose keyring opens the store for one account. A new password forgets all of an account's."""

    def computers(self) -> Sequence[Computer]: ...
    def remember_computer(self, account: AccountId, *, on: date) -> tuple[Computer, str]:
        """A new one, and the secret that goes into the computer's keyring and nowhere else.

        ConsentError: UNKNOWN_ACCOUNT, ACCOUNT_DISABLED, PASSWORD_NOT_CHANGED.
        """

    def forget_computer(self, computer: str) -> None:
        """From now on its secret opens nothing. Silent where it is forgotten already."""


class AuditLog(Protocol):
    """The append-only, hash-chained log."""

    def append(self, event: Event) -> Entry: ...
    def entries(self) -> Sequence[Entry]: ...
    def entry(self, number: int) -> Entry | None: ...
    def last(self) -> Entry | None: ...
    def latest(self) -> datetime | None:
        """As `consent.audit.latest`, of the whole log; asked for with every judgement, so only news are read."""

    def verify(self) -> None:
        """Raise ConsentError(LOG_DAMAGED) that names the first entry which does not fit."""


class Store(Protocol):
    """One open, encrypted store."""

    @property
    def register(self) -> Register: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def originals(self) -> Originals: ...
    @property
    def keys(self) -> PhotoKeys: ...
    @property
    def accounts(self) -> Accounts: ...
    @property
    def computers(self) -> Computers: ...
    @property
    def audit(self) -> AuditLog: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def aftercare(self) -> Aftercare: ...
    @property
    def shelf(self) -> PhotoShelf | None:
        """None where the register is this PC's alone."""

    def transaction(self) -> AbstractContextManager[None]:
        """All changes inside happen together or not at all; may be nested (the outermost commits)."""

    def shrink(self) -> None:
        """Checkpoint and truncate the write-ahead log, so that what was destroyed is gone from disk."""

    def check(self) -> None:
        """Read everything; ConsentError STORE_DAMAGED or LOG_DAMAGED where something was altered."""

    def backup(self, target: Path, *, by: AccountId, now: datetime) -> str:
        """Write the register, locked, into one new file; its SHA-256 (hex). DUPLICATE where it exists."""

    def close(self) -> None: ...
