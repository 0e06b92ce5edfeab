"""Reports on a real store: what they tell, to whom, and that asking for them is itself on record."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.cli.run import run
from app.cli.status import Status
from app.errors import AppError, Trouble
from app.reports.audit import audit
from app.reports.files import new_file, write_report
from app.reports.layouts import audit_layout, posts_layout, takedown_layout
from app.reports.posts import Named, posts
from app.reports.takedown import TakeDownReport, takedown
from app.services import Services
from app.steps.decide import facts_for
from consent.accounts import AccountId, Role
from consent.audit import Entry, Event, first_bad
from consent.decisions import Why
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.publications import PhotoId, Publication
from consent.store import EncryptedStore
from tests.factories import NOW, a_permission, an_account
from tests.path.conftest import PASSWORD, WEBSITE, School

ANNA, BEN = PersonId("anna"), PersonId("ben")
POST = Publication(
    PhotoId("f1"), WEBSITE, "0a.jpg", "ab" * 32, (ANNA,), AccountId("office"), AccountId("head"), NOW,
    "/out/website", "https://school.example/1",
)  # fmt: skip
ADMINS = (AccountId("admin"), AccountId("lead"))


@pytest.fixture
def lead(school: School) -> Services:
    """The lead of a school that posted one photo, on which Anna can be seen."""
    store = school.office.store
    store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    store.ledger.put_publication(POST)
    name(school, ANNA, "Anna Ampel")
    return school.as_("lead")


def name(school: School, person: PersonId, full: str) -> None:
    register = school.office.store.register
    register.put_person(replace(register.person(person), legal_name=full))


def listed(services: Services) -> TakeDownReport:
    return takedown(services, facts_for(services))


def last_event(services: Services) -> Event:
    return services.store.audit.entries()[-1].event


def signed_run(
    arguments: list[str], school: School, user: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> int:
    """The command as it is typed, with the store opened anew."""
    school.office.store.close()
    file = tmp_path / "password"
    file.write_text(PASSWORD, encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(file))
    return run(["report", *arguments, "--store", str(school.office.places.store), "--user", user])


def test_the_register_of_posts_names_staff_and_who_can_be_seen(lead: Services) -> None:
    (post,) = posts(lead).posts
    assert post.publication == POST
    assert (post.prepared_by, post.approved_by) == ("office", "head")
    assert post.visible == (Named(ANNA, "Anna Ampel"),)


def test_someone_who_was_erased_stays_on_the_register_of_posts_as_an_id(lead: Services) -> None:
    lead.store.register.erase_person(ANNA)
    (post,) = posts(lead).posts
    assert post.visible == (Named(ANNA, ""),)
    assert posts_layout(posts(lead)).shown.rows[0][6] == "anna"


def test_a_post_whose_people_still_agree_does_not_come_down(lead: Services) -> None:
    report = listed(lead)
    assert (report.judged, report.posts, report.found) == (1, 0, ())


def test_a_withdrawn_permission_takes_the_post_down_and_names_the_person(lead: Services) -> None:
    lead.store.register.record_permission(a_permission("anna", answer=Answer.WITHDRAWN))
    (one,) = listed(lead).found
    assert (one.publication, one.why, one.person) == (POST, Why.WITHDRAWN, Named(ANNA, "Anna Ampel"))


def test_a_permission_that_ran_out_takes_the_post_down(lead: Services, school: School) -> None:
    until = school.today.date() + timedelta(days=10)
    lead.store.register.record_permission(a_permission("anna", Kind.PHOTO, valid_until=until))
    assert listed(lead).found == ()
    school.today += timedelta(days=11)
    assert [one.why for one in listed(lead).found] == [Why.EXPIRED]


def test_promise_15_a_mark_is_the_schools_rules_in_every_report_and_no_ones_name(
    lead: Services, tmp_path: Path
) -> None:
    lead.store.register.mark_never_publish(ANNA, by=ADMINS)
    report = listed(lead)
    assert [(one.why, one.person) for one in report.found] == [(Why.SCHOOL_RULE, None)]
    layout = takedown_layout(report)
    assert layout.shown.rows[0][3:5] == ("", "the school's rules")
    for file in (tmp_path / "t.json", tmp_path / "t.csv"):
        write_report(file, layout)
        told = file.read_text(encoding="utf-8").casefold()
        assert "school_rule" in told
        assert not [word for word in ("anna", "never", "mark") if word in told]


def test_the_same_post_counts_once_however_many_reasons_it_has(lead: Services) -> None:
    lead.store.ledger.put_publication(replace(POST, visible=(ANNA, BEN)))
    lead.store.register.record_permission(a_permission("anna", answer=Answer.WITHDRAWN))
    report = listed(lead)
    assert [one.why for one in report.found] == [Why.WITHDRAWN, Why.REFUSED]
    assert report.posts == 1


def test_the_log_is_given_whole_with_its_last_seal_as_the_days_anchor(lead: Services) -> None:
    report = audit(lead)
    last = report.entries[-1]
    assert report.entries == tuple(lead.store.audit.entries())
    assert (report.anchor.day, report.anchor.number, report.anchor.seal) == (
        NOW.date(),
        last.number,
        last.seal,
    )
    shown = {row[0]: row[1] for row in audit_layout(report).shown.rows}
    assert shown["entries"] == str(len(report.entries))
    assert shown["last seal"] == last.seal
    assert shown["anchor of 20 November 2026"] == f"2026-11-20 {last.number} {last.seal}"


def test_promise_37_the_written_log_can_be_proven_by_anyone_and_holds_no_name(
    lead: Services, tmp_path: Path
) -> None:
    write_report(tmp_path / "log.json", audit_layout(audit(lead)))
    content = (tmp_path / "log.json").read_text(encoding="ascii")
    entries = [rebuilt(record) for record in json.loads(content)["entries"]]
    assert first_bad(entries) is None
    assert first_bad([*entries[:1], replace(entries[1], event=entries[0].event), *entries[2:]]) == 2
    assert "Ampel" not in content
    assert "Staff" not in content  # the accounts' full names


def rebuilt(record: dict[str, Any]) -> Entry:
    event = Event(
        record["act"],
        record["actor"],
        datetime.fromisoformat(record["at"]),
        record["subject"],
        record["detail"],
    )
    return Entry(record["number"], event, record["seal"])


def test_every_report_puts_itself_into_the_log(lead: Services) -> None:
    audit(lead)
    assert last_event(lead) == Event("report.audit", "lead", NOW)
    posts(lead)
    assert last_event(lead) == Event("report.posts", "lead", NOW, detail="posts=1")
    listed(lead)
    assert last_event(lead) == Event("report.takedown", "lead", NOW, detail="posts=0")
    lead.store.audit.verify()


@pytest.mark.parametrize("account", ["office", "head", "admin"])
def test_reports_are_for_who_keeps_the_register_and_a_refusal_shows_and_logs_nothing(
    lead: Services, school: School, account: str
) -> None:
    entries = len(lead.store.audit.entries())
    for report in (audit, posts, listed):
        with pytest.raises(ConsentError) as refused:
            report(school.as_(account))
        assert refused.value.code is Code.NOT_ALLOWED
    assert len(lead.store.audit.entries()) == entries


def test_promise_46_a_name_that_looks_like_a_formula_is_inert_in_a_sheet(
    lead: Services, school: School, tmp_path: Path
) -> None:
    formula = "=cmd|' /C calc'!A0"
    name(school, ANNA, formula)
    lead.store.register.record_permission(a_permission("anna", answer=Answer.WITHDRAWN))
    lead.store.ledger.put_publication(replace(POST, address="+https://school.example"))
    for number, layout in enumerate((posts_layout(posts(lead)), takedown_layout(listed(lead)))):
        file = tmp_path / f"{number}.csv"
        write_report(file, layout)
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
        cells = [cell for row in rows for cell in row]
        assert any(formula in cell for cell in cells)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_report_is_written_for_this_account_alone_and_replaces_nothing(
    lead: Services, tmp_path: Path
) -> None:
    file = tmp_path / "posts.json"
    layout = posts_layout(posts(lead))
    write_report(file, layout)
    assert file.stat().st_mode & 0o777 == 0o600
    (record,) = json.loads(file.read_text(encoding="ascii"))["posts"]
    assert record["visible"] == [{"person": "anna", "name": "Anna Ampel"}]
    assert record["address"] == POST.address
    with pytest.raises(AppError) as refused:
        write_report(file, layout)
    assert (refused.value.code, refused.value.detail) == (Trouble.NOT_WRITABLE, "exists")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_where_a_report_cannot_go_is_wrong_use_before_anyone_signs_in(tmp_path: Path) -> None:
    (tmp_path / "there.csv").touch()
    (tmp_path / "loose.csv").symlink_to(tmp_path / "elsewhere.csv")
    for out in ("report.txt", "report", "there.csv", "loose.csv", "no folder/report.csv"):
        with pytest.raises(AppError) as refused:
            new_file(str(tmp_path / out))
        assert refused.value.code is Trouble.WRONG_USE
    assert new_file(None) is None
    assert new_file(str(tmp_path / "Report.JSON")) == tmp_path / "Report.JSON"


@pytest.mark.usefixtures("lead")
def test_typed_by_the_lead_the_table_is_printed_and_the_file_written(
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "posts.csv"
    assert signed_run(["posts", "--out", str(out)], school, "lead", monkeypatch, tmp_path) == Status.WELL
    told = capsys.readouterr().out
    assert "posts: 1" in told
    assert "Anna Ampel" in told.replace("\n", " ")
    assert out.exists()


@pytest.mark.usefixtures("lead")
@pytest.mark.parametrize("report", ["audit", "posts", "takedown"])
def test_typed_by_the_office_it_is_not_allowed_and_nothing_is_written(
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    report: str,
) -> None:
    out = tmp_path / "report.csv"
    done = signed_run([report, "--out", str(out)], school, "office", monkeypatch, tmp_path)
    assert done == Status.NOT_ALLOWED
    assert capsys.readouterr().out == ""
    assert not out.exists()


@pytest.mark.usefixtures("lead")
def test_promise_37_a_log_that_was_altered_ends_with_one_and_names_the_entry(
    school: School, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = school.office.store
    assert isinstance(store, EncryptedStore)
    for _ in range(3):
        store.audit.append(Event("decide", "office", NOW, "f1"))
    store.database.change(text("DROP TRIGGER audit_no_update"))
    store.database.change(text("UPDATE audit SET actor = 'head' WHERE number = 3"))
    out = tmp_path / "log.json"
    assert signed_run(["audit", "--out", str(out)], school, "lead", monkeypatch, tmp_path) == Status.FAILED
    told = capsys.readouterr()
    assert told.out == ""
    assert "the log has been altered (LOG_DAMAGED: 3)" in told.err
    assert not out.exists()
