"""A whole store in memory: the same contracts as the encrypted one, without disk or slow passwords."""

from __future__ import annotations

import copy
import hashlib
import secrets
import threading
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from consent.accounts import Account, AccountId, Computer, Role
from consent.approvals import record_refusal
from consent.audit import FIRST_SEAL, Entry, Event, first_bad, latest, seal
from consent.delegations import Delegation
from consent.deliveries import Delivery
from consent.destinations import DestinationId, DestinationRecord
from consent.devices import Device, DeviceId
from consent.errors import Code, ConsentError
from consent.incidents import Incident
from consent.marks import NeverPublish
from consent.notices import Notice
from consent.originals import Companion, Fate, OpenIntake, Original
from consent.passwords import check_new_password
from consent.pasts import Merge, Merges, PersonChange
from consent.people import Person, PersonId
from consent.permissions import Answer, Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.policy import Policy
from consent.ports import PhotoShelf
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
from consent.requests import Request, RequestId
from consent.scans import Scan, ScanId
from consent.stages import Stage, may_follow
from consent.standing import biometric_allowed
from consent.store.key_file import Failures
from consent.store.lockout import failed, left_to_wait, settled
from consent.store.running import unknown
from consent.templates import StoredTemplate
from consent.wellformed import (
    check_account,
    check_delegation,
    check_destination,
    check_face_picture,
    check_incident,
    check_merge,
    check_notice,
    check_permission,
    check_person,
    check_photo,
    check_platform,
    check_policy,
    check_request,
    check_scan,
    check_template,
    check_two_people,
)
from tests.factories import NOW, an_account

PASSWORD = "correct horse"


@dataclass
class Tables:
    """Everything that a transaction can take back."""

    people: dict[PersonId, Person] = field(default_factory=dict)
    permissions: list[Permission] = field(default_factory=list)
    highest: int = 0  # the highest number of an answer that was deleted
    marks: dict[PersonId, NeverPublish] = field(default_factory=dict)
    reasons: dict[PersonId, str] = field(default_factory=dict)
    requests: dict[RequestId, Request] = field(default_factory=dict)
    changes: list[PersonChange] = field(default_factory=list)
    merges: dict[PersonId, Merge] = field(default_factory=dict)
    merge_count: int = 0
    notices: list[Notice] = field(default_factory=list)
    scans: dict[ScanId, tuple[Scan, bytes]] = field(default_factory=dict)
    mappings: dict[str, str] = field(default_factory=dict)
    templates: dict[str, StoredTemplate] = field(default_factory=dict)
    platforms: dict[PlatformId, Platform] = field(default_factory=dict)
    devices: dict[DeviceId, Device] = field(default_factory=dict)
    policies: list[Policy] = field(default_factory=list)
    batches: dict[BatchId, Batch] = field(default_factory=dict)
    photos: dict[PhotoId, PhotoRecord] = field(default_factory=dict)
    proposals: dict[tuple[PhotoId, PlatformId], Proposal] = field(default_factory=dict)
    approvals: dict[tuple[PhotoId, PlatformId, AccountId], Approval] = field(default_factory=dict)
    publications: dict[tuple[str, str, str], Publication] = field(default_factory=dict)
    originals: dict[tuple[DeviceId, str], Original] = field(default_factory=dict)
    companions: dict[PhotoId, Companion] = field(default_factory=dict)
    intakes: dict[BatchId, OpenIntake] = field(default_factory=dict)
    face_pictures: dict[PersonId, bytes] = field(default_factory=dict)
    words: dict[PhotoId, dict[PlatformId, Words]] = field(default_factory=dict)
    bookmarks: dict[tuple[AccountId, BatchId], Bookmark] = field(default_factory=dict)
    notes: list[ReviewNote] = field(default_factory=list)
    delegations: dict[str, Delegation] = field(default_factory=dict)
    destinations: dict[DestinationId, DestinationRecord] = field(default_factory=dict)
    secrets: dict[DestinationId, str] = field(default_factory=dict)
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    take_downs: dict[str, TakenDown] = field(default_factory=dict)
    proofs: dict[str, bytes] = field(default_factory=dict)
    incidents: dict[str, Incident] = field(default_factory=dict)
    photo_keys: dict[PhotoId, bytes] = field(default_factory=dict)
    accounts: dict[AccountId, Account] = field(default_factory=dict)
    passwords: dict[AccountId, str] = field(default_factory=dict)
    log: list[Entry] = field(default_factory=list)
    computers: dict[str, Computer] = field(default_factory=dict)
    recovery: tuple[str, date | None] = ("", None)


