"""The table of mutations still names texts that stand in the program exactly once."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest


@pytest.mark.slow  # every change of a protection must change the table too, and .ci/run says so
def test_each_protection_in_the_table_is_there_to_be_taken_out(root: Path) -> None:
    spec = importlib.util.spec_from_file_location(
        "the_mutations", root / "tests" / "mutations" / "__main__.py"
    )
    assert spec is not None
    assert spec.loader is not None
    table = importlib.util.module_from_spec(spec)
    sys.modules["the_mutations"] = table
    spec.loader.exec_module(table)
    assert {mutation.promise for mutation in table.mutations()} == set(range(1, 51))
    stale: list[str] = []
    for mutation in table.mutations():
        for change in mutation.changes:
            try:
                change.made((root / change.file).read_text(encoding="utf-8"))
            except ValueError as error:
                stale.append(f"promise {mutation.promise}: {error}")
    assert stale == []
