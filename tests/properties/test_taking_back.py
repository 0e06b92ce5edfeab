"""Taking a correction back takes back that correction alone, whatever else happened to the photo since."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.correct import PEOPLE, travel
from consent.people import PersonId
from consent.sightings import Certainty, Mark, RegionId, Sighting, What

REGIONS = [RegionId(name) for name in ("face-0", "face-1", "text-0", "hand-1", "again-1")]
ANNA, BEN = PersonId("anna"), PersonId("ben")


@st.composite
def a_state(draw: st.DrawFn) -> tuple[Sighting, ...]:
    """Some regions of a photo, no one named twice."""
    free = [ANNA, BEN]
    made = []
    for region in draw(st.lists(st.sampled_from(REGIONS), unique=True)):
        named = region.startswith("face") and free and draw(st.booleans())
        made.append(
            Sighting(
                region,
                What.FACE if region.startswith("face") else What.AREA,
                draw(st.sampled_from([(0, 0, 9, 9), (50, 50, 99, 99)])),
                certainty=Certainty.CONFIRMED if named else Certainty.UNKNOWN,
                people=(free.pop(draw(st.integers(0, len(free) - 1))),) if named else (),
                mark=draw(st.sampled_from([Mark.NONE, Mark.COVER])),
            )
        )
    return tuple(made)


@given(a_state(), a_state())
def test_where_nothing_came_between_all_is_as_it_was(
    before: tuple[Sighting, ...], after: tuple[Sighting, ...]
) -> None:
    assert travel(after, after, before) == before
    assert travel(before, before, after) == after


@given(a_state(), a_state(), a_state())
def test_what_came_between_neither_goes_nor_changes(
    before: tuple[Sighting, ...], after: tuple[Sighting, ...], now: tuple[Sighting, ...]
) -> None:
    left = {one.region: one for one in after}
    result = {one.region: one for one in travel(now, after, before)}
    for one in now:
        if one != left.get(one.region) and now != after:
            assert result[one.region] == one


@given(a_state(), a_state(), a_state())
def test_nobody_stands_in_the_photo_twice_after_it(
    before: tuple[Sighting, ...], after: tuple[Sighting, ...], now: tuple[Sighting, ...]
) -> None:
    result = travel(now, after, before)
    named = Counter(
        one.people for one in result if one.what in PEOPLE and one.certainty is Certainty.CONFIRMED
    )
    assert max(named.values(), default=0) <= 1
    assert max(Counter(one.region for one in result).values(), default=0) <= 1
