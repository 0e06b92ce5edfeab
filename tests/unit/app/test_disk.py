"""A new file gets its name only when it is whole, on every kind of file system, and never another's name."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import disk
from app.errors import AppError, Trouble


def holds(path: Path, content: bytes) -> None:
    disk.write_new(path, [content], prove=lambda file: file.read() == content)


@pytest.fixture(params=["links", "no links"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose file system knows a second name for a file, and one that does not, as on a stick."""
    if request.param == "no links":

        def refuses(*names: object, **more: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refuses)
    return tmp_path


def test_a_file_is_there_whole_and_alone(folder: Path) -> None:
    holds(folder / "file", b"content")
    assert (folder / "file").read_bytes() == b"content"
    assert [path.name for path in folder.iterdir()] == ["file"]


def test_a_name_that_is_taken_is_left_as_it_is(folder: Path) -> None:
    holds(folder / "file", b"first")
    with pytest.raises(AppError) as caught:
        holds(folder / "file", b"second")
    assert caught.value.detail == "exists"
    assert (folder / "file").read_bytes() == b"first"
    assert len(list(folder.iterdir())) == 1


def test_what_is_not_proven_gets_no_name(folder: Path) -> None:
    with pytest.raises(AppError) as caught:
        disk.write_new(folder / "file", [b"x"], prove=lambda _: False)
    assert caught.value.code is Trouble.NOT_PROVEN
    assert list(folder.iterdir()) == []


def test_a_writer_that_is_interrupted_leaves_nothing(folder: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        disk.write_new(folder / "file", pieces(), prove=lambda _: True)
    assert list(folder.iterdir()) == []


def test_a_missing_folder_is_not_writable(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        holds(tmp_path / "none" / "file", b"x")
    assert caught.value.code is Trouble.NOT_WRITABLE


def test_drafts_of_an_earlier_run_are_swept(tmp_path: Path) -> None:
    (tmp_path / ".0123.part").write_bytes(b"half")
    (tmp_path / "kept.part").write_bytes(b"whole")
    assert disk.sweep(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["kept.part"]


def test_a_name_that_could_not_be_made_to_last_is_free_for_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", full)
        with pytest.raises(AppError) as caught:
            disk.write_new(tmp_path / "copy", [b"x"], prove=lambda file: file.read() == b"x")
    assert caught.value.code is Trouble.DISK_FULL
    assert list(tmp_path.iterdir()) == []
    disk.write_new(tmp_path / "copy", [b"x"], prove=lambda file: file.read() == b"x")
    assert (tmp_path / "copy").read_bytes() == b"x"
