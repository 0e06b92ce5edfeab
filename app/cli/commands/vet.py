"""Vet: the path from intake to decision without a window; what needs no person is prepared, never approved."""

from __future__ import annotations

import secrets
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from app.cli.arguments import Given
from app.cli.printing import print_line, print_record
from app.cli.records import Record, record_of_sightings
from app.cli.sentences import sentence
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.destinations.folder import FolderDestination
from app.errors import AppError, Trouble
from app.originals import settle_originals
from app.published import as_published, look_again
from app.services import Services
from app.sources import within_of
from app.steps.decide import PhotoView, facts_for, look
from app.steps.device import find_device, require_approved
from app.steps.intake import intake, open_batch
from app.steps.path import ask_for_approval, look_through
from app.work.progress import Progress
from consent.accounts import Act
from consent.decisions import Outcome, PhotoDecision, Verdict
from consent.errors import Code as ConsentCode
from consent.people import by_id
from consent.platforms import PlatformId
from consent.publications import PhotoId
from vision.copies import Refused
from vision.errors import Code

NEEDS_NO_PERSON = frozenset({Verdict.CLEAR, Verdict.CLEAR_WITH_COVERS})
PREPARED = "prepared, not approved"
WAITING = "waiting for a person"
BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Copy:
    """What became of one photo on one platform; `file` is "" unless a copy was written."""

    decision: PhotoDecision
    state: str
    file: str = ""
    trouble: str = ""


def vet(given: Given) -> Status:
    """Take the named photos in, decide, and write the copies that need no person."""
    with signed_in(given) as services:
        services.vision.warm()
        return vet_photos(services, given)


def vet_photos(services: Services, given: Given) -> Status:
    """The same for someone who is signed in: may bring photos in, and may prepare."""
    services.require(Act.BRING_IN)
    services.require(Act.PREPARE)
    platforms = tuple(PlatformId(name) for name in dict.fromkeys(given.platform))
    statuses = [
        _vet_folder(services, folder, only, platforms, given)
        for folder, only in sources(given.photos).items()
    ]
    return max(statuses, key=[Status.WELL, Status.WAITING, Status.REFUSED].index)


def sources(paths: Collection[str]) -> Mapping[Path, frozenset[str] | None]:
    """The folders behind the named photos and folders; None: all photos of the folder.

    Raises AppError(FOLDER_MISSING) for a path that leads nowhere.
    """
    found: dict[Path, frozenset[str] | None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found[path] = None
        elif not path.is_file():
            raise AppError(Trouble.FOLDER_MISSING, "nor such a photo")
        elif (known := found.get(path.parent, frozenset())) is not None:
            found[path.parent] = known | {path.name}
    return found


def _vet_folder(
    services: Services,
    folder: Path,
    only: frozenset[str] | None,
    platforms: tuple[PlatformId, ...],
    given: Given,
) -> Status:
    device = find_device(services, folder)
    require_approved(services, device)
    within = within_of(services, device, folder)
    chosen = None if only is None else [f"{within}/{name}" if within else name for name in only]
    batch = open_batch(
        services,
        device,
        f"Command line, {services.clock():%d %B %Y}",
        platforms,
        within=within,
        chosen=chosen,
    )
    status = Status.WELL
    for step in chain(intake(services, device, batch), settle_originals(services, device)):
        if step.trouble:
            status = Status.REFUSED
            _print_refusal(f"{folder}/{step.name}", step.trouble, given)
    facts = facts_for(services)
    for step, seconds in _timed(look_through(services, batch.id)):
        name = f"{folder}/{step.name}"
        if step.photo is None or step.trouble:
            status = Status.REFUSED
            _print_refusal(name, step.trouble, given)
            continue
        view = look(services, step.photo, facts)
        copies = [_copy(services, view, decision, Path(given.out)) for decision in view.decisions]
        if status is Status.WELL and any(copy.state != PREPARED for copy in copies):
            status = Status.WAITING
        _ask_where_nothing_is_open(services, step.photo, copies)
        _print_photo(name, view, copies, services=services, seconds=seconds, given=given)
    return status


def _timed(work: Iterator[Progress]) -> Iterator[tuple[Progress, float]]:
    start = time.perf_counter()
    for step in work:
        yield step, time.perf_counter() - start
        start = time.perf_counter()


def _copy(services: Services, view: PhotoView, decision: PhotoDecision, out: Path) -> Copy:
    """Write the copy for one platform if it needs no person and a second look finds it clean."""
    if decision.verdict not in NEEDS_NO_PERSON:
        return Copy(decision, BLOCKED if decision.verdict is Verdict.BLOCKED else WAITING)
    content = as_published(services, view.record, decision)
    if isinstance(look_again(services, view.record, decision, content), Refused):
        return Copy(decision, WAITING, trouble=Trouble.NOT_VERIFIED.value)
    name = f"not-approved-{secrets.token_hex(12)}.jpg"
    return Copy(decision, PREPARED, FolderDestination(out / decision.platform).send(name, content).location)


def _ask_where_nothing_is_open(services: Services, photo: PhotoId, copies: list[Copy]) -> None:
    """Put the photo before the approvers when no platform needs a person any more."""
    states = {copy.state for copy in copies}
    if PREPARED in states and WAITING not in states:
        ask_for_approval(services, photo)


def _print_refusal(photo: str, trouble: str, given: Given) -> None:
    told = _sentence_of(trouble)
    if given.json:
        print_record({"photo": photo, "error": {"code": trouble, "message": told}})
    else:
        print_line(f"{photo}: {told} ({trouble})")


def _sentence_of(trouble: str) -> str:
    for codes in (Code, Trouble, ConsentCode):
        if trouble in codes.__members__:
            return sentence(codes[trouble])
    return "cannot be used"


def _print_photo(
    photo: str, view: PhotoView, copies: list[Copy], *, services: Services, seconds: float, given: Given
) -> None:
    if given.json:
        names = {one: person.legal_name for one, person in by_id(services.store.register.people()).items()}
        record = record_of_sightings(photo, view.record, names)
        print_record(
            {**record, "seconds": {"total": round(seconds, 3)}, "platforms": [copy_record(c) for c in copies]}
        )
        return
    for copy in copies:
        heads = copy.decision.heads
        count = f"{heads.found} found, {heads.shown} shown, {heads.covered} covered, {heads.unknown} unknown"
        outcome = f"{copy.decision.verdict.value}: {copy.trouble or copy.state}"
        print_line(f"{photo}  {copy.decision.platform}  {outcome}  ({count})  {copy.file}".rstrip())


def copy_record(copy: Copy) -> Record:
    """What became of one photo on one platform; the reasons are those of regions that are not shown."""
    heads = copy.decision.heads
    return {
        "platform": copy.decision.platform,
        "verdict": copy.decision.verdict.value,
        "state": copy.state,
        "trouble": copy.trouble,
        "file": copy.file or None,
        "faces": {
            "found": heads.found,
            "tiny": heads.tiny,
            "named": heads.named,
            "shown": heads.shown,
            "covered": heads.covered,
            "unknown": heads.unknown,
        },
        "reasons": sorted({d.why.value for d in copy.decision.decisions if d.outcome is not Outcome.SHOW}),
    }
