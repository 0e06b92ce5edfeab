"""What the People page sets going; each door is loaded when it is first used, so that the window is up sooner."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from consent.accounts import Act
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Permission

if TYPE_CHECKING:
    from app.people.foreseeing import Foreseen
    from app.services import Services
    from app.work.progress import Progress
    from vision.faces.quality import Quality

# ruff: noqa: PLC0415 - see above

LARGEST_PICTURE = 64 * 1024 * 1024
"""Bytes; a camera's largest files are half of that."""


def record(services: Services, permissions: Sequence[Permission]) -> int:
    """Record answers, all or nothing; how many."""
    from app.people.permits import record_all

    return len(record_all(services, permissions))


def add_person(
    services: Services, kind: PersonKind, name: str, *, known_as: str, class_name: str
) -> PersonId:
    """A new person of the register, without any answer yet."""
    from app.people.keeping import add

    return add(services, Person(PersonId(""), kind, name, known_as, class_name=class_name)).id


def change_person(services: Services, seen: Person, after: Person) -> PersonId:
    """What was corrected on a page that showed `seen`."""
    from app.people.keeping import correct

    return correct(services, seen, after).id


def foresee_carers(services: Services, seen: Person, carers: Sequence[Carer]) -> Foreseen:
    """What counts before and after such a change of carers."""
    from app.people import foreseeing

    return foreseeing.foresee_carers(services, seen, carers)


def change_carers(services: Services, seen: Person, carers: Sequence[Carer]) -> Person:
    """Who speaks for this person from now on; the person as they are then."""
    from app.people import carers as speaking

    return speaking.change_carers(services, seen, carers)


def keep_scan(services: Services, person: PersonId, file: Path, *, form: str, on: date) -> str:
    """Keep the scan of a signed form, encrypted; its id."""
    from app.people.permits import keep_scan as keep
    from app.people.reading import read_file
    from consent.scans import LARGEST_SCAN

    return keep(services, person, read_file(file, LARGEST_SCAN), form=form, received_on=on).id


def open_scan(services: Services, scan: str) -> bytes:
    """A scanned form as it came; that it was shown is logged."""
    from app.people.permits import open_scan as open_it
    from consent.scans import ScanId

    return open_it(services, ScanId(scan))


def leave(services: Services, person: PersonId, on: date) -> None:
    """Someone left the school: from this day on nothing of theirs is shown, and their templates are gone."""
    from app.people import keeping

    keeping.leave(services, person, on)


def come_back(services: Services, person: PersonId) -> None:
    """Someone is on roll again."""
    from app.people import keeping

    keeping.come_back(services, person)


def asked(services: Services, person: PersonId, on: date) -> None:
    """Someone asked for what is held about this person."""
    from app.people import requests

    requests.asked(services, person, on)


def answered(services: Services, person: PersonId, on: date) -> None:
    """The answer to that went out."""
    from app.people import requests

    requests.answered(services, person, on)


def tell_parents(services: Services, person: PersonId, on: date, form: str) -> int:
    """Record that the parents were told of the comparing of faces; how many of them."""
    from app.people.notices import tell

    return len(tell(services, [person], sent_on=on, form=form))


def forbid(services: Services, person: PersonId, reason: str, *, user_name: str, password: str) -> None:
    """Mark someone "never publish", with a second person who types their own password."""
    from app.people.forbidding import mark
    from app.school.agree import agree

    mark(services, person, reason, agree(services, user_name, password, act=Act.MARK_NEVER_PUBLISH))


def allow_again(services: Services, person: PersonId, *, user_name: str, password: str) -> None:
    """Lift the mark, with a second person."""
    from app.people.forbidding import lift
    from app.school.agree import agree

    lift(services, person, agree(services, user_name, password, act=Act.MARK_NEVER_PUBLISH))


def forget_pictures(services: Services, person: PersonId) -> int:
    """Destroy what is kept to recognise someone; how many pictures' numbers there were."""
    from app.people.withdraw import forget_templates

    return forget_templates(services, person)


def add_pictures(
    services: Services, person: PersonId, files: Sequence[Path]
) -> Generator[tuple[str, Quality], None, None]:
    """Judge each picture and keep its numbers where it is good enough; yields each file's name and quality."""
    from app.people.enrol import enrol, look_at_reference
    from app.people.reading import read_file
    from vision.faces.quality import Quality

    for file in files:
        looked = look_at_reference(services, person, read_file(file, LARGEST_PICTURE))
        if looked.quality is Quality.GOOD:
            enrol(services, looked)
        yield file.name, looked.quality


def access_pack(services: Services, person: PersonId, folder: Path) -> Iterator[Progress]:
    """Everything that is held about someone, into a new folder; other people are covered in the photos."""
    from app.reports.access import begin, gather
    from app.reports.access_files import new_folder, write_pack

    target = new_folder(str(folder))
    pack = begin(services, person)
    yield from gather(services, pack)
    write_pack(target, pack)
