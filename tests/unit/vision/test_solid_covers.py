"""A solid cover that is missing or slipped is noticed by its colour; one that lies where it should never is."""

from __future__ import annotations

import numpy as np
import pytest

from tests.pictures import a_file, a_scene
from vision.boxes import Box
from vision.check.solid_covers import missing_covers
from vision.copies import BENEATH, Cover, Flaw, Output, Problem, Style
from vision.decode import decode
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.image import Container

PHOTO = decode(a_file(Container.JPEG, a_scene(800, 600)))
PLACE = Cover(((200.0, 210.0), (400.0, 180.0), (406.0, 220.0), (206.0, 250.0)), Style.SOLID)
"""A line of writing that rises a little."""


def problems(laid: list[Cover], output: Output) -> list[Problem]:
    published = decode(encode(cover(PHOTO, laid), output))
    scale = published.width / PHOTO.width
    return missing_covers(published.pixels, [tuple((x * scale, y * scale) for x, y in PLACE.outline)])


@pytest.mark.parametrize("quality", [30, 60, 95])
@pytest.mark.parametrize("side", [0, 600, 300])
def test_promise_3_a_solid_cover_is_told_from_a_missing_one_at_every_size_and_quality(
    side: int, quality: int
) -> None:
    output = Output(longest_side=side, quality=quality)
    beside = Cover(tuple((x, y + 8) for x, y in PLACE.outline), Style.BLUR)
    assert problems([PLACE], output) == []
    assert problems([beside, PLACE], output) == []
    (missing,) = problems([], output)
    assert (missing.flaw, missing.where) == (Flaw.COVER_MISSING, BENEATH)
    slipped = Cover(tuple((x, y + 40) for x, y in PLACE.outline), Style.SOLID)
    assert [one.flaw for one in problems([slipped], output)] == [Flaw.COVER_MISSING]


def test_a_place_too_small_to_be_read_or_outside_the_picture_is_not_asked_about() -> None:
    small, outside = Cover.of_box(Box(10, 10, 22, 22)).outline, Cover.of_box(Box(900, 10, 990, 90)).outline
    assert missing_covers(np.asarray(PHOTO.pixels), [small, outside]) == []
