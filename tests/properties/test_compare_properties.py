"""What must hold for every photo and every list of people when faces are compared."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from vision.catalogue import people as catalogue
from vision.faces.compare import compare
from vision.findings import Template, Verdict

NAMES = ("ann", "ben", "cat", "dan")


def at(y: float) -> Template:
    return (0.0, y, *(0.0,) * 126)


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """Points in a small plane, so that near, far and ambiguous ones are all common."""
    x, y = draw(st.tuples(st.floats(-1.2, 1.2), st.floats(-1.2, 1.2)))
    return (x, y, *(0.0,) * 126)


photos = st.lists(st.one_of(st.none(), templates()), max_size=6)
registers = st.dictionaries(st.sampled_from(NAMES), st.lists(templates(), max_size=3), max_size=4)


@given(photos, registers)
def test_no_person_is_suggested_twice_in_one_photo(
    photo: list[Template | None], register: dict[str, list[Template]]
) -> None:
    suggested = Counter(
        match.candidates[0].person for match in compare(photo, register) if match.verdict is Verdict.SUGGESTED
    )
    assert all(count == 1 for count in suggested.values())


@given(photos, registers)
def test_a_suggestion_is_always_near_and_clearly_nearer_than_the_next_person(
    photo: list[Template | None], register: dict[str, list[Template]]
) -> None:
    for match in compare(photo, register):
        if match.verdict is not Verdict.SUGGESTED:
            continue
        nearest, *others = match.candidates
        assert nearest.distance <= catalogue.SUGGESTED_WITHIN
        assert all(other.distance - nearest.distance >= catalogue.MARGIN_TO_NEXT for other in others)


@given(photos, registers)
def test_there_is_one_match_for_each_face_and_its_candidates_come_nearest_first(
    photo: list[Template | None], register: dict[str, list[Template]]
) -> None:
    matches = compare(photo, register)
    assert len(matches) == len(photo)
    for match in matches:
        distances = [candidate.distance for candidate in match.candidates]
        assert distances == sorted(distances)


@given(templates(), templates(), st.floats(0.0, 1.0))
def test_a_morph_is_suggested_only_as_the_person_to_whom_it_is_clearly_nearer(
    ann: Template, ben: Template, share: float
) -> None:
    morph = tuple(float(v) for v in (1 - share) * np.array(ann) + share * np.array(ben))
    (match,) = compare([morph], {"ann": [ann], "ben": [ben]})
    to_ann, to_ben = (float(np.linalg.norm(np.array(morph) - np.array(one))) for one in (ann, ben))
    if abs(to_ann - to_ben) < catalogue.MARGIN_TO_NEXT - 1e-9:
        assert match.verdict is not Verdict.SUGGESTED


@given(photos, registers)
@example(
    [at(0.5), at(0.25)], {"ann": [at(0.5)], "ben": [at(0.75)]}
)  # both ways to give each a face cost the same
def test_the_order_of_the_faces_does_not_change_what_is_said_of_each(
    photo: list[Template | None], register: dict[str, list[Template]]
) -> None:
    backwards = compare(photo[::-1], register)[::-1]
    assert [m.verdict for m in compare(photo, register)] == [m.verdict for m in backwards]
