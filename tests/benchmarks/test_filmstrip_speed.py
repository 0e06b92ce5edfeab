"""How soon 200 photos of 12 megapixels have their small pictures, made afresh from the vault: prints figures, never fails by time.

python -m pytest -s -m evaluation tests/benchmarks/test_filmstrip_speed.py
"""

from __future__ import annotations

import io
import os
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from app.ui.job import Lane, Urgency
from app.ui.pictures import THUMB, Pictures
from app.vault import Vault
from app.work.sandbox import Load, Sandbox
from consent.publications import PhotoId
from tests.fakes.keys import KeysInMemory
from tests.path.power_cut import build
from tests.ui.driving import wait_until

pytestmark = pytest.mark.evaluation

PHOTOS = 200
IN_SIGHT = 12
"""Small pictures that a window of 1366 pixels shows at once."""


def a_photo() -> bytes:
    """A JPEG of 4032×3024 with about as many bytes as a phone's."""
    random = np.random.default_rng(1)
    coarse = Image.fromarray(random.integers(0, 255, (378, 504, 3), dtype=np.uint8))
    grain = random.normal(0, 7, (3024, 4032, 1)).astype(np.int16)
    pixels = np.asarray(coarse.resize((4032, 3024), Image.Resampling.BICUBIC)).astype(np.int16) + grain
    out = io.BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(out, "JPEG", quality=85)
    return out.getvalue()


def spent_by(pid: int) -> float:
    """Seconds of the processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_two_hundred_photos_have_their_small_pictures(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = a_photo()
    vault = Vault(tmp_path / "photos", KeysInMemory())
    photos = [PhotoId(f"f{number}") for number in range(PHOTOS)]
    for photo in photos:
        vault.put(photo, content)
    with Sandbox(Load.NOTHING) as preview:
        preview.preview(content, THUMB)
        services = replace(build(tmp_path / "world").opened(), vault=vault, preview=preview)
        lane = Lane("pictures")
        pictures, arrived = Pictures(lane), []
        assert preview.pid is not None
        before, start = spent_by(preview.pid), time.perf_counter()
        for photo in photos:
            pictures.photo(
                services,
                photo,
                lambda _: arrived.append(time.perf_counter() - start),
                urgency=Urgency.LATER,
                side=THUMB,
            )
        wait_until(lambda: len(arrived) == PHOTOS, seconds=600)
        each = (spent_by(preview.pid) - before) / PHOTOS
        lane.close()
        services.store.close()
    with capsys.disabled():
        print(
            f"\n{PHOTOS} photos of {len(content) / 1e6:.1f} MB: the first {IN_SIGHT} after {arrived[IN_SIGHT - 1]:.1f} s, "
            f"all after {arrived[-1]:.1f} s; {each:.3f} s of the processor each"
        )
