"""Whatever the register and the photo hold: nothing is shown without a live yes, and no "no" reveals."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consent.decisions import Outcome, Verdict, Why
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import Platform, PlatformId, UniformRule
from consent.policy import NeverPublishRule, Policy
from consent.rules import Facts, decide
from consent.sightings import Certainty, Mark, Origin, RegionId, Sighting, What
from consent.standing import standing
from tests.factories import TODAY

IDS = [PersonId(f"p{number}") for number in range(3)]
PLATFORMS = [PlatformId("website"), PlatformId("blog")]
CARERS = ["m", "f", "u"]
NEEDS_A_YES = {What.FACE, What.PERSON, What.ROLL_NAME}
NEVER_SHOWN = {What.TINY_FACE, What.LIKELY_NAME, What.CONTACT, What.PLATE, What.CODE, What.AREA}
NOS = [Answer.REFUSED, Answer.WITHDRAWN]

judging = settings(max_examples=60)

few_days = st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))
some_people = st.lists(st.sampled_from([*IDS, PersonId("stranger")]), max_size=3, unique=True).map(tuple)


@st.composite
def persons(draw: st.DrawFn, identity: PersonId) -> Person:
    carers = tuple(
        Carer(carer, "Carer", "carer", responsible=draw(st.booleans()))
        for carer in draw(st.lists(st.sampled_from(CARERS), max_size=3, unique=True))
    )
    return Person(
        identity,
        draw(st.sampled_from(PersonKind)),
        "Name",
        carers=carers,
        left_on=draw(st.one_of(st.none(), st.none(), few_days)),
    )


@st.composite
def records(draw: st.DrawFn, answers: list[Answer] | None = None) -> Permission:
    return Permission(
        person=draw(st.sampled_from(IDS)),
        platform=draw(st.sampled_from(PLATFORMS)),
        kind=draw(st.sampled_from([Kind.PHOTO, Kind.GROUP, Kind.NAME])),
        answer=draw(st.sampled_from(answers or [*Answer, Answer.GRANTED, Answer.GRANTED])),
        giver=draw(st.sampled_from(Giver)),
        carer=draw(st.sampled_from([*CARERS, ""])),
        given_on=draw(few_days),
        valid_from=draw(st.one_of(st.none(), few_days)),
        valid_until=draw(st.one_of(st.none(), few_days)),
        sequence=draw(st.integers(0, 6)),
    )


@st.composite
def sightings(draw: st.DrawFn) -> Sighting:
    people = draw(some_people)
    return Sighting(
        region=RegionId("?"),
        what=draw(st.sampled_from([*What, What.FACE, What.FACE, What.ROLL_NAME])),
        box=(0, 0, 9, 9),
        certainty=draw(st.sampled_from(Certainty)),
        people=people,
        distances=draw(st.sampled_from([(), (0.1, 0.2, 0.9)[: len(people)], (0.1, 0.9, 0.9)[: len(people)]])),
        rejected=draw(some_people),
        origin=draw(st.sampled_from(Origin)),
        mark=draw(st.sampled_from([*Mark, Mark.NONE, Mark.NONE])),
    )


platforms = st.builds(
    Platform,
    id=st.sampled_from(PLATFORMS),
    name=st.just("Platform"),
    names_allowed=st.booleans(),
    uniform=st.sampled_from(UniformRule),
    group_only=st.booleans(),
)
policies = st.builds(
    Policy,
    never_publish=st.sampled_from(NeverPublishRule),
    auto_confirm_distance=st.sampled_from([None, None, 0.15]),
    group_size=st.integers(2, 3),
)


@st.composite
def registers(draw: st.DrawFn) -> Facts:
    return Facts(
        people=[draw(persons(identity)) for identity in IDS],
        permissions=draw(st.lists(records(), max_size=9)),
        never_publish=frozenset(draw(st.lists(st.sampled_from(IDS), max_size=1))),
        policy=draw(policies),
        platforms=(),
        today=TODAY,
    )


@st.composite
def generous(draw: st.DrawFn) -> Facts:
    """A register in which nearly everyone agreed, so that a single no can be seen to matter."""
    people = [Person(identity, PersonKind.STAFF, "Name") for identity in IDS]
    yeses = [
        Permission(one, platform, kind, Answer.GRANTED, Giver.SELF, given_on=TODAY, sequence=1)
        for one in IDS
        for platform in PLATFORMS
        for kind in draw(st.sets(st.sampled_from([Kind.PHOTO, Kind.GROUP, Kind.NAME]), min_size=1))
    ]
    return Facts(people, yeses, frozenset(), draw(policies), (), TODAY)


photos = st.lists(sightings(), max_size=5).map(
    lambda some: [replace(one, region=RegionId(f"r{number}")) for number, one in enumerate(some)]
)
either = st.one_of(registers(), generous())


def revealed(some: list[Sighting], facts: Facts, platform: Platform) -> set[RegionId]:
    """What can be seen on the published photo: nothing, where it is blocked."""
    decision = decide(some, facts, platform)
    if decision.verdict is Verdict.BLOCKED:
        return set()
    return {one.region for one in decision.decisions if one.outcome is Outcome.SHOW}


older_yes = st.builds(
    Permission,
    person=st.just(IDS[0]),
    platform=st.just(PLATFORMS[0]),
    kind=st.just(Kind.PHOTO),
    answer=st.just(Answer.GRANTED),
    giver=st.just(Giver.SELF),
    given_on=few_days,
    valid_from=st.one_of(st.none(), few_days),
    valid_until=st.one_of(st.none(), few_days),
)


@judging
@given(st.lists(st.one_of(older_yes, records(NOS)), min_size=1, max_size=5), older_yes)
def test_a_form_that_is_older_than_the_newest_yes_shows_nothing_more_when_it_is_typed_in_late(
    before: list[Permission], late: Permission
) -> None:
    person = Person(IDS[0], PersonKind.STAFF, "Name")
    before = [
        replace(
            one, person=person.id, platform=PLATFORMS[0], kind=Kind.PHOTO, giver=Giver.SELF, sequence=number
        )
        for number, one in enumerate(before, start=1)
    ]
    days = [min(one.given_on, TODAY) for one in before if one.answer is Answer.GRANTED]
    assume(days and late.given_on < max(days))
    after = [*before, replace(late, sequence=len(before) + 1)]

    def allowed(some: list[Permission]) -> bool:
        return standing(some, person, PLATFORMS[0], Kind.PHOTO, today=TODAY).allowed

    assert allowed(before) or not allowed(after)


def has_live_yes(person: PersonId, facts: Facts, platform: Platform, *kinds: Kind) -> bool:
    known = {one.id: one for one in facts.people}.get(person)
    return known is not None and any(
        standing(facts.permissions, known, platform.id, kind, today=facts.today).allowed
        and any(
            record.answer is Answer.GRANTED and (record.valid_until or TODAY) >= TODAY
            for record in facts.permissions
            if (record.person, record.platform, record.kind) == (person, platform.id, kind)
        )
        for kind in kinds
    )


@judging
@given(photos, either, platforms)
def test_promise_11_nothing_is_shown_without_a_live_yes(
    some: list[Sighting], facts: Facts, platform: Platform
) -> None:
    decision = decide(some, facts, platform)
    for sighting, one in zip(some, decision.decisions, strict=True):
        if one.outcome is not Outcome.SHOW or one.why is Why.DISMISSED:
            continue
        assert sighting.what not in NEVER_SHOWN
        assert sighting.mark is not Mark.COVER
        if sighting.what not in NEEDS_A_YES and not sighting.people:
            continue
        if sighting.what in {What.FACE, What.PERSON}:
            assert one.person is not None
            assert sighting.certainty in {Certainty.CONFIRMED, Certainty.SUGGESTED}
            assert has_live_yes(one.person, facts, platform, Kind.PHOTO, Kind.GROUP)
            assert one.person not in facts.never_publish
        elif sighting.what in {What.ROLL_NAME, What.OTHER_TEXT, What.SCHOOL}:
            named = set(sighting.people) - set(sighting.rejected)
            assert named
            assert all(has_live_yes(person, facts, platform, Kind.NAME) for person in named)
            assert not named & facts.never_publish


@st.composite
def histories(draw: st.DrawFn) -> list[Permission]:
    """What one grown-up said about themselves on some days, in the order in which it was typed in."""
    said = st.tuples(
        st.sampled_from([Answer.GRANTED, Answer.GRANTED, Answer.REFUSED]),
        st.integers(-3, 0),
        st.sampled_from([None, TODAY, TODAY - timedelta(days=1)]),
    )
    return [
        Permission(
            IDS[0],
            PLATFORMS[0],
            Kind.PHOTO,
            answer,
            Giver.SELF,
            given_on=TODAY + timedelta(days=day),
            valid_until=None if answer is Answer.REFUSED else until,
            sequence=place,
        )
        for place, (answer, day, until) in enumerate(draw(st.lists(said, min_size=3, max_size=4)), start=1)
    ]


@settings(max_examples=500)
@given(histories())
def test_a_yes_counts_only_where_it_is_alive_and_the_last_word_of_its_giver(said: list[Permission]) -> None:
    person = Person(IDS[0], PersonKind.STAFF, "Name")
    answer = standing(said, person, PLATFORMS[0], Kind.PHOTO, today=TODAY)
    yes = answer.permission
    if not answer.allowed or yes is None:
        return
    assert yes.answer is Answer.GRANTED
    assert yes.given_on <= TODAY <= (yes.valid_until or TODAY)
    assert all(no.given_on < yes.given_on for no in said if no.answer in NOS)


@judging
@given(photos, either, platforms, records(answers=NOS))
def test_one_more_no_on_record_never_reveals(
    some: list[Sighting], facts: Facts, platform: Platform, no: Permission
) -> None:
    after = replace(facts, permissions=[*facts.permissions, no])
    assert revealed(some, after, platform) <= revealed(some, facts, platform)


@judging
@given(photos, either, platforms, st.sampled_from(IDS))
def test_one_more_never_publish_mark_never_reveals(
    some: list[Sighting], facts: Facts, platform: Platform, person: PersonId
) -> None:
    after = replace(facts, never_publish=facts.never_publish | {person})
    assert revealed(some, after, platform) <= revealed(some, facts, platform)


@judging
@given(photos, either, platforms, st.integers(0, 5))
def test_one_more_cover_never_reveals(
    some: list[Sighting], facts: Facts, platform: Platform, which: int
) -> None:
    after = [replace(one, mark=Mark.COVER) if number == which else one for number, one in enumerate(some)]
    assert revealed(after, facts, platform) <= revealed(some, facts, platform)


@judging
@given(photos, either, platforms, st.sampled_from(IDS))
def test_someone_who_leaves_is_never_revealed_by_it(
    some: list[Sighting], facts: Facts, platform: Platform, person: PersonId
) -> None:
    people = [replace(one, left_on=TODAY) if one.id == person else one for one in facts.people]
    assert revealed(some, replace(facts, people=people), platform) <= revealed(some, facts, platform)


@judging
@given(photos, either, platforms)
def test_a_person_whom_no_one_knows_any_more_is_not_shown(
    some: list[Sighting], facts: Facts, platform: Platform
) -> None:
    heads = [one for one in some if one.what in {What.FACE, What.PERSON} and one.mark is not Mark.DISMISSED]
    forgotten = [replace(one, certainty=Certainty.UNKNOWN, people=(), distances=()) for one in heads]
    assert revealed(forgotten, facts, platform) == set()


@judging
@given(photos, either, platforms)
def test_stricter_platforms_and_larger_groups_never_reveal(
    some: list[Sighting], facts: Facts, platform: Platform
) -> None:
    before = revealed(some, facts, platform)
    for stricter in (
        replace(platform, names_allowed=False),
        replace(platform, group_only=True),
        replace(platform, uniform=UniformRule.COVER_BODY)
        if platform.uniform is not UniformRule.BLOCK
        else replace(platform, uniform=UniformRule.BLOCK),
    ):
        assert revealed(some, facts, stricter) <= before
    larger = replace(facts, policy=replace(facts.policy, group_size=facts.policy.group_size + 1))
    assert revealed(some, larger, platform) <= before


@judging
@given(photos, either, platforms, st.randoms(use_true_random=False))
def test_decisions_depend_on_values_only(
    some: list[Sighting], facts: Facts, platform: Platform, shuffle: random.Random
) -> None:
    decision = decide(some, facts, platform)
    assert decide(tuple(some), replace(facts), replace(platform)) == decision
    people, permissions = list(facts.people), list(facts.permissions)
    shuffle.shuffle(people)
    shuffle.shuffle(permissions)
    other = decide(some, replace(facts, people=people, permissions=permissions), platform)
    assert [one.outcome for one in other.decisions] == [one.outcome for one in decision.decisions]


@judging
@given(photos, either, platforms)
def test_promise_15_no_decision_names_someone_marked(
    some: list[Sighting], facts: Facts, platform: Platform
) -> None:
    decision = decide(some, facts, platform)
    assert facts.never_publish.isdisjoint(decision.visible)
    assert not any(one.person in facts.never_publish for one in decision.decisions)
    assert not any(person in repr(decision) for person in facts.never_publish)
    for one in decision.decisions:
        assert one.why is not Why.SCHOOL_RULE or one.person is None


@judging
@given(photos, either, platforms)
def test_the_verdict_and_the_head_count_follow_from_the_regions(
    some: list[Sighting], facts: Facts, platform: Platform
) -> None:
    decision = decide(some, facts, platform)
    outcomes = {one.outcome for one in decision.decisions}
    match decision.verdict:
        case Verdict.BLOCKED:
            assert Outcome.BLOCK in outcomes
        case Verdict.NEEDS_A_PERSON:
            assert Outcome.BLOCK not in outcomes
            assert any(one.open for one in decision.decisions)
        case Verdict.CLEAR_WITH_COVERS:
            assert outcomes in ({Outcome.COVER}, {Outcome.COVER, Outcome.SHOW})
        case Verdict.CLEAR:
            assert outcomes <= {Outcome.SHOW}
    assert all(one.outcome is Outcome.COVER for one in decision.decisions if one.open)
    heads = decision.heads
    assert heads.found + heads.added_by_hand == heads.shown + heads.covered + heads.removed_by_hand
