"""Roles × acts, and who may say "go live"."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from consent.accounts import Account, AccountId, Act, Role, may, refusal
from consent.approvals import record_refusal
from consent.errors import Code
from consent.people import PersonId
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.publications import Approval, PhotoId, Proposal
from tests.factories import NOW, a_photo, an_account

POLICY = Policy(version="3")
OFFICE_ACTS = {Act.LOOK, Act.BRING_IN, Act.PREPARE, Act.PUBLISH}
MAY = {
    Role.OFFICE: OFFICE_ACTS,
    Role.APPROVER: OFFICE_ACTS | {Act.APPROVE},
    Role.LEAD: {Act.LOOK, Act.KEEP_REGISTER, Act.MARK_NEVER_PUBLISH},
    Role.ADMIN: {Act.LOOK, Act.ADMINISTER},
}


def trained(*roles: Role) -> Account:
    return replace(an_account("a1", *roles), policy_read="3")


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_every_set_of_roles_may_do_what_its_roles_may_and_no_more(count: int) -> None:
    for roles in itertools.combinations(Role, count):
        for act in Act:
            allowed = any(act in MAY[role] for role in roles)
            assert may(trained(*roles), act, POLICY) is allowed
            assert refusal(trained(*roles), act, POLICY) is (None if allowed else Code.NOT_ALLOWED)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", list(Act))
def test_untrained_or_with_an_old_policy_read_one_may_only_look(role: Role, act: Act) -> None:
    for account, code in (
        (replace(trained(role), trained_on=None), Code.NOT_TRAINED),
        (replace(trained(role), policy_read="2"), Code.POLICY_NOT_READ),
        (replace(trained(role), policy_read=""), Code.POLICY_NOT_READ),
    ):
        assert may(account, act, POLICY) is (act is Act.LOOK)
        if act is not Act.LOOK and act in MAY[role]:
            assert refusal(account, act, POLICY) is code


@pytest.mark.parametrize("act", list(Act))
def test_a_disabled_account_may_nothing(act: Act) -> None:
    assert refusal(replace(trained(*Role), disabled=True), act, POLICY) is Code.ACCOUNT_DISABLED


@pytest.mark.parametrize("act", list(Act))
def test_with_a_password_that_someone_else_chose_one_may_nothing(act: Act) -> None:
    assert refusal(replace(trained(*Role), invited=True), act, POLICY) is Code.PASSWORD_NOT_CHANGED


def test_an_account_without_role_may_nothing() -> None:
    account = replace(trained(), roles=frozenset())
    assert not any(may(account, act, POLICY) for act in Act)


PROPOSAL = Proposal(
    PhotoId("f1"), PlatformId("website"), "ab" * 32, "", (PersonId("p1"),), an_account("a9").id, NOW
)


@pytest.mark.parametrize(
    ("approver", "touched_by", "expected"),
    [
        (trained(Role.APPROVER), (), None),
        (trained(Role.APPROVER), (AccountId("a2"), AccountId("a9")), None),
        (trained(Role.APPROVER), (AccountId("a1"),), Code.SAME_PERSON),
        (replace(trained(Role.APPROVER), id=AccountId("a9")), (), Code.SAME_PERSON),
        (replace(trained(*Role), id=AccountId("a9")), (), Code.SAME_PERSON),
        (trained(Role.OFFICE), (), Code.NOT_ALLOWED),
        (trained(Role.LEAD, Role.ADMIN), (), Code.NOT_ALLOWED),
        (replace(trained(Role.APPROVER), trained_on=None), (), Code.NOT_TRAINED),
        (replace(trained(Role.APPROVER), policy_read=""), (), Code.POLICY_NOT_READ),
        (replace(trained(Role.APPROVER), disabled=True), (), Code.ACCOUNT_DISABLED),
    ],
)
def test_promise_9_who_may_say_go_live(
    approver: Account, touched_by: tuple[AccountId, ...], expected: Code | None
) -> None:
    photo = replace(a_photo(), touched_by=touched_by)
    by_role = refusal(approver, Act.APPROVE, POLICY)
    assert (by_role or record_refusal(Approval(PROPOSAL, approver.id, NOW), photo, PROPOSAL)) is expected


def test_a_proposal_of_another_photo_is_void() -> None:
    approval = Approval(PROPOSAL, an_account("a1").id, NOW)
    assert record_refusal(approval, a_photo("f2"), PROPOSAL) is Code.APPROVAL_VOID


def test_promise_9_nobody_approves_in_the_place_of_whoever_prepared_it() -> None:
    """The head who prepared a photo cannot have it approved by someone whom they let stand in for them."""
    for_the_head = Approval(PROPOSAL, an_account("a1").id, NOW, on_behalf_of="a9")
    assert record_refusal(for_the_head, a_photo(), PROPOSAL) is Code.SAME_PERSON
    touched = replace(a_photo(), touched_by=(AccountId("a7"),))
    assert record_refusal(replace(for_the_head, on_behalf_of="a7"), touched, PROPOSAL) is Code.SAME_PERSON
    assert record_refusal(replace(for_the_head, on_behalf_of="a8"), touched, PROPOSAL) is None


def test_an_approval_is_void_unless_the_very_proposal_is_kept() -> None:
    approval = Approval(PROPOSAL, an_account("a1").id, NOW)
    assert record_refusal(approval, a_photo(), PROPOSAL) is None
    assert record_refusal(approval, a_photo(), None) is Code.APPROVAL_VOID
    for field, value in (("sha256", "00"), ("caption", "x"), ("visible", ()), ("platform", "blog")):
        changed = replace(PROPOSAL, **{field: value})  # type: ignore[arg-type]
        assert record_refusal(approval, a_photo(), changed) is Code.APPROVAL_VOID