class MemoryStore:
    """`consent.ports.Store` in memory, with one account: user name `a1`, password `correct horse`."""

    def __init__(self, admin: Account | None = None, password: str = PASSWORD) -> None:
        self.tables = Tables()
        self.is_closed = False
        self._lock = threading.RLock()
        self.register = MemoryRegister(self)
        self.ledger = MemoryLedger(self)
        self.originals = MemoryOriginals(self)
        self.keys = MemoryKeys(self)
        self.accounts = MemoryAccounts(self)
        self.computers = MemoryComputers(self)
        self.audit = MemoryAudit(self)
        self.outbox = MemoryOutbox(self)
        self.aftercare = MemoryAftercare(self)
        self.shelf: PhotoShelf | None = None
        first = admin or an_account("a1", Role.OFFICE, Role.ADMIN)
        self.accounts.add_account(first, password)
        self.audit.append(Event("store_created", first.id, NOW))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._lock:
            before = {name: copy.copy(value) for name, value in vars(self.tables).items()}
            done = False
            try:
                yield
                done = True
            finally:
                if not done:
                    vars(self.tables).update(before)

    def shrink(self) -> None:
        """Nothing is on a disk."""

    def check(self) -> None:
        self.audit.verify()

    def backup(self, target: Path, *, by: AccountId, now: datetime) -> str:
        """A file that only stands for a backup: nothing can be restored from it."""
        if target.exists():
            raise ConsentError(Code.DUPLICATE, "backup exists")
        self.audit.append(Event("backup_made", by, now))
        target.write_bytes(b"a backup of a store in memory")
        return hashlib.sha256(target.read_bytes()).hexdigest()

    def close(self) -> None:
        self.is_closed = True


class _Part:
    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    @property
    def _tables(self) -> Tables:
        return self._store.tables


def _known(table: dict[Any, Any], key: str, code: Code) -> Any:
    if key not in table:
        raise ConsentError(code, key)
    return table[key]


