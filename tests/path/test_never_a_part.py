"""Promise 41 on the whole path: a part of a photo is named and goes no further, and a part of a copy goes nowhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.errors import Trouble
from app.steps import path
from app.work.sandbox import Sandbox
from consent.errors import Code as Refusal
from consent.errors import ConsentError
from consent.publications import PhotoRecord
from consent.stages import Stage
from tests.path.conftest import FACEBOOK, WEBSITE, School
from tests.pictures import a_file, a_jpeg, a_scene
from vision.copies import CopyWanted
from vision.errors import Code, PhotoRefusedError
from vision.image import Container

SHARES = (0.1, 0.3, 0.5, 0.7, 0.9, 0.99)
"""Where each file is cut; `tests/promises/test_no_part_for_the_whole.py` opens them cut at fifty points each."""

WHOLE = {
    **{kind.value: a_file(kind, a_scene()) for kind in Container},
    "progressive": a_jpeg(a_scene(), progressive=1),
}

CLOSED = ("jpeg", "progressive")


class CutsShort(Sandbox):
    """The real vision, whose finished copies lose their last `missing` bytes."""

    missing = 0

    def publish_each(
        self, untrusted: bytes, wanted: tuple[CopyWanted, ...], *, seed: int = 0
    ) -> tuple[bytes, ...]:
        made = super().publish_each(untrusted, wanted, seed=seed)
        return tuple(one[: len(one) - self.missing] for one in made)


@pytest.fixture(scope="module")
def eyes() -> Iterator[CutsShort]:
    with CutsShort() as running:
        yield running


@pytest.fixture
def real(school: School, eyes: CutsShort) -> School:
    """The school with real eyes, and nothing on its card yet."""
    eyes.missing = 0
    school.office = replace(school.office, vision=eyes, preview=eyes)
    shutil.rmtree(school.device)
    school.device.mkdir()
    return school


def photos(school: School) -> list[PhotoRecord]:
    ledger = school.office.store.ledger
    return [photo for batch in ledger.batches() for photo in ledger.photos(batch.id)]


def files(school: School) -> list[str]:
    return [file.name for platform in (WEBSITE, FACEBOOK) for file in (school.out / platform).iterdir()]


def publish(school: School, photo: PhotoRecord) -> None:
    path.ask_for_approval(school.office, photo.id)
    path.go_live(school.as_("head"), photo.id)


def test_promise_41_a_part_of_a_photo_is_refused_by_name_and_neither_shown_nor_approved_nor_exported(
    real: School,
) -> None:
    for kind, content in WHOLE.items():
        for share in SHARES:
            name = f"{kind}-{round(share * 100)}.jpg"  # a name says nothing of what is inside
            (real.device / name).write_bytes(content[: int(len(content) * share)])
            if kind in CLOSED:  # as a camera leaves it that writes the end although the middle is missing
                closed = content[: int(len(content) * share)].rstrip(b"\xff") + b"\xff\xd9"
                (real.device / f"closed-{name}").write_bytes(closed)
    (real.device / "whole.jpg").write_bytes(WHOLE["jpeg"])
    batch, told = real.bring_in()
    parts = [photo for photo in photos(real) if photo.file_name != "whole.jpg"]
    assert len(parts) == (len(WHOLE) + len(CLOSED)) * len(SHARES)
    named = {progress.name: progress.trouble for progress in told}
    for part in parts:
        assert (part.stage, part.sightings) == (Stage.REFUSED, ())
        assert part.trouble in {Code.TRUNCATED, Code.BROKEN}, part.file_name
        assert named[part.file_name] == part.trouble
        with pytest.raises(PhotoRefusedError):
            real.office.preview.preview(real.office.vault.get(part.id), 192)
        with pytest.raises(ConsentError) as refused:
            publish(real, part)
        assert refused.value.code is Refusal.WRONG_STAGE
    publish(real, real.photo("whole.jpg"))
    assert [progress.trouble for progress in real.deliver(batch)] == [""]
    assert len(files(real)) == 2  # the whole one, for each platform


@pytest.mark.parametrize("missing", [1, 2, 40])
def test_promise_41_a_copy_that_was_cut_short_goes_nowhere_and_the_photo_is_back_in_review(
    real: School, eyes: CutsShort, missing: int
) -> None:
    (real.device / "whole.jpg").write_bytes(WHOLE["jpeg"])
    batch, _ = real.bring_in()
    eyes.missing = missing
    publish(real, real.photo("whole.jpg"))
    assert [progress.trouble for progress in real.deliver(batch)] == [Trouble.NOT_VERIFIED]
    assert files(real) == []
    assert real.photo("whole.jpg").stage is Stage.DECIDE


def test_promise_41_a_photo_that_lost_its_end_after_its_approval_is_not_exported(real: School) -> None:
    (real.device / "whole.jpg").write_bytes(WHOLE["jpeg"])
    batch, _ = real.bring_in()
    photo = real.photo("whole.jpg")
    publish(real, photo)
    real.office.vault.destroy(photo.id)
    real.office.vault.put(photo.id, WHOLE["jpeg"][:-200])
    (progress,) = real.deliver(batch)
    assert progress.trouble in {Code.TRUNCATED, Code.BROKEN}
    assert files(real) == []
