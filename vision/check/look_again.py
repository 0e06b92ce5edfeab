"""Opens a written file as a stranger would, and looks for everything that may not be in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Protocol

from vision.boxes import Box
from vision.catalogue import rechecks as catalogue
from vision.check.file_structure import walk
from vision.check.solid_covers import missing_covers
from vision.copies import BENEATH, OUTSIDE, Crests, Expected, Flaw, Problem, Refused, Verified
from vision.decode import decode
from vision.errors import PhotoRefusedError
from vision.findings import Analysis, Cue, FaceFinding, TextFinding, TextKind, UniformFinding, Wanted
from vision.hide.watermark import is_own, place
from vision.image import Photo


class Analyses(Protocol):
    """What is asked of `vision.analyse.Analyser`."""

    def analyse(self, photo: Photo, wanted: Wanted) -> Analysis: ...


def look_again(published: bytes, expected: Expected, analyser: Analyses) -> Verified | Refused:
    """Proof that these bytes are a clean picture which shows only what it may, or what is wrong with them.

    The same finders run as on the original, at the published size, so whatever they found then was either
    covered or allowed by a person; anything else of a non-trivial score is a flaw, however small, outside
    covers and beneath them. What a person removed as "not a face" must therefore stand in `expected.visible`.
    Boxes of problems are in pixels of the published picture.
    """
    digest = hashlib.sha256(published).hexdigest()
    problems = list(walk(published))
    try:
        photo = decode(published)
    except PhotoRefusedError as refused:
        if not any(problem.flaw is Flaw.NOT_READABLE for problem in problems):
            problems.append(Problem(Flaw.NOT_READABLE, refused.code.value))
        return Refused(digest, tuple(problems))
    problems.extend(_size_problems(photo, expected))
    problems.extend(missing_covers(photo.pixels, expected.solid))
    # beside a name that is to be hidden, a second reader can only find what is beneath a cover
    twice = None if expected.hidden_names else expected.hidden
    wanted = Wanted(
        published_side=0,
        names=expected.hidden_names,
        crests=expected.crests.pictures,
        read_twice_in=twice,
    )
    analysis = analyser.analyse(photo, wanted)
    shown = [face for face in analysis.faces if _may_be_seen(face.box, expected.visible)]
    problems.extend(_face_problems(analysis.faces, expected))
    problems.extend(_text_problems(_of_the_photo(analysis.texts, photo, expected), expected))
    problems.extend(_crest_problems(analysis.uniforms, expected))
    if problems:
        return Refused(digest, tuple(problems))
    return Verified(digest, photo.width, photo.height, len(shown))


def _size_problems(photo: Photo, expected: Expected) -> list[Problem]:
    fits = expected.width in {0, photo.width} and expected.height in {0, photo.height}
    return [] if fits and photo.reduced == 1 else [Problem(Flaw.WRONG_SIZE, "picture")]


def _may_be_seen(found: Box, visible: Sequence[Box]) -> bool:
    return any(_is_same_face(found, allowed) for allowed in visible)


def _is_same_face(found: Box, allowed: Box) -> bool:
    if found.iou(allowed) >= catalogue.VISIBLE_OVERLAP:
        return True
    shared = found.intersection(allowed).area
    return (
        shared >= catalogue.VISIBLE_SHARE * found.area
        and found.area >= catalogue.VISIBLE_LEAST * allowed.area > 0
    )


def _face_problems(faces: Sequence[FaceFinding], expected: Expected) -> list[Problem]:
    problems = []
    for face in faces:
        if face.score < catalogue.RECHECK_SCORE or _may_be_seen(face.box, expected.visible):
            continue
        where = BENEATH if _is_beneath(face.box, expected.hidden) else OUTSIDE
        problems.append(Problem(Flaw.FACE_VISIBLE, where, face.box))
    return problems


def _is_beneath(found: Box, hidden: Sequence[Box]) -> bool:
    """Whether at least half of it lies in the inner part of one cover's box."""
    return any(2 * found.intersection(_inner(cover)).area >= found.area > 0 for cover in hidden)


def _inner(cover: Box) -> Box:
    """The part of a cover's box that is surely covered: a rounded outline leaves the corners of its box bare."""
    across, down = (round(catalogue.BARE_RIM * side) for side in (cover.width, cover.height))
    return Box(cover.x1 + across, cover.y1 + down, cover.x2 - across, cover.y2 - down)


def _of_the_photo(texts: Sequence[TextFinding], photo: Photo, expected: Expected) -> Sequence[TextFinding]:
    """What was read, without the line that was drawn on the copy: who approved the copy approved that line.

    A code is never left out, and neither is other writing within the line's plate.
    """
    mark = expected.watermark
    if mark is None:
        return texts
    plate = place(mark, photo.width, photo.height)
    return [
        text
        for text in texts
        if text.kind is TextKind.CODE or not is_own(text.box, text.text, mark, plate=plate)
    ]


def _text_problems(texts: Sequence[TextFinding], expected: Expected) -> list[Problem]:
    hidden_names = set(expected.hidden_names)
    problems = []
    for text in texts:
        beneath = _is_beneath(text.box, expected.hidden)
        letters = sum(sign.isalnum() for sign in text.text)
        legible = (
            text.score >= catalogue.RECHECK_TEXT_SCORE
            and letters >= catalogue.RECHECK_TEXT_LETTERS
            and beneath
        )
        where = BENEATH if beneath else OUTSIDE
        if text.kind is TextKind.CODE:
            if any(text.box.iou(code) >= catalogue.VISIBLE_OVERLAP for code in expected.visible_codes):
                continue
            problems.append(Problem(Flaw.CODE_LEGIBLE, where, text.box))
        elif hidden_names.intersection(text.people) or legible:
            problems.append(Problem(Flaw.NAME_LEGIBLE, where, text.box))
    return problems


def _crest_problems(uniforms: Sequence[UniformFinding], expected: Expected) -> list[Problem]:
    """Each crest that may not be seen, whatever its score: the finder hands on only what it is sure of."""
    return [
        Problem(Flaw.CREST_VISIBLE, BENEATH if _is_beneath(worn.box, expected.hidden) else OUTSIDE, worn.box)
        for worn in uniforms
        if worn.cue is Cue.CREST and not _crest_may_be_seen(worn.box, expected.crests)
    ]


def _crest_may_be_seen(found: Box, crests: Crests) -> bool:
    """It is the crest of the place that it shares most with; where that is none, what holds elsewhere holds.

    Any part of a place where one was to be hidden counts: a cover that slipped leaves a part bare.
    """
    hidden = max((found.iou(place) for place in crests.hidden), default=0.0)
    visible = max((found.iou(place) for place in crests.visible), default=0.0)
    if visible >= catalogue.VISIBLE_OVERLAP and visible > hidden:
        return True
    return crests.may_be_elsewhere and not hidden
