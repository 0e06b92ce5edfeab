"""Every act that the house writes into the log has its sentence; the codes stay in the chain."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.log_words import ACTS, DETAILS, about, detail, told
from app.ui.pages.history import HistoryPage
from consent.deliveries import Sent
from consent.pasts import Happened
from consent.stages import Stage
from tests.ui.conftest import Desktop

ROOT = Path(__file__).resolve().parents[2]
KEY = re.compile(r"(?:^|\s)([a-z_]+)=$")
WRITERS = {"note", "Event", "_put", "_keep", "noting_refusal"}
MADE = {
    *(f"person.{one.value}" for one in Happened),
    *(f"delivery.{one.value}" for one in Sent),
    Stage.EXPORT.value,
    Stage.UPLOAD.value,
    "approve.refused",
}
"""Acts whose codes are put together from parts."""


def written() -> Iterator[str]:
    """Every act that stands as a text in a call that writes the log."""
    for folder in ("app", "consent"):
        for path in (ROOT / folder).rglob("*.py"):
            if "ui" in path.relative_to(ROOT).parts[1:2]:
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _acts(node)


def _acts(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in WRITERS:
        return
    first = call.args[:1] if name in {"note", "Event"} else call.args[1:4]
    for argument in first:
        options = (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,)
        for option in options:
            if isinstance(option, ast.Constant) and isinstance(option.value, str) and option.value:
                yield option.value


def is_act(text: str) -> bool:
    return text.replace(".", "").replace("_", "").isalpha() and text.islower()


def test_every_act_that_the_house_writes_has_its_sentence() -> None:
    found = {text for text in written() if is_act(text)} | MADE
    assert len(found) > 80
    assert sorted(found - set(ACTS)) == []


def detailed() -> Iterator[str]:
    """What stands before a number or an id in a detail, as in f"copies={n}"."""
    for folder in ("app", "consent"):
        for path in (ROOT / folder).rglob("*.py"):
            if {"ui", "cli"} & set(path.relative_to(ROOT).parts[1:2]):
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    texts = (part.value for part in node.values if isinstance(part, ast.Constant))
                    yield from (key for text in texts for key in KEY.findall(str(text)))


def test_every_part_of_a_detail_has_its_word() -> None:
    found = set(detailed())
    assert len(found) > 15
    assert sorted(found - set(DETAILS)) == []


def test_a_detail_is_told_in_words_without_what_did_not_happen() -> None:
    assert detail("joined=3 returned=0 posts=36", {}) == "new: 3, posts: 36"
    assert detail("void=0", {}) == ""
    assert detail("due=2026-12-20", {}) == "until: 20 December 2026"
    assert detail("with=a1", {"a1": "Ada"}) == "agreed with: Ada"
    assert detail("website sent=later", {}) == "website sent=later"


def test_what_an_unknown_program_wrote_stands_as_its_code() -> None:
    assert told("later.invention") == "later.invention"
    assert told("approve") == "Said go live to a photo"
    assert about("with=a1 templates=2", {"a1": "Ada"}) == "with=Ada templates=2"


def test_the_lead_reads_the_log_in_words_and_finds_the_codes_in_the_tip(
    make_desktop: Callable[..., Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    desktop.sign_in("lead")
    desktop.window.go("history", "log")
    desktop.settle()
    page = desktop.window.page("history")
    assert isinstance(page, HistoryPage)
    front = page.table.rows.records[0]
    assert front.cells[3] == "Looked at the log"
    assert "report.audit" in front.tip
