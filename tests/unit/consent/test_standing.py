"""Truth tables: whose records make a yes, whose no stands, and what each day says."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest

from consent.decisions import Why
from consent.notices import Excuse, Notice
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import PlatformId
from consent.standing import Standing, biometric_allowed, biometric_standing, explain, standing
from tests.factories import TODAY, WEBSITE, a_notice, a_permission, a_person

GRANTED, REFUSED, WITHDRAWN, REQUESTED = Answer
MOTHER, FATHER = Carer("m", "Mother", "mother"), Carer("f", "Father", "father")
UNCLE = Carer("u", "Uncle", "uncle", responsible=False)
CHILD = a_person(carers=(MOTHER, FATHER, UNCLE))
DAY = timedelta(days=1)


def says(who: str, answer: Answer = GRANTED, *, day: int = 1, **more: object) -> Permission:
    """A record of someone ("me" for the person) given on that day of September, for photos on the website."""
    giver = Giver.SELF if who == "me" else Giver.CARER
    record = a_permission(answer=answer, giver=giver, carer=who, given_on=date(2026, 9, day))
    return replace(record, **more)  # type: ignore[arg-type]


def judged(*records: Permission, person: Person = CHILD, today: date = TODAY) -> Standing:
    numbered = [replace(record, sequence=number) for number, record in enumerate(records, start=1)]
    return standing(numbered, person, WEBSITE, Kind.PHOTO, today=today)


TABLE: list[tuple[str, list[Permission], Why]] = [
    ("no record", [], Why.NO_RECORD),
    ("one carer's yes", [says("m")], Why.GRANTED),
    ("both carers' yes", [says("m"), says("f")], Why.GRANTED),
    ("one carer's no", [says("m", REFUSED)], Why.REFUSED),
    ("withdrawn", [says("m"), says("m", WITHDRAWN, day=2)], Why.WITHDRAWN),
    ("only asked", [says("m", REQUESTED)], Why.REQUESTED),
    ("asked, then answered the same day", [says("m", REQUESTED), says("m")], Why.GRANTED),
    ("asked again after a yes", [says("m"), says("m", REQUESTED, day=2)], Why.REQUESTED),
    ("asking again does not lift a no", [says("m", REFUSED), says("m", REQUESTED, day=2)], Why.REFUSED),
    ("a later yes lifts one's own no", [says("m", REFUSED), says("m", day=2)], Why.GRANTED),
    ("of one day the no wins, entered last", [says("m"), says("m", REFUSED)], Why.REFUSED),
    ("of one day the no wins, entered first", [says("m", REFUSED), says("m")], Why.REFUSED),
    ("an old form typed in late lifts nothing", [says("m", REFUSED, day=3), says("m", day=1)], Why.REFUSED),
    ("an old no typed in late counts", [says("m", day=3), says("m", REFUSED, day=1)], Why.REFUSED),
    ("one carer's no beats the other's yes", [says("m"), says("f", REFUSED)], Why.CARER_REFUSED),
    (
        "one carer's no beats the other's later yes",
        [says("f", REFUSED), says("m", day=9)],
        Why.CARER_REFUSED,
    ),
    ("one carer's withdrawal beats the other's yes", [says("m"), says("f", WITHDRAWN)], Why.CARER_REFUSED),
    (
        "the other carer was only asked",
        [says("f", REQUESTED), says("m")],
        Why.GRANTED,
    ),
    (
        "asking the one who refused does not free the other's yes",
        [says("f", REFUSED), says("m"), says("f", REQUESTED, day=9)],
        Why.CARER_REFUSED,
    ),
    ("the child's no beats every carer", [says("m"), says("f"), says("me", REFUSED)], Why.OWN_OBJECTION),
    ("the child's no alone", [says("me", WITHDRAWN)], Why.OWN_OBJECTION),
    ("the child's yes alone is none", [says("me")], Why.NO_RECORD),
    ("the child's yes does not lift a carer's no", [says("m", REFUSED), says("me", day=9)], Why.REFUSED),
    ("a yes without parental responsibility is none", [says("u")], Why.NO_RECORD),
    ("a no without it is heard", [says("m"), says("u", REFUSED)], Why.CARER_REFUSED),
    ("a yes of someone not on record is none", [says("stranger")], Why.NO_RECORD),
    ("a no of someone not on record is heard", [says("m"), says("stranger", REFUSED)], Why.CARER_REFUSED),
    ("a yes of no one in particular is none", [replace(says("m"), carer="")], Why.NO_RECORD),
    ("another platform", [says("m", platform=PlatformId("blog"))], Why.NO_RECORD),
    ("another kind", [says("m", kind=Kind.NAME)], Why.NO_RECORD),
    ("another person", [says("m", person=PersonId("p2"))], Why.NO_RECORD),
    ("ends today", [says("m", valid_until=TODAY)], Why.GRANTED),
    ("ended yesterday", [says("m", valid_until=TODAY - DAY)], Why.EXPIRED),
    ("begins today", [says("m", valid_from=TODAY)], Why.GRANTED),
    ("begins tomorrow", [says("m", valid_from=TODAY + DAY)], Why.NOT_YET),
    ("given tomorrow", [says("m", given_on=TODAY + DAY)], Why.NOT_YET),
    (
        "given tomorrow, said to begin before",
        [says("m", given_on=TODAY + DAY, valid_from=TODAY)],
        Why.NOT_YET,
    ),
    ("never in date", [says("m", valid_from=TODAY, valid_until=TODAY - DAY)], Why.EXPIRED),
    ("one expired, one live", [says("m", valid_until=TODAY - DAY), says("f")], Why.GRANTED),
    (
        "an expired yes had lifted the no",
        [says("f", REFUSED), says("f", day=2, valid_until=TODAY - DAY), says("m", day=3)],
        Why.GRANTED,
    ),
    (
        "a yes that has not begun lifts nothing",
        [says("f", REFUSED), says("f", day=2, valid_from=TODAY + DAY), says("m", day=3)],
        Why.CARER_REFUSED,
    ),
    (
        "an older yes typed in late outlives no newer one",
        [says("m", day=5, valid_until=TODAY - DAY), says("m", day=1)],
        Why.EXPIRED,
    ),
    (
        "an older yes typed in late begins no earlier than the newer one",
        [says("m", day=5, valid_from=TODAY + DAY), says("m", day=1)],
        Why.NOT_YET,
    ),
    (
        "a newer yes renews the older one",
        [says("m", day=1, valid_until=TODAY - DAY), says("m", day=5)],
        Why.GRANTED,
    ),
    (
        "of two yeses of one day the one entered last says until when",
        [says("m", valid_until=TODAY - DAY), says("m")],
        Why.GRANTED,
    ),
    (
        "a day to come, typed under a wrong clock, does not outlast the yeses after it",
        [says("m", given_on=TODAY + 900 * DAY), says("m", given_on=TODAY)],
        Why.GRANTED,
    ),
    ("a no has no end", [says("m", REFUSED, valid_until=TODAY - DAY)], Why.REFUSED),
    (
        "a no counts before it begins",
        [says("m"), says("m", REFUSED, day=2, valid_from=TODAY + DAY)],
        Why.REFUSED,
    ),
]


@pytest.mark.parametrize(("records", "why"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_what_the_records_of_a_pupil_come_to(records: list[Permission], why: Why) -> None:
    answer = judged(*records)
    assert answer.why is why
    assert answer.allowed is (why is Why.GRANTED)


@pytest.mark.parametrize("kind", [PersonKind.STAFF, PersonKind.VOLUNTEER, PersonKind.VISITOR])
@pytest.mark.parametrize(
    ("records", "why"),
    [
        ([], Why.NO_RECORD),
        ([says("me")], Why.GRANTED),
        ([says("me", REFUSED)], Why.REFUSED),
        ([says("me"), says("me", WITHDRAWN, day=2)], Why.WITHDRAWN),
        ([says("me"), says("m", REFUSED)], Why.CARER_REFUSED),
        ([says("m")], Why.NO_RECORD),
    ],
)
def test_adults_speak_for_themselves(kind: PersonKind, records: list[Permission], why: Why) -> None:
    assert judged(*records, person=a_person(kind=kind)).why is why


def test_a_visitor_with_carers_on_record_is_spoken_for_by_them() -> None:
    visitor = a_person(kind=PersonKind.VISITOR, carers=(MOTHER,))
    assert not judged(says("me"), person=visitor).allowed
    assert judged(says("m"), person=visitor).allowed


@pytest.mark.parametrize(("left", "allowed"), [(-1, False), (0, False), (1, True)])
def test_whoever_has_left_has_no_standing_from_that_day_on(left: int, *, allowed: bool) -> None:
    person = replace(CHILD, left_on=TODAY + left * DAY)
    assert judged(says("m"), person=person).allowed is allowed


def test_records_without_an_order_of_entry_contradict_each_other_and_the_no_counts() -> None:
    for answer in (REFUSED, WITHDRAWN, REQUESTED):
        records = [replace(says("m", answer), sequence=0), replace(says("m", day=9), sequence=0)]
        for some in (records, records[::-1]):
            assert not standing(some, CHILD, WEBSITE, Kind.PHOTO, today=TODAY).allowed


def test_the_order_is_that_of_entry_however_the_records_are_handed_over() -> None:
    records = [replace(says("m", REFUSED), sequence=1), replace(says("m", day=2), sequence=2)]
    for some in itertools.permutations(records):
        assert standing(some, CHILD, WEBSITE, Kind.PHOTO, today=TODAY).allowed


@pytest.mark.parametrize(
    ("today", "why"),
    [
        (date(2028, 2, 28), Why.GRANTED),
        (date(2028, 2, 29), Why.GRANTED),
        (date(2028, 3, 1), Why.EXPIRED),
    ],
)
def test_promise_50_a_permission_until_29_february_ends_with_that_day(today: date, why: Why) -> None:
    assert judged(says("m", valid_until=date(2028, 2, 29)), today=today).why is why


def test_the_record_that_decided_is_named() -> None:
    mother, father = replace(says("m"), sequence=1), replace(says("f", REFUSED, day=3), sequence=2)
    answer = standing([mother, father], CHILD, WEBSITE, Kind.PHOTO, today=TODAY)
    assert answer.permission == father
    assert standing([mother], CHILD, WEBSITE, Kind.PHOTO, today=TODAY).permission == mother


def test_an_explanation_names_who_decided_first_and_whose_yes_did_not_count() -> None:
    mother, father = replace(says("m"), sequence=1), replace(says("f", REFUSED, day=3), sequence=2)
    why = explain([mother, father], CHILD, WEBSITE, Kind.PHOTO, today=TODAY)
    assert why.standing == standing([mother, father], CHILD, WEBSITE, Kind.PHOTO, today=TODAY)
    assert why.decided_by == father
    assert why.outweighed == (mother,)
    assert [(voice.carer, voice.why, voice.counts) for voice in why.voices] == [
        ("f", Why.REFUSED, True),
        ("m", Why.GRANTED, True),
    ]


def test_an_explanation_of_a_yes_outweighs_nothing() -> None:
    records = [says("m"), says("u")]
    assert explain(records, CHILD, WEBSITE, Kind.PHOTO, today=TODAY).outweighed == ()


def test_a_standing_cannot_be_mistaken_for_a_yes() -> None:
    with pytest.raises(TypeError):
        bool(judged())


STATES = ("none", "granted", "refused", "withdrawn", "requested", "expired", "not yet")


def said(who: str, state: str) -> list[Permission]:
    match state:
        case "none":
            return []
        case "expired":
            record = says(who, valid_until=TODAY - DAY)
        case "not yet":
            record = says(who, valid_from=TODAY + DAY)
        case _:
            record = says(who, Answer(state))
    return [replace(record, kind=Kind.BIOMETRIC, platform=None)]


BOTH_TOLD = (a_notice("p1", "m"), a_notice("p1", "f"))


def test_promise_12_the_biometric_truth_table() -> None:
    """Protection of Freedoms Act 2012, section 26: each parent told, a parent's consent, no parent's no, no child's."""
    rows = 0
    for mother, father, uncle, child in itertools.product(STATES, repeat=4):
        records = said("m", mother) + said("f", father) + said("u", uncle) + said("me", child)
        agreed = "granted" in {mother, father} and not {mother, father, uncle, child} & {
            "refused",
            "withdrawn",
        }
        for told in ((), BOTH_TOLD[:1], BOTH_TOLD[1:], BOTH_TOLD):
            expected = agreed and told == BOTH_TOLD
            assert biometric_allowed(CHILD, records, told, today=TODAY) is expected, (
                mother,
                father,
                uncle,
                child,
            )
            rows += 1
    assert rows == 4 * len(STATES) ** 4


