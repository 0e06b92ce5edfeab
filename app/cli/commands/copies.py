"""Hide and check: covered clean copies of single photos, and the second look at finished files."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.cli.arguments import Given, wrong_use
from app.cli.commands.look import read_crests, read_names
from app.cli.commands.vision import vision_process
from app.cli.photos import named, read_photo
from app.cli.printing import print_line, print_record, tell
from app.cli.records import Record, refusal_record
from app.cli.sentences import sentence
from app.cli.status import Status
from app.covers import boxes_of, scaled
from app.destinations.folder import FolderDestination
from app.errors import Trouble
from app.work.vision import Vision
from vision.boxes import Box
from vision.copies import BENEATH, Cover, Crests, Expected, Flaw, Output, Problem, Refused, Style, Verified
from vision.errors import ModelError, VisionError
from vision.findings import Wanted
from vision.hide.outline import head_outline, text_outline
from vision.image import Container

QUALITY = 95
"""Copies made by hand keep nearly all; a platform's own copies have the platform's quality."""

CONTAINERS = {".jpg": Container.JPEG, ".jpeg": Container.JPEG, ".png": Container.PNG}
SMALLEST_PREVIEW = 16  # pixels; asked for only to learn the photo's size


def hide(given: Given) -> Status:
    """Cover parts of one photo and write the copy, replacing an older one as a whole."""
    if not (given.faces or given.texts or given.box):
        raise wrong_use("say what to hide: --faces, --texts or --box")
    out = Path(given.out)
    container = CONTAINERS.get(out.suffix.lower())
    if container is None:
        raise wrong_use("the ending of --out chooses the format: .jpg or .png")
    try:
        untrusted = read_photo(given.photo)
        if out.exists() and os.path.samefile(given.photo, out):  # noqa: PTH121 - read, so it is there
            raise wrong_use("--out would replace the photo itself")
        with vision_process() as vision:
            vision.warm()  # builds the models while the boxes are looked at
            covers = covers_for(untrusted, given, vision)
            output = Output(container, longest_side=0, quality=QUALITY)
            content = vision.publish(untrusted, covers, output, seed=given.seed)
            held = held_against(untrusted, content, covers, vision=vision)
    except ModelError:
        raise
    except VisionError as error:
        tell(f"{given.photo}: {sentence(error.code)} ({error.code})")
        return Status.REFUSED
    for problem in held:
        tell(f"{given.photo}: {_words(problem)}")
    if any(problem.box is None for problem in held):
        tell(f"{given.photo}: {sentence(Trouble.NOT_VERIFIED)} ({Trouble.NOT_VERIFIED})")
        return Status.REFUSED
    replace_whole(out, content)
    print_line(f"{given.out}: {len(covers)} covered")
    return Status.WELL


def held_against(
    untrusted: bytes, content: bytes, covers: Iterable[Cover], *, vision: Vision
) -> tuple[Problem, ...]:
    """What the second look finds beneath the covers, and in the file beside its picture.

    Outside the covers anything may be seen: whoever typed the command chose what to hide. Beneath them nothing is
    left, but hair and ears round a narrow box may still look like a face: that is told, and held against no one.
    """
    # the copy has the photo's size, unless that is so large that it was opened smaller
    photo, copy = (vision.preview(one, SMALLEST_PREVIEW).full_width for one in (untrusted, content))
    hidden = tuple(scaled(box, copy / photo) for cover in covers for box in boxes_of(cover.outline))
    outcome = vision.look_again(content, Expected(hidden=hidden))
    problems = outcome.problems if isinstance(outcome, Refused) else ()
    return tuple(one for one in problems if one.box is None or one.where == BENEATH)


def covers_for(untrusted: bytes, given: Given, vision: Vision) -> tuple[Cover, ...]:
    """The covers that were asked for. Writing is covered solid, all else soft, unless a style was chosen."""
    soft, solid = (Style(given.style),) * 2 if given.style else (Style.BLUR, Style.SOLID)
    covers: list[Cover] = []
    if given.box:
        covers += [Cover.of_box(box, soft) for box in _boxes_within(untrusted, given.box, vision)]
    if given.faces or given.texts:
        # the copy keeps its full size, so faces are looked for at full size
        found = vision.analyse(untrusted, Wanted(published_side=0))
        if given.faces:
            covers += [Cover(head_outline(face), soft) for face in found.faces]
        if given.texts:
            covers += [Cover(text_outline(text.quad), solid) for text in found.texts]
    return tuple(covers)


def _boxes_within(untrusted: bytes, boxes: Iterable[tuple[int, int, int, int]], vision: Vision) -> list[Box]:
    """The boxes, each of which must lie over the photo: one that hides nothing is a mistake."""
    picture = vision.preview(untrusted, SMALLEST_PREVIEW)
    hidden = [Box(*box) for box in boxes]
    if any(not box.clipped(picture.full_width, picture.full_height).area for box in hidden):
        raise wrong_use(f"a box lies outside the upright photo of {picture.full_width}×{picture.full_height}")
    return hidden


def replace_whole(out: Path, content: bytes) -> None:
    """Write `content` beside `out` under a random name, prove it, and only then give it the name.

    A longer file of that name leaves no rest behind its end, and a failure leaves the old file as it was.
    """
    name = f"{secrets.token_hex(16)}{'.png' if out.suffix.lower() == '.png' else '.jpg'}"
    written = Path(FolderDestination(out.parent).send(name, content).location)
    try:
        written.replace(out)
    except OSError:
        written.unlink(missing_ok=True)
        raise wrong_use("--out cannot be replaced") from None


def check(given: Given) -> Status:
    """Verify published files; REFUSED where any does not pass."""
    judged = bool(given.visible or given.hidden)
    names = read_names(given.names)
    status = Status.WELL
    with vision_process() as vision:
        vision.warm()
        expected = Expected(
            visible=tuple(Box(*box) for box in given.visible),
            hidden=tuple(Box(*box) for box in given.hidden),
            hidden_names=names,
            crests=Crests(read_crests(given.crest, vision)),
        )
        for photo in named(given.photos):
            try:
                outcome = vision.look_again(photo.read(), expected)
            except ModelError:
                raise
            except VisionError as error:
                status = Status.REFUSED
                if given.json:
                    print_record(refusal_record(photo.name, error))
                else:
                    print_line(f"{photo.name}: {sentence(error.code)} ({error.code})")
                continue
            judgement = judge(outcome, faces_judged=judged)
            if judgement.held:
                status = Status.REFUSED
            if given.json:
                print_record(check_record(photo.name, judgement))
            else:
                _print_check(photo.name, judgement)
    return status


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the second look says about one file: `held` is wrong with it, `seen` are faces that are only listed."""

    sha256: str
    held: tuple[Problem, ...]
    seen: tuple[Problem, ...]


