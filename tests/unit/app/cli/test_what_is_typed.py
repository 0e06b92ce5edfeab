"""Whatever number, day, letter or file is typed: a sentence and its status, and a store that works as before."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli.arguments import parser
from app.cli.commands.look import read_crests
from app.cli.run import run
from app.cli.status import Status
from app.errors import AppError, Trouble
from app.posts.taking_down import LARGEST_PROOF
from tests.fakes.vision import FakeVision
from tests.unit.app.cli.test_arguments import leaves
from tests.unit.app.cli.test_register_commands import greenlight, store

__all__ = ["greenlight", "store"]

Greenlight = Callable[..., tuple[int, str]]

NUMBERS = ("-1", "0", "4000000", "99999999999999999999")
DAYS = ("0001-01-01", "9999-12-31")
BEFORE_THE_OPTION = {
    "platform add": ("noticeboard", "--name", "Notice board"),
    "platform change": ("website",),
    "policy change": (),
    "people due": (),
    "report due": (),
}
WITHOUT_A_STORE = {"hide", "inspect", "match"}


def number_options() -> Iterator[tuple[str, str]]:
    """Every command with each of its options that is a number."""
    for leaf in leaves(parser()):
        for action in leaf._actions:
            if isinstance(action, argparse._StoreAction) and action.type not in {None, str}:
                try:
                    is_number = isinstance(leaf._get_value(action, "3"), int)
                except argparse.ArgumentError:
                    is_number = False
                if is_number:
                    yield str(leaf.get_default("command")), action.option_strings[0]


def works_as_before(greenlight: Greenlight) -> None:
    for command in (("due",), ("people", "due"), ("policy", "show"), ("erase", "overdue")):
        status, said = greenlight(*command)
        assert status == Status.WELL, said


def typed(greenlight: Greenlight, *words: str) -> int:
    try:
        status, said = greenlight(*words)
    except SystemExit as ended:
        return int(str(ended.code))
    assert "unexpected" not in said, said
    return status


def test_every_option_that_is_a_number_is_tried_here() -> None:
    assert {command for command, _ in number_options()} == BEFORE_THE_OPTION.keys() | WITHOUT_A_STORE


@pytest.mark.parametrize(
    ("command", "option"), [one for one in number_options() if one[0] not in WITHOUT_A_STORE]
)
def test_no_number_ends_a_command_unexpectedly_or_stops_the_store_from_working(
    greenlight: Greenlight, command: str, option: str
) -> None:
    for number in NUMBERS:
        status = typed(greenlight, *command.split(), *BEFORE_THE_OPTION[command], option, number)
        assert status != Status.FAILED
        assert status != Status.WELL or number in {"0", "4000000"}
    works_as_before(greenlight)


def test_a_seed_below_nothing_is_wrong_use_and_no_fault_of_the_photo() -> None:
    with pytest.raises(SystemExit) as ended:
        run(["hide", "p.jpg", "--out", "o.jpg", "--faces", "--seed", "-1"])
    assert ended.value.code == Status.WRONG_USE


@pytest.mark.parametrize("day", DAYS)
def test_no_day_stops_the_store_from_working(greenlight: Greenlight, day: str) -> None:
    assert typed(greenlight, "people", "add", "Dee Fox") == Status.WELL
    assert typed(greenlight, "people", "left", "Dee Fox", "--on", day) == Status.WELL
    assert typed(greenlight, "policy", "change", "--next-review", day) == Status.WELL
    works_as_before(greenlight)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_name_whose_letters_the_terminal_does_not_know_ends_no_command(
    greenlight: Greenlight, store: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    assert typed(greenlight, "people", "add", "Siân Ŵyn") == Status.WELL
    shown = io.TextIOWrapper(io.BytesIO(), encoding)
    monkeypatch.setattr(sys, "stdout", shown)
    assert run(["people", "search", "Siân", "--store", str(store)]) == Status.WELL
    shown.seek(0)
    said = shown.read()
    assert ("Siân Ŵyn" in said) is (encoding == "utf-8")
    assert "yn" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_results_that_find_no_room_are_told_as_a_full_disk(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = open("/dev/full", "w", encoding="utf-8")  # noqa: SIM115, PTH123 - closing it would write again
    monkeypatch.setattr(sys, "stdout", full)
    assert run(["policy", "show", "--store", str(store)]) == Status.FAILED
    os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())
    full.close()
    assert "DISK_FULL" in capsys.readouterr().err


def test_a_screenshot_is_never_read_beyond_what_can_be_kept(greenlight: Greenlight, tmp_path: Path) -> None:
    large, pipe = tmp_path / "large.png", tmp_path / "pipe"
    with large.open("wb") as file:
        file.truncate(LARGEST_PROOF + 1)
    os.mkfifo(pipe)
    for file_, code in ((large, Trouble.FILE_TOO_LARGE), (pipe, Trouble.FILE_UNREADABLE)):
        status, said = greenlight("post", "gone", "copy.jpg", "--screenshot", str(file_))
        assert status == Status.REFUSED
        assert code in said


def test_a_photo_that_is_not_there_is_named_also_where_the_copy_would_replace_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jpg"
    out.write_bytes(b"an older copy")
    assert run(["hide", str(tmp_path / "none.jpg"), "--out", str(out), "--faces"]) == Status.REFUSED
    assert "none.jpg" in capsys.readouterr().err
    assert out.read_bytes() == b"an older copy"


def test_what_is_wrong_with_a_crest_is_not_laid_to_a_photo(tmp_path: Path) -> None:
    with pytest.raises(AppError) as wrong:
        read_crests([str(tmp_path / "none.png")], FakeVision())
    assert wrong.value.code is Trouble.WRONG_USE
    assert "none.png" in wrong.value.detail


def test_an_empty_secret_of_a_destination_is_none(greenlight: Greenlight, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.write_text("\n")
    status, said = greenlight(
        "destination", "add", "site", "--kind", "wordpress", "--address", "https://a.example",
        "--login", "office", "--secret-file", str(empty),
    )  # fmt: skip
    assert status == Status.WRONG_USE
    assert "PASSWORD_FILE" in said
