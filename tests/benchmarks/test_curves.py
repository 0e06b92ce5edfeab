"""Recall over size, blur, light, turn and covering, on made crowds of real small faces whose places are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.boxes import Box
from vision.faces.find import find_faces
from vision.image import Container, Photo, Pixels, StoredGrid
from vision.sessions import Sessions

pytestmark = pytest.mark.evaluation

FACES = 60
CELL = 2.0  # side of a face's place, in faces


def crowd(faces: Pixels, size: int, change: Callable[[Pixels], Pixels]) -> tuple[Pixels, list[Box]]:
    """A grid of grey heads of `size` pixels before a soft background, each `change`d; and their places."""
    cell = round(CELL * size)
    ground = np.full((6 * cell, 10 * cell), 110, np.uint8)
    places = []
    for index, face in enumerate(faces[:FACES]):
        x, y = (index % 10) * cell + (cell - size) // 2, (index // 10) * cell + (cell - size) // 2
        how = cv2.INTER_AREA if size < 25 else cv2.INTER_CUBIC
        ground[y : y + size, x : x + size] = change(cv2.resize(face, (size, size), interpolation=how))
        places.append(Box(x, y, x + size, y + size))
    return np.repeat(ground[..., None], 3, axis=2), places


def recall(pixels: Pixels, places: list[Box], sessions: Sessions) -> str:
    height, width = pixels.shape[:2]
    photo = Photo(pixels, width, height, 1, Container.PNG, StoredGrid(1, 1, 0, 1))
    found = find_faces(photo, sessions, published_side=2048)
    hit = sum(any(face.box.intersection(place).area > 0.3 * place.area for face in found) for place in places)
    stray = sum(all(face.box.intersection(place).area == 0 for place in places) for face in found)
    return f"{hit}/{len(places)} ({stray} false)"


def turned(face: Pixels, degrees: float) -> Pixels:
    side = face.shape[0]
    how = cv2.getRotationMatrix2D((side / 2, side / 2), degrees, 1)
    made: Pixels = cv2.warpAffine(face, how, (side, side), borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)
    return made


def covered_below(face: Pixels) -> Pixels:
    """As by a mask: nose and mouth under one grey."""
    made = face.copy()
    made[round(0.55 * face.shape[0]) :, :] = 170
    return made


def test_recall_over_size_blur_light_and_turn(small_faces: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faces = (np.load(small_faces)[:100] * 255).astype(np.uint8)
    sessions = Sessions()
    rows: list[tuple[str, int, Callable[[Pixels], Pixels]]] = [
        *((f"size {size}", size, lambda face: face) for size in (12, 16, 20, 24, 32, 48, 64)),
        *((f"blur {s}", 40, lambda face, s=s: cv2.GaussianBlur(face, (0, 0), s)) for s in (1, 2, 3)),
        *((f"light {k}", 40, lambda face, k=k: (face * k).astype(np.uint8)) for k in (0.5, 0.25, 0.1)),
        *((f"turn {d}", 40, lambda face, d=d: turned(face, d)) for d in (30, 60, 90, 135, 180)),
        ("masked", 40, covered_below),
    ]
    lines = [f"{name:<10} {recall(*crowd(faces, size, change), sessions)}" for name, size, change in rows]
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    at_48 = next(line for line in lines if line.startswith("size 48"))
    assert int(at_48.split()[2].split("/")[0]) >= 0.98 * FACES