def judge(outcome: Verified | Refused, *, faces_judged: bool) -> Judgement:
    """Where nothing was said about what may be seen, faces are listed and not held against the file.

    A published photo may show whoever agreed, and the file alone does not say who that is.
    """
    problems = outcome.problems if isinstance(outcome, Refused) else ()
    seen = tuple(p for p in problems if p.flaw is Flaw.FACE_VISIBLE and not faces_judged)
    return Judgement(outcome.sha256, tuple(p for p in problems if p not in seen), seen)


def check_record(photo: str, judgement: Judgement) -> Record:
    """One checked file."""
    return {
        "photo": photo,
        "sha256": judgement.sha256,
        "verified": not judgement.held,
        "faces": [p.box.as_list() for p in judgement.seen if p.box is not None],
        "problems": [
            {"flaw": p.flaw.value, "where": p.where, "box": p.box.as_list() if p.box is not None else None}
            for p in judgement.held
        ],
    }


def _print_check(photo: str, judgement: Judgement) -> None:
    seen = f", faces to be seen: {len(judgement.seen)}" if judgement.seen else ""
    print_line(f"{photo}: {'REFUSED' if judgement.held else 'verified'}{seen}")
    for problem in judgement.held:
        print_line(f"  {_words(problem)}")


def _words(problem: Problem) -> str:
    where = f" in {problem.where}" if problem.where else ""
    place = f" at {','.join(map(str, problem.box.as_list()))}" if problem.box is not None else ""
    return f"{FLAWS[problem.flaw]}{where}{place} ({problem.flaw})"


FLAWS = {
    Flaw.NOT_READABLE: "cannot be opened as a picture",
    Flaw.WRONG_SIZE: "has another size than it should",
    Flaw.METADATA: "holds more than the picture",
    Flaw.TRAILING_BYTES: "goes on behind the picture's end",
    Flaw.FACE_VISIBLE: "shows a face that may not be seen",
    Flaw.NAME_LEGIBLE: "shows a name that may not be read",
    Flaw.CODE_LEGIBLE: "shows a code, plate or contact data",
    Flaw.COVER_MISSING: "lacks a cover where something was to be hidden",
    Flaw.CREST_VISIBLE: "shows a crest that may not be seen",
}
