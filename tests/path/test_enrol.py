"""Enrolment: no template without matching, a live biometric consent, and one clear face."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.people.enrol import enrol, look_at_reference, named_person
from app.services import Services
from app.work.vision import Reference
from consent.accounts import Role
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.policy import Policy
from tests.factories import a_permission, an_account, tell_parents
from tests.fakes.vision import FakeVision
from tests.path.conftest import PASSWORD, School
from vision.faces.quality import Quality

ANNA, BEN = PersonId("anna"), PersonId("ben")


class OneClearFace(FakeVision):
    """Every picture shows one clear face; counts how many it was asked for."""

    looked = 0

    def reference(self, untrusted: bytes) -> Reference:
        del untrusted
        self.looked += 1
        return Reference((0.1,) * 128, Quality.GOOD)


@pytest.fixture
def eyes() -> OneClearFace:
    return OneClearFace()


@pytest.fixture
def lead(school: School, eyes: OneClearFace) -> Services:
    """The lead of a school with matching on; Anna's carer agreed, Ben's did not."""
    store = school.office.store
    store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    store.register.put_policy(
        Policy(school="Test School", impact_assessment="DPIA 1", impact_assessed_on=date(2026, 9, 1))
    )
    store.register.record_permission(a_permission("anna", Kind.BIOMETRIC))
    store.register.record_permission(a_permission("ben", Kind.BIOMETRIC, answer=Answer.REFUSED))
    for person in (ANNA, BEN):
        tell_parents(store.register, person)
    return replace(school.as_("lead"), vision=eyes)


def refusal(services: Services, person: PersonId) -> Code:
    with pytest.raises(ConsentError) as error:
        look_at_reference(services, person, b"picture")
    return error.value.code


def test_a_person_who_agreed_gets_a_template_and_the_log_an_entry(lead: Services) -> None:
    enrol(lead, look_at_reference(lead, ANNA, b"picture"))
    assert [template.person for template in lead.store.register.templates()] == [ANNA]
    assert [e.event.act for e in lead.store.audit.entries()][-1] == "enrol"


def test_promise_12_without_consent_the_picture_is_not_even_opened(
    lead: Services, eyes: OneClearFace
) -> None:
    assert refusal(lead, BEN) is Code.NO_BIOMETRIC_CONSENT
    assert eyes.looked == 0


def test_promise_14_with_matching_off_the_picture_is_not_even_opened(
    lead: Services, eyes: OneClearFace
) -> None:
    lead.store.register.put_policy(Policy(school="Test School"))
    assert refusal(lead, ANNA) is Code.MATCHING_OFF
    assert eyes.looked == 0


def test_only_who_keeps_the_register_may_enrol(school: School, lead: Services) -> None:
    assert refusal(school.office, ANNA) is Code.NOT_ALLOWED
    looked = look_at_reference(lead, ANNA, b"picture")
    with pytest.raises(ConsentError):
        enrol(school.office, looked)


def test_a_picture_that_is_not_clear_is_not_kept(school: School, lead: Services) -> None:
    unclear = look_at_reference(replace(lead, vision=school.vision), ANNA, b"picture")
    assert unclear.quality is Quality.NO_FACE
    with pytest.raises(ConsentError):
        enrol(lead, unclear)
    assert not lead.store.register.templates()


def test_a_consent_withdrawn_between_looking_and_keeping_stops_the_template(lead: Services) -> None:
    looked = look_at_reference(lead, ANNA, b"picture")
    lead.store.register.record_permission(
        a_permission("anna", Kind.BIOMETRIC, answer=Answer.WITHDRAWN, given_on=date(2026, 11, 1))
    )
    with pytest.raises(ConsentError):
        enrol(lead, looked)
    assert not lead.store.register.templates()


def test_a_person_is_meant_by_id_number_or_whole_name_and_never_by_a_shared_one(lead: Services) -> None:
    register = lead.store.register
    register.put_person(replace(register.person(ANNA), legal_name="Alex Moor", school_id="S1"))
    register.put_person(replace(register.person(BEN), legal_name="Alex Moor", school_id="S2"))
    assert named_person(lead, "S2").id == BEN
    for typed, code in (("alex moor", Code.DUPLICATE), ("Alex", Code.UNKNOWN_PERSON)):
        with pytest.raises(ConsentError) as error:
            named_person(lead, typed)
        assert error.value.code is code
