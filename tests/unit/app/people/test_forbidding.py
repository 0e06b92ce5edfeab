"""Never publish: two people together, and the reason for these two alone, in no log, list or decision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.people.forbidding import lift, listed, mark, reason
from app.people.keeping import add
from app.people.overview import register_facts
from app.people.permits import record
from app.services import Services
from consent.accounts import Account, Act, Role
from consent.agreement import Agreement
from consent.decisions import Outcome, Verdict, Why
from consent.errors import Code
from consent.people import PersonId
from consent.policy import NeverPublishRule, Policy
from consent.rules import decide
from tests.factories import NOW, WEBSITE, a_carer, a_permission, a_person, a_sighting, an_account
from tests.stores import refused
from tests.unit.app.people.conftest import LEAD, Office

ANN = PersonId("p1")
SECOND, THIRD, CLERK = (
    an_account("second", Role.LEAD),
    an_account("third", Role.LEAD),
    an_account("clerk", Role.OFFICE),
)
WHY = "court order 7 of the family court"
BOTH = Agreement(Act.MARK_NEVER_PUBLISH, LEAD.id, SECOND.id, NOW)


@pytest.fixture
def lead(office: Office) -> Services:
    for account in (SECOND, THIRD, CLERK):
        office.store.accounts.add_account(account, "three quiet words")
    add(office.services, a_person(carers=(a_carer(),)))
    record(office.services, a_permission())
    return office.services


def as_(services: Services, account: Account) -> Services:
    return replace(services, account=account)


def test_promise_15_the_reason_is_told_to_the_two_who_set_it_and_to_no_one_else(lead: Services) -> None:
    mark(lead, ANN, WHY, BOTH)
    assert reason(lead, ANN) == WHY
    assert reason(as_(lead, SECOND), ANN) == WHY
    refused(Code.NOT_ALLOWED, reason, as_(lead, THIRD), ANN)  # a lead, but not one of the two
    refused(Code.NOT_ALLOWED, reason, as_(lead, CLERK), ANN)
    refused(Code.NOT_ALLOWED, listed, as_(lead, CLERK))


@pytest.mark.parametrize("rule", list(NeverPublishRule))
def test_promise_15_a_mark_stands_above_every_consent_and_no_decision_says_why(
    lead: Services, rule: NeverPublishRule
) -> None:
    lead.store.register.put_policy(Policy(school="S", never_publish=rule))
    platform = lead.store.register.platform(WEBSITE)
    seen = [a_sighting(people=("p1",))]
    assert decide(seen, register_facts(lead), platform).decisions[0].outcome is Outcome.SHOW
    mark(lead, ANN, WHY, BOTH)
    decided = decide(seen, register_facts(lead), platform)
    assert decided.decisions[0].why is Why.SCHOOL_RULE
    expected = Verdict.BLOCKED if rule is NeverPublishRule.BLOCK else Verdict.CLEAR_WITH_COVERS
    assert decided.verdict is expected
    assert "court" not in repr(decided)


def test_promise_15_the_log_the_list_and_the_register_hold_no_reason(lead: Services) -> None:
    mark(lead, ANN, WHY, BOTH)
    reason(lead, ANN)
    (marked,) = listed(lead)
    assert (marked.person.id, marked.mark.by) == (ANN, BOTH.by)
    lift(lead, ANN, BOTH)
    told = [*lead.store.audit.entries(), marked, *lead.store.register.people(), register_facts(lead)]
    assert "court" not in repr(told)
    acts = [entry.event.act for entry in lead.store.audit.entries()]
    for act in (
        "never_publish.marked",
        "never_publish.reason_shown",
        "never_publish.listed",
        "never_publish.lifted",
    ):
        assert act in acts


def test_after_lifting_the_answers_count_again_and_the_reason_is_forgotten(lead: Services) -> None:
    mark(lead, ANN, WHY, BOTH)
    lift(lead, ANN, BOTH)
    platform = lead.store.register.platform(WEBSITE)
    assert decide([a_sighting(people=("p1",))], register_facts(lead), platform).verdict is Verdict.CLEAR
    refused(Code.NOT_ALLOWED, reason, lead, ANN)
    refused(Code.INVALID, lift, lead, ANN, BOTH)


@pytest.mark.parametrize(
    ("agreed", "code"),
    [
        (replace(BOTH, second=LEAD.id), Code.SAME_PERSON),
        (replace(BOTH, second=CLERK.id), Code.NOT_ALLOWED),
        (replace(BOTH, act=Act.APPROVE), Code.TWO_PEOPLE_NEEDED),
        (replace(BOTH, first=THIRD.id), Code.TWO_PEOPLE_NEEDED),  # not whoever is signed in
    ],
)
def test_one_person_alone_neither_sets_nor_lifts(lead: Services, agreed: Agreement, code: Code) -> None:
    refused(code, mark, lead, ANN, WHY, agreed)
    assert lead.store.register.never_publish() == frozenset()
    mark(lead, ANN, WHY, BOTH)
    refused(code, lift, lead, ANN, agreed)
    assert lead.store.register.never_publish() == {ANN}
