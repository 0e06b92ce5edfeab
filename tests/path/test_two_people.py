"""No one publishes alone: every pair of staff against every state of an account, and every state of a photo."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from app.steps import path
from consent.accounts import Account, AccountId, Role
from consent.errors import Code, ConsentError
from consent.publications import PhotoId
from consent.stages import Stage
from tests.factories import an_account
from tests.path.conftest import PASSWORD, WEBSITE, School

STAFF = {
    "prep": an_account("prep", Role.OFFICE),
    "boss": an_account("boss", Role.APPROVER),
    "both": an_account("both", Role.APPROVER, Role.OFFICE),
    "all": an_account("all", *Role),
    "dpl": an_account("dpl", Role.LEAD),
    "adm": an_account("adm", Role.ADMIN),
    "untrained": replace(an_account("untrained", Role.APPROVER), trained_on=None),
    "behind": replace(an_account("behind", Role.APPROVER), policy_read="0"),
    "off": replace(an_account("off", Role.APPROVER), disabled=True),
    "new": replace(an_account("new", Role.APPROVER), invited=True),
}
PREPARERS = ("prep", "boss", "both", "all")


def expected(preparer: str, approver: Account) -> Code | None:
    if approver.disabled:
        return Code.ACCOUNT_DISABLED
    if approver.invited:
        return Code.PASSWORD_NOT_CHANGED
    if Role.APPROVER not in approver.roles:
        return Code.NOT_ALLOWED
    if approver.trained_on is None:
        return Code.NOT_TRAINED
    if approver.policy_read != "1":
        return Code.POLICY_NOT_READ
    return Code.SAME_PERSON if approver.id == preparer else None


@pytest.fixture
def staffed(school: School) -> School:
    for account in STAFF.values():
        school.office.store.accounts.add_account(account, PASSWORD)
    return school


def asked_by(school: School, preparer: str) -> PhotoId:
    school.office = school.as_(preparer)
    school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo)
    return photo


@pytest.mark.parametrize(("preparer", "approver"), list(itertools.product(PREPARERS, STAFF)))
def test_promise_9_each_pair_of_staff_publishes_only_as_two_and_each_refusal_is_logged(
    staffed: School, preparer: str, approver: str
) -> None:
    photo = asked_by(staffed, preparer)
    ledger, log = staffed.office.store.ledger, staffed.office.store.audit
    code = expected(preparer, STAFF[approver])
    if code is None:
        path.go_live(staffed.as_(approver), photo)
        assert ledger.photo(photo).stage is Stage.APPROVE
        assert {one.approved_by for one in ledger.approvals(photo)} == {approver}
        return
    with pytest.raises(ConsentError) as refused:
        path.go_live(staffed.as_(approver), photo)
    assert refused.value.code is code
    assert ledger.approvals(photo) == []
    assert ledger.photo(photo).stage is Stage.REVIEW
    last = log.last()
    assert last is not None
    assert (last.event.act, last.event.actor, last.event.subject, last.event.detail) == (
        "approve.refused", approver, photo, code.value,
    )  # fmt: skip


def test_promise_9_one_person_counts_once_where_two_must_say_go_live(staffed: School) -> None:
    register = staffed.office.store.register
    register.put_platform(replace(register.platform(WEBSITE), approvers_needed=2))
    photo = asked_by(staffed, "prep")
    path.go_live(staffed.as_("boss"), photo)
    for _ in range(2):
        with pytest.raises(ConsentError):
            path.go_live(staffed.as_("boss"), photo)
    assert staffed.office.store.ledger.photo(photo).stage is Stage.REVIEW
    path.go_live(staffed.as_("all"), photo)
    assert staffed.office.store.ledger.photo(photo).stage is Stage.APPROVE


@pytest.mark.parametrize("days", [-4000, -1, 0, 1, 4000])
def test_promise_9_no_clock_makes_one_person_two(staffed: School, days: int) -> None:
    photo = asked_by(staffed, "both")
    staffed.today += timedelta(days=days)
    with pytest.raises(ConsentError) as refused:
        path.go_live(staffed.as_("both"), photo)
    assert refused.value.code is Code.SAME_PERSON


def test_promise_9_an_account_shut_out_after_it_approved_sends_nothing_itself(staffed: School) -> None:
    photo = asked_by(staffed, "prep")
    path.go_live(staffed.as_("boss"), photo)
    accounts = staffed.office.store.accounts
    accounts.put_account(replace(accounts.account(AccountId("boss")), disabled=True))
    with pytest.raises(ConsentError) as refused:
        path.deliver_photo(staffed.as_("boss"), photo, lambda _platform: None)  # type: ignore[arg-type, return-value]
    assert refused.value.code is Code.ACCOUNT_DISABLED
    assert staffed.office.store.ledger.publications() == []
