"""How well faces, people, texts and crests are found in the evaluation pictures; prints the figures.

Run with `pytest -m evaluation -s tests/benchmarks/test_accuracy.py`; the records are left in `--basetemp`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.evaluate import Run, evaluate, references_in
from vision.analyse import Analyser
from vision.decode import decode
from vision.faces.find import find_faces
from vision.findings import Wanted
from vision.sessions import Sessions

pytestmark = pytest.mark.evaluation


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(Sessions())


def shown(run: Run, capsys: pytest.CaptureFixture[str]) -> Run:
    with capsys.disabled():
        print(f"\n{run.report()}")
    return run


def test_faces_are_found_and_hardly_anything_else(
    eval_folder: Path, tmp_path: Path, analyser: Analyser, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = eval_folder / "faces" / "labels.json"
    photos = sorted(path for path in truth.parent.iterdir() if path != truth)
    run = shown(
        evaluate("faces", truth, tmp_path / "faces.jsonl", photos=photos, analyser=analyser, wanted=Wanted()),
        capsys,
    )
    assert run.figure(r"recall >= 16 px: ([\d.]+)") >= 0.995
    assert run.figure(r"recall >= 24 px: ([\d.]+)") >= 0.99
    assert run.figure(r"false finds: .*>= 16 px: (\d+)") <= 6


def test_known_people_are_suggested_or_doubted_and_strangers_never_taken_for_someone(
    eval_folder: Path, tmp_path: Path, analyser: Analyser, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = eval_folder / "people" / "truth.json"
    known = references_in(truth.parent / "references", analyser)
    run = shown(
        evaluate(
            "people",
            truth,
            tmp_path / "people.jsonl",
            photos=sorted((truth.parent / "groups").iterdir()),
            analyser=analyser,
            wanted=Wanted(templates=True),
            references=known,
        ),
        capsys,
    )
    assert run.figure(r"people: (\d+) right") >= 20
    assert run.figure(r"unsure, (\d+) wrong") == 0
    assert run.figure(r"wrong, (\d+) not found") == 0
    assert run.figure(r"strangers: (\d+) of") == 0


def test_names_contact_data_and_crests_are_found_in_the_scenes(
    eval_folder: Path, tmp_path: Path, analyser: Analyser, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = eval_folder / "scenes" / "truth.json"
    roll = (truth.parent / "roll.txt").read_text(encoding="utf-8").splitlines()
    crests = sorted((truth.parent / "crests").iterdir())
    wanted = Wanted(
        published_side=0,
        names=tuple(name for name in roll if name.strip()),
        crests=tuple(path.read_bytes() for path in crests),
    )
    run = shown(
        evaluate(
            "scenes",
            truth,
            tmp_path / "scenes.jsonl",
            photos=sorted(truth.parent.glob("*.jpg")),
            analyser=analyser,
            wanted=wanted,
        ),
        capsys,
    )
    assert run.figure(r"contact: (\d+)/") >= 1
    assert run.figure(r"false crests: (\d+)") == 0


def test_the_eight_orientations_show_the_face_in_the_same_place(
    eval_folder: Path, analyser: Analyser, capsys: pytest.CaptureFixture[str]
) -> None:
    boxes = []
    for number in range(9):
        photo = decode((eval_folder / "orientation" / f"Portrait_{number}.jpg").read_bytes())
        faces = find_faces(photo, analyser._sessions, published_side=2048)
        boxes.append(max(faces, key=lambda face: face.score).box)
    with capsys.disabled():
        print("\n" + ", ".join(f"{box.iou(boxes[1]):.2f}" for box in boxes))
    assert all(box.iou(boxes[1]) > 0.75 for box in boxes[1:])
