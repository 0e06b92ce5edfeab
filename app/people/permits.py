"""Records answers with their evidence: one by one, or for a whole class, all of it or nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.errors import AppError, Trouble
from app.people.form_signer import FORM_CARER
from app.people.keeping import put
from app.people.merging import with_form_carer
from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.pasts import Happened
from consent.people import Person, PersonId
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import PlatformId
from consent.scans import LARGEST_SCAN, Scan, ScanId, media_of
from consent.standing import has_left, spoken_for


@dataclass(frozen=True, slots=True)
class Line:
    """One person's answer in a class list. `carer` is a Carer.id, or "" for whoever signed the form."""

    person: PersonId
    answer: Answer
    giver: Giver = Giver.CARER
    carer: str = ""


@dataclass(frozen=True, slots=True)
class ClassList:
    """One question that many people answered, on one form; for each platform that is written out here."""

    platforms: tuple[PlatformId, ...]
    kind: Kind
    given_on: date
    form: str
    lines: tuple[Line, ...]
    valid_until: date | None = None


class LineFault(StrEnum):
    """Why one line of a class list cannot be recorded."""

    UNKNOWN = "UNKNOWN"
    TWICE = "TWICE"
    LEFT = "LEFT"
    CARER = "CARER"  # not a carer of this person


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One line, counted from 1, and what is wrong with it."""

    number: int
    person: PersonId
    fault: LineFault


class ClassListRefusedError(AppError):
    """Nothing of the list was recorded."""

    def __init__(self, lines: tuple[RefusedLine, ...]) -> None:
        super().__init__(Trouble.LIST_REFUSED, f"lines={len(lines)}")
        self.lines = lines


def record(services: Services, permission: Permission) -> Permission:
    """One answer, as it is from now on part of the history; who records it is whoever is signed in.

    A biometric answer that is no yes destroys the person's templates at once. Raises ConsentError:
    UNKNOWN_PERSON, UNKNOWN_PLATFORM, UNKNOWN_SCAN; INVALID where it contradicts itself or lies in the future.
    """
    return record_all(services, [permission])[0]


def record_all(services: Services, permissions: Iterable[Permission]) -> tuple[Permission, ...]:
    """Many answers, in this order, all or nothing; raises as `record`."""
    services.require(Act.KEEP_REGISTER)
    today = services.today()
    signed = [_signed(services, one) for one in permissions]
    if any(one.given_on > today for one in signed):
        raise ConsentError(Code.INVALID, "given in the future")
    with services.store.transaction():
        recorded = tuple(services.store.register.record_permissions(signed))
        of: dict[PersonId, list[Permission]] = {}
        for one in recorded:
            of.setdefault(one.person, []).append(one)
        for person, theirs in of.items():
            answers = Counter(one.answer.value for one in theirs)
            detail = " ".join(f"{answer}={count}" for answer, count in answers.items())
            services.note("permissions_recorded", person, detail)
    return recorded


def check_list(services: Services, answers: ClassList) -> tuple[RefusedLine, ...]:
    """What is wrong with a class list before anything is recorded; nothing is where it is all right."""
    services.require(Act.KEEP_REGISTER)
    known = {person.id: person for person in services.store.register.people()}
    times = Counter(line.person for line in answers.lines)
    today = services.today()
    found: list[RefusedLine] = []
    for number, line in enumerate(answers.lines, start=1):
        fault = _fault(line, known.get(line.person), today)
        if fault is None and times[line.person] > 1:
            fault = LineFault.TWICE
        if fault is not None:
            found.append(RefusedLine(number, line.person, fault))
    return tuple(found)


def bulk(services: Services, answers: ClassList, evidence: str = "") -> tuple[Permission, ...]:
    """Record a class list: every line on every platform that it names, or nothing at all.

    `evidence` is the ScanId of the signed form, where the list is one person's.
    Where a pupil's line names no carer, the answer is that of whoever signed the school's form. Raises
    ClassListRefusedError with every line that is wrong; ConsentError as `record`.
    """
    services.require(Act.KEEP_REGISTER)
    if not answers.lines or (answers.kind is Kind.BIOMETRIC) != (not answers.platforms):
        raise ConsentError(Code.INVALID, "a class list without lines or platforms")
    with services.store.transaction():
        refused = check_list(services, answers)
        if refused:
            raise ClassListRefusedError(refused)
        people = {person.id: person for person in services.store.register.people()}
        new = [
            one for line in answers.lines for one in _answers(services, people[line.person], line, answers)
        ]
        return record_all(services, [replace(one, evidence=evidence) for one in new])


def permission_history(services: Services, person: PersonId) -> tuple[Permission, ...]:
    """Every answer about this person, in the order of entry; that it was shown is logged."""
    services.require(Act.KEEP_REGISTER)
    known = services.store.register.person(person)
    services.note("permissions.history_shown", known.id)
    return tuple(services.store.register.permissions([known.id]))


def keep_scan(
    services: Services, person: PersonId, untrusted: bytes, *, form: str, received_on: date
) -> Scan:
    """Keep a scanned form (PDF, JPEG or PNG) under a key of its own; its id goes into a permission's `evidence`.

    It is kept as it came and never opened here. The same scan of the same person is kept once. Raises
    AppError: FILE_TOO_LARGE over 10 MB, NOT_A_SCAN; ConsentError: UNKNOWN_PERSON, INVALID for a day to come.
    """
    services.require(Act.KEEP_REGISTER)
    if received_on > services.today():
        raise ConsentError(Code.INVALID, "a day to come")
    if len(untrusted) > LARGEST_SCAN:
        raise AppError(Trouble.FILE_TOO_LARGE)
    media = media_of(untrusted)
    if media is None:
        raise AppError(Trouble.NOT_A_SCAN)
    known, digest = services.store.register.person(person), hashlib.sha256(untrusted).hexdigest()
    for kept in services.store.register.scans([known.id]):
        if kept.sha256 == digest:
            return kept
    scan = Scan(
        id=ScanId(secrets.token_hex(8)),
        person=known.id,
        form=form,
        received_on=received_on,
        media=media,
        size=len(untrusted),
        sha256=digest,
        kept_by=services.account.id,
    )
    with services.store.transaction():
        services.store.register.put_scan(scan, untrusted)
        services.note("scan.kept", known.id, scan.id)
    return scan


def scans(services: Services, person: PersonId) -> tuple[Scan, ...]:
    """What is kept of one person, without opening anything."""
    services.require(Act.KEEP_REGISTER)
    return tuple(services.store.register.scans([person]))


def open_scan(services: Services, scan: ScanId) -> bytes:
    """A scanned form as it came; that it was shown is logged. Raises ConsentError(UNKNOWN_SCAN)."""
    services.require(Act.KEEP_REGISTER)
    content = services.store.register.scan_content(scan)
    services.note("scan.shown", detail=scan)
    return content


def _signed(services: Services, permission: Permission) -> Permission:
    return replace(permission, recorded_by=services.account.id, sequence=0)


def _fault(line: Line, person: Person | None, today: date) -> LineFault | None:
    if person is None:
        return LineFault.UNKNOWN
    if has_left(person, today):
        return LineFault.LEFT
    if line.carer and not any(line.carer == one.id for one in person.carers):
        return LineFault.CARER
    return None


def _answers(services: Services, person: Person, line: Line, answers: ClassList) -> Sequence[Permission]:
    giver, carer = line.giver, line.carer
    if not spoken_for(person):
        giver, carer = Giver.SELF, ""
    elif giver is Giver.CARER and not carer:
        carer = _signer(services, person)
    return [
        Permission(
            person=person.id,
            platform=platform,
            kind=answers.kind,
            answer=line.answer,
            giver=giver,
            carer=carer if giver is Giver.CARER else "",
            given_on=answers.given_on,
            valid_until=answers.valid_until if line.answer is Answer.GRANTED else None,
            form=answers.form,
        )
        for platform in (answers.platforms or (None,))
    ]


def _signer(services: Services, person: Person) -> str:
    """The only carer who may agree, or the unnamed one who signed the form, put on record where they are not yet."""
    responsible = [one.id for one in person.carers if one.responsible]
    if len(responsible) == 1:
        return responsible[0]
    with_signer = with_form_carer(person)
    if with_signer != person:
        put(services, Happened.CHANGED, with_signer, before=person)
    return FORM_CARER.id
