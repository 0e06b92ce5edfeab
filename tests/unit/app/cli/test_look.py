from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.cli.commands.look import look_at, read_names, read_references
from app.cli.photos import Named
from app.cli.status import Status
from app.errors import AppError, Trouble
from app.work.vision import Reference
from tests.fakes.vision import FakeVision
from vision.boxes import Box, Quad
from vision.errors import Code, ModelError, PhotoRefusedError
from vision.faces.quality import Quality
from vision.findings import (
    Analysis,
    Cue,
    FaceFinding,
    Seconds,
    TextFinding,
    TextKind,
    UniformFinding,
    Wanted,
)

QUAD = Quad(((10.0, 20.0), (50.04, 20.0), (50.0, 30.0), (10.0, 30.0)))
ANALYSIS = Analysis(
    width=400,
    height=300,
    faces=(FaceFinding(Box(1, 2, 31, 42), 0.93456, "pass"),),
    texts=(TextFinding(QUAD, "Ann Lee", 0.98, TextKind.ROLL_NAME, ("Ann Lee",), "reader"),),
    uniforms=(UniformFinding(Box(5, 6, 7, 8), Cue.CREST, 0.8, "crest-1", "layout"),),
    seconds=Seconds(decode=0.1, faces=0.4, text=0.5, uniform=0.1, match=0.0, total=1.1),
)


def photo(name: str, content: bytes) -> Named:
    return Named(name, lambda: content)


def records(told: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told.splitlines()]


def template(first: float) -> tuple[float, ...]:
    return (first, *(0.0,) * 127)


def test_the_record_is_the_one_of_the_interface(capsys: pytest.CaptureFixture[str]) -> None:
    status = look_at(iter([photo("a/b.jpg", b"a")]), FakeVision({b"a": ANALYSIS}), Wanted(), as_json=True)
    assert status is Status.WELL
    assert records(capsys.readouterr().out) == [
        {
            "photo": "a/b.jpg",
            "width": 400,
            "height": 300,
            "faces": [{"box": [1, 2, 31, 42], "score": 0.935, "found_by": "pass"}],
            "texts": [
                {
                    "box": [10, 20, 51, 30],
                    "quad": [[10.0, 20.0], [50.0, 20.0], [50.0, 30.0], [10.0, 30.0]],
                    "text": "Ann Lee",
                    "score": 0.98,
                    "kind": "roll_name",
                    "people": ["Ann Lee"],
                    "found_by": "reader",
                }
            ],
            "uniforms": [
                {
                    "box": [5, 6, 7, 8], "cue": "crest", "score": 0.8, "which": "crest-1", "found_by": "layout",
                }
            ],
            "seconds": {
                "decode": 0.1, "faces": 0.4, "text": 0.5, "uniform": 0.1, "match": 0.0, "total": 1.1,
            },
        }
    ]  # fmt: skip


def test_a_photo_that_cannot_be_used_is_named_and_the_others_go_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    photos = [photo("bad.jpg", b"?"), photo("good.jpg", b"a")]
    status = look_at(iter(photos), FakeVision({b"a": ANALYSIS}), Wanted(), as_json=True)
    bad, good = records(capsys.readouterr().out)
    assert status is Status.REFUSED
    assert bad["photo"] == "bad.jpg"
    assert bad["error"]["code"] == "BROKEN"
    assert bad["error"]["message"]
    assert set(bad) == {"photo", "error"}
    assert good["photo"] == "good.jpg"


def test_a_file_that_cannot_be_opened_is_a_refused_photo_too(capsys: pytest.CaptureFixture[str]) -> None:
    def read() -> bytes:
        raise PhotoRefusedError(Code.UNREADABLE)

    assert look_at(iter([Named("x", read)]), FakeVision(), Wanted(), as_json=True) is Status.REFUSED
    assert records(capsys.readouterr().out)[0]["error"]["code"] == "UNREADABLE"


def test_results_are_printed_as_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    def second() -> bytes:
        assert len(records(capsys.readouterr().out)) == 1
        return b"a"

    look_at(
        iter([photo("1", b"a"), Named("2", second)]), FakeVision({b"a": ANALYSIS}), Wanted(), as_json=True
    )


