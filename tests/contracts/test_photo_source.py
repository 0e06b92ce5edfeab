"""A device lists and reads its photos in the same way, whatever it is; a folder is the first kind."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from app.devices.base import DeviceFile, LeftOut, PhotoSource, natural_key, shown_name
from app.devices.folder import FolderDevice
from app.errors import AppError, Trouble

posix = pytest.mark.skipif(os.name != "posix", reason="kinds of files of POSIX systems")


def device(folder: Path) -> PhotoSource:
    return FolderDevice(folder)


def write(folder: Path, name: str, content: bytes = b"photo") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def code_of(source: PhotoSource, file: DeviceFile) -> Trouble:
    with pytest.raises(AppError) as caught:
        source.read(file)
    return caught.value.code


def test_photos_are_listed_in_the_order_in_which_people_number_them(tmp_path: Path) -> None:
    for name in ("IMG_10.jpg", "IMG_2.JPG", "img_1.heic", "DCIM/100/a.png"):
        write(tmp_path, name)
    names = [file.path for file in device(tmp_path).list_files()]
    assert names == ["DCIM/100/a.png", "img_1.heic", "IMG_2.JPG", "IMG_10.jpg"]


def test_what_is_not_a_photo_is_counted_with_its_reason(tmp_path: Path) -> None:
    for name in (
        "a.mov",
        "b.MP4",
        "c.CR3",
        "d.xmp",
        "e.txt",
        "f",
        ".g.jpg",
        ".h/i.jpg",
        "Thumbs.db",
        "j.svg",
    ):
        write(tmp_path, name)
    write(tmp_path, "empty.jpg", b"")
    survey = device(tmp_path).survey()
    assert not survey.files
    assert survey.left_out == {
        LeftOut.MOVIE: 2,
        LeftOut.RAW: 1,
        LeftOut.SIDECAR: 1,
        LeftOut.OTHER: 3,
        LeftOut.HIDDEN: 3,
        LeftOut.EMPTY: 1,
    }


def test_a_photo_is_read_whole(tmp_path: Path) -> None:
    write(tmp_path, "x/y/z.jpg", b"\xff\xd8" * 700_000)
    source = device(tmp_path)
    (file,) = source.list_files()
    assert source.read(file) == b"\xff\xd8" * 700_000


@posix
def test_promise_43_links_pipes_sockets_and_devices_are_not_offered(tmp_path: Path) -> None:
    real = write(tmp_path / "elsewhere", "real.jpg")
    card = tmp_path / "card"
    card.mkdir()
    (card / "link.jpg").symlink_to(real)
    (card / "folder").symlink_to(real.parent)
    os.mkfifo(card / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(card)  # the path of a socket may only be 107 bytes long
        try:
            listener.bind("socket.jpg")
        finally:
            os.chdir(here)
        survey = device(card).survey()
    assert not survey.files
    assert survey.left_out == {LeftOut.NOT_A_FILE: 4}


@posix
def test_promise_43_a_photo_exchanged_for_a_link_or_a_pipe_is_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "elsewhere", "secret.jpg", b"photo")
    card = tmp_path / "card"
    for name in ("a.jpg", "b.jpg", "sub/c.jpg"):
        write(card, name)
    source = device(card)
    a, b, c = source.list_files()
    (card / "a.jpg").unlink()
    (card / "a.jpg").symlink_to(secret)
    (card / "b.jpg").unlink()
    os.mkfifo(card / "b.jpg")
    (card / "sub" / "c.jpg").rename(tmp_path / "elsewhere" / "c.jpg")
    (card / "sub").rmdir()
    (card / "sub").symlink_to(tmp_path / "elsewhere")
    assert {code_of(source, file) for file in (a, b, c)} == {Trouble.FILE_UNREADABLE}


def test_a_photo_that_changed_since_it_was_listed_is_not_taken(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jpg", b"one")
    source = device(tmp_path)
    (file,) = source.list_files()
    path.write_bytes(b"two!")
    assert code_of(source, file) is Trouble.FILE_UNREADABLE
    path.write_bytes(b"one")
    os.utime(path, ns=(file.modified_ns + 10_000_000, file.modified_ns + 10_000_000))
    assert code_of(source, file) is Trouble.FILE_UNREADABLE


def test_another_file_under_the_same_name_time_and_size_is_not_taken(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jpg", b"one")
    source = device(tmp_path)
    (file,) = source.list_files()
    other = write(tmp_path, "b", b"two")
    os.utime(other, ns=(file.modified_ns, file.modified_ns))
    other.replace(path)
    assert code_of(source, file) is Trouble.FILE_UNREADABLE


@pytest.mark.parametrize("path", ["../secret.jpg", "/etc/passwd", "a/../../b", ".", ""])
def test_only_paths_that_were_listed_are_read(tmp_path: Path, path: str) -> None:
    write(tmp_path, "secret.jpg")
    (tmp_path / "card").mkdir()
    assert code_of(device(tmp_path / "card"), DeviceFile(path, 5, 0)) is Trouble.FILE_UNREADABLE


def test_a_missing_folder_says_so_and_a_vanished_device_too(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        device(tmp_path / "none").survey()
    assert caught.value.code is Trouble.FOLDER_MISSING
    card = tmp_path / "card"
    path = write(card, "a.jpg")
    source = device(card)
    (file,) = source.list_files()
    path.unlink()
    assert code_of(source, file) is Trouble.FILE_UNREADABLE
    card.rmdir()
    assert code_of(source, file) is Trouble.DEVICE_GONE


def test_a_file_above_the_limit_is_left_out_and_never_read(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.truncate(50 * 2**30)  # takes no space: a hole
    source = device(tmp_path)
    assert source.survey().left_out == {LeftOut.TOO_LARGE: 1}
    about = path.stat()
    listed = DeviceFile("large.jpg", about.st_size, about.st_mtime_ns)
    assert code_of(source, listed) is Trouble.FILE_TOO_LARGE


def test_folders_below_the_limit_of_depth_are_counted_and_not_entered(tmp_path: Path) -> None:
    write(tmp_path, "/".join(["d"] * 40) + "/deep.jpg")
    write(tmp_path, "d/d/near.jpg")
    survey = device(tmp_path).survey()
    assert [file.path for file in survey.files] == ["d/d/near.jpg"]
    assert survey.left_out == {LeftOut.TOO_DEEP: 1}


@posix
@pytest.mark.parametrize(
    "name", ["new\nline.jpg", "gpj.\u202eexe.jpg", "x" * 240 + ".jpg", "CON.jpg", "\udcff.jpg", "a\\b.jpg"]
)
def test_promise_43_nasty_names_are_read_and_shown_escaped(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, b"inside")
    source = device(tmp_path)
    (file,) = source.list_files()
    assert source.read(file) == b"inside"
    assert file.shown_name.isprintable()
    file.shown_name.encode("utf-8")  # can be kept and printed


def test_shown_names_cannot_be_mistaken_for_one_another() -> None:
    assert shown_name("año 1.jpg") == "año 1.jpg"
    assert shown_name("a\u202eb") == r"a\u202eb"
    assert shown_name(r"a\u202eb") == r"a\\u202eb"
    assert shown_name("a\x07\U000e0041") == r"a\x07\U000e0041"


def test_numbers_in_names_count_as_numbers() -> None:
    assert sorted(["b", "a10", "a9", "A1", "9", "a"], key=natural_key) == ["9", "a", "A1", "a9", "a10", "b"]


def test_ten_thousand_files_are_listed_within_two_seconds(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"IMG_{number:05}.jpg").write_bytes(b"x")
    start = time.process_time()  # of the processor: other work on the machine does not count
    assert len(device(tmp_path).list_files()) == 10_000
    assert time.process_time() - start < 2
