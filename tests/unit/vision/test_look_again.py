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
from vision.copies import Crests, Expected, Flaw, Output, Refused, Verified
from vision.findings import Analysis, Cue, FaceFinding, TextFinding, TextKind, UniformFinding, Wanted
from vision.hide.encode import encode
from vision.image import Container, Photo
from vision.sessions import Sessions

FILE = encode(a_scene(200, 150), Output())


@dataclass
class FindsThese:
    """An analyser that finds what it was told, and remembers what it was asked."""

    faces: tuple[FaceFinding, ...] = ()
    texts: tuple[TextFinding, ...] = ()
    uniforms: tuple[UniformFinding, ...] = ()
    asked: list[Wanted] = field(default_factory=list)

    def analyse(self, photo: Photo, wanted: Wanted) -> Analysis:
        self.asked.append(wanted)
        return Analysis(photo.width, photo.height, self.faces, self.texts, self.uniforms)


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


def test_a_code_is_always_a_flaw_but_where_staff_said_that_it_tells_of_no_one() -> None:
    analyser = FindsThese(texts=(a_text("", Box(10, 10, 60, 60), kind=TextKind.CODE),))
    elsewhere = Expected(visible_codes=(Box(70, 10, 120, 60), Box(50, 50, 100, 100)))
    for expected in (Expected(), elsewhere):
        assert flaws(look_again(FILE, expected, analyser)) == [(Flaw.CODE_LEGIBLE, "outside covers")]
    there = Expected(visible_codes=(Box(9, 11, 61, 60),))
    assert isinstance(look_again(FILE, there, analyser), Verified)


PLACE, BESIDE, APART = Box(40, 40, 80, 90), Box(75, 45, 115, 95), Box(140, 60, 180, 110)
FLAW = [(Flaw.CREST_VISIBLE, "outside covers")]


def a_crest(box: Box) -> FindsThese:
    return FindsThese(uniforms=(UniformFinding(box, Cue.CREST, 0.85, "crest-0", "layout"),))


@pytest.mark.parametrize(
    ("crests", "found", "said"),
    [
        (Crests(), APART, FLAW),
        (Crests(hidden=(PLACE,)), PLACE, FLAW),
        (Crests(hidden=(PLACE,)), APART, FLAW),
        (Crests(hidden=(PLACE,), visible=(APART,)), APART, []),
        (Crests(hidden=(PLACE,), visible=(APART,)), PLACE, FLAW),
        (Crests(hidden=(PLACE,), visible=(BESIDE,)), BESIDE, []),
        (Crests(hidden=(PLACE,), visible=(BESIDE,)), PLACE, FLAW),
        (Crests(hidden=(PLACE,), may_be_elsewhere=True), APART, []),
        (Crests(hidden=(PLACE,), may_be_elsewhere=True), PLACE, FLAW),
        # half of it looks out beside a cover that slipped
        (Crests(hidden=(PLACE,), may_be_elsewhere=True), Box(60, 40, 80, 90), FLAW),
        (Crests(hidden=(PLACE,), visible=(BESIDE,), may_be_elsewhere=True), BESIDE, []),
    ],
)
def test_promise_3_a_crest_is_a_flaw_where_it_was_to_be_hidden_and_nowhere_that_it_may_be_seen(
    crests: Crests, found: Box, said: list[tuple[Flaw, str]]
) -> None:
    result = look_again(FILE, Expected(crests=crests), a_crest(found))
    assert (flaws(result) if isinstance(result, Refused) else []) == said


def test_a_crest_beneath_a_cover_says_so_and_other_signs_of_a_uniform_stop_nothing() -> None:
    expected = Expected(hidden=(PLACE,), crests=Crests(hidden=(PLACE,)))
    assert flaws(look_again(FILE, expected, a_crest(PLACE))) == [(Flaw.CREST_VISIBLE, "beneath a cover")]
    for cue in (Cue.COLOUR, Cue.NAME):
        other = FindsThese(uniforms=(UniformFinding(PLACE, cue, 0.9),))
        assert isinstance(look_again(FILE, expected, other), Verified)


def test_crests_are_looked_for_only_where_one_was_to_be_hidden() -> None:
    analyser = FindsThese()
    look_again(FILE, Expected(), analyser)
    look_again(FILE, Expected(crests=Crests((b"a crest",), hidden=(PLACE,))), analyser)
    assert [wanted.crests for wanted in analyser.asked] == [(), (b"a crest",)]


def test_the_real_analyser_is_one() -> None:
    real: Analyses = Analyser(Sessions())
    assert callable(real.analyse)
