"""A store that is made once, and a copy of it for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stores import copied, make_store


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store whose admin is `a1`."""
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made, tmp_path / "store")
