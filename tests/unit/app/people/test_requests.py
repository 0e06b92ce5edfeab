"""Requests for what is held: due a month of the calendar later, the most urgent first, for the lead alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.people import requests
from app.services import Services
from consent.accounts import Role
from consent.errors import Code
from consent.people import PersonId
from tests.factories import TODAY, a_person, an_account
from tests.stores import PASSWORD, refused
from tests.unit.app.people.conftest import Office

ANN, BEN = PersonId("ann"), PersonId("ben")


@pytest.fixture
def lead(office: Office) -> Services:
    for person in (ANN, BEN):
        office.store.register.put_person(a_person(person))
    return office.services


def test_the_most_urgent_request_comes_first_until_its_answer_went_out(lead: Services) -> None:
    requests.asked(lead, BEN, TODAY)
    first = requests.asked(lead, ANN, date(2026, 10, 31))
    assert first.due == date(2026, 11, 30)
    assert [one.person.id for one in requests.waiting(lead)] == [ANN, BEN]
    assert requests.answered(lead, ANN, TODAY) == 1
    assert [one.person.id for one in requests.waiting(lead)] == [BEN]
    assert requests.answered(lead, ANN, TODAY) == 0
    log = [(one.event.act, one.event.subject, one.event.detail) for one in lead.store.audit.entries()]
    assert log[-1] == ("request.answered", "ann", "due=2026-11-30")


def test_no_day_lies_ahead_and_no_answer_before_its_request(lead: Services) -> None:
    tomorrow = TODAY + timedelta(days=1)
    refused(Code.INVALID, requests.asked, lead, ANN, tomorrow)
    requests.asked(lead, ANN, TODAY)
    refused(Code.INVALID, requests.answered, lead, ANN, tomorrow)
    refused(Code.INVALID, requests.answered, lead, ANN, TODAY - timedelta(days=1))
    refused(Code.UNKNOWN_PERSON, requests.asked, lead, PersonId("nobody"), TODAY)
    assert len(requests.waiting(lead)) == 1


def test_requests_are_the_leads(lead: Services) -> None:
    lead.store.accounts.add_account(an_account("office", Role.OFFICE), PASSWORD)
    office = replace(lead, account=lead.store.accounts.account(an_account("office").id))
    refused(Code.NOT_ALLOWED, requests.asked, office, ANN, TODAY)
    refused(Code.NOT_ALLOWED, requests.answered, office, ANN, TODAY)
    refused(Code.NOT_ALLOWED, requests.waiting, office)
