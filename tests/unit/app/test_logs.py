"""The log holds codes and ids, and nothing about a person, whatever it is given."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import logs
from app.errors import AppError, Trouble

log = logging.getLogger("app.tests")
CANARY = "Anna Canary"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    logs.start(tmp_path, logging.DEBUG)
    yield tmp_path
    logs.stop()


def written(folder: Path) -> str:
    return (folder / logs.FILE).read_text(encoding="utf-8")


def test_codes_ids_and_numbers_are_kept(folder: Path) -> None:
    log.info("photo %s refused: %s after %d s", "0123456789abcdef", Trouble.DISK_FULL, 3)
    assert "photo 0123456789abcdef refused: DISK_FULL after 3 s" in written(folder)


def test_names_paths_and_objects_are_withheld(folder: Path) -> None:
    log.warning("a %s b %s c %s", CANARY, Path("/home/anna/canary.jpg"), {"name": CANARY})
    log.warning("by name %(who)s", {"who": "ANNA"})
    log.warning("as files and registers write it: %s, %s", "ANNA_CANARY", "IMG_0012_ANNA")
    text = written(folder)
    assert text.count(logs.WITHHELD) == 6
    assert "anna" not in text.lower()


def test_of_other_packages_only_the_level_is_kept(folder: Path) -> None:
    logging.getLogger("PIL.Image").error("cannot open %s", CANARY)
    logging.getLogger("sqlalchemy").error("INSERT Anna Canary")
    text = written(folder)
    assert "ERROR PIL.Image (withheld)" in text
    assert "anna" not in text.lower()


def test_of_an_error_its_kind_code_and_lines_are_kept_and_not_its_words(folder: Path) -> None:
    def opens() -> None:
        raise FileNotFoundError(2, "No such file", f"/home/{CANARY}.jpg")

    def fails() -> None:
        try:
            opens()
        except FileNotFoundError as error:
            raise AppError(Trouble.DEVICE_GONE, CANARY) from error

    try:
        fails()
    except AppError:
        log.exception("failed")
    text = written(folder)
    assert "AppError DEVICE_GONE" in text
    assert "because of\n  FileNotFoundError" in text
    assert CANARY not in text


def test_lines_of_our_own_code_are_named(folder: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        logs.start(folder / "missing")
    assert "app.logs:" in logs.told(caught.value)


def test_the_file_is_private_and_does_not_grow_for_ever(folder: Path) -> None:
    for _ in range(27_000):
        log.info(
            "a line that is far longer than what is usual for a log of codes, as it should be, with a photo %s in it",
            "0123456789abcdef0123456789abcdef",
        )
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [logs.FILE, *(f"{logs.FILE}.{number}" for number in (1, 2, 3))]
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
    assert sum(file.stat().st_size for file in files) <= 4_000_000


def test_after_stopping_nothing_is_attached(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    logs.start(tmp_path)
    logs.show()
    logs.stop()
    assert logging.getLogger().handlers == before


def test_what_is_told_on_standard_error_goes_on_when_a_store_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        logs.show()
        logs.start(tmp_path)
        logging.getLogger("app.somewhere").info("still here")
    finally:
        logs.stop()
    assert "still here" in capsys.readouterr().err
    assert "still here" in (tmp_path / logs.FILE).read_text()