class MemoryRegister(_Part):
    """`consent.ports.Register`."""

    @property
    def _merges(self) -> Merges:
        return Merges.of(self._tables.merges.values())

    def people(self) -> Sequence[Person]:
        merges = self._merges
        alone = [one for one in self._tables.people.values() if merges.kept(one.id) == one.id]
        return [replace(one, once=merges.once(one.id)) for one in alone]

    def person(self, person: PersonId) -> Person:
        merges = self._merges
        found: Person = _known(self._tables.people, merges.kept(person), Code.UNKNOWN_PERSON)
        return replace(found, once=merges.once(found.id))

    def put_person(self, person: Person) -> None:
        check_person(person)
        if person.id in self._tables.merges:
            raise ConsentError(Code.INVALID, "merged into another")
        self._tables.people[person.id] = replace(person, once=())

    def erase_person(self, person: PersonId) -> None:
        everyone = set(self._merges.everyone([self.person(person).id]))
        tables = self._tables
        self.destroy_templates(person)
        tables.highest = max((tables.highest, *(one.sequence for one in tables.permissions)))
        tables.permissions[:] = [one for one in tables.permissions if one.person not in everyone]
        tables.notices[:] = [one for one in tables.notices if one.person not in everyone]
        tables.changes[:] = [one for one in tables.changes if one.person not in everyone]
        for request in [one.id for one in tables.requests.values() if one.person in everyone]:
            del tables.requests[request]
        for scan in [one for one, (kept, _) in tables.scans.items() if kept.person in everyone]:
            del tables.scans[scan]
        for one in everyone:
            tables.marks.pop(one, None)
            tables.reasons.pop(one, None)
            tables.merges.pop(one, None)
            del tables.people[one]

    def note_change(self, change: PersonChange) -> None:
        self._tables.changes.append(replace(change, number=len(self._tables.changes) + 1))

    def person_changes(self, person: PersonId) -> Sequence[PersonChange]:
        everyone = self._merges.everyone([person])
        return [one for one in self._tables.changes if one.person in everyone]

    def merges(self) -> Sequence[Merge]:
        return list(self._tables.merges.values())

    def merge(self, merge: Merge) -> Merge:
        check_merge(merge, self.merges())
        kept = self.person(merge.kept)
        self.person(merge.gone)
        last = max((one.sequence for one in self._tables.permissions), default=0)
        self._tables.merge_count += 1
        merged = replace(merge, after=last, number=self._tables.merge_count)
        self._tables.merges[merge.gone] = merged
        given, told = self.permissions([kept.id]), self.notices([kept.id])
        if not biometric_allowed(kept, given, told, today=merge.at.date()):
            self.destroy_templates(kept.id)
        return merged

    def end_merge(self, gone: PersonId) -> Merge:
        if gone not in self._tables.merges:
            raise ConsentError(Code.INVALID, "not merged")
        return self._tables.merges.pop(gone)

    def permissions(self, people: Sequence[PersonId] | None = None) -> Sequence[Permission]:
        merges = self._merges
        everyone = None if people is None else merges.everyone(people)
        return [
            merges.permission(one)
            for one in self._tables.permissions
            if everyone is None or one.person in everyone
        ]

    def record_permission(self, permission: Permission) -> Permission:
        return self.record_permissions([permission])[0]

    def record_permissions(self, permissions: Sequence[Permission]) -> Sequence[Permission]:
        with self._store.transaction():
            return [self._record(permission) for permission in permissions]

    def _record(self, permission: Permission) -> Permission:
        person = self.person(permission.person)
        permission = replace(permission, person=person.id)
        check_permission(permission, person)
        if permission.platform is not None:
            self.platform(permission.platform)
        if permission.evidence and permission.evidence not in {one.id for one in self.scans([person.id])}:
            raise ConsentError(Code.UNKNOWN_SCAN, permission.evidence)
        tables = self._tables
        last = max((tables.highest, *(one.sequence for one in tables.permissions)))
        recorded = replace(permission, sequence=last + 1)
        self._tables.permissions.append(recorded)
        if recorded.kind is Kind.BIOMETRIC and recorded.answer is not Answer.GRANTED:
            self.destroy_templates(recorded.person)
        return recorded

    def notices(self, people: Sequence[PersonId] | None = None) -> Sequence[Notice]:
        merges = self._merges
        everyone = None if people is None else merges.everyone(people)
        return [
            merges.notice(one) for one in self._tables.notices if everyone is None or one.person in everyone
        ]

    def requests(self, people: Sequence[PersonId] | None = None) -> Sequence[Request]:
        merges = self._merges
        everyone = None if people is None else merges.everyone(people)
        found = [one for one in self._tables.requests.values() if everyone is None or one.person in everyone]
        found.sort(key=lambda one: (one.received_on, one.id))
        return [replace(one, person=merges.kept(one.person)) for one in found]

    def put_request(self, request: Request) -> None:
        check_request(request)
        self._tables.requests[request.id] = replace(request, person=self.person(request.person).id)

    def record_notices(self, notices: Sequence[Notice]) -> Sequence[Notice]:
        with self._store.transaction():
            return [self._record_notice(notice) for notice in notices]

    def _record_notice(self, notice: Notice) -> Notice:
        person = self.person(notice.person)
        check_notice(notice, person)
        last = max((one.sequence for one in self._tables.notices), default=0)
        recorded = replace(notice, person=person.id, sequence=last + 1)
        self._tables.notices.append(recorded)
        return recorded

    def scans(self, people: Sequence[PersonId] | None = None) -> Sequence[Scan]:
        merges = self._merges
        everyone = None if people is None else merges.everyone(people)
        found = [one for one, _ in self._tables.scans.values() if everyone is None or one.person in everyone]
        found.sort(key=lambda one: (one.received_on, one.id))
        return [replace(one, person=merges.kept(one.person)) for one in found]

    def put_scan(self, scan: Scan, content: bytes) -> None:
        check_scan(scan, content)
        kept = replace(scan, person=self.person(scan.person).id)
        if scan.id in self._tables.scans:
            raise ConsentError(Code.DUPLICATE, scan.id)
        self._tables.scans[scan.id] = (kept, content)

    def scan_content(self, scan: ScanId) -> bytes:
        found: tuple[Scan, bytes] = _known(self._tables.scans, scan, Code.UNKNOWN_SCAN)
        return found[1]

    def never_publish(self) -> frozenset[PersonId]:
        return frozenset(self._merges.everyone(list(self._tables.marks)))

    def never_publish_marks(self) -> Sequence[NeverPublish]:
        merges = self._merges
        marks = {merges.kept(one.person): one for one in self._tables.marks.values()}
        return [replace(one, person=person) for person, one in marks.items()]

    def mark_never_publish(
        self, person: PersonId, by: tuple[AccountId, AccountId], *, reason: str = "", since: str = ""
    ) -> None:
        check_two_people(by, self._tables.accounts.values())
        kept = self.person(person).id
        self._tables.marks[kept] = NeverPublish(kept, by, since)
        self._tables.reasons[kept] = reason

    def lift_never_publish(
        self, person: PersonId, by: tuple[AccountId, AccountId], *, since: str = ""
    ) -> None:
        check_two_people(by, self._tables.accounts.values())
        for one in self._merges.everyone([self.person(person).id]):
            self._tables.marks.pop(one, None)
            self._tables.reasons.pop(one, None)

    def never_publish_reason(self, person: PersonId, account: AccountId) -> str | None:
        return next(
            (
                self._tables.reasons[one]
                for one in self._merges.everyone([person])
                if one in self._tables.marks and account in self._tables.marks[one].by
            ),
            None,
        )

    def templates(self) -> Sequence[StoredTemplate]:
        found = sorted(self._tables.templates.values(), key=lambda one: (one.person, one.id))
        merges = self._merges
        return [merges.template(one) for one in found]

    def put_template(self, template: StoredTemplate) -> None:
        person = self.person(template.person)
        given, told = self.permissions([person.id]), self.notices([person.id])
        check_template(template, person, permissions=given, notices=told, policy=self.policy())
        self._tables.templates[template.id] = replace(template, person=person.id)

    def destroy_templates(self, person: PersonId) -> int:
        everyone = self._merges.everyone([person])
        gone = [key for key, one in self._tables.templates.items() if one.person in everyone]
        for key in gone:
            del self._tables.templates[key]
        for one in everyone:
            self._tables.face_pictures.pop(one, None)
        return len(gone)

    def roll_mappings(self) -> Mapping[str, str]:
        return dict(sorted(self._tables.mappings.items()))

    def put_roll_mapping(self, name: str, document: str) -> None:
        self._tables.mappings[name] = document

    def face_picture(self, person: PersonId) -> bytes | None:
        everyone = self._merges.everyone([person])
        return next(
            (self._tables.face_pictures[one] for one in everyone if one in self._tables.face_pictures), None
        )

    def put_face_picture(self, person: PersonId, picture: bytes) -> None:
        kept = self.person(person).id
        enrolled = any(one.person == kept for one in self.templates())
        check_face_picture(picture, kept, enrolled=enrolled, policy=self.policy())
        self._tables.face_pictures[kept] = picture

    def platforms(self) -> Sequence[Platform]:
        return list(self._tables.platforms.values())

    def platform(self, platform: PlatformId) -> Platform:
        found: Platform = _known(self._tables.platforms, platform, Code.UNKNOWN_PLATFORM)
        return found

    def put_platform(self, platform: Platform) -> None:
        check_platform(platform)
        self._tables.platforms[platform.id] = platform

    def devices(self) -> Sequence[Device]:
        return [device for _, device in sorted(self._tables.devices.items())]

    def put_device(self, device: Device) -> None:
        self._tables.devices[device.id] = device

    def device(self, device: DeviceId) -> Device:
        found: Device = _known(self._tables.devices, device, Code.UNKNOWN_DEVICE)
        return found

    def policy(self) -> Policy:
        return self._tables.policies[-1] if self._tables.policies else Policy()

    def policies(self) -> Sequence[Policy]:
        return list(self._tables.policies)

    def put_policy(self, policy: Policy) -> None:
        check_policy(policy)
        self._tables.policies.append(policy)
        if not policy.face_pictures:
            self._tables.face_pictures.clear()


