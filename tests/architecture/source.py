"""The project's own source as the architecture tests look at it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("app", "vision", "consent", "resources")


def modules(*packages: str) -> Iterator[Path]:
    """Every Python file of these packages (of all of them where none is named)."""
    for package in packages or PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in one file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield node


def called(call: ast.Call) -> str:
    """The last word of what is called: `open` for both `open(...)` and `path.open(...)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
