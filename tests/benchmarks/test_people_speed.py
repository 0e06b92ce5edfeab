"""How long the People pages keep the office waiting with 1,500 people and five years of history; prints figures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.people import joining, keeping, overview, permits
from app.people.overview import Filter, Question
from app.people.permits import ClassList, Line
from app.reports.asking import permissions_due
from app.services import Services
from consent.decisions import Why
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId
from tests.benchmarks.large_school import a_new_school
from tests.factories import NOW, a_carer, a_permission, a_person, a_platform

pytestmark = pytest.mark.slow

PEOPLE = 1_500
GIVEN = ("Ann", "Benjamin", "Zoë", "Oluwaseun", "Mehmet", "Siân", "李", "Søren", "Ana-Maria", "Żaneta")
PLATFORMS = [PlatformId(f"platform-{number}") for number in range(10)]
TYPED = ("a", "zo", "soren", "fam", "family12", "42", "ana mar", "zan fam", "7a", "xx")


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Services]:
    """The lead of the school; every person has fifteen answers and two carers."""
    with a_new_school(tmp_path / "store") as school:
        carers = (a_carer("m"), a_carer("f", "father"))
        with school.store.transaction():
            for platform in PLATFORMS:
                school.store.register.put_platform(a_platform(platform))
            for number in range(PEOPLE):
                name = f"{GIVEN[number % len(GIVEN)]} Family{'abcdefghij'[number % 7]} {number % 400}"
                person = a_person(f"p{number}", name=name, carers=carers)
                year = str(number % 7)
                school.store.register.put_person(
                    replace(
                        person, class_name=f"{year}{'ABC'[number % 3]}", year=year, school_id=f"S{number}"
                    )
                )
            school.store.register.record_permissions(
                [
                    replace(
                        a_permission(f"p{person}", kind, platform=PLATFORMS[(person + year) % 10], carer="m"),
                        given_on=date(year, 9, 1),
                        valid_until=date(2026, 12, 15) if person % 9 == 0 else None,
                    )
                    for year in range(2022, 2027)
                    for person in range(PEOPLE)
                    for kind in (Kind.PHOTO, Kind.GROUP, Kind.NAME)
                ]
            )
        yield school


def test_the_people_pages_of_a_large_school(lead: Services, capsys: pytest.CaptureFixture[str]) -> None:
    @contextmanager
    def timed(what: str, wanted: str, times: int = 1) -> Iterator[None]:
        start = time.process_time()
        yield
        took = (time.process_time() - start) / times
        with capsys.disabled():
            print(f"\n{what}: {took * 1000:.1f} ms of the processor (wanted: {wanted})", end="")

    with timed("everyone laid out for searching", "once"):
        directory = keeping.directory(lead)
    slowest = max(_took(lambda typed=typed: directory.find(typed)) for typed in TYPED)  # type: ignore[misc]
    with capsys.disabled():
        print(f"\nslowest search of {len(TYPED)}: {slowest * 1000:.1f} ms (wanted: under 50)", end="")
    with timed("the whole register read for pages", "once"):
        facts = overview.register_facts(lead)
    wanted = Filter(year="4", question=Question(PLATFORMS[0], Kind.PHOTO), whys=frozenset({Why.NO_RECORD}))
    with timed("the table: year 4, no record for one platform", "under 100"):
        found = overview.rows(lead, wanted, facts)
    with timed("one person's page, every sentence", "under 100"):
        page = overview.page(lead, PersonId("p7"))
    pupils = [row.person.id for row in overview.rows(lead, Filter(class_name="4B"), facts)][:30]
    answers = ClassList(
        tuple(PLATFORMS), Kind.VIDEO, NOW.date(), "2026-a", tuple(Line(one, Answer.GRANTED) for one in pupils)
    )
    with timed(f"a class list of {len(pupils)} on 10 platforms", "under 1,000"):
        recorded = permits.bulk(lead, answers)
    with timed("two records made one", "under 500"):
        joining.merge(lead, PersonId("p1498"), PersonId("p1499")) if _free(lead) else None
    with timed("what is due", "under 500"):
        due = permissions_due(lead)
    assert found
    assert page.answers
    assert len(recorded) == len(pupils) * len(PLATFORMS)
    assert due.found


def _free(services: Services) -> bool:
    """Two records with two numbers are no merge, so the second gives its number up."""
    second = services.store.register.person(PersonId("p1499"))
    keeping.change(services, replace(second, school_id=""))
    return True


def _took(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start