def test_a_missing_model_ends_the_command_because_no_photo_could_be_looked_at() -> None:
    class Blind(FakeVision):
        def analyse(self, untrusted: bytes, wanted: Wanted) -> Analysis:
            raise ModelError(Code.MODEL_MISSING)

    with pytest.raises(ModelError):
        look_at(iter([photo("1", b"a")]), Blind(), Wanted(), as_json=True)


def test_matching_adds_candidates_and_a_verdict_to_each_face(capsys: pytest.CaptureFixture[str]) -> None:
    faces = tuple(FaceFinding(Box(40 * n, 0, 40 * n + 30, 40), 0.9, "pass") for n in range(3))
    analysis = Analysis(400, 300, faces, templates=(template(0.0), template(5.0), None))
    references = {"ann": [template(0.1)], "ben": [template(2.0)]}
    look_at(
        iter([photo("1", b"a")]),
        FakeVision({b"a": analysis}),
        Wanted(),
        references=references,
        as_json=True,
    )
    near, far, undescribed = records(capsys.readouterr().out)[0]["faces"]
    assert near["verdict"] == "suggested"
    assert near["candidates"][0] == {"person": "ann", "distance": 0.1}
    assert far["verdict"] == "unknown"
    assert undescribed == {
        "box": [80, 0, 110, 40], "score": 0.9, "found_by": "pass", "candidates": [], "verdict": "unknown",
    }  # fmt: skip


def test_people_read_lines_in_which_nothing_can_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    nasty = Analysis(4, 3, texts=(TextFinding(QUAD, "\x1b[2Jhello\r\n\u202egpj", 0.9),))
    look_at(iter([photo("a\x1bb.jpg", b"a")]), FakeVision({b"a": nasty}), Wanted(), as_json=False)
    told = capsys.readouterr().out
    assert not set(told) & {"\x1b", "\r", "\u202e"}
    assert len(told.splitlines()) == 2


class Enrolling(FakeVision):
    """Takes a picture whose bytes are a number for a good reference."""

    def reference(self, untrusted: bytes) -> Reference:
        if untrusted == b"broken":
            raise PhotoRefusedError(Code.BROKEN)
        if not untrusted.isdigit():
            return Reference(None, Quality.SEVERAL_FACES)
        return Reference(template(float(untrusted)), Quality.GOOD)


def people(folder: Path, pictures: Mapping[str, bytes]) -> Path:
    for name, content in pictures.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_references_come_from_one_folder_for_each_person_and_poor_pictures_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = people(
        tmp_path,
        {
            "Ann/1.jpg": b"1",
            "Ann/2.jpg": b"2",
            "Ben/a.png": b"crowd",
            "Ben/b.png": b"broken",
            "Ben/c.png": b"3",
        },
    )
    assert read_references(folder, Enrolling()) == {
        "Ann": [template(1.0), template(2.0)],
        "Ben": [template(3.0)],
    }
    told = capsys.readouterr()
    assert told.out == ""
    assert "SEVERAL_FACES" in told.err
    assert "BROKEN" in told.err


def test_without_one_usable_reference_there_is_nothing_to_match(tmp_path: Path) -> None:
    with pytest.raises(AppError) as wrong:
        read_references(people(tmp_path, {"Ann/1.jpg": b"crowd"}), Enrolling())
    assert wrong.value.code is Trouble.WRONG_USE
    with pytest.raises(AppError) as missing:
        read_references(tmp_path / "nowhere", Enrolling())
    assert missing.value.code is Trouble.FOLDER_MISSING


def test_the_roll_has_one_name_on_each_line(tmp_path: Path) -> None:
    roll = tmp_path / "roll.txt"
    roll.write_bytes("\ufeffAnn Lee\r\n\n  Zoë Ünal \nAnn Lee\n".encode())
    assert read_names(str(roll)) == ("Ann Lee", "Zoë Ünal")
    assert read_names(None) == ()
    roll.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AppError):
        read_names(str(roll))