class MemoryLedger(_Part):
    """`consent.ports.Ledger`."""

    def batches(self) -> Sequence[Batch]:
        return sorted(self._tables.batches.values(), key=lambda batch: (batch.created_at, batch.id))

    def batch(self, batch: BatchId) -> Batch:
        found: Batch = _known(self._tables.batches, batch, Code.UNKNOWN_BATCH)
        return found

    def put_batch(self, batch: Batch) -> None:
        self._tables.batches[batch.id] = batch

    def bookmark(self, account: AccountId, batch: BatchId) -> Bookmark | None:
        return self._tables.bookmarks.get((account, batch))

    def put_bookmark(self, bookmark: Bookmark) -> None:
        self.batch(bookmark.batch)
        self._tables.bookmarks[bookmark.account, bookmark.batch] = bookmark

    def photos(self, batch: BatchId) -> Sequence[PhotoRecord]:
        return [photo for photo in self._tables.photos.values() if photo.batch == batch]

    def whereabouts(self) -> Sequence[Whereabouts]:
        published = {one.photo for one in self.publications()}
        return [
            Whereabouts(
                one.id,
                one.batch,
                one.stage,
                one.touched_by,
                published=one.id in published,
                sent_back=any(not note.settled for note in self.notes(one.id)),
            )
            for one in self._tables.photos.values()
        ]

    def photo(self, photo: PhotoId) -> PhotoRecord:
        found: PhotoRecord = _known(self._tables.photos, photo, Code.UNKNOWN_PHOTO)
        return found

    def photo_of_content(self, sha256: str) -> PhotoRecord | None:
        found = [photo for photo in self._tables.photos.values() if photo.sha256 == sha256]
        return found[-1] if found else None

    def photos_left(self) -> Mapping[BatchId, int]:
        return Counter(
            photo.batch for photo in self._tables.photos.values() if photo.stage is not Stage.ERASE
        )

    def add_photo(self, photo: PhotoRecord) -> None:
        check_photo(photo)
        self.batch(photo.batch)
        twins = (one for one in self._tables.photos.values() if one.stage is not Stage.ERASE)
        if photo.id in self._tables.photos or any(one.sha256 == photo.sha256 for one in twins):
            raise ConsentError(Code.DUPLICATE, photo.id)
        self._tables.photos[photo.id] = photo

    def put_photo(self, photo: PhotoRecord) -> None:
        check_photo(photo)
        if self.photo(photo.id).stage is not photo.stage:
            raise ConsentError(Code.WRONG_STAGE, photo.id)
        self._tables.photos[photo.id] = photo

    def move_photo(self, photo: PhotoRecord, to: Stage) -> PhotoRecord:
        check_photo(photo)
        now = self.photo(photo.id).stage
        if now is not photo.stage or not may_follow(now, to):
            raise ConsentError(Code.WRONG_STAGE, photo.id)
        self._tables.photos[photo.id] = replace(photo, stage=to)
        return self._tables.photos[photo.id]

    def words(self, photo: PhotoId) -> Mapping[PlatformId, Words]:
        return dict(self._tables.words.get(photo, {}))

    def put_words(self, photo: PhotoId, words: Mapping[PlatformId, Words]) -> None:
        self.photo(photo)
        self._tables.words.pop(photo, None)
        if words:
            self._tables.words[photo] = dict(words)

    def proposals(self, photo: PhotoId) -> Sequence[Proposal]:
        return [one for (owner, _), one in sorted(self._tables.proposals.items()) if owner == photo]

    def put_proposal(self, proposal: Proposal) -> None:
        self.photo(proposal.photo)
        _known(self._tables.platforms, proposal.platform, Code.UNKNOWN_PLATFORM)
        key = (proposal.photo, proposal.platform)
        if self._tables.proposals.get(key) != proposal:
            for approval in [one for one in self._tables.approvals if one[:2] == key]:
                del self._tables.approvals[approval]
        self._tables.proposals[key] = proposal

    def approvals(self, photo: PhotoId) -> Sequence[Approval]:
        return [one for key, one in sorted(self._tables.approvals.items()) if key[0] == photo]

    def put_approval(self, approval: Approval) -> None:
        photo = self.photo(approval.proposal.photo)
        platform = approval.proposal.platform
        refused = record_refusal(approval, photo, self._tables.proposals.get((photo.id, platform)))
        if refused is not None:
            raise ConsentError(refused, photo.id)
        self._tables.approvals[photo.id, platform, approval.approved_by] = approval

    def void_approvals(self, photo: PhotoId) -> int:
        approvals = [key for key in self._tables.approvals if key[0] == photo]
        for key in approvals:
            del self._tables.approvals[key]
        for proposal in [key for key in self._tables.proposals if key[0] == photo]:
            del self._tables.proposals[proposal]
        return len(approvals)

    def notes(self, photo: PhotoId) -> Sequence[ReviewNote]:
        return [one for one in self._tables.notes if one.photo == photo]

    def add_note(self, note: ReviewNote) -> None:
        self.photo(note.photo)
        self._tables.notes.append(note)

    def settle_notes(self, photo: PhotoId) -> int:
        open_notes = [one for one in self.notes(photo) if not one.settled]
        self._tables.notes[:] = [
            replace(one, settled=True) if one in open_notes else one for one in self._tables.notes
        ]
        return len(open_notes)

    def delegations(self) -> Sequence[Delegation]:
        return sorted(self._tables.delegations.values(), key=lambda one: (one.starts, one.id))

    def put_delegation(self, delegation: Delegation) -> None:
        check_delegation(delegation)
        self._tables.delegations[delegation.id] = delegation

    def publications(self) -> Sequence[Publication]:
        return list(self._tables.publications.values())

    def publications_of(self, photo: PhotoId) -> Sequence[Publication]:
        return [one for one in self._tables.publications.values() if one.photo == photo]

    def put_publication(self, publication: Publication) -> None:
        place = (publication.platform, publication.destination, publication.file_name)
        self._tables.publications[place] = publication


