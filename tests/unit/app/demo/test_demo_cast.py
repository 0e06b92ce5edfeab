"""The demo school's people: enough of them, and every kind of answer among them."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from app.demo.cast import read_cast
from app.demo.school import _biometric, _permissions, _person
from app.ready_made import ready_made_platforms
from consent.decisions import Why
from consent.people import PersonId
from consent.permissions import Kind, Permission
from consent.platforms import PlatformId
from consent.standing import standing
from consent.wellformed import check_permission, check_person

TODAY = date(2026, 11, 20)
CAST = read_cast()
PEOPLE = {member.id: _person(member, PersonId(member.id), TODAY) for member in CAST.members}


def records(member_id: str) -> list[Permission]:
    member = CAST.member(member_id)
    given = [one for answer in member.answers for one in _permissions(answer, PEOPLE[member_id], TODAY)]
    return [*given, _biometric(PEOPLE[member_id], TODAY)] if member.biometric else given


def why(member_id: str, platform: str, kind: Kind = Kind.PHOTO) -> Why:
    answer = standing(records(member_id), PEOPLE[member_id], PlatformId(platform), kind, today=TODAY)
    return answer.why


def test_the_school_has_a_class_of_thirty_and_every_kind_of_person() -> None:
    assert sum(member.class_name == "4 Oak" for member in CAST.members) == 30
    assert {member.kind for member in CAST.members} == {"pupil", "staff", "volunteer", "visitor"}
    assert len(CAST.members) == 36


def test_no_two_people_share_a_name_a_number_or_a_face() -> None:
    for values in (
        [member.name for member in CAST.members],
        [member.id for member in CAST.members],
        [str(member.face) for member in CAST.members],
    ):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_every_record_is_whole() -> None:
    for member in CAST.members:
        check_person(PEOPLE[member.id])
        for permission in records(member.id):
            check_permission(permission, PEOPLE[member.id])


def test_answers_speak_only_of_ready_made_platforms() -> None:
    known = {platform.id for platform in ready_made_platforms()}
    assert {on for member in CAST.members for answer in member.answers for on in answer.on} <= known


def test_every_reason_of_the_rules_about_a_person_is_among_them() -> None:
    reasons = {why(member.id, "website") for member in CAST.members}
    assert reasons >= {
        Why.GRANTED,
        Why.NO_RECORD,
        Why.REFUSED,
        Why.WITHDRAWN,
        Why.REQUESTED,
        Why.EXPIRED,
        Why.CARER_REFUSED,
        Why.OWN_OBJECTION,
        Why.LEFT,
    }


def test_someone_may_be_seen_on_the_website_and_not_on_facebook() -> None:
    assert why("P04", "website") is Why.GRANTED
    assert why("P04", "facebook") is Why.REFUSED


def test_someone_agreed_to_groups_only() -> None:
    assert why("P07", "website") is Why.NO_RECORD
    assert why("P07", "website", Kind.GROUP) is Why.GRANTED


def test_some_may_be_named_and_most_may_not() -> None:
    named = [member.id for member in CAST.members if why(member.id, "website", Kind.NAME) is Why.GRANTED]
    assert 3 <= len(named) <= 10


def test_who_may_never_be_published_has_a_yes_that_the_mark_outweighs() -> None:
    assert [why(marked, "website") for marked in CAST.never_publish] == [Why.GRANTED]


def test_only_people_with_biometric_consent_may_get_a_template() -> None:
    for member in CAST.members:
        answer = standing(records(member.id), PEOPLE[member.id], None, Kind.BIOMETRIC, today=TODAY)
        assert answer.allowed == member.biometric


def test_an_unknown_member_is_an_error() -> None:
    with pytest.raises(KeyError):
        CAST.member("P99")
