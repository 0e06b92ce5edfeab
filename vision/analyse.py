"""Looks at one photo with every finder, and gives everything found as one value."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TypeVar

from vision.boxes import Box
from vision.codes.find import find_codes
from vision.faces.describe import describe
from vision.faces.find import find_faces
from vision.findings import Analysis, Cue, FaceFinding, Seconds, TextFinding, TextKind, UniformFinding, Wanted
from vision.image import Photo
from vision.sessions import Sessions
from vision.text.kinds import Roll, sort_texts
from vision.text.read import read_text
from vision.text.second import without_repetition
from vision.uniform.colour import find_colours
from vision.uniform.crest import Crest, find_crests

KEPT = 4
"""Prepared rolls and sets of crests that are kept: one school's, and what tests and second looks ask for."""

LETTERS_ON_A_CREST = 5
"""Signs: fewer on a crest are its drawing misread, more are a motto or a name (demo school, November 2026)."""

Found = TypeVar("Found")


class Analyser:
    """Every finder behind one call; keeps the engines and what was prepared from a roll and from crests."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._roll = lru_cache(maxsize=KEPT)(Roll.of)
        self._crests = lru_cache(maxsize=KEPT)(_prepared)

    def analyse(self, photo: Photo, wanted: Wanted) -> Analysis:
        """Everything in the photo that `wanted` asks for, in upright full-size pixels.

        `seconds.decode` is 0: the photo is already open. Raises ModelError where a finder cannot work, and
        PhotoRefusedError for a crest's picture that cannot be used.

        What keeps one core busy (codes, crests, templates) runs beside the large networks, which use them all.
        """
        start = time.perf_counter()
        # leaving it waits for what was begun, so that nothing of this photo goes on when the next one comes
        with ThreadPoolExecutor(1, "beside") as beside:
            codes = beside.submit(find_codes, photo, published_side=wanted.published_side)
            faces, faces_seconds = _timed(
                lambda: find_faces(photo, self._sessions, published_side=wanted.published_side)
            )
            worn = beside.submit(_timed, lambda: self._worn(photo, faces, wanted))
            described = beside.submit(
                _timed, lambda: describe(photo, faces, self._sessions) if wanted.templates else ()
            )
            self._sessions.rest()  # so that the memory of one finder is free for the next
            read, text_seconds = _timed(
                lambda: read_text(
                    photo,
                    self._sessions,
                    published_side=wanted.published_side,
                    read_twice_in=wanted.read_twice_in,
                )
            )
            texts = without_repetition(
                sort_texts((*read, *codes.result()), self._roll(wanted.names), wanted.school_names)
            )
            cues, uniform_seconds = worn.result()
            templates, match_seconds = described.result()
        self._sessions.rest()
        uniforms = (*cues, *written_names(texts))
        return Analysis(
            photo.width,
            photo.height,
            faces,
            worth_listing(texts, uniforms),
            uniforms,
            templates,
            Seconds(
                faces=faces_seconds,
                text=text_seconds,
                uniform=uniform_seconds,
                match=match_seconds,
                total=time.perf_counter() - start,
            ),
        )

    def _worn(self, photo: Photo, faces: Sequence[FaceFinding], wanted: Wanted) -> tuple[UniformFinding, ...]:
        """Crests, and colours below faces."""
        crests = find_crests(
            photo, self._crests(wanted.crests), faces=faces, published_side=wanted.published_side
        )
        return (*crests, *find_colours(photo, faces, wanted.uniform_colours))


def written_names(texts: Sequence[TextFinding]) -> tuple[UniformFinding, ...]:
    """The school's name as written on clothes and signs is a sight of its uniform."""
    return tuple(
        UniformFinding(text.box, Cue.NAME, text.score, found_by=text.found_by)
        for text in texts
        if text.kind is TextKind.SCHOOL
    )


def worth_listing(
    texts: Sequence[TextFinding], uniforms: Sequence[UniformFinding]
) -> tuple[TextFinding, ...]:
    """The texts without those that tell nothing: single signs, and a crest's lines read as a few letters.

    Only OTHER is ever left out, which would be shown anyway: a list full of "C" and "1" hides what matters.
    """
    crests = [uniform.box for uniform in uniforms if uniform.cue is Cue.CREST]
    return tuple(text for text in texts if text.kind is not TextKind.OTHER or _says_something(text, crests))


def _says_something(text: TextFinding, crests: Sequence[Box]) -> bool:
    signs = sum(sign.isalnum() for sign in text.text)
    on_a_crest = any(text.box.intersection(crest).area * 2 > text.box.area for crest in crests)
    return signs >= (LETTERS_ON_A_CREST if on_a_crest else 2)


def _prepared(encoded: tuple[bytes, ...]) -> tuple[Crest, ...]:
    # numbered from 0 in the order given, as the evaluation's truth names them
    return tuple(Crest.prepare(f"crest-{number}", one) for number, one in enumerate(encoded))


def _timed(find: Callable[[], Found]) -> tuple[Found, float]:
    start = time.perf_counter()
    found = find()
    return found, time.perf_counter() - start