class MemoryOriginals(_Part):
    """`consent.ports.Originals`."""

    def of_device(self, device: DeviceId) -> Sequence[Original]:
        return [one for one in self._tables.originals.values() if one.device == device]

    def with_fate(self, fates: Collection[Fate]) -> Sequence[Original]:
        return [one for one in self._tables.originals.values() if one.fate in fates]

    def put(self, original: Original) -> None:
        self._tables.originals[original.device, original.path] = original

    def forget(self, photo: PhotoId, fates: Collection[Fate]) -> None:
        gone = [
            key for key, one in self._tables.originals.items() if one.photo == photo and one.fate in fates
        ]
        for key in gone:
            del self._tables.originals[key]

    def companions(self, photo: PhotoId) -> Sequence[Companion]:
        return [one for one in self._tables.companions.values() if one.photo == photo]

    def all_companions(self) -> frozenset[PhotoId]:
        return frozenset(self._tables.companions)

    def add_companion(self, companion: Companion) -> None:
        self._tables.companions[companion.id] = companion

    def forget_companions(self, photo: PhotoId) -> None:
        for one in self.companions(photo):
            del self._tables.companions[one.id]

    def open_intakes(self) -> Sequence[OpenIntake]:
        return list(self._tables.intakes.values())

    def open_intake(self, intake: OpenIntake) -> None:
        self._tables.intakes[intake.batch] = intake

    def close_intake(self, batch: BatchId) -> None:
        self._tables.intakes.pop(batch, None)


