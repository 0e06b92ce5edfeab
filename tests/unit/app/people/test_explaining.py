"""One sentence for each person and platform, in the same words everywhere."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from app.people.explaining import SENTENCES, by_the_schools_rules, explained, in_english
from consent.decisions import Why
from consent.notices import Notice
from consent.people import Carer, Person, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.standing import explain
from tests.factories import TODAY, WEBSITE, a_notice, a_permission, a_person

MOTHER, FATHER = Carer("m", "Ann Fox", "mother"), Carer("f", "Bob Fox", "father")
UNCLE = Carer("u", "Cy Fox", "uncle", responsible=False)
CHILD = a_person(name="Dee Fox", carers=(MOTHER, FATHER))
GRANTED, REFUSED, WITHDRAWN, REQUESTED = Answer


def says(who: str, answer: Answer = GRANTED, day: date = date(2026, 9, 1), **more: date) -> Permission:
    giver = Giver.SELF if who == "me" else Giver.CARER
    return replace(a_permission(answer=answer, giver=giver, carer=who, given_on=day), **more)  # type: ignore[arg-type]


def sentence(*records: Permission, person: Person = CHILD, today: date = TODAY) -> str:
    return explained(explain(records, person, WEBSITE, Kind.PHOTO, today=today), in_english(today))


def test_the_sentence_of_two_carers_who_disagree_reads_as_the_office_would_say_it() -> None:
    assert sentence(says("m"), says("f", REFUSED, date(2026, 9, 3))) == (
        "No, because one carer (father) refused on 3 September; the other carer's yes of 1 September does not "
        "outweigh it."
    )


@pytest.mark.parametrize(
    ("records", "person", "expected"),
    [
        ([], CHILD, "No, because no one who may agree has answered."),
        ([says("m")], CHILD, "Yes, because one carer (mother) agreed on 1 September."),
        (
            [says("m", valid_until=date(2027, 2, 28))],
            CHILD,
            "Yes, because one carer (mother) agreed on 1 September, until 28 February 2027.",
        ),
        ([says("m", day=date(2024, 2, 29))], CHILD, "Yes, because one carer (mother) agreed on 29 February 2024."),
        (
            [says("m")],
            replace(CHILD, carers=(MOTHER,)),
            "Yes, because the carer (mother) agreed on 1 September.",
        ),
        ([says("x")], replace(CHILD, carers=(Carer("x", "", "carer"),)), "Yes, because a carer agreed on 1 September."),
        ([says("f", WITHDRAWN)], CHILD, "No, because one carer (father) took the permission back on 1 September."),
        (
            [says("m"), says("f", WITHDRAWN)],
            CHILD,
            ("No, because one carer (father) took the permission back on 1 September; the other carer's yes of "
             "1 September does not outweigh it."),
        ),
        (
            [says("m"), says("f"), says("me", REFUSED)],
            CHILD,
            ("No, because the pupil objected on 1 September; the yes of one carer (mother) of 1 September and the yes "
             "of one carer (father) of 1 September do not outweigh it."),
        ),
        ([says("m", REQUESTED)], CHILD, "No, because one carer (mother) was asked on 1 September and has not said yes."),
        (
            [says("m", valid_until=date(2026, 10, 1))],
            CHILD,
            "No, because the permission that one carer (mother) gave on 1 September ended on 1 October.",
        ),
        (
            [says("m", valid_from=date(2026, 12, 1))],
            CHILD,
            "No, because the permission that one carer (mother) gave on 1 September begins on 1 December.",
        ),
        ([says("m")], replace(CHILD, left_on=date(2026, 7, 20)), "No, because this person left the school on 20 July."),
        (
            [says("u")],
            replace(CHILD, carers=(MOTHER, FATHER, UNCLE)),
            ("No, because no one who may agree has answered; the yes of one carer (uncle) of 1 September alone does "
             "not count: a parent or carer with parental responsibility decides."),
        ),
        (
            [says("me", REFUSED)],
            replace(CHILD, kind=PersonKind.STAFF, carers=()),
            "No, because the person themselves refused on 1 September.",
        ),
    ],
)  # fmt: skip
def test_each_reason_has_its_sentence(records: list[Permission], person: Person, expected: str) -> None:
    assert sentence(*records, person=person) == expected


def test_a_parent_who_was_not_told_is_a_reason_of_its_own() -> None:
    record = replace(says("m"), kind=Kind.BIOMETRIC, platform=None)
    told = [a_notice("p1", "m")]

    def said(notices: list[Notice]) -> str:
        found = explain([record], CHILD, None, Kind.BIOMETRIC, today=TODAY, notices=notices)
        return explained(found, in_english(TODAY))

    assert said(told) == "No, because not every parent has been told of the comparing of faces."
    assert said([*told, a_notice("p1", "f")]).startswith("Yes, because")


def test_whatever_the_records_say_there_is_a_sentence_that_agrees_with_the_answer_and_names_no_one() -> None:
    choices: list[list[Permission]] = [[], *([says("m", answer)] for answer in Answer)]
    fathers: list[list[Permission]] = [[], *([says("f", answer)] for answer in Answer)]
    own: list[list[Permission]] = [[], [says("me", REFUSED)], [says("me")]]
    for mother, father, child in itertools.product(choices, fathers, own):
        records = [*mother, *father, *child]
        found = explain(records, CHILD, WEBSITE, Kind.PHOTO, today=TODAY)
        words = explained(found, in_english(TODAY))
        assert words.startswith("Yes" if found.standing.allowed else "No")
        assert words.endswith(".")
        assert "{" not in words
        assert "Fox" not in words


def test_a_mark_is_the_schools_rules_and_nothing_more() -> None:
    assert by_the_schools_rules(in_english(TODAY)) == "No, by the school's rules."
    assert {Why.SCHOOL_RULE, Why.NO_NOTICE, Why.CARER_REFUSED} <= set(SENTENCES)
