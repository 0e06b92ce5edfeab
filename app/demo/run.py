"""Takes the demo school's photos the whole way, with real engines and two people, and reports what became of each."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from app import correct, wiring
from app.demo.report import DemoLine, DemoReport, DemoSchool, DemoStaff, StageSeconds
from app.demo.school import HEAD, OFFICE, open_new_school
from app.destinations.folder import FolderDestination
from app.services import Services
from app.steps import path
from app.steps.decide import look
from app.steps.review import change
from app.work.progress import Progress
from consent.decisions import Outcome, PhotoDecision, Verdict, Why
from consent.people import PersonId
from consent.platforms import PlatformId
from consent.publications import Batch, PhotoId, PhotoRecord
from consent.sightings import Certainty, RegionId, Sighting, What
from consent.stages import Stage

PLATFORMS = (PlatformId("website"), PlatformId("facebook"))

LEFT_ALONE = "science-club.png"
"""The photo that the office does not get to, so that something waits for a person."""

_NAMES = frozenset({What.ROLL_NAME, What.LIKELY_NAME})

Tell = Callable[[Progress], None]


@dataclass(slots=True)
class _Watch:
    """How long each part took, in the order in which they began."""

    parts: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, part: str) -> Iterator[None]:
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.parts[part] = self.parts.get(part, 0.0) + time.perf_counter() - begun


@dataclass(frozen=True, slots=True)
class _Truth:
    """What the painter knows: which face stands where. Only the part of the office is played with it."""

    faces: Mapping[str, tuple[tuple[str, tuple[int, int, int, int]], ...]]

    @staticmethod
    def read(file: Path) -> _Truth:
        stored = json.loads(file.read_text(encoding="utf-8"))
        return _Truth(
            {
                name: tuple((face["person"], tuple(face["box"])) for face in photo["faces"])
                for name, photo in stored.items()
            }
        )

    def who(self, photo: str, box: tuple[int, int, int, int]) -> str | None:
        """The member whose painted face holds the middle of `box`; empty: a stranger; None: no face there."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for person, (left, top, right, bottom) in self.faces[photo]:
            if left <= x < right and top <= y < bottom:
                return person
        return None


def run_demo(folder: Path, *, tell: Tell | None = None) -> DemoReport:
    """Make the demo school in `folder` and take its photos from device to erase.

    Raises as `app.demo.school.make_demo`, and AppError, ConsentError or VisionError where a step fails.
    """
    watch = _Watch()
    report = tell or (lambda _: None)
    with watch.time("make the school"):
        school, services = open_new_school(folder)
    try:
        return _run(school, services, watch, tell=report)
    finally:
        wiring.close(services)


def _run(school: DemoSchool, services: Services, watch: _Watch, *, tell: Tell) -> DemoReport:
    office = _as(services, OFFICE)
    with watch.time("device to decide"):
        for progress in path.bring_in(office, school.device, title="October", platforms=PLATFORMS):
            tell(progress)
    batch = office.store.ledger.batches()[-1]
    certainties = _certainties(office, batch)
    with watch.time("review"):
        _review(office, batch, _Truth.read(school.folder / "truth.json"))
    with watch.time("approve"):
        _approve(_as(services, HEAD), batch)
    before = {record.id: record for record in office.store.ledger.photos(batch.id)}
    decisions = {photo: look(office, photo).decisions for photo in before}
    troubles: dict[PhotoId, str] = {}
    with watch.time("render to erase"):
        for progress in path.deliver(
            office, batch, lambda platform: FolderDestination(school.out / platform)
        ):
            tell(progress)
            if progress.photo is not None and progress.trouble:
                troubles[progress.photo] = progress.trouble
    files = {
        (posted.photo, posted.platform): school.out / posted.platform / posted.file_name
        for posted in office.store.ledger.publications()
    }
    lines = [
        line
        for record in before.values()
        for line in _lines(record, decisions[record.id], troubles.get(record.id, ""), files=files)
    ]
    return DemoReport(
        school=school,
        lines=tuple(lines),
        suggested=certainties[Certainty.SUGGESTED],
        unsure=certainties[Certainty.UNSURE],
        unknown=certainties[Certainty.UNKNOWN],
        seconds=tuple(StageSeconds(part, seconds) for part, seconds in watch.parts.items()),
        total_seconds=sum(watch.parts.values()),
    )


def _as(services: Services, staff: DemoStaff) -> Services:
    return wiring.switch_account(services, staff.user_name, staff.password)


def _certainties(services: Services, batch: Batch) -> dict[Certainty, int]:
    """How many faces the comparison was sure, unsure and ignorant of, before anyone looked."""
    counts = dict.fromkeys(Certainty, 0)
    for record in services.store.ledger.photos(batch.id):
        for sighting in record.sightings:
            if sighting.what is What.FACE:
                counts[sighting.certainty] += 1
    return counts


def _review(services: Services, batch: Batch, truth: _Truth) -> None:
    """What the office would do: name who it knows, say who is a stranger, and ask for approval."""
    ids = {person.school_id: person.id for person in services.store.register.people()}
    for record in services.store.ledger.photos(batch.id):
        if record.stage is not Stage.DECIDE:
            continue
        if _short(record) != LEFT_ALONE:
            change(services, record.id, _corrected(record, truth, ids))
        if _may_be_prepared(look(services, record.id).decisions):
            path.ask_for_approval(services, record.id)


def _corrected(record: PhotoRecord, truth: _Truth, ids: Mapping[str, PersonId]) -> tuple[Sighting, ...]:
    sightings = record.sightings
    for sighting in record.sightings:
        if sighting.what is not What.FACE:
            continue
        who = truth.who(_short(record), sighting.box)
        if who is None:
            continue  # nobody was painted there: it stays unknown, and covered
        if who in ids:
            sightings = correct.confirm(sightings, sighting.region, ids[who])
        else:
            sightings = correct.not_listed(sightings, sighting.region)
    return sightings


def _short(record: PhotoRecord) -> str:
    """The file's name without the card's folders."""
    return PurePosixPath(record.file_name).name


def _may_be_prepared(decisions: tuple[PhotoDecision, ...]) -> bool:
    verdicts = {decision.verdict for decision in decisions}
    return Verdict.NEEDS_A_PERSON not in verdicts and verdicts != {Verdict.BLOCKED}


def _approve(services: Services, batch: Batch) -> None:
    """The second person's yes to everything that was prepared."""
    for record in services.store.ledger.photos(batch.id):
        if record.stage is Stage.REVIEW:
            path.go_live(services, record.id)


def _lines(
    record: PhotoRecord,
    decisions: tuple[PhotoDecision, ...],
    trouble: str,
    *,
    files: Mapping[tuple[PhotoId, PlatformId], Path],
) -> list[DemoLine]:
    if record.stage is Stage.REFUSED:
        return [DemoLine(_short(record), platform, None, record.trouble) for platform in PLATFORMS]
    names = {sighting.region for sighting in record.sightings if sighting.what in _NAMES}
    return [
        DemoLine(
            photo=_short(record),
            platform=decision.platform,
            verdict=decision.verdict,
            trouble=trouble,
            faces_found=decision.heads.found,
            faces_shown=decision.heads.shown,
            faces_covered=decision.heads.covered,
            names_covered=_covered(decision, names),
            open_regions=sum(one.open for one in decision.decisions),
            file=files.get((record.id, decision.platform)),
        )
        for decision in decisions
    ]


def _covered(decision: PhotoDecision, names: set[RegionId]) -> int:
    return sum(
        one.outcome is not Outcome.SHOW and one.why is not Why.DISMISSED and one.region in names
        for one in decision.decisions
    )
