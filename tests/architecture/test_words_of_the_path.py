"""One word for each step: the same in the folder, the function, the stage and the table of contents."""

from __future__ import annotations

import ast

import pytest

from consent.stages import Stage
from tests.architecture.source import ROOT, parsed

PATH = (
    "device", "intake", "analyse", "match", "decide", "review", "approve", "render", "verify", "export", "upload", "erase",
)  # fmt: skip
NAMED_OTHERWISE = {
    "device": "find_device",
    "review": "prepare",
}  # the step's first act where the word is a noun

STEPS = ROOT / "app" / "steps"


def functions(word: str) -> set[str]:
    tree = parsed(STEPS / f"{word}.py")
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_stages_are_the_words_of_the_path_in_their_order() -> None:
    stages = [stage.value for stage in Stage if stage is not Stage.REFUSED]
    assert stages == list(PATH[1:])


def test_the_folder_of_steps_holds_the_words_and_the_table_of_contents_only() -> None:
    files = {path.stem for path in STEPS.glob("*.py")}
    assert files == {*PATH, "path", "__init__"}


@pytest.mark.parametrize("word", PATH)
def test_each_step_has_a_function_of_its_word(word: str) -> None:
    assert NAMED_OTHERWISE.get(word, word) in functions(word)


def test_the_table_of_contents_uses_every_step() -> None:
    imported = [
        node.module.removeprefix("app.steps.")
        for node in parsed(STEPS / "path.py").body
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("app.steps.")
    ] + [
        alias.name
        for node in parsed(STEPS / "path.py").body
        if isinstance(node, ast.ImportFrom) and node.module == "app.steps"
        for alias in node.names
    ]
    assert set(PATH) <= set(imported), "a step that path.py does not use is on no path"
