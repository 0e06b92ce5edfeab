from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.arguments import parser, read_arguments
from app.cli.run import COMMANDS, command_of, run
from app.cli.status import Status


def leaves(of: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command that has no commands below it."""
    below = [action for action in of._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield of
    for action in below:
        for one in action.choices.values():
            yield from leaves(one)


def test_every_command_that_can_be_typed_is_there_and_the_other_way_round() -> None:
    assert {leaf.get_default("command") for leaf in leaves(parser())} == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(set(COMMANDS)))
def test_every_command_leads_to_a_function_with_a_docstring(name: str) -> None:
    assert command_of(name).__doc__


@pytest.mark.parametrize("leaf", list(leaves(parser())), ids=lambda leaf: leaf.get_default("command"))
def test_no_command_takes_a_password_or_a_key_as_an_argument(leaf: argparse.ArgumentParser) -> None:
    for action in leaf._actions:
        words = {word for option in action.option_strings for word in option.strip("-").split("-")}
        if words & {"password", "key", "secret", "token"}:
            assert "file" in words, action.option_strings


def test_no_arguments_open_the_desk() -> None:
    assert read_arguments([]).command == "desk"
    assert read_arguments(["--store", "s"]).store == "s"


def test_options_for_all_stand_before_or_after_the_command() -> None:
    before = read_arguments(["--store", "s", "--verbose", "people", "list"])
    after = read_arguments(["people", "list", "--store", "s", "--verbose"])
    assert vars(before) == vars(after)
    assert (before.store, before.verbose, before.user) == ("s", True, None)


def test_platforms_are_given_in_one_go_or_one_by_one() -> None:
    once = read_arguments(["vet", "p", "--platform", "website", "x", "--out", "o"])
    again = read_arguments(["vet", "p", "--platform", "website", "--platform", "x", "--out", "o"])
    assert vars(once) == vars(again)
    assert getattr(once, "platform") == ["website", "x"]  # noqa: B009 - what was typed has no types


@pytest.mark.parametrize(
    "box", ["1,2,3", "1,2,3,4,5", "a,b,c,d", "10,10,10,20", "10,20,30,5", "1.5,2,3,4", ""]
)
def test_a_box_that_is_none_is_wrong_use(box: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read_arguments(["hide", "p", "--out", "o.jpg", "--box", box])
    assert ended.value.code == Status.WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert "--box" in told.err


@pytest.mark.parametrize(
    "typed",
    [
        ["nonsense"],
        ["inspect"],
        ["match", "p"],
        ["hide", "p"],
        ["vet", "p", "--out", "o"],
        ["people"],
        ["report"],
        ["inspect", "p", "--published-side", "-1"],
        ["--sto", "s", "doctor"],  # no abbreviations: a later option must not change what an old line means
    ],
)
def test_wrong_use_ends_with_two_and_says_nothing_on_standard_output(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(typed)
    assert ended.value.code == Status.WRONG_USE
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["hide", "p.jpg", "--out", "o.jpg"], "--faces"),
        (["hide", "p.jpg", "--out", "o.gif", "--faces"], "ending"),
        (["inspect", "p.jpg", "--names", "missing.txt"], "names"),
        (["report", "posts", "--out", "o.txt"], "ending"),
        (["report", "audit", "--out", "no folder/o.json"], "folder"),
        (["report", "access", "p1", "--out", "no folder/o"], "folder"),
        (["report", "takedown", "--store", "missing"], "STORE_MISSING"),
        (["vet", "p.jpg", "--platform", "website", "--out", "o", "--store", "missing"], "STORE_MISSING"),
    ],
)
def test_combinations_without_sense_are_wrong_use(
    typed: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(typed) == Status.WRONG_USE
    assert why in capsys.readouterr().err


def test_the_version_is_the_one_that_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["--version"])
    assert ended.value.code == Status.WELL
    assert re.fullmatch(r"greenlight \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_the_desk_opens_on_the_store_that_was_named() -> None:
    opened: list[Path | None] = []

    def open_window(store: Path | None) -> int:
        opened.append(store)
        return 0

    assert run([], open_window=open_window) == Status.WELL
    assert run(["--store", "s"], open_window=open_window) == Status.WELL
    assert run(["desk", "--store", "s"], open_window=open_window) == Status.WELL
    assert opened == [None, Path("s"), Path("s")]


def test_a_window_that_cannot_start_is_told_and_no_unexpected_failure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def open_window(store: Path | None) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    assert run(["desk"], open_window=open_window) == Status.FAILED
    told = capsys.readouterr().err
    assert "libEGL" in told
    assert "NOT_INSTALLED" in told
