from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from app.cli.arguments import read_arguments
from app.cli.commands import copies
from app.cli.commands.copies import check_record, covers_for, judge, replace_whole
from app.cli.run import run
from app.cli.status import Status
from app.errors import AppError, Trouble
from tests.fakes.vision import FakeVision
from vision.boxes import Box, Quad
from vision.copies import BENEATH, FIXED_TIME, Flaw, Problem, Refused, Style, Verified
from vision.findings import Analysis, FaceFinding, TextFinding

PHOTO = b"photo"
FOUND = Analysis(
    1600,
    1200,
    faces=(FaceFinding(Box(100, 100, 160, 180), 0.9, "pass"),),
    texts=(TextFinding(Quad(((10.0, 20.0), (50.0, 20.0), (50.0, 30.0), (10.0, 30.0))), "x", 0.9),),
)


def styles(*options: str) -> list[Style]:
    given = read_arguments(["hide", "p.jpg", "--out", "o.jpg", *options])
    return [cover.style for cover in covers_for(PHOTO, given, FakeVision({PHOTO: FOUND}))]


def test_writing_is_covered_solid_and_all_else_soft_unless_a_style_was_chosen() -> None:
    options = ("--faces", "--texts", "--box", "1,2,30,40")
    assert styles(*options) == [Style.BLUR, Style.BLUR, Style.SOLID]
    assert styles(*options, "--style", "solid") == [Style.SOLID] * 3
    assert styles(*options, "--style", "blur") == [Style.BLUR] * 3


def test_boxes_alone_need_no_search() -> None:
    given = read_arguments(["hide", "p.jpg", "--out", "o.jpg", "--box", "1,2,30,40", "--box", "5,6,7,8"])
    vision = FakeVision()
    assert len(covers_for(PHOTO, given, vision)) == 2
    assert vision.asked == []


def test_faces_are_looked_for_at_the_size_at_which_the_copy_is_written() -> None:
    given = read_arguments(["hide", "p.jpg", "--out", "o.jpg", "--faces"])
    vision = FakeVision({PHOTO: FOUND})
    covers_for(PHOTO, given, vision)
    assert [wanted.published_side for wanted in vision.asked] == [0]


def test_a_box_that_hides_nothing_is_a_mistake() -> None:
    given = read_arguments(["hide", "p.jpg", "--out", "o.jpg", "--box", "1600,0,1700,100"])
    with pytest.raises(AppError) as wrong:
        covers_for(PHOTO, given, FakeVision())
    assert wrong.value.code is Trouble.WRONG_USE


def test_a_narrow_box_is_told_of_and_the_copy_is_written_as_it_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, out = tmp_path / "p.jpg", tmp_path / "o.jpg"
    photo.write_bytes(PHOTO)
    vision = FakeVision()
    vision.problems = (Problem(Flaw.FACE_VISIBLE, BENEATH, Box(1, 2, 30, 40)),)
    monkeypatch.setattr(copies, "vision_process", lambda: nullcontext(vision))
    given = read_arguments(["hide", str(photo), "--out", str(out), "--box", "1,2,30,40"])
    assert copies.hide(given) is Status.WELL
    assert out.exists()
    assert "1,2,30,40 (FACE_VISIBLE)" in capsys.readouterr().err


def test_a_longer_file_of_that_name_leaves_no_rest_and_no_time(tmp_path: Path) -> None:
    out = tmp_path / "o.jpg"
    out.write_bytes(b"secret" * 1000)
    replace_whole(out, b"short")
    assert out.read_bytes() == b"short"
    assert out.stat().st_mtime == FIXED_TIME
    assert [entry.name for entry in tmp_path.iterdir()] == ["o.jpg"]


def test_what_cannot_be_replaced_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "o.jpg"
    out.mkdir()
    (out / "kept").write_bytes(b"")
    with pytest.raises(AppError):
        replace_whole(out, b"short")
    assert [entry.name for entry in tmp_path.iterdir()] == ["o.jpg"]


def test_the_photo_itself_is_never_the_copy(tmp_path: Path) -> None:
    photo = tmp_path / "p.jpg"
    photo.write_bytes(b"original")
    (tmp_path / "link.jpg").symlink_to(photo)
    for out in ("p.jpg", "link.jpg"):
        assert run(["hide", str(photo), "--out", str(tmp_path / out), "--faces"]) == Status.WRONG_USE
    assert photo.read_bytes() == b"original"


FACE = Problem(Flaw.FACE_VISIBLE, box=Box(1, 2, 3, 4))
EXIF = Problem(Flaw.METADATA, where="APP1")


def test_faces_are_only_listed_where_nothing_was_said_about_who_may_be_seen() -> None:
    listed = check_record("f.jpg", judge(Refused("ab", (FACE,)), faces_judged=False))
    assert listed == {
        "photo": "f.jpg",
        "sha256": "ab",
        "verified": True,
        "faces": [[1, 2, 3, 4]],
        "problems": [],
    }
    held = check_record("f.jpg", judge(Refused("ab", (FACE,)), faces_judged=True))
    assert held["verified"] is False
    assert held["problems"] == [{"flaw": "FACE_VISIBLE", "where": "", "box": [1, 2, 3, 4]}]


def test_everything_else_that_is_wrong_is_always_held_against_the_file() -> None:
    both = judge(Refused("ab", (FACE, EXIF)), faces_judged=False)
    assert (both.held, both.seen) == ((EXIF,), (FACE,))
    assert judge(Verified("ab", 4, 3, 0), faces_judged=True).held == ()
