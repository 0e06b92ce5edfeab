"""Comparing the faces of one photo with the people on the list."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from vision.catalogue import people as catalogue
from vision.faces.compare import compare
from vision.findings import Template, Verdict


def at(*coordinates: float) -> Template:
    """A template whose first numbers are given and whose others are 0, so that distances can be seen."""
    return (*coordinates, *(0.0,) * (128 - len(coordinates)))


ANN, BEN = at(0.0), at(1.0)


def test_a_near_face_with_a_clear_margin_is_suggested_nearest_first() -> None:
    (match,) = compare([at(0.1, 0.3)], {"ben": [BEN], "ann": [ANN]})
    assert match.verdict is Verdict.SUGGESTED
    assert [candidate.person for candidate in match.candidates] == ["ann", "ben"]
    assert math.isclose(match.candidates[0].distance, math.hypot(0.1, 0.3))


def test_the_nearest_of_several_references_counts() -> None:
    (match,) = compare([at(0.3)], {"ann": [at(-0.4), at(0.2), at(2.0)], "ben": [at(1.5)]})
    assert math.isclose(match.candidates[0].distance, 0.1)


def test_a_face_halfway_between_two_people_is_unsure() -> None:
    (match,) = compare([at(0.45)], {"ann": [at(0.0)], "ben": [at(0.9)]})
    assert match.verdict is Verdict.UNSURE


@given(
    share=st.floats(0.26, 0.74),
    apart=st.floats(0.01, 1.5),
    aside=st.floats(0.0, 0.5),
    others=st.lists(st.floats(-2.0, 2.0), max_size=5),
)
def test_a_face_that_lies_more_than_a_quarter_of_the_way_to_someone_else_is_never_suggested(
    share: float, apart: float, aside: float, others: list[float]
) -> None:
    """However near and however clear the margin: siblings as well as strangers."""
    references = {"ann": [ANN], "ben": [at(apart)], **{str(x): [at(0.0, 0.0, x)] for x in others}}
    (match,) = compare([at(share * apart, aside)], references)
    assert match.verdict is not Verdict.SUGGESTED


def test_the_means_of_all_references_tell_where_a_face_lies() -> None:
    """One odd picture of Ann beside the face does not make up for the others."""
    references = {"ann": [at(0.3), at(-0.2), at(-0.4)], "ben": [at(0.9), at(1.0)]}
    (match,) = compare([at(0.28)], references)
    assert match.candidates[0].distance < 0.05
    assert match.verdict is Verdict.UNSURE


def test_someone_who_stands_on_the_list_twice_is_asked_about() -> None:
    (match,) = compare([at(0.1)], {"ann": [ANN], "ann again": [ANN]})
    assert match.verdict is Verdict.UNSURE


def test_a_face_beyond_the_suggestion_but_within_doubt_is_unsure() -> None:
    middle = (catalogue.SUGGESTED_WITHIN + catalogue.UNSURE_WITHIN) / 2
    (match,) = compare([at(middle)], {"ann": [ANN]})
    assert match.verdict is Verdict.UNSURE


def test_a_face_far_from_everyone_is_unknown_and_still_lists_who_is_nearest() -> None:
    (match,) = compare([at(0.0, 0.9)], {"ann": [ANN], "ben": [BEN]})
    assert match.verdict is Verdict.UNKNOWN
    assert match.candidates[0].person == "ann"


def test_two_faces_about_as_near_to_one_person_are_both_unsure() -> None:
    first, second = compare([at(0.20), at(-0.24)], {"ann": [ANN], "ben": [at(3.0)]})
    assert first.verdict is Verdict.UNSURE
    assert second.verdict is Verdict.UNSURE


def test_of_two_faces_the_clearly_nearer_one_is_suggested_and_the_other_is_not() -> None:
    near, far = compare([at(0.1), at(-0.45)], {"ann": [ANN], "ben": [at(3.0)]})
    assert near.verdict is Verdict.SUGGESTED
    assert far.verdict is Verdict.UNSURE


def test_a_face_that_could_not_be_described_is_unknown_without_candidates() -> None:
    nobody, ann = compare([None, at(0.1)], {"ann": [ANN]})
    assert nobody.verdict is Verdict.UNKNOWN
    assert nobody.candidates == ()
    assert ann.verdict is Verdict.SUGGESTED


def test_without_references_every_face_is_unknown() -> None:
    assert [match.verdict for match in compare([at(0.1)], {})] == [Verdict.UNKNOWN]
    assert [match.verdict for match in compare([at(0.1)], {"ann": []})] == [Verdict.UNKNOWN]


def test_no_more_candidates_are_listed_than_a_page_shows() -> None:
    people = {f"person {index}": [at(float(index))] for index in range(20)}
    (match,) = compare([at(0.1)], people)
    assert len(match.candidates) == catalogue.CANDIDATES_SHOWN
