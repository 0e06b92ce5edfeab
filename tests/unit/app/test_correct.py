"""Corrections by hand give new sightings and never touch other regions."""

import pytest

from app.correct import (
    add,
    box_of,
    confirm,
    cover,
    dismiss,
    find,
    hide_everyone_but,
    not_listed,
    not_this_person,
    remove,
    reshape,
    uncover,
)
from consent.errors import ConsentError
from consent.people import PersonId
from consent.sightings import Certainty, Mark, Origin, RegionId, Sighting, What

ANNA, BEN = PersonId("anna"), PersonId("ben")
FACE, OTHER, NAME = RegionId("face-0"), RegionId("face-1"), RegionId("text-0")


def a_photo() -> tuple[Sighting, ...]:
    return (
        Sighting(FACE, What.FACE, (0, 0, 50, 60), people=(ANNA, BEN), distances=(0.3, 0.5)),
        Sighting(OTHER, What.FACE, (90, 0, 140, 60)),
        Sighting(NAME, What.LIKELY_NAME, (0, 90, 80, 99), text="Name: Anna"),
    )


def test_confirming_names_exactly_one_person() -> None:
    face = find(confirm(a_photo(), FACE, ANNA), FACE)
    assert (face.certainty, face.people) == (Certainty.CONFIRMED, (ANNA,))


def test_nobody_stands_in_a_photo_twice() -> None:
    twice = confirm(confirm(a_photo(), FACE, ANNA), OTHER, ANNA)
    assert find(twice, FACE).certainty is Certainty.UNSURE
    assert find(twice, OTHER).certainty is Certainty.CONFIRMED


def test_confirming_a_name_makes_it_a_name_of_the_register() -> None:
    assert find(confirm(a_photo(), NAME, ANNA), NAME).what is What.ROLL_NAME


def test_not_this_person_brings_the_next_candidate_forward_and_is_remembered() -> None:
    face = find(not_this_person(a_photo(), FACE, ANNA), FACE)
    assert (face.certainty, face.people, face.rejected) == (Certainty.UNSURE, (BEN,), (ANNA,))


def test_not_listed_leaves_no_candidate() -> None:
    face = find(not_listed(a_photo(), FACE), FACE)
    assert (face.certainty, face.people, face.rejected) == (Certainty.NOT_LISTED, (), (ANNA, BEN))


def test_a_drawn_region_can_be_removed_but_a_found_one_is_only_dismissed() -> None:
    outline = ((0.0, 0.0), (20.0, 0.0), (20.0, 30.0))
    drawn = add(a_photo(), What.AREA, outline)
    assert drawn[-1].origin is Origin.BY_HAND
    assert remove(drawn, drawn[-1].region) == a_photo()
    assert find(remove(drawn, FACE), FACE).mark is Mark.DISMISSED


def test_a_drawn_area_cannot_be_dismissed() -> None:
    drawn = add(a_photo(), What.AREA, ((0.0, 0.0), (20.0, 0.0), (20.0, 30.0)))
    with pytest.raises(ConsentError):
        dismiss(drawn, drawn[-1].region)


def test_covering_by_hand_can_be_taken_back() -> None:
    assert find(cover(a_photo(), FACE), FACE).mark is Mark.COVER
    assert uncover(cover(a_photo(), FACE), FACE) == a_photo()


def test_hide_everyone_but_covers_the_other_people_and_no_text() -> None:
    marks = [sighting.mark for sighting in hide_everyone_but(a_photo(), {FACE})]
    assert marks == [Mark.NONE, Mark.COVER, Mark.NONE]


def test_reshaping_moves_the_box_with_the_outline() -> None:
    moved = find(reshape(a_photo(), FACE, (5.5, 5.0, 30.0, 40.2)), FACE)
    assert moved.box == (5, 5, 30, 41)


def test_an_outline_without_an_area_is_refused() -> None:
    with pytest.raises(ConsentError):
        box_of(((0.0, 0.0), (1.0, 0.0), (1.0, 0.5)))


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(ConsentError):
        cover(a_photo(), RegionId("nowhere"))