class MemoryOutbox(_Part):
    """`consent.ports.Outbox`."""

    def destinations(self) -> Sequence[DestinationRecord]:
        return [one for _, one in sorted(self._tables.destinations.items())]

    def destination(self, destination: DestinationId) -> DestinationRecord:
        found: DestinationRecord = _known(self._tables.destinations, destination, Code.UNKNOWN_DESTINATION)
        return found

    def put_destination(self, destination: DestinationRecord, secret: str | None = None) -> None:
        check_destination(destination)
        before = self._tables.destinations.get(destination.id, destination)
        if not destination.has_door_of(before):
            self._tables.secrets.pop(destination.id, None)
        self._tables.destinations[destination.id] = destination
        if secret is not None:
            self._tables.secrets[destination.id] = secret

    def remove_destination(self, destination: DestinationId) -> None:
        self.destination(destination)
        del self._tables.destinations[destination]
        self._tables.secrets.pop(destination, None)

    def secret(self, destination: DestinationId) -> str:
        return self._tables.secrets.get(destination, "")

    def deliveries(self, photo: PhotoId | None = None) -> Sequence[Delivery]:
        found = [one for one in self._tables.deliveries.values() if photo in {None, one.photo}]
        return sorted(found, key=lambda one: (one.at, one.file_name))

    def unsettled(self) -> Sequence[Delivery]:
        return [one for one in self.deliveries() if not one.is_settled]

    def put_delivery(self, delivery: Delivery) -> None:
        self._tables.deliveries[delivery.file_name] = delivery


