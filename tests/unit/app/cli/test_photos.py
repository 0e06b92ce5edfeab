from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.cli.photos import named, read_photo
from app.errors import AppError, Trouble
from vision.errors import Code, PhotoRefusedError


def refusal(path: str) -> Code:
    with pytest.raises(PhotoRefusedError) as refused:
        read_photo(path)
    return refused.value.code


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"bytes")
    assert read_photo(str(tmp_path / "a.jpg")) == b"bytes"


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "missing.jpg")) is Code.UNREADABLE
    assert refusal(str(tmp_path)) is Code.UNREADABLE
    assert refusal("a\0b.jpg") is Code.UNREADABLE
    assert refusal("") is Code.UNREADABLE


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices with names are for POSIX")
def test_a_pipe_without_a_writer_and_an_endless_device_do_not_make_it_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert refusal(str(tmp_path / "pipe.jpg")) is Code.UNREADABLE
    assert refusal("/dev/zero") is Code.UNREADABLE


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(257 * 1024 * 1024)  # takes no space
    assert refusal(str(huge)) is Code.TOO_LARGE


def test_a_folder_gives_its_photos_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b10.jpg", "b2.JPG", "notes.txt", ".hidden.jpg", "in/c.png"):
        (tmp_path / name).write_bytes(name.encode())
    photos = list(named([f"{tmp_path}/", "other.jpg"]))
    assert [photo.name for photo in photos] == [
        f"{tmp_path}/b2.JPG",
        f"{tmp_path}/b10.jpg",
        f"{tmp_path}/in/c.png",
        "other.jpg",
    ]
    assert photos[0].read() == b"b2.JPG"


def test_a_folder_without_a_photo_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(AppError) as empty:
        list(named([str(tmp_path)]))
    assert empty.value.code is Trouble.FOLDER_EMPTY


def test_a_photo_that_changed_since_the_folder_was_listed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"one")
    (photo,) = named([str(tmp_path)])
    (tmp_path / "a.jpg").write_bytes(b"another")
    with pytest.raises(PhotoRefusedError) as refused:
        photo.read()
    assert refused.value.code is Code.UNREADABLE
