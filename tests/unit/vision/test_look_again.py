"""Looking again at a written file: what is vouched for, and what stops it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import pytest

from tests.pictures import a_scene
from vision.analyse import Analyser
from vision.boxes import Box, Quad
from vision.catalogue import rechecks as catalogue
from vision.check.look_again import Analyses, look_again
from vision.copies import Expected, Flaw, Output, Refused, Verified
from vision.findings import Analysis, FaceFinding, TextFinding, TextKind, Wanted
from vision.hide.encode import encode
from vision.image import Container, Photo
from vision.sessions import Sessions

FILE = encode(a_scene(200, 150), Output())


@dataclass
class FindsThese:
    """An analyser that finds what it was told, and remembers what it was asked."""

    faces: tuple[FaceFinding, ...] = ()
    texts: tuple[TextFinding, ...] = ()
    asked: list[Wanted] = field(default_factory=list)

    def analyse(self, photo: Photo, wanted: Wanted) -> Analysis:
        self.asked.append(wanted)
        return Analysis(photo.width, photo.height, self.faces, self.texts)


def a_face(box: Box, score: float = 0.9) -> FaceFinding:
    return FaceFinding(box, score, "test")


def a_text(
    text: str, box: Box, *, kind: TextKind = TextKind.OTHER, people: tuple[str, ...] = ()
) -> TextFinding:
    x1, y1, x2, y2 = (float(edge) for edge in box.as_list())
    return TextFinding(Quad(((x1, y1), (x2, y1), (x2, y2), (x1, y2))), text, 0.95, kind, people)


def flaws(result: Verified | Refused) -> list[tuple[Flaw, str]]:
    assert isinstance(result, Refused)
    return [(problem.flaw, problem.where) for problem in result.problems]


@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
def test_a_clean_file_is_vouched_for_by_its_hash(container: Container) -> None:
    file = encode(a_scene(200, 150), Output(container))
    result = look_again(file, Expected(200, 150), FindsThese())
    assert result == Verified(hashlib.sha256(file).hexdigest(), 200, 150, 0)


def test_the_finders_look_at_the_published_size_for_the_hidden_names_and_make_no_templates() -> None:
    analyser = FindsThese()
    look_again(FILE, Expected(hidden_names=("Zaynab Hussain",)), analyser)
    look_again(FILE, Expected(hidden=(Box(1, 2, 30, 40),)), analyser)
    assert analyser.asked == [
        Wanted(published_side=0, names=("Zaynab Hussain",), templates=False),
        Wanted(published_side=0, templates=False, read_twice_in=(Box(1, 2, 30, 40),)),
    ]


@pytest.mark.parametrize("size", [(199, 150), (200, 151), (150, 200)])
def test_another_size_is_a_flaw(size: tuple[int, int]) -> None:
    assert flaws(look_again(FILE, Expected(*size), FindsThese())) == [(Flaw.WRONG_SIZE, "picture")]


def test_structure_and_content_are_told_together() -> None:
    analyser = FindsThese((a_face(Box(10, 10, 50, 60)),))
    result = look_again(FILE + b"more", Expected(), analyser)
    assert flaws(result) == [(Flaw.TRAILING_BYTES, "behind EOI"), (Flaw.FACE_VISIBLE, "outside covers")]


@pytest.mark.parametrize("file", [b"", b"words", FILE[:-40], b"\xff\xd8\xff\xd9"])
def test_a_file_that_cannot_be_opened_is_refused_once(file: bytes) -> None:
    assert [flaw for flaw, _ in flaws(look_again(file, Expected(), FindsThese()))].count(
        Flaw.NOT_READABLE
    ) == 1


def test_a_face_that_may_be_seen_is_counted() -> None:
    analyser = FindsThese((a_face(Box(12, 12, 52, 64)),))
    result = look_again(FILE, Expected(visible=(Box(10, 10, 50, 60),)), analyser)
    assert isinstance(result, Verified)
    assert result.faces == 1


def test_half_a_visible_face_beside_a_neighbours_cover_is_still_that_face() -> None:
    analyser = FindsThese((a_face(Box(10, 10, 24, 50)),))
    assert isinstance(look_again(FILE, Expected(visible=(Box(10, 10, 50, 60),)), analyser), Verified)


@pytest.mark.parametrize("tiny", [Box(100, 100, 140, 150), Box(100, 100, 105, 106)])
def test_any_other_face_is_a_flaw_however_small(tiny: Box) -> None:
    result = look_again(FILE, Expected(visible=(Box(10, 10, 50, 60),)), FindsThese((a_face(tiny),)))
    assert flaws(result) == [(Flaw.FACE_VISIBLE, "outside covers")]
    assert isinstance(result, Refused)
    assert result.problems[0].box == tiny


def test_a_small_face_in_front_of_a_visible_large_one_is_another_person() -> None:
    analyser = FindsThese((a_face(Box(20, 20, 35, 38)),))
    assert flaws(look_again(FILE, Expected(visible=(Box(10, 10, 70, 80),)), analyser)) == [
        (Flaw.FACE_VISIBLE, "outside covers")
    ]


def test_promise_3_a_face_beneath_a_cover_is_a_flaw() -> None:
    analyser = FindsThese((a_face(Box(20, 20, 50, 60)),))
    result = look_again(FILE, Expected(hidden=(Box(10, 10, 60, 70),)), analyser)
    assert flaws(result) == [(Flaw.FACE_VISIBLE, "beneath a cover")]


def test_a_find_of_trivial_score_stops_nothing() -> None:
    trivial = a_face(Box(100, 100, 140, 150), catalogue.RECHECK_SCORE - 0.01)
    assert isinstance(look_again(FILE, Expected(), FindsThese((trivial,))), Verified)


def test_a_hidden_name_is_a_flaw_and_another_text_is_not() -> None:
    box = Box(10, 10, 90, 30)
    hidden = Expected(hidden_names=("Zaynab Hussain",))
    found = a_text("Zaynab H", box, kind=TextKind.ROLL_NAME, people=("Zaynab Hussain",))
    assert flaws(look_again(FILE, hidden, FindsThese(texts=(found,)))) == [
        (Flaw.NAME_LEGIBLE, "outside covers")
    ]
    allowed = a_text("Ben Okafor", box, kind=TextKind.ROLL_NAME, people=("Ben Okafor",))
    plain = a_text("Sports day", box)
    assert isinstance(look_again(FILE, hidden, FindsThese(texts=(allowed, plain))), Verified)


def test_legible_writing_beneath_a_cover_is_a_flaw_and_a_stray_stroke_is_not() -> None:
    hidden = Expected(hidden=(Box(0, 0, 100, 50),))
    word = FindsThese(texts=(a_text("Year 4", Box(10, 10, 90, 30)),))
    assert flaws(look_again(FILE, hidden, word)) == [(Flaw.NAME_LEGIBLE, "beneath a cover")]
    stroke = FindsThese(texts=(a_text("l.", Box(10, 10, 20, 30)),))
    assert isinstance(look_again(FILE, hidden, stroke), Verified)


def test_a_word_at_the_bare_corner_of_a_heads_cover_is_not_beneath_it() -> None:
    hidden = Expected(hidden=(Box(10, 10, 110, 130),))
    word = FindsThese(texts=(a_text("OAK LANE", Box(90, 118, 180, 130)),))
    assert isinstance(look_again(FILE, hidden, word), Verified)


def test_a_code_is_always_a_flaw() -> None:
    analyser = FindsThese(texts=(a_text("", Box(10, 10, 60, 60), kind=TextKind.CODE),))
    assert flaws(look_again(FILE, Expected(), analyser)) == [(Flaw.CODE_LEGIBLE, "outside covers")]


def test_the_real_analyser_is_one() -> None:
    real: Analyses = Analyser(Sessions())
    assert callable(real.analyse)
