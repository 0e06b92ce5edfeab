"""The school's rules: who changes which, two for what lifts a protection, and every version read anew."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.school import policy as doors
from app.school.agree import agree
from consent.accounts import Act, Role
from consent.agreement import Agreement
from consent.errors import Code
from consent.governing import ADMINS_FIELDS, LEADS_FIELDS, acts_needed, changed_fields, to_agree
from consent.notices import Notice
from consent.people import PersonId
from consent.permissions import Kind
from consent.policy import NeverPublishRule, Policy
from consent.templates import StoredTemplate
from tests.factories import NOW, TODAY, a_carer, a_permission, a_person, an_account
from tests.stores import PASSWORD, refused
from tests.unit.app.school.conftest import School

OTHER: dict[str, Any] = {
    "school": "Another School",
    "school_names": ("Another",),
    "text": "Be careful.",
    "version": "2",
    "next_review": date(2027, 9, 1),
    "owner": "Head",
    "impact_assessment": "DPIA 7",
    "impact_assessed_on": TODAY,
    "never_publish": NeverPublishRule.COVER,
    "auto_confirm_distance": 0.3,
    "group_size": 4,
    "retention_days": 7,
    "notice_days": 3,
    "leavers_days": 30,
    "approval_days": 3,
    "smallest_face": 20,
    "face_pictures": True,
    "delete_own_originals": ("admin", "admin2"),
    "crests": (b"crest",),
    "uniform_colours": ((1, 2, 3),),
    "words_refused": ("naff",),
    "words_advised": ("cheers",),
    "words_allowed": ("scunthorpe",),
}


def test_every_field_of_the_policy_belongs_to_exactly_one_role() -> None:
    names = {field.name for field in fields(Policy)}
    assert names == set(OTHER)
    assert names == ADMINS_FIELDS | LEADS_FIELDS
    assert not ADMINS_FIELDS & LEADS_FIELDS


@pytest.mark.parametrize("name", sorted(OTHER))
def test_each_field_is_changed_by_its_own_role_only(school: School, name: str) -> None:
    changed = {name: OTHER[name]}
    if name == "text":
        changed["version"] = "2"
    if name.startswith("impact"):
        changed |= {"impact_assessment": "DPIA 7", "impact_assessed_on": TODAY}
    after = replace(Policy(), **changed)
    mine, others = ("admin", "lead") if name in ADMINS_FIELDS else ("lead", "admin")
    for who in (others, "office", "head"):
        refused(Code.NOT_ALLOWED, doors.change, school.as_(who), after)
    school.put(an_account("admin2", Role.ADMIN))
    second, act = ("admin2", Act.ADMINISTER) if mine == "admin" else ("lead2", Act.KEEP_REGISTER)
    agreed = agree(school.as_(mine), second, PASSWORD, act=act)
    assert doors.change(school.as_(mine), after, agreed=agreed) == after
    assert school.store.register.policy() == after
    assert school.log()[-1] == ("policy.changed", mine, "", " ".join(sorted(changed)))


LOOSER = [
    (Policy(), replace(Policy(), never_publish=NeverPublishRule.COVER)),
    (Policy(), replace(Policy(), auto_confirm_distance=0.2)),
    (Policy(auto_confirm_distance=0.2), Policy(auto_confirm_distance=0.3)),
    (Policy(group_size=4), Policy(group_size=3)),
    (Policy(smallest_face=20), Policy(smallest_face=19)),
]


@pytest.mark.parametrize(("before", "after"), LOOSER)
def test_what_lifts_a_protection_needs_two_and_the_way_back_one(
    school: School, before: Policy, after: Policy
) -> None:
    school.store.register.put_policy(before)
    lead = school.as_("lead")
    stale = Agreement(Act.MARK_NEVER_PUBLISH, lead.account.id, school.as_("lead2").account.id, NOW)
    alone = Agreement(Act.KEEP_REGISTER, lead.account.id, lead.account.id, NOW)
    others = Agreement(Act.KEEP_REGISTER, school.as_("head").account.id, lead.account.id, NOW)
    as_admin = replace(stale, act=Act.ADMINISTER)
    for agreed in (None, stale, alone, others, as_admin):
        refused(Code.TWO_PEOPLE_NEEDED, doors.change, lead, after, agreed=agreed)
    assert school.store.register.policy() == before
    doors.change(lead, after, agreed=agree(lead, "lead2", PASSWORD, act=Act.KEEP_REGISTER))
    assert doors.change(lead, before) == before


@given(
    st.lists(st.sampled_from(sorted(OTHER)), unique=True),
    st.lists(st.sampled_from(sorted(OTHER)), unique=True),
)
def test_a_change_and_its_way_back_are_not_both_loosening_unless_mixed(
    one: list[str], other: list[str]
) -> None:
    before = replace(Policy(), **{name: OTHER[name] for name in one})
    after = replace(Policy(), **{name: OTHER[name] for name in other})
    changed = changed_fields(before, after)
    assert changed == set(one) ^ set(other)
    assert bool(acts_needed(before, after)) is bool(changed)
    if to_agree(before, after) and to_agree(after, before):
        assert len(changed) > 1
    if not changed & {*LEADS_FIELDS, "delete_own_originals"}:
        assert not to_agree(before, after)


def test_a_version_is_never_used_twice_and_a_text_never_changes_under_one(school: School) -> None:
    admin = school.services
    first = doors.change(admin, replace(Policy(), version="2", text="Two."))
    school.store.accounts.put_account(replace(admin.account, policy_read="2"))
    admin = school.as_("admin")
    refused(Code.INVALID, doors.change, admin, replace(first, text="Too."))
    refused(Code.INVALID, doors.change, admin, replace(first, version=" "))
    third = doors.change(admin, replace(first, version="3", text="Three."))
    school.store.accounts.put_account(replace(admin.account, policy_read="3"))
    refused(Code.DUPLICATE, doors.change, school.as_("admin"), replace(third, version="2"))


@pytest.mark.parametrize(
    ("who", "act"),
    [
        ("admin", Act.ADMINISTER),
        ("lead", Act.KEEP_REGISTER),
        ("head", Act.APPROVE),
        ("office", Act.PREPARE),
    ],
)
def test_after_a_new_version_everyone_reads_it_before_going_on(school: School, who: str, act: Act) -> None:
    school.as_(who).require(act)
    doors.change(school.services, replace(Policy(), version="2"))
    refused(Code.POLICY_NOT_READ, school.as_(who).require, act)


@pytest.mark.parametrize(
    "half",
    [
        {"impact_assessment": "DPIA 7"},
        {"impact_assessed_on": TODAY},
        {"impact_assessment": "  ", "impact_assessed_on": TODAY},
        {"impact_assessment": "DPIA 7", "impact_assessed_on": TODAY + timedelta(days=1)},
    ],
)
def test_matching_is_not_switched_on_by_half_an_assessment(school: School, half: dict[str, Any]) -> None:
    refused(Code.INVALID, doors.change, school.as_("lead"), replace(Policy(), **half))
    assert not school.store.register.policy().matching


def test_promise_14_switching_matching_off_destroys_every_template(school: School) -> None:
    lead, register = school.as_("lead"), school.store.register
    on = doors.change(lead, replace(Policy(), impact_assessment="DPIA 7", impact_assessed_on=TODAY))
    register.put_person(replace(a_person("p1"), carers=(a_carer(),)))
    register.record_notices([Notice(PersonId("p1"), "c1", TODAY, "form-1", recorded_by="a1")])
    register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    register.put_template(StoredTemplate("t1", PersonId("p1"), (0.5,) * 128, TODAY))
    off = replace(on, impact_assessment="", impact_assessed_on=None)
    doors.change(lead, off)
    assert register.templates() == []
    assert ("templates.destroyed", "lead", "p1", "templates=1") in school.log()


def test_a_policy_that_does_not_change_leaves_no_trace(school: School) -> None:
    before = school.log()
    doors.change(school.as_("office"), Policy())
    assert school.log() == before
    assert school.store.register.policies() == []
