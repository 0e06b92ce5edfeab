"""The rebuilt describing network against the original, on real faces."""

from __future__ import annotations

import warnings
from pathlib import Path

import dlib
import numpy as np
import pytest
from PIL import Image

from vision.catalogue import models, people
from vision.errors import Code, ModelError
from vision.face_network import CHIP, LARGEST_DIFFERENCE, agrees_with_dlib, build_face_network
from vision.image import Pixels
from vision.sessions import Sessions


@pytest.fixture(scope="module")
def sessions() -> Sessions:
    return Sessions()


def real_faces(small_faces: Path, *, count: int) -> Pixels:
    """Grey faces of 25×25, brought to the network's size; shape (count, 150, 150, 3)."""
    made = []
    for face in np.load(small_faces)[:count]:
        grey = Image.fromarray((face * 255).astype(np.uint8)).resize((CHIP, CHIP), Image.Resampling.BICUBIC)
        made.append(np.asarray(grey.convert("RGB")))
    return np.stack(made)


def test_the_numbers_are_those_of_face_recognition_over_real_faces(
    sessions: Sessions, small_faces: Path, portrait: Path
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its models package imports pkg_resources
        import face_recognition  # noqa: PLC0415
    photo = np.asarray(Image.open(portrait).convert("RGB"))
    place = (74, 274, 161, 186)
    (theirs,) = face_recognition.face_encodings(photo, [place])
    points = sessions.landmarks()(photo, dlib.rectangle(186, 74, 274, 161))
    chip = dlib.get_face_chip(photo, points, size=CHIP, padding=people.CHIP_PADDING)
    chips = np.concatenate([chip[None], real_faces(small_faces, count=8)])
    original = dlib.face_recognition_model_v1(str(models.FACE_NETWORK.path()))
    expected = np.array([theirs, *(original.compute_face_descriptor(face) for face in chips[1:])])
    assert np.abs(sessions.describer()(chips) - expected).max() <= LARGEST_DIFFERENCE


def test_a_batch_gives_the_same_numbers_as_one_face_at_a_time(sessions: Sessions, small_faces: Path) -> None:
    faces = real_faces(small_faces, count=5)
    together = sessions.describer()(faces).copy()
    alone = np.concatenate([sessions.describer()(face[None]).copy() for face in faces])
    assert np.abs(together - alone).max() <= LARGEST_DIFFERENCE


def test_the_check_at_the_start_accepts_the_original_and_refuses_other_numbers(sessions: Sessions) -> None:
    original = dlib.face_recognition_model_v1(str(models.FACE_NETWORK.path()))
    assert agrees_with_dlib(lambda chips: np.array([original.compute_face_descriptor(chips[0])], np.float32))
    assert agrees_with_dlib(sessions.describer())
    assert not agrees_with_dlib(lambda chips: sessions.describer()(chips) + np.float32(2e-5))


def test_a_shortened_weights_file_is_refused_and_not_guessed_at() -> None:
    content = models.FACE_NETWORK.read()
    for length in (0, 1000, len(content) // 2, len(content) - 1000):
        with pytest.raises(ModelError) as refused:
            build_face_network(content[:length])
        assert refused.value.code is Code.MODEL_MISSING
