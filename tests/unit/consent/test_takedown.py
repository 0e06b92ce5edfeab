"""Which posts have to go when the register changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from consent.accounts import AccountId
from consent.decisions import Why
from consent.facts import Facts
from consent.people import Person, PersonId
from consent.permissions import Answer, Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.policy import Policy
from consent.publications import PhotoId, Publication
from consent.takedown import TakeDown, takedowns
from tests.factories import NOW, TODAY, WEBSITE, a_carer, a_permission, a_person, a_platform

PEOPLE = [a_person(identity, carers=(a_carer(),)) for identity in ("p1", "p2", "p3")]
NO = a_permission("p1", answer=Answer.WITHDRAWN, given_on=TODAY)


def a_post(*visible: str, platform: str = WEBSITE) -> Publication:
    return Publication(
        PhotoId("f1"),
        PlatformId(platform),
        "x.jpg",
        "ab" * 32,
        tuple(map(PersonId, visible)),
        AccountId("a1"),
        AccountId("a2"),
        NOW,
        "folder",
    )


def judged(
    post: Publication,
    *permissions: Permission,
    never: str = "",
    people: list[Person] | None = None,
    platform: Platform | None = None,
) -> list[tuple[Why, str | None]]:
    marked = frozenset({PersonId(never)} if never else ())
    facts = Facts(people or PEOPLE, permissions, marked, Policy(), (platform or a_platform(),), TODAY)
    return [(one.why, one.person) for one in takedowns([post], facts)]


def group(*people: str) -> list[Permission]:
    return [a_permission(person, Kind.GROUP) for person in people]


YES = [a_permission(person) for person in ("p1", "p2", "p3")]


def test_a_post_whose_people_all_still_agree_stays() -> None:
    assert judged(a_post("p1", "p2"), *YES) == []
    assert judged(a_post()) == []
    assert judged(a_post("p1", "p2", "p3"), *group("p1", "p2", "p3")) == []


def test_a_withdrawn_permission_takes_the_post_down_and_names_the_record() -> None:
    facts = Facts(PEOPLE, [*YES, NO], frozenset(), Policy(), (a_platform(),), TODAY)
    post = a_post("p1", "p2")
    assert takedowns([post], facts) == [TakeDown(post, Why.WITHDRAWN, PersonId("p1"), NO)]


@pytest.mark.parametrize(
    ("permissions", "why"),
    [
        ([], Why.NO_RECORD),
        ([a_permission(valid_until=TODAY - timedelta(days=1))], Why.EXPIRED),
        ([a_permission(platform="blog")], Why.NO_RECORD),
        ([a_permission(kind=Kind.NAME)], Why.NO_RECORD),
    ],
)
def test_what_is_no_live_yes_takes_it_down(permissions: list[Permission], why: Why) -> None:
    assert judged(a_post("p1"), *permissions) == [(why, "p1")]


def test_a_group_that_has_become_too_small_comes_down() -> None:
    assert judged(a_post("p1", "p2", "p3"), *group("p1", "p2")) == [
        (Why.GROUP_TOO_SMALL, "p1"),
        (Why.GROUP_TOO_SMALL, "p2"),
        (Why.NO_RECORD, "p3"),
    ]
    alone = replace(a_platform(), group_only=True)
    assert judged(a_post("p1"), *YES, platform=alone) == [(Why.GROUP_TOO_SMALL, "p1")]


def test_promise_15_a_mark_takes_the_post_down_and_names_no_one() -> None:
    assert judged(a_post("p1", "p2"), *YES, never="p1") == [(Why.SCHOOL_RULE, None)]


def test_leaving_takes_no_permission_back() -> None:
    left = [replace(PEOPLE[0], left_on=TODAY - timedelta(days=100))]
    assert judged(a_post("p1"), *YES, people=left) == []
    assert judged(a_post("p1"), *YES, NO, people=left) == [(Why.WITHDRAWN, "p1")]


def test_someone_who_was_erased_is_looked_at() -> None:
    assert judged(a_post("gone")) == [(Why.UNKNOWN_PERSON, "gone")]