def test_promise_12_a_notice_counts_from_its_day_for_its_carer_of_its_person_and_so_does_an_excuse() -> None:
    def why(*told: Notice) -> Why:
        return biometric_standing(CHILD, said("m", "granted"), told, today=TODAY).why

    told_m, told_f = BOTH_TOLD
    assert why() is Why.NO_NOTICE
    assert why(told_m, told_f) is Why.GRANTED
    assert why(told_m, replace(told_f, sent_on=TODAY)) is Why.GRANTED
    assert why(told_m, replace(told_f, sent_on=TODAY + DAY)) is Why.NO_NOTICE
    assert why(told_m, replace(told_f, person=PersonId("p2"))) is Why.NO_NOTICE
    assert why(told_m, replace(told_f, carer="u")) is Why.NO_NOTICE
    assert why(told_m, replace(told_f, excused=Excuse.CANNOT_BE_FOUND)) is Why.GRANTED


@pytest.mark.parametrize("state", STATES)
def test_promise_12_adults_consent_to_templates_for_themselves(state: str) -> None:
    adult = a_person(kind=PersonKind.STAFF)
    assert biometric_allowed(adult, said("me", state), (), today=TODAY) is (state == "granted")
    assert not biometric_allowed(adult, said("m", state), BOTH_TOLD, today=TODAY)


def test_a_yes_to_photos_is_none_to_templates() -> None:
    assert biometric_standing(CHILD, [says("m")], BOTH_TOLD, today=TODAY).why is Why.NO_RECORD
