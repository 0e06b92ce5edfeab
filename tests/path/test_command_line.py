"""The command line from outside, with real engines: what other programs call and rely on."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from app.demo.pictures.crest import crest as a_crest
from vision.copies import FIXED_TIME

BOX = (171, 53, 302, 243)  # the astronaut's face, deliberately on no block boundary
HELP_SECONDS = 0.3
SUBSAMPLINGS = ("4:4:4", "4:2:2", "4:2:0")

# How to store an upright picture so that this EXIF orientation turns it upright again (TIFF 6.0, tag 274).
STORE = {
    1: (),
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_90,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_270,),
}


def greenlight(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GREENLIGHT_")}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def records(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def stored(upright: Image.Image, orientation: int, subsampling: str) -> bytes:
    """A JPEG of this upright picture, stored turned, with GPS and a comment that may not survive."""
    turned = upright
    for turn in STORE[orientation]:
        turned = turned.transpose(turn)
    exif = Image.Exif()
    exif[274] = orientation
    exif[34853] = {1: "N", 2: (53.0, 4.0, 2.0)}
    written = io.BytesIO()
    turned.save(written, "JPEG", quality=92, subsampling=subsampling, exif=exif, comment=b"taken by Ann Lee")
    return written.getvalue()


def twins(portrait: Path, box: tuple[int, int, int, int]) -> tuple[Image.Image, Image.Image]:
    """One photo twice, painted over differently under the box."""
    with Image.open(portrait) as opened:
        photo = opened.convert("RGB")
    x1, y1, x2, y2 = box
    noise = np.random.default_rng(1).integers(0, 256, (y2 - y1, x2 - x1, 3), dtype=np.uint8)
    other = photo.copy()
    other.paste(Image.fromarray(noise), (x1, y1))
    return photo, other


def assert_hidden_alike(portrait: Path, folder: Path, orientation: int, *, subsampling: str) -> None:
    """`hide --box` of two photos that differ only under the box gives one and the same file."""
    hashes = []
    for number, upright in enumerate(twins(portrait, BOX)):
        photo, copy = folder / f"{number}.jpg", folder / f"copy-{number}.jpg"
        photo.write_bytes(stored(upright, orientation, subsampling))
        box = ",".join(map(str, BOX))
        done = greenlight("hide", photo.name, "--box", box, "--out", copy.name, cwd=folder)
        assert done.returncode == 0, done.stderr
        hashes.append(hashlib.sha256(copy.read_bytes()).hexdigest())
    assert (folder / "0.jpg").read_bytes() != (folder / "1.jpg").read_bytes()
    assert hashes[0] == hashes[1]
    with Image.open(folder / "copy-0.jpg") as copied:
        assert copied.size == (512, 512)
        assert set(copied.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}


def test_two_photos_that_differ_only_under_the_box_become_one_file(portrait: Path, tmp_path: Path) -> None:
    assert_hidden_alike(portrait, tmp_path, 6, subsampling="4:2:0")


@pytest.mark.slow
@pytest.mark.parametrize("subsampling", SUBSAMPLINGS)
@pytest.mark.parametrize("orientation", sorted(STORE))
def test_two_photos_that_differ_only_under_the_box_become_one_file_however_they_are_stored(
    orientation: int, subsampling: str, portrait: Path, tmp_path: Path
) -> None:
    assert_hidden_alike(portrait, tmp_path, orientation, subsampling=subsampling)


def test_a_copy_replaces_a_longer_file_whole_and_bears_a_fixed_time(portrait: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.png"
    out.write_bytes(b"secret" * 1_000_000)
    done = greenlight("hide", str(portrait), "--box", "10,10,60,60", "--out", "copy.png", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(b"\x89PNG")
    assert b"secret" not in out.read_bytes()
    assert out.stat().st_mtime == FIXED_TIME
    assert [entry.name for entry in tmp_path.iterdir()] == ["copy.png"]


@pytest.mark.slow
def test_a_seed_gives_another_fill_and_the_same_one_again(portrait: Path, tmp_path: Path) -> None:
    for name, seed in (("a", "7"), ("b", "7"), ("c", "8")):
        arguments = ("--box", "150,40,350,260", "--seed", seed, "--out", f"{name}.png")
        assert greenlight("hide", str(portrait), *arguments, cwd=tmp_path).returncode == 0
    a, b, c = ((tmp_path / f"{name}.png").read_bytes() for name in "abc")
    assert a == b
    assert a != c


@pytest.mark.slow
def test_a_photo_that_cannot_be_used_leaves_the_older_copy_alone(tmp_path: Path) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff\xe0 not much of a photo")
    (tmp_path / "copy.jpg").write_bytes(b"older")
    done = greenlight("hide", "bad.jpg", "--box", "1,1,9,9", "--out", "copy.jpg", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "bad.jpg" in done.stderr
    assert (tmp_path / "copy.jpg").read_bytes() == b"older"


def test_inspect_finds_the_one_face_and_names_the_broken_file(portrait: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.png").write_bytes(portrait.read_bytes()[:50_000])
    done = greenlight("inspect", "cut.png", str(portrait), "--json", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    cut, found = records(done)
    assert cut["error"]["code"] == "TRUNCATED"
    (face,) = found["faces"]
    assert (found["width"], found["height"]) == (512, 512)
    x1, y1, x2, y2 = face["box"]
    assert 150 < x1 < x2 < 320
    assert 30 < y1 < y2 < 280
    assert set(face) == {"box", "score", "found_by"}
    assert found["seconds"]["total"] >= found["seconds"]["faces"] > 0


def test_hidden_faces_are_found_no_more_and_the_copy_passes_the_check(portrait: Path, tmp_path: Path) -> None:
    hidden = greenlight("hide", str(portrait), "--faces", "--out", "copy.jpg", cwd=tmp_path)
    assert hidden.returncode == 0, hidden.stderr
    checked = greenlight("check", "copy.jpg", str(portrait), "--json", cwd=tmp_path)
    copy, original = records(checked)
    assert copy["verified"], copy
    assert copy["faces"] == []
    assert original["faces"], "the original still shows its face"


@pytest.mark.slow
def test_a_crest_that_may_not_be_seen_refuses_a_file_and_only_where_it_is_asked_for(tmp_path: Path) -> None:
    worn = a_crest(120).convert("RGBA")
    photo = Image.new("RGB", (640, 480), (40, 60, 50))
    photo.paste(worn, (250, 180), worn)
    photo.save(tmp_path / "worn.png")
    a_crest(300).save(tmp_path / "crest.png")
    greenlight("hide", "worn.png", "--box", "1,1,40,40", "--out", "bare.jpg", cwd=tmp_path)
    greenlight("hide", "worn.png", "--box", "240,170,380,330", "--out", "hidden.jpg", cwd=tmp_path)
    (unasked,) = records(greenlight("check", "bare.jpg", "--json", cwd=tmp_path))
    assert unasked["verified"]
    done = greenlight("check", "bare.jpg", "hidden.jpg", "--crest", "crest.png", "--json", cwd=tmp_path)
    assert done.returncode == 3
    bare, hidden = records(done)
    assert [problem["flaw"] for problem in bare["problems"]] == ["CREST_VISIBLE"]
    assert hidden["verified"]


@pytest.mark.slow
def test_a_file_with_something_behind_its_end_or_a_place_in_it_is_refused(
    portrait: Path, tmp_path: Path
) -> None:
    upright, _ = twins(portrait, BOX)
    (tmp_path / "camera.jpg").write_bytes(stored(upright, 1, "4:2:0"))
    greenlight("hide", str(portrait), "--box", "1,1,40,40", "--out", "tail.jpg", cwd=tmp_path)
    with (tmp_path / "tail.jpg").open("ab") as file:
        file.write(b"more")
    done = greenlight("check", "camera.jpg", "tail.jpg", "--json", cwd=tmp_path)
    assert done.returncode == 3
    camera, tail = ({problem["flaw"] for problem in record["problems"]} for record in records(done))
    assert "METADATA" in camera
    assert "TRAILING_BYTES" in tail


def test_match_knows_a_person_by_a_reference_and_says_so(portrait: Path, tmp_path: Path) -> None:
    person = tmp_path / "people" / "Eileen Example"
    person.mkdir(parents=True)
    with Image.open(portrait) as opened:
        opened.convert("RGB").resize((480, 480)).save(person / "reference.jpg", quality=85)
    done = greenlight("match", str(portrait), "--people", "people", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (face,) = records(done)[0]["faces"]
    assert face["verdict"] == "suggested"
    assert face["candidates"][0]["person"] == "Eileen Example"
    assert face["candidates"][0]["distance"] < 0.3


def test_help_answers_at_once(tmp_path: Path) -> None:
    # the processor's time, which a busy machine does not stretch as it does the clock's
    taken = []
    for _ in range(3):
        before = os.times()
        assert greenlight("--help", cwd=tmp_path).returncode == 0
        after = os.times()
        taken.append(
            after.children_user + after.children_system - before.children_user - before.children_system
        )
    assert min(taken) < HELP_SECONDS, taken


@pytest.mark.slow
def test_a_reader_that_goes_away_causes_no_complaint(portrait: Path, tmp_path: Path) -> None:
    photos = [str(portrait)] * 3
    command = [sys.executable, "-m", "app", "inspect", *photos, "--json"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.readline()
        started.stdout.close()
        told = started.stderr.read()
    assert "Traceback" not in told
    assert "Broken pipe" not in told


def test_a_store_is_not_opened_for_someone_who_does_not_sign_in(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    done = greenlight("people", "list", "--store", "store", cwd=tmp_path)
    assert done.returncode == 5
    assert "NOT_SIGNED_IN" in done.stderr