class MemoryAftercare(_Part):
    """`consent.ports.Aftercare`."""

    def take_downs(self) -> Sequence[TakenDown]:
        found = [
            replace(one, has_proof=one.post in self._tables.proofs)
            for one in self._tables.take_downs.values()
        ]
        return sorted(found, key=lambda one: (one.listed_at, one.post))

    def put_take_down(self, taken_down: TakenDown, proof: bytes | None = None) -> None:
        self._tables.take_downs[taken_down.post] = taken_down
        if taken_down.done_at is None:
            self._tables.proofs.pop(taken_down.post, None)
        if proof is not None:
            self._tables.proofs[taken_down.post] = proof

    def proof(self, post: str) -> bytes | None:
        return self._tables.proofs.get(post)

    def incidents(self) -> Sequence[Incident]:
        return sorted(self._tables.incidents.values(), key=lambda one: (one.noticed_at, one.id))

    def incident(self, incident: str) -> Incident:
        found: Incident = _known(self._tables.incidents, incident, Code.UNKNOWN_INCIDENT)
        return found

    def put_incident(self, incident: Incident) -> None:
        check_incident(incident)
        self._tables.incidents[incident.id] = incident


class MemoryKeys(_Part):
    """`consent.ports.PhotoKeys`."""

    def put_key(self, photo: PhotoId, key: bytes) -> None:
        self._tables.photo_keys[photo] = key

    def key(self, photo: PhotoId) -> bytes | None:
        return self._tables.photo_keys.get(photo)

    def destroy_key(self, photo: PhotoId) -> None:
        self._tables.photo_keys.pop(photo, None)


