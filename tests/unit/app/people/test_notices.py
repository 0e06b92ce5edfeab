"""The biometric enrolment record, and every door by which a template could come in without it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.people.enrol import enrol, look_at_reference
from app.people.keeping import add
from app.people.notices import excuse, record_of, tell
from app.people.permits import record_all
from app.services import Services
from app.ui.reading_people import person_view
from app.work.vision import Reference
from consent.decisions import Why
from consent.errors import Code, ConsentError
from consent.notices import Excuse
from consent.people import Carer, PersonId
from consent.permissions import Answer, Giver, Kind, Permission
from consent.policy import Policy
from consent.templates import StoredTemplate
from tests.factories import TODAY, a_permission, a_person
from tests.stores import refused
from tests.unit.app.people.conftest import CLERK, Office
from vision.faces.quality import Quality

DEE = PersonId("p1")
MOTHER, FATHER = Carer("m", "Ann Fox", "mother"), Carer("f", "Bob Fox", "father")
UNCLE = Carer("u", "Cy Fox", "uncle", responsible=False)
MATCHING = Policy(school="S", impact_assessment="DPIA 7", impact_assessed_on=date(2026, 9, 1))


class OneClearFace:
    """A vision that finds one clear face, and counts how often it looked."""

    looked = 0

    def reference(self, untrusted: bytes) -> Reference:
        del untrusted
        self.looked += 1
        return Reference((0.1,) * 128, Quality.GOOD)


@pytest.fixture
def lead(office: Office) -> Services:
    add(office.services, a_person("p1", carers=(MOTHER, FATHER, UNCLE)))
    office.store.register.put_policy(MATCHING)
    return replace(office.services, vision=OneClearFace())  # type: ignore[arg-type]


@pytest.mark.parametrize("days", [0, 365, 366, 900])
def test_pictures_of_which_the_newest_is_more_than_a_year_old_are_told(lead: Services, days: int) -> None:
    tell(lead, [DEE], sent_on=date(2026, 8, 1), form="n", carers=frozenset({"m", "f"}))
    record_all(lead, [says("m", Answer.GRANTED)])
    newest, long_ago = TODAY - timedelta(days=days), TODAY - timedelta(days=1000)
    lead.store.register.put_template(StoredTemplate("t1", DEE, (0.5,), TODAY, taken_on=long_ago))
    lead.store.register.put_template(StoredTemplate("t2", DEE, (0.5,), TODAY, taken_on=newest))
    expected = newest if days > 365 else None
    assert record_of(lead, DEE).grown_old == expected
    assert person_view(lead, DEE).grown_old == expected


def test_a_person_without_pictures_has_none_that_grew_old(lead: Services) -> None:
    assert record_of(lead, DEE).grown_old is None


def says(who: str, answer: Answer) -> Permission:
    giver = Giver.SELF if who == "me" else Giver.CARER
    return a_permission("p1", Kind.BIOMETRIC, answer=answer, giver=giver, carer=who)


def test_the_record_tells_who_was_told_who_answered_and_what_is_missing(lead: Services) -> None:
    before = record_of(lead, DEE)
    assert ([one.id for one in before.not_told], before.may_enrol) == (["m", "f"], False)
    told = tell(lead, [DEE], sent_on=date(2026, 9, 1), form="notice 2026")
    assert [(one.carer, one.form, one.recorded_by) for one in told] == [
        ("m", "notice 2026", "lead"),
        ("f", "notice 2026", "lead"),
    ]
    record_all(lead, [says("m", Answer.GRANTED)])
    record = record_of(lead, DEE)
    assert (record.not_told, record.notices, record.may_enrol) == ((), told, True)
    assert record.impact_assessment == "DPIA 7"
    lead.store.register.put_policy(Policy(school="S"))
    assert not record_of(lead, DEE).may_enrol


def test_whoever_was_told_is_not_told_twice_and_one_who_cannot_be_found_is_excused(lead: Services) -> None:
    tell(lead, [DEE], sent_on=TODAY, form="n", carers=frozenset({"m"}))
    (excused,) = excuse(lead, DEE, "f", why=Excuse.CANNOT_BE_FOUND, on=TODAY)
    assert excused.excused is Excuse.CANNOT_BE_FOUND
    assert tell(lead, [DEE], sent_on=TODAY, form="n") == ()
    record_all(lead, [says("m", Answer.GRANTED)])
    assert record_of(lead, DEE).may_enrol


STATES = (None, Answer.GRANTED, Answer.REFUSED, Answer.WITHDRAWN, Answer.REQUESTED)
ROWS = list(itertools.product((True, False), ((), ("m",), ("m", "f")), STATES, STATES, STATES))


def test_promise_12_no_door_lets_a_template_in_against_any_refusing_row(lead: Services) -> None:
    """Matching × who was told × mother × father × child, at the store's door and at the one of the pictures."""
    register = lead.store.register
    opened = 0
    for matching, told, mother, father, child in ROWS:
        register.erase_person(DEE)
        add(lead, a_person("p1", carers=(MOTHER, FATHER, UNCLE)))
        register.put_policy(MATCHING if matching else Policy(school="S"))
        if told:
            tell(lead, [DEE], sent_on=date(2026, 8, 1), form="n", carers=frozenset(told))
        answers = {"m": mother, "f": father, "me": child}
        record_all(lead, [says(who, answer) for who, answer in answers.items() if answer is not None])
        noes = {Answer.REFUSED, Answer.WITHDRAWN}
        agreed = Answer.GRANTED in {mother, father} and not noes & {mother, father, child}
        allowed = matching and told == ("m", "f") and agreed
        row = (matching, told, mother, father, child)
        assert _passes(lambda: register.put_template(StoredTemplate("t", DEE, (0.5,), TODAY))) is allowed, row
        assert _passes(lambda: enrol(lead, look_at_reference(lead, DEE, b"picture"))) is allowed, row
        opened += allowed
        assert len(register.templates()) == (2 if allowed else 0)
        assert record_of(lead, DEE).may_enrol is allowed
        assert lead.vision.looked == opened  # type: ignore[attr-defined]  # not even opened where it may not be
    assert (
        opened == 5 * 3
    )  # pairs of parents with a yes and no no, times what a child who does not object may say


def _passes(act: Callable[[], object]) -> bool:
    try:
        act()
    except ConsentError as error:
        if error.code in {Code.MATCHING_OFF, Code.NO_BIOMETRIC_CONSENT}:
            return False
        raise
    return True


def test_promise_12_an_imported_yes_is_no_enrolment_until_the_parents_are_told(lead: Services) -> None:
    record_all(lead, [says("m", Answer.GRANTED)])
    assert record_of(lead, DEE).explanation.standing.why is Why.NO_NOTICE
    refused(Code.NO_BIOMETRIC_CONSENT, look_at_reference, lead, DEE, b"picture")


def test_a_notice_is_recorded_for_all_or_none_and_by_the_lead_alone(lead: Services) -> None:
    refused(Code.UNKNOWN_PERSON, tell, lead, [DEE, PersonId("nobody")], sent_on=TODAY, form="n")
    assert lead.store.register.notices() == []
    clerk = replace(lead, account=CLERK)
    refused(Code.NOT_ALLOWED, tell, clerk, [DEE], sent_on=TODAY, form="n")
    refused(Code.NOT_ALLOWED, record_of, clerk, DEE)
