"""How long a roll takes: 1,500 rows taken over into a real store, and 50,000 rows read; prints figures."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.people.mapping import CarerColumns, Columns, ConsentColumn, Mapping
from app.people.reading import read_sheet
from app.people.roll import look_at, take_over
from app.services import Services
from consent.permissions import Kind
from consent.platforms import PlatformId
from tests.benchmarks.large_school import a_new_school
from tests.factories import a_platform

pytestmark = pytest.mark.slow

ROWS = 1_500
PLATFORMS = [PlatformId(f"platform-{number}") for number in range(5)]
HEAD = ["ID", "First", "Last", "Class", "Parent 1", "Parent 2", *(f"Photo {one}" for one in PLATFORMS)]
MAPPING = Mapping(
    Columns("ID", forename="First", surname="Last", class_name="Class"),
    carers=(CarerColumns("Parent 1", responsible=True), CarerColumns("Parent 2", responsible=True)),
    consents=tuple(ConsentColumn(f"Photo {one}", Kind.PHOTO, (one,)) for one in PLATFORMS),
)


def rows(count: int) -> Iterator[list[str]]:
    answers = ("yes", "no", "", "requested", "Consent given")
    for number in range(count):
        given = [answers[(number + place) % 5] for place in range(len(PLATFORMS))]
        yield [str(number), f"Given{'abcde'[number % 5]}", f"Family{number % 400}", f"{number % 50}",
               f"Mother {number}", f"Father {number}", *given]  # fmt: skip


def workbook(count: int, wide: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Roll")
    sheet.append(HEAD + [f"More {place}" for place in range(wide)])
    for row in rows(count):
        sheet.append(row + [f"{row[0]}-{place}" for place in range(wide)])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with a_new_school(tmp_path / "store") as school:
        for platform in PLATFORMS:
            school.store.register.put_platform(a_platform(platform))
        yield school


def test_a_roll_of_1500_is_taken_over_in_time(services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    content = workbook(ROWS, 0)

    @contextmanager
    def timed(what: str, wanted: str) -> Iterator[None]:
        start = time.process_time()
        yield
        took = time.process_time() - start
        with capsys.disabled():
            print(f"\n{what}: {took:.2f} s of the processor (wanted: {wanted})", end="")

    with timed("1,500 rows of XLSX read and taken over", "under 10"):
        changes = take_over(services, read_sheet(content), MAPPING)
    assert len(changes.joined) == ROWS
    with timed("the same roll compared again", "under 5"):
        again = look_at(services, read_sheet(content), MAPPING)
    assert len(again.unchanged) == ROWS
    assert again.records == ()


def test_a_workbook_at_the_limit_of_rows_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    content = workbook(49_999, 9)
    start = time.process_time()
    sheet = read_sheet(content)
    took = time.process_time() - start
    with capsys.disabled():
        print(
            f"\n50,000 rows by 20 columns, {len(content) / 1e6:.1f} MB, read in {took:.1f} s of the processor",
            end="",
        )
    assert len(sheet.rows) == 50_000
