"""Every code that can reach a person has its sentence."""

from __future__ import annotations

from enum import StrEnum

import pytest

from app.errors import Trouble
from app.ui.job import Failure
from app.ui.messages import TROUBLE, VISION, explain, explain_code, explain_failure
from app.ui.register_messages import CONSENT
from app.ui.why import KINDS, REASONS, SENTENCES, SHORT, VERDICTS, likeness, reason
from consent.decisions import Outcome, Verdict, Why
from consent.errors import Code as ConsentCode
from consent.sightings import What
from vision.errors import Code as VisionCode


@pytest.mark.parametrize(
    ("codes", "table"),
    [
        (VisionCode, VISION),
        (ConsentCode, CONSENT),
        (Trouble, TROUBLE),
        (Why, REASONS),
        (Verdict, VERDICTS),
        (Outcome, SENTENCES),
        (Outcome, SHORT),
        (What, KINDS),
    ],
)
def test_no_code_is_without_words(codes: type[StrEnum], table: dict[StrEnum, str]) -> None:
    assert set(table) == set(codes)
    assert all(text.strip() for text in table.values())


@pytest.mark.parametrize("code", [*VisionCode, *ConsentCode, *Trouble], ids=str)
def test_each_trouble_says_what_happened_what_is_safe_and_what_to_do(code: VisionCode) -> None:
    sentences = [part for part in explain(code).split(". ") if part]
    assert len(sentences) >= 3
    assert code.value not in explain(code)
    assert explain_code(code.value)


def test_a_fault_of_the_program_itself_is_told_without_its_name() -> None:
    assert "ZeroDivisionError" not in explain_failure(Failure(None, "ZeroDivisionError"))


def test_a_reason_names_the_platform() -> None:
    assert reason(Outcome.COVER, Why.REFUSED, "Facebook") == "Covered on Facebook: permission was refused."


def test_the_school_rule_tells_nothing_more() -> None:
    words = reason(Outcome.BLOCK, Why.SCHOOL_RULE, "Facebook")
    assert words == "Keeps the photo off Facebook: the school's rules."


def test_likeness_is_told_in_words_never_as_a_number() -> None:
    told = [likeness(distance) for distance in (0.3, 0.5, 0.6, None)]
    assert told == ["looks very like", "looks like", "some likeness", "not compared"]
