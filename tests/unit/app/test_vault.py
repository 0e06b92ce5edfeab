"""The vault keeps photos so that only the whole, unaltered photo ever comes out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.errors import AppError, Trouble
from app.vault import CHUNK, HEADER, PREFIX, TAG, Vault
from consent.publications import PhotoId
from tests.fakes.keys import KeysInMemory

PHOTO = PhotoId("0b5c1d")
OTHER = PhotoId("77aa01")
START = len(HEADER) + PREFIX
SEALED = CHUNK + TAG


@pytest.fixture
def keys() -> KeysInMemory:
    return KeysInMemory()


@pytest.fixture
def vault(tmp_path: Path, keys: KeysInMemory) -> Vault:
    return Vault(tmp_path / "photos", keys)


def stored(tmp_path: Path, photo: PhotoId = PHOTO) -> Path:
    return tmp_path / "photos" / f"{photo}.photo"


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 17])
def test_what_was_put_comes_out_whatever_its_size(vault: Vault, size: int) -> None:
    content = os.urandom(size)
    vault.put(PHOTO, content)
    assert vault.get(PHOTO) == content


def test_nothing_of_the_photo_is_on_disk_in_clear(vault: Vault, tmp_path: Path) -> None:
    vault.put(PHOTO, b"CANARY-OF-A-PHOTO" * 1000)
    assert all(b"CANARY" not in path.read_bytes() for path in (tmp_path / "photos").iterdir())


def test_the_same_photo_twice_gives_other_bytes(vault: Vault, tmp_path: Path) -> None:
    vault.put(PHOTO, b"same")
    vault.put(OTHER, b"same")
    assert stored(tmp_path).read_bytes()[START:] != stored(tmp_path, OTHER).read_bytes()[START:]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_folder_and_files_are_closed_to_other_accounts(vault: Vault, tmp_path: Path) -> None:
    vault.put(PHOTO, b"x")
    assert (tmp_path / "photos").stat().st_mode & 0o777 == 0o700
    assert stored(tmp_path).stat().st_mode & 0o777 == 0o600


def test_a_destroyed_photo_says_erased_and_leaves_no_file(
    vault: Vault, keys: KeysInMemory, tmp_path: Path
) -> None:
    vault.put(PHOTO, b"x" * 5000)
    vault.destroy(PHOTO)
    assert keys.key(PHOTO) is None
    assert not list((tmp_path / "photos").iterdir())
    with pytest.raises(AppError) as caught:
        vault.get(PHOTO)
    assert caught.value.code is Trouble.VAULT_ERASED
    vault.destroy(PHOTO)


def test_the_key_goes_before_the_file(tmp_path: Path) -> None:
    class Watching(KeysInMemory):
        file_was_there = False

        def destroy_key(self, photo: PhotoId) -> None:
            self.file_was_there = stored(tmp_path).exists()
            super().destroy_key(photo)

    keys = Watching()
    vault = Vault(tmp_path / "photos", keys)
    vault.put(PHOTO, b"x")
    vault.destroy(PHOTO)
    assert keys.file_was_there


def test_a_missing_file_says_missing(vault: Vault, tmp_path: Path) -> None:
    vault.put(PHOTO, b"x")
    stored(tmp_path).unlink()
    with pytest.raises(AppError) as caught:
        vault.get(PHOTO)
    assert caught.value.code is Trouble.VAULT_MISSING


def damaged(vault: Vault, photo: PhotoId = PHOTO) -> None:
    with pytest.raises(AppError) as caught:
        vault.get(photo)
    assert caught.value.code is Trouble.VAULT_DAMAGED


@pytest.mark.parametrize(
    "keep", [0, 5, START, START + 3, START + SEALED - 1, START + SEALED, START + 2 * SEALED, -1]
)
def test_a_file_cut_anywhere_is_damaged(vault: Vault, tmp_path: Path, keep: int) -> None:
    vault.put(PHOTO, os.urandom(2 * CHUNK + 100))
    path = stored(tmp_path)
    path.write_bytes(path.read_bytes()[:keep])
    damaged(vault)


def test_pieces_in_another_order_are_damaged(vault: Vault, tmp_path: Path) -> None:
    vault.put(PHOTO, os.urandom(3 * CHUNK))
    raw = stored(tmp_path).read_bytes()
    first, second, rest = (
        raw[START : START + SEALED],
        raw[START + SEALED : START + 2 * SEALED],
        raw[START + 2 * SEALED :],
    )
    stored(tmp_path).write_bytes(raw[:START] + second + first + rest)
    damaged(vault)
    stored(tmp_path).write_bytes(raw[:START] + first + first + rest)
    damaged(vault)


def test_a_piece_added_at_the_end_is_damaged(vault: Vault, tmp_path: Path) -> None:
    vault.put(PHOTO, os.urandom(CHUNK))
    path = stored(tmp_path)
    path.write_bytes(path.read_bytes() + b"\x00")
    damaged(vault)
    path.write_bytes(path.read_bytes()[:-1] + path.read_bytes()[START : START + SEALED])
    damaged(vault)


def test_two_photos_exchanged_are_damaged_even_under_one_key(tmp_path: Path) -> None:
    class OneKey(KeysInMemory):
        def key(self, photo: PhotoId) -> bytes | None:
            return next(iter(self.held.values()), None) if photo in self.held else None

    vault = Vault(tmp_path / "photos", OneKey())
    vault.put(PHOTO, b"one")
    vault.put(OTHER, b"two")
    stored(tmp_path, OTHER).write_bytes(stored(tmp_path).read_bytes())
    damaged(vault, OTHER)


def test_a_photo_is_never_put_over_another(vault: Vault) -> None:
    vault.put(PHOTO, b"first")
    with pytest.raises(AppError) as caught:
        vault.put(PHOTO, b"second")
    assert caught.value.code is Trouble.WRONG_USE
    assert vault.get(PHOTO) == b"first"


def test_a_register_that_fails_leaves_no_file(tmp_path: Path) -> None:
    class Failing(KeysInMemory):
        def put_key(self, photo: PhotoId, key: bytes) -> None:
            raise RuntimeError

    vault = Vault(tmp_path / "photos", Failing())
    with pytest.raises(RuntimeError):
        vault.put(PHOTO, b"x")
    assert not list((tmp_path / "photos").iterdir())


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a b", "a.b", "x" * 65, "ä"])
def test_only_ids_are_taken_as_names(vault: Vault, name: str) -> None:
    with pytest.raises(AppError) as caught:
        vault.put(PhotoId(name), b"x")
    assert caught.value.code is Trouble.WRONG_USE


def test_sweeping_removes_strays_and_drafts_and_nothing_else(vault: Vault, tmp_path: Path) -> None:
    vault.put(PHOTO, b"kept")
    vault.put(OTHER, b"stray")
    (tmp_path / "photos" / ".0011.part").write_bytes(b"half")
    assert vault.sweep({PHOTO}) == 2
    assert vault.kept() == {PHOTO}
    assert vault.get(PHOTO) == b"kept"
