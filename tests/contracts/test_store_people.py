"""What any store promises about a person's past, records that are one person, papers, and the reason of a mark."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from consent.accounts import AccountId
from consent.decisions import Why
from consent.errors import Code
from consent.facts import Facts
from consent.notices import Excuse
from consent.pasts import Happened, Merge, PersonChange
from consent.people import Carer, PersonId
from consent.permissions import Answer, Kind
from consent.policy import Policy
from consent.ports import Store
from consent.publications import PhotoId, Publication
from consent.requests import Request, RequestId
from consent.scans import Media, Scan, ScanId
from consent.takedown import takedowns
from consent.templates import StoredTemplate
from tests.factories import (
    NOW,
    TODAY,
    WEBSITE,
    a_carer,
    a_notice,
    a_permission,
    a_person,
    a_platform,
    an_account,
    tell_parents,
)
from tests.stores import cut_off, refused

KEPT, GONE = PersonId("p1"), PersonId("p2")
CONTENT = b"%PDF-1.7 a signed form"
SCAN = Scan(
    ScanId("s1"), KEPT, "2026-a", TODAY, Media.PDF, len(CONTENT), hashlib.sha256(CONTENT).hexdigest(), "a1"
)
MERGE = Merge(KEPT, GONE, (("c9", "c1"),), NOW, "a1")
MATCHING = Policy(impact_assessment="DPIA-7", impact_assessed_on=date(2026, 9, 1))
TEMPLATE = StoredTemplate("t1", GONE, (0.5,), TODAY)


@pytest.fixture
def stocked(store: Store) -> Store:
    """Two records, which are one pupil; the mother stands in both, under different ids."""
    store.register.put_platform(a_platform())
    store.register.put_person(a_person("p1", carers=(a_carer("c1"), a_carer("c2", "father"))))
    store.register.put_person(a_person("p2", carers=(Carer("c9", "Carer c1", "mother"),)))
    return store


def facts(store: Store) -> Facts:
    register = store.register
    return Facts(
        register.people(),
        register.permissions(),
        register.never_publish(),
        Policy(),
        register.platforms(),
        TODAY,
        register.notices(),
    )


def test_a_person_keeps_the_unique_pupil_number(store: Store) -> None:
    store.register.put_person(replace(a_person(), upn="A123456789012"))
    assert store.register.person(KEPT).upn == "A123456789012"


def test_a_persons_changes_come_back_in_order_with_the_whole_record_as_it_was(stocked: Store) -> None:
    person = stocked.register.person(KEPT)
    changes = [
        PersonChange(KEPT, Happened.ADDED, NOW, "a1", person),
        PersonChange(KEPT, Happened.LEFT, NOW, "a1", replace(person, left_on=TODAY)),
        PersonChange(KEPT, Happened.MERGED, NOW, "a1", person, GONE),
    ]
    for change in changes:
        stocked.register.note_change(change)
    kept = stocked.register.person_changes(KEPT)
    assert [replace(one, number=0) for one in kept] == changes
    assert [one.number for one in kept] == [1, 2, 3]
    assert stocked.register.person_changes(GONE) == []


def test_two_records_are_read_as_one_person_under_either_id(stocked: Store) -> None:
    theirs = stocked.register.record_permission(a_permission("p2", carer="c9"))
    stocked.register.merge(MERGE)
    merged = replace(stocked.register.person(KEPT), once=())
    assert [one.once for one in stocked.register.people()] == [(GONE,)]
    assert replace(stocked.register.person(GONE), once=()) == merged
    about_kept = replace(theirs, person=KEPT, carer="c1")
    for who in (None, [KEPT], [GONE]):
        assert stocked.register.permissions(who) == [about_kept]
    assert facts(stocked).standing(KEPT, WEBSITE, Kind.PHOTO).allowed
    assert facts(stocked).standing(GONE, WEBSITE, Kind.PHOTO).allowed


def test_what_is_recorded_under_a_merged_id_is_about_the_kept_one(stocked: Store) -> None:
    stocked.register.merge(MERGE)
    assert stocked.register.record_permission(a_permission("p2", carer="c2")).person == KEPT
    refused(Code.INVALID, stocked.register.put_person, a_person("p2"))


def test_the_no_of_one_record_hides_the_other_and_its_posts(stocked: Store) -> None:
    post = Publication(
        PhotoId("f1"), WEBSITE, "a.jpg", "ab" * 32, (GONE,), AccountId("a1"), AccountId("a2"), NOW, "/out"
    )
    stocked.register.record_permission(a_permission("p2", carer="c9"))
    stocked.register.record_permission(a_permission("p1", carer="c2", answer=Answer.REFUSED))
    assert takedowns([post], facts(stocked)) == []
    stocked.register.merge(MERGE)
    assert [(one.person, one.why) for one in takedowns([post], facts(stocked))] == [(KEPT, Why.CARER_REFUSED)]


def test_ending_a_merge_gives_back_what_was(stocked: Store) -> None:
    stocked.register.record_permission(a_permission("p1", carer="c2", answer=Answer.REFUSED))
    stocked.register.record_permission(a_permission("p2", carer="c9"))
    before = (stocked.register.people(), stocked.register.permissions())
    merged = stocked.register.merge(MERGE)
    assert stocked.register.merges() == [merged]
    assert merged.after == max(one.sequence for one in before[1])
    assert stocked.register.end_merge(GONE) == merged
    assert (stocked.register.people(), stocked.register.permissions()) == before
    assert stocked.register.merges() == []
    refused(Code.INVALID, stocked.register.end_merge, GONE)


def test_a_merge_of_a_merged_record_finds_its_way_to_the_last(stocked: Store) -> None:
    stocked.register.put_person(a_person("p3", carers=(Carer("c5", "Carer c1", "mother"),)))
    stocked.register.record_permission(a_permission("p2", carer="c9"))
    stocked.register.merge(MERGE)
    stocked.register.merge(Merge(PersonId("p3"), KEPT, (("c1", "c5"),), NOW, "a1"))
    assert [(one.id, one.once) for one in stocked.register.people()] == [("p3", (KEPT, GONE))]
    assert [(one.person, one.carer) for one in stocked.register.permissions()] == [("p3", "c5")]
    stocked.register.end_merge(KEPT)
    assert [(one.person, one.carer) for one in stocked.register.permissions()] == [(KEPT, "c1")]


@pytest.mark.parametrize(("kept", "gone"), [("p1", "p1"), ("p2", "p1"), ("p3", "p2")])
def test_a_record_is_merged_once_and_never_with_itself(stocked: Store, kept: str, gone: str) -> None:
    stocked.register.put_person(a_person("p3"))
    stocked.register.merge(MERGE)
    refused(Code.INVALID, stocked.register.merge, Merge(PersonId(kept), PersonId(gone), (), NOW, "a1"))


def test_a_merge_destroys_the_templates_that_the_two_together_do_not_allow(stocked: Store) -> None:
    stocked.register.put_policy(MATCHING)
    tell_parents(stocked.register, "p2")
    stocked.register.record_permission(a_permission("p2", Kind.BIOMETRIC, carer="c9"))
    stocked.register.put_template(TEMPLATE)
    stocked.register.merge(MERGE)  # the father of the kept record was never told
    assert stocked.register.templates() == []


def test_a_template_of_a_merged_record_is_the_kept_ones_and_goes_with_a_no(stocked: Store) -> None:
    stocked.register.put_policy(MATCHING)
    tell_parents(stocked.register, "p1")
    tell_parents(stocked.register, "p2")
    stocked.register.record_permission(a_permission("p2", Kind.BIOMETRIC, carer="c9"))
    stocked.register.put_template(TEMPLATE)
    stocked.register.merge(MERGE)
    assert stocked.register.templates() == [replace(TEMPLATE, person=KEPT)]
    stocked.register.record_permission(a_permission("p1", Kind.BIOMETRIC, carer="c2", answer=Answer.REFUSED))
    assert stocked.register.templates() == []
    stocked.register.end_merge(GONE)
    assert stocked.register.templates() == []


def test_a_mark_on_either_record_forbids_both_ids_and_lifting_frees_both(stocked: Store) -> None:
    stocked.accounts.add_account(an_account("a2"), "three quiet words")
    by = (AccountId("a1"), AccountId("a2"))
    stocked.register.mark_never_publish(GONE, by)
    stocked.register.merge(MERGE)
    assert stocked.register.never_publish() == {KEPT, GONE}
    assert [one.person for one in stocked.register.never_publish_marks()] == [KEPT]
    stocked.register.lift_never_publish(KEPT, by)
    assert stocked.register.never_publish() == frozenset()
    stocked.register.end_merge(GONE)
    assert stocked.register.never_publish() == frozenset()


def test_the_reason_of_a_mark_is_given_to_the_two_who_set_it_alone_and_forgotten_when_lifted(
    stocked: Store,
) -> None:
    for account in ("a2", "a3"):
        stocked.accounts.add_account(an_account(account), "three quiet words")
    by = (AccountId("a1"), AccountId("a2"))
    stocked.register.mark_never_publish(KEPT, by, reason="court order 7", since="2026-11-20")
    reason = stocked.register.never_publish_reason
    assert (reason(KEPT, by[0]), reason(KEPT, by[1])) == ("court order 7", "court order 7")
    assert reason(KEPT, AccountId("a3")) is None
    assert reason(GONE, by[0]) is None
    (mark,) = stocked.register.never_publish_marks()
    assert (mark.person, mark.by, mark.since) == (KEPT, by, "2026-11-20")
    stocked.register.lift_never_publish(KEPT, by)
    stocked.register.mark_never_publish(KEPT, by)
    assert reason(KEPT, by[0]) == ""


def test_notices_are_kept_in_order_for_carers_on_record_alone_and_all_or_none(stocked: Store) -> None:
    told = [a_notice("p1", "c1"), replace(a_notice("p1", "c2"), excused=Excuse.CANNOT_BE_FOUND)]
    recorded = stocked.register.record_notices(told)
    assert [replace(one, sequence=0) for one in recorded] == told
    assert stocked.register.notices([KEPT]) == stocked.register.notices() == recorded
    refused(Code.INVALID, stocked.register.record_notices, [a_notice("p2", "c9"), a_notice("p2", "c1")])
    refused(Code.UNKNOWN_PERSON, stocked.register.record_notices, [a_notice("nobody", "c1")])
    assert stocked.register.notices([GONE]) == []


ASKED = Request(RequestId("q1"), KEPT, TODAY, "a1")


def test_a_request_waits_until_its_answer_is_recorded_and_follows_a_merge(stocked: Store) -> None:
    register = stocked.register
    register.put_request(ASKED)
    register.put_request(replace(ASKED, id=RequestId("q2"), person=GONE, received_on=date(2026, 11, 1)))
    assert [one.id for one in register.requests()] == ["q2", "q1"]
    assert register.requests([KEPT]) == [ASKED]
    answered = replace(ASKED, answered_on=TODAY)
    register.put_request(answered)
    assert register.requests([KEPT]) == [answered]
    register.merge(MERGE)
    assert {one.person for one in register.requests()} == {KEPT}
    assert [one.id for one in register.requests([KEPT])] == ["q2", "q1"]
    refused(Code.UNKNOWN_PERSON, register.put_request, replace(ASKED, person=PersonId("nobody")))
    refused(Code.INVALID, register.put_request, replace(ASKED, answered_on=date(2026, 1, 1)))
    register.erase_person(KEPT)
    assert register.requests() == []


def test_a_scan_comes_back_as_it_came_and_can_stand_behind_a_permission_of_its_person(stocked: Store) -> None:
    stocked.register.put_scan(SCAN, CONTENT)
    assert stocked.register.scans() == stocked.register.scans([KEPT]) == [SCAN]
    assert stocked.register.scans([GONE]) == []
    assert stocked.register.scan_content(SCAN.id) == CONTENT
    recorded = stocked.register.record_permission(replace(a_permission(), evidence=SCAN.id))
    assert stocked.register.permissions() == [recorded]
    refused(
        Code.UNKNOWN_SCAN,
        stocked.register.record_permission,
        replace(a_permission("p2", carer="c9"), evidence=SCAN.id),
    )
    refused(Code.UNKNOWN_SCAN, stocked.register.scan_content, ScanId("none"))
    refused(Code.DUPLICATE, stocked.register.put_scan, SCAN, CONTENT)


@pytest.mark.parametrize(
    "scan",
    [
        replace(SCAN, media=Media.PNG),
        replace(SCAN, size=1),
        replace(SCAN, sha256="00" * 32),
    ],
)
def test_a_scan_that_is_not_what_is_said_of_it_is_refused(stocked: Store, scan: Scan) -> None:
    refused(Code.INVALID, stocked.register.put_scan, scan, CONTENT)
    assert stocked.register.scans() == []


def test_erasing_a_person_takes_every_paper_merge_and_past_along(stocked: Store) -> None:
    stocked.accounts.add_account(an_account("a2"), "three quiet words")
    by = (AccountId("a1"), AccountId("a2"))
    stocked.register.put_scan(SCAN, CONTENT)
    tell_parents(stocked.register, "p1")
    stocked.register.note_change(PersonChange(KEPT, Happened.ADDED, NOW, "a1", stocked.register.person(KEPT)))
    stocked.register.mark_never_publish(KEPT, by, reason="why")
    stocked.register.merge(MERGE)
    stocked.register.erase_person(GONE)  # whichever of the two ids is named
    register = stocked.register
    assert [*register.people(), *register.scans(), *register.notices(), *register.merges()] == []
    assert register.person_changes(KEPT) == []
    assert register.never_publish_reason(KEPT, by[0]) is None
    refused(Code.UNKNOWN_SCAN, register.scan_content, SCAN.id)


def test_the_schools_mappings_are_kept_by_name(stocked: Store) -> None:
    stocked.register.put_roll_mapping("staff", "{}")
    stocked.register.put_roll_mapping("pupils", "{1}")
    stocked.register.put_roll_mapping("pupils", "{2}")
    assert dict(stocked.register.roll_mappings()) == {"pupils": "{2}", "staff": "{}"}


def test_what_fails_half_way_leaves_no_merge_and_no_paper(stocked: Store) -> None:
    with cut_off(stocked):
        stocked.register.put_scan(SCAN, CONTENT)
        tell_parents(stocked.register)
        stocked.register.merge(MERGE)
    register = stocked.register
    assert [*register.scans(), *register.notices(), *register.merges()] == []
