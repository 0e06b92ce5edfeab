"""However several people are written on one line, each of them is a name of its own, with an answer of its own."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.properties.test_roll_properties import FAMILY, GIVEN
from vision.text.kinds import Roll
from vision.text.naming import each_named, people_in
from vision.text.words import is_ordinary

FIRSTS = [name for name in GIVEN if name not in FAMILY]
PERSONS = st.tuples(st.sampled_from(FIRSTS), st.sampled_from(FAMILY))
JOINS = [" and ", " & ", ", ", "  ", " / ", " + "]


def are_apart(written: list[str], groups: tuple[tuple[str, ...], ...]) -> bool:
    """Whether each can have a group to himself: whoever answers for one group has answered for no other person."""
    return len(groups) >= len(written) and any(
        all(name in group for name, group in zip(written, chosen, strict=True))
        for chosen in permutations(groups, len(written))
    )


@given(
    st.lists(PERSONS, min_size=2, max_size=3, unique_by=lambda one: one[0]),
    st.lists(PERSONS, max_size=6),
    st.sampled_from(JOINS),
)
@example([("Aisha", "Khan"), ("Yusuf", "Khan")], [], "  ")
@example([("Aisha", "Khan"), ("Yusuf", "Brown")], [("Aisha", "Brown")], "  ")
def test_people_who_are_written_in_full_side_by_side_are_each_named(
    written: list[tuple[str, str]], others: list[tuple[str, str]], join: str
) -> None:
    names = [" ".join(one) for one in written]
    roll = Roll.of([*names, *(" ".join(one) for one in others)])
    line = join.join(names)
    assert set(names) <= set(people_in(line, roll))
    assert are_apart(names, each_named(line, roll))


@given(
    st.lists(st.sampled_from(FIRSTS), min_size=2, max_size=3, unique=True),
    st.sampled_from(FAMILY),
    st.lists(PERSONS, max_size=6),
    st.sampled_from([" and ", " & ", ", ", "  "]),
)
@example(["Aisha", "Mark", "Amelia"], "Young", [], " & ")
def test_brothers_and_sisters_who_share_one_written_surname_are_each_named(
    firsts: list[str], family: str, others: list[tuple[str, str]], join: str
) -> None:
    # without a sign between them, names that are common words are not told from a sentence
    assume(join.strip() or not any(is_ordinary(first.casefold()) for first in firsts))
    names = [f"{first} {family}" for first in firsts]
    roll = Roll.of([*names, *(" ".join(one) for one in others)])
    line = f"{join.join(firsts)} {family}"
    assert set(names) <= set(people_in(line, roll))
    assert are_apart(names, each_named(line, roll))


@pytest.mark.parametrize("line", ["Aisha Khan", "KHAN, Aisha", "Aisha", "A Khan", "AishaKhan"])
def test_several_who_are_meant_by_the_same_words_are_one_question(line: str) -> None:
    roll = Roll.of(["Aisha Khan", "Aisha Khan-Brown", "Adam Khan", "Aisha Singh"])
    assert len(each_named(line, roll)) == 1


@given(st.text(max_size=40), st.lists(PERSONS, max_size=6))
def test_name_by_name_they_are_the_same_people(line: str, others: list[tuple[str, str]]) -> None:
    roll = Roll.of([" ".join(one) for one in others])
    assert {name for group in each_named(line, roll) for name in group} == set(people_in(line, roll))
