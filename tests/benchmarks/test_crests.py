"""How surely a school's crest is found on made jumpers, how often one is seen where none is, and how long it takes."""

from __future__ import annotations

import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.made_crests import DESIGNS, scene
from vision.decode import decode
from vision.uniform.crest import Crest, find_crests

pytestmark = pytest.mark.evaluation

SIZES = (32, 40, 48, 64, 96, 160)
SCENES = 4  # for each design


def test_crests_of_forty_pixels_and_more_are_found_whatever_sets_their_colours_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found: dict[tuple[str, int], int] = defaultdict(int)
    false, spent = 0, 0.0
    for number, design in enumerate(DESIGNS):
        crest = Crest.prepare("crest-0", design.reference())
        for seed in range(SCENES):
            made = scene(design, SIZES, seed=100 * number + seed)
            start = time.process_time()
            seen = find_crests(made.photo, [crest])
            spent += time.process_time() - start
            for size, box in zip(SIZES, made.boxes, strict=True):
                found[design.name, size] += any(one.box.iou(box) > 0.3 for one in seen)
            false += sum(all(one.box.iou(box) < 0.1 for box in made.boxes) for one in seen)
    enough = [size for size in SIZES if size >= 40]
    # printed and not counted: its colours differ from each other by a few levels at these lights
    counted = [design for design in DESIGNS if design.name != "near black shield"]
    total = sum(found[design.name, size] for design in counted for size in enough)
    wanted = len(counted) * SCENES * len(enough)
    with capsys.disabled():
        print(f"\n{'crest':<24}" + "".join(f"{size:>7}" for size in SIZES))
        for design in DESIGNS:
            print(f"{design.name:<24}" + "".join(f"{found[design.name, size]:>5}/{SCENES}" for size in SIZES))
        photos = len(DESIGNS) * SCENES
        print(
            f"of 40 px and more: {total}/{wanted}; false: {false}; {spent / photos:.3f} s of processor a photo"
        )
    assert total >= 0.96 * wanted
    assert false == 0


def test_no_crest_is_seen_in_ordinary_photos(eval_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photos = [
        path
        for folder in ("faces", "people/groups", "orientation")
        for path in sorted((eval_folder / folder).iterdir())
        if path.suffix != ".json"
    ]
    given = [path.read_bytes() for path in sorted((eval_folder / "scenes" / "crests").iterdir())]
    crests = [Crest.prepare(f"crest-{n}", one) for n, one in enumerate(given)]
    crests += [Crest.prepare(design.name, design.reference()) for design in DESIGNS]
    false, spent = [], []
    for path in photos:
        photo = decode(path.read_bytes())
        for crest in crests:
            start = time.process_time()
            seen = find_crests(photo, [crest])
            spent.append(time.process_time() - start)
            false += [f"{path.name}: {crest.name} {one.score}" for one in seen]
    with capsys.disabled():
        print(
            f"\n{len(crests)} crests in {len(photos)} photos: {len(false)} false; one crest in one photo takes "
            f"{np.mean(spent):.3f} s of processor, {np.percentile(spent, 95):.3f} s at most in 95 of 100"
        )
        print(*false, sep="\n")
    assert false == []
