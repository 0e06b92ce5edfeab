"""Photos go at their time, and of each that is gone there is a record that can be printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.reports.deletion_layout import deletions_layout
from app.reports.deletions import as_html, deletions
from app.steps import path
from app.steps.erase import discard, ending, erase, erase_overdue, tell
from consent.accounts import SYSTEM, Role
from consent.errors import Code, ConsentError
from consent.policy import Policy
from consent.stages import Stage
from tests.factories import an_account
from tests.path.conftest import PASSWORD, School

RULES = Policy()


def test_photos_that_were_kept_long_enough_are_erased_whatever_their_stage(school: School) -> None:
    batch, _ = school.bring_in()
    assert list(erase_overdue(school.office)) == []
    school.today += timedelta(days=RULES.retention_days - RULES.notice_days)
    tell(school.office, ending(school.office))
    school.today += timedelta(days=RULES.notice_days)
    told = list(erase_overdue(school.office))
    assert {step.stage for step in told} == {Stage.ERASE}
    assert {photo.stage for photo in school.office.store.ledger.photos(batch.id)} == {Stage.ERASE}
    assert list(school.office.vault.kept()) == []
    assert list(erase_overdue(school.office)) == []


def test_a_photo_that_lies_nowhere_else_goes_only_when_someone_was_told_for_the_days_of_notice(
    school: School,
) -> None:
    batch, _ = school.bring_in()
    school.today += timedelta(days=RULES.retention_days - RULES.notice_days - 1)
    assert ending(school.office) == []
    school.today += timedelta(days=RULES.notice_days + 365)  # the PC stood in a cupboard
    assert list(erase_overdue(school.office)) == []
    (soon,) = ending(school.office)
    assert (soon.batch, soon.photos, soon.told) == (batch.id, 3, False)
    assert soon.goes_on == school.today.date() + timedelta(days=RULES.notice_days)
    tell(school.office, [soon])
    school.today += timedelta(days=RULES.notice_days - 1)
    assert list(erase_overdue(school.office)) == []
    (later,) = ending(school.office)
    assert (later.told, later.goes_on) == (True, soon.goes_on)
    tell(school.office, [later])  # a second look moves nothing
    school.today += timedelta(days=1)
    assert len(list(erase_overdue(school.office))) == 3
    acts = [(one.event.act, one.event.subject) for one in school.office.store.audit.entries()]
    assert acts.count(("retention.told", batch.id)) == 1


def test_what_is_out_and_proven_goes_at_its_time_and_the_log_says_why(school: School) -> None:
    batch, _ = school.bring_in()
    photo = school.photo("b.jpg")
    path.ask_for_approval(school.office, photo.id)
    path.go_live(school.as_("head"), photo.id)
    ledger = school.office.store.ledger
    for stage in (Stage.RENDER, Stage.VERIFY, Stage.EXPORT):  # cut off before it was erased
        ledger.move_photo(ledger.photo(photo.id), stage)
    school.today += timedelta(days=RULES.retention_days)
    assert [one.photo for one in erase_overdue(school.office)] == [photo.id]
    last = [one.event for one in school.office.store.audit.entries() if one.event.act == "erase"]
    assert [(one.subject, one.detail) for one in last] == [(photo.id, "retention")]
    assert {one.stage for one in ledger.photos(batch.id)} > {Stage.ERASE}


def test_a_longer_retention_makes_an_earlier_word_void(school: School) -> None:
    school.bring_in()
    school.today += timedelta(days=RULES.retention_days - RULES.notice_days)
    tell(school.office, ending(school.office))
    school.office.store.register.put_policy(replace(RULES, retention_days=90))
    school.today += timedelta(days=90)
    assert list(erase_overdue(school.office)) == []
    assert [one.told for one in ending(school.office)] == [False]


def test_who_keeps_the_register_sees_to_it_and_who_may_only_look_does_nothing(school: School) -> None:
    accounts = school.office.store.accounts
    accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    accounts.add_account(replace(an_account("newcomer"), trained_on=None), PASSWORD)
    school.bring_in()
    school.today += timedelta(days=RULES.retention_days)
    for who in ("newcomer", "admin"):
        tell(school.as_(who), ending(school.as_(who)))
    assert [one.told for one in ending(school.office)] == [False]
    tell(school.as_("lead"), ending(school.as_("lead")))
    school.today += timedelta(days=RULES.notice_days)
    for who in ("newcomer", "admin"):
        assert list(erase_overdue(school.as_(who))) == []
    kept = school.photo("a.jpg").id
    with pytest.raises(ConsentError):
        erase(school.as_("lead"), kept)
    assert len(list(erase_overdue(school.as_("lead")))) == 3


@pytest.mark.parametrize("state", ["untrained", "another policy", "shut out"])
def test_what_the_program_does_by_itself_hangs_on_no_ones_right(state: str, school: School) -> None:
    """Whoever signed in last has gone home, and may have lost every right since; the days count all the same."""
    accounts, register = school.office.store.accounts, school.office.store.register
    school.bring_in()
    school.today += timedelta(days=RULES.retention_days)
    tell(school.office, ending(school.office))
    school.today += timedelta(days=RULES.notice_days)
    last = accounts.account(school.office.account.id)
    match state:
        case "untrained":
            accounts.put_account(replace(last, trained_on=None))
        case "another policy":
            register.put_policy(replace(register.policy(), version="2", text="new"))
        case _:
            accounts.put_account(replace(last, disabled=True))
    assert list(erase_overdue(school.office)) == []
    assert len(list(erase_overdue(school.office, by=SYSTEM))) == 3


def test_the_record_says_what_when_by_whom_why_and_on_whose_confirmation(school: School) -> None:
    school.office.store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    batch, _ = school.bring_in()
    photo = school.photo("b.jpg")
    path.ask_for_approval(school.office, photo.id)
    path.go_live(school.as_("head"), photo.id)
    school.deliver(batch)
    unwanted = school.photo("a.jpg")
    discard(school.office, unwanted.id)
    report = deletions(school.as_("lead"))
    delivered, binned = report.deletions
    assert (delivered.photo, delivered.sha256, delivered.by, delivered.ground) == (
        photo.id,
        photo.sha256,
        "head",
        "delivered",
    )
    assert {one.approved_by for one in delivered.confirmations} == {"head"}
    assert (binned.photo, binned.by, binned.ground, binned.confirmations) == (
        unwanted.id,
        "office",
        "unwanted",
        (),
    )
    page = as_html(report, school="Test <School>")
    assert "Test &lt;School&gt;" in page
    assert photo.sha256 in page
    assert report.seal in page
    assert len(deletions_layout(report).sheet.rows) == 2
    entries = school.office.store.audit.entries()
    assert entries[-1].event.act == "report.deletions"


def test_what_nobody_asked_for_is_told_as_the_programs_own_doing(school: School) -> None:
    school.office.store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    school.bring_in()
    school.today += timedelta(days=RULES.retention_days)
    tell(school.office, ending(school.office))
    school.today += timedelta(days=RULES.notice_days)
    assert len(list(erase_overdue(school.office, by=SYSTEM))) == 3
    log = [one.event for one in school.office.store.audit.entries() if one.event.act == "erase"]
    assert {(one.actor, one.detail) for one in log} == {(SYSTEM, "retention")}
    report = deletions(school.as_("lead"))
    assert {one.by for one in report.deletions} == {""}
    assert as_html(report, school="Test School").count("the program itself") == 3
    assert {row[3] for row in deletions_layout(report).sheet.rows} == {"the program itself"}


def test_only_who_keeps_the_register_sees_the_record(school: School) -> None:
    with pytest.raises(ConsentError) as refused:
        deletions(school.office)
    assert refused.value.code is Code.NOT_ALLOWED
