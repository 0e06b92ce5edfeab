"""A network whose answer is no number has not looked: it must not pass for a photo with no one in it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vision.errors import ModelError
from vision.faces.passes import go_over
from vision.text.find import writing_map

EMPTY = np.zeros((64, 96, 3), np.uint8)


def faces(wrong: float) -> object:
    heat = np.zeros((1, 1, 16, 24), np.float32)
    heat[0, 0, 3, 5] = wrong
    answer = [heat, *(np.zeros((1, channels, 16, 24), np.float32) for channels in (2, 2, 10))]
    return go_over(EMPTY, lambda _: answer, number=0)


def writing(wrong: float) -> object:
    chances = np.zeros((1, 1, 64, 96), np.float32)
    chances[0, 0, 30, 40] = wrong
    reader: Any = SimpleNamespace(finder=lambda _: [chances])
    return writing_map(EMPTY, reader)


@pytest.mark.parametrize("look", [faces, writing])
def test_one_place_without_a_number_is_a_failure_and_not_an_empty_photo(
    look: Callable[[float], object],
) -> None:
    assert look(0.0) is not None
    with pytest.raises(ModelError):
        look(float("nan"))
