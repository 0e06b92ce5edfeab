"""Vetting without a window: copies only of what needs no person, and never as if someone had approved."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.cli.arguments import Given, read_arguments
from app.cli.commands.vet import sources, vet_photos
from app.cli.status import Status
from app.errors import AppError, Trouble
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.permissions import Kind
from consent.stages import Stage
from consent.templates import StoredTemplate
from tests.factories import TODAY, a_permission, tell_parents
from tests.path.conftest import CLASS_PHOTO, School
from vision.copies import Flaw, Problem


def typed(school: School, *photos: Path, platform: str = "website") -> Given:
    paths = [str(photo) for photo in photos or (school.device,)]
    return read_arguments(["vet", *paths, "--platform", platform, "--out", str(school.out), "--json"])


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, Any]]:
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {Path(record["photo"]).name: record for record in records}


def recognise(school: School) -> None:
    """Switch matching on, and let the comparison take the first face of the class photo for Anna."""
    store = school.office.store
    numbers = (0.0,) * 128
    store.register.put_policy(
        replace(store.register.policy(), impact_assessment="DPIA 1", impact_assessed_on=TODAY)
    )
    store.register.record_permission(a_permission("anna", Kind.BIOMETRIC))
    tell_parents(store.register, "anna")
    store.register.put_template(StoredTemplate("t1", PersonId("anna"), numbers, TODAY))
    seen = school.vision.seen[CLASS_PHOTO]
    school.vision.seen[CLASS_PHOTO] = replace(seen, templates=(numbers, None))


def copies(school: School) -> list[Path]:
    return sorted(school.out.rglob("*.jpg"))


def test_only_the_photo_that_needs_no_person_gets_a_copy_and_waits_for_an_approver(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    recognise(school)
    assert vet_photos(school.office, typed(school)) is Status.REFUSED  # one of the three cannot be opened
    records = told(capsys)
    (copy,) = copies(school)
    assert copy.name.startswith("not-approved-")
    (prepared,) = records["b.jpg"]["platforms"]
    assert (prepared["verdict"], prepared["state"], prepared["file"]) == (
        "clear",
        "prepared, not approved",
        str(copy),
    )
    (waiting,) = records["a.jpg"]["platforms"]
    assert (waiting["state"], waiting["file"]) == ("waiting for a person", None)
    assert records["c.jpg"]["error"]["code"] == "BROKEN"
    assert school.photo("b.jpg").stage is Stage.REVIEW
    assert school.photo("a.jpg").stage is Stage.DECIDE


def test_nothing_is_approved_or_published_by_it(school: School) -> None:
    vet_photos(school.office, typed(school))
    ledger = school.office.store.ledger
    photos = [p for batch in ledger.batches() for p in ledger.photos(batch.id)]
    assert [approval for photo in photos for approval in ledger.approvals(photo.id)] == []
    assert list(ledger.publications()) == []


def test_the_record_is_that_of_the_interface(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    vet_photos(school.office, typed(school, school.device / "a.jpg"))
    record = told(capsys)["a.jpg"]
    assert record["photo"] == str(school.device / "a.jpg")
    assert (record["width"], record["height"]) == (1600, 1200)
    assert record["faces"][0] == {
        "box": [100, 100, 180, 200],
        "score": 0.9,
        "found_by": "test",
        "candidates": [],
        "verdict": "unknown",
    }
    (text,) = record["texts"]
    assert text["kind"] == "likely_name"
    assert text["box"] == [100, 400, 300, 430]
    assert len(text["quad"]) == 4
    assert record["uniforms"] == []
    assert record["seconds"]["total"] >= 0


def test_a_single_photo_is_taken_in_and_its_neighbours_are_left_alone(school: School) -> None:
    assert vet_photos(school.office, typed(school, school.device / "b.jpg")) is Status.WELL
    ledger = school.office.store.ledger
    assert [p.file_name for batch in ledger.batches() for p in ledger.photos(batch.id)] == ["b.jpg"]


def test_what_waits_for_a_person_has_a_status_of_its_own(school: School) -> None:
    recognise(school)
    assert vet_photos(school.office, typed(school, school.device / "a.jpg")) is Status.WAITING


def test_a_suggestion_is_shown_to_no_one_before_a_person_said_yes(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    recognise(school)
    vet_photos(school.office, typed(school, school.device / "a.jpg"))
    record = told(capsys)["a.jpg"]
    assert record["faces"][0]["verdict"] == "suggested"
    assert record["faces"][0]["candidates"] == [{"person": "anna", "distance": 0.0}]
    (website,) = record["platforms"]
    assert website["faces"]["shown"] == 0
    assert "not_confirmed" in website["reasons"]


def test_a_copy_that_fails_the_second_look_is_not_written(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    school.vision.problems = (Problem(Flaw.FACE_VISIBLE),)
    assert vet_photos(school.office, typed(school, school.device / "b.jpg")) is Status.WAITING
    (outcome,) = told(capsys)["b.jpg"]["platforms"]
    assert (outcome["trouble"], outcome["file"]) == ("NOT_VERIFIED", None)
    assert copies(school) == []
    assert school.photo("b.jpg").stage is Stage.DECIDE


def test_a_photo_that_is_in_already_is_named_and_not_taken_twice(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    given = typed(school, school.device / "b.jpg")
    vet_photos(school.office, given)
    capsys.readouterr()
    assert vet_photos(school.office, given) is Status.REFUSED
    assert told(capsys)["b.jpg"]["error"]["code"] == "DUPLICATE"
    assert len(copies(school)) == 1


def test_an_unknown_platform_is_wrong_use_before_anything_is_taken_in(school: School) -> None:
    with pytest.raises(ConsentError) as refused:
        vet_photos(school.office, typed(school, platform="fax"))
    assert refused.value.code is Code.UNKNOWN_PLATFORM
    assert list(school.office.store.ledger.batches()) == []


def test_who_may_only_look_cannot_vet(school: School) -> None:
    with pytest.raises(ConsentError) as refused:
        vet_photos(school.as_("admin"), typed(school))
    assert refused.value.code is Code.NOT_ALLOWED


def test_photos_are_gathered_by_their_folders_and_a_whole_folder_wins(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(b"x")
    a, b = str(tmp_path / "a.jpg"), str(tmp_path / "b.jpg")
    assert sources([a, b]) == {tmp_path: frozenset({"a.jpg", "b.jpg"})}
    assert sources([a, str(tmp_path), b]) == {tmp_path: None}
    with pytest.raises(AppError) as missing:
        sources([str(tmp_path / "c.jpg")])
    assert missing.value.code is Trouble.FOLDER_MISSING
