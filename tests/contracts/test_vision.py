"""The vision process and its stand-in answer in the same way, so that tests with the stand-in mean something."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import skimage

from app.work.sandbox import Load, Sandbox
from app.work.vision import Vision
from tests.fakes.vision import FakeVision
from tests.papers import a_pdf
from vision.boxes import Box
from vision.check.file_structure import walk
from vision.copies import CopyWanted, Cover, Expected, Output, Verified
from vision.errors import PhotoRefusedError
from vision.findings import Analysis, Wanted

PORTRAIT = (Path(skimage.__file__).parent / "data" / "astronaut.png").read_bytes()
COVER = Cover.of_box(Box(150, 40, 300, 240))


@pytest.fixture(scope="module", params=["process", "stand-in"])
def vision(request: pytest.FixtureRequest) -> Iterator[Vision]:
    if request.param == "stand-in":
        yield FakeVision(seen={PORTRAIT: Analysis(512, 512)})
        return
    with Sandbox(Load.NOTHING) as running:
        yield running


def test_a_photo_that_cannot_be_used_is_refused(vision: Vision) -> None:
    with pytest.raises(PhotoRefusedError):
        vision.analyse(b"not a photo", Wanted())


def test_an_analysis_bears_the_photos_size(vision: Vision) -> None:
    analysis = vision.analyse(PORTRAIT, Wanted())
    assert (analysis.width, analysis.height, analysis.templates) == (512, 512, ())


def test_the_same_wishes_give_the_same_copy_and_others_another(vision: Vision) -> None:
    output = Output(longest_side=256)
    copy = vision.publish(PORTRAIT, (COVER,), output)
    assert copy == vision.publish(PORTRAIT, (COVER,), output)
    assert copy != vision.publish(PORTRAIT, (), output)
    assert copy != vision.publish(PORTRAIT, (COVER,), Output(longest_side=128))


def test_copies_made_together_are_those_made_one_by_one(vision: Vision) -> None:
    small, large = Output(longest_side=128), Output(longest_side=256)
    wanted = tuple(
        CopyWanted(c, o) for c, o in (((COVER,), large), ((), small), ((COVER,), small), ((), small))
    )
    together = vision.publish_each(PORTRAIT, wanted)
    assert together == tuple(vision.publish(PORTRAIT, one.covers, one.output) for one in wanted)
    assert len(set(together)) == 3
    assert vision.publish_each(PORTRAIT, ()) == ()


def test_a_second_look_speaks_of_exactly_these_bytes(vision: Vision) -> None:
    copy = vision.publish(PORTRAIT, (COVER,), Output())
    outcome = vision.look_again(copy, Expected())
    assert isinstance(outcome, Verified)
    assert outcome.sha256 == hashlib.sha256(copy).hexdigest()


def test_copies_looked_at_together_are_judged_as_one_by_one(vision: Vision) -> None:
    clean = vision.publish(PORTRAIT, (COVER,), Output(longest_side=256))
    smaller = vision.publish(PORTRAIT, (COVER,), Output(longest_side=200))
    asked = (
        (clean, Expected(256, 256)),
        (smaller, Expected(200, 200)),
        (clean + b"more", Expected(256, 256)),
        (clean, Expected()),
    )
    outcomes = vision.look_again_each(asked)
    assert outcomes == tuple(vision.look_again(*one) for one in asked)
    assert [one.sha256 for one in outcomes] == [hashlib.sha256(copy).hexdigest() for copy, _ in asked]


def test_a_preview_has_as_many_bytes_as_its_size_needs(vision: Vision) -> None:
    picture = vision.preview(PORTRAIT, 100)
    assert max(picture.width, picture.height) <= 100
    assert len(picture.rgb) == picture.width * picture.height * 3


def test_a_page_of_a_scanned_form_is_drawn_and_says_how_many_there_are(vision: Vision) -> None:
    paper = a_pdf(2)
    picture, pages = vision.page(paper, 1, 300)
    assert pages == 2
    assert 290 < max(picture.width, picture.height) <= 300
    assert len(picture.rgb) == picture.width * picture.height * 3
    for broken, number in ((paper, 2), (b"%PDF-1.4 nothing", 0), (b"", 0)):
        with pytest.raises(PhotoRefusedError):
            vision.page(broken, number, 300)


def test_a_picture_without_a_good_face_gives_no_template(vision: Vision) -> None:
    # the stand-in never sees a face; for the process a wholly covered one is none
    covered = vision.publish(PORTRAIT, (COVER,), Output())
    assert vision.reference(covered).template is None


def test_a_good_reference_brings_its_face_small_and_of_bare_pixels(vision: Vision) -> None:
    found = vision.reference(PORTRAIT)
    if found.template is None:
        assert found.picture == b""  # as the stand-in, and for every picture that is not good enough
        return
    picture = vision.preview(found.picture, 400)
    assert 100 < max(picture.width, picture.height) <= 160
    assert len(found.picture) < 20_000
    assert not list(walk(found.picture))
