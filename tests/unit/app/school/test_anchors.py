"""Anchors: one a day in a folder elsewhere, read back from text and reports, and never in the way of work."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.audit import audit
from app.reports.layouts import audit_layout
from app.school import anchors
from app.services import Services
from app.settings import Settings
from consent.audit import Anchor, read_anchors, written
from consent.errors import Code
from tests.stores import refused
from tests.unit.app.school.conftest import School

SEALS = st.text("0123456789abcdef", min_size=64, max_size=64)
ANCHORS = st.builds(Anchor, st.dates(), st.integers(0, 10**12 - 1), SEALS)


def kept_in(services: Services, folder: Path) -> Services:
    return replace(services, settings=Settings(anchor_folder=folder))


@given(st.lists(ANCHORS))
def test_anchors_come_back_from_the_text_that_holds_them(some: list[Anchor]) -> None:
    text = "\n".join(f"  {written(one)} " for one in some)
    assert read_anchors(f"Log of the school\n{text}\nkept by the head") == tuple(some)


@given(st.text())
def test_any_text_can_be_read_for_anchors(text: str) -> None:
    read_anchors(text)


def test_a_day_that_is_none_is_no_anchor() -> None:
    assert read_anchors(f"2026-02-30 1 {'0' * 64}") == ()
    assert read_anchors(f"2026-02-28 1 {'0' * 65}") == ()


def test_the_reports_own_file_serves_as_well(school: School, tmp_path: Path) -> None:
    lead = school.as_("lead")
    report = audit(lead)
    (tmp_path / "log.json").write_text(json.dumps(audit_layout(report).record, indent=1))
    assert list(anchors.read_file(tmp_path / "log.json")) == list(report.anchors)


def test_one_anchor_is_kept_for_each_day(school: School, tmp_path: Path) -> None:
    admin = kept_in(school.services, tmp_path)
    first = anchors.keep_daily(admin)
    assert first is not None
    assert anchors.keep_daily(admin) is None
    admin.note("something")
    school.now += timedelta(days=1)
    admin.note("something else")
    assert anchors.keep_daily(admin) is not None
    kept = anchors.kept(tmp_path)
    assert [anchor.day for anchor in kept] == [date(2026, 11, 20), date(2026, 11, 21)]
    report = audit(school.as_("lead"), kept)
    assert (report.held, report.broken) == (tuple(kept), ())


def test_at_closing_the_days_last_entry_is_kept_beside_its_first(school: School, tmp_path: Path) -> None:
    admin = kept_in(school.services, tmp_path)
    anchors.keep_daily(admin)
    (first,) = anchors.kept(tmp_path)
    assert anchors.keep_last(admin) is None, "nothing happened since"
    for _ in range(2):
        admin.note("something")
        assert anchors.keep_last(admin) is not None
    assert [one.number for one in anchors.kept(tmp_path)] == [first.number, first.number + 2]
    assert len(list(tmp_path.glob("greenlight*"))) == 1
    assert audit(school.as_("lead"), anchors.kept(tmp_path)).broken == ()


def test_promise_37_closing_a_log_that_was_cut_does_not_replace_the_anchor_that_proves_it(
    school: School, tmp_path: Path
) -> None:
    (file := tmp_path / "greenlight-log-2026-11-20.txt").write_text(f"2026-11-20 1 {'0' * 64}\n")
    before = file.read_bytes()
    admin = kept_in(school.services, tmp_path)
    admin.note("something")
    assert anchors.keep_last(admin) is None
    file.write_text(f"2026-11-20 99 {'0' * 64}\n")
    assert anchors.keep_last(admin) is None
    assert file.read_bytes() != before
    assert "99" in file.read_text()


def test_without_a_folder_or_with_one_that_is_gone_work_goes_on(school: School, tmp_path: Path) -> None:
    assert anchors.keep_daily(school.services) is None
    assert anchors.keep_daily(kept_in(school.services, tmp_path / "pulled out")) is None
    assert list(anchors.kept(None)) == []
    assert list(anchors.kept(tmp_path / "pulled out")) == []


def test_promise_37_an_anchor_of_another_log_or_of_a_cut_tail_does_not_hold(school: School) -> None:
    lead = school.as_("lead")
    good = audit(lead).anchor
    other = Anchor(good.day, good.number, "0" * 64)
    cut = Anchor(good.day, good.number + 1000, good.seal)
    report = audit(lead, [good, other, cut, good])
    assert report.held == (good,)
    assert report.broken == (other, cut)


@pytest.mark.parametrize("who", ["office", "head", "admin"])
def test_the_log_is_for_the_lead(school: School, who: str) -> None:
    refused(Code.NOT_ALLOWED, audit, school.as_(who))
