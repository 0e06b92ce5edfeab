"""Promises about photos on the disk: nothing half-written, nothing taken for good that the disk does not hold."""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import subprocess
import sys
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import disk
from app.destinations.folder import FolderDestination
from app.errors import AppError, Trouble
from app.vault import CHUNK, Vault
from consent.publications import PhotoId
from tests.fakes.keys import KeysInMemory

PHOTO = PhotoId("0b5c1d")
linux = pytest.mark.skipif(sys.platform != "linux", reason="facilities of Linux")


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 4 MB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    place = tmp_path_factory.mktemp("small")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("this machine does not let a test mount a disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill_up(folder: Path, *, leave: int) -> Path:
    """A file that leaves `leave` bytes free."""
    filler = folder / "filler"
    about = os.statvfs(folder)
    filler.write_bytes(b"\0" * (about.f_bavail * about.f_frsize - leave))
    return filler


@pytest.mark.parametrize("leave", [0, 4096, 64 * 1024, 1024 * 1024, 2 * 1024 * 1024])
def test_promise_20_a_full_disk_is_named_leaves_nothing_and_works_again_after_space_is_freed(
    small_disk: Path, leave: int
) -> None:
    keys = KeysInMemory()
    vault = Vault(small_disk / "photos", keys)
    content = os.urandom(2 * CHUNK + 50_000)
    filler = fill_up(small_disk, leave=leave)
    with pytest.raises(AppError) as caught:
        vault.put(PHOTO, content)
    assert caught.value.code is Trouble.DISK_FULL
    assert keys.held == {}
    assert list((small_disk / "photos").iterdir()) == []
    with pytest.raises(AppError) as caught:
        FolderDestination(small_disk).send("copy.jpg", content)
    assert caught.value.code is Trouble.DISK_FULL
    assert not (small_disk / "copy.jpg").exists()
    filler.unlink()
    vault.put(PHOTO, content)
    assert vault.get(PHOTO) == content
    vault.destroy(PHOTO)


class LyingDisk:
    """Changes one byte of what is written, as a bad cable or memory would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self._at = at
        self._real = os.fsync
        monkeypatch.setattr(os, "fsync", self._sync)

    def _sync(self, file: int) -> None:
        size = os.fstat(file).st_size
        if size > 0 and not os.path.isdir(f"/proc/self/fd/{file}"):  # noqa: PTH112 - a descriptor, not a path
            with open(f"/proc/self/fd/{file}", "r+b", buffering=0) as again:  # noqa: PTH123
                again.seek(self._at % size)
                byte = again.read(1)
                again.seek(self._at % size)
                again.write(bytes((byte[0] ^ 1,)))
        self._real(file)


@linux
@pytest.mark.parametrize("at", [0, 20, 100_000, -1])
def test_promise_23_a_photo_that_the_disk_holds_otherwise_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    keys = KeysInMemory()
    vault = Vault(tmp_path / "photos", keys)
    destination = FolderDestination(tmp_path / "out")
    LyingDisk(monkeypatch, at)
    with pytest.raises(AppError) as caught:
        vault.put(PHOTO, b"photo" * 100_000)
    assert caught.value.code is Trouble.NOT_PROVEN
    assert keys.held == {}
    assert list((tmp_path / "photos").iterdir()) == []
    with pytest.raises(AppError) as caught:
        destination.send("copy.jpg", b"photo" * 100_000)
    assert caught.value.code is Trouble.NOT_PROVEN
    assert list((tmp_path / "out").iterdir()) == []


def pages_in_memory(file: FileIO) -> int:
    """How many pages of a file the system holds in memory, by `mincore`."""
    size = os.fstat(file.fileno()).st_size
    libc = ctypes.CDLL(None, use_errno=True)
    with mmap.mmap(file.fileno(), size, mmap.MAP_PRIVATE, mmap.PROT_READ | mmap.PROT_WRITE) as view:
        pages = -(-size // mmap.PAGESIZE)
        held = (ctypes.c_ubyte * pages)()
        first = ctypes.c_ubyte.from_buffer(view)
        outcome = libc.mincore(ctypes.c_void_p(ctypes.addressof(first)), ctypes.c_size_t(size), held)
        del first
    if outcome != 0:
        raise OSError(ctypes.get_errno(), "mincore")
    return sum(entry & 1 for entry in held)


@linux
def test_promise_24_what_was_written_is_read_back_from_the_disk_and_not_from_memory(tmp_path: Path) -> None:
    held: list[int] = []

    def look(file: FileIO) -> bool:
        held.append(pages_in_memory(file))
        return True

    if _kind_of(tmp_path) in {"tmpfs", "ramfs", "overlay"}:
        pytest.skip("this folder lies in memory")
    path = tmp_path / "file"
    disk.write_new(path, [os.urandom(disk.PIECE)] * 8, prove=look)
    with path.open("rb", buffering=0) as file:
        file.read()
        assert pages_in_memory(file) > 0  # the measure itself works
    assert held == [0]


def _kind_of(folder: Path) -> str:
    kinds = {}
    for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines():
        _, place, kind, *_ = line.split()
        kinds[place] = kind
    return next(
        kinds[str(above)] for above in (folder.resolve(), *folder.resolve().parents) if str(above) in kinds
    )


@linux
@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.EDQUOT])
def test_an_error_of_the_disk_at_the_last_moment_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fails(file: int) -> None:
        raise OSError(number, "disk")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(AppError) as caught:
        FolderDestination(tmp_path / "out").send("copy.jpg", b"x")
    expected = {
        errno.EIO: Trouble.NOT_PROVEN,
        errno.EROFS: Trouble.NOT_WRITABLE,
        errno.EDQUOT: Trouble.DISK_FULL,
    }
    assert caught.value.code is expected[number]
    assert list((tmp_path / "out").iterdir()) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=3000), data=st.data())
def test_promise_34_any_flipped_bit_of_a_stored_photo_is_found(
    tmp_path: Path, content: bytes, data: st.DataObject
) -> None:
    vault = Vault(tmp_path / "photos", KeysInMemory())
    vault._keys.destroy_key(PHOTO)
    vault.put(PHOTO, content)
    path = tmp_path / "photos" / f"{PHOTO}.photo"
    stored = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(stored) * 8 - 1))
    stored[at // 8] ^= 1 << at % 8
    path.write_bytes(stored)
    with pytest.raises(AppError) as caught:
        vault.get(PHOTO)
    assert caught.value.code is Trouble.VAULT_DAMAGED
