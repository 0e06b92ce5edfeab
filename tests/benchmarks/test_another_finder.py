"""A finder that Greenlight never uses looks at covered copies as a stranger with other tools would.

Run with `pytest -m evaluation -s tests/benchmarks/test_another_finder.py`.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any, cast

import cv2
import numpy as np
import pytest

from vision.analyse import Analyser
from vision.boxes import Box
from vision.copies import Cover, Output
from vision.decode import decode
from vision.findings import Wanted
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.hide.outline import head_outline
from vision.sessions import Sessions

pytestmark = pytest.mark.evaluation

LONGEST = 1000
"""Pixels at which dlib's network looks; its time grows with the area, and its smallest face is about 40 px."""


with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the package looks for its weights in a way that will go
    import face_recognition


def seen_by_dlib(picture: bytes) -> tuple[list[Box], float]:
    """Faces by dlib's network, in pixels of the shrunken picture, and by how much it was shrunk."""
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR_RGB)
    assert pixels is not None
    scale = min(1.0, LONGEST / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = cast("Any", face_recognition).face_locations(small, number_of_times_to_upsample=0, model="cnn")
    return [Box(left, top, right, bottom) for top, right, bottom, left in found], scale


def test_dlibs_network_finds_no_labelled_face_in_copies_where_every_face_is_covered(
    eval_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = json.loads((eval_folder / "faces" / "labels.json").read_text(encoding="utf-8"))
    analyser, before, left, elsewhere = Analyser(Sessions()), 0, [], 0
    for name, truth in labels.items():
        original = (eval_folder / "faces" / name).read_bytes()
        photo = decode(original)
        faces = analyser.analyse(photo, Wanted(published_side=2048)).faces
        covers = [Cover(head_outline(face)) for face in faces]
        copy = encode(cover(photo, covers), Output(longest_side=0))
        before += len(seen_by_dlib(original)[0])
        seen, scale = seen_by_dlib(copy)
        real = [Box(*(round(value * scale) for value in face)) for face in truth["faces"]]
        for one in seen:
            if any(one.iou(face) > 0.2 for face in real):
                left.append(name)
            else:
                elsewhere += 1
    with capsys.disabled():
        print(f"\ndlib's network: {before} faces before, {len(left)} left, {elsewhere} things that are none")
    assert not left
    assert before > 100
