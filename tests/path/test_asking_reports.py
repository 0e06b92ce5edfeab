"""Reports on paper, and the lists of whom to ask: what they tell, and in which files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from app.people.overview import Question
from app.people.requests import asked
from app.reports.asking import people_without_record, permissions_due
from app.reports.audit import audit
from app.reports.files import write_report
from app.reports.layouts import Layout, audit_layout, due_layout, posts_layout, without_record_layout
from app.reports.posts import posts
from app.services import Services
from consent.accounts import Role
from consent.errors import Code
from consent.people import PersonId
from consent.permissions import Kind
from tests.factories import a_permission, an_account
from tests.path.conftest import PASSWORD, WEBSITE, School
from tests.stores import refused


@pytest.fixture
def lead(school: School) -> Services:
    """Anna's permission runs out in thirty days; she is called like a formula and like a tag."""
    store = school.office.store
    store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    register = store.register
    register.put_person(
        replace(register.person(PersonId("anna")), legal_name="=<b>Anna</b> Żółć", class_name="4A")
    )
    until = school.today.date() + timedelta(days=30)
    register.record_permission(a_permission("anna", valid_until=until))
    return school.as_("lead")


def written(tmp_path: Path, layout: Layout) -> str:
    """What the PDF, the JSON and the CSV say, one after the other."""
    told = ""
    for ending in ("pdf", "json", "csv"):
        file = tmp_path / f"report.{ending}"
        write_report(file, layout)
        assert file.stat().st_mode & 0o777 == 0o600
        if ending == "pdf":
            book = pypdfium2.PdfDocument(file.read_bytes())
            told += " ".join(page.get_textpage().get_text_range() for page in book)
        else:
            told += file.read_text(encoding="utf-8-sig")
        file.unlink()
    return told


def test_permissions_that_fall_due_are_in_every_kind_of_file_with_their_last_day(
    lead: Services, tmp_path: Path
) -> None:
    report = permissions_due(lead)
    assert [(one.person.person, one.class_name, one.platform) for one in report.found] == [
        ("anna", "4A", WEBSITE)
    ]
    told = written(tmp_path, due_layout(report))
    assert told.count("=<b>Anna</b> Żółć") == 2  # as it is on paper; in CSV after an apostrophe
    assert told.count("'=<b>Anna</b>") == 1
    assert "20 December 2026" in told
    assert "2026-12-20" in told
    assert permissions_due(lead, 29).found == ()


def test_a_request_that_waits_is_in_the_same_report(lead: Services, tmp_path: Path) -> None:
    asked(lead, PersonId("anna"), date(2026, 11, 2))
    report = permissions_due(lead)
    assert [one.request.due for one in report.waiting] == [date(2026, 12, 2)]
    told = written(tmp_path, due_layout(report))
    assert "2 December 2026" in told
    assert "requests to answer: 1" in told
    assert '"received_on": "2026-11-02"' in told


def test_people_without_a_record_are_listed_for_a_question_and_at_all(lead: Services, tmp_path: Path) -> None:
    about_names = people_without_record(lead, Question(WEBSITE, Kind.NAME))
    assert "anna" in {person.id for person in about_names.found}
    assert "anna" not in {person.id for person in people_without_record(lead).found}
    told = written(tmp_path, without_record_layout(about_names))
    assert "name website" in told
    assert "anna" in told


def test_the_log_and_the_posts_can_be_printed_and_the_log_on_paper_holds_no_name(
    lead: Services, tmp_path: Path
) -> None:
    assert "Posts: 0" in written(tmp_path, posts_layout(posts(lead)))
    report = audit(lead)
    told = written(tmp_path, audit_layout(report))
    assert report.anchor.seal[:20] in told
    assert "Anna" not in told


@pytest.mark.usefixtures("lead")
def test_whom_to_ask_is_for_the_lead_alone(school: School) -> None:
    refused(Code.NOT_ALLOWED, permissions_due, school.office)
    refused(Code.NOT_ALLOWED, people_without_record, school.office)
