"""How much memory a large photo takes where it is opened."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image

from app.work.sandbox import Sandbox
from vision.copies import CopyWanted, Cover, Expected, Output, Verified
from vision.findings import Wanted

LARGEST_PEAK = 1_500_000_000  # bytes


def six_faces() -> bytes:
    """A photo of 12 megapixels with one real face six times, 120 to 220 pixels wide."""
    with Image.open(Path(skimage.__file__).parent / "data" / "astronaut.png") as image:
        portrait = image.convert("RGB")
    noise = np.random.default_rng(1).normal(128, 12, (378, 504, 3)).clip(0, 255).astype(np.uint8)
    photo = Image.fromarray(noise).resize((4032, 3024), Image.Resampling.BICUBIC)
    for number, side in enumerate((700, 600, 900, 500, 800, 650)):
        small = portrait.resize((side, side), Image.Resampling.LANCZOS)
        photo.paste(small, (100 + number % 3 * 1300, 100 + number // 3 * 1500))
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=92)
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's largest size")
def test_promise_40_the_whole_path_of_a_12_megapixel_photo_stays_below_one_and_a_half_gigabytes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    photo = six_faces()
    with Sandbox() as running:
        analysis = running.analyse(photo, Wanted(names=("Anna Bell",), templates=True))
        faces = [face for face in analysis.faces if not face.tiny]
        assert len(faces) == 6
        assert all(template is not None for template in analysis.templates)
        covers = tuple(Cover.of_box(face.box.grown(40)) for face in faces)
        first = running.pid
        for _ in range(2):  # what the looks at the copies leave must not add to what the next photo takes
            wanted = tuple(CopyWanted(covers, Output(longest_side=side)) for side in (2048, 1920, 1440))
            sizes = ((2048, 1536), (1920, 1440), (1440, 1080))
            copies = running.publish_each(photo, wanted)
            looks = tuple((copy, Expected(*size)) for copy, size in zip(copies, sizes, strict=True))
            assert all(isinstance(one, Verified) for one in running.look_again_each(looks))
            running.analyse(photo, Wanted(names=("Anna Bell",), templates=True))
        assert running.pid == first, "it had to make room for a fresh one"
        peak = running.doctor().peak_memory
    with capsys.disabled():
        print(f"\nvision process, 4032x3024 with six faces: at most {peak / 1e9:.2f} GB; {analysis.seconds}")
    assert peak < LARGEST_PEAK
