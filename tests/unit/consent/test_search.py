"""Whom a few typed letters find."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from consent.search import Directory
from tests.factories import TODAY, a_person

PEOPLE = [
    replace(a_person("p1", name="Zoë Anne O’Neill-Smith"), known_as="Zo", class_name="3B", school_id="A-17"),
    replace(a_person("p2", name="Annika Łukasz"), class_name="3A", school_id="A-170"),
    replace(a_person("p3", name="Smith Anderson"), class_name="4B"),
    replace(a_person("p4", name="Anna Zöe"), left_on=TODAY - timedelta(days=1)),
    a_person("p5", name="李 明"),
    a_person("p6", name="Søren Ærø"),
]
DIRECTORY = Directory(PEOPLE, TODAY)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", []),
        ("   ", []),
        ("zo", ["p1", "p4"]),
        ("ZOE", ["p1", "p4"]),
        ("ann", ["p2", "p1", "p4"]),
        ("anne smith", []),
        ("anne o'neill", ["p1"]),
        ("oneill", ["p1"]),
        ("o’neill-smith", ["p1"]),
        ("smith", ["p3"]),
        ("lukasz", ["p2"]),
        ("3", ["p2", "p1"]),
        ("3b zo", ["p1"]),
        ("a-17", ["p2", "p1"]),
        ("a-170", ["p2"]),
        ("李", ["p5"]),
        ("soren aero", ["p6"]),
        ("nobody", []),
        ("!?", []),
        ("x' OR 1=1", []),
    ],
)
def test_typed_letters_find_people_best_first(typed: str, found: list[str]) -> None:
    assert [person.id for person in DIRECTORY.find(typed)] == found


def test_no_more_than_the_limit_is_found() -> None:
    assert len(DIRECTORY.find("a", limit=2)) == 2


def test_a_large_school_is_searched_while_typing() -> None:
    letters = "abcdefghijklmno"
    names = [
        f"G{one}{two}{three}ella F{three}{two}son" for one in letters for two in letters for three in letters
    ]
    many = [a_person(f"p{number}", name=name) for number, name in enumerate(names[:1500])]
    directory = Directory(many, TODAY)
    fastest = min(_seconds(directory, typed) for typed in ("g", "gab", "fcd", "gabc fcb"))
    assert fastest < 0.05


def _seconds(directory: Directory, typed: str) -> float:
    start = time.perf_counter()
    assert directory.find(typed)
    return time.perf_counter() - start
