"""The list of promises is whole, and says the truth about its tests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.promises import listing


def test_there_are_fifty_promises_and_each_says_what_is_done() -> None:
    found = listing.promises()
    assert [one.number for one in found] == list(range(1, 51))
    assert all(one.fault and one.kept_by for one in found)


def test_no_test_names_a_promise_that_was_not_made() -> None:
    assert set(listing.tests_of()) <= set(range(1, 51))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (None, "tested, not run now"),
        ([], "not testable here"),
        (["passed"], "kept"),
        (["passed", "no loop devices"], "kept"),
        (["no loop devices"], "not testable here"),
        (["passed", "failed"], "NOT KEPT"),
    ],
)
def test_one_failure_is_enough_and_a_skipped_test_proves_nothing(
    ends: Sequence[str] | None, expected: str
) -> None:
    name = "test_promise_1_so_it_is"
    ended = None if ends is None else {name: [listing.Ended(f"{name}[{end}]", end) for end in ends]}
    assert listing.standing([f"tests/x.py::{name}"], ended)[0].value == expected


def test_a_promise_without_a_test_is_named() -> None:
    assert listing.standing([], {})[0].value == "NO TEST"
