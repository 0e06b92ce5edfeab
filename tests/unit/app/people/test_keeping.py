"""People join, change, leave and come back; each change keeps its past and its place in the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.people.keeping import add, change, come_back, history, leave, search
from consent.decisions import Why
from consent.errors import Code
from consent.pasts import Happened
from consent.people import Carer, Person, PersonId, PersonKind, is_upn
from consent.permissions import Kind
from consent.policy import Policy
from consent.templates import StoredTemplate
from tests.factories import NOW, TODAY, a_permission, tell_parents
from tests.stores import refused
from tests.unit.app.people.conftest import CLERK, Office

MOTHER = Carer("m", "Ann Fox", "mother")
DEE = Person(
    PersonId(""), PersonKind.PUPIL, "Deirdre Fox", "Dee", "S1", "4A", "4", (MOTHER,), upn="A012345678901"
)


def valid_upn(tail: str = "01234567890") -> str:
    """A number whose check letter fits."""
    return next(f"{letter}{tail}1" for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" if is_upn(f"{letter}{tail}1"))


NEW = replace(DEE, upn=valid_upn())


def acts(office: Office) -> list[str]:
    return [entry.event.act for entry in office.store.audit.entries()]


def test_a_new_person_gets_an_id_a_past_and_an_entry_in_the_log(office: Office) -> None:
    dee = add(office.services, NEW)
    assert dee.id
    assert office.store.register.person(dee.id) == dee
    (first,) = history(office.services, dee.id)
    assert (first.happened, first.after, first.by, first.at) == (Happened.ADDED, dee, "lead", NOW)
    assert "person.added" in acts(office)


def test_two_people_cannot_have_one_number_of_either_kind(office: Office) -> None:
    dee = add(office.services, NEW)
    other = replace(NEW, legal_name="Eve Fox")
    for twin in (replace(other, upn=""), replace(other, school_id="")):
        assert refused(Code.DUPLICATE, add, office.services, twin).detail == dee.id
    eve = add(office.services, replace(other, upn="", school_id="S2"))
    refused(Code.DUPLICATE, change, office.services, replace(eve, school_id="s1"))


def test_a_mistyped_unique_pupil_number_is_refused(office: Office) -> None:
    wrong = f"{NEW.upn[:-1]}2"
    assert is_upn(NEW.upn)
    refused(Code.INVALID, add, office.services, replace(NEW, upn=wrong))
    assert office.store.register.people() == []


@pytest.mark.parametrize(
    "text",
    ["", "A", "a012345678901", "I012345678901", "A01234567890", "A0123456789012", "\u0410012345678901"],
)
def test_what_is_no_unique_pupil_number(text: str) -> None:
    assert not is_upn(text)


def test_every_change_is_kept_with_what_it_was_and_the_log_names_fields_not_values(office: Office) -> None:
    dee = add(office.services, NEW)
    renamed = change(office.services, replace(dee, known_as="Didi", class_name="4B"))
    assert change(office.services, renamed) == renamed  # nothing to do, nothing kept
    kept = history(office.services, dee.id)
    assert [(one.happened, one.after.known_as) for one in kept] == [
        (Happened.ADDED, "Dee"),
        (Happened.CHANGED, "Didi"),
    ]
    events = [entry.event for entry in office.store.audit.entries() if entry.event.act == "person.changed"]
    assert [(one.subject, one.detail) for one in events] == [(dee.id, "known_as,class_name")]
    assert not any(word in str(events) for word in ("Didi", "Fox", "4B"))


def test_who_leaves_is_hidden_from_that_day_and_who_comes_back_has_the_old_answers(office: Office) -> None:
    dee = add(office.services, NEW)
    office.store.register.record_permission(a_permission(dee.id, carer="m"))
    leave(office.services, dee.id, TODAY + timedelta(days=1))
    assert office.why("S1") is Why.GRANTED
    office.days_later(1)
    assert office.why("S1") is Why.LEFT
    come_back(office.services, dee.id)
    assert office.why("S1") is Why.GRANTED
    assert [one.happened for one in history(office.services, dee.id)] == [
        Happened.ADDED,
        Happened.LEFT,
        Happened.RETURNED,
    ]


def enrolled(office: Office) -> Person:
    dee = add(office.services, NEW)
    register = office.store.register
    register.put_policy(Policy(impact_assessment="DPIA", impact_assessed_on=date(2026, 9, 1)))
    tell_parents(register, dee.id)
    register.record_permission(a_permission(dee.id, Kind.BIOMETRIC, carer="m"))
    register.put_template(StoredTemplate("t1", dee.id, (0.5,), TODAY))
    return dee


def test_promise_13_who_leaves_loses_the_templates(office: Office) -> None:
    dee = enrolled(office)
    leave(office.services, dee.id, TODAY)
    assert office.store.register.templates() == []
    assert "templates_destroyed" in acts(office)


def test_promise_13_a_carer_who_loses_responsibility_takes_their_yes_and_the_templates_along(
    office: Office,
) -> None:
    dee = enrolled(office)
    change(office.services, replace(dee, carers=(replace(MOTHER, responsible=False),)))
    assert office.store.register.templates() == []


def test_a_parent_who_comes_new_stops_the_comparing_and_destroys_nothing(office: Office) -> None:
    dee = enrolled(office)
    change(office.services, replace(dee, carers=(MOTHER, Carer("f", "Bob Fox", "father"))))
    assert len(office.store.register.templates()) == 1


def test_people_are_found_by_either_name_number_or_class_while_typing(office: Office) -> None:
    dee = add(office.services, NEW)
    for typed in ("de", "DEIR", "fox", "s1", "4a", "fox 4a"):
        assert search(office.services, typed) == [dee], typed
    assert search(office.services, "dan") == []


def test_only_who_keeps_the_register_may_change_it(office: Office) -> None:
    dee = add(office.services, NEW)
    clerk = replace(office.services, account=CLERK)
    refused(Code.NOT_ALLOWED, add, clerk, NEW)
    refused(Code.NOT_ALLOWED, change, clerk, replace(dee, known_as="X"))
    refused(Code.NOT_ALLOWED, leave, clerk, dee.id, TODAY)
    refused(Code.NOT_ALLOWED, come_back, clerk, dee.id)
    refused(Code.NOT_ALLOWED, history, clerk, dee.id)
    assert office.store.register.person(dee.id) == dee