class MemoryAccounts(_Part):
    """`consent.ports.Accounts`."""

    def __init__(self, store: MemoryStore) -> None:
        super().__init__(store)
        self._failures: dict[str, Failures] = {}

    def accounts(self) -> Sequence[Account]:
        return [account for _, account in sorted(self._tables.accounts.items())]

    def account(self, account: AccountId) -> Account:
        found: Account = _known(self._tables.accounts, account, Code.UNKNOWN_ACCOUNT)
        return found

    def add_account(self, account: Account, password: str) -> None:
        check_account(account)
        _check_password(password, account)
        self._check_unique(account)
        if account.id in self._tables.accounts:
            raise ConsentError(Code.DUPLICATE, account.id)
        self._tables.accounts[account.id] = account
        if not account.disabled:
            self._tables.passwords[account.id] = password

    def put_account(self, account: Account) -> None:
        check_account(account)
        self.account(account.id)
        self._check_unique(account)
        after = {**self._tables.accounts, account.id: account}
        if not any(Role.ADMIN in one.roles and not one.disabled for one in after.values()):
            raise ConsentError(Code.LAST_ADMIN)
        self._tables.accounts[account.id] = account
        if account.disabled:
            self._tables.passwords.pop(account.id, None)
            self._forget_computers(account.id)

    def set_password(self, account: AccountId, password: str) -> None:
        _check_password(password, self.account(account))
        if self.account(account).disabled:
            raise ConsentError(Code.ACCOUNT_DISABLED, account)
        self._tables.passwords[account] = password
        self._failures.pop(account, None)
        self._forget_computers(account)

    def renew_recovery_key(self) -> str:
        """In the shape of a real one; it opens nothing."""
        self._tables.recovery = ("-".join(secrets.token_hex(3)[:5].upper() for _ in range(8)), None)
        return self._tables.recovery[0]

    def confirm_recovery_key(self, typed: str, *, on: date) -> None:
        key = self._tables.recovery[0]
        if not typed or typed != key:
            raise ConsentError(Code.WRONG_PASSWORD, "recovery key")
        self._tables.recovery = (key, on)

    def recovery_confirmed_on(self) -> date | None:
        return self._tables.recovery[1]

    def sign_in(self, user_name: str, password: str, *, now: datetime) -> Account:
        known = [one for one in self.accounts() if _plain(one.user_name) == _plain(user_name)]
        key = known[0].id if known else ""
        before = settled(self._failures.get(key, Failures()), now, unknown())
        self._failures[key] = before
        if left_to_wait(before, now, unknown()) > timedelta(0):
            raise ConsentError(Code.LOCKED_OUT)
        self._failures[key] = failed(before, now, unknown())
        if known and known[0].id not in self._tables.passwords:
            raise ConsentError(Code.ACCOUNT_DISABLED)
        if not known or self._tables.passwords[known[0].id] != password:
            raise ConsentError(Code.WRONG_PASSWORD)
        del self._failures[key]
        return known[0]

    def _forget_computers(self, account: AccountId) -> None:
        for key in [key for key, one in self._tables.computers.items() if one.account == account]:
            del self._tables.computers[key]

    def _check_unique(self, account: Account) -> None:
        others = (one for one in self.accounts() if one.id != account.id)
        if any(_plain(one.user_name) == _plain(account.user_name) for one in others):
            raise ConsentError(Code.DUPLICATE, account.id)


class MemoryComputers(_Part):
    """`consent.ports.Computers`; the secrets open nothing."""

    def computers(self) -> Sequence[Computer]:
        return [one for _, one in sorted(self._tables.computers.items())]

    def remember_computer(self, account: AccountId, *, on: date) -> tuple[Computer, str]:
        known = self._store.accounts.account(account)
        if known.disabled or known.invited:
            raise ConsentError(
                Code.ACCOUNT_DISABLED if known.disabled else Code.PASSWORD_NOT_CHANGED, account
            )
        computer = Computer(secrets.token_hex(8), account, on)
        self._tables.computers[computer.id] = computer
        return computer, secrets.token_hex(24)

    def forget_computer(self, computer: str) -> None:
        self._tables.computers.pop(computer, None)


class MemoryAudit(_Part):
    """`consent.ports.AuditLog`."""

    def append(self, event: Event) -> Entry:
        log = self._tables.log
        entry = Entry(len(log) + 1, event, seal(log[-1].seal if log else FIRST_SEAL, event))
        log.append(entry)
        return entry

    def entries(self) -> Sequence[Entry]:
        return list(self._tables.log)

    def entry(self, number: int) -> Entry | None:
        return self._tables.log[number - 1] if 1 <= number <= len(self._tables.log) else None

    def last(self) -> Entry | None:
        return self._tables.log[-1] if self._tables.log else None

    def latest(self) -> datetime | None:
        return latest((entry.event.act, entry.event.at) for entry in self._tables.log)

    def verify(self) -> None:
        bad = first_bad(self._tables.log)
        if bad is not None:
            raise ConsentError(Code.LOG_DAMAGED, str(bad))


def _plain(user_name: str) -> str:
    return unicodedata.normalize("NFKC", user_name).strip().casefold()


def _check_password(password: str, account: Account) -> None:
    check_new_password(password, about=(account.user_name, account.full_name))
