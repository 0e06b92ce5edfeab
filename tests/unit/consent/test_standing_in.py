"""While the head is away: who may say go live instead, on which days, and who never."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from consent.accounts import Account, AccountId, Role
from consent.approvals import is_live, still_missing
from consent.delegations import Delegation, standing_in
from consent.incidents import Incident, clock, may_close
from consent.people import PersonId
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.publications import Approval, PhotoId, Proposal
from tests.factories import NOW, TODAY, a_platform, an_account

HEAD, DEPUTY = an_account("head", Role.APPROVER), an_account("deputy", Role.OFFICE)
GIVEN = Delegation("d", HEAD.id, DEPUTY.id, TODAY, TODAY + timedelta(days=4))
POLICY = Policy()
PROPOSAL = Proposal(PhotoId("f"), PlatformId("website"), "ab", "", (PersonId("p"),), AccountId("o"), NOW)


def asked(
    account: Account = DEPUTY,
    *given: Delegation,
    head: Account = HEAD,
    today: date = TODAY,
) -> str | None:
    return standing_in(account, given or (GIVEN,), (head, account), policy=POLICY, today=today)


def test_who_was_let_by_the_head_may_approve_on_those_days() -> None:
    assert asked() == HEAD.id
    assert asked(today=GIVEN.ends) == HEAD.id


@pytest.mark.parametrize(
    "answer",
    [
        asked(today=TODAY - timedelta(days=1)),
        asked(today=GIVEN.ends + timedelta(days=1)),
        asked(DEPUTY, replace(GIVEN, revoked=True)),
        asked(DEPUTY, replace(GIVEN, to=AccountId("someone else"))),
        asked(DEPUTY, replace(GIVEN, by=AccountId("admin"))),  # may not approve, so cannot let another
        asked(head=replace(HEAD, disabled=True)),
        asked(head=replace(HEAD, roles=frozenset({Role.OFFICE}))),
        asked(replace(DEPUTY, trained_on=None)),
        asked(replace(DEPUTY, disabled=True)),
        asked(replace(DEPUTY, policy_read="0")),
        asked(replace(DEPUTY, roles=frozenset({Role.ADMIN}))),
    ],
)
def test_no_one_else_and_on_no_other_day(answer: str | None) -> None:
    assert answer is None


def test_who_stands_in_cannot_hand_it_on() -> None:
    third = an_account("third", Role.OFFICE)
    handed_on = replace(GIVEN, by=DEPUTY.id, to=third.id)
    accounts = (HEAD, DEPUTY, third)
    assert standing_in(third, (GIVEN, handed_on), accounts, policy=POLICY, today=TODAY) is None


@pytest.mark.parametrize(
    ("age", "holds"),
    [
        (timedelta(0), True),
        (timedelta(days=14, seconds=-1), True),
        (timedelta(days=14), False),
        (timedelta(seconds=-1), False),  # the clock was set back
    ],
)
def test_promise_9_an_approval_holds_for_its_days_and_not_before_it_was_given(
    age: timedelta, *, holds: bool
) -> None:
    assert is_live(Approval(PROPOSAL, HEAD.id, NOW), POLICY, NOW + age) is holds


def test_a_platform_may_ask_for_two_different_people() -> None:
    platform = replace(a_platform(), approvers_needed=2)
    first = Approval(PROPOSAL, HEAD.id, NOW)
    second = replace(first, approved_by=AccountId("second"))
    assert still_missing((), platform, policy=POLICY, now=NOW) == 2
    assert still_missing((first, first), platform, policy=POLICY, now=NOW) == 1
    assert still_missing((first, second), platform, policy=POLICY, now=NOW) == 0
    assert still_missing((first, second), platform, policy=POLICY, now=NOW + timedelta(days=20)) == 2


def test_the_heads_say_counts_once_whoever_gives_it() -> None:
    """Two people are two; but whoever stands in says what the head let them say, and one person is one."""
    platform = replace(a_platform(), approvers_needed=2)

    def given(by: str, head: str = "") -> Approval:
        return Approval(PROPOSAL, AccountId(by), NOW, on_behalf_of=head)

    def missing(*approvals: Approval) -> int:
        return still_missing(approvals, platform, policy=POLICY, now=NOW)

    assert missing(given("head"), given("deputy", "head")) == 1
    assert missing(given("deputy", "head"), given("secretary", "head")) == 1
    assert missing(given("deputy", "head"), given("deputy", "second head")) == 1
    assert missing(given("head"), given("second head")) == 0
    assert missing(given("second head"), given("deputy", "head")) == 0


def test_who_is_let_by_two_heads_stands_in_for_the_one_who_did_not_prepare_it() -> None:
    other = an_account("other", Role.APPROVER)
    given = (GIVEN, replace(GIVEN, id="d2", by=other.id))
    accounts = (HEAD, DEPUTY, other)
    for not_for, head in (((), HEAD.id), ({HEAD.id}, other.id), ({HEAD.id, other.id}, None)):
        answer = standing_in(DEPUTY, given, accounts, policy=POLICY, today=TODAY, not_for=not_for)
        assert answer == head


@pytest.mark.parametrize("back", [timedelta(days=3), timedelta(days=13), timedelta(days=400)])
def test_promise_9_a_clock_set_back_makes_no_approval_younger(back: timedelta) -> None:
    seen = NOW + timedelta(days=20)
    assert not is_live(Approval(PROPOSAL, HEAD.id, NOW), POLICY, seen - back, judged=seen)


NOTICED = Incident("i", NOW, AccountId("lead"), "a name stayed legible")


def test_the_clock_of_72_hours_runs_through_the_weekend() -> None:
    assert clock(NOTICED, NOW).left == timedelta(hours=72)
    late = clock(NOTICED, NOW + timedelta(hours=73))
    assert (late.left, late.is_late) == (timedelta(hours=-1), True)


def test_the_clock_stops_once_it_is_reported_or_decided() -> None:
    reported = replace(NOTICED, reported_at=NOW + timedelta(hours=10))
    assert clock(reported, NOW + timedelta(days=30)).left == timedelta(hours=62)
    decided = replace(NOTICED, not_reported="no risk to anyone")
    assert not clock(decided, NOW + timedelta(days=30)).is_late


def test_an_incident_closes_only_with_what_was_done_and_decided() -> None:
    assert not may_close(NOTICED)
    assert not may_close(replace(NOTICED, not_reported="no risk"))
    assert may_close(replace(NOTICED, not_reported="no risk", measures="taken down, text covers checked"))
