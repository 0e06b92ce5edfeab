"""A destination takes a copy whole and proves it, whatever it is; a folder is the first kind."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from app.destinations.base import Destination
from app.destinations.folder import FolderDestination
from app.errors import AppError, Trouble
from vision.copies import FIXED_TIME


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / "website"


@pytest.fixture
def destination(folder: Path) -> Destination:
    return FolderDestination(folder)


def test_a_copy_arrives_whole_and_the_receipt_names_its_hash(destination: Destination, folder: Path) -> None:
    content = os.urandom(3_000_000)
    receipt = destination.send("ab12.jpg", content)
    assert receipt.sha256 == hashlib.sha256(content).hexdigest()
    assert Path(receipt.location).read_bytes() == content
    assert [path.name for path in folder.iterdir()] == ["ab12.jpg"]


def test_promise_6_the_time_of_a_copy_says_nothing(destination: Destination) -> None:
    about = Path(destination.send("ab12.png", b"x").location).stat()
    assert about.st_mtime == FIXED_TIME


def test_promise_4_a_copy_is_never_written_over_another(destination: Destination, folder: Path) -> None:
    destination.send("ab12.jpg", b"a longer copy")
    with pytest.raises(AppError) as caught:
        destination.send("ab12.jpg", b"short")
    assert (caught.value.code, caught.value.detail) == (Trouble.NOT_WRITABLE, "exists")
    assert (folder / "ab12.jpg").read_bytes() == b"a longer copy"
    assert len(list(folder.iterdir())) == 1


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX systems")
def test_a_link_under_the_name_is_not_followed(
    destination: Destination, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "ab12.jpg").symlink_to(tmp_path / "victim")
    with pytest.raises(AppError):
        destination.send("ab12.jpg", b"x")
    assert not (tmp_path / "victim").exists()


@pytest.mark.parametrize(
    "name",
    ["", "a", ".jpg", "../a.jpg", "a/b.jpg", "a.exe", "CON.jpg", "lpt1.png", "a.jpg\n", "é.jpg", "a.b.jpg"],
)
def test_only_harmless_names_are_taken(destination: Destination, name: str) -> None:
    with pytest.raises(AppError) as caught:
        destination.send(name, b"x")
    assert caught.value.code is Trouble.WRONG_USE


def test_a_file_in_the_place_of_the_folder_is_named(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_bytes(b"")
    with pytest.raises(AppError) as caught:
        FolderDestination(folder).send("a.jpg", b"x")
    assert caught.value.code is Trouble.FOLDER_MISSING
