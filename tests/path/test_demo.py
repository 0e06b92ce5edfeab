"""The demo school goes the whole way with real engines, and its table shows every verdict."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import wiring
from app.demo.report import DemoReport
from app.demo.run import LEFT_ALONE, run_demo
from app.demo.school import HEAD, LEAD, make_demo
from app.errors import AppError, Trouble
from app.reports import access
from app.reports.access_files import write_pack
from app.services import Services
from app.work.progress import Progress
from consent.decisions import Verdict
from consent.people import PersonId
from consent.publications import PhotoId
from consent.sightings import Certainty, What
from consent.stages import Stage
from vision.boxes import Box
from vision.copies import Expected, Verified
from vision.findings import Wanted

pytestmark = pytest.mark.slow

CPU_SECONDS_ALLOWED = 120.0
"""What two cores do in the promised minute. Counted instead of the minute itself, because the vision process has low
priority and waits on a busy machine. Measured: 86 (November 2026)."""


@pytest.fixture(scope="module")
def seen() -> list[Progress]:
    return []


@pytest.fixture(scope="module")
def cpu_seconds() -> list[float]:
    """What the run of `report` took, this process and all that it started."""
    return []


@pytest.fixture(scope="module")
def report(
    tmp_path_factory: pytest.TempPathFactory, seen: list[Progress], cpu_seconds: list[float]
) -> DemoReport:
    begun = os.times()
    done = run_demo(tmp_path_factory.mktemp("demo") / "school", tell=seen.append)
    cpu_seconds.append(sum(os.times()[:4]) - sum(begun[:4]))
    return done


def test_every_verdict_appears_and_the_broken_file_is_named(report: DemoReport) -> None:
    assert {line.verdict for line in report.lines} == {*Verdict, None}
    assert {line.photo for line in report.lines if line.verdict is None} == {"broken.jpg"}
    assert {line.trouble for line in report.lines if line.verdict is None} == {"TRUNCATED"}


def test_each_photo_stands_once_for_each_platform(report: DemoReport) -> None:
    pairs = [(line.photo, line.platform) for line in report.lines]
    assert len(pairs) == len(set(pairs)) == 20


def test_exactly_what_is_clear_has_a_file(report: DemoReport) -> None:
    for line in report.lines:
        clear = line.verdict in {Verdict.CLEAR, Verdict.CLEAR_WITH_COVERS}
        assert (line.file is not None) == clear, line.photo
        if line.file is not None:
            assert line.file.is_file()
            assert line.file.parent == report.school.out / line.platform


def test_the_class_photo_shows_some_and_covers_others(report: DemoReport) -> None:
    lines = {line.platform: line for line in report.lines if line.photo == "class-photo.jpg"}
    assert {line.faces_found for line in lines.values()} == {30}
    assert lines["website"].faces_shown > lines["facebook"].faces_shown > 10
    assert all(line.faces_shown + line.faces_covered == 30 for line in lines.values())


def test_names_are_covered_where_the_platform_allows_none(report: DemoReport) -> None:
    lines = {(line.photo, line.platform): line for line in report.lines}
    assert lines["cloakroom.jpg", "facebook"].names_covered == 6
    assert 1 <= lines["cloakroom.jpg", "website"].names_covered < 6
    assert lines["certificate.jpg", "website"].names_covered == 0
    assert lines["certificate.jpg", "facebook"].names_covered >= 1


def test_a_pupil_who_may_never_be_published_blocks_the_photo_everywhere(report: DemoReport) -> None:
    assert {line.verdict for line in report.lines if line.photo == "assembly.jpg"} == {Verdict.BLOCKED}


def test_what_the_office_left_alone_waits(report: DemoReport) -> None:
    lines = [line for line in report.lines if line.photo == LEFT_ALONE]
    assert all(line.verdict is Verdict.NEEDS_A_PERSON and line.open_regions > 0 for line in lines)


def test_the_comparison_is_sometimes_sure_sometimes_not_and_sometimes_ignorant(report: DemoReport) -> None:
    assert report.suggested > 0
    assert report.unsure > 0
    assert report.unknown > 0
    assert 15 <= report.school.templates <= 25


def test_published_files_hold_nothing_of_the_camera(report: DemoReport) -> None:
    for line in report.lines:
        if line.file is not None:
            content = line.file.read_bytes()
            for trace in (b"Fernwell", b"FW20-0048812", b"Exif", b"Alder Green office", b"GPS"):
                assert trace not in content


def test_published_photos_are_erased_here_and_two_people_stand_behind_each(report: DemoReport) -> None:
    with wiring.signed_in(report.school.store, LEAD.user_name, LEAD.password) as services:
        ledger = services.store.ledger
        published = {posted.photo for posted in ledger.publications()}
        assert published
        assert {ledger.photo(photo).stage for photo in published} == {Stage.ERASE}
        assert all(posted.prepared_by != posted.approved_by for posted in ledger.publications())
        services.store.audit.verify()
        for line in report.lines:
            if line.file is not None and line.faces_shown == 0:
                again = services.vision.look_again(line.file.read_bytes(), Expected())
                assert isinstance(again, Verified)


def test_promise_17_an_access_pack_shows_its_person_and_nobody_else_to_the_real_finders(
    report: DemoReport, tmp_path: Path
) -> None:
    """Looked at by the finder and the reader themselves, without knowing where anyone is."""
    with wiring.signed_in(report.school.store, LEAD.user_name, LEAD.password) as services:
        person, own = _most_photographed(services)
        pack = access.begin(services, person)
        for _ in access.gather(services, pack):
            pass
        shown = [photo for photo in pack.photos if photo.jpeg is not None]
        assert shown, [photo.withheld for photo in pack.photos]
        names = {part for one in services.store.register.people() for part in one.legal_name.split()}
        names -= set(pack.person.legal_name.split())
        for photo in shown:
            assert photo.jpeg is not None
            record = services.store.ledger.photo(photo.photo)
            seen = services.vision.analyse(photo.jpeg, Wanted())
            scale = seen.width / record.width
            for face in seen.faces:
                assert any(_lies_in(face.box, box, scale) for box in own[photo.photo]), face
            read = {word.strip(",.:").casefold() for text in seen.texts for word in text.text.split()}
            assert read.isdisjoint(name.casefold() for name in names if len(name) > 3)
        write_pack(tmp_path / "pack", pack)
        files = {file.suffix for file in (tmp_path / "pack").rglob("*") if file.is_file()}
        assert {".pdf", ".json", ".jpg"} <= files


def _most_photographed(services: Services) -> tuple[PersonId, dict[PhotoId, list[tuple[int, int, int, int]]]]:
    """Who was confirmed in most of the photos that are still held, and where in each."""
    ledger = services.store.ledger
    found: dict[PersonId, dict[PhotoId, list[tuple[int, int, int, int]]]] = {}
    for batch in ledger.batches():
        for photo in ledger.photos(batch.id):
            if photo.stage in {Stage.ERASE, Stage.REFUSED}:
                continue
            for one in photo.sightings:
                if one.certainty is Certainty.CONFIRMED and one.what is What.FACE and len(one.people) == 1:
                    found.setdefault(one.people[0], {}).setdefault(photo.id, []).append(one.box)
    return max(found.items(), key=lambda pair: (len(pair[1]), pair[0]))


def _lies_in(face: Box, own: tuple[int, int, int, int], scale: float) -> bool:
    """Whether the middle of what was found lies in a box of the upright photo."""
    x, y = (face.x1 + face.x2) / 2 / scale, (face.y1 + face.y2) / 2 / scale
    return own[0] <= x <= own[2] and own[1] <= y <= own[3]


def test_progress_is_told_for_every_photo(report: DemoReport, seen: list[Progress]) -> None:
    assert {progress.stage for progress in seen} >= {Stage.INTAKE, Stage.DECIDE, Stage.ERASE}


def test_it_takes_a_minute_of_two_cores(report: DemoReport, cpu_seconds: list[float]) -> None:
    parts = ", ".join(f"{part.stage} {part.seconds:.1f}" for part in report.seconds)
    print(f"\ndemo: {cpu_seconds[0]:.0f} CPU s; {report.total_seconds:.1f} s of the clock: {parts}")
    assert cpu_seconds[0] < CPU_SECONDS_ALLOWED


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(AppError) as refused:
        make_demo(tmp_path)
    assert refused.value.code is Trouble.WRONG_USE
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_made_school_can_be_opened_by_its_staff(tmp_path: Path) -> None:
    school = make_demo(tmp_path / "school")
    with wiring.signed_in(school.store, HEAD.user_name, HEAD.password) as services:
        assert len(services.store.register.people()) == school.people == 36
        assert len(services.store.register.never_publish()) == 1
        assert services.store.register.policy().matching
