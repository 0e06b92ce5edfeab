"""Truth tables: what becomes of each kind of region, of the photo, and of the head count."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from consent.decisions import Decision, HeadCount, Outcome, PhotoDecision, Verdict, Why
from consent.people import Person, PersonId
from consent.permissions import Answer, Kind, Permission
from consent.platforms import Platform, UniformRule
from consent.policy import NeverPublishRule, Policy
from consent.rules import Facts, decide
from consent.sightings import Certainty, Mark, Origin, RegionId, Sighting, What
from tests.factories import TODAY, a_carer, a_permission, a_person, a_platform, a_sighting

SHOW, COVER, BLOCK = Outcome
CARERS = (a_carer(),)
EVERYONE = [a_person(identity, carers=CARERS) for identity in ("p1", "p2", "p3", "p4", "p5")]
SITE = a_platform()
P1, P2 = PersonId("p1"), PersonId("p2")


def facts(
    *permissions: Permission,
    policy: Policy | None = None,
    never: tuple[str, ...] = (),
    people: list[Person] | None = None,
) -> Facts:
    return Facts(
        people=EVERYONE if people is None else people,
        permissions=permissions,
        never_publish=frozenset(PersonId(one) for one in never),
        policy=policy or Policy(),
        platforms=(SITE,),
        today=TODAY,
    )


def judged(*sightings: Sighting, known: Facts, platform: Platform = SITE) -> PhotoDecision:
    named = [replace(one, region=RegionId(f"r{number}")) for number, one in enumerate(sightings)]
    return decide(named, known, platform)


def one(sighting: Sighting, known: Facts, platform: Platform = SITE) -> Decision:
    return judged(sighting, known=known, platform=platform).decisions[0]


def short(decision: Decision) -> tuple[Outcome, Why, bool]:
    return decision.outcome, decision.why, decision.open


def a_face(
    *people: str, certainty: Certainty | None = None, what: What = What.FACE, **more: object
) -> Sighting:
    return replace(a_sighting(what=what, people=people, certainty=certainty), **more)  # type: ignore[arg-type]


PHOTO = a_permission("p1", Kind.PHOTO)


@pytest.mark.parametrize("what", [What.FACE, What.PERSON])
@pytest.mark.parametrize(
    ("face", "expected"),
    [
        (a_face("p1"), (SHOW, Why.GRANTED, False)),
        (a_face("p2"), (COVER, Why.NO_RECORD, False)),
        (a_face("stranger"), (COVER, Why.UNKNOWN_PERSON, False)),
        (a_face(), (COVER, Why.UNKNOWN_PERSON, False)),
        (a_face("p1", certainty=Certainty.UNKNOWN), (COVER, Why.UNKNOWN_PERSON, False)),
        (a_face("p1", certainty=Certainty.NOT_LISTED), (COVER, Why.NOT_LISTED, False)),
        (a_face("p1", certainty=Certainty.SUGGESTED), (COVER, Why.NOT_CONFIRMED, True)),
        (a_face("p2", certainty=Certainty.SUGGESTED), (COVER, Why.NOT_CONFIRMED, False)),
        (a_face("p2", "p1", certainty=Certainty.SUGGESTED), (COVER, Why.NOT_CONFIRMED, True)),
        (a_face("p1", "p2"), (COVER, Why.UNSURE_WHO, True)),
        (a_face("p2", "p3"), (COVER, Why.UNSURE_WHO, False)),
        (a_face("p1", "p2", rejected=(P1,)), (COVER, Why.UNSURE_WHO, False)),
        (a_face("p1", rejected=(P1,)), (COVER, Why.UNSURE_WHO, False)),
        (a_face("p1", "p2", certainty=Certainty.CONFIRMED), (COVER, Why.UNSURE_WHO, True)),
        (a_face(certainty=Certainty.CONFIRMED), (COVER, Why.UNSURE_WHO, False)),
        (a_face("p1", mark=Mark.COVER), (COVER, Why.COVERED_BY_HAND, False)),
        (a_face("p1", mark=Mark.DISMISSED), (COVER, Why.COVERED_BY_HAND, False)),
        (a_face(mark=Mark.DISMISSED), (SHOW, Why.DISMISSED, False)),
        (a_face(mark=Mark.DISMISSED, origin=Origin.BY_HAND), (COVER, Why.UNKNOWN_PERSON, False)),
        (a_face("p1", origin=Origin.BY_HAND), (SHOW, Why.GRANTED, False)),
    ],
)
def test_a_face_or_a_person_is_shown_only_when_confirmed_and_agreed(
    face: Sighting, expected: tuple[Outcome, Why, bool], what: What
) -> None:
    assert short(one(replace(face, what=what), facts(PHOTO))) == expected


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer.REFUSED, Why.REFUSED),
        (Answer.WITHDRAWN, Why.WITHDRAWN),
        (Answer.REQUESTED, Why.REQUESTED),
    ],
)
def test_what_is_not_granted_is_covered_with_its_reason_and_the_persons_id(answer: Answer, why: Why) -> None:
    decision = one(a_face("p1"), facts(a_permission("p1", answer=answer)))
    assert (decision.outcome, decision.why, decision.person) == (COVER, why, "p1")


def test_who_has_left_is_covered() -> None:
    left = replace(EVERYONE[0], left_on=TODAY - timedelta(days=1))
    assert short(one(a_face("p1"), facts(PHOTO, people=[left]))) == (COVER, Why.LEFT, False)


def test_a_permission_for_one_platform_shows_nothing_on_another() -> None:
    blog = a_platform("blog")
    assert one(a_face("p1"), facts(PHOTO), blog).outcome is COVER


def test_a_minimum_age_for_accounts_changes_nothing_for_showing() -> None:
    assert one(a_face("p1"), facts(PHOTO), replace(SITE, minimum_age=13)).outcome is SHOW


NEAR = Policy(auto_confirm_distance=0.4)


@pytest.mark.parametrize(
    ("face", "policy", "shown"),
    [
        (a_face("p1", certainty=Certainty.SUGGESTED, distances=(0.4,)), NEAR, True),
        (a_face("p1", certainty=Certainty.SUGGESTED, distances=(0.4,)), Policy(), False),
        (a_face("p1", certainty=Certainty.SUGGESTED, distances=(0.41,)), NEAR, False),
        (a_face("p1", certainty=Certainty.SUGGESTED, distances=()), NEAR, False),
        (a_face("p1", certainty=Certainty.SUGGESTED, distances=(float("nan"),)), NEAR, False),
        (a_face("p1", "p2", certainty=Certainty.SUGGESTED, distances=(0.2, 0.5)), NEAR, True),
        (a_face("p1", "p2", certainty=Certainty.SUGGESTED, distances=(0.2, 0.3)), NEAR, False),
        (a_face("p2", "p1", certainty=Certainty.SUGGESTED, distances=(0.5, 0.3)), NEAR, False),
        (a_face("p1", "p2", certainty=Certainty.UNSURE, distances=(0.2, 0.5)), NEAR, False),
        (
            a_face("p1", certainty=Certainty.SUGGESTED, distances=(0.2,), rejected=(P1,)),
            NEAR,
            False,
        ),
    ],
)
def test_a_machine_confirms_no_one_unless_the_school_set_a_distance(
    face: Sighting, policy: Policy, *, shown: bool
) -> None:
    assert (one(face, facts(PHOTO, policy=policy)).outcome is SHOW) is shown


def a_group(*people: str) -> list[Permission]:
    return [a_permission(person, Kind.GROUP) for person in people]


def shown(decision: PhotoDecision) -> set[str]:
    return set(decision.visible)


@pytest.mark.parametrize(
    ("in_photo", "permissions", "group_only", "expected"),
    [
        (["p1", "p2", "p3"], a_group("p1", "p2", "p3"), False, {"p1", "p2", "p3"}),
        (["p1", "p2", "p3"], a_group("p1", "p2"), False, set()),
        (["p1", "p2"], a_group("p1", "p2"), False, set()),
        (["p1", "p2", "p3"], [PHOTO, *a_group("p2", "p3")], False, {"p1", "p2", "p3"}),
        (["p1", "p2", "p3"], [PHOTO, *a_group("p2")], False, {"p1"}),
        (["p1", "p2", "p3"], [PHOTO, *a_group("p2", "p3")], True, {"p1", "p2", "p3"}),
        (["p1", "p2"], [PHOTO, *a_group("p2")], True, set()),
        (["p1"], [PHOTO], True, set()),
        (["p1", "p1", "p1"], a_group("p1"), False, set()),
    ],
)
def test_a_group_permission_counts_when_enough_people_end_up_visible(
    in_photo: list[str], permissions: list[Permission], *, group_only: bool, expected: set[str]
) -> None:
    platform = replace(SITE, group_only=group_only)
    decision = judged(*(a_face(person) for person in in_photo), known=facts(*permissions), platform=platform)
    assert shown(decision) == expected
    for each in decision.decisions:
        if each.outcome is COVER:
            assert each.why in {Why.GROUP_TOO_SMALL, Why.NO_RECORD}


def test_someone_covered_by_hand_is_no_company() -> None:
    known = facts(*a_group("p1", "p2", "p3"))
    decision = judged(a_face("p1"), a_face("p2"), a_face("p3", mark=Mark.COVER), known=known)
    assert shown(decision) == set()


def test_someone_marked_never_publish_is_no_company() -> None:
    policy = Policy(never_publish=NeverPublishRule.COVER)
    known = facts(*a_group("p1", "p2", "p3"), never=("p3",), policy=policy)
    assert shown(judged(a_face("p1"), a_face("p2"), a_face("p3"), known=known)) == set()


def test_the_schools_own_number_for_a_group_counts() -> None:
    known = facts(*a_group("p1", "p2", "p3"), policy=Policy(group_size=4))
    assert shown(judged(a_face("p1"), a_face("p2"), a_face("p3"), known=known)) == set()


def test_three_suggestions_who_agreed_to_groups_are_all_worth_asking_about() -> None:
    known = facts(*a_group("p1", "p2", "p3"))
    faces = [a_face(person, certainty=Certainty.SUGGESTED) for person in ("p1", "p2", "p3")]
    assert [each.open for each in judged(*faces, known=known).decisions] == [True, True, True]
    assert [each.open for each in judged(*faces[:2], known=known).decisions] == [False, False]


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_tiny_face_is_covered_without_asking(certainty: Certainty) -> None:
    face = a_face("p1", certainty=certainty, what=What.TINY_FACE)
    assert short(one(face, facts(PHOTO))) == (COVER, Why.TOO_SMALL, False)


NAMED = a_sighting(what=What.ROLL_NAME, people=("p1",), certainty=Certainty.SUGGESTED, text="Person p1")
NAME, NAME_2 = a_permission("p1", Kind.NAME), a_permission("p2", Kind.NAME)


@pytest.mark.parametrize(
    ("text", "known", "platform", "expected"),
    [
        (NAMED, facts(NAME), SITE, (SHOW, Why.GRANTED, False)),
        (NAMED, facts(PHOTO), SITE, (COVER, Why.NO_RECORD, False)),
        (NAMED, facts(NAME), a_platform(names_allowed=False), (COVER, Why.NAME_NOT_ALLOWED, False)),
        (replace(NAMED, people=(P1, P2)), facts(NAME, NAME_2), SITE, (SHOW, Why.GRANTED, False)),
        (replace(NAMED, people=(P1, P2)), facts(NAME), SITE, (COVER, Why.UNSURE_WHO, False)),
        (replace(NAMED, people=()), facts(NAME), SITE, (COVER, Why.UNKNOWN_PERSON, False)),
        (replace(NAMED, rejected=(P1,)), facts(NAME), SITE, (COVER, Why.UNKNOWN_PERSON, False)),
        (replace(NAMED, people=(P1, P2)), facts(NAME, NAME_2, never=("p2",)), SITE, (COVER, Why.UNSURE_WHO, False)),
        (replace(NAMED, mark=Mark.COVER), facts(NAME), SITE, (COVER, Why.COVERED_BY_HAND, False)),
        (replace(NAMED, mark=Mark.DISMISSED), facts(), SITE, (SHOW, Why.DISMISSED, False)),
        (replace(NAMED, what=What.OTHER_TEXT), facts(), SITE, (COVER, Why.NO_RECORD, False)),
    ],
)  # fmt: skip
def test_a_name_is_shown_only_if_everyone_whom_it_may_name_agreed(
    text: Sighting, known: Facts, platform: Platform, expected: tuple[Outcome, Why, bool]
) -> None:
    assert short(one(text, known, platform)) == expected


def test_a_name_that_stays_tells_whose_it_is() -> None:
    assert judged(NAMED, known=facts(NAME)).visible == ("p1",)


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (What.LIKELY_NAME, (COVER, Why.LIKELY_NAME)),
        (What.CONTACT, (COVER, Why.CONTACT_DATA)),
        (What.PLATE, (COVER, Why.CONTACT_DATA)),
        (What.CODE, (COVER, Why.CONTACT_DATA)),
        (What.AREA, (COVER, Why.COVERED_BY_HAND)),
        (What.SCHOOL, (SHOW, Why.HARMLESS)),
        (What.OTHER_TEXT, (SHOW, Why.HARMLESS)),
    ],
)
def test_text_and_codes(what: What, expected: tuple[Outcome, Why]) -> None:
    assert short(one(a_sighting(what=what), facts())) == (*expected, False)
    assert one(a_sighting(what=what), facts()).person is None


@pytest.mark.parametrize("what", [what for what in What if what is not What.AREA])
def test_a_person_may_say_of_any_finding_that_there_is_nothing(what: What) -> None:
    found = replace(a_sighting(what=what), mark=Mark.DISMISSED)
    assert short(one(found, facts())) == (SHOW, Why.DISMISSED, False)


def test_what_a_person_drew_cannot_be_dismissed() -> None:
    for what in (What.AREA, What.CONTACT):
        drawn = replace(a_sighting(what=what), mark=Mark.DISMISSED, origin=Origin.BY_HAND)
        assert one(drawn, facts()).outcome is COVER


@pytest.mark.parametrize(
    ("rule", "crest", "colour", "name"),
    [
        (UniformRule.ALLOWED, SHOW, SHOW, SHOW),
        (UniformRule.COVER_CREST, COVER, SHOW, COVER),
        (UniformRule.COVER_BODY, COVER, COVER, COVER),
        (UniformRule.BLOCK, BLOCK, BLOCK, BLOCK),
    ],
)
@pytest.mark.parametrize("mark", [Mark.NONE, Mark.COVER])
def test_uniform_follows_the_platforms_rule(
    rule: UniformRule, crest: Outcome, colour: Outcome, name: Outcome, mark: Mark
) -> None:
    for what, outcome in ((What.CREST, crest), (What.UNIFORM_COLOUR, colour), (What.UNIFORM_NAME, name)):
        found = replace(a_sighting(what=what), mark=mark)
        decision = one(found, facts(), replace(SITE, uniform=rule))
        expected = COVER if mark is Mark.COVER and outcome is SHOW else outcome
        assert decision.outcome is expected
        if expected is not SHOW:
            assert decision.why in {Why.UNIFORM_RULE, Why.COVERED_BY_HAND}


SUGGESTED = Certainty.SUGGESTED


@pytest.mark.parametrize(
    ("sighting", "known_to_be_there"),
    [
        (a_face("p1"), True),
        (a_face("p1", mark=Mark.COVER), True),
        (a_face("p1", mark=Mark.DISMISSED), True),
        (a_face("p1", certainty=SUGGESTED), True),
        (a_face("p1", "p2", certainty=SUGGESTED), True),
        (a_face("p1", certainty=SUGGESTED, mark=Mark.DISMISSED), True),
        (a_face("p1", what=What.PERSON), True),
        (a_face("p1", what=What.TINY_FACE), True),
        (a_face("p1", what=What.AREA), True),
        (NAMED, True),
        (replace(NAMED, mark=Mark.COVER), True),
        (a_face("p2", "p1", certainty=SUGGESTED), False),
        (a_face("p1", "p2"), False),
        (a_face("p1", certainty=SUGGESTED, rejected=(P1,)), False),
        (replace(NAMED, people=(P1, P2)), False),
        (a_face("p1", certainty=Certainty.NOT_LISTED), False),
    ],
)
@pytest.mark.parametrize("rule", list(NeverPublishRule))
def test_promise_15_a_photo_of_someone_marked_is_held_back_and_no_one_is_named(
    sighting: Sighting, rule: NeverPublishRule, *, known_to_be_there: bool
) -> None:
    policy = Policy(never_publish=rule)
    everything = [a_permission(person, kind) for person in ("p1", "p2") for kind in (Kind.PHOTO, Kind.NAME)]
    decision = one(sighting, facts(*everything, never=("p1",), policy=policy))
    assert decision.person != "p1"
    assert decision.outcome is not SHOW
    if known_to_be_there:
        assert decision.why is Why.SCHOOL_RULE
        assert decision.outcome is (BLOCK if rule is NeverPublishRule.BLOCK else COVER)
        assert not decision.open
    else:
        assert decision.why is not Why.SCHOOL_RULE
        assert decision.outcome is COVER


def test_a_face_that_may_be_someone_marked_stays_open_even_if_no_one_could_be_shown() -> None:
    assert short(one(a_face("p1", "p2"), facts(never=("p1",)))) == (COVER, Why.UNSURE_WHO, True)


def test_a_mark_keeps_a_near_suggestion_from_confirming_itself() -> None:
    face = a_face("p1", "p2", certainty=SUGGESTED, distances=(0.1, 0.6))
    assert one(face, facts(PHOTO, policy=NEAR)).outcome is SHOW
    assert one(face, facts(PHOTO, policy=NEAR, never=("p2",))).outcome is COVER


@pytest.mark.parametrize(
    ("sightings", "platform", "verdict"),
    [
        ([], SITE, Verdict.CLEAR),
        ([a_face("p1")], SITE, Verdict.CLEAR),
        ([a_face("p1"), a_face()], SITE, Verdict.CLEAR_WITH_COVERS),
        ([a_face(), a_face("p1", certainty=SUGGESTED)], SITE, Verdict.NEEDS_A_PERSON),
        (
            [a_face("p1", certainty=SUGGESTED), a_sighting(what=What.CREST)],
            replace(SITE, uniform=UniformRule.BLOCK),
            Verdict.BLOCKED,
        ),
    ],
)
def test_the_photos_verdict(sightings: list[Sighting], platform: Platform, verdict: Verdict) -> None:
    assert judged(*sightings, known=facts(PHOTO), platform=platform).verdict is verdict


def test_the_head_count() -> None:
    sightings = [
        a_face("p1"),
        a_face("p2"),
        a_face(),
        a_face(certainty=Certainty.NOT_LISTED),
        a_face(what=What.TINY_FACE),
        a_face(mark=Mark.DISMISSED),
        a_face("p1", what=What.PERSON, origin=Origin.BY_HAND),
        a_sighting(what=What.CODE),
        a_sighting(what=What.AREA),
        replace(NAMED, mark=Mark.DISMISSED),
    ]
    heads = judged(*sightings, known=facts(PHOTO)).heads
    assert heads == HeadCount(
        found=6, tiny=1, named=3, shown=2, covered=4, unknown=3, added_by_hand=1, removed_by_hand=1
    )


def test_decisions_stand_in_the_order_of_the_sightings() -> None:
    sightings = [a_sighting(region, What.CODE) for region in ("z", "a", "m")]
    assert [each.region for each in decide(sightings, facts(), SITE).decisions] == ["z", "a", "m"]
