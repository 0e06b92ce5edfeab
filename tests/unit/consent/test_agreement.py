"""Two people who agree are two, and each of them may."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from consent.accounts import Act, Role, refusal
from consent.agreement import Agreement, refusal_of_two
from consent.errors import Code
from consent.policy import Policy
from tests.factories import NOW, an_account

POLICY = Policy()
STAFF = [
    *(an_account(f"a{number}", role) for number, role in enumerate(Role)),
    an_account("all", *Role),
    replace(an_account("untrained", *Role), trained_on=None),
    replace(an_account("behind", *Role), policy_read="0"),
    replace(an_account("disabled", *Role), disabled=True),
    replace(an_account("invited", *Role), invited=True),
]


@pytest.mark.parametrize("act", list(Act))
def test_two_may_what_each_of_them_may(act: Act) -> None:
    for first, second in itertools.product(STAFF, STAFF):
        alone = refusal(first, act, POLICY) or refusal(second, act, POLICY)
        expected = alone or (Code.SAME_PERSON if first.id == second.id else None)
        assert refusal_of_two(first, second, act, policy=POLICY) is expected


def test_an_agreement_names_both_in_their_order() -> None:
    first, second = an_account("a1"), an_account("a2")
    assert Agreement(Act.MARK_NEVER_PUBLISH, first.id, second.id, NOW).by == (first.id, second.id)
