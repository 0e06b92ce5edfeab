"""What is joined from several finders."""

import numpy as np
import pytest

from vision.analyse import Analyser, worth_listing, written_names
from vision.boxes import Box, Quad
from vision.errors import PhotoRefusedError
from vision.findings import Cue, TextFinding, TextKind, UniformFinding, Wanted
from vision.image import Container, Photo, StoredGrid
from vision.sessions import Sessions


def a_text(text: str, kind: TextKind = TextKind.OTHER, *, x: float = 0.0) -> TextFinding:
    return TextFinding(Quad(((x, 0.0), (x + 40, 0.0), (x + 40, 20.0), (x, 20.0))), text, 0.9, kind)


CREST = UniformFinding(Box(0, 0, 60, 60), Cue.CREST, 0.9, "crest-1")


def test_single_signs_and_the_drawing_of_a_crest_are_not_listed() -> None:
    texts = (a_text("C", x=500), a_text("OC"), a_text("OC", x=500), a_text("Floreat semper"))
    assert [text.text for text in worth_listing(texts, (CREST,))] == ["OC", "Floreat semper"]


def test_nothing_that_may_have_to_be_covered_is_ever_left_out() -> None:
    texts = tuple(a_text("X", kind) for kind in TextKind if kind is not TextKind.OTHER)
    assert worth_listing(texts, (CREST,)) == texts


def test_the_schools_written_name_is_a_sight_of_its_uniform() -> None:
    school = a_text("Alder Green", TextKind.SCHOOL)
    assert written_names((school, a_text("Welcome"))) == (UniformFinding(school.box, Cue.NAME, 0.9),)


def test_a_failure_of_what_runs_beside_the_networks_is_a_failure_of_the_photo() -> None:
    photo = Photo(np.full((96, 128, 3), 120, np.uint8), 128, 96, 1, Container.PNG, StoredGrid(1, 1, 0, 1))
    with pytest.raises(PhotoRefusedError):
        Analyser(Sessions()).analyse(photo, Wanted(crests=(b"no picture",)))
