from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.inert import csv_bytes, inert

HARMLESS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1"]
)
def test_promise_46_a_cell_that_could_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Ann", "O'Brien", "Anne-Marie", "a@b.example", "'=1", "1+1"])
def test_promise_46_other_cells_stay_as_they_are(cell: str) -> None:
    assert inert(cell) == cell


@given(st.lists(HARMLESS, min_size=1, max_size=4))
def test_promise_46_no_cell_of_a_written_table_starts_a_formula_and_none_is_lost(row: list[str]) -> None:
    written = csv_bytes(row, [row])
    assert written.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True))
    assert read == [[inert(cell) for cell in row]] * 2
    assert not any(
        cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cells in read for cell in cells
    )
