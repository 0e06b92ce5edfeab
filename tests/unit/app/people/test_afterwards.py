"""What happens twice, in the wrong order, under a wrong clock, or to a post that is gone: nothing is undone unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.people import notices, permits, requests
from app.people.carers import change_carers
from app.people.foreseeing import foresee_carers, foresee_merge, foresee_split
from app.people.joining import merge, split
from app.people.keeping import change, correct
from app.people.withdraw import erase, withdraw
from app.posts import incidents
from app.posts.taking_down import taken_down
from app.reports.impact import impact
from app.reports.takedown import takedown
from app.school import policy, staff
from app.services import Services
from app.steps.decide import facts_for
from consent.accounts import AccountId, Role
from consent.audit import Event
from consent.errors import Code
from consent.notices import Excuse
from consent.people import PersonId
from consent.permissions import Answer, Giver, Kind
from consent.platforms import PlatformId
from consent.publications import PhotoId, Publication
from consent.templates import StoredTemplate
from tests.factories import NOW, TODAY, a_carer, a_permission, a_person, an_account, tell_parents
from tests.stores import refused
from tests.unit.app.people.conftest import Office

P1, P2 = PersonId("p1"), PersonId("p2")
MOTHER, FATHER = a_carer("c1", "mother"), a_carer("c2", "father")
POST = Publication(
    PhotoId("f1"),
    PlatformId("website"),
    "a.jpg",
    "0" * 64,
    (P1,),
    AccountId("olive"),
    AccountId("head"),
    NOW,
    "out",
)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def lead(office: Office) -> Services:
    """A pupil whose mother said yes, and a post that shows them."""
    register = office.store.register
    register.put_person(replace(a_person("p1", name="Ann Lee", carers=(MOTHER, FATHER)), class_name="3B"))
    register.record_permission(a_permission())
    office.store.ledger.put_publication(POST)
    lead = replace(an_account("lead", Role.LEAD, Role.ADMIN, Role.OFFICE))
    office.store.accounts.put_account(lead)
    return replace(office.services, account=lead)


def gone(lead: Services) -> None:
    taken_down(lead, POST.file_name, note="seen to be gone")


def test_a_change_of_carers_says_first_how_many_posts_must_come_down(lead: Services) -> None:
    seen = lead.store.register.person(P1)
    without = (replace(MOTHER, responsible=False), FATHER)
    assert foresee_carers(lead, seen, without).come_down == 1
    assert foresee_carers(lead, seen, (MOTHER, replace(FATHER, responsible=False))).come_down == 0
    gone(lead)
    assert foresee_carers(lead, seen, without).come_down == 0


def test_a_merge_says_first_how_many_posts_must_come_down(lead: Services) -> None:
    register = lead.store.register
    register.put_person(a_person("p2", carers=(MOTHER,)))
    register.record_permission(a_permission("p2", answer=Answer.REFUSED))
    assert foresee_merge(lead, P1, P2).come_down == 1
    merge(lead, P1, P2)
    assert foresee_split(lead, P2).come_down == 0


def test_what_is_gone_stands_on_no_list_of_what_has_to_go(lead: Services, office: Office) -> None:
    lead.store.register.record_permission(a_permission(answer=Answer.WITHDRAWN))
    assert (takedown(lead, facts_for(lead)).posts, takedown(lead, facts_for(lead)).judged) == (1, 1)
    gone(lead)
    assert (takedown(lead, facts_for(lead)).posts, takedown(lead, facts_for(lead)).judged) == (0, 0)


def test_a_roll_that_takes_a_yes_away_names_the_posts_that_are_still_up(
    lead: Services, office: Office
) -> None:
    register = office.store.register
    register.put_person(replace(register.person(P1), school_id="1"))
    office.services = lead
    roll = "ID,Name,Class,Web photo\n1,Ann Lee,3B,no\n"
    assert len(office.look(roll).posts) == 1
    gone(lead)
    assert office.look(roll).posts == ()


def test_two_people_who_part_are_looked_for_also_in_captions_and_not_in_what_is_gone(lead: Services) -> None:
    lead.store.register.put_person(a_person("p2"))
    merge(lead, P1, P2)
    for one in (
        replace(POST, file_name="named", visible=(), named=(P1,)),
        replace(POST, file_name="gone", visible=(P1,)),
    ):
        lead.store.ledger.put_publication(one)
    taken_down(lead, "gone", note="seen to be gone")
    assert {post.file_name for post in split(lead, P2).posts} == {"named", POST.file_name}


def test_a_page_that_stood_open_gives_no_one_back_what_was_taken_meanwhile(lead: Services) -> None:
    """The class is corrected; that the father lost his say, and that she left, stays."""
    seen = lead.store.register.person(P1)
    change_carers(lead, seen, (MOTHER, replace(FATHER, responsible=False)))
    change(lead, replace(lead.store.register.person(P1), left_on=TODAY))
    after = correct(lead, seen, replace(seen, class_name="4A"))
    assert (after.class_name, after.left_on) == ("4A", TODAY)
    assert [one.responsible for one in after.carers] == [True, False]


def test_a_backup_is_named_by_the_order_of_the_log_whatever_the_clock_said(lead: Services) -> None:
    """A backup that was made under a clock which was set back holds the template all the same."""
    register, log = lead.store.register, lead.store.audit
    register.put_policy(replace(register.policy(), impact_assessment="DPIA", impact_assessed_on=TODAY))
    register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    tell_parents(register)
    before, after = NOW + timedelta(days=2), NOW - timedelta(days=400)
    log.append(Event("backup_made", "lead", before))
    register.put_template(StoredTemplate("t1", P1, (0.5,) * 128, enrolled_on=TODAY))
    log.append(Event("enrol", "lead", NOW, P1, "t1"))
    log.append(Event("backup_made", "lead", after))
    said = withdraw(lead, P1, giver=Giver.CARER, carer="c1", on=TODAY, form="letter")
    assert said.backups == (after,)
    assert erase(lead, P1).backups == (before, after), "the record itself is in both"


TOMORROW, IN_AN_HOUR = TODAY + timedelta(days=1), NOW + timedelta(hours=1)
HAPPENED: dict[str, Callable[[Services], object]] = {
    "answer": lambda s: permits.record(s, a_permission(given_on=TOMORROW)),
    "notice": lambda s: notices.tell(s, [P1], sent_on=TOMORROW, form="letter"),
    "excuse": lambda s: notices.excuse(s, P1, "c1", why=Excuse.WELFARE, on=TOMORROW),
    "scan": lambda s: permits.keep_scan(s, P1, PNG, form="letter", received_on=TOMORROW),
    "request": lambda s: requests.asked(s, P1, TOMORROW),
    "answer to a request": lambda s: requests.answered(s, P1, TOMORROW),
    "training": lambda s: staff.train(s, AccountId("olive"), TOMORROW),
    "impact assessment": lambda s: policy.change(
        s, replace(s.store.register.policy(), impact_assessment="DPIA", impact_assessed_on=TOMORROW)
    ),
    "incident": lambda s: incidents.open_incident(s, "seen", noticed_at=IN_AN_HOUR),
    **{
        field: lambda s, field=field: noted(s, field, IN_AN_HOUR)  # type: ignore[misc]
        for field in ("taken_down_at", "families_told_at", "reported_at")
    },
}


def noted(services: Services, field: str, at: datetime) -> object:
    opened = incidents.open_incident(services, "a name stayed legible")
    return incidents.note_incident(services, opened.id, **{field: at})  # type: ignore[arg-type]


@pytest.mark.parametrize("what", HAPPENED)
def test_nothing_is_recorded_as_done_on_a_day_to_come(what: str, lead: Services) -> None:
    """A year typed wrongly must not leave a parent untold, nor stop the 72 hours of an incident."""
    refused(Code.INVALID, HAPPENED[what], lead)


def test_the_impact_pack_counts_the_consents_in_force_and_no_others(lead: Services) -> None:
    register = lead.store.register
    for number, (answer, left) in enumerate(
        [(Answer.GRANTED, None), (Answer.WITHDRAWN, None), (Answer.GRANTED, date(2026, 1, 1))], start=3
    ):
        one = f"p{number}"
        register.put_person(replace(a_person(one, carers=(MOTHER,)), left_on=left))
        register.record_permission(a_permission(one, Kind.BIOMETRIC))
        if answer is not Answer.GRANTED:
            register.record_permission(a_permission(one, Kind.BIOMETRIC, answer=answer))
        tell_parents(register, one)
    assert impact(lead).consented == 1
