"""The demo's painter: the same pictures every time, with all that a camera puts into a file."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageOps

from app.demo.cast import read_cast
from app.demo.pictures import camera, faces, papers
from app.demo.pictures.__main__ import BROKEN, FRAMES, LONGEST_FIRST, reference
from app.demo.pictures.camera import Orientation, Shot
from app.demo.pictures.crest import crest
from app.demo.pictures.figures import HAIR_COLOURS, Hair, Look, Outfit, figure
from vision.decode import decode
from vision.errors import Code, PhotoRefusedError
from vision.faces.find import find_faces
from vision.sessions import Sessions

TAKEN = "2026:10:17 11:02:33"


def a_picture() -> Image.Image:
    """Its four corners differ, so that a turn shows."""
    picture = Image.new("RGB", (96, 64), (200, 200, 200))
    picture.paste((250, 0, 0), (0, 0, 48, 32))
    picture.paste((0, 0, 250), (48, 32, 96, 64))
    return picture


@pytest.mark.parametrize("orientation", Orientation)
def test_a_stored_photo_is_upright_for_who_obeys_the_orientation(orientation: Orientation) -> None:
    content = camera.jpeg(a_picture(), Shot(TAKEN, orientation), subsampling="4:4:4")
    with Image.open(io.BytesIO(content)) as opened:
        assert opened.getexif()[ExifTags.Base.Orientation] == orientation
        upright = np.asarray(ImageOps.exif_transpose(opened), dtype=int)
    assert np.abs(upright - np.asarray(a_picture(), dtype=int)).mean() < 3


def test_a_photo_carries_place_serial_number_owner_and_thumbnail() -> None:
    content = camera.jpeg(a_picture(), Shot(TAKEN))
    with Image.open(io.BytesIO(content)) as opened:
        found = opened.getexif()
        assert found.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] == (54.0, 12.0, 34.5)
        assert found.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] == Shot(TAKEN).serial
        assert found[ExifTags.Base.Artist] == Shot(TAKEN).owner
    # a second picture inside the first: the thumbnail
    assert content.count(b"\xff\xd8\xff") == 2


@pytest.mark.parametrize("write", [camera.png, camera.heic])
def test_tablets_and_phones_leave_their_traces_too(write: object) -> None:
    assert callable(write)
    content: bytes = write(a_picture(), Shot(TAKEN))
    assert Shot(TAKEN).serial.encode() in content
    photo = decode(content)
    assert (photo.width, photo.height) == (96, 64)


def test_a_face_is_always_painted_the_same() -> None:
    assert faces.face(46, 60).tobytes() == faces.face(46, 60).tobytes()
    assert faces.face(46, 60).tobytes() != faces.face(31, 60).tobytes()


def test_every_frame_is_painted_once() -> None:
    assert sorted(LONGEST_FIRST) == list(range(len(FRAMES)))


def test_a_reference_picture_is_the_same_each_time_and_not_the_face_on_the_photo() -> None:
    member = read_cast().member("P06")
    first = reference(member, np.random.default_rng(1))
    assert first == reference(member, np.random.default_rng(1))
    assert first != reference(member, np.random.default_rng(2))


@pytest.mark.parametrize("hair", Hair)
def test_a_drawn_person_has_a_face_that_the_finder_sees(hair: Hair, sessions: Sessions) -> None:
    rng = np.random.default_rng(3)
    painted = figure(
        Look(46, hair, HAIR_COLOURS["brown"]), 60, Outfit((24, 92, 70), (240,) * 3, (70,) * 3), rng
    )
    photo = Image.new("RGB", (640, 480), (206, 214, 220))
    photo.paste(painted.sheet, (200, 40), painted.sheet)
    found = find_faces(decode(camera.png(photo, Shot(TAKEN))), sessions, published_side=2048)
    assert len(found) == 1
    middle = (200 + painted.face[0], 40 + painted.face[1])
    assert found[0].box.x1 < middle[0] < found[0].box.x2
    assert found[0].box.y1 < middle[1] < found[0].box.y2


def test_the_qr_code_can_be_read_back() -> None:
    import cv2  # noqa: PLC0415 - the only test that needs it

    code = np.asarray(papers.qr_code("https://aldergreen.example/", 330))
    assert cv2.QRCodeDetector().detectAndDecode(code)[0] == "https://aldergreen.example/"


def test_the_crest_has_corners_to_be_recognised_by() -> None:
    drawn = crest(200)
    assert drawn.mode == "RGBA"
    assert drawn.getchannel("A").getextrema() == (0, 255)
    assert len(drawn.convert("RGB").quantize(16).getcolors() or []) >= 4


@pytest.fixture(scope="module")
def sessions() -> Sessions:
    return Sessions()


@pytest.mark.slow
def test_every_painted_face_is_found_and_the_broken_file_is_refused(
    tmp_path: Path, sessions: Sessions
) -> None:
    subprocess.run([sys.executable, "-W", "error", "-m", "app.demo.pictures", str(tmp_path)], check=True)
    card = tmp_path / "device" / "DCIM" / "100ALDER"
    truth = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    assert sorted(path.name for path in card.iterdir()) == sorted([*truth, BROKEN])
    assert list(truth) == [frame.name for frame in FRAMES]
    with pytest.raises(PhotoRefusedError) as refused:
        decode((card / BROKEN).read_bytes())
    assert refused.value.code is Code.TRUNCATED
    for name, painted in truth.items():
        found = find_faces(decode((card / name).read_bytes()), sessions, published_side=2048)
        missed = [
            face["person"]
            for face in painted["faces"]
            if not any(
                face["box"][0] <= one.box.centre[0] < face["box"][2]
                and face["box"][1] <= one.box.centre[1] < face["box"][3]
                for one in found
            )
        ]
        assert missed == [], name
        assert len(found) == len(painted["faces"]), name
