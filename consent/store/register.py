"""The register behind its port: people, permissions, marks, templates, and the school's own rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select

from consent.accounts import Account, AccountId
from consent.devices import Device, DeviceId
from consent.errors import Code, ConsentError
from consent.marks import NeverPublish
from consent.notices import Notice
from consent.pasts import Merge, PersonChange
from consent.people import Person, PersonId
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.policy import Policy
from consent.requests import Request
from consent.scans import Scan, ScanId
from consent.standing import biometric_allowed
from consent.store import schema
from consent.store.database import Database
from consent.store.papers import PaperTables
from consent.store.pasts import PastTables
from consent.store.people import PeopleTables
from consent.store.school import SchoolTables
from consent.store.staff import account_of
from consent.store.text import day, day_or_none, iso_or_none
from consent.templates import StoredTemplate
from consent.wellformed import (
    check_face_picture,
    check_merge,
    check_notice,
    check_permission,
    check_request,
    check_scan,
    check_template,
    check_two_people,
)

_permissions = schema.permissions
_KINDS = {kind.value: kind for kind in Kind}
_ANSWERS = {answer.value: answer for answer in Answer}
_GIVERS = {giver.value: giver for giver in Giver}
_NO_MORE = frozenset(Answer) - {Answer.GRANTED}


class StoredRegister:
    """`consent.ports.Register` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._people = PeopleTables(database)
        self._pasts = PastTables(database)
        self._papers = PaperTables(database)
        self._school = SchoolTables(database)

    def people(self) -> Sequence[Person]:
        return self._people.all(self._pasts.in_force())

    def person(self, person: PersonId) -> Person:
        return self._people.some([person], self._pasts.in_force())[person]

    def put_person(self, person: Person) -> None:
        if self._pasts.in_force().kept(person.id) != person.id:
            raise ConsentError(Code.INVALID, "merged into another")
        self._people.put(person)

    def erase_person(self, person: PersonId) -> None:
        with self._database.transaction():
            everyone = self._everyone([self.person(person).id])
            self._database.keep_numbers(_permissions.c.sequence)  # posts name the answers that they went by
            self._database.change(delete(_permissions).where(_permissions.c.person.in_(everyone)))
            self._papers.erase(everyone)
            self._pasts.erase(everyone)
            self._people.erase(everyone)

    def note_change(self, change: PersonChange) -> None:
        self._pasts.note(change)

    def person_changes(self, person: PersonId) -> Sequence[PersonChange]:
        return self._pasts.changes(self._everyone([person]))

    def merges(self) -> Sequence[Merge]:
        return self._pasts.merges()

    def merge(self, merge: Merge) -> Merge:
        with self._database.transaction():
            check_merge(merge, self.merges())
            people = self._people.some([merge.kept, merge.gone], self._pasts.in_force())
            after = self._database.next_number(_permissions.c.sequence) - 1
            merged = self._pasts.merge(replace(merge, after=after))
            self._destroy_forbidden(people[merge.kept], merge.at.date())
            return merged

    def end_merge(self, gone: PersonId) -> Merge:
        return self._pasts.end(gone)

    def _everyone(self, people: Sequence[PersonId]) -> Sequence[PersonId]:
        return self._pasts.in_force().everyone(people)

    def permissions(self, people: Sequence[PersonId] | None = None) -> Sequence[Permission]:
        merges = self._pasts.in_force()
        query = select(_permissions).order_by(_permissions.c.sequence)
        if people is not None:
            query = query.where(_permissions.c.person.in_(merges.everyone(people)))
        found = [_permission(row) for row in self._database.rows(query)]
        return [merges.permission(one) for one in found] if merges else found

    def record_permission(self, permission: Permission) -> Permission:
        return self.record_permissions([permission])[0]

    def record_permissions(self, permissions: Sequence[Permission]) -> Sequence[Permission]:
        if not permissions:
            return []
        with self._database.transaction():
            merges = self._pasts.in_force()
            permissions = [replace(one, person=merges.kept(one.person)) for one in permissions]
            people = self._people.some({one.person for one in permissions}, merges)
            platforms = {platform.id for platform in self.platforms()}
            for one in permissions:
                check_permission(one, people[one.person])
                if one.platform is not None and one.platform not in platforms:
                    raise ConsentError(Code.UNKNOWN_PLATFORM, one.platform)
            self._check_evidence(permissions)
            first = self._database.next_number(_permissions.c.sequence)
            recorded = [replace(one, sequence=first + place) for place, one in enumerate(permissions)]
            self._database.change(insert(_permissions), [_row(one) for one in recorded])
            self._destroy_withdrawn(recorded)
            return recorded

    def _check_evidence(self, permissions: Sequence[Permission]) -> None:
        named = [one for one in permissions if one.evidence]
        if named:
            kept = {scan.id: scan.person for scan in self.scans([one.person for one in named])}
            for one in named:
                if kept.get(ScanId(one.evidence)) != one.person:
                    raise ConsentError(Code.UNKNOWN_SCAN, one.evidence)

    def _destroy_withdrawn(self, recorded: Sequence[Permission]) -> None:
        """Without a biometric consent no template may be kept, not even until someone thinks of it."""
        for person in {
            one.person for one in recorded if one.kind is Kind.BIOMETRIC and one.answer in _NO_MORE
        }:
            self.destroy_templates(person)

    def _destroy_forbidden(self, person: Person, today: date) -> None:
        """Two records read as one may hold a no that neither template was made under."""
        if not biometric_allowed(
            person, self.permissions([person.id]), self.notices([person.id]), today=today
        ):
            self.destroy_templates(person.id)

    def notices(self, people: Sequence[PersonId] | None = None) -> Sequence[Notice]:
        merges = self._pasts.in_force()
        return [
            merges.notice(one)
            for one in self._papers.notices(None if people is None else merges.everyone(people))
        ]

    def requests(self, people: Sequence[PersonId] | None = None) -> Sequence[Request]:
        merges = self._pasts.in_force()
        found = self._papers.requests(None if people is None else merges.everyone(people))
        return [replace(one, person=merges.kept(one.person)) for one in found]

    def put_request(self, request: Request) -> None:
        check_request(request)
        with self._database.transaction():
            self._papers.put_request(replace(request, person=self.person(request.person).id))

    def record_notices(self, notices: Sequence[Notice]) -> Sequence[Notice]:
        with self._database.transaction():
            merges = self._pasts.in_force()
            notices = [replace(one, person=merges.kept(one.person)) for one in notices]
            people = self._people.some({one.person for one in notices}, merges)
            for one in notices:
                check_notice(one, people[one.person])
            return [self._papers.record(one) for one in notices]

    def scans(self, people: Sequence[PersonId] | None = None) -> Sequence[Scan]:
        merges = self._pasts.in_force()
        found = self._papers.scans(None if people is None else merges.everyone(people))
        return [replace(scan, person=merges.kept(scan.person)) for scan in found]

    def put_scan(self, scan: Scan, content: bytes) -> None:
        check_scan(scan, content)
        with self._database.transaction():
            person = self.person(scan.person).id
            if any(one.id == scan.id for one in self.scans()):
                raise ConsentError(Code.DUPLICATE, scan.id)
            self._papers.put_scan(replace(scan, person=person), content)

    def scan_content(self, scan: ScanId) -> bytes:
        return self._papers.content(scan)

    def never_publish(self) -> frozenset[PersonId]:
        return frozenset(self._everyone([mark.person for mark in self._people.marked()]))

    def never_publish_marks(self) -> Sequence[NeverPublish]:
        merges = self._pasts.in_force()
        marks = {merges.kept(mark.person): mark for mark in self._people.marked()}
        return [replace(mark, person=person) for person, mark in marks.items()]

    def mark_never_publish(
        self, person: PersonId, by: tuple[AccountId, AccountId], *, reason: str = "", since: str = ""
    ) -> None:
        check_two_people(by, self._staff())
        self._people.mark(NeverPublish(self.person(person).id, by, since), reason)

    def lift_never_publish(
        self, person: PersonId, by: tuple[AccountId, AccountId], *, since: str = ""
    ) -> None:
        check_two_people(by, self._staff())
        with self._database.transaction():
            everyone = self._everyone([self.person(person).id])
            marked = {mark.person for mark in self._people.marked()}
            for one in everyone:
                if one in marked or one == everyone[0]:
                    self._people.lift(NeverPublish(one, by, since))

    def never_publish_reason(self, person: PersonId, account: AccountId) -> str | None:
        return self._people.reason(self._everyone([person]), account)

    def _staff(self) -> Sequence[Account]:
        return [account_of(row) for row in self._database.rows(select(schema.accounts))]

    def templates(self) -> Sequence[StoredTemplate]:
        merges = self._pasts.in_force()
        return [merges.template(one) for one in self._people.templates()]

    def put_template(self, template: StoredTemplate) -> None:
        with self._database.transaction():
            person = self.person(template.person)
            check_template(
                template,
                person,
                permissions=self.permissions([person.id]),
                notices=self.notices([person.id]),
                policy=self.policy(),
            )
            self._people.put_template(replace(template, person=person.id))

    def destroy_templates(self, person: PersonId) -> int:
        return self._people.destroy_templates(self._everyone([person]))

    def roll_mappings(self) -> Mapping[str, str]:
        return self._school.roll_mappings()

    def put_roll_mapping(self, name: str, document: str) -> None:
        self._school.put_roll_mapping(name, document)

    def face_picture(self, person: PersonId) -> bytes | None:
        return self._people.face_picture(self._everyone([person]))

    def put_face_picture(self, person: PersonId, picture: bytes) -> None:
        with self._database.transaction():
            kept = self.person(person).id
            enrolled = any(one.person == kept for one in self.templates())
            check_face_picture(picture, kept, enrolled=enrolled, policy=self.policy())
            self._people.put_face_picture(kept, picture)

    def platforms(self) -> Sequence[Platform]:
        return self._school.platforms()

    def platform(self, platform: PlatformId) -> Platform:
        return self._school.platform(platform)

    def put_platform(self, platform: Platform) -> None:
        self._school.put_platform(platform)

    def devices(self) -> Sequence[Device]:
        return self._school.devices()

    def device(self, device: DeviceId) -> Device:
        return self._school.device(device)

    def put_device(self, device: Device) -> None:
        self._school.put_device(device)

    def policy(self) -> Policy:
        return self._school.policy()

    def policies(self) -> Sequence[Policy]:
        return self._school.policies()

    def put_policy(self, policy: Policy) -> None:
        with self._database.transaction():
            self._school.put_policy(policy)
            if not policy.face_pictures:
                self._people.destroy_face_pictures()


def _row(permission: Permission) -> dict[str, Any]:
    return {
        "sequence": permission.sequence,
        "person": permission.person,
        "platform": permission.platform,
        "kind": permission.kind.value,
        "answer": permission.answer.value,
        "giver": permission.giver.value,
        "carer": permission.carer,
        "given_on": permission.given_on.isoformat(),
        "valid_from": iso_or_none(permission.valid_from),
        "valid_until": iso_or_none(permission.valid_until),
        "form": permission.form,
        "recorded_by": permission.recorded_by,
        "evidence": permission.evidence,
    }


def _permission(row: Any) -> Permission:
    sequence, person, platform, kind, answer, giver, carer, given, begins, ends, form, by, evidence = row
    return Permission(
        person,
        platform,
        _KINDS[kind],
        _ANSWERS[answer],
        _GIVERS[giver],
        carer,
        day(given),
        day_or_none(begins),
        day_or_none(ends),
        form,
        by,
        sequence,
        evidence,
    )
