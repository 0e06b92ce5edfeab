"""A photo at the sizes at which the finders look at it."""

from __future__ import annotations

import numpy as np
import pytest

from vision.image import Container, Photo, StoredGrid
from vision.scaled import at_published_size, at_size


def a_photo(width: int, height: int) -> Photo:
    pixels = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Photo(pixels, width, height, 1, Container.PNG, StoredGrid(1, 1, 0, 1))


def test_each_size_is_made_once_and_nobody_can_write_into_it() -> None:
    photo = a_photo(400, 300)
    made = at_published_size(photo, 200)
    assert made.shape == (150, 200, 3)
    assert at_size(photo, 200, 150) is made
    with pytest.raises(ValueError, match="read-only"):
        made[0, 0] = 0


@pytest.mark.parametrize("longest_side", [0, 400, 401, 2048])
def test_a_photo_is_never_enlarged_for_publishing(longest_side: int) -> None:
    photo = a_photo(400, 300)
    assert at_published_size(photo, longest_side) is photo.pixels


def test_even_the_flattest_photo_keeps_a_row() -> None:
    assert at_published_size(a_photo(4000, 1), 100).shape == (1, 100, 3)
