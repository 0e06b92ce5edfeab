"""The table of people and one person's page: what counts today, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.people.keeping import add, leave
from app.people.overview import (
    Filter,
    Question,
    Row,
    due,
    page,
    questions,
    register_facts,
    rows,
    what_counts,
    without_record,
)
from app.people.permits import record_all
from app.services import Services
from app.ui.reading_people import person_view
from consent.accounts import AccountId
from consent.decisions import Why
from consent.errors import Code
from consent.people import PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind
from tests.factories import TODAY, WEBSITE, a_carer, a_permission, a_person, an_account
from tests.stores import refused
from tests.unit.app.people.conftest import CLERK, LEAD, Office

WEB_PHOTO = Question(WEBSITE, Kind.PHOTO)


@pytest.fixture
def school(office: Office) -> Office:
    """Year 4: Ann agreed until summer, Ben's parents disagree, Cy never answered; Dot of year 5 refused; a leaver; staff."""
    for name, year in (("Ann", "4"), ("Ben", "4"), ("Cy", "4"), ("Dot", "5"), ("Eve", "4")):
        carers = (a_carer(), a_carer("c2", "father"))
        add(
            office.services,
            replace(a_person(name, name=f"{name} Fox", carers=carers), year=year, class_name=f"{year}A"),
        )
    add(office.services, a_person("Mr T", kind=PersonKind.STAFF))
    record_all(
        office.services,
        [
            replace(a_permission("Ann"), valid_until=TODAY + timedelta(days=30)),
            a_permission("Ben"),
            a_permission("Ben", carer="c2", answer=Answer.REFUSED, given_on=date(2026, 9, 3)),
            a_permission("Dot", answer=Answer.REFUSED),
            a_permission("Mr T", Kind.NAME, giver=Giver.SELF),
        ],
    )
    leave(office.services, PersonId("Eve"), TODAY)
    return office


def names(found: tuple[Row, ...]) -> list[str]:
    return [row.person.id for row in found]


def test_the_table_narrows_down_to_year_4_without_a_record_for_the_website(school: Office) -> None:
    wanted = Filter(year="4", question=WEB_PHOTO, whys=frozenset({Why.NO_RECORD}))
    assert names(rows(school.services, wanted)) == ["Cy"]
    assert names(rows(school.services, replace(wanted, whys=frozenset()))) == ["Ann", "Ben", "Cy"]
    whys = [row.why for row in rows(school.services, replace(wanted, whys=frozenset()))]
    assert whys == [Why.GRANTED, Why.CARER_REFUSED, Why.NO_RECORD]


def test_the_table_shows_who_is_on_roll_unless_asked_for_leavers(school: Office) -> None:
    assert names(rows(school.services, Filter(kind=PersonKind.PUPIL))) == ["Ann", "Ben", "Cy", "Dot"]
    assert names(rows(school.services, Filter(gone=True))) == ["Eve"]
    assert len(rows(school.services, Filter(gone=None))) == 6
    assert names(rows(school.services, Filter(typed="fox 5a"))) == ["Dot"]


def test_people_without_any_record_and_without_one_for_a_question(school: Office) -> None:
    assert names(without_record(school.services)) == ["Cy"]
    assert names(without_record(school.services, WEB_PHOTO)) == ["Cy", "Mr T"]


def test_renewals_that_fall_due_are_listed_with_their_last_day(school: Office) -> None:
    assert [(one.person, one.ends_on) for one in due(school.services)] == [
        ("Ann", TODAY + timedelta(days=30))
    ]
    assert due(school.services, 29) == ()


def test_a_page_answers_every_question_with_a_sentence(school: Office) -> None:
    ben = page(school.services, PersonId("Ben"))
    assert [one.question for one in ben.answers] == list(questions(school.services))
    found = {one.question: one for one in ben.answers}
    assert not found[WEB_PHOTO].allowed
    assert found[WEB_PHOTO].sentence == (
        "No, because one carer (father) refused on 3 September; the other carer's yes of 1 September does not "
        "outweigh it."
    )
    assert [one.answer for one in ben.permissions] == [Answer.GRANTED, Answer.REFUSED]
    assert school.store.audit.entries()[-1].event.act == "person.shown"


def test_promise_15_a_marked_persons_page_says_the_schools_rules(school: Office) -> None:
    school.store.accounts.add_account(an_account("a9"), "three quiet words")
    school.store.register.mark_never_publish(
        PersonId("Ann"), (LEAD.id, AccountId("a9")), reason="court order 9"
    )
    ann = page(school.services, PersonId("Ann"))
    sentences = {one.sentence for one in ann.answers if one.question.kind is not Kind.BIOMETRIC}
    assert sentences == {"No, by the school's rules."}
    assert "court" not in repr(ann)
    assert "court" not in repr(register_facts(school.services))


def test_whoever_only_looks_is_told_what_counts_and_why_at_both_doors_and_nothing_else(
    school: Office,
) -> None:
    school.store.accounts.add_account(an_account("a9"), "three quiet words")
    school.store.register.mark_never_publish(
        PersonId("Ben"), (LEAD.id, AccountId("a9")), reason="court order 9"
    )
    clerk = replace(school.services, account=CLERK)
    typed = {(one.question.platform, one.question.kind): one for one in what_counts(clerk, PersonId("Ben"))}
    seen = person_view(clerk, PersonId("Ben"))
    assert {key: one.standing.allowed for key, one in seen.explanations.items()} == {
        key: typed[key].allowed for key in seen.explanations
    }
    told = repr(seen) + repr(typed)
    assert "school's rules" not in told
    assert not seen.never_publish
    assert (seen.person.carers, seen.history, seen.requests, seen.scans) == ((), (), (), ())
    kept = person_view(school.services, PersonId("Ben"))
    assert kept.person.carers
    assert kept.history
    rules = {one.sentence for one in what_counts(school.services, PersonId("Ben"))}
    assert "No, by the school's rules." in rules


@pytest.mark.parametrize("door", [page, person_view, what_counts])
def test_that_a_persons_page_was_shown_stands_in_the_log_whichever_door_shows_it(
    school: Office, door: Callable[[Services, PersonId], object]
) -> None:
    door(school.services, PersonId("Ann"))
    last = school.store.audit.entries()[-1].event
    assert (last.act, last.actor, last.subject) == ("person.shown", "lead", "Ann")


def test_the_table_is_the_leads(school: Office) -> None:
    clerk = replace(school.services, account=CLERK)
    refused(Code.NOT_ALLOWED, rows, clerk, Filter())
    refused(Code.NOT_ALLOWED, page, clerk, PersonId("Ann"))
    refused(Code.NOT_ALLOWED, due, clerk)
