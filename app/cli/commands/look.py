"""Inspect and match: what is in each photo, and who the faces may be, with no store."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from app.cli.arguments import Given, wrong_use
from app.cli.commands.vision import vision_process
from app.cli.photos import Named, named, read_photo
from app.cli.printing import print_line, print_record, tell
from app.cli.records import record_of, refusal_record
from app.cli.sentences import sentence
from app.cli.status import Status
from app.devices.base import natural_key
from app.devices.folder import FolderDevice
from app.errors import AppError, Trouble
from app.work.vision import Vision
from vision.errors import ModelError, VisionError
from vision.faces.compare import compare
from vision.findings import Analysis, Match, Template, TextKind, Verdict, Wanted

LONGEST_ROLL = 4 * 1024 * 1024  # bytes; forty thousand names
SIDE_TO_LOOK_AT = 256  # pixels; of a picture that only has to be one
REFERENCES = dict[str, list[Template]]


def inspect(given: Given) -> Status:
    """What is in each photo."""
    names = read_names(given.names)
    with vision_process() as vision:
        vision.warm()
        wanted = Wanted(
            published_side=given.published_side,
            names=names,
            school_names=tuple(given.school),
            crests=read_crests(given.crest, vision),
        )
        return look_at(named(given.photos), vision, wanted, as_json=given.json)


def match(given: Given) -> Status:
    """Faces against the reference pictures of people."""
    with vision_process() as vision:
        vision.warm()
        references = read_references(Path(given.people), vision)
        wanted = Wanted(published_side=given.published_side, templates=True)
        return look_at(named(given.photos), vision, wanted, references=references, as_json=given.json)


def look_at(
    photos: Iterator[Named],
    vision: Vision,
    wanted: Wanted,
    *,
    references: REFERENCES | None = None,
    as_json: bool,
) -> Status:
    """Print what is found in each photo as soon as it is known; REFUSED where any could not be used."""
    status = Status.WELL
    for photo in photos:
        try:
            analysis = vision.analyse(photo.read(), wanted)
        except ModelError:
            raise  # no photo could be looked at
        except VisionError as error:
            status = Status.REFUSED
            if as_json:
                print_record(refusal_record(photo.name, error))
            else:
                print_line(f"{photo.name}: {sentence(error.code)} ({error.code})")
            continue
        matches = None
        if references is not None:
            analysis, matches = _compared(analysis, references)
        if as_json:
            print_record(record_of(photo.name, analysis, matches))
        else:
            _print_findings(photo.name, analysis, matches)
    return status


def read_names(file: str | None) -> tuple[str, ...]:
    """The roll: one name on each line, in UTF-8; empty lines do not count."""
    if file is None:
        return ()
    try:
        with Path(file).open("rb") as lines:
            content = lines.read(LONGEST_ROLL + 1)
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise wrong_use("the file of names cannot be read as UTF-8 text") from None
    if len(content) > LONGEST_ROLL:
        raise wrong_use("the file of names is too long")
    return tuple(dict.fromkeys(name for line in text.splitlines() if (name := line.strip())))


def read_crests(files: Iterable[str], vision: Vision) -> tuple[bytes, ...]:
    """Pictures of a crest, each looked at first: what is wrong with one must not be laid to a photo.

    Raises AppError(WRONG_USE) that names the picture.
    """
    crests = []
    for file in files:
        try:
            crests.append(read_photo(file))
            vision.preview(crests[-1], SIDE_TO_LOOK_AT)
        except ModelError:
            raise
        except VisionError as error:
            raise wrong_use(f"--crest {file}: {sentence(error.code)} ({error.code})") from None
    return tuple(crests)


def read_references(folder: Path, vision: Vision) -> REFERENCES:
    """The templates of each person: `folder` has one folder for each, named as the person is to be called.

    A picture that does not show one clear face is named on standard error and left out. Raises AppError:
    FOLDER_MISSING; WRONG_USE where no picture can serve.
    """
    if not folder.is_dir():
        raise AppError(Trouble.FOLDER_MISSING)
    references: REFERENCES = {}
    for person in sorted((entry for entry in folder.iterdir() if entry.is_dir()), key=_by_name):
        references[person.name] = list(_templates(person, vision))
    if not any(references.values()):
        raise wrong_use("no folder in the folder of people holds a picture with one clear face")
    return references


def _by_name(folder: Path) -> tuple[tuple[int, int, str], ...]:
    return natural_key(folder.name)


def _templates(person: Path, vision: Vision) -> Iterator[Template]:
    device = FolderDevice(person)
    for file in device.list_files():
        try:
            reference = vision.reference(device.read(file))
        except ModelError:
            raise
        except (VisionError, AppError) as error:
            tell(f"{person.name}/{file.path}: left out, {sentence(error.code)} ({error.code})")
            continue
        if reference.template is None:
            tell(f"{person.name}/{file.path}: left out ({reference.quality})")
        else:
            yield reference.template


def _compared(analysis: Analysis, references: REFERENCES) -> tuple[Analysis, tuple[Match, ...]]:
    """The matches, and the analysis with the time that they took."""
    start = time.perf_counter()
    matches = compare(analysis.templates, references)
    took = time.perf_counter() - start
    seconds = replace(
        analysis.seconds, match=analysis.seconds.match + took, total=analysis.seconds.total + took
    )
    return replace(analysis, seconds=seconds), matches


def _print_findings(photo: str, analysis: Analysis, matches: Sequence[Match] | None) -> None:
    """A block of lines for people."""
    print_line(
        f"{photo}: {analysis.width}×{analysis.height}, {_count(len(analysis.faces), 'face')}, "
        f"{_count(len(analysis.texts), 'text')}, {_count(len(analysis.uniforms), 'sign')} of uniform, "
        f"{analysis.seconds.total:.1f} s"
    )
    for number, face in enumerate(analysis.faces):
        who = f"  {_who(matches[number])}" if matches is not None else ""
        print_line(f"  face     {_place(face.box.as_list())}  {face.score:.2f}{who}")
    for text in analysis.texts:
        meant = f"  (may be {' or '.join(text.people)})" if text.kind is TextKind.ROLL_NAME else ""
        print_line(f"  {text.kind.value:<11} {_place(text.box.as_list())}  {text.text}{meant}")
    for uniform in analysis.uniforms:
        print_line(
            f"  {uniform.cue.value:<8} {_place(uniform.box.as_list())}  {uniform.score:.2f}  {uniform.which}"
        )


def _who(match: Match) -> str:
    """The verdict in words: `Ann Lee (0.31)?`, `unsure: Ann Lee (0.48), Bob Ray (0.50)`, `unknown`."""
    nearest = [f"{candidate.person} ({candidate.distance:.2f})" for candidate in match.candidates[:3]]
    match match.verdict:
        case Verdict.SUGGESTED:
            return f"suggested: {nearest[0]}"
        case Verdict.UNSURE:
            return f"unsure: {', '.join(nearest)}"
        case Verdict.UNKNOWN:
            return "unknown"


def _place(box: list[int]) -> str:
    return ",".join(map(str, box))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
