from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.answers import NO, OPEN, YES, Said, objection, said, together, word

TRUTH = [
    ("yes", Said.YES), ("Yes", Said.YES), (" YES ", Said.YES), ("y", Said.YES), ("TRUE", Said.YES), ("1", Said.YES),
    ("granted", Said.YES), ("Consent  given", Said.YES), ("\ufeffyes", Said.YES), ("✓", Said.YES), ("✔\ufe0f", Said.YES),
    ("☑", Said.YES), ("✅", Said.YES),
    ("", Said.OPEN), ("   ", Said.OPEN), ("\u200b", Said.OPEN), ("-", Said.OPEN), ("requested", Said.OPEN), ("N/A", Said.OPEN), ("Pending", Said.OPEN),
    ("no", Said.NO), ("N", Said.NO), ("false", Said.NO), ("0", Said.NO), ("not granted", Said.NO), ("Opt-Out", Said.NO),
    ("opt out", Said.NO), ("opted out", Said.NO), ("withdrawn", Said.NO), ("refused", Said.NO), ("✗", Said.NO),
    ("x", Said.UNKNOWN), ("☐", Said.UNKNOWN), ("maybe", Said.UNKNOWN), ("yes but not online", Said.UNKNOWN), ("yes?", Said.UNKNOWN), ("yes/no", Said.UNKNOWN),
    ("not yes", Said.UNKNOWN), ("yes, no", Said.UNKNOWN), ("2", Said.UNKNOWN), ("10", Said.UNKNOWN), ("1.5", Said.UNKNOWN), ("ok", Said.UNKNOWN),
    ("\uff59\uff45\uff53", Said.UNKNOWN), ("①", Said.UNKNOWN), ("#REF!", Said.UNKNOWN), ("opt-in", Said.UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "answer"), TRUTH)
def test_promise_16_only_a_plain_yes_is_a_yes(cell: str, answer: Said) -> None:
    assert said(cell) is answer


@given(st.text())
def test_promise_16_nothing_outside_the_list_is_a_yes(cell: str) -> None:
    assert (said(cell) is Said.YES) == (word(cell) in YES)
    assert objection(cell) is not Said.YES


def test_the_lists_of_words_do_not_overlap_and_are_in_the_form_that_is_compared() -> None:
    assert not YES & NO
    assert not YES & OPEN
    assert not NO & OPEN
    assert all(word(one) == one for one in YES | NO | OPEN)


def test_a_schools_own_word_is_a_yes_but_never_a_blank_or_a_no() -> None:
    assert said("Oui", {"oui"}) is Said.YES
    assert said("", {""}) is Said.OPEN
    assert said("no", {"no"}) is Said.NO


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("yes", Said.NO), ("no", Said.OPEN), ("", Said.OPEN), ("perhaps", Said.UNKNOWN)],
)
def test_an_objection_never_gives_permission(cell: str, answer: Said) -> None:
    assert objection(cell) is answer


@pytest.mark.parametrize(
    ("answers", "answer"),
    [
        ([Said.YES], Said.YES),
        ([Said.YES, Said.YES], Said.YES),
        ([Said.YES, Said.NO], Said.NO),
        ([Said.YES, Said.OPEN], Said.OPEN),
        ([Said.UNKNOWN, Said.YES], Said.UNKNOWN),
        ([Said.UNKNOWN, Said.NO, Said.YES], Said.NO),
        ([], Said.OPEN),
    ],
)
def test_promise_16_answers_that_disagree_are_no_yes(answers: list[Said], answer: Said) -> None:
    assert together(answers) is answer
