"""Turns each face into 128 numbers, by which it can be compared; only ever asked for with matching switched on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vision.catalogue import people as catalogue
from vision.faces.align import cut_out
from vision.findings import FaceFinding, Template
from vision.image import Photo, Pixels
from vision.sessions import Sessions


def describe(photo: Photo, faces: Sequence[FaceFinding], sessions: Sessions) -> tuple[Template | None, ...]:
    """One template for each face, in the same order; `None` for a face too small or too flat to describe.

    The numbers are those of `face_recognition.face_encodings` for the same place (at most 1e-5 apart).
    Raises ModelError when the model files are absent or altered.
    """
    chips = [_chip(photo, face, sessions) for face in faces]
    good = [chip for chip in chips if chip is not None]
    numbers = iter(_in_batches(good, sessions))
    return tuple(None if chip is None else next(numbers) for chip in chips)


def _chip(photo: Photo, face: FaceFinding, sessions: Sessions) -> Pixels | None:
    # what counts is how many pixels there are to look at, not how many the file had
    if face.box.shorter_side * photo.pixels.shape[1] < catalogue.SMALLEST_DESCRIBED * photo.width:
        return None
    chip = cut_out(photo, face.box, face.landmarks, predictor=sessions.landmarks())
    return chip if float(chip.std()) >= catalogue.FLATTEST_DESCRIBED else None


def _in_batches(chips: Sequence[Pixels], sessions: Sessions) -> list[Template]:
    """In batches, because one face alone costs three times as much; not all at once, to bound the memory."""
    made: list[Template] = []
    for start in range(0, len(chips), catalogue.FACES_AT_ONCE):
        batch = np.stack(chips[start : start + catalogue.FACES_AT_ONCE])
        made += [tuple(float(number) for number in row) for row in sessions.describer()(batch)]
    return made
