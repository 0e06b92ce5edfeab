"""Whatever a decision says, or fails to say, of a region: what is not surely shown is covered, and expected so."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.covers import covers_for, crests_for, expected_for, published_scale
from app.steps.verify import sightings_of
from consent.decisions import Decision, HeadCount, Outcome, PhotoDecision, Verdict, Why
from consent.sightings import RegionId, Sighting, What
from tests.factories import a_photo, a_platform
from vision.boxes import Box
from vision.copies import Flaw, Problem
from vision.decode import decode
from vision.hide.encode import resize

REGIONS = [RegionId(f"face-{number}") for number in range(4)]
PEOPLE = tuple(
    Sighting(region, What.FACE, (100 * place, 10, 100 * place + 50, 60))
    for place, region in enumerate(REGIONS)
)
outcomes = st.builds(
    Decision, st.sampled_from([*REGIONS, RegionId("gone")]), st.sampled_from(Outcome), st.just(Why.HARMLESS)
)


@given(st.lists(outcomes, max_size=6))
def test_promise_1_a_region_is_covered_unless_every_word_on_it_is_show(said: list[Decision]) -> None:
    record = replace(a_photo(), width=400, height=100, sightings=PEOPLE)
    platform = a_platform()
    decision = PhotoDecision(platform.id, Verdict.CLEAR, tuple(said), HeadCount())
    covered = {cover.outline[0] for cover in covers_for(record, decision)}
    expected = expected_for(record, decision, platform=platform, people={})
    for face in PEOPLE:
        words = [one.outcome for one in said if one.region == face.region]
        shown = bool(words) and set(words) == {Outcome.SHOW}
        x1, y1, _x2, _y2 = face.box
        assert ((float(x1), float(y1)) in covered) is not shown
        assert (face.box in [tuple(box.as_list()) for box in expected.visible]) is shown
        assert (face.box in [tuple(box.as_list()) for box in expected.hidden]) is not shown


@given(st.lists(outcomes, max_size=6))
def test_promise_1_a_crest_or_code_is_expected_to_be_seen_only_where_every_word_on_it_is_show(
    said: list[Decision],
) -> None:
    platform = a_platform()
    decision = PhotoDecision(platform.id, Verdict.CLEAR, tuple(said), HeadCount())
    for what in (What.CREST, What.CODE):
        things = tuple(replace(one, what=what) for one in PEOPLE)
        record = replace(a_photo(), width=400, height=100, sightings=things)
        crests = crests_for(record, decision, platform)
        codes = expected_for(record, decision, platform=platform, people={}).visible_codes
        seen = crests.visible if what is What.CREST else codes
        for one in things:
            words = {word.outcome for word in said if word.region == one.region}
            assert (Box(*one.box) in seen) is (words == {Outcome.SHOW})
            if what is What.CREST:
                assert (Box(*one.box) in crests.hidden) is (words != {Outcome.SHOW})


@given(
    st.tuples(st.integers(0, 2000), st.integers(0, 2000), st.integers(1, 48), st.integers(1, 48)),
    st.integers(1, 12000),
)
def test_what_a_second_look_saw_lies_whole_within_the_region_that_it_becomes(
    place: tuple[int, int, int, int], longest: int
) -> None:
    x, y, width, height = place
    record = replace(a_photo(), width=longest, height=longest)
    scale = published_scale(record, a_platform())
    seen = Box(x, y, x + width, y + height)
    (again,) = sightings_of([Problem(Flaw.CODE_LEGIBLE, box=seen)], scale)
    x1, y1, x2, y2 = (edge * scale for edge in again.box)
    assert x1 <= seen.x1 + 1e-6
    assert y1 <= seen.y1 + 1e-6
    assert x2 >= seen.x2 - 1e-6
    assert y2 >= seen.y2 - 1e-6


@pytest.mark.parametrize("longest_side", [0, 900, 4000, 5000, 12000])
@pytest.mark.parametrize("size", [(1200, 800), (9000, 5800), (5800, 9000), (16320, 12288)])
def test_the_scale_of_a_copy_is_the_one_in_which_it_is_written(
    size: tuple[int, int], longest_side: int
) -> None:
    # where it is not, the second look seeks covered places elsewhere, and a watermark may lie over a face
    width, height = size
    file = io.BytesIO()
    Image.new("L", size).save(file, "JPEG")
    photo = decode(file.getvalue())
    written = resize(photo.pixels[..., :1], longest_side)
    platform = replace(a_platform(), longest_side=longest_side)
    scale = published_scale(replace(a_photo(), width=width, height=height), platform)
    assert written.shape[:2] == pytest.approx((height * scale, width * scale), abs=1)
